// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/signinport.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace gridward {

class NewPasswordForm;
struct Theme;

/** The first administrator of a store in which nobody has a password; or not yet. */
class FirstStartPage final : public QWidget
{
    Q_OBJECT
public:
    /** The port outlives it. */
    explicit FirstStartPage(SignInPort &port, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setDistrict(const QString &name);
    void start();

signals:
    void done();
    void ownerChosen();

protected:
    void changeEvent(QEvent *event) override;

private:
    void submit();
    void update();
    void retranslate();

    SignInPort &mPort;
    QLabel *mTitle;
    QLabel *mWhy;
    QLabel *mNameLabel;
    QLineEdit *mName;
    NewPasswordForm *mFresh;
    QLabel *mSaid;
    QPushButton *mGo;
    QPushButton *mOwner;
    QLabel *mOwnerNote;
    QString mDistrict;
    bool mBusy = false;
};

} // namespace gridward
