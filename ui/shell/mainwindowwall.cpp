// SPDX-License-Identifier: GPL-3.0-or-later
// The walls of the window: its own, and those of further monitors.
#include "ui/notify/alarmstrip.h"
#include "ui/notify/messagebar.h"
#include "ui/scenes/scenedialog.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/screenids.h"
#include "ui/shell/statuspanel.h"
#include "ui/shell/workspacehost.h"
#include "ui/shell/workspacerail.h"
#include "ui/signin/deskguard.h"
#include "ui/workspaces/wallworkspace.h"

namespace gridward {

void MainWindow::setBare(bool bare)
{
    mRail->setVisible(!bare);
    mStatus->setVisible(!bare);
    mAlarmStrip->setVisible(!bare);
    mMessages->setQuiet(bare);
    if (bare) {
        setCursor(Qt::BlankCursor);
    } else {
        unsetCursor();
    }
    if (mGuard != nullptr) {
        mGuard->update();
    }
    emit bareWallChanged(isBareWall());
}

bool MainWindow::isBareWall() const
{
    return mRail->isHidden() && mHost->currentPage() == kWall && !mHost->isTornOff(kWall);
}

WallWorkspace *MainWindow::wall()
{
    workspace(kWall);
    return mWall;
}

void MainWindow::makeWall()
{
    const WallMap map = mParts.makeWallMap();
    mWall = new WallWorkspace(mParts.district, mParts.cases, *map.wall, *map.map, map.widget);
    mWallPort = map.wall;
    mWallMap = map.widget;
    mWall->setOptions(mWallOptions);
    mWall->resume(mWallState);
    connect(mWall, &WallWorkspace::sceneChanged, this, [this] {
        emit wallStateChanged(mWall->state());
    });
    connect(mWall, &WallWorkspace::shownChanged, this, &MainWindow::wallShown);
}

WallWorkspace *MainWindow::makeFurtherWall()
{
    const WallMap map = mParts.makeWallMap();
    auto *wall =
        new WallWorkspace(mParts.district, mParts.cases, *map.wall, *map.map, map.widget, this);
    wall->setWindowFlag(Qt::Window);
    wall->setWindowTitle(windowTitle());
    wall->setCursor(Qt::BlankCursor);
    wall->setAttribute(Qt::WA_ShowWithoutActivating); // keys are for the main one
    wall->setTheme(*mWallTheme);
    wall->setOptions(mWallOptions);
    mFurtherWalls.append(wall);
    return wall;
}

void MainWindow::editScenes()
{
    if (mScenes) {
        mScenes->raise();
        mScenes->activateWindow();
        return;
    }
    workspace(kWall);
    mScenes = new SceneDialog(
        {mParts.district, mParts.cases, *mWallPort, mWallMap, *mWallTheme}, mWallOptions, this);
    mScenes->setAttribute(Qt::WA_DeleteOnClose);
    connect(mScenes, &SceneDialog::saved, this, [this] { setWallOptions(mWallOptions); });
    mScenes->open();
}

void MainWindow::tellOfScenes()
{
    // Who looks at the wall in a window may edit it; a wall has nobody to tell.
    if (mToldOfScenes || !isVisible() || isBareWall()) {
        return;
    }
    mToldOfScenes = true;
    Message message{Message::Level::Info,
                    tr("F11 fills the screen. What the wall shows, and when, is yours to say.")};
    message.actionText = tr("Scenes …");
    message.action = [this] { editScenes(); };
    mMessages->show(message);
}

void MainWindow::setWallTheme(const Theme &theme)
{
    mWallTheme = &theme;
    themeWalls();
}

void MainWindow::themeWalls()
{
    if (mWall != nullptr) {
        mWall->setTheme(*mWallTheme);
    }
    for (WallWorkspace *wall : std::as_const(mFurtherWalls)) {
        wall->setTheme(*mWallTheme);
    }
}

void MainWindow::setWallOptions(const WallOptions &options)
{
    mWallOptions = options;
    if (mWall != nullptr) {
        mWall->setOptions(options);
    }
    for (WallWorkspace *wall : std::as_const(mFurtherWalls)) {
        wall->setOptions(options);
    }
}

} // namespace gridward
