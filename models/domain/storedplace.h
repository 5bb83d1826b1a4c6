// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/geopoint.h"

#include <cmath>

namespace gridward {

/** A place as a store has it, the same text on every machine: 1e-7 degrees is a centimetre. */
[[nodiscard]] inline GeoPoint asStored(const GeoPoint &place)
{
    constexpr double kSteps = 1e7;
    return {std::round(place.longitude * kSteps) / kSteps,
            std::round(place.latitude * kSteps) / kSteps};
}

} // namespace gridward
