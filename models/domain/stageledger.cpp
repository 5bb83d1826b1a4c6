// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/stageledger.h"

#include <algorithm>
#include <utility>

namespace gridward {

using std::chrono::milliseconds;

bool StageLedger::countsWorkingTime() const
{
    return limit && calendar && gridward::countsWorkingTime(limit->unit);
}

milliseconds StageLedger::counted(Instant from, Instant to) const
{
    return countsWorkingTime() ? calendar->calendar.workingTime(from, to) : to - from;
}

Instant StageLedger::later(Instant from, milliseconds time) const
{
    return countsWorkingTime() ? calendar->calendar.addWorkingTime(from, time) : from + time;
}

void StageLedger::begin(const Limit &whole, CalendarPointer counting, Instant at)
{
    limit = whole;
    calendar = std::move(counting);
    granted = calendar ? calendar->calendar.length(whole) : WorkingCalendar().length(whole);
    used = milliseconds::zero();
    kept.reset();
    leftAtStop.reset();
    due = later(at, granted);
}

void StageLedger::beginWithout()
{
    limit.reset();
    granted = milliseconds::zero();
    used = milliseconds::zero();
    kept.reset();
    leftAtStop.reset();
    due.reset();
}

void StageLedger::run(Instant from, Instant to)
{
    running += to - from;
    if (due) {
        used += counted(from, to);
    }
}

void StageLedger::measureWith(const CalendarPointer &counting, Instant at)
{
    if (!counting || (calendar && calendar->key == counting->key)) {
        return;
    }
    calendar = counting;
    if (due && at <= *due) {
        granted = used + counted(at, *due);
    }
}

void StageLedger::follow(std::optional<Instant> told, Instant at)
{
    due = told;
    if (due) {
        granted = used + counted(at, *due);
    }
}

void StageLedger::stop(Instant at)
{
    kept = left(at);
    leftAtStop = kept;
}

void StageLedger::goOn(const CalendarPointer &counting, Instant from, Instant at)
{
    if (counting) {
        calendar = counting;
    }
    if (kept && *kept > milliseconds::zero()) {
        due = later(from, *kept);
        granted = used + *kept - counted(from, at);
    } else if (due && at <= *due) {
        granted = used + counted(at, *due);
    }
}

void StageLedger::suspendUntil(Instant date)
{
    if (kept && *kept > milliseconds::zero()) {
        due = later(date, *kept);
    }
}

void StageLedger::extend(Instant at)
{
    if (!limit || !due) {
        return;
    }
    const milliseconds more =
        calendar ? calendar->calendar.length(*limit) : WorkingCalendar().length(*limit);
    granted += more;
    due = at > *due ? later(*due, more) : later(at, granted - used);
}

std::optional<milliseconds> StageLedger::left(Instant at) const
{
    if (!due) {
        return std::nullopt;
    }
    // Beyond its end it is over since then, also while the case was elsewhere.
    return at > *due ? -counted(*due, at) : granted - used;
}

} // namespace gridward
