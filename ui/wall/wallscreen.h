// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/view/wall/wallcontent.h"
#include "models/view/wall/walldata.h"
#include "models/view/wall/wallscene.h"

#include <QElapsedTimer>
#include <QHash>
#include <QSet>
#include <QWidget>

namespace gridward {

class MapPort;
class WallCaseList;
class WallChart;
class WallCounters;
class WallIncidentTile;
class WallIndicators;
class WallLines;
class WallPanel;
class WallRank;
class WallTile;
struct Theme;

/**
 * The tiles of a wall. All of them are made once and kept; a scene says which of them are to be
 * seen and where. Shows what it is told of: the open cases, and what WallData has read. Words of
 * ages change at the full minute, all at once, so that a quiet wall rests. GUI thread.
 */
class WallScreen final : public QWidget
{
    Q_OBJECT
public:
    /** Becomes the parent of the map's widget; the others outlive it. */
    WallScreen(DistrictPort &district,
               LiveCases &live,
               WallData &readings,
               QWidget *mapWidget,
               QWidget *parent);

    void setTheme(const Theme &theme);
    /** The smallest text, pixels. */
    void setUnit(int pixels);
    void setScene(const WallScene &scene);
    [[nodiscard]] const WallScene &scene() const { return mScene; }
    [[nodiscard]] const WallData &data() const { return mData; }
    [[nodiscard]] const SceneArrangement &arrangement() const { return mArrangement; }
    /** Names of staff, or how many they are. */
    void setShowsNames(bool shows);
    /** What is shown is out of date, all of it. */
    void setStale(bool stale);
    /** The language has changed. */
    void retranslate();
    /** Nothing moves, and nothing is about to change by itself: a picture is of one moment. */
    [[nodiscard]] bool isAtRest() const;
    /** Which readings a scene needs. */
    [[nodiscard]] static QSet<int> partsOf(const WallScene &scene);

public slots:
    /** Looks at the district's clock: counters by the second, ages by the minute. */
    void tick();
    /** Everything that is to be seen, anew. */
    void refresh();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QList<WallTile *> tiles() const;
    [[nodiscard]] WallTile *tileOf(TileKind kind) const;
    [[nodiscard]] bool isShown(TileKind kind) const;
    [[nodiscard]] WallWording wording() const;
    void layOut();
    void takeReset();
    void takeChanged(const QList<Case> &cases);
    void takePart(WallData::Part part);
    void refreshTile(TileKind kind);
    /** `part`: what its figures were read with, if their age is to be watched. */
    void showHead(TileKind kind,
                  const TileHead &head,
                  std::optional<WallData::Part> part = std::nullopt);
    /** What is said in the place of what was not read. */
    [[nodiscard]] QString whyNothing(const QString &problem, WallData::Part part) const;
    template <typename T, typename Compose>
    void showLines(TileKind kind,
                   const WallReading<T> &reading,
                   WallData::Part part,
                   const Compose &compose);
    void showCounters();
    void showBurning();
    void showRhythm();
    void showStreets();
    void showUnits();
    void showIncident();
    void showIndicators();
    [[nodiscard]] const OpenTallies &tallies();

    DistrictPort &mDistrict;
    LiveCases &mLive;
    WallData &mData;
    QWidget *mMapWidget;
    QWidget *mVeil; ///< greys the map
    const Theme *mTheme;
    WallCounters *mCounters;
    WallCaseList *mBurning;
    WallChart *mChart;
    WallRank *mStreets;
    WallIndicators *mIndicators;
    WallIncidentTile *mIncident;
    QHash<TileKind, WallLines *> mLines;
    QHash<QUuid, Case> mUrgent; ///< open, orange or red: what may burn
    WallScene mScene;
    SceneArrangement mArrangement;
    int mUnit = 24;
    bool mShowsNames = false;
    bool mIsStale = false;
    qint64 mMinute = -1; ///< of the district's clock, to which ages are worded
    OpenTallies mTallies;
    QElapsedTimer mTalliesAge;
    bool mTalliesDue = true;
    bool mBurningDue = false;
};

} // namespace gridward
