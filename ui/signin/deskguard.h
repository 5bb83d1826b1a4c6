// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/signin/signincover.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <map>

namespace gridward {

/**
 * Covers the windows of a desk while nobody is signed in, after it was locked or left alone, and
 * for signing in, changing a password or choosing a user; never a wall that somebody watches. What
 * is covered answers neither the mouse nor a key. GUI thread; what it is given outlives it.
 */
class DeskGuard final : public QObject
{
    Q_OBJECT
public:
    /** The windows at this moment. */
    struct Windows
    {
        QWidget *main = nullptr;
        std::function<bool()> mainIsWall;         ///< nothing but a wall, for all to see
        std::function<QList<QWidget *>()> others; ///< torn-off desks; walls are left out
        std::function<bool()> watchesWall;        ///< there is a wall, here or torn off
    };
    DeskGuard(DistrictPort &district, SignInPort &port, Windows windows);
    ~DeskGuard() override;

    void setTheme(const Theme &theme);
    /** Minutes without a key or the mouse until the desk is locked; 0: never. */
    void setIdleMinutes(int minutes);
    /** Asks once who sits there, also where everybody is taken at their word. */
    void setAsksAtStart(bool asks);
    [[nodiscard]] bool isCovered() const { return mPage != CoverPage::None; }
    [[nodiscard]] bool isLocked() const { return mIsLocked; }

public slots:
    void lock();
    void signOut();
    void changePassword();
    void chooseUser();
    /** Looks again which windows there are, and what they are. */
    void update();

public:
    /** For pictures: "sign-in", "lock", "first-start", "choose-user", "change-password". */
    bool showScene(const QString &id);

signals:
    void coveredChanged(bool covered);
    void messageRaised(const QString &message);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] CoverPage wantedPage() const;
    [[nodiscard]] bool isSignedOut() const;
    void readState();
    void cover(QWidget *window);
    void uncover(QWidget *window);
    void closeDialogs();
    void endSession(const QString &why);
    [[nodiscard]] bool reaches(QObject *target) const;
    void noteInput();

    DistrictPort &mDistrict;
    SignInPort &mPort;
    Windows mWindows;
    const Theme *mTheme = nullptr;
    std::map<QWidget *, QPointer<SignInCover>> mCovers;
    CoverPage mPage = CoverPage::None;
    CoverPage mAsked = CoverPage::None; ///< by somebody who is signed in
    bool mIsLocked = false;
    bool mAsksAtStart = false;
    QString mNotice;
    QTimer mIdle;
    QTimer mWallUse;
};

} // namespace gridward
