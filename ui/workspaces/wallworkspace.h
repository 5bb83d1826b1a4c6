// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/districtport.h"
#include "models/view/wall/walldata.h"
#include "models/view/wall/walldirector.h"
#include "models/view/wall/wallfigure.h"
#include "models/view/wall/wallscenes.h"
#include "ui/wall/walloptions.h"

#include <QElapsedTimer>
#include <QFileSystemWatcher>
#include <QStringList>
#include <QTimer>
#include <QWidget>

#include <optional>

namespace gridward {

class LiveCases;
class MapPort;
class WallClock;
class WallNotice;
class WallPanel;
class WallPlaceholder;
class WallScreen;
class WallTitle;
struct Theme;

/**
 * The workspace `wall`, for staff who look from eight metres and never click: scenes that take
 * turns, the urgent case that takes over, the clock, and whether all of it can be believed. Takes
 * no input. Follows the ports by itself while it is visible and catches up when it is shown;
 * repaints what changed only.
 *
 * The map is its own (MapUse::Watch): the workspace gives it theme, clock and language. app gives
 * it the district, the cases and the staff, as it does for the main map. GUI thread.
 */
class WallWorkspace final : public QWidget
{
    Q_OBJECT
public:
    /** Becomes the parent of `mapWidget`; the references must outlive it. */
    WallWorkspace(DistrictPort &district,
                  LiveCases &live,
                  WallPort &wall,
                  MapPort &wallMap,
                  QWidget *mapWidget,
                  QWidget *parent = nullptr);

    /** Of the wall and its map. Night until told otherwise: it suits a wall better. */
    void setTheme(const Theme &theme);
    /** Reads the scenes again, too; as it does by itself when a file of theirs changes. */
    void setOptions(const WallOptions &options);
    [[nodiscard]] const WallOptions &options() const { return mOptions; }
    [[nodiscard]] const WallScenes &scenes() const { return mScenes; }
    /**
     * On one of several monitors: these scenes only, in turns (the incident scene alone shows the
     * most urgent case), and whether urgent cases take it over. Empty, or none that is there: all.
     */
    void setShare(const QStringList &scenes, bool takesOver);

    /** Shows one scene and nothing else; false if there is none of that id. */
    bool showScene(const QString &id);
    /** The next scene has its turn when nextTurn() says so: for pictures, one after the other. */
    void setTurnsByHand() { mDirector.setTurnsByHand(); }
    void nextTurn();
    [[nodiscard]] const WallShown &shown() const { return mDirector.shown(); }
    /** What to show again after a restart. */
    [[nodiscard]] QByteArray state() const { return mDirector.state(); }
    void resume(const QByteArray &state);

    /** True once all that the scene shows is there, or will not come: for pictures of the wall. */
    [[nodiscard]] bool isSettled() const;
    [[nodiscard]] WallScreen &screen() const { return *mScreen; }

    /** All that it shows, anew and at once: isSettled() once it is there. */
    void readAgain();

public slots:
    /** Looks at the clock: called each second while visible. */
    void tick();

signals:
    /** Another scene, or another case. */
    void sceneChanged();
    /** It is on a screen now, or no longer. */
    void shownChanged(bool shown);

protected:
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QList<WallPanel *> framePanels() const;
    void connectSources();
    void layOut();
    void retranslate();
    void nameDistrict();
    void takeDistrict();
    void showState();
    void direct();
    void showScene(const WallShown &shown);
    void takeScenes();
    void rereadScenes();
    void watchScenes();
    void tellSince();
    void scheduleTick();
    [[nodiscard]] bool isBelieved() const;

    DistrictPort &mDistrict;
    LiveCases &mLive;
    MapPort &mMap;
    const Theme *mTheme;
    WallOptions mOptions;
    WallScenes mScenes;
    QStringList mShare;
    QFileSystemWatcher mWatcher; ///< of the user's own scenes
    QTimer mReread;              ///< once whoever writes them is done
    bool mTakesOver = true;
    WallDirector mDirector;
    WallData mData;
    WallTitle *mTitle;
    WallClock *mClock;
    WallNotice *mNotice;
    WallPlaceholder *mPlaceholder;
    WallScreen *mScreen;
    std::optional<WallShown> mOnScreen;
    QTimer mTick;
    QElapsedTimer mSteady;
    bool mWasRead = false; ///< there is something to show, be it old
};

} // namespace gridward
