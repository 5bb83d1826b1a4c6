// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/casefiltering.h"

namespace gridward {

bool passes(const CaseFilter &filter, const Case &subject, Instant now)
{
    if (!filter.levels.isEmpty() && !filter.levels.contains(subject.level)) {
        return false;
    }
    if (!filter.states.isEmpty() && !filter.states.contains(subject.state)) {
        return false;
    }
    // A case of unknown age is not young.
    if (filter.youngerThan &&
        (!subject.reportedAt || now - *subject.reportedAt >= *filter.youngerThan)) {
        return false;
    }
    return !filter.overdueOnly || isOverdue(subject, now);
}

FilterCount countShown(const LiveCases &cases, const CaseFilter &filter, Instant now)
{
    FilterCount count;
    count.open = static_cast<int>(cases.all().size());
    for (const Case &subject : cases.all()) {
        count.shown += subject.place && passes(filter, subject, now) ? 1 : 0;
    }
    return count;
}

} // namespace gridward
