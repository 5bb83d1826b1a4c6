// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/signinport.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace gridward {

class PasswordField;
struct Theme;

/**
 * Name and password; or, for a locked desk, the password of whoever locked it. Says that it was
 * wrong and how long to wait, not what was wrong. GUI thread; the port outlives it.
 */
class SignInPage final : public QWidget
{
    Q_OBJECT
public:
    enum class Use { SignIn, Unlock };
    SignInPage(SignInPort &port, Use use, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /** Whose desk is locked; whether a password is needed to go on. */
    void setLockedUser(const QString &name, bool needsPassword);
    /** Empties all fields and takes the keyboard. */
    void start();
    /** Said above the fields, such as why the session ended. */
    void setNotice(const QString &text);

signals:
    void unlocked();
    void otherUserRequested();
    /** Right, but the password has to be changed first. */
    void changeRequired(const QString &name, const gridward::Secret &old);

protected:
    void changeEvent(QEvent *event) override;

private:
    void submit();
    void take(const Result<SignInOutcome> &outcome, const QString &name, const Secret &password);
    void say(const QString &text);
    void waitFor(std::chrono::seconds time);
    void showWait();
    void update();
    void retranslate();

    SignInPort &mPort;
    Use mUse;
    QLabel *mTitle;
    QLabel *mNotice;
    QLabel *mNameLabel;
    QLineEdit *mName;
    PasswordField *mPassword;
    QCheckBox *mKeep;
    QLabel *mKeepNote;
    QLabel *mSaid;
    QPushButton *mGo;
    QPushButton *mOther;
    QString mLockedUser;
    bool mNeedsPassword = true;
    bool mBusy = false;
    int mWait = 0; ///< seconds
    QTimer mTick;
};

} // namespace gridward
