// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/changepasswordpage.h"

#include "ui/signin/newpasswordform.h"
#include "ui/signin/passwordfield.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace gridward {

ChangePasswordPage::ChangePasswordPage(SignInPort &port, QWidget *parent)
    : QWidget(parent)
    , mPort(port)
    , mTitle(new QLabel)
    , mWhy(new QLabel)
    , mOldField(new PasswordField(u"oldPassword"_s))
    , mFresh(new NewPasswordForm(port))
    , mSaid(new QLabel)
    , mGo(new QPushButton)
    , mCancel(new QPushButton)
{
    mTitle->setObjectName(u"dialogHeading"_s);
    mWhy->setObjectName(u"signInNotice"_s);
    mWhy->setWordWrap(true);
    mSaid->setObjectName(u"signInSaid"_s);
    mSaid->setWordWrap(true);
    mSaid->hide();
    mGo->setObjectName(u"changePasswordGo"_s);
    mGo->setProperty("primary", true);
    mCancel->setObjectName(u"changePasswordCancel"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    for (QWidget *one :
         std::initializer_list<QWidget *>{mTitle, mWhy, mOldField, mFresh, mSaid, mGo, mCancel}) {
        column->addWidget(one);
    }
    connect(mOldField, &PasswordField::changed, this, &ChangePasswordPage::update);
    connect(mOldField, &PasswordField::accepted, mFresh, qOverload<>(&QWidget::setFocus));
    connect(mFresh, &NewPasswordForm::changed, this, &ChangePasswordPage::update);
    connect(mFresh, &NewPasswordForm::accepted, this, &ChangePasswordPage::submit);
    connect(mGo, &QPushButton::clicked, this, &ChangePasswordPage::submit);
    connect(mCancel, &QPushButton::clicked, this, [this] {
        mOld = {};
        emit cancelled();
    });
    retranslate();
}

void ChangePasswordPage::setTheme(const Theme &theme)
{
    mOldField->setTheme(theme);
    mFresh->setTheme(theme);
}

void ChangePasswordPage::start(const QString &user)
{
    mUser = user;
    mOld = {};
    mIsForced = false;
    mOldField->clear();
    mOldField->show();
    mFresh->setUser(user);
    mFresh->clear();
    mSaid->hide();
    retranslate();
    mOldField->setFocus();
}

void ChangePasswordPage::startForced(const QString &user, const Secret &old)
{
    start(user);
    mOld = old;
    mIsForced = true;
    mOldField->hide();
    retranslate();
    mFresh->setFocus();
}

void ChangePasswordPage::submit()
{
    if (!mGo->isEnabled()) {
        return;
    }
    const Secret old = mIsForced ? mOld : mOldField->take();
    mBusy = true;
    mSaid->hide();
    QFuture<Result<SignInOutcome>> answer = mPort.changePassword(mUser, old, mFresh->take());
    update();
    answer.then(this, [this](const Result<SignInOutcome> &outcome) {
        mBusy = false;
        if (outcome && outcome.value().kind == SignInOutcome::Kind::In) {
            mOld = {};
            emit done();
            return;
        }
        mSaid->setText(!outcome ? outcome.error().message
                       : outcome.value().kind == SignInOutcome::Kind::Wait
                           ? outcomeWords(outcome.value())
                           : tr("The present password is wrong."));
        mSaid->show();
        update();
    });
}

void ChangePasswordPage::update()
{
    mGo->setEnabled(!mBusy && mFresh->isComplete() && (mIsForced || !mOldField->isEmpty()));
}

void ChangePasswordPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void ChangePasswordPage::retranslate()
{
    mTitle->setText(tr("Change password"));
    mWhy->setText(
        mIsForced
            ? tr("Somebody else gave you this password. Choose one that only you know; until then "
                 "nothing else can be done.")
            : tr("Wherever else %1 is signed in, they will be asked for it.").arg(mUser));
    mOldField->setLabel(tr("Present password"));
    mGo->setText(tr("Change password"));
    mCancel->setText(mIsForced ? tr("Sign in as somebody else") : tr("Leave it as it is"));
    update();
}

} // namespace gridward
