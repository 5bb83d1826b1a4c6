// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/roledialog.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace gridward {

RoleDialog::RoleDialog(QWidget *parent)
    : QDialog(parent)
    , mId(new QLineEdit)
    , mName(new QLineEdit)
    , mNameEn(new QLineEdit)
    , mButtons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel))
{
    setWindowTitle(tr("New role"));
    auto *heading = new QLabel(tr("New role"));
    heading->setObjectName(u"dialogHeading"_s);
    auto *hint = new QLabel(tr("A new role may nothing at first. Give it what it needs in the "
                               "table, then give it to accounts."));
    hint->setWordWrap(true);
    mId->setPlaceholderText(tr("for example guide"));
    mId->setObjectName(u"roleId"_s);
    mName->setObjectName(u"roleName"_s);
    auto *form = new QFormLayout;
    form->addRow(tr("Id (letters and digits)"), mId);
    form->addRow(tr("Name in Chinese"), mName);
    form->addRow(tr("Name in English"), mNameEn);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(16);
    column->addWidget(heading);
    column->addWidget(hint);
    column->addLayout(form);
    column->addWidget(mButtons);
    mButtons->button(QDialogButtonBox::Ok)->setText(tr("Add"));
    mButtons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    connect(mId, &QLineEdit::textChanged, this, &RoleDialog::update);
    connect(mName, &QLineEdit::textChanged, this, &RoleDialog::update);
    connect(mButtons, &QDialogButtonBox::accepted, this, &RoleDialog::give);
    connect(mButtons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    update();
}

void RoleDialog::update()
{
    mButtons->button(QDialogButtonBox::Ok)
        ->setEnabled(!mId->text().trimmed().isEmpty() && !mName->text().trimmed().isEmpty());
}

void RoleDialog::give()
{
    emit roleGiven({mId->text().trimmed(), mName->text().trimmed(), mNameEn->text().trimmed()});
    accept();
}

} // namespace gridward
