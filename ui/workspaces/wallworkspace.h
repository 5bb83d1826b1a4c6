// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/domain/instant.h"
#include "models/service/districtport.h"

#include <QDateTime>
#include <QHash>
#include <QSet>
#include <QTimer>
#include <QWidget>

#include <array>
#include <optional>

namespace gridward {

class LiveCases;
class MapPort;
class WallCaseList;
class WallChart;
class WallClock;
class WallCounter;
class WallNotice;
class WallPanel;
class WallPlaceholder;
class WallTitle;
struct Theme;
struct WallWords;

/**
 * The workspace `wall`, for staff who look from eight metres and never click: what is burning,
 * where, since when and who is on it; the counters, the newest cases, today against the usual day,
 * a map, and whether all of it can be believed. Takes no input. Follows the port and the live
 * cases by itself while it is visible and catches up when it is shown; repaints what changed only.
 *
 * The map is its own (MapScope::Own): the workspace gives it theme, clock and language. app gives
 * it the district, the cases and the staff, as it does for the main map. GUI thread.
 */
class WallWorkspace final : public QWidget
{
    Q_OBJECT
public:
    /** Becomes the parent of `mapWidget`; the references must outlive it. */
    WallWorkspace(DistrictPort &district,
                  LiveCases &live,
                  MapPort &wallMap,
                  QWidget *mapWidget,
                  QWidget *parent = nullptr);

    /** Of the wall and its map. Night until told otherwise: it suits a wall better. */
    void setTheme(const Theme &theme);

    /** True once newest cases and rhythm are there, or will not come: for pictures of the wall. */
    [[nodiscard]] bool isSettled() const;

public slots:
    /** Looks at the clock: called each second while visible. */
    void tick();

signals:
    /** What isSettled() says became true. */
    void settled();

protected:
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QList<WallPanel *> panels() const;
    [[nodiscard]] WallWords words() const;
    void connectSources();
    void layOut();
    void retranslate();
    void nameDistrict();
    void showState();
    void takeDistrict();
    void takeReset();
    void takeChanged(const QList<Case> &cases);
    void countNew(const QList<Case> &cases);
    void catchUp();
    void refreshLists();
    void refreshCounters();
    void refreshBurning();
    void refreshNewest();
    void readNewest();
    void readRhythm();
    void settleUp();
    void scheduleTick();

    DistrictPort &mDistrict;
    LiveCases &mLive;
    MapPort &mMap;
    QWidget *mMapWidget;
    const Theme *mTheme;

    WallTitle *mTitle;
    WallClock *mClock;
    WallNotice *mNotice;
    std::array<WallCounter *, 4> mCounters; ///< open, overdue, urgent, waiting for check
    WallCaseList *mBurning;
    WallCaseList *mNewest;
    WallChart *mChart;
    WallPlaceholder *mPlaceholder;
    QWidget *mVeil; ///< greys the map

    QTimer mTick;
    QTimer mPace;               ///< lists are read and sorted once a second at most
    bool mListsDue = false;     ///< something changed since they were
    bool mBehind = true;        ///< hidden while things happened
    bool mLiveKnown = false;    ///< the live cases were filled
    QHash<QUuid, Case> mUrgent; ///< open, orange or red: what may burn
    QList<Case> mNewestCases;
    QString mNewestProblem;
    bool mNewestKnown = false;
    bool mNewestAsked = false;
    QSet<QUuid> mCounted;  ///< put into the chart since the rhythm was read
    QDateTime mRhythmHour; ///< of which it was read
    Instant mRhythmAskedAt;
    bool mRhythmKnown = false;
    bool mRhythmAsked = false;
    bool mRhythmFailed = false;
    int mGeneration = 0;      ///< another store: what was asked before says nothing
    Instant mBelievedUntil{}; ///< the last moment at which the store followed
    bool mWasRead = false;    ///< there is something to show, be it old
};

} // namespace gridward
