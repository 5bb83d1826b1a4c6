// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/heat/heatsurface.h"

#include "gis/heat/heatcompare.h"
#include "gis/heat/heatraster.h"
#include "gis/heat/placedheat.h"
#include "models/analysis/classbreaks.h"

#include <QCoreApplication>
#include <QList>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HeatSurface)
};

/** So many cells to a radius, or more: the sum over cells is then the integral within 1 %. */
constexpr double kCellsPerRadius = 10.0;
/** Beyond three of its deviations next to nothing of a Gaussian is left to be seen. */
constexpr double kSeenDeviations = 3.0;
/** A coarse cell is so many cells wide. */
constexpr double kCoarse = 4.0;
/** What lies in a square of this part of the bandwidth may be taken together for a coarse surface:
 * it moves its peak by some percent. */
constexpr double kGathered = 0.22;
constexpr int kClasses = 5;
/** How far a case is seen to reach. */
double reachOf(const DensityKernel &kernel)
{
    return kernel.shape == KernelShape::Gaussian ? kSeenDeviations * kernel.bandwidth
                                                 : kernel.bandwidth;
}

/** Cells whose edges are multiples of their size: surfaces of one district lie on each other. */
HeatGrid gridOver(const QgsRectangle &ground, int epsg, double cell, const DensityKernel &kernel)
{
    HeatGrid grid;
    grid.epsg = epsg;
    grid.pixel = std::min(cell, kernel.bandwidth / kCellsPerRadius);
    const double reach = reachOf(kernel);
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

/** The same ground in cells four times as large. */
HeatGrid coarser(HeatGrid grid)
{
    grid.pixel *= kCoarse;
    grid.columns = static_cast<int>(std::ceil(grid.columns / kCoarse));
    grid.rows = static_cast<int>(std::ceil(grid.rows / kCoarse));
    return grid;
}

Error cancelled()
{
    return {ErrorCode::Cancelled, Words::tr("The heat map was stopped."), {}};
}

Error refused(SurfaceProblem problem)
{
    switch (problem) {
    case SurfaceProblem::Cancelled:
        return cancelled();
    case SurfaceProblem::NoPeriod:
        return {ErrorCode::InvalidInput,
                Words::tr("Cases per month need a period that is longer than nothing. Choose a "
                          "longer period or another unit."),
                {}};
    case SurfaceProblem::NoDenominator:
        return {ErrorCode::InvalidInput,
                Words::tr("There is nothing here to count the cases against. Choose another unit."),
                {}};
    case SurfaceProblem::NoGround:
        return {ErrorCode::InvalidInput,
                Words::tr("The district has no border, so its edge cannot be corrected. Switch the "
                          "correction off."),
                {}};
    case SurfaceProblem::BadRecipe:
        break;
    }
    return {ErrorCode::InvalidInput,
            Words::tr("A heat map needs a ground, and a bandwidth and cells that are longer than 0 "
                      "metres. Correct them."),
            u"problem %1"_s.arg(static_cast<int>(problem))};
}

/** Values as a file holds them; notes the extremes. */
void takeValues(const std::vector<double> &values, HeatSurface &surface)
{
    surface.values.reserve(values.size());
    for (const double value : values) {
        if (std::isnan(value)) {
            surface.facts.hasUnknown = true;
            surface.values.push_back(static_cast<float>(kHeatNoData));
            continue;
        }
        const auto kept = static_cast<float>(value);
        surface.values.push_back(kept);
        surface.facts.highest = std::max(surface.facts.highest, static_cast<double>(kept));
        surface.facts.lowest = std::min(surface.facts.lowest, static_cast<double>(kept));
    }
}

/** One period on its way to a surface. */
struct Layer
{
    HeatGrid grid;
    HeatFacts facts;
    std::vector<double> values;
    std::optional<DensitySurface> density;
};

/** Makes the surfaces of one order. */
class Maker
{
public:
    Maker(PlacedHeat &placed,
          const HeatWanted &wanted,
          const std::function<bool()> &isCancelled,
          const std::function<void(double)> &progress)
        : mPlaced(placed)
        , mWanted(wanted)
        , mControl{isCancelled, [progress](double share) { progress(100.0 * share); }, 0}
    {
    }

    Result<HeatSurfaces> make();

private:
    Result<Layer> layerOf(const PlacedCases &cases, const PlacedPart &part, HeatRecipe recipe);
    SurfaceInput coarseInput(const PlacedCases &cases, const PlacedPart &part, HeatRecipe &recipe);
    Result<void> compare(Layer &first, const Layer &other);
    [[nodiscard]] HeatSurface finished(Layer layer, std::vector<double> breaks) const;
    Result<std::vector<double>> breaksOfSteps();
    [[nodiscard]] std::vector<double> breaksOf(const HeatFacts &facts,
                                               const std::vector<float> &values) const;

    PlacedHeat &mPlaced;
    const HeatWanted &mWanted;
    AnalysisControl mControl;
};

SurfaceInput
Maker::coarseInput(const PlacedCases &cases, const PlacedPart &part, HeatRecipe &recipe)
{
    if (recipe.rule != BandwidthRule::ByHand) {
        const auto &known = mPlaced.chosen;
        if (known && known->rule == recipe.rule && known->shape == recipe.shape) {
            recipe.bandwidth = known->bandwidth;
        }
        recipe.rule = BandwidthRule::ByHand;
    }
    recipe.isEdgeCorrected = false;
    const HeatGrid grid =
        gridOver(mPlaced.ground(), mPlaced.epsg(), recipe.cell, {recipe.shape, recipe.bandwidth});
    // A power of two: while the bandwidth moves, the same squares serve again and again.
    const double widest = std::max(grid.pixel * kCoarse / 2.0, recipe.bandwidth * kGathered);
    const double square = std::exp2(std::floor(std::log2(widest)));
    SurfaceInput input;
    input.points = mPlaced.gathered(cases, part, square, recipe.halfLifeDays);
    recipe.halfLifeDays = 0.0; // is in the weights
    if (recipe.unit == HeatUnit::PerTenThousand) {
        input.denominator = mPlaced.gatheredDenominator(square);
    }
    return input;
}

Result<Layer> Maker::layerOf(const PlacedCases &cases, const PlacedPart &part, HeatRecipe recipe)
{
    Layer layer;
    layer.facts.recipe = recipe;
    layer.facts.per = mWanted.order.per;
    SurfaceInput input;
    if (mWanted.isCoarse) {
        input = coarseInput(cases, part, recipe);
    } else {
        input = inputOf(cases, part);
        input.denominator =
            recipe.unit == HeatUnit::PerTenThousand ? mPlaced.denominator() : DensityPoints();
        input.ground = recipe.isEdgeCorrected ? mPlaced.rings() : GroundRings();
    }
    input.months = inputOf(cases, {0, 0, 0, part.from, part.to}).months;
    input.recipe = recipe;
    if (mControl.isCancelled() || !isValid(recipe)) {
        return refused(mControl.isCancelled() ? SurfaceProblem::Cancelled
                                              : SurfaceProblem::BadRecipe);
    }
    DensitySurface::Made made = DensitySurface::make(std::move(input), mControl);
    if (!made.surface) {
        return refused(made.problem);
    }
    const double bandwidth = made.surface->facts().bandwidth;
    const HeatGrid fine =
        gridOver(mPlaced.ground(), mPlaced.epsg(), recipe.cell, {recipe.shape, bandwidth});
    layer.grid = mWanted.isCoarse ? coarser(fine) : fine;
    layer.facts.cases = static_cast<qint64>(part.end - part.first);
    layer.facts.outside = part.outside;
    layer.facts.withoutPlace = cases.withoutPlace;
    layer.facts.radiusMetres = bandwidth;
    layer.facts.pixelMetres = layer.grid.pixel;
    layer.facts.epsg = mPlaced.epsg();
    const HeatGrid &grid = layer.grid;
    layer.values.resize(static_cast<std::size_t>(grid.columns) *
                        static_cast<std::size_t>(grid.rows));
    if (!made.surface->fill(
            {grid.west, grid.north, grid.pixel, grid.columns, grid.rows}, layer.values, mControl)) {
        return cancelled();
    }
    layer.density = std::move(made.surface);
    return layer;
}

Result<void> Maker::compare(Layer &first, const Layer &other)
{
    const HeatGrid &grid = other.grid;
    std::vector<double> cases;
    if (mWanted.order.compare == HeatCompare::Ratio) {
        cases.resize(other.values.size());
        if (!other.density->cases().fill(
                {grid.west, grid.north, grid.pixel, grid.columns, grid.rows}, cases, mControl)) {
            return cancelled();
        }
    }
    compareInto(mWanted.order.compare,
                first.values,
                other.values,
                cases,
                {other.facts.recipe.shape, other.facts.radiusMetres});
    return {};
}

std::vector<double> Maker::breaksOf(const HeatFacts &facts, const std::vector<float> &values) const
{
    if (mWanted.order.compare != HeatCompare::Off) {
        return comparedBreaks(mWanted.order.compare, facts.lowest, facts.highest);
    }
    switch (mWanted.order.classes) {
    case HeatClasses::Quantiles:
        return quantileBreaks(values, kClasses);
    case HeatClasses::Natural:
        return naturalBreaks(values, kClasses);
    case HeatClasses::Smooth:
    case HeatClasses::EqualSteps:
        break;
    }
    return equalBreaks(facts.highest);
}

HeatSurface Maker::finished(Layer layer, std::vector<double> breaks) const
{
    HeatSurface surface;
    surface.grid = layer.grid;
    surface.facts = layer.facts;
    takeValues(layer.values, surface);
    surface.breaks = breaks.empty() ? breaksOf(surface.facts, surface.values) : std::move(breaks);
    return surface;
}

Result<std::vector<double>> Maker::breaksOfSteps()
{
    const QList<Instant> &bounds = mWanted.play.bounds;
    HeatOrder order = mWanted.order;
    order.ramp = {}; // colours change nothing
    std::optional<PlacedHeat::Scale> &known = mPlaced.scale;
    if (known && known->order == order && known->bounds == bounds) {
        return known->breaks;
    }
    HeatFacts all;
    std::vector<float> values;
    const HeatWanted coarse{mWanted.order, mWanted.play, true};
    Maker maker(mPlaced, coarse, mControl.isCancelled, [](double) {});
    for (int step = 0; step + 1 < bounds.size(); ++step) {
        const PlacedCases &cases = mPlaced.cases();
        Result<Layer> layer = maker.layerOf(
            cases, PlacedHeat::partOf(cases, mWanted.play, step), mWanted.order.recipe);
        if (!layer) {
            return layer.error();
        }
        HeatSurface surface;
        takeValues(layer.value().values, surface);
        all.highest = std::max(all.highest, surface.facts.highest);
        values.insert(values.end(), surface.values.begin(), surface.values.end());
    }
    known = PlacedHeat::Scale{order, bounds, breaksOf(all, values)};
    return known->breaks;
}

Result<HeatSurfaces> Maker::make()
{
    const HeatOrder &order = mWanted.order;
    const PlacedCases &cases = mPlaced.cases();
    const bool isPlay = mWanted.play.bounds.size() > 1;
    Result<Layer> laid = layerOf(cases, PlacedHeat::partOf(cases, mWanted.play), order.recipe);
    if (!laid) {
        return laid.error();
    }
    Layer first = std::move(laid).value();
    if (!mWanted.isCoarse && order.recipe.rule != BandwidthRule::ByHand) {
        mPlaced.chosen =
            PlacedHeat::Chosen{order.recipe.rule, order.recipe.shape, first.facts.radiusMetres};
    }
    const bool isOne = order.compare != HeatCompare::Off;
    const bool isCompared =
        mPlaced.compared() && !isPlay && (isOne || order.layout != HeatLayout::One);
    std::optional<Layer> second;
    if (isCompared) {
        // The same kernel for both, or the difference would be one of bandwidths.
        HeatRecipe recipe = order.recipe;
        if (recipe.rule != BandwidthRule::Adaptive) {
            recipe.rule = BandwidthRule::ByHand;
            recipe.bandwidth = first.facts.radiusMetres;
        }
        const PlacedCases &others = *mPlaced.compared();
        Result<Layer> other = layerOf(others, PlacedHeat::partOf(others, {}), recipe);
        if (!other) {
            return other.error();
        }
        second = std::move(other).value();
        first.facts.compared = second->facts.cases;
    }
    if (second && isOne) {
        if (const Result<void> compared = compare(first, *second); !compared) {
            return compared.error();
        }
        first.facts.compare = order.compare;
    }
    std::vector<double> breaks;
    if (isPlay) {
        const Result<std::vector<double>> steps = breaksOfSteps();
        if (!steps) {
            return steps.error();
        }
        breaks = steps.value();
    }
    HeatSurfaces made;
    if (second && !isOne) {
        // One scale for both: what is greater has to have the greater colour.
        made.first = finished(std::move(first), {});
        made.other = finished(std::move(*second), {});
        if (made.other->facts.highest > made.first.facts.highest) {
            made.first.breaks = made.other->breaks;
        } else {
            made.other->breaks = made.first.breaks;
        }
        return made;
    }
    made.first = finished(std::move(first), std::move(breaks));
    return made;
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

Result<HeatSurfaces> makeHeatSurfaces(PlacedHeat &placed,
                                      const HeatWanted &wanted,
                                      const std::function<bool()> &isCancelled,
                                      const std::function<void(double)> &progress)
{
    return Maker(placed, wanted, isCancelled, progress).make();
}

Result<HeatSurface> makeHeatSurface(const HeatInput &input,
                                    const std::function<bool()> &isCancelled,
                                    const std::function<void(double)> &progress)
{
    if (!isValid(input.order.recipe)) {
        return refused(SurfaceProblem::BadRecipe);
    }
    const Result<std::shared_ptr<PlacedHeat>> placed = PlacedHeat::place(input, isCancelled);
    if (!placed) {
        return placed.error();
    }
    Result<HeatSurfaces> made =
        makeHeatSurfaces(*placed.value(), {input.order, input.play, false}, isCancelled, progress);
    if (!made) {
        return made.error();
    }
    return std::move(made).value().first;
}

} // namespace gridward
