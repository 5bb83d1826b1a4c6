// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/geopoint.h"

#include <QPointF>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace gridward {

// EPSG:3857, the map's own plane, by its formula: no library call for each of 100,000 cases.

inline constexpr double kMercatorRadius = 6'378'137.0; ///< metres
inline constexpr double kMercatorLatitude = 85.06;     ///< degrees; the plane ends here

/** EPSG:4326 to EPSG:3857. Latitudes beyond the plane's end are put on it. Pure; any thread. */
[[nodiscard]] inline QPointF toMercator(const GeoPoint &place)
{
    constexpr double kRadians = std::numbers::pi / 180.0;
    const double latitude = std::clamp(place.latitude, -kMercatorLatitude, kMercatorLatitude);
    return {kMercatorRadius * place.longitude * kRadians,
            kMercatorRadius * std::asinh(std::tan(latitude * kRadians))};
}

/** EPSG:3857 to EPSG:4326. Pure; any thread. */
[[nodiscard]] inline GeoPoint fromMercator(const QPointF &point)
{
    constexpr double kDegrees = 180.0 / std::numbers::pi;
    return {point.x() / kMercatorRadius * kDegrees,
            std::atan(std::sinh(point.y() / kMercatorRadius)) * kDegrees};
}

/** By how much a length on the plane is longer than on the ground at this northing. */
[[nodiscard]] inline double mercatorStretch(double y)
{
    return std::cosh(y / kMercatorRadius);
}

} // namespace gridward
