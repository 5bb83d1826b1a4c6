// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/heat/heatsurface.h"

#include "gis/heat/heatraster.h"
#include "models/analysis/densitysurface.h"

#include <qgscoordinatereferencesystem.h>
#include <qgscoordinatetransform.h>
#include <qgsexception.h>
#include <qgsrectangle.h>

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

/** So many cells to a radius, or more: the sum over cells is then the integral within 1 %. */
constexpr double kCellsPerRadius = 10.0;

/** Cells whose edges are multiples of their size: surfaces of one district lie on each other. */
HeatGrid gridOver(const QgsRectangle &ground, int epsg, double cell, const DensityKernel &kernel)
{
    HeatGrid grid;
    grid.epsg = epsg;
    grid.pixel = std::min(cell, kernel.bandwidth / kCellsPerRadius);
    // Beyond three of its deviations next to nothing of a Gaussian is left to be seen.
    const double reach =
        kernel.shape == KernelShape::Gaussian ? 3.0 * kernel.bandwidth : kernel.bandwidth;
    const auto fit = [&] {
        const double margin = reach + grid.pixel;
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

Error cancelled()
{
    return {ErrorCode::Cancelled, Words::tr("The heat map was stopped."), {}};
}

/** The ground in the metres of the zone. */
QgsRectangle inMetres(const GeoExtent &degrees, const QgsCoordinateTransform &toMetres)
{
    return toMetres.transformBoundingBox(
        QgsRectangle(degrees.west, degrees.south, degrees.east, degrees.north));
}

/** The points in metres; those that lie beyond the ground are only counted. Few if cancelled. */
DensityPoints projected(const CasePoints &points,
                        const QgsRectangle &ground,
                        const QgsCoordinateTransform &toMetres,
                        HeatFacts &facts,
                        const std::function<bool()> &isCancelled)
{
    DensityPoints places;
    const qsizetype count = std::min(points.longitudes.size(), points.latitudes.size());
    for (qsizetype i = 0; i < count && (i % 4096 != 0 || !isCancelled()); ++i) {
        try {
            const QgsPointXY place =
                toMetres.transform(points.longitudes.at(i), points.latitudes.at(i));
            if (ground.contains(place)) {
                places.eastings.push_back(place.x());
                places.northings.push_back(place.y());
            }
        } catch (const QgsCsException &) {
            continue; // counted below: it is not on the ground
        }
    }
    facts.cases = static_cast<qint64>(places.size());
    facts.outside = count - facts.cases;
    return places;
}

Error refused(SurfaceProblem problem)
{
    if (problem == SurfaceProblem::Cancelled) {
        return cancelled();
    }
    return {ErrorCode::InvalidInput,
            Words::tr("A heat map needs a ground, and a bandwidth and cells that are longer than 0 "
                      "metres. Correct them."),
            u"problem %1"_s.arg(static_cast<int>(problem))};
}

/** Values as a file holds them; notes the highest. */
void takeValues(const std::vector<double> &values, HeatSurface &surface)
{
    surface.values.reserve(values.size());
    for (const double value : values) {
        surface.values.push_back(static_cast<float>(std::isnan(value) ? kHeatNoData : value));
        surface.facts.highest =
            std::max(surface.facts.highest, static_cast<double>(surface.values.back()));
    }
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
    const QgsRectangle ground = inMetres(extent, toMetres);
    if (!ground.isFinite()) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("The ground of the heat map is too large to be measured in metres."),
                     {}};
    }
    HeatSurface surface;
    SurfaceInput cases;
    cases.recipe = input.order.recipe;
    // A case on the very edge is on the ground.
    cases.points = projected(input.points,
                             ground.buffered(0.5 * cases.recipe.cell),
                             toMetres,
                             surface.facts,
                             isCancelled);
    const AnalysisControl control{
        isCancelled, [&progress](double share) { progress(100.0 * share); }, 0};
    const DensitySurface::Made made =
        isCancelled() ? DensitySurface::Made() : DensitySurface::make(std::move(cases), control);
    if (!made.surface) {
        return refused(made.problem);
    }
    const double bandwidth = made.surface->facts().bandwidth;
    surface.grid =
        gridOver(ground, epsg, input.order.recipe.cell, {input.order.recipe.shape, bandwidth});
    surface.facts.withoutPlace = input.points.withoutPlace;
    surface.facts.radiusMetres = bandwidth;
    surface.facts.pixelMetres = surface.grid.pixel;
    surface.facts.epsg = epsg;
    surface.facts.recipe = input.order.recipe;
    const HeatGrid &grid = surface.grid;
    std::vector<double> values(static_cast<std::size_t>(grid.columns) *
                               static_cast<std::size_t>(grid.rows));
    if (!made.surface->fill(
            {grid.west, grid.north, grid.pixel, grid.columns, grid.rows}, values, control)) {
        return cancelled();
    }
    takeValues(values, surface);
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
    if (!extent || !isValid(input.order.recipe)) {
        return refused(SurfaceProblem::BadRecipe);
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
