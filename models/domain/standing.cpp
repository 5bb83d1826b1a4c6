// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/standing.h"

#include "models/domain/dutyroster.h"

#include <QTimeZone>

#include <algorithm>
#include <array>

namespace gridward {

namespace {

Instant beginOf(QDate day, const QTimeZone &zone)
{
    return Instant(std::chrono::milliseconds(day.startOfDay(zone).toMSecsSinceEpoch()));
}

std::optional<double> share(int part, int whole)
{
    return whole > 0 ? std::optional(static_cast<double>(part) / whole) : std::nullopt;
}

bool isClosed(CaseState state)
{
    return state == CaseState::Closed || state == CaseState::Archived;
}

void count(StandingFigures &figures, const Case &subject, const CaseTurns &turns, Instant now)
{
    const bool closed = isClosed(subject.state);
    // Ever: neither handing it back, which ends the limit, nor a new limit makes it a case in time.
    const bool late = isOpen(subject.state) && (subject.overdueAt || isOverdue(subject, now));
    ++figures.registered;
    figures.closed += closed ? 1 : 0;
    if (!subject.exempt) {
        const bool inTime = closed && !subject.overdueAt && !isOverdue(subject, now);
        figures.closedInTime += inTime ? 1 : 0;
        figures.overdueOpen += late ? 1 : 0;
        figures.dueToClose += closed || late ? 1 : 0;
    }
    // Whatever came back for rework had been handed in.
    figures.handled += subject.handledAt || turns.reworks > 0 ? 1 : 0;
    figures.returned += turns.returns > 0 ? 1 : 0;
    figures.reworked += turns.reworks > 0 ? 1 : 0;
}

} // namespace

std::optional<double> StandingFigures::inTimeRate() const
{
    return share(closedInTime, dueToClose);
}

std::optional<double> StandingFigures::reworkRate() const
{
    return share(reworked, handled);
}

CaseTurns turnsOf(const QList<CaseEvent> &events)
{
    CaseTurns turns;
    for (qsizetype place = 0; place < events.size(); ++place) {
        const CaseEvent &event = events.at(place);
        turns.version = event.sequence;
        // What was taken back was never said: neither it nor the taking back is a turn.
        if (place + 1 < events.size() && events.at(place + 1).action == CaseAction::Withdraw) {
            continue;
        }
        // A dispatcher's return goes to the filing desk and is not the unit's.
        turns.returns += event.action == CaseAction::Return && event.to == CaseState::Filed ? 1 : 0;
        turns.reworks += event.action == CaseAction::Rework ? 1 : 0;
    }
    return turns;
}

StandingCount::StandingCount(const QString &street,
                             Instant now,
                             const QTimeZone &zone,
                             const QString &community)
{
    const QDate today = localDayOf(now, zone);
    mStanding.street = street;
    mStanding.community = community;
    mStanding.month = QDate(today.year(), today.month(), 1);
    mStanding.asOf = now;
    mMonth = beginOf(mStanding.month, zone);
    mBefore = beginOf(mStanding.month.addMonths(-1), zone);
}

void StandingCount::add(const Case &subject, const CaseTurns &turns)
{
    ++mStanding.visited;
    if (!subject.reportedAt || *subject.reportedAt < mBefore ||
        *subject.reportedAt > mStanding.asOf) {
        return;
    }
    if (!mStanding.community.isEmpty() && subject.community != mStanding.community) {
        return;
    }
    const bool isThisMonth = *subject.reportedAt >= mMonth;
    StandingRow &row = mRows[subject.community];
    row.community = subject.community;
    for (StandingRow *one : std::array{&row, &mStanding.all}) {
        count(isThisMonth ? one->now : one->before, subject, turns, mStanding.asOf);
    }
    if (subject.handledAt && *subject.handledAt >= mMonth && !subject.person.isEmpty()) {
        ++mStanding.handledByPerson[subject.person];
    }
}

Standing StandingCount::result() const
{
    Standing standing = mStanding;
    standing.communities = mRows.values();
    std::ranges::sort(standing.communities, {}, &StandingRow::community);
    return standing;
}

} // namespace gridward
