// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/geopoint.h"

#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {
constexpr double kEquator = 6'378'137.0; ///< metres
constexpr double kFlattening = 1.0 / 298.257223563;
} // namespace

bool isValid(const GeoPoint &point)
{
    // The comparisons are false for NaN as well.
    return std::abs(point.longitude) <= 180.0 && std::abs(point.latitude) <= 90.0;
}

QString toDisplayText(const GeoPoint &point)
{
    if (!isValid(point)) {
        return {};
    }
    return u"%1° %2  %3° %4"_s.arg(QString::number(std::abs(point.longitude), 'f', 6),
                                   point.longitude < 0 ? u"W"_s : u"E"_s,
                                   QString::number(std::abs(point.latitude), 'f', 6),
                                   point.latitude < 0 ? u"S"_s : u"N"_s);
}

double groundDistance(const GeoPoint &from, const GeoPoint &to)
{
    // Andoyer's and Lambert's correction of the great circle, in the form that holds for short
    // ways too (J. Meeus, Astronomical Algorithms, chapter 11).
    const double half = std::numbers::pi / 360.0; // of a degree, in radians
    const auto square = [](double value) { return value * value; };
    const double middle = (from.latitude + to.latitude) * half;
    const double apart = (from.latitude - to.latitude) * half;
    const double across = (from.longitude - to.longitude) * half;
    const double sinMiddle = square(std::sin(middle));
    const double cosMiddle = square(std::cos(middle));
    const double sinApart = square(std::sin(apart));
    const double cosApart = square(std::cos(apart));
    const double near = sinApart * square(std::cos(across)) + cosMiddle * square(std::sin(across));
    const double far = cosApart * square(std::cos(across)) + sinMiddle * square(std::sin(across));
    if (near <= 0.0 || far <= 0.0) {
        return near <= 0.0 ? 0.0 : std::numbers::pi * kEquator;
    }
    const double angle = std::atan2(std::sqrt(near), std::sqrt(far));
    const double ratio = std::sqrt(near * far) / angle;
    const double correction = (3.0 * ratio - 1.0) / (2.0 * far) * sinMiddle * cosApart -
                              (3.0 * ratio + 1.0) / (2.0 * near) * cosMiddle * sinApart;
    return 2.0 * angle * kEquator * (1.0 + kFlattening * correction);
}

} // namespace gridward
