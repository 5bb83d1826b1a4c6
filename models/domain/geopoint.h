// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gridward {

/** A place on the earth in EPSG:4326, degrees, longitude first. */
struct GeoPoint
{
    double longitude = 0.0;
    double latitude = 0.0;

    bool operator==(const GeoPoint &) const = default;
};

/** True for finite degrees within ±180 and ±90. */
[[nodiscard]] bool isValid(const GeoPoint &point);

/**
 * "116.416320° E  39.928410° N": six decimals (0.1 m), always with hemisphere, in every language,
 * so that it can be read out and copied. An invalid point gives an empty text.
 */
[[nodiscard]] QString toDisplayText(const GeoPoint &point);

/**
 * The length of the straight way over the ground in metres, on the WGS 84 ellipsoid: right to a
 * hundred-thousandth (a centimetre in a kilometre), but not between points opposite on the globe.
 * Both must be valid.
 */
[[nodiscard]] double groundDistance(const GeoPoint &from, const GeoPoint &to);

} // namespace gridward
