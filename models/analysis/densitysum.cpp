// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/densitysum.h"

#include "models/analysis/densityparts.h"
#include "models/analysis/parallelrows.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <ranges>

namespace gridward {

namespace {

// A window's structures have to fit into memory beside its values.
constexpr qint64 kWindowColumns = 4096;
constexpr qint64 kWindowRows = 1024;
constexpr std::size_t kPointsToBand = 4;
constexpr std::size_t kPointsToPart = 4096;

bool isUsable(double easting, double northing, double weight, double bandwidth)
{
    return std::isfinite(easting) && std::isfinite(northing) && std::isfinite(weight) &&
           weight > 0.0 && std::isfinite(bandwidth) && bandwidth > 0.0;
}

struct Place
{
    double northing;
    double easting;
    std::size_t index;
};

/** From north to south, then from west to east, then by what came first: the order of the sum
 * decides its last bit. */
bool isBefore(const Place &one, const Place &other)
{
    return one.northing != other.northing ? one.northing > other.northing
           : one.easting != other.easting ? one.easting < other.easting
                                          : one.index < other.index;
}

/** Puts places into so many bands of equal height, from north to south; where each begins, and at
 * the end the number of all. */
template <typename Places>
std::vector<std::size_t>
putIntoBands(Places &&places, std::size_t bands, std::vector<Place> &sorted)
{
    double north = -std::numeric_limits<double>::infinity();
    double south = -north;
    for (const Place &place : places) {
        north = std::max(north, place.northing);
        south = std::min(south, place.northing);
    }
    const double perMetre = static_cast<double>(bands) / (north - south);
    const auto bandOf = [=](const Place &place) {
        const double band = (north - place.northing) * perMetre; // no number if all are on one line
        return band > 0.0 ? std::min(static_cast<std::size_t>(band), bands - 1) : 0;
    };
    std::vector<std::size_t> starts(bands + 1);
    for (const Place &place : places) {
        ++starts[bandOf(place) + 1];
    }
    std::partial_sum(starts.begin(), starts.end(), starts.begin());
    sorted.resize(starts.back());
    std::vector<std::size_t> next(starts.begin(), starts.end() - 1);
    for (const Place &place : places) {
        sorted[next[bandOf(place)]++] = place;
    }
    return starts;
}

/** The points that count, from north to south; of no kernel yet. They are sorted by bands that fit
 * into a cache, several at a time, and these by thin ones, each of few points. */
std::unique_ptr<DensityData> sortedData(const DensityPoints &points,
                                        const std::vector<double> &bandwidths)
{
    const auto isCounted = [&](std::size_t i) {
        return isUsable(points.eastings[i],
                        points.northings[i],
                        points.weights.empty() ? 1.0 : points.weights[i],
                        bandwidths.empty() ? 1.0 : bandwidths[i]);
    };
    std::vector<Place> banded;
    const std::vector<std::size_t> starts =
        putIntoBands(std::views::iota(std::size_t{0}, points.size()) |
                         std::views::filter(isCounted) | std::views::transform([&](std::size_t i) {
                             return Place{points.northings[i], points.eastings[i], i};
                         }),
                     points.size() / kPointsToPart + 1,
                     banded);
    auto data = std::make_unique<DensityData>();
    data->leftOut = points.size() - banded.size();
    data->eastings.resize(banded.size());
    data->northings.resize(banded.size());
    data->weights.resize(points.weights.empty() ? 0 : banded.size());
    data->bandwidths.resize(bandwidths.empty() ? 0 : banded.size());
    const auto sortBand = [&](std::size_t band, std::size_t /*worker*/) {
        const std::size_t first = starts[band];
        const std::span<const Place> part(banded.data() + first, starts[band + 1] - first);
        std::vector<Place> sorted;
        const std::vector<std::size_t> thin =
            putIntoBands(part, part.size() / kPointsToBand + 1, sorted);
        for (std::size_t i = 0; i + 1 < thin.size(); ++i) {
            std::sort(sorted.begin() + static_cast<std::ptrdiff_t>(thin[i]),
                      sorted.begin() + static_cast<std::ptrdiff_t>(thin[i + 1]),
                      isBefore);
        }
        for (std::size_t i = 0; i < sorted.size(); ++i) {
            const Place &place = sorted[i];
            data->eastings[first + i] = place.easting;
            data->northings[first + i] = place.northing;
            if (!data->weights.empty()) {
                data->weights[first + i] = points.weights[place.index];
            }
            if (!data->bandwidths.empty()) {
                data->bandwidths[first + i] = bandwidths[place.index];
            }
        }
    };
    (void)forEachPart(starts.size() - 1, {}, 0.0, 1.0, sortBand); // nobody can cancel it
    data->totalWeight = data->weights.empty()
                            ? static_cast<double>(data->size())
                            : std::reduce(data->weights.begin(), data->weights.end(), 0.0);
    return data;
}

} // namespace

std::pair<std::size_t, std::size_t> DensityData::between(double south, double north) const
{
    const auto first = std::ranges::lower_bound(northings, north, std::ranges::greater());
    const auto last = std::ranges::upper_bound(northings, south, std::ranges::greater());
    return {static_cast<std::size_t>(first - northings.begin()),
            static_cast<std::size_t>(std::max(first, last) - northings.begin())};
}

std::optional<int> powerOf(KernelShape shape)
{
    switch (shape) {
    case KernelShape::Uniform:
        return 0;
    case KernelShape::Epanechnikov:
        return 1;
    case KernelShape::Quartic:
        return 2;
    case KernelShape::Triweight:
        return 3;
    case KernelShape::Triangular:
    case KernelShape::Gaussian:
        break;
    }
    return std::nullopt;
}

DensitySum::DensitySum(DensityPoints points, const DensityKernel &kernel)
{
    auto data = sortedData(points, {});
    data->kernel = kernel;
    data->reach = supportRadius(kernel);
    d = std::move(data);
}

DensitySum::DensitySum(DensityPoints points, KernelShape shape, std::vector<double> bandwidths)
{
    auto data = sortedData(points, bandwidths);
    data->kernel.shape = shape;
    if (!data->bandwidths.empty()) {
        data->kernel.bandwidth = *std::ranges::max_element(data->bandwidths);
        data->reach = supportRadius(data->kernel);
    }
    d = std::move(data);
}

DensitySum::~DensitySum() = default;
DensitySum::DensitySum(DensitySum &&) noexcept = default;
DensitySum &DensitySum::operator=(DensitySum &&) noexcept = default;

std::size_t DensitySum::pointCount() const
{
    return d->size();
}

std::size_t DensitySum::leftOut() const
{
    return d->leftOut;
}

double DensitySum::totalWeight() const
{
    return d->totalWeight;
}

double DensitySum::greatestReach() const
{
    return d->reach;
}

const DensityKernel &DensitySum::kernel() const
{
    return d->kernel;
}

DensityMethod DensitySum::cheapestFor(const CellGrid &grid) const
{
    constexpr std::array kAll{
        DensityMethod::Points, DensityMethod::Tiles, DensityMethod::Separable};
    return *std::ranges::min_element(
        kAll, {}, [&](DensityMethod method) { return costOf(*d, grid, method); });
}

bool DensitySum::fill(const CellGrid &grid,
                      std::span<double> values,
                      const AnalysisControl &control,
                      DensityMethod method) const
{
    if (method == DensityMethod::Cheapest || !std::isfinite(costOf(*d, grid, method))) {
        method = cheapestFor(grid);
    }
    const qint64 across = (grid.columns + kWindowColumns - 1) / kWindowColumns;
    const qint64 down = (grid.rows + kWindowRows - 1) / kWindowRows;
    const double parts = static_cast<double>(std::max<qint64>(across * down, 1));
    for (qint64 part = 0; part < across * down; ++part) {
        const qint64 row = part / across * kWindowRows;
        const qint64 column = part % across * kWindowColumns;
        CellWindow window;
        window.grid = {grid.west + static_cast<double>(column) * grid.size,
                       grid.north - static_cast<double>(row) * grid.size,
                       grid.size,
                       std::min(kWindowColumns, grid.columns - column),
                       std::min(kWindowRows, grid.rows - row)};
        window.values = values.data() + row * grid.columns + column;
        window.stride = grid.columns;
        const double from = static_cast<double>(part) / parts;
        const double to = static_cast<double>(part + 1) / parts;
        const bool isFilled =
            method == DensityMethod::Tiles       ? fillByTiles(*d, window, control, from, to)
            : method == DensityMethod::Separable ? fillSeparably(*d, window, control, from, to)
                                                 : fillByPoints(*d, window, control, from, to);
        if (!isFilled) {
            return false;
        }
    }
    return true;
}

} // namespace gridward
