// SPDX-License-Identifier: GPL-3.0-or-later
// What each way of summing costs: counts of its innermost steps times what such a step took on the
// machine of tests/bench/bench_density.cpp, in nanoseconds. Only the order of the results matters.
#include "models/analysis/densityparts.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace gridward {

namespace {

constexpr double kNever = std::numeric_limits<double>::infinity();

/** Points that reach the grid, at most, and how many there are to a cell of ground in reach. */
struct Crowd
{
    double count = 0.0;
    double perCell = 0.0;
};

Crowd crowdOf(const DensityData &data, const CellGrid &grid)
{
    const auto [first, last] = data.between(grid.south() - data.reach, grid.north + data.reach);
    const double reach = data.reach / grid.size;
    const double ground = (static_cast<double>(grid.columns) + 2.0 * reach) *
                          (static_cast<double>(grid.rows) + 2.0 * reach);
    const auto count = static_cast<double>(last - first);
    return {count, count / std::max(ground, 1.0)};
}

double costOfPoints(const DensityData &data, const CellGrid &grid, const Crowd &crowd)
{
    const double reach = data.reach / grid.size;
    const double rows = std::min(2.0 * reach + 1.0, static_cast<double>(grid.rows));
    const double width = std::min(1.6 * reach + 2.0, static_cast<double>(grid.columns));
    const bool isSlow = data.kernel.shape == KernelShape::Gaussian;
    const bool isRoot = data.kernel.shape == KernelShape::Triangular;
    return crowd.count * rows *
               (12.0 + width * (isSlow   ? 6.0
                                : isRoot ? 0.9
                                         : 0.25)) +
           0.5 * static_cast<double>(grid.cells());
}

double costOfTiles(const DensityData &data, const CellGrid &grid, const Crowd &crowd)
{
    const std::optional<int> power = powerOf(data.kernel.shape);
    if (!data.bandwidths.empty() || (!power && data.kernel.shape != KernelShape::Triangular)) {
        return kNever;
    }
    const double reach = data.reach / grid.size;
    const double tiles = static_cast<double>(grid.cells()) / 32.0;
    const double disc = std::numbers::pi * (reach + 4.0) * (reach + 4.0);
    const double smallest = crowd.perCell > 0.4 ? 2.0 : crowd.perCell > 0.1 ? 4.0 : 8.0;
    const double strips = (2.0 * reach + 4.0) / smallest + 1.0;
    if (!power) {
        return tiles * (strips * 6.0 + disc * crowd.perCell * 16.0);
    }
    const double width = std::min(8.0 + 0.64 * smallest, reach + 4.0);
    const double ring = 2.0 * std::numbers::pi * reach * width + std::numbers::pi * 16.0;
    const double terms = (*power + 1.0) * (2.0 * *power + 1.0);
    const double blocks = disc / 64.0 + 2.6 * reach;
    return crowd.count * 70.0 + tiles * (strips * 6.0 + std::min(ring, disc) * crowd.perCell * 2.0 +
                                         blocks * terms * 0.08 + terms * 20.0 + 60.0);
}

double costOfSeparable(const DensityData &data, const CellGrid &grid, const Crowd &crowd)
{
    const double reach = data.reach / grid.size;
    // Cells far larger than the kernel would be cut into more strips than there are points.
    if (data.kernel.shape != KernelShape::Gaussian || !data.bandwidths.empty() || reach < 2.0) {
        return kNever;
    }
    const double width = std::min(2.0 * reach + 1.0, static_cast<double>(grid.columns));
    const double rows = std::min(2.0 * reach + 1.0, static_cast<double>(grid.rows));
    const double terms = 11.0;
    return crowd.count * (200.0 + width * (1.0 + terms * 0.07)) +
           static_cast<double>(grid.cells()) * rows * terms * 0.06;
}

} // namespace

double costOf(const DensityData &data, const CellGrid &grid, DensityMethod method)
{
    const Crowd crowd = crowdOf(data, grid);
    switch (method) {
    case DensityMethod::Points:
        return costOfPoints(data, grid, crowd);
    case DensityMethod::Tiles:
        return costOfTiles(data, grid, crowd);
    case DensityMethod::Separable:
        return costOfSeparable(data, grid, crowd);
    case DensityMethod::Cheapest:
        break;
    }
    return kNever;
}

} // namespace gridward
