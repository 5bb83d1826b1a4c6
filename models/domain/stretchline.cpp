// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/stretchline.h"

#include <algorithm>

namespace gridward {

namespace {

StretchKind kindOf(const CalendarSpan &span)
{
    if (span.working) {
        return StretchKind::Running;
    }
    switch (span.day) {
    case DayKind::Weekend:
        return StretchKind::Weekend;
    case DayKind::Holiday:
        return StretchKind::Holiday;
    case DayKind::Workday:
    case DayKind::MakeUp:
        break;
    }
    return StretchKind::OffHours;
}

} // namespace

void StretchLine::begin(Instant at, const Stretch &next, const CalendarPointer &workingTime)
{
    // Stations' clocks differ: an event that is dated before the one it follows cuts nothing off.
    Instant from = at;
    if (mOpen) {
        from = std::max(at, mOpen->from);
    } else if (!mStretches.isEmpty()) {
        from = std::max(at, mStretches.last().to);
    }
    end(from);
    mOpen = next;
    mOpen->from = from;
    mWorkingTime = workingTime;
}

void StretchLine::end(Instant at)
{
    if (!mOpen) {
        return;
    }
    mOpen->to = std::max(at, mOpen->from);
    if (mWithDays && mWorkingTime && mOpen->kind == StretchKind::Running) {
        appendDays(*mOpen);
    } else {
        append(*mOpen);
    }
    mOpen.reset();
}

void StretchLine::changeCalendar(Instant at, const CalendarPointer &workingTime)
{
    if (mOpen && mWorkingTime != workingTime) {
        const Stretch same = *mOpen;
        begin(at, same, workingTime);
    }
}

void StretchLine::appendDays(const Stretch &whole)
{
    const QList<CalendarSpan> spans = mWorkingTime->calendar.spans(whole.from, whole.to);
    for (const CalendarSpan &span : spans) {
        Stretch piece = whole;
        piece.kind = kindOf(span);
        piece.from = span.from;
        piece.to = span.to;
        if (piece.kind == StretchKind::Holiday) {
            piece.name = span.name;
        }
        append(piece);
    }
}

void StretchLine::append(const Stretch &stretch)
{
    if (stretch.from >= stretch.to) {
        return;
    }
    if (!mStretches.isEmpty()) {
        Stretch &last = mStretches.last();
        if (last.kind == stretch.kind && last.stage == stretch.stage &&
            last.event == stretch.event && last.unit == stretch.unit && last.name == stretch.name) {
            last.to = stretch.to;
            return;
        }
    }
    mStretches.append(stretch);
}

} // namespace gridward
