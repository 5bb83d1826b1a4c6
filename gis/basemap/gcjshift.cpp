// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/basemap/gcjshift.h"

#include "models/domain/coordinates.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr double kRadius = 6'378'137.0; ///< of the sphere of EPSG:3857, metres
constexpr int kSteps = 8;               ///< samples each way, less one
constexpr double kRadians = std::numbers::pi / 180.0;

/** The true shift at a place, metres of EPSG:3857. */
struct Offset
{
    double east;
    double north;
    double scale; ///< metres on the ground for each of EPSG:3857
};

double mercatorNorth(double latitude)
{
    return kRadius * std::asinh(std::tan(latitude * kRadians));
}

Offset offsetAt(const GeoPoint &place)
{
    const GeoPoint shown = fromWgs84(place, CoordinateSystem::Gcj02);
    return {kRadius * (shown.longitude - place.longitude) * kRadians,
            mercatorNorth(shown.latitude) - mercatorNorth(place.latitude),
            std::cos(place.latitude * kRadians)};
}

} // namespace

GcjShift gcjShift(const GeoExtent &area)
{
    QList<Offset> offsets;
    for (int i = 0; i <= kSteps; ++i) {
        for (int j = 0; j <= kSteps; ++j) {
            offsets.append(offsetAt({std::lerp(area.west, area.east, double(i) / kSteps),
                                     std::lerp(area.south, area.north, double(j) / kSteps)}));
        }
    }
    const auto [west, east] = std::ranges::minmax(offsets, {}, &Offset::east);
    const auto [south, north] = std::ranges::minmax(offsets, {}, &Offset::north);
    GcjShift shift;
    shift.east = std::midpoint(west.east, east.east);
    shift.north = std::midpoint(south.north, north.north);
    for (const Offset &offset : std::as_const(offsets)) {
        shift.error = std::max(
            shift.error,
            offset.scale * std::hypot(offset.east - shift.east, offset.north - shift.north));
        shift.length = std::max(shift.length, offset.scale * std::hypot(offset.east, offset.north));
    }
    return shift;
}

QString shiftedMercator(const GcjShift &shift)
{
    return u"+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=%1 +y_0=%2 +k=1 +units=m "
           "+nadgrids=@null +wktext +no_defs"_s.arg(shift.east, 0, 'f', 3)
               .arg(shift.north, 0, 'f', 3);
}

} // namespace gridward
