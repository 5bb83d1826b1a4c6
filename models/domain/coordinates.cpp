// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/coordinates.h"

#include <QCoreApplication>

#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Coordinates)
};

constexpr double kPi = std::numbers::pi;
/** The ellipsoid of Krasovsky (1940), metres; the shift is defined on it. */
constexpr double kSemiMajorAxis = 6378245.0;
constexpr double kEccentricitySquared = 0.006693421622965943;
/** Where the polynomials of the shift have their origin. */
constexpr double kOriginLongitude = 105.0;
constexpr double kOriginLatitude = 35.0;
constexpr double kBaiduFrequency = kPi * 3000.0 / 180.0;
constexpr double kBaiduLongitude = 0.0065;
constexpr double kBaiduLatitude = 0.006;
/** Both shifts change by less than 3 % of the way gone, so each step wins more than a digit. */
constexpr double kPrecision = 1e-11;
constexpr int kMostSteps = 40;

/** Inside the rectangle or within `slack` degrees of it. */
bool isShifted(const GeoPoint &point, double slack = 0.0)
{
    return point.longitude >= 72.004 - slack && point.longitude <= 137.8347 + slack &&
           point.latitude >= 0.8293 - slack && point.latitude <= 55.8271 + slack;
}

GeoPoint gcj02FromWgs84Anywhere(const GeoPoint &point)
{
    const double x = point.longitude - kOriginLongitude;
    const double y = point.latitude - kOriginLatitude;
    const double root = std::sqrt(std::abs(x));
    const double common =
        (20.0 * std::sin(6.0 * x * kPi) + 20.0 * std::sin(2.0 * x * kPi)) * 2.0 / 3.0;
    const double east =
        300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + common +
        (20.0 * std::sin(x * kPi) + 40.0 * std::sin(x / 3.0 * kPi)) * 2.0 / 3.0 +
        (150.0 * std::sin(x / 12.0 * kPi) + 300.0 * std::sin(x / 30.0 * kPi)) * 2.0 / 3.0;
    const double north =
        -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + common +
        (20.0 * std::sin(y * kPi) + 40.0 * std::sin(y / 3.0 * kPi)) * 2.0 / 3.0 +
        (160.0 * std::sin(y / 12.0 * kPi) + 320.0 * std::sin(y * kPi / 30.0)) * 2.0 / 3.0;

    const double latitude = point.latitude / 180.0 * kPi;
    const double sine = std::sin(latitude);
    const double square = 1.0 - kEccentricitySquared * sine * sine;
    const double squareRoot = std::sqrt(square);
    const double metresEast = kSemiMajorAxis / squareRoot * std::cos(latitude);
    const double metresNorth =
        kSemiMajorAxis * (1.0 - kEccentricitySquared) / (square * squareRoot);
    return {point.longitude + east / metresEast * 180.0 / kPi,
            point.latitude + north / metresNorth * 180.0 / kPi};
}

GeoPoint bd09FromGcj02(const GeoPoint &point)
{
    const double x = point.longitude;
    const double y = point.latitude;
    const double radius = std::hypot(x, y) + 0.00002 * std::sin(y * kBaiduFrequency);
    const double angle = std::atan2(y, x) + 0.000003 * std::cos(x * kBaiduFrequency);
    return {radius * std::cos(angle) + kBaiduLongitude, radius * std::sin(angle) + kBaiduLatitude};
}

/** The point that `forward` takes to `target`, by a fixed point iteration. */
GeoPoint invert(const GeoPoint &target, GeoPoint (*forward)(const GeoPoint &))
{
    GeoPoint guess = target;
    for (int step = 0; step < kMostSteps; ++step) {
        const GeoPoint reached = forward(guess);
        const double longitude = target.longitude - reached.longitude;
        const double latitude = target.latitude - reached.latitude;
        guess.longitude += longitude;
        guess.latitude += latitude;
        if (std::abs(longitude) < kPrecision && std::abs(latitude) < kPrecision) {
            break;
        }
    }
    return guess;
}

GeoPoint gcj02FromWgs84(const GeoPoint &point)
{
    return isShifted(point) ? gcj02FromWgs84Anywhere(point) : point;
}

GeoPoint wgs84FromGcj02(const GeoPoint &point)
{
    // Far away the formulas mean nothing, and their iteration need not converge.
    if (point.longitude < 71.0 || point.longitude > 139.0 || point.latitude < 0.0 ||
        point.latitude > 57.0) {
        return point;
    }
    const GeoPoint original = invert(point, gcj02FromWgs84Anywhere);
    // An original on the very border comes out a last bit beside it.
    return isShifted(original, kPrecision) ? original : point;
}

} // namespace

Result<CoordinateSystem> parseCoordinateSystem(QStringView name)
{
    const QStringView word = name.trimmed();
    const auto is = [word](QLatin1StringView known) {
        return word.compare(known, Qt::CaseInsensitive) == 0;
    };
    if (is("EPSG:4326"_L1)) {
        return CoordinateSystem::Wgs84;
    }
    if (is("EPSG:4490"_L1)) {
        return CoordinateSystem::Cgcs2000;
    }
    if (is("gcj02"_L1)) {
        return CoordinateSystem::Gcj02;
    }
    if (is("bd09"_L1)) {
        return CoordinateSystem::Bd09;
    }
    return Error{ErrorCode::InvalidInput,
                 Words::tr("“%1” is not a coordinate system known here. Use EPSG:4326, EPSG:4490, "
                           "gcj02 or bd09.")
                     .arg(name),
                 {}};
}

GeoPoint fromWgs84(const GeoPoint &point, CoordinateSystem system)
{
    if (!isValid(point)) {
        return point;
    }
    switch (system) {
    case CoordinateSystem::Wgs84:
    case CoordinateSystem::Cgcs2000:
        break;
    case CoordinateSystem::Gcj02:
        return gcj02FromWgs84(point);
    case CoordinateSystem::Bd09:
        return bd09FromGcj02(gcj02FromWgs84(point));
    }
    return point;
}

GeoPoint toWgs84(const GeoPoint &point, CoordinateSystem system)
{
    if (!isValid(point)) {
        return point;
    }
    switch (system) {
    case CoordinateSystem::Wgs84:
    case CoordinateSystem::Cgcs2000:
        break;
    case CoordinateSystem::Gcj02:
        return wgs84FromGcj02(point);
    case CoordinateSystem::Bd09:
        return wgs84FromGcj02(invert(point, bd09FromGcj02));
    }
    return point;
}

} // namespace gridward
