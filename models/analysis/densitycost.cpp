// SPDX-License-Identifier: GPL-3.0-or-later
// What each way of summing costs: counts of its innermost steps times what such a step took on the
// machine of tests/bench/bench_density.cpp, in nanoseconds. Only the order of the results matters.
#include "models/analysis/densityloops.h"
#include "models/analysis/densityparts.h"
#include "models/analysis/densitytileplan.h"

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

/** Threads are started, memory is taken: whatever is to be summed. */
constexpr double kStart = 150'000.0;

double costOfPoints(const DensityData &data, const CellGrid &grid, const Crowd &crowd)
{
    const double reach = data.reach / grid.size;
    const double rows = std::min(2.0 * reach + 1.0, static_cast<double>(grid.rows));
    const double width = std::min(1.6 * reach + 2.0, static_cast<double>(grid.columns));
    const bool isSlow = data.kernel.shape == KernelShape::Gaussian;
    const bool isRoot = data.kernel.shape == KernelShape::Triangular;
    const double cell = isSlow ? 4.0 : isRoot ? 0.55 : 0.3;
    return kStart + crowd.count * rows * (20.0 + width * cell) +
           0.4 * static_cast<double>(grid.cells());
}

double costOfTiles(const DensityData &data, const CellGrid &grid, const Crowd &crowd)
{
    const std::optional<int> power = powerOf(data.kernel.shape);
    if (!data.bandwidths.empty() || (!power && data.kernel.shape != KernelShape::Triangular)) {
        return kNever;
    }
    constexpr double kPoint = 10.0; // to sort it, and its moments
    constexpr double kTile = 40.0;
    constexpr double kStrip = 4.0;
    const double reach = data.reach / grid.size;
    const double tiles = static_cast<double>(grid.cells()) / densityloops::kTileCells;
    const double disc = std::numbers::pi * (reach + 3.2) * (reach + 3.2);
    const double smallest = smallestBlock(crowd.perCell);
    const double strips = (2.0 * reach + 4.0) / smallest + 1.0;
    const double always = kStart + crowd.count * kPoint + tiles * (kTile + strips * kStrip);
    if (!power) {
        return always + tiles * disc * crowd.perCell * 8.0;
    }
    const double ring = 2.0 * std::numbers::pi * reach * (7.7 + smallest);
    const double terms = (*power + 1.0) * (2.0 * *power + 1.0);
    const double inner = std::max(reach - 9.0, 0.0);
    const double largest = largestBlock(reach);
    double blocks = std::numbers::pi * inner * inner / (largest * largest) +
                    (smallest < 8.0 ? 1.3 * inner : 0.0) + (smallest < 4.0 ? 2.6 * inner : 0.0);
    for (double size = largest / 2.0; size >= kBlock; size /= 2.0) {
        blocks += 5.0 * inner / size; // around the larger ones
    }
    const double reached = 1.0 - std::exp(-disc * crowd.perCell); // of all tiles
    return always + tiles * (std::min(ring, disc) * crowd.perCell * 1.15 +
                             reached * (blocks * terms * (0.06 + 0.0075 * terms) +
                                        (inner > 0.0 ? terms * 2.0 : 0.0)));
}

double costOfSeparable(const DensityData &data, const CellGrid &grid, const Crowd &crowd)
{
    const double reach = data.reach / grid.size;
    // Cells far larger than the kernel would be cut into more strips than there are points.
    if (data.kernel.shape != KernelShape::Gaussian || !data.bandwidths.empty() || reach < 2.0) {
        return kNever;
    }
    constexpr double kTerms = 11.0;
    const double width = std::min(2.0 * reach + 1.0, static_cast<double>(grid.columns));
    const double rows = std::min(2.0 * reach + 1.0, static_cast<double>(grid.rows));
    const double stripsToCell = std::ceil(4.0 * grid.size / data.kernel.bandwidth);
    const double strips = (static_cast<double>(grid.rows) + 2.0 * reach) * stripsToCell;
    const double filled = 1.0 - std::exp(-crowd.count / strips);
    // The memory of the strips alone takes as long as some sums.
    return kStart + strips * kTerms * 1250.0 + crowd.count * (210.0 + width * 2.0) +
           static_cast<double>(grid.cells()) * rows * stripsToCell * filled * kTerms * 0.12;
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
