// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/wallport.h"
#include "models/view/livecases.h"

#include <QDateTime>
#include <QObject>
#include <QSet>
#include <QUuid>

#include <chrono>
#include <functional>
#include <optional>

namespace gridward {

/** What the wall has been told, and when. */
template <typename T>
struct WallReading
{
    std::optional<T> value = {};
    QString problem = {};                  ///< why the last reading failed; the one before stays
    bool isAsked = false;                  ///< an answer is awaited
    bool isDue = true;                     ///< something happened, or time has passed
    std::chrono::milliseconds askedAt{-1}; ///< of the steady clock; below 0: never

    /** It is there, or will not come. */
    [[nodiscard]] bool isSettled() const { return value || !problem.isEmpty(); }
};

/**
 * All that a wall shows, read anew by a plan while somebody looks: events after they happened, the
 * rhythm at the full hour, streets, duty and month from time to time. Answers of another district
 * are dropped. Moments are of the district's clock, pauses of a steady one, so that a demonstration
 * that is played fast is not read without end. GUI thread.
 */
class WallData final : public QObject
{
    Q_OBJECT
public:
    using Steady = std::chrono::milliseconds;
    enum class Part { Rhythm, Events, Streets, Incident, Duty, Month };

    /** All outlive it. */
    WallData(DistrictPort &district, LiveCases &live, WallPort &wall, QObject *parent = nullptr);

    /** Which parts are to be seen: others are not read. */
    void setWanted(const QSet<int> &parts);
    /** About which case; null: none. */
    void setIncident(const QUuid &id);
    [[nodiscard]] bool hasIncident() const { return !mIncidentId.isNull(); }
    /** Reads what is due. To be called each second while the wall is visible and the store can be
     * believed. */
    void advance(Steady now);
    /** All of it is to be read again, as soon as its pace allows. */
    void readAgain();
    /** The same at once, and nothing is settled before: for pictures that have to be of now. */
    void renew();

    [[nodiscard]] const WallReading<WallRhythm> &rhythm() const { return mRhythm; }
    [[nodiscard]] const WallReading<WallEvents> &events() const { return mEvents; }
    [[nodiscard]] const WallReading<WallStreets> &streets() const { return mStreets; }
    [[nodiscard]] const WallReading<WallIncident> &incident() const { return mIncident; }
    [[nodiscard]] const WallReading<WallDuty> &duty() const { return mDuty; }
    [[nodiscard]] const WallReading<WallMonth> &month() const { return mMonth; }
    /** The open cases were read. */
    [[nodiscard]] bool knowsCases() const { return mKnowsCases; }
    /** All that is wanted is there, or will not come. */
    [[nodiscard]] bool isSettled() const;
    /** How long a part may go without a new reading before it is called old. */
    [[nodiscard]] static std::chrono::milliseconds limitOf(Part part);

signals:
    void changed(gridward::WallData::Part part);

private:
    template <typename T>
    void read(Part part, WallReading<T> &reading, const std::function<QFuture<Result<T>>()> &ask);
    void readDue(Part part);
    [[nodiscard]] bool isDue(Part part);
    void forget();
    void takeChanged(const QList<Case> &cases);
    /** Those that were registered after the rhythm that was read last. */
    void noteNew(const QList<Case> &cases);
    /** To a rhythm that was just read. */
    void addNoted();
    /** Into the rhythm; false if it is of another day. */
    bool count(Instant registered);

    DistrictPort &mDistrict;
    LiveCases &mLive;
    WallPort &mWall;
    QSet<int> mWanted;
    QUuid mIncidentId;
    Steady mNow{};
    WallReading<WallRhythm> mRhythm;
    WallReading<WallEvents> mEvents;
    WallReading<WallStreets> mStreets;
    WallReading<WallIncident> mIncident;
    WallReading<WallDuty> mDuty;
    WallReading<WallMonth> mMonth;
    QHash<QUuid, Instant> mNoted;       ///< registered after mRhythmTo
    Instant mRhythmTo{};                ///< until when the rhythm that was read counts
    std::pair<QString, Instant> mStore; ///< whose readings these are
    QDateTime mRhythmHour;              ///< of which it was read
    bool mKnowsCases = false;
    int mGeneration = 0; ///< another store: what was asked before says nothing
};

} // namespace gridward
