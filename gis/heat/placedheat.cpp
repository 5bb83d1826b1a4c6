// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/heat/placedheat.h"

#include "gis/heat/heatraster.h"

#include <qgscoordinatereferencesystem.h>
#include <qgscoordinatetransform.h>
#include <qgsexception.h>
#include <qgsgeometry.h>
#include <qgspolygon.h>

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HeatSurface)
};

constexpr double kMillisecondsOfADay = 86'400'000.0;
/** A case on the very edge is on the ground. */
constexpr double kEdgeMetres = 10.0;
/** More squares than that are not worth their memory: then every point stands for itself. */
constexpr double kMostSquares = 16.0e6;

double daysOf(Instant moment)
{
    return static_cast<double>(moment.time_since_epoch().count()) / kMillisecondsOfADay;
}

Error cancelled()
{
    return {ErrorCode::Cancelled, Words::tr("The heat map was stopped."), {}};
}

/** Those on the ground, in metres. Few if cancelled. */
PlacedCases placedCases(const CasePoints &points,
                        const QgsRectangle &ground,
                        const QgsCoordinateTransform &toMetres,
                        const std::function<bool()> &isCancelled)
{
    PlacedCases placed;
    placed.withoutPlace = points.withoutPlace;
    placed.from = points.from;
    placed.to = points.to;
    const qsizetype count = std::min(points.longitudes.size(), points.latitudes.size());
    placed.all = count;
    const bool known = points.ids.size() == count;
    if (known) {
        placed.ids = points.ids;
    }
    for (qsizetype i = 0; i < count && (i % 4096 != 0 || !isCancelled()); ++i) {
        try {
            const QgsPointXY place =
                toMetres.transform(points.longitudes.at(i), points.latitudes.at(i));
            if (!ground.contains(place)) {
                continue;
            }
            placed.points.eastings.push_back(place.x());
            placed.points.northings.push_back(place.y());
            placed.rows.push_back(i);
            if (points.weights.size() == count) {
                placed.points.weights.push_back(points.weights.at(i));
            }
            if (points.personal.size() == count) {
                placed.personal.push_back(points.personal.at(i));
            }
            if (known) {
                placed.days.push_back(daysOf(points.ids.at(i).registeredAt()));
            }
        } catch (const QgsCsException &) {
            continue; // it is not on the ground, and counted as such
        }
    }
    return placed;
}

void addRing(const QgsCurve *curve, const QgsCoordinateTransform &toMetres, GroundRings &rings)
{
    if (curve == nullptr) {
        return;
    }
    std::vector<GroundPoint> ring;
    QgsPointSequence corners;
    curve->points(corners);
    for (const QgsPoint &corner : std::as_const(corners)) {
        const QgsPointXY place = toMetres.transform(corner.x(), corner.y());
        ring.push_back({place.x(), place.y()});
    }
    rings.push_back(std::move(ring));
}

GroundRings ringsOf(const QList<QByteArray> &outlines, const QgsCoordinateTransform &toMetres)
{
    GroundRings rings;
    for (const QByteArray &outline : outlines) {
        QgsGeometry shape;
        shape.fromWkb(outline);
        for (auto part = shape.const_parts_begin(); part != shape.const_parts_end(); ++part) {
            const auto *polygon = qgsgeometry_cast<const QgsPolygon *>(*part);
            if (polygon == nullptr) {
                continue;
            }
            addRing(polygon->exteriorRing(), toMetres, rings);
            for (int i = 0; i < polygon->numInteriorRings(); ++i) {
                addRing(polygon->interiorRing(i), toMetres, rings);
            }
        }
    }
    return rings;
}

std::optional<QgsPointXY> inMetres(const GeoPoint &place, int epsg)
{
    try {
        const QgsCoordinateTransform toMetres(QgsCoordinateReferenceSystem(u"EPSG:4326"_s),
                                              QgsCoordinateReferenceSystem(u"EPSG:%1"_s.arg(epsg)),
                                              QgsCoordinateTransformContext());
        return toMetres.transform(place.longitude, place.latitude);
    } catch (const QgsCsException &) {
        return std::nullopt;
    }
}

/** Weighted points, at most one to a square: where those of it are on average. */
DensityPoints inSquares(const DensityPoints &points, const QgsRectangle &ground, double square)
{
    const double margin = square + kEdgeMetres;
    const double west = ground.xMinimum() - margin;
    const double south = ground.yMinimum() - margin;
    const double columns = std::ceil((ground.width() + 2.0 * margin) / square);
    const double rows = std::ceil((ground.height() + 2.0 * margin) / square);
    if (columns * rows > kMostSquares || columns * rows > 64.0 * double(points.size() + 1)) {
        return points;
    }
    struct Square
    {
        double weight = 0.0;
        double east = 0.0;
        double north = 0.0;
    };
    std::vector<Square> squares(static_cast<std::size_t>(columns * rows));
    for (std::size_t i = 0; i < points.size(); ++i) {
        const double weight = points.weights.empty() ? 1.0 : points.weights[i];
        const double east = points.eastings[i] - west;
        const double north = points.northings[i] - south;
        const auto place = static_cast<std::size_t>(std::floor(north / square) * columns +
                                                    std::floor(east / square));
        Square &into = squares[place];
        into.weight += weight;
        into.east += weight * east;
        into.north += weight * north;
    }
    DensityPoints gathered;
    for (const Square &one : squares) {
        if (one.weight > 0.0) {
            gathered.eastings.push_back(west + one.east / one.weight);
            gathered.northings.push_back(south + one.north / one.weight);
            gathered.weights.push_back(one.weight);
        }
    }
    return gathered;
}

} // namespace

std::optional<double> valueAt(const HeatSurface &surface, const GeoPoint &place)
{
    const std::optional<QgsPointXY> here = inMetres(place, surface.grid.epsg);
    const HeatGrid &grid = surface.grid;
    const double column = here ? std::floor((here->x() - grid.west) / grid.pixel) : -1.0;
    const double row = here ? std::floor((grid.north - here->y()) / grid.pixel) : -1.0;
    if (!(column >= 0.0 && column < grid.columns && row >= 0.0 && row < grid.rows)) {
        return std::nullopt;
    }
    const auto value = static_cast<double>(
        surface.values[static_cast<std::size_t>(row) * static_cast<std::size_t>(grid.columns) +
                       static_cast<std::size_t>(column)]);
    return value == kHeatNoData ? std::nullopt : std::optional(value);
}

SurfaceInput inputOf(const PlacedCases &cases, const PlacedPart &part)
{
    const auto first = static_cast<std::ptrdiff_t>(part.first);
    const auto end = static_cast<std::ptrdiff_t>(part.end);
    SurfaceInput input;
    input.points.eastings.assign(cases.points.eastings.begin() + first,
                                 cases.points.eastings.begin() + end);
    input.points.northings.assign(cases.points.northings.begin() + first,
                                  cases.points.northings.begin() + end);
    const double until = daysOf(part.to);
    if (!cases.days.empty()) {
        input.agesInDays.reserve(part.end - part.first);
        for (std::size_t i = part.first; i < part.end; ++i) {
            input.agesInDays.push_back(std::max(0.0, until - cases.days[i]));
        }
    }
    input.months = (until - daysOf(part.from)) / kDaysOfAMonth;
    return input;
}

Result<std::shared_ptr<PlacedHeat>> PlacedHeat::place(const HeatInput &input,
                                                      const std::function<bool()> &isCancelled)
{
    const std::optional<GeoExtent> extent = input.ground ? input.ground : extentOf(input.points);
    if (!extent) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("A heat map needs a ground. Open a district, or choose cases."),
                     {}};
    }
    try {
        auto placed = std::make_shared<PlacedHeat>();
        placed->mEpsg =
            utmZoneOf({(extent->west + extent->east) / 2.0, (extent->south + extent->north) / 2.0});
        const QgsCoordinateTransform toMetres(
            QgsCoordinateReferenceSystem(u"EPSG:4326"_s),
            QgsCoordinateReferenceSystem(u"EPSG:%1"_s.arg(placed->mEpsg)),
            QgsCoordinateTransformContext());
        placed->mGround = toMetres.transformBoundingBox(
            QgsRectangle(extent->west, extent->south, extent->east, extent->north));
        if (!placed->mGround.isFinite()) {
            return Error{
                ErrorCode::InvalidInput,
                Words::tr("The ground of the heat map is too large to be measured in metres."),
                {}};
        }
        const QgsRectangle whole = placed->mGround.buffered(kEdgeMetres);
        placed->mCases = placedCases(input.points, whole, toMetres, isCancelled);
        if (input.compared) {
            placed->mCompared = placedCases(*input.compared, whole, toMetres, isCancelled);
        }
        placed->mDenominator = placedCases(input.denominator, whole, toMetres, isCancelled);
        placed->mRings = ringsOf(input.outlines, toMetres);
        if (isCancelled()) {
            return cancelled();
        }
        return placed;
    } catch (const QgsCsException &exception) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("The ground of the heat map cannot be measured in metres."),
                     exception.what()};
    }
}

PlacedPart PlacedHeat::partOf(const PlacedCases &cases, const HeatPlay &play, int step)
{
    PlacedPart part{0, cases.points.size(), 0, cases.from, cases.to};
    if (step >= 0 && step + 1 < play.bounds.size() && !cases.days.empty()) {
        part.from = play.bounds.at(step);
        part.to = play.bounds.at(step + 1);
        const auto at = [&](Instant moment) {
            return static_cast<std::size_t>(std::ranges::lower_bound(cases.days, daysOf(moment)) -
                                            cases.days.begin());
        };
        part.first = at(part.from);
        part.end = std::max(part.first, at(part.to));
        return part; // how many of a step lie beyond the ground, nobody asks
    }
    part.outside = cases.all - static_cast<qint64>(part.end);
    return part;
}

const DensityPoints &PlacedHeat::gathered(const PlacedCases &cases,
                                          const PlacedPart &part,
                                          double square,
                                          double halfLifeDays)
{
    std::optional<Gathered> &kept = mGathered[&cases == &mCases ? 0 : 1];
    if (!kept || kept->part != part || kept->square != square || kept->halfLife != halfLifeDays) {
        SurfaceInput input = inputOf(cases, part);
        if (halfLifeDays > 0.0 && !input.agesInDays.empty()) {
            input.points = aged(std::move(input.points), input.agesInDays, halfLifeDays);
        }
        kept = Gathered{part, square, halfLifeDays, inSquares(input.points, mGround, square)};
    }
    return kept->points;
}

const DensityPoints &PlacedHeat::gatheredDenominator(double square)
{
    std::optional<Gathered> &kept = mGathered[2];
    if (!kept || kept->square != square) {
        kept = Gathered{{}, square, 0.0, inSquares(mDenominator.points, mGround, square)};
    }
    return kept->points;
}

HeatSpot PlacedHeat::near(const GeoPoint &place, const HeatPlay &play, double reach) const
{
    HeatSpot spot{place, std::nullopt, reach, 0, {}};
    const std::optional<QgsPointXY> here = inMetres(place, mEpsg);
    if (!here) {
        return spot;
    }
    const PlacedPart part = partOf(mCases, play);
    std::vector<std::pair<double, std::size_t>> found;
    for (std::size_t i = part.first; i < part.end; ++i) {
        const double metres = std::hypot(mCases.points.eastings[i] - here->x(),
                                         mCases.points.northings[i] - here->y());
        if (metres <= reach) {
            found.emplace_back(metres, i);
        }
    }
    spot.count = static_cast<qint64>(found.size());
    const std::size_t shown = std::min(found.size(), static_cast<std::size_t>(kMostNearCases));
    std::partial_sort(
        found.begin(), found.begin() + static_cast<std::ptrdiff_t>(shown), found.end());
    for (std::size_t i = 0; i < shown && !mCases.ids.isEmpty(); ++i) {
        spot.nearest.append({mCases.ids.at(mCases.rows[found[i].second]), found[i].first});
    }
    return spot;
}

} // namespace gridward
