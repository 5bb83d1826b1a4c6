// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/signinport.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace gridward {

class NewPasswordForm;
class PasswordField;
struct Theme;

/** One's own password becomes another one: wanted, or demanded before anything else. */
class ChangePasswordPage final : public QWidget
{
    Q_OBJECT
public:
    /** The port outlives it. */
    explicit ChangePasswordPage(SignInPort &port, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /** Somebody who is signed in and wants it. */
    void start(const QString &user);
    /** Somebody who has just proved who they are with the old one, and gets no further with it. */
    void startForced(const QString &user, const Secret &old);

signals:
    void done();
    void cancelled();

protected:
    void changeEvent(QEvent *event) override;

private:
    void submit();
    void update();
    void retranslate();

    SignInPort &mPort;
    QLabel *mTitle;
    QLabel *mWhy;
    PasswordField *mOldField;
    NewPasswordForm *mFresh;
    QLabel *mSaid;
    QPushButton *mGo;
    QPushButton *mCancel;
    QString mUser;
    Secret mOld; ///< of a forced change
    bool mIsForced = false;
    bool mBusy = false;
};

} // namespace gridward
