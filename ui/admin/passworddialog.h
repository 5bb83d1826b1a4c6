// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/secret.h"

#include <QDialog>

class QCheckBox;
class QDialogButtonBox;

namespace gridward {

class NewPasswordForm;
class SignInPort;
struct Theme;

/** Asks for a new password of somebody's account, twice, with its rules. GUI thread. */
class PasswordDialog final : public QDialog
{
    Q_OBJECT
public:
    /** The port outlives it. */
    PasswordDialog(SignInPort &port, const QString &user, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);

signals:
    void passwordGiven(const gridward::Secret &password, bool mustChange);

private:
    void update();
    void give();

    NewPasswordForm *mFresh;
    QCheckBox *mMustChange;
    QDialogButtonBox *mButtons;
};

} // namespace gridward
