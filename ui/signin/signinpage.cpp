// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/signinpage.h"

#include "ui/signin/passwordfield.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace gridward {

SignInPage::SignInPage(SignInPort &port, Use use, QWidget *parent)
    : QWidget(parent)
    , mPort(port)
    , mUse(use)
    , mTitle(new QLabel)
    , mNotice(new QLabel)
    , mNameLabel(new QLabel)
    , mName(new QLineEdit)
    , mPassword(new PasswordField(use == Use::SignIn ? u"signInPassword"_s : u"unlockPassword"_s))
    , mKeep(new QCheckBox)
    , mKeepNote(new QLabel)
    , mSaid(new QLabel)
    , mGo(new QPushButton)
    , mOther(new QPushButton)
{
    const bool isSignIn = use == Use::SignIn;
    mTitle->setObjectName(u"dialogHeading"_s);
    mTitle->setWordWrap(true);
    mNotice->setObjectName(u"signInNotice"_s);
    mNotice->setWordWrap(true);
    mNotice->hide();
    mNameLabel->setObjectName(u"fieldLabel"_s);
    mName->setObjectName(u"signInName"_s);
    mName->setMaxLength(64);
    mNameLabel->setBuddy(mName);
    mKeep->setObjectName(u"signInKeep"_s);
    mKeepNote->setObjectName(u"panelNote"_s);
    mKeepNote->setWordWrap(true);
    mSaid->setObjectName(u"signInSaid"_s);
    mSaid->setWordWrap(true);
    mSaid->hide();
    mGo->setObjectName(isSignIn ? u"signInGo"_s : u"unlockGo"_s);
    mGo->setProperty("primary", true);
    mOther->setObjectName(u"otherUser"_s);
    auto *name = new QVBoxLayout;
    name->setSpacing(4);
    name->addWidget(mNameLabel);
    name->addWidget(mName);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    column->addWidget(mTitle);
    column->addWidget(mNotice);
    column->addLayout(name);
    column->addWidget(mPassword);
    column->addWidget(mKeep);
    column->addWidget(mKeepNote);
    column->addWidget(mSaid);
    column->addWidget(mGo);
    column->addWidget(mOther);
    mNameLabel->setVisible(isSignIn);
    mName->setVisible(isSignIn);
    mKeep->setVisible(isSignIn);
    mOther->setVisible(!isSignIn);
    mTick.setInterval(1000);
    connect(&mTick, &QTimer::timeout, this, [this] {
        --mWait;
        showWait();
    });
    connect(mName, &QLineEdit::textEdited, this, &SignInPage::update);
    connect(mName, &QLineEdit::returnPressed, mPassword, qOverload<>(&QWidget::setFocus));
    connect(mPassword, &PasswordField::changed, this, &SignInPage::update);
    connect(mPassword, &PasswordField::accepted, this, &SignInPage::submit);
    connect(mGo, &QPushButton::clicked, this, &SignInPage::submit);
    connect(&mPort, &SignInPort::wayChanged, this, &SignInPage::retranslate);
    connect(mOther, &QPushButton::clicked, this, &SignInPage::otherUserRequested);
    retranslate();
}

void SignInPage::setTheme(const Theme &theme)
{
    mPassword->setTheme(theme);
}

void SignInPage::setLockedUser(const QString &name, bool needsPassword)
{
    mLockedUser = name;
    mNeedsPassword = needsPassword;
    mPassword->setVisible(needsPassword);
    retranslate();
}

void SignInPage::start()
{
    mName->setText(mPort.expectedName());
    mPassword->clear();
    mKeep->setChecked(false);
    mSaid->hide();
    retranslate();
    if (mUse == Use::SignIn && mName->text().isEmpty()) {
        mName->setFocus();
    } else if (mUse == Use::SignIn) {
        mPassword->setFocus();
    } else if (mNeedsPassword) {
        mPassword->setFocus();
    } else {
        mGo->setFocus();
    }
}

void SignInPage::setNotice(const QString &text)
{
    mNotice->setText(text);
    mNotice->setVisible(!text.isEmpty());
}

void SignInPage::submit()
{
    if (!mGo->isEnabled()) {
        return;
    }
    if (mUse == Use::Unlock && !mNeedsPassword) {
        emit unlocked();
        return;
    }
    const QString name = mUse == Use::SignIn ? mName->text() : mLockedUser;
    const Secret password = mPassword->take();
    mBusy = true;
    mSaid->hide();
    update();
    const auto answer = mUse == Use::SignIn ? mPort.signIn({name, password, mKeep->isChecked()})
                                            : mPort.unlock(password);
    QFuture<Result<SignInOutcome>>(answer).then(
        this, [this, name, password](const Result<SignInOutcome> &outcome) {
            mBusy = false;
            take(outcome, name, password);
            update();
        });
}

void SignInPage::take(const Result<SignInOutcome> &outcome,
                      const QString &name,
                      const Secret &password)
{
    if (!outcome) {
        say(outcome.error().message);
        return;
    }
    switch (outcome.value().kind) {
    case SignInOutcome::Kind::In:
        mNotice->hide();
        if (mUse == Use::Unlock) {
            emit unlocked();
        }
        return;
    case SignInOutcome::Kind::MustChange:
        emit changeRequired(name, password);
        return;
    case SignInOutcome::Kind::Wrong:
    case SignInOutcome::Kind::Wait:
        // The same words however it went wrong; the button counts the seconds.
        say(mUse == Use::SignIn ? tr("The name or the password is wrong.")
                                : tr("The password is wrong."));
        waitFor(outcome.value().wait);
        mPassword->setFocus();
        return;
    }
}

void SignInPage::say(const QString &text)
{
    mSaid->setText(text);
    mSaid->show();
}

void SignInPage::waitFor(std::chrono::seconds time)
{
    mWait = static_cast<int>(time.count());
    if (mWait > 0) {
        mTick.start();
    }
    showWait();
}

void SignInPage::showWait()
{
    if (mWait <= 0) {
        mTick.stop();
        mWait = 0;
    }
    retranslate();
}

void SignInPage::update()
{
    const bool hasPassword = !mNeedsPassword || !mPassword->isEmpty();
    const bool hasName = mUse == Use::Unlock || !mName->text().trimmed().isEmpty();
    mGo->setEnabled(!mBusy && mWait == 0 && hasName && hasPassword);
}

void SignInPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void SignInPage::retranslate()
{
    const bool isSignIn = mUse == Use::SignIn;
    mTitle->setText(isSignIn ? tr("Sign in") : tr("This desk is locked"));
    mNameLabel->setText(tr("Name"));
    mPassword->setLabel(isSignIn ? tr("Password") : tr("Password of %1").arg(mLockedUser));
    mKeep->setText(tr("Stay signed in on this computer for a week"));
    mKeep->setEnabled(mPort.canKeep());
    mKeepNote->setText(
        isSignIn ? tr("This desktop has no keyring, so Gridward cannot remember anybody here.")
                 : tr("Nobody needs a password in a demonstration or drill."));
    mKeep->setVisible(isSignIn && mPort.offersKeeping());
    mKeepNote->setVisible(isSignIn ? mPort.offersKeeping() && !mPort.canKeep() : !mNeedsPassword);
    mGo->setText(mWait > 0        ? tr("Try again in %n second(s)", nullptr, mWait)
                 : isSignIn       ? tr("Sign in")
                 : mNeedsPassword ? tr("Unlock")
                                  : tr("Go on as %1").arg(mLockedUser));
    mOther->setText(tr("Sign in as somebody else"));
    update();
}

} // namespace gridward
