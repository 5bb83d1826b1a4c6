// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/geopoint.h"
#include "models/domain/instant.h"

namespace gridward {

/**
 * How high the middle of the sun stands above the horizon of a place at sea level, in degrees,
 * without refraction; right within 0.02° from 1950 to 2050. Low-precision formulas of the
 * Astronomical Almanac (U.S. Naval Observatory). Pure; any thread.
 */
[[nodiscard]] double sunAltitude(Instant moment, const GeoPoint &place);

/** Its upper edge can be seen, with the refraction that is usual: the sun has risen and not set. */
[[nodiscard]] bool isSunUp(Instant moment, const GeoPoint &place);

} // namespace gridward
