// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/signinport.h"

#include <QPointer>
#include <QWidget>

#include <cstdint>

class QFrame;
class QLabel;
class QScrollArea;

namespace gridward {

class ChangePasswordPage;
class DistrictPort;
class FirstStartPage;
class SignInPage;
class UserChoicePage;
struct Theme;

/** What covers a desk. */
enum class CoverPage : std::uint8_t { None, SignIn, Choice, FirstStart, Lock, ChangePassword };

/**
 * Lies over a whole window so that nothing behind it is seen or reached: its other children are
 * disabled, its size follows. Shows one page of signing in. GUI thread; everything it is given
 * outlives it; the window is its parent.
 */
class SignInCover final : public QWidget
{
    Q_OBJECT
public:
    SignInCover(DistrictPort &district, SignInPort &port, QWidget *window);
    ~SignInCover() override;

    void setTheme(const Theme &theme);
    void showPage(CoverPage page);
    [[nodiscard]] CoverPage page() const { return mPage; }
    /** Gives the window back: what was disabled is as before. */
    void lift();
    /** Why it is there, above the fields of signing in or unlocking. */
    void setNotice(const QString &text);

signals:
    void unlocked();
    void otherUserRequested();
    /** What was asked for has been done. */
    void done();
    /** Or is not wanted any more. */
    void cancelled();
    void userChosen(const QString &name);
    void ownerChosen();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void disableOthers();
    void retranslate();

    DistrictPort &mDistrict;
    SignInPort &mPort;
    CoverPage mPage = CoverPage::None;
    QLabel *mBrand;
    QLabel *mPlace;
    QLabel *mSimulated;
    QFrame *mCard;
    QScrollArea *mScroll;
    SignInPage *mSignIn;
    SignInPage *mUnlock;
    UserChoicePage *mChoice;
    FirstStartPage *mFirst;
    ChangePasswordPage *mChange;
    QList<QPointer<QWidget>> mDisabled;
    QPointer<QWidget> mFocus; ///< where the keyboard was
};

} // namespace gridward
