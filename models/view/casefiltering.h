// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/mapport.h"
#include "models/view/livecases.h"

namespace gridward {

/** How many of the open cases a filter leaves on the map. */
struct FilterCount
{
    int shown = 0; ///< passes and has a place: what has none is never on the map
    int open = 0;

    bool operator==(const FilterCount &) const = default;
};

/** Does the filter let this case through at this moment? Its age counts from its report. */
[[nodiscard]] bool passes(const CaseFilter &filter, const Case &subject, Instant now);

/** Visits every open case. */
[[nodiscard]] FilterCount countShown(const LiveCases &cases, const CaseFilter &filter, Instant now);

} // namespace gridward
