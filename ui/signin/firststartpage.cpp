// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/firststartpage.h"

#include "ui/signin/newpasswordform.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace gridward {

FirstStartPage::FirstStartPage(SignInPort &port, QWidget *parent)
    : QWidget(parent)
    , mPort(port)
    , mTitle(new QLabel)
    , mWhy(new QLabel)
    , mNameLabel(new QLabel)
    , mName(new QLineEdit)
    , mFresh(new NewPasswordForm(port))
    , mSaid(new QLabel)
    , mGo(new QPushButton)
    , mOwner(new QPushButton)
    , mOwnerNote(new QLabel)
{
    mTitle->setObjectName(u"dialogHeading"_s);
    mTitle->setWordWrap(true);
    mWhy->setObjectName(u"signInNotice"_s);
    mWhy->setWordWrap(true);
    mNameLabel->setObjectName(u"fieldLabel"_s);
    mNameLabel->setBuddy(mName);
    mName->setObjectName(u"administratorName"_s);
    mName->setMaxLength(64);
    mSaid->setObjectName(u"signInSaid"_s);
    mSaid->setWordWrap(true);
    mSaid->hide();
    mGo->setObjectName(u"firstStartGo"_s);
    mGo->setProperty("primary", true);
    mOwner->setObjectName(u"firstStartOwner"_s);
    mOwnerNote->setObjectName(u"panelNote"_s);
    mOwnerNote->setWordWrap(true);
    auto *name = new QVBoxLayout;
    name->setSpacing(4);
    name->addWidget(mNameLabel);
    name->addWidget(mName);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    column->addWidget(mTitle);
    column->addWidget(mWhy);
    column->addLayout(name);
    column->addWidget(mFresh);
    column->addWidget(mSaid);
    column->addWidget(mGo);
    column->addWidget(mOwner);
    column->addWidget(mOwnerNote);
    connect(mName, &QLineEdit::textEdited, this, [this](const QString &text) {
        mFresh->setUser(text.trimmed());
        update();
    });
    connect(mName, &QLineEdit::returnPressed, mFresh, qOverload<>(&QWidget::setFocus));
    connect(mFresh, &NewPasswordForm::changed, this, &FirstStartPage::update);
    connect(mFresh, &NewPasswordForm::accepted, this, &FirstStartPage::submit);
    connect(mGo, &QPushButton::clicked, this, &FirstStartPage::submit);
    connect(mOwner, &QPushButton::clicked, this, &FirstStartPage::ownerChosen);
    retranslate();
}

void FirstStartPage::setTheme(const Theme &theme)
{
    mFresh->setTheme(theme);
}

void FirstStartPage::setDistrict(const QString &name)
{
    mDistrict = name;
    retranslate();
}

void FirstStartPage::start()
{
    mName->clear();
    mFresh->setUser({});
    mFresh->clear();
    mSaid->hide();
    retranslate();
    mName->setFocus();
}

void FirstStartPage::submit()
{
    if (!mGo->isEnabled()) {
        return;
    }
    mBusy = true;
    mSaid->hide();
    QFuture<Result<SignInOutcome>> answer =
        mPort.makeAdministrator(mName->text().trimmed(), mFresh->take());
    update();
    answer.then(this, [this](const Result<SignInOutcome> &outcome) {
        mBusy = false;
        if (outcome) {
            emit done();
            return;
        }
        mSaid->setText(outcome.error().message);
        mSaid->show();
        update();
    });
}

void FirstStartPage::update()
{
    mGo->setEnabled(!mBusy && isUserName(mName->text().trimmed()) && mFresh->isComplete());
}

void FirstStartPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void FirstStartPage::retranslate()
{
    mTitle->setText(mDistrict.isEmpty() ? tr("The first administrator")
                                        : tr("The first administrator of %1").arg(mDistrict));
    mWhy->setText(tr("Nobody has a password here yet, so whoever can open the file may do "
                     "everything. Make an administrator; he or she makes the other accounts."));
    mNameLabel->setText(tr("Name to sign in with: 2 to 64 letters, digits, dots, hyphens or "
                           "underscores"));
    mName->setAccessibleName(tr("Name"));
    mGo->setText(tr("Make this administrator and sign in"));
    mOwner->setText(tr("Work as the local owner for now"));
    mOwnerNote->setText(
        tr("The owner may do everything, and the log will say “owner”, not who it was."));
    update();
}

} // namespace gridward
