// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/officeloads.h"

namespace gridward {

std::optional<OfficeLoads::Counted> OfficeLoads::countedOf(const Case &subject) const
{
    const bool counts = isOpen(subject.state) && subject.street == mStreet &&
                        !subject.person.isEmpty() && !subject.handledAt;
    return counts ? std::optional(Counted{subject.person, subject.dueAt}) : std::nullopt;
}

void OfficeLoads::count(const Counted &one, int step)
{
    Load &load = mLoads[one.person];
    load.open += step;
    if (one.due) {
        int &there = load.due[*one.due];
        there += step;
        if (there == 0) {
            load.due.erase(*one.due);
        }
    }
    if (load.open == 0) {
        mLoads.remove(one.person);
    }
}

void OfficeLoads::reset(const QHash<QUuid, Case> &open, const QString &street)
{
    mStreet = street;
    mCounted.clear();
    mLoads.clear();
    for (const Case &subject : open) {
        if (const std::optional<Counted> one = countedOf(subject)) {
            count(*one, 1);
            mCounted.insert(subject.id.value, *one);
        }
    }
}

bool OfficeLoads::take(const QList<Case> &cases)
{
    bool changed = false;
    for (const Case &subject : cases) {
        const auto known = mCounted.constFind(subject.id.value);
        const std::optional<Counted> before =
            known != mCounted.constEnd() ? std::optional(*known) : std::nullopt;
        const std::optional<Counted> now = countedOf(subject);
        if (before == now) {
            continue;
        }
        changed = true;
        if (before) {
            count(*before, -1);
            mCounted.remove(subject.id.value);
        }
        if (now) {
            count(*now, 1);
            mCounted.insert(subject.id.value, *now);
        }
    }
    return changed;
}

QHash<QString, OfficeLoad> OfficeLoads::at(Instant now) const
{
    QHash<QString, OfficeLoad> loads;
    for (auto one = mLoads.cbegin(); one != mLoads.cend(); ++one) {
        OfficeLoad &load = loads[one.key()];
        load.open = one->open;
        for (auto end = one->due.cbegin(); end != one->due.cend() && end->first < now; ++end) {
            load.overdue += end->second;
        }
    }
    return loads;
}

} // namespace gridward
