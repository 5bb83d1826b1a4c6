// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <QDate>
#include <QSet>

#include <array>
#include <chrono>
#include <cstdint>
#include <utility>
#include <vector>

QT_BEGIN_NAMESPACE
class QTimeZone;
QT_END_NAMESPACE

namespace gridward {

/** The years whose days a WorkTimeTable holds one by one; holidays must lie within them. */
inline constexpr int kFirstTableYear = 1990;
inline constexpr int kLastTableYear = 2070;

/** A piece of a day: time since the day began. */
struct DayPiece
{
    std::chrono::milliseconds from{0};
    std::chrono::milliseconds to{0};

    bool operator==(const DayPiece &) const = default;
};

/** What a WorkTimeTable is made from. */
struct WorkTimePlan
{
    std::array<bool, 7> week{};  ///< is it a working day? Monday first
    std::vector<DayPiece> hours; ///< on the wall clock; in order, without overlap
    QSet<QDate> off;             ///< days that are not worked, whatever the week says
    QSet<QDate> on;              ///< days that are worked, whatever the week says
};

/**
 * Working time as a function that only grows: where each local day begins and how much work lies
 * before it. The days of kFirstTableYear … kLastTableYear are counted once, when the table is made;
 * before and after them there are plain weeks of days of 24 hours without holidays. Moments before
 * the year 1 and after the year 9999 count as those. Owned by a WorkingCalendar; never changes, so
 * any thread may read it.
 */
class WorkTimeTable
{
public:
    using Milliseconds = std::chrono::milliseconds;
    /** Days since 1970-01-01 in local time. */
    using Day = std::int64_t;

    /** The week must have a working day and the hours a piece, or nothing would ever be due. */
    WorkTimeTable(const QTimeZone &zone, const WorkTimePlan &plan);

    [[nodiscard]] static Day dayOf(QDate date);
    [[nodiscard]] static QDate dateOf(Day day);

    [[nodiscard]] Day dayAt(Instant instant) const;
    [[nodiscard]] Instant startOf(Day day) const;
    /** The working pieces of a day, in order, without gaps between neighbours that touch. */
    [[nodiscard]] const std::vector<DayPiece> &piecesOf(Day day) const;

    /** Working time up to a moment, since a zero of the table's own. Constant time. */
    [[nodiscard]] Milliseconds workedUntil(Instant instant) const;
    /** The first moment by which so much has been worked. */
    [[nodiscard]] Instant firstReaching(Milliseconds worked) const;
    /** The last moment by which no more than so much has been worked. */
    [[nodiscard]] Instant lastHaving(Milliseconds worked) const;

private:
    /** From `from` on, the wall clock is `offset` ahead of UTC. */
    struct Regime
    {
        Instant from;
        Milliseconds offset;
    };

    [[nodiscard]] static std::vector<Regime> regimesOf(const QTimeZone &zone);
    void lookUpDays(const std::vector<Regime> &regimes);
    void countWork(const std::vector<Regime> &regimes, const WorkTimePlan &plan);
    [[nodiscard]] std::vector<DayPiece> piecesOfOddDay(std::size_t index,
                                                       const std::vector<Regime> &regimes) const;
    [[nodiscard]] Milliseconds workedBefore(Day day) const;
    [[nodiscard]] Milliseconds workedBeforeOutside(Day edge, Milliseconds worked, Day day) const;
    [[nodiscard]] bool isWorkedOutside(Day day) const;

    std::array<bool, 7> mWeek{};
    Milliseconds mDayWork{0};
    Milliseconds mWeekWork{0};
    std::vector<Instant> mStarts;      ///< of each day of the table, and of the day after it
    std::vector<Milliseconds> mWorked; ///< before each of these days
    std::vector<DayPiece> mPieces;     ///< of a working day of 24 hours
    /** Days on which the clocks change, in order: their pieces are their own. */
    std::vector<std::pair<Day, std::vector<DayPiece>>> mOddDays;
};

} // namespace gridward
