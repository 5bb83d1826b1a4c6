// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/queuefilter.h"

#include "models/view/casetablemodel.h"

#include <algorithm>
#include <limits>

namespace gridward {

namespace {

bool isWatched(const Case &subject, const QueueFilter &filter, Instant now)
{
    const std::optional<qint64> key = watchKey(subject, filter.watch);
    const std::optional<WatchRange> range = rangeOf(filter, now);
    return key && (!range || (*key >= range->first && *key < range->last));
}

bool isShortOrOverdue(const Case &subject, Instant now)
{
    using HandlingClock = CaseTableModel::HandlingClock;
    const HandlingClock clock = CaseTableModel::clockOf(subject, now);
    return clock == HandlingClock::Short || clock == HandlingClock::Overdue;
}

} // namespace

std::chrono::milliseconds beginOf(AgeBand band)
{
    switch (band) {
    case AgeBand::Day:
        break;
    case AgeBand::ThreeDays:
        return std::chrono::days(1);
    case AgeBand::Week:
        return std::chrono::days(3);
    case AgeBand::Month:
        return std::chrono::days(7);
    case AgeBand::Longer:
        return std::chrono::days(30);
    }
    return {};
}

std::optional<std::chrono::milliseconds> endOf(AgeBand band)
{
    if (band == AgeBand::Longer) {
        return std::nullopt;
    }
    return beginOf(static_cast<AgeBand>(static_cast<int>(band) + 1));
}

std::optional<qint64> watchKey(const Case &subject, Watch watch)
{
    const auto at = [](const std::optional<Instant> &moment) {
        return moment ? std::optional(qint64{moment->time_since_epoch().count()}) : std::nullopt;
    };
    if (!isOpen(subject.state)) {
        return std::nullopt;
    }
    switch (watch) {
    case Watch::None:
        break;
    case Watch::Overdue:
        return subject.handledAt ? std::nullopt : at(subject.dueAt);
    case Watch::Stuck: {
        // A suspension is agreed on: only beyond its date is it stuck.
        const std::optional<Instant> since =
            subject.steppedAt ? subject.steppedAt : subject.reportedAt;
        return since && subject.suspendedUntil ? at(std::max(*since, *subject.suspendedUntil))
                                               : at(since);
    }
    case Watch::Task:
        return at(subject.taskDueAt);
    case Watch::Evidence:
        return subject.lacksPicture && (subject.state == CaseState::FedBack ||
                                        subject.state == CaseState::Checking ||
                                        subject.state == CaseState::PendingClose)
                   ? at(subject.handledAt)
                   : std::nullopt;
    case Watch::Reply:
        return at(subject.replyDueAt);
    case Watch::Ladder: // the highest rung first
        return subject.rung > 0 && !subject.handledAt ? std::optional(-qint64{subject.rung})
                                                      : std::nullopt;
    case Watch::CallBack:
        return subject.state == CaseState::PendingClose && hasReporter(subject.source) &&
                       !subject.calledBackAt
                   ? at(subject.checkedAt ? subject.checkedAt : subject.reportedAt)
                   : std::nullopt;
    case Watch::Check:
        return waitsForCheck(subject.state) ? at(subject.stageDueAt  ? subject.stageDueAt
                                                 : subject.handledAt ? subject.handledAt
                                                                     : subject.reportedAt)
                                            : std::nullopt;
    }
    return std::nullopt;
}

std::optional<WatchRange> rangeOf(const QueueFilter &filter, Instant now)
{
    if (filter.watch != Watch::Overdue && filter.watch != Watch::Stuck) {
        return std::nullopt;
    }
    std::chrono::milliseconds begin{};
    std::optional<std::chrono::milliseconds> end;
    if (filter.band) {
        begin = beginOf(*filter.band);
        end = endOf(*filter.band);
    }
    if (filter.watch == Watch::Stuck) {
        begin = std::max(begin, beginOf(AgeBand::ThreeDays)); // not within the first day
    }
    const qint64 last = now.time_since_epoch().count() - begin.count();
    return WatchRange{end ? now.time_since_epoch().count() - end->count()
                          : std::numeric_limits<qint64>::min(),
                      last};
}

bool isOneStreet(const QueueFilter &filter)
{
    constexpr int kDistrict = 6; // digits of the code of a whole district
    return !filter.street.isEmpty() || filter.division.size() > kDistrict;
}

bool isWithin(const Case &subject, const QString &division)
{
    // Codes of parts begin with the code of what they are a part of.
    if (subject.street.startsWith(division)) {
        return true;
    }
    if (subject.street.isEmpty() || !division.startsWith(subject.street)) {
        return false;
    }
    return subject.community.startsWith(division) ||
           (!subject.community.isEmpty() && division.startsWith(subject.community) &&
            subject.grid.startsWith(division));
}

bool passes(const Case &subject, const QueueFilter &f, Instant now)
{
    return (f.states.isEmpty() || f.states.contains(subject.state)) &&
           (f.levels.isEmpty() || f.levels.contains(subject.level)) &&
           (f.street.isEmpty() || subject.street == f.street) &&
           (f.unit.isEmpty() || subject.unit == f.unit) &&
           (!f.classKey || (subject.classKey.kind == f.classKey->kind &&
                            subject.classKey.code == f.classKey->code)) &&
           isWithin(subject, f.division) && (f.person.isEmpty() || subject.person == f.person) &&
           (f.units.isEmpty() || f.units.contains(subject.unit)) &&
           (f.streetsNamed.isEmpty() || f.streetsNamed.contains(subject.street)) &&
           (f.unitsNamed.isEmpty() || f.unitsNamed.contains(subject.unit)) &&
           (f.named == QueueFilter::Named::Either ||
            subject.person.isEmpty() == (f.named == QueueFilter::Named::Nobody)) &&
           (!f.hotBy || heatOf(subject, *f.hotBy, now) != Heat::None) &&
           (!f.shortOrOverdue || isShortOrOverdue(subject, now)) &&
           (f.watch == Watch::None || isWatched(subject, f, now)) &&
           (!f.asksOnly || subject.request != RequestKind::None) &&
           (!f.overdueOnly || isOverdue(subject, now));
}

} // namespace gridward
