// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/heat/heatsurface.h"

#include "gis/heat/heatraster.h"

#include <qgscoordinatereferencesystem.h>
#include <qgscoordinatetransform.h>
#include <qgsexception.h>
#include <qgsfeature.h>
#include <qgsfeatureiterator.h>
#include <qgsfeaturesource.h>
#include <qgsfields.h>
#include <qgskde.h>

#include <QCoreApplication>
#include <QList>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HeatSurface)
};

constexpr double kSquareMetresPerSquareKilometre = 1.0e6;
constexpr double kLeastRadius = 50.0;
constexpr double kGreatestRadius = 5000.0;
/** So many cells to a radius, or more: the sum over cells is then the integral within 1 %. */
constexpr double kCellsPerRadius = 10.0;

/** Tells QGIS which cells to make; the points are handed to it one by one. */
class GroundSource final : public QgsFeatureSource
{
public:
    GroundSource(const QgsCoordinateReferenceSystem &crs, const QgsRectangle &extent)
        : mCrs(crs)
        , mExtent(extent)
    {
    }
    [[nodiscard]] QgsFeatureIterator getFeatures(const QgsFeatureRequest & /*request*/) const final
    {
        return {};
    }
    [[nodiscard]] QString sourceName() const final { return {}; }
    [[nodiscard]] QgsCoordinateReferenceSystem sourceCrs() const final { return mCrs; }
    [[nodiscard]] QgsFields fields() const final { return {}; }
    [[nodiscard]] Qgis::WkbType wkbType() const final { return Qgis::WkbType::Point; }
    [[nodiscard]] long long featureCount() const final { return -1; }
    [[nodiscard]] QgsRectangle sourceExtent() const final { return mExtent; }

private:
    QgsCoordinateReferenceSystem mCrs;
    QgsRectangle mExtent;
};

/** Cells whose edges are multiples of their size: surfaces of one district lie on each other. */
HeatGrid gridOver(const QgsRectangle &ground, int epsg, const HeatOrder &order)
{
    HeatGrid grid;
    grid.epsg = epsg;
    grid.pixel = std::min(std::max(order.pixelMetres, 1.0), order.radiusMetres / kCellsPerRadius);
    const auto fit = [&] {
        // One cell more than the kernel needs, all around: QGIS writes whole blocks.
        const double margin = order.radiusMetres + 2.0 * grid.pixel;
        const double west = std::floor((ground.xMinimum() - margin) / grid.pixel);
        const double east = std::ceil((ground.xMaximum() + margin) / grid.pixel);
        const double south = std::floor((ground.yMinimum() - margin) / grid.pixel);
        const double north = std::ceil((ground.yMaximum() + margin) / grid.pixel);
        grid.west = west * grid.pixel;
        grid.north = north * grid.pixel;
        const double columns = east - west;
        const double rows = north - south;
        const double cells = columns * rows;
        if (cells <= kMostHeatCells) {
            grid.columns = static_cast<int>(columns);
            grid.rows = static_cast<int>(rows);
        }
        return cells;
    };
    double cells = fit();
    while (cells > kMostHeatCells) {
        // Whole metres, so that nobody has to write 23.71 m into a report.
        grid.pixel = std::max(std::ceil(grid.pixel * std::sqrt(cells / kMostHeatCells)),
                              std::floor(grid.pixel) + 1.0);
        cells = fit();
    }
    return grid;
}

QgsKernelDensityEstimation::Parameters
parametersOf(GroundSource &source, const HeatGrid &grid, double radius)
{
    QgsKernelDensityEstimation::Parameters parameters;
    parameters.source = &source;
    parameters.radius = radius;
    parameters.pixelSize = grid.pixel;
    parameters.shape = QgsKernelDensityEstimation::KernelQuartic;
    parameters.decayRatio = 0.0;
    parameters.outputValues = QgsKernelDensityEstimation::OutputScaled;
    return parameters;
}

/**
 * QGIS counts the rows of a kernel from the south but writes them from the north, so that the
 * kernel lies up to a cell beside its point. Given the point mirrored within its cell, it lies
 * right.
 */
double mirroredInCell(double northing, const HeatGrid &grid)
{
    const double cells = (grid.north - northing) / grid.pixel;
    const double row = std::floor(cells);
    const double within = std::clamp(cells - row, 1.0e-6, 1.0 - 1.0e-6);
    return grid.north - (row + 1.0 - within) * grid.pixel;
}

Error cancelled()
{
    return {ErrorCode::Cancelled, Words::tr("The heat map was stopped."), {}};
}

Error engineFailed(int code)
{
    return {ErrorCode::Internal,
            Words::tr("The heat map cannot be computed. Try a larger radius or fewer cases."),
            u"QgsKernelDensityEstimation said %1"_s.arg(code)};
}

/** The ground in the metres of the zone. */
QgsRectangle inMetres(const GeoExtent &degrees, const QgsCoordinateTransform &toMetres)
{
    return toMetres.transformBoundingBox(
        QgsRectangle(degrees.west, degrees.south, degrees.east, degrees.north));
}

/** In units of cases per m²; -9999 where no case reaches. */
Result<std::vector<float>> estimate(const QList<QgsPointXY> &places,
                                    const HeatGrid &grid,
                                    double radius,
                                    const QgsCoordinateReferenceSystem &crs,
                                    const std::function<bool()> &isCancelled,
                                    const std::function<void(double)> &progress)
{
    const MemoryFile file(u"density"_s);
    // QGIS adds the radius all around, and a row and a column; a hair less keeps rounding out.
    const double hair = 1.0e-6;
    const double east = grid.west + (grid.columns - 1 - hair) * grid.pixel;
    const double south = grid.north - (grid.rows - 1 - hair) * grid.pixel;
    GroundSource source(
        crs, QgsRectangle(grid.west + radius, south + radius, east - radius, grid.north - radius));
    QgsKernelDensityEstimation kernel(parametersOf(source, grid, radius), file.path(), u"GTiff"_s);
    auto state = kernel.prepare();
    QgsFeature feature;
    for (qsizetype i = 0; i < places.size() && state == QgsKernelDensityEstimation::Success; ++i) {
        if (i % 64 == 0) {
            if (isCancelled()) {
                return cancelled();
            }
            progress(100.0 * static_cast<double>(i) / static_cast<double>(places.size()));
        }
        const QgsPointXY &place = places.at(i);
        feature.setGeometry(
            QgsGeometry::fromPointXY(QgsPointXY(place.x(), mirroredInCell(place.y(), grid))));
        state = kernel.addFeature(feature);
    }
    if (state != QgsKernelDensityEstimation::Success ||
        kernel.finalise() != QgsKernelDensityEstimation::Success) {
        return engineFailed(static_cast<int>(state));
    }
    return readValues(file.path(), grid);
}

/** The points in metres; those that lie beyond the ground are only counted. Few if cancelled. */
QList<QgsPointXY> projected(const CasePoints &points,
                            const QgsRectangle &ground,
                            const QgsCoordinateTransform &toMetres,
                            HeatFacts &facts,
                            const std::function<bool()> &isCancelled)
{
    QList<QgsPointXY> places;
    places.reserve(points.longitudes.size());
    const qsizetype count = std::min(points.longitudes.size(), points.latitudes.size());
    for (qsizetype i = 0; i < count && (i % 4096 != 0 || !isCancelled()); ++i) {
        try {
            const QgsPointXY place =
                toMetres.transform(points.longitudes.at(i), points.latitudes.at(i));
            if (ground.contains(place)) {
                places.append(place);
            }
        } catch (const QgsCsException &) {
            continue; // counted below: it is not on the ground
        }
    }
    facts.cases = places.size();
    facts.outside = count - places.size();
    return places;
}

/** Cases per km², 0 where no case reaches; notes the highest. */
void finishValues(HeatSurface &surface)
{
    float highest = 0.0F;
    for (float &value : surface.values) {
        value = value < 0.0F ? 0.0F : static_cast<float>(value * kSquareMetresPerSquareKilometre);
        highest = std::max(highest, value);
    }
    surface.facts.highest = highest;
}

Result<HeatSurface> surfaceOf(const HeatInput &input,
                              const GeoExtent &extent,
                              const std::function<bool()> &isCancelled,
                              const std::function<void(double)> &progress)
{
    const int epsg =
        utmZoneOf({(extent.west + extent.east) / 2.0, (extent.south + extent.north) / 2.0});
    const QgsCoordinateReferenceSystem metres(u"EPSG:%1"_s.arg(epsg));
    const QgsCoordinateTransform toMetres(
        QgsCoordinateReferenceSystem(u"EPSG:4326"_s), metres, QgsCoordinateTransformContext());
    QgsRectangle ground = inMetres(extent, toMetres);
    if (!ground.isFinite()) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("The ground of the heat map is too large to be measured in metres."),
                     {}};
    }
    HeatSurface surface;
    surface.grid = gridOver(ground, epsg, input.order);
    surface.facts.withoutPlace = input.points.withoutPlace;
    surface.facts.radiusMetres = input.order.radiusMetres;
    surface.facts.pixelMetres = surface.grid.pixel;
    surface.facts.epsg = epsg;
    ground.grow(surface.grid.pixel / 2.0); // a case on the very edge is on the ground
    const QList<QgsPointXY> places =
        projected(input.points, ground, toMetres, surface.facts, isCancelled);
    if (isCancelled()) {
        return cancelled();
    }
    Result<std::vector<float>> values =
        estimate(places, surface.grid, input.order.radiusMetres, metres, isCancelled, progress);
    if (!values) {
        return values.error();
    }
    surface.values = std::move(values).value();
    finishValues(surface);
    return surface;
}

} // namespace

int utmZoneOf(const GeoPoint &place)
{
    const int zone =
        std::clamp(static_cast<int>(std::floor((place.longitude + 180.0) / 6.0)) + 1, 1, 60);
    return (place.latitude >= 0.0 ? 32600 : 32700) + zone;
}

std::optional<GeoExtent> extentOf(const CasePoints &points)
{
    if (points.longitudes.isEmpty() || points.latitudes.isEmpty()) {
        return std::nullopt;
    }
    const auto [west, east] = std::ranges::minmax(points.longitudes);
    const auto [south, north] = std::ranges::minmax(points.latitudes);
    return GeoExtent{west, south, east, north};
}

Result<HeatSurface> makeHeatSurface(const HeatInput &input,
                                    const std::function<bool()> &isCancelled,
                                    const std::function<void(double)> &progress)
{
    const std::optional<GeoExtent> extent = input.ground ? input.ground : extentOf(input.points);
    const double radius = input.order.radiusMetres;
    if (!extent || !(radius >= kLeastRadius && radius <= kGreatestRadius)) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("A heat map needs a ground and a radius from 50 to 5,000 metres."),
                     {}};
    }
    try {
        return surfaceOf(input, *extent, isCancelled, progress);
    } catch (const QgsCsException &exception) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("The ground of the heat map cannot be measured in metres."),
                     exception.what()};
    }
}

} // namespace gridward
