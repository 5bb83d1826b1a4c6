// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/sunclock.h"

#include <cmath>
#include <numbers>

namespace gridward {

namespace {

constexpr double kDegree = std::numbers::pi / 180.0;
/** Half of the sun's disc and what the air lifts it: the conventional figure of sunrise tables. */
constexpr double kEdge = -0.833;

/** 2000-01-01T12:00Z, from which the formulas count days. */
constexpr Instant kEpoch{std::chrono::milliseconds(946'728'000'000)};

double daysSinceEpoch(Instant moment)
{
    constexpr double kDay = 86'400'000.0;
    return static_cast<double>((moment - kEpoch).count()) / kDay;
}

} // namespace

double sunAltitude(Instant moment, const GeoPoint &place)
{
    const double days = daysSinceEpoch(moment);
    const double anomaly = (357.528 + 0.985'600'3 * days) * kDegree;
    const double longitude = (280.460 + 0.985'647'4 * days + 1.915 * std::sin(anomaly) +
                              0.020 * std::sin(2.0 * anomaly)) *
                             kDegree;
    const double obliquity = (23.439 - 0.000'000'4 * days) * kDegree;
    const double ascension =
        std::atan2(std::cos(obliquity) * std::sin(longitude), std::cos(longitude));
    const double declination = std::asin(std::sin(obliquity) * std::sin(longitude));
    const double siderealDegrees = 280.460'618'37 + 360.985'647'366'29 * days + place.longitude;
    const double hourAngle = siderealDegrees * kDegree - ascension;
    const double latitude = place.latitude * kDegree;
    return std::asin(std::sin(latitude) * std::sin(declination) +
                     std::cos(latitude) * std::cos(declination) * std::cos(hourAngle)) /
           kDegree;
}

bool isSunUp(Instant moment, const GeoPoint &place)
{
    return sunAltitude(moment, place) > kEdge;
}

} // namespace gridward
