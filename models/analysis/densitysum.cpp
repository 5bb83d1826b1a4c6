// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/densitysum.h"

#include "models/analysis/densityparts.h"
#include "models/analysis/parallelrows.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace gridward {

namespace {

// A window's structures have to fit into memory beside its values.
constexpr qint64 kWindowColumns = 4096;
constexpr qint64 kWindowRows = 1024;
constexpr std::size_t kPointsToBand = 8;

bool isUsable(double easting, double northing, double weight, double bandwidth)
{
    return std::isfinite(easting) && std::isfinite(northing) && std::isfinite(weight) &&
           weight > 0.0 && std::isfinite(bandwidth) && bandwidth > 0.0;
}

/** From north to south, then from west to east, then by what came first: the order of the sum
 * decides its last bit. */
void sortByPlace(const DensityPoints &points, std::vector<std::size_t> &order)
{
    if (order.empty()) {
        return;
    }
    struct Place
    {
        double northing;
        double easting;
        std::size_t index;
    };
    const auto northingOf = [&points](std::size_t i) { return points.northings[i]; };
    const auto [southmost, northmost] = std::ranges::minmax_element(order, {}, northingOf);
    const double north = northingOf(*northmost);
    const double high = north - northingOf(*southmost);
    // Thin bands first, each of few points: a sort of all of them takes several times as long.
    const auto bands = static_cast<double>(order.size() / kPointsToBand + 1);
    const auto bandOf = [&](double northing) {
        const double share = (north - northing) / high; // no number if all are on one line
        return share > 0.0 ? static_cast<std::size_t>(share * (bands - 1.0)) : 0U;
    };
    std::vector<std::size_t> next(static_cast<std::size_t>(bands) + 1);
    for (const std::size_t i : order) {
        ++next[bandOf(points.northings[i]) + 1];
    }
    std::partial_sum(next.begin(), next.end(), next.begin());
    std::vector<Place> places(order.size());
    for (const std::size_t i : order) {
        places[next[bandOf(points.northings[i])]++] = {points.northings[i], points.eastings[i], i};
    }
    std::size_t first = 0;
    for (const std::size_t last : next) { // by now where each band ends
        std::sort(places.begin() + static_cast<std::ptrdiff_t>(first),
                  places.begin() + static_cast<std::ptrdiff_t>(last),
                  [](const Place &one, const Place &other) {
                      return one.northing != other.northing ? one.northing > other.northing
                             : one.easting != other.easting ? one.easting < other.easting
                                                            : one.index < other.index;
                  });
        first = last;
    }
    std::ranges::transform(places, order.begin(), &Place::index);
}

/** The points that count, from north to south; of no kernel yet. */
std::unique_ptr<DensityData> sortedData(const DensityPoints &points,
                                        const std::vector<double> &bandwidths)
{
    auto data = std::make_unique<DensityData>();
    std::vector<std::size_t> order;
    order.reserve(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (isUsable(points.eastings[i],
                     points.northings[i],
                     points.weights.empty() ? 1.0 : points.weights[i],
                     bandwidths.empty() ? 1.0 : bandwidths[i])) {
            order.push_back(i);
        }
    }
    data->leftOut = points.size() - order.size();
    sortByPlace(points, order);
    const auto sorted = [&order](const std::vector<double> &values) {
        std::vector<double> result;
        result.reserve(values.empty() ? 0 : order.size());
        for (const std::size_t i : order) {
            if (!values.empty()) {
                result.push_back(values[i]);
            }
        }
        return result;
    };
    data->eastings = sorted(points.eastings);
    data->northings = sorted(points.northings);
    data->weights = sorted(points.weights);
    data->bandwidths = sorted(bandwidths);
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
