// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/geopoint.h"
#include "models/domain/result.h"

#include <QStringView>

namespace gridward {

/**
 * The geographic systems in which places in China are handed over; all in degrees, longitude first.
 * We store and compute in WGS 84 only and convert where data comes in or goes out.
 */
enum class CoordinateSystem {
    Wgs84,    ///< EPSG:4326
    Cgcs2000, ///< EPSG:4490; taken as equal to WGS 84: the two differ by less than 1 m
    Gcj02,    ///< WGS 84 with the shift of Chinese online maps (up to about 700 m)
    Bd09,     ///< Baidu's further shift on top of GCJ-02
};

/**
 * The system named by "EPSG:4326", "EPSG:4490", "gcj02" or "bd09", in any case, spaces around it
 * ignored. InvalidInput for any other name.
 */
[[nodiscard]] Result<CoordinateSystem> parseCoordinateSystem(QStringView name);

/**
 * The point in the given system, from WGS 84 degrees. Pure; any thread.
 *
 * GCJ-02 is shifted inside the rectangle 72.004 to 137.8347 E, 0.8293 to 55.8271 N (bounds
 * included) and equal to WGS 84 outside. This is the rectangle of the npm package gcoord; that of
 * coordtransform is smaller (73.66 to 135.05 E, 3.86 to 53.55 N), so that Singapore, for one, is
 * shifted here and not there. Both take in neighbours of China. The formulas are the two packages'
 * and agree with them to 1e-6 degrees. BD-09 is applied everywhere, as in both packages.
 *
 * A point that is not valid (see isValid) comes back unchanged.
 */
[[nodiscard]] GeoPoint fromWgs84(const GeoPoint &point, CoordinateSystem system);

/**
 * The WGS 84 point, in degrees, that fromWgs84() takes to the given point: found by iteration, to
 * better than 1e-9 degrees. Within one shift (700 m) of the rectangle's border a GCJ-02 point may
 * have two originals, of which the one inside the rectangle is taken, or none, and then it comes
 * back unchanged; that border lies at sea or abroad. A point that is not valid comes back
 * unchanged.
 */
[[nodiscard]] GeoPoint toWgs84(const GeoPoint &point, CoordinateSystem system);

} // namespace gridward
