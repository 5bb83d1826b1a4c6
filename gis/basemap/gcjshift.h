// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/store.h"

#include <QString>

namespace gridward {

/** The most, in metres on the ground, that a shifted base map may be wrong by. */
inline constexpr double kMostGcjError = 5.0;

/** One shift for a whole area, instead of the true one that differs from place to place. */
struct GcjShift
{
    double east = 0.0;   ///< GCJ-02 minus WGS 84, metres of EPSG:3857
    double north = 0.0;  ///< the same
    double length = 0.0; ///< of the shift, metres on the ground
    double error = 0.0;  ///< how wrong it is at the worst place, metres on the ground

    [[nodiscard]] bool isExactEnough() const { return error < kMostGcjError; }
};

/** The shift that is right in the middle of what it is within the area. Pure; any thread. */
[[nodiscard]] GcjShift gcjShift(const GeoExtent &area);

/**
 * PROJ text of the system in which web Mercator tiles that were cut in GCJ-02 have to be read:
 * web Mercator with the shift as false easting and northing.
 */
[[nodiscard]] QString shiftedMercator(const GcjShift &shift);

} // namespace gridward
