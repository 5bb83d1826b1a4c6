// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/caseheat.h"

#include <algorithm>

namespace gridward {

bool waitsForDesk(CaseState state)
{
    switch (state) {
    case CaseState::Registered:
    case CaseState::Reported:
    case CaseState::Verifying:
    case CaseState::PendingFiling:
    case CaseState::Filed:
        return true;
    default:
        return false;
    }
}

bool waitsForCheck(CaseState state)
{
    return state == CaseState::FedBack || state == CaseState::Checking;
}

std::optional<Instant> waitingSince(const Case &subject)
{
    if (!waitsForDesk(subject.state)) {
        return std::nullopt;
    }
    // One that a unit gave back has not waited here since it was filed: it waits too long from the
    // end of the desk's own limit on.
    if (subject.state == CaseState::Filed && subject.dispatchedAt && subject.stageDueAt) {
        return subject.stageDueAt;
    }
    return subject.state == CaseState::Filed && subject.filedAt ? subject.filedAt
                                                                : subject.reportedAt;
}

qint64 heatShare(const Case &subject, const HeatLimits &limits, Instant now)
{
    const std::optional<Instant> since = waitingSince(subject);
    if (!since) {
        return -1;
    }
    const auto limit = std::chrono::milliseconds(limits.of(subject.level)).count();
    return std::max<qint64>(0, (now - *since).count()) * 1000 / std::max<qint64>(1, limit);
}

qint64 checkHeatShare(const Case &subject, Instant now)
{
    if (!waitsForCheck(subject.state) || !subject.handledAt || !subject.stageDueAt) {
        return -1;
    }
    const qint64 limit = (*subject.stageDueAt - *subject.handledAt).count();
    return std::max<qint64>(0, (now - *subject.handledAt).count()) * 1000 /
           std::max<qint64>(1, limit);
}

Heat heatOf(const Case &subject, const HeatLimits &limits, Instant now)
{
    return heatOf(heatShare(subject, limits, now));
}

Heat heatOf(qint64 share)
{
    if (share < 1000) {
        return Heat::None;
    }
    return share < 2000 ? Heat::Warm : share < 4000 ? Heat::Hot : Heat::Burning;
}

} // namespace gridward
