// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/passworddialog.h"

#include "ui/signin/newpasswordform.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kWidth = 440;

} // namespace

PasswordDialog::PasswordDialog(SignInPort &port, const QString &user, QWidget *parent)
    : QDialog(parent)
    , mFresh(new NewPasswordForm(port))
    , mMustChange(new QCheckBox(tr("Ask for another one at the next sign-in")))
    , mButtons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel))
{
    setWindowTitle(tr("Password of %1").arg(user));
    setMinimumWidth(kWidth);
    auto *heading = new QLabel(tr("Password of %1").arg(user));
    heading->setObjectName(u"dialogHeading"_s);
    auto *hint = new QLabel(tr("Whoever is signed in with this account has to sign in again."));
    hint->setWordWrap(true);
    mFresh->setUser(user);
    mMustChange->setObjectName(u"mustChange"_s);
    mMustChange->setChecked(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(16);
    column->addWidget(heading);
    column->addWidget(hint);
    column->addWidget(mFresh);
    column->addWidget(mMustChange);
    column->addWidget(mButtons);
    mButtons->button(QDialogButtonBox::Ok)->setText(tr("Set password"));
    mButtons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    connect(mFresh, &NewPasswordForm::changed, this, &PasswordDialog::update);
    connect(mFresh, &NewPasswordForm::accepted, this, &PasswordDialog::give);
    connect(mButtons, &QDialogButtonBox::accepted, this, &PasswordDialog::give);
    connect(mButtons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    update();
}

void PasswordDialog::setTheme(const Theme &theme)
{
    mFresh->setTheme(theme);
}

void PasswordDialog::update()
{
    mButtons->button(QDialogButtonBox::Ok)->setEnabled(mFresh->isComplete());
}

void PasswordDialog::give()
{
    if (mFresh->isComplete()) {
        emit passwordGiven(mFresh->take(), mMustChange->isChecked());
        accept();
    }
}

} // namespace gridward
