// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/worktimetable.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

namespace gridward {

namespace {

using std::chrono::days;
using std::chrono::milliseconds;
using std::chrono::sys_days;
using Day = WorkTimeTable::Day;

constexpr Day kUnixJulianDay = 2440588; // 1970-01-01
constexpr milliseconds kDay{86'400'000};
constexpr Day kDaysAWeek = 7;

constexpr Day dayNumber(int year, unsigned month, unsigned day)
{
    const std::chrono::year_month_day date{
        std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
    return sys_days(date).time_since_epoch().count();
}

constexpr Day kFirstDay = dayNumber(kFirstTableYear, 1, 1);
constexpr Day kEndDay = dayNumber(kLastTableYear + 1, 1, 1);
constexpr std::size_t kDayCount = kEndDay - kFirstDay;
// Beyond these no store could write a time, and no sum of milliseconds can overflow between them.
constexpr Instant kEarliest{sys_days(days(dayNumber(1, 1, 1)))};
constexpr Instant kLatest{sys_days(days(dayNumber(10'000, 1, 1))) - milliseconds(1)};

/** Midnight on the wall clock of a place whose clock shows UTC. */
constexpr Instant midnight(Day day)
{
    return Instant(milliseconds(day * kDay.count()));
}

constexpr Day floorDivided(std::int64_t value, std::int64_t divisor)
{
    return value / divisor - (value % divisor < 0 ? 1 : 0);
}

/** 0 for Monday. */
constexpr std::size_t weekday(Day day)
{
    constexpr Day kThursday = 3; // 1970-01-01
    const Day fromMonday = day + kThursday;
    return static_cast<std::size_t>(fromMonday - floorDivided(fromMonday, kDaysAWeek) * kDaysAWeek);
}

milliseconds lengthOf(const std::vector<DayPiece> &pieces)
{
    milliseconds length{0};
    for (const DayPiece &piece : pieces) {
        length += piece.to - piece.from;
    }
    return length;
}

void appendPiece(std::vector<DayPiece> &pieces, const DayPiece &piece)
{
    if (piece.from >= piece.to) {
        return;
    }
    if (!pieces.empty() && pieces.back().to == piece.from) {
        pieces.back().to = piece.to;
    } else {
        pieces.push_back(piece);
    }
}

} // namespace

WorkTimeTable::WorkTimeTable(const QTimeZone &zone, const WorkTimePlan &plan)
    : mWeek(plan.week)
{
    for (const DayPiece &piece : plan.hours) {
        appendPiece(mPieces, piece);
    }
    mDayWork = lengthOf(mPieces);
    mWeekWork = mDayWork * std::ranges::count(mWeek, true);
    Q_ASSERT(mWeekWork > milliseconds(0));
    const std::vector<Regime> regimes = regimesOf(zone);
    lookUpDays(regimes);
    countWork(regimes, plan);
}

Day WorkTimeTable::dayOf(QDate date)
{
    return date.toJulianDay() - kUnixJulianDay;
}

QDate WorkTimeTable::dateOf(Day day)
{
    return QDate::fromJulianDay(day + kUnixJulianDay);
}

std::vector<WorkTimeTable::Regime> WorkTimeTable::regimesOf(const QTimeZone &zone)
{
    // A year more on both sides: no clock is further from UTC than that. Year by year, since Qt
    // ends a longer list with the last change that the time zone data base spells out (2037),
    // though it knows the rule that goes on.
    const auto newYear = [](int year) {
        return QDateTime(QDate(year, 1, 1), QTime(0, 0), Qt::UTC);
    };
    std::vector<Regime> regimes{
        {kEarliest, std::chrono::seconds(zone.offsetFromUtc(newYear(kFirstTableYear - 1)))}};
    for (int year = kFirstTableYear - 1; year <= kLastTableYear + 1; ++year) {
        const QTimeZone::OffsetDataList transitions =
            zone.transitions(newYear(year), newYear(year + 1).addMSecs(-1));
        for (const QTimeZone::OffsetData &transition : transitions) {
            const milliseconds offset = std::chrono::seconds(transition.offsetFromUtc);
            if (offset != regimes.back().offset) { // else only the name of the time changed
                regimes.push_back(
                    {Instant(milliseconds(transition.atUtc.toMSecsSinceEpoch())), offset});
            }
        }
    }
    return regimes;
}

void WorkTimeTable::lookUpDays(const std::vector<Regime> &regimes)
{
    // A day begins at the first moment at which its date is on the wall. That is not always
    // midnight, and a date that was left out (Apia, 30 December 2011) begins and ends at once.
    mStarts.reserve(kDayCount + 1);
    std::size_t regime = 0;
    for (Day day = kFirstDay; day <= kEndDay; ++day) {
        const auto start = [&] {
            return std::max(regimes[regime].from, midnight(day) - regimes[regime].offset);
        };
        while (regime + 1 < regimes.size() && start() >= regimes[regime + 1].from) {
            ++regime;
        }
        mStarts.push_back(start());
    }
}

std::vector<DayPiece> WorkTimeTable::piecesOfOddDay(std::size_t index,
                                                    const std::vector<Regime> &regimes) const
{
    // What the wall clock shows decides: an hour that comes twice is worked twice, one that never
    // comes is not worked.
    const Instant start = mStarts[index];
    const Instant end = mStarts[index + 1];
    const Instant wallMidnight = midnight(kFirstDay + static_cast<Day>(index));
    std::vector<DayPiece> pieces;
    for (std::size_t i = 0; i < regimes.size(); ++i) {
        const Instant from = std::max(start, regimes[i].from);
        const Instant to = i + 1 < regimes.size() ? std::min(end, regimes[i + 1].from) : end;
        // Clocks put back over midnight (St John's, until 2011) show the day before once more.
        for (const milliseconds date : {-kDay, milliseconds(0)}) {
            const Instant shift = wallMidnight + date - regimes[i].offset;
            for (const DayPiece &piece : mPieces) {
                appendPiece(pieces,
                            {std::max(from, shift + piece.from) - start,
                             std::min(to, shift + piece.to) - start});
            }
        }
    }
    return pieces;
}

void WorkTimeTable::countWork(const std::vector<Regime> &regimes, const WorkTimePlan &plan)
{
    std::vector<bool> worked(kDayCount);
    for (std::size_t i = 0; i < kDayCount; ++i) {
        worked[i] = mWeek[weekday(kFirstDay + static_cast<Day>(i))];
    }
    const auto set = [&](const QSet<QDate> &dates, bool value) {
        for (const QDate date : dates) {
            const Day day = dayOf(date);
            if (day >= kFirstDay && day < kEndDay) {
                worked[static_cast<std::size_t>(day - kFirstDay)] = value;
            }
        }
    };
    set(plan.off, false);
    set(plan.on, true);

    mWorked.reserve(kDayCount + 1);
    milliseconds sum{0};
    for (std::size_t i = 0; i < kDayCount; ++i) {
        mWorked.push_back(sum);
        if (worked[i] && mStarts[i + 1] - mStarts[i] != kDay) {
            std::vector<DayPiece> pieces = piecesOfOddDay(i, regimes);
            sum += lengthOf(pieces);
            mOddDays.emplace_back(kFirstDay + static_cast<Day>(i), std::move(pieces));
        } else if (worked[i]) {
            sum += mDayWork;
        }
    }
    mWorked.push_back(sum);
}

Day WorkTimeTable::dayAt(Instant instant) const
{
    instant = std::clamp(instant, kEarliest, kLatest);
    if (instant >= mStarts.back()) {
        return kEndDay + (instant - mStarts.back()) / kDay;
    }
    if (instant < mStarts.front()) {
        return kFirstDay + floorDivided((instant - mStarts.front()).count(), kDay.count());
    }
    // Clocks shift a day by hours, once by a whole day: the guess is at most two days off.
    auto index =
        std::min(static_cast<std::size_t>((instant - mStarts.front()) / kDay), kDayCount - 1);
    while (mStarts[index] > instant) {
        --index;
    }
    while (mStarts[index + 1] <= instant) {
        ++index;
    }
    return kFirstDay + static_cast<Day>(index);
}

Instant WorkTimeTable::startOf(Day day) const
{
    if (day < kFirstDay) {
        return mStarts.front() + (day - kFirstDay) * kDay;
    }
    if (day > kEndDay) {
        return mStarts.back() + (day - kEndDay) * kDay;
    }
    return mStarts[static_cast<std::size_t>(day - kFirstDay)];
}

bool WorkTimeTable::isWorkedOutside(Day day) const
{
    return mWeek[weekday(day)];
}

milliseconds WorkTimeTable::workedBeforeOutside(Day edge, milliseconds worked, Day day) const
{
    const Day weeks = floorDivided(day - edge, kDaysAWeek);
    milliseconds result = worked + weeks * mWeekWork;
    for (Day rest = edge + weeks * kDaysAWeek; rest < day; ++rest) {
        result += isWorkedOutside(rest) ? mDayWork : milliseconds(0);
    }
    return result;
}

milliseconds WorkTimeTable::workedBefore(Day day) const
{
    if (day < kFirstDay) {
        return workedBeforeOutside(kFirstDay, mWorked.front(), day);
    }
    if (day > kEndDay) {
        return workedBeforeOutside(kEndDay, mWorked.back(), day);
    }
    return mWorked[static_cast<std::size_t>(day - kFirstDay)];
}

const std::vector<DayPiece> &WorkTimeTable::piecesOf(Day day) const
{
    static const std::vector<DayPiece> kNone;
    if (day < kFirstDay || day >= kEndDay) {
        return isWorkedOutside(day) ? mPieces : kNone;
    }
    const auto index = static_cast<std::size_t>(day - kFirstDay);
    if (mWorked[index] == mWorked[index + 1]) {
        return kNone;
    }
    if (mStarts[index + 1] - mStarts[index] == kDay) {
        return mPieces;
    }
    const auto odd =
        std::ranges::lower_bound(mOddDays, day, {}, &std::pair<Day, std::vector<DayPiece>>::first);
    return odd->second;
}

milliseconds WorkTimeTable::workedUntil(Instant instant) const
{
    instant = std::clamp(instant, kEarliest, kLatest);
    const Day day = dayAt(instant);
    const milliseconds sinceStart = instant - startOf(day);
    milliseconds worked = workedBefore(day);
    for (const DayPiece &piece : piecesOf(day)) {
        if (sinceStart <= piece.from) {
            break;
        }
        worked += std::min(sinceStart, piece.to) - piece.from;
    }
    return worked;
}

Instant WorkTimeTable::firstReaching(milliseconds worked) const
{
    worked = std::clamp(worked, workedUntil(kEarliest), workedUntil(kLatest));
    Day day = 0; // the first whose end is late enough
    if (worked <= mWorked.front() || worked > mWorked.back()) {
        const bool before = worked <= mWorked.front();
        const milliseconds beyond = worked - (before ? mWorked.front() : mWorked.back());
        const Day weeks = floorDivided(beyond.count() - 1, mWeekWork.count());
        day = (before ? kFirstDay : kEndDay) + weeks * kDaysAWeek;
        while (workedBefore(day + 1) < worked) {
            ++day;
        }
    } else {
        const auto end = std::ranges::lower_bound(mWorked, worked);
        day = kFirstDay + (end - mWorked.begin()) - 1;
    }
    milliseconds rest = worked - workedBefore(day);
    for (const DayPiece &piece : piecesOf(day)) {
        const milliseconds length = piece.to - piece.from;
        if (rest <= length) {
            return startOf(day) + piece.from + rest;
        }
        rest -= length;
    }
    return startOf(day + 1); // not reached: the day holds as much as was found missing
}

Instant WorkTimeTable::lastHaving(milliseconds worked) const
{
    worked = std::clamp(worked, workedUntil(kEarliest), workedUntil(kLatest));
    Day day = 0; // the last whose beginning is early enough
    if (worked < mWorked.front() || worked >= mWorked.back()) {
        const bool before = worked < mWorked.front();
        const milliseconds beyond = worked - (before ? mWorked.front() : mWorked.back());
        const Day weeks = floorDivided(beyond.count(), mWeekWork.count());
        day = (before ? kFirstDay : kEndDay) + weeks * kDaysAWeek;
        while (workedBefore(day + 1) <= worked) {
            ++day;
        }
    } else {
        const auto later = std::ranges::upper_bound(mWorked, worked);
        day = kFirstDay + (later - mWorked.begin()) - 1;
    }
    milliseconds rest = worked - workedBefore(day);
    for (const DayPiece &piece : piecesOf(day)) {
        const milliseconds length = piece.to - piece.from;
        if (rest < length) {
            return startOf(day) + piece.from + rest;
        }
        rest -= length;
    }
    return startOf(day + 1); // not reached, as above
}

} // namespace gridward
