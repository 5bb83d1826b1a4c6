// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/deskguard.h"

#include "models/service/districtport.h"

#include <QApplication>
#include <QEvent>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kWallUse = 60'000; ///< milliseconds: while a wall is watched its session is in use

constexpr int kMostPopups = 16;

bool isInput(QEvent::Type type)
{
    static constexpr std::array kTypes{QEvent::KeyPress,
                                       QEvent::MouseButtonPress,
                                       QEvent::MouseMove,
                                       QEvent::Wheel,
                                       QEvent::TouchBegin,
                                       QEvent::TabletPress};
    return std::ranges::find(kTypes, type) != kTypes.end();
}

QWidget *widgetOf(QObject *object)
{
    while (object != nullptr && !object->isWidgetType()) {
        object = object->parent();
    }
    return qobject_cast<QWidget *>(object);
}

} // namespace

DeskGuard::DeskGuard(DistrictPort &district, SignInPort &port, Windows windows)
    : QObject(windows.main)
    , mDistrict(district)
    , mPort(port)
    , mWindows(std::move(windows))
{
    mIdle.setObjectName(u"idle"_s);
    mIdle.setParent(this);
    mIdle.setSingleShot(true);
    connect(&mIdle, &QTimer::timeout, this, &DeskGuard::lock);
    mWallUse.setInterval(kWallUse);
    connect(&mWallUse, &QTimer::timeout, this, [this] {
        if (mWindows.watchesWall()) {
            mPort.noteUse();
        }
    });
    mWallUse.start();
    connect(&mDistrict, &DistrictPort::stateChanged, this, &DeskGuard::readState);
    connect(&mDistrict, &DistrictPort::userChanged, this, &DeskGuard::readState);
    connect(&mPort, &SignInPort::wayChanged, this, &DeskGuard::readState);
    connect(&mPort, &SignInPort::sessionEnded, this, &DeskGuard::endSession);
    connect(&mPort, &SignInPort::messageRaised, this, &DeskGuard::messageRaised);
    qApp->installEventFilter(this);
}

DeskGuard::~DeskGuard() = default;

void DeskGuard::setTheme(const Theme &theme)
{
    mTheme = &theme;
    for (const auto &[window, cover] : mCovers) {
        if (cover) {
            cover->setTheme(theme);
        }
    }
}

void DeskGuard::setIdleMinutes(int minutes)
{
    mIdle.setInterval(minutes * 60'000);
    minutes > 0 ? mIdle.start() : mIdle.stop();
}

void DeskGuard::setAsksAtStart(bool asks)
{
    mAsksAtStart = asks;
    readState();
}

void DeskGuard::lock()
{
    // The owner of a store without accounts has nothing to prove it with.
    if (mDistrict.user().name.isEmpty() || mDistrict.user().role == "owner"_L1) {
        return;
    }
    mIsLocked = true;
    mAsked = CoverPage::None;
    update();
}

void DeskGuard::signOut()
{
    mIsLocked = false;
    mAsked = CoverPage::None;
    mNotice.clear();
    mPort.signOut();
    update();
}

void DeskGuard::changePassword()
{
    if (mPort.way() == SignInWay::Password && !mIsLocked) {
        mAsked = CoverPage::ChangePassword;
        update();
    }
}

void DeskGuard::chooseUser()
{
    if (mIsLocked) {
        return;
    }
    if (mPort.way() == SignInWay::Password) {
        signOut();
        return;
    }
    mAsked = mPort.way() == SignInWay::Choice ? CoverPage::Choice : CoverPage::FirstStart;
    update();
}

void DeskGuard::endSession(const QString &why)
{
    mNotice = why == "idle"_L1       ? tr("The session ended because nobody used it.")
              : why == "expired"_L1  ? tr("The session has lasted its time. Sign in again.")
              : why == "password"_L1 ? tr("The password was changed elsewhere. Sign in again.")
              : why == "disabled"_L1 ? tr("This account was disabled.")
                                     : tr("The session was ended elsewhere.");
    const bool isOver = why == "disabled"_L1 || why == "password"_L1;
    if (!isOver && mWindows.watchesWall()) {
        // The wall goes on for those who watch it; at the desk somebody has to sign in again.
        mIsLocked = true;
        update();
        return;
    }
    const QString notice = mNotice;
    signOut();
    mNotice = notice;
    update();
}

void DeskGuard::readState()
{
    const bool isLive = mDistrict.state() == StoreState::Live && mPort.way() != SignInWay::None;
    if (isSignedOut()) {
        mIsLocked = false;
        mAsked = CoverPage::None;
        mAsksAtStart = false;
    } else if (isLive && std::exchange(mAsksAtStart, false)) {
        mAsked = mPort.way() == SignInWay::Choice       ? CoverPage::Choice
                 : mPort.way() == SignInWay::FirstStart ? CoverPage::FirstStart
                                                        : CoverPage::None;
    }
    update();
}

bool DeskGuard::isSignedOut() const
{
    // A store that does not answer for a while lets nobody in either.
    const StoreState state = mDistrict.state();
    return state == StoreState::SignedOut ||
           (state == StoreState::Stale && mDistrict.user().name.isEmpty());
}

CoverPage DeskGuard::wantedPage() const
{
    if (isSignedOut()) {
        switch (mPort.way()) {
        case SignInWay::Choice:
            return CoverPage::Choice;
        case SignInWay::FirstStart:
            return CoverPage::FirstStart;
        default:
            return CoverPage::SignIn;
        }
    }
    return mIsLocked ? CoverPage::Lock : mAsked;
}

void DeskGuard::update()
{
    const CoverPage wanted = wantedPage();
    const bool wasCovered = isCovered();
    mPage = wanted;
    // A wall is asked nothing: with nobody signed in it says so, and that Esc leads to the desk.
    const bool leavesWall = mWindows.mainIsWall();
    QList<QWidget *> windows = mWindows.others();
    if (!leavesWall) {
        windows.append(mWindows.main);
    }
    if (wanted == CoverPage::None) {
        windows.clear();
    }
    for (auto known = mCovers.begin(); known != mCovers.end();) {
        QWidget *window = known->first;
        ++known;
        if (!windows.contains(window)) {
            uncover(window);
        }
    }
    for (QWidget *window : std::as_const(windows)) {
        cover(window);
    }
    if (!wasCovered && isCovered()) {
        closeDialogs();
    }
    if (wasCovered != isCovered()) {
        emit coveredChanged(isCovered());
    }
    if (!isCovered()) {
        noteInput();
    }
}

void DeskGuard::cover(QWidget *window)
{
    QPointer<SignInCover> &cover = mCovers[window];
    if (!cover) {
        cover = new SignInCover(mDistrict, mPort, window);
        if (mTheme != nullptr) {
            cover->setTheme(*mTheme);
        }
        connect(cover, &SignInCover::unlocked, this, [this] {
            mIsLocked = false;
            mNotice.clear();
            update();
        });
        connect(cover, &SignInCover::otherUserRequested, this, &DeskGuard::signOut);
        connect(cover, &SignInCover::done, this, [this] {
            mAsked = CoverPage::None;
            update();
        });
        connect(cover, &SignInCover::cancelled, this, [this] {
            mAsked = CoverPage::None;
            // A forced change that was given up leads back to the beginning.
            for (const auto &[known, one] : mCovers) {
                if (one && isSignedOut()) {
                    one->showPage(CoverPage::SignIn);
                }
            }
            update();
        });
        connect(cover, &SignInCover::userChosen, this, [this](const QString &name) {
            mAsked = CoverPage::None;
            mDistrict.setUser(name);
            update();
        });
        connect(cover, &SignInCover::ownerChosen, this, [this] {
            mAsked = CoverPage::None;
            mPort.workAsOwner();
            update();
        });
    }
    // Somebody is just changing the password that gets them in.
    const bool isChanging =
        mPage == CoverPage::SignIn && cover->page() == CoverPage::ChangePassword;
    if (!isChanging) {
        cover->setNotice(mNotice);
        cover->showPage(mPage);
    }
}

void DeskGuard::uncover(QWidget *window)
{
    const auto found = mCovers.find(window);
    if (found == mCovers.end()) {
        return;
    }
    if (QPointer<SignInCover> cover = found->second) {
        cover->lift();
        cover->deleteLater(); // it may be its own button that was pressed
    }
    mCovers.erase(found);
}

void DeskGuard::closeDialogs()
{
    // A menu may have opened another one; a popup that does not close is not asked for ever.
    for (int i = 0; i < kMostPopups && QApplication::activePopupWidget() != nullptr; ++i) {
        QApplication::activePopupWidget()->close();
    }
    const QList<QWidget *> desks = mWindows.others();
    for (QWidget *window : QApplication::topLevelWidgets()) {
        const bool isOfADesk = window->parentWidget() != nullptr;
        if (window->isVisible() && isOfADesk && !desks.contains(window) &&
            window != mWindows.main) {
            window->close();
        }
    }
}

bool DeskGuard::reaches(QObject *target) const
{
    const QWidget *widget = widgetOf(target);
    for (const QWidget *one = widget; one != nullptr; one = one->parentWidget()) {
        if (qobject_cast<const SignInCover *>(one) != nullptr) {
            return true;
        }
    }
    const QWidget *window = widget != nullptr ? widget->window() : nullptr;
    const QWidget *active = QApplication::activeWindow();
    return std::ranges::none_of(mCovers, [&](const auto &covered) {
        return covered.second && (covered.first == window || covered.first == active);
    });
}

bool DeskGuard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Shortcut && isCovered() && !reaches(watched)) {
        return true;
    }
    if (isInput(event->type()) && watched->isWidgetType()) {
        noteInput();
    }
    return QObject::eventFilter(watched, event);
}

void DeskGuard::noteInput()
{
    if (!isCovered() && mIdle.interval() > 0 &&
        (!mIdle.isActive() || mIdle.remainingTime() < mIdle.interval() - 1000)) {
        mIdle.start();
        mPort.noteUse();
    }
}

bool DeskGuard::showScene(const QString &id)
{
    static const std::array<std::pair<QString, CoverPage>, 5> kScenes{
        {{u"sign-in"_s, CoverPage::SignIn},
         {u"lock"_s, CoverPage::Lock},
         {u"first-start"_s, CoverPage::FirstStart},
         {u"choose-user"_s, CoverPage::Choice},
         {u"change-password"_s, CoverPage::ChangePassword}}};
    const auto scene = std::ranges::find(kScenes, id, &std::pair<QString, CoverPage>::first);
    if (scene == kScenes.end()) {
        return false;
    }
    mIsLocked = scene->second == CoverPage::Lock;
    mAsked = mIsLocked ? CoverPage::None : scene->second;
    update();
    return true;
}

} // namespace gridward
