// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/evenspread.h"

#include "models/domain/innerpoint.h"
#include "models/domain/outlinerings.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace gridward {

namespace {

constexpr double kMetresInADegree = 111'320.0; ///< of latitude, and of longitude at the equator

struct Lattice
{
    double west = 180.0;
    double east = -180.0;
    double south = 90.0;
    double north = -90.0;
    double across = 0.0; ///< degrees between two points of a row
    double up = 0.0;     ///< … and between two rows
};

Lattice latticeOver(const QList<GridNumber> &grids, double spacing, qsizetype most)
{
    Lattice over;
    for (const GridNumber &one : grids) {
        for (const QList<GeoPoint> &ring : outlineRings(one.grid.wkb)) {
            for (const GeoPoint &corner : ring) {
                over.west = std::min(over.west, corner.longitude);
                over.east = std::max(over.east, corner.longitude);
                over.south = std::min(over.south, corner.latitude);
                over.north = std::max(over.north, corner.latitude);
            }
        }
    }
    const double middle = (over.south + over.north) / 2.0 * std::numbers::pi / 180.0;
    const double narrowed = std::max(0.01, std::cos(middle)); // no district lies at a pole
    const double width = std::max(0.0, over.east - over.west) * kMetresInADegree * narrowed;
    const double height = std::max(0.0, over.north - over.south) * kMetresInADegree;
    const double wide = std::max(
        spacing, std::sqrt(width * height / static_cast<double>(std::max<qsizetype>(1, most))));
    over.up = wide / kMetresInADegree;
    over.across = over.up / narrowed;
    return over;
}

std::vector<GeoPoint> pointsOf(const Lattice &over)
{
    std::vector<GeoPoint> points;
    for (double y = over.south + over.up / 2.0; y < over.north; y += over.up) {
        for (double x = over.west + over.across / 2.0; x < over.east; x += over.across) {
            points.push_back({x, y});
        }
    }
    return points;
}

} // namespace

Result<QList<WeightedPlace>>
evenSpread(const QList<GridNumber> &grids, double spacing, qsizetype most)
{
    QList<GridOutline> outlines;
    outlines.reserve(grids.size());
    for (const GridNumber &one : grids) {
        outlines.append(one.grid);
    }
    const Result<std::shared_ptr<const GridLocator>> locator = GridLocator::build(outlines);
    if (!locator) {
        return locator.error();
    }
    const std::vector<GeoPoint> points = pointsOf(latticeOver(grids, spacing, most));
    std::vector<int> gridOf(points.size());
    locator.value()->locate(points, gridOf);

    const QStringList &codes = locator.value()->codes();
    std::vector<double> share(static_cast<std::size_t>(codes.size()), 0.0);
    for (const int grid : gridOf) {
        if (grid >= 0) {
            share[static_cast<std::size_t>(grid)] += 1.0;
        }
    }
    QList<WeightedPlace> places;
    for (const GridNumber &one : grids) {
        const auto index = static_cast<std::size_t>(std::ranges::lower_bound(codes, one.grid.code) -
                                                    codes.begin());
        const double number = std::isfinite(one.number) ? std::max(0.0, one.number) : 0.0;
        const bool isMissed = share[index] == 0.0;
        share[index] = isMissed ? 0.0 : number / share[index];
        const std::optional<GeoPoint> inner =
            isMissed && number > 0.0 ? innerPoint(one.grid.wkb) : std::nullopt;
        if (inner) {
            places.append({*inner, number});
        }
    }
    for (std::size_t i = 0; i < points.size(); ++i) {
        const double weight = gridOf[i] < 0 ? 0.0 : share[static_cast<std::size_t>(gridOf[i])];
        if (weight > 0.0) {
            places.append({points[i], weight});
        }
    }
    return places;
}

} // namespace gridward
