// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/queuefilter.h"

#include "models/view/casetablemodel.h"

namespace gridward {

namespace {

bool isShortOrOverdue(const Case &subject, Instant now)
{
    using HandlingClock = CaseTableModel::HandlingClock;
    const HandlingClock clock = CaseTableModel::clockOf(subject, now);
    return clock == HandlingClock::Short || clock == HandlingClock::Overdue;
}

} // namespace

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
           (!f.asksOnly || subject.request != RequestKind::None) &&
           (!f.overdueOnly || isOverdue(subject, now));
}

} // namespace gridward
