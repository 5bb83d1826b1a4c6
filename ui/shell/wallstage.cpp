// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/wallstage.h"

#include "ui/shell/mainwindow.h"
#include "ui/workspaces/wallworkspace.h"

#include <QGuiApplication>
#include <QScreen>

#include <algorithm>

namespace gridward {

namespace {

constexpr int kSettle = 300; ///< milliseconds

} // namespace

WallStage::WallStage(MainWindow &window, MonitorsPort &monitors, QObject *parent)
    : QObject(parent)
    , mWindow(window)
    , mMonitors(monitors)
{
    mSettle.setSingleShot(true);
    mSettle.setInterval(kSettle);
    connect(&mSettle, &QTimer::timeout, this, &WallStage::arrange);
    connect(&mMonitors, &MonitorsPort::changed, &mSettle, qOverload<>(&QTimer::start));
    connect(&mWindow, &MainWindow::bareWallChanged, this, [this](bool isBareWall) {
        if (isBareWall && !mIsOn) {
            mIsOn = true;
            mSettle.start(); // the window is on its way to full screen
        } else if (!isBareWall && mIsOn) {
            end();
        }
    });
}

void WallStage::setRule(const MonitorRule &rule)
{
    mRule = rule;
    mArranged.clear();
    arrange();
}

void WallStage::begin()
{
    mIsOn = true;
    mWindow.setBare(true);
    arrange();
    if (!mWindow.isVisible()) { // no monitor yet
        mWindow.showFullScreen();
    }
}

void WallStage::arrange()
{
    if (!mIsOn) {
        return;
    }
    const QList<WallWindow> windows =
        wallWindows(mRule, mMonitors.monitors(), mWindow.wall()->scenes().all());
    if (windows.isEmpty()) {
        mArranged.clear(); // all are unplugged: nobody knows where the desktop leaves the windows
        return;
    }
    if (windows == mArranged) {
        return;
    }
    mArranged = windows;
    mWindow.wall()->setShare(windows.first().scenes, windows.first().takesOver);
    put(mWindow, windows.first());
    for (qsizetype i = 1; i < windows.size(); ++i) {
        if (mOthers.size() < i) {
            mOthers.append(mWindow.makeFurtherWall());
        }
        if (WallWorkspace *wall = mOthers.at(i - 1)) {
            wall->setShare(windows.at(i).scenes, windows.at(i).takesOver);
            put(*wall, windows.at(i));
        }
    }
    for (qsizetype i = windows.size() - 1; i < mOthers.size(); ++i) {
        if (mOthers.at(i)) {
            mOthers.at(i)->hide();
        }
    }
}

void WallStage::end()
{
    mIsOn = false;
    mSettle.stop();
    mArranged.clear();
    for (const QPointer<WallWorkspace> &wall : std::as_const(mOthers)) {
        if (wall) {
            wall->hide();
        }
    }
    mWindow.wall()->setShare({}, true);
    if (mWindow.windowFlags().testFlag(Qt::FramelessWindowHint)) {
        mWindow.setWindowFlag(Qt::FramelessWindowHint, false);
        mWindow.show();
    }
}

void WallStage::put(QWidget &window, const WallWindow &where)
{
    if (!where.spans && window.isVisible() && window.isFullScreen() &&
        window.geometry() == where.place) {
        return;
    }
    if (window.windowFlags().testFlag(Qt::FramelessWindowHint) != where.spans) {
        window.setWindowFlag(Qt::FramelessWindowHint, where.spans);
    }
    const QList<QScreen *> screens = QGuiApplication::screens();
    const auto screen = std::ranges::find(screens, where.monitor, &QScreen::name);
    if (!where.spans && screen != screens.end()) {
        window.setScreen(*screen); // where the desktop lets nobody say where a window goes
    }
    if (where.spans || window.isFullScreen()) {
        window.setWindowState(window.windowState() & ~Qt::WindowFullScreen);
    }
    window.setGeometry(where.place);
    if (where.spans) {
        // No desktop has a full screen over several monitors: a window without a frame, then.
        window.show();
    } else {
        window.showFullScreen();
    }
}

} // namespace gridward
