// SPDX-License-Identifier: GPL-3.0-or-later
// Point by point: every cell that a point reaches. Also at any places.
#include "models/analysis/densityloops.h"
#include "models/analysis/densityparts.h"
#include "models/analysis/parallelrows.h"

#include <algorithm>
#include <cmath>

namespace gridward {

namespace {

using densityloops::Loops;

/** So many rows are one thread's: a point is found once for all of them. */
constexpr qint64 kBandRows = 16;

/** A row of cells from the west, in units of a point's bandwidth. */
struct RowInReach
{
    double *cells = nullptr;
    std::size_t count = 0;
    double dx = 0.0;        ///< from the point to the first cell
    double step = 0.0;      ///< from cell to cell
    double dySquared = 0.0; ///< to the row
};

void addGaussian(const RowInReach &row, double weight)
{
    for (std::size_t i = 0; i < row.count; ++i) {
        const double dx = row.dx + static_cast<double>(i) * row.step;
        row.cells[i] += weight * std::exp(-0.5 * (dx * dx + row.dySquared));
    }
}

void addRow(const Loops &loops, KernelShape shape, const RowInReach &row, double weight)
{
    if (const std::optional<int> power = powerOf(shape)) {
        loops.addRow(*power, row.cells, row.count, row.dx, row.step, 1.0 - row.dySquared, weight);
    } else if (shape == KernelShape::Triangular) {
        loops.addTriangularRow(row.cells, row.count, row.dx, row.step, row.dySquared, weight);
    } else {
        addGaussian(row, weight);
    }
}

/** Adds one point to the rows [first, last) of a window. */
void addPoint(const DensityData &data,
              std::size_t i,
              const Loops &loops,
              const CellWindow &window,
              qint64 firstRow,
              qint64 lastRow)
{
    const CellGrid &grid = window.grid;
    const DensityKernel kernel{data.kernel.shape, data.bandwidthOf(i)};
    const double bandwidth = kernel.bandwidth;
    const double reach = supportRadius(kernel);
    const double peak = data.weightOf(i) * kernelValue(kernel, 0.0);
    const double easting = data.eastings[i];
    const double northing = data.northings[i];
    const double top = std::ceil((grid.north - northing - reach) / grid.size - 0.5);
    const double bottom = std::floor((grid.north - northing + reach) / grid.size - 0.5);
    const auto first = static_cast<qint64>(std::max(top, static_cast<double>(firstRow)));
    const auto last = static_cast<qint64>(std::min(bottom, static_cast<double>(lastRow - 1)));
    for (qint64 row = first; row <= last; ++row) {
        const double dy = grid.centreNorthing(row) - northing;
        const double half = std::sqrt(std::max(reach * reach - dy * dy, 0.0));
        // A cell more at either end: rounding may have cut one off, and one too many adds 0.
        const double left = std::floor((easting - half - grid.west) / grid.size - 0.5);
        const double right = std::ceil((easting + half - grid.west) / grid.size - 0.5);
        const auto west = static_cast<qint64>(std::max(left, 0.0));
        const auto east =
            static_cast<qint64>(std::min(right, static_cast<double>(grid.columns - 1)));
        if (east < west) {
            continue;
        }
        RowInReach reached;
        reached.cells = window.values + row * window.stride + west;
        reached.count = static_cast<std::size_t>(east - west + 1);
        reached.dx = (grid.centreEasting(west) - easting) / bandwidth;
        reached.step = grid.size / bandwidth;
        reached.dySquared = dy * dy / (bandwidth * bandwidth);
        addRow(loops, kernel.shape, reached, peak);
    }
}

} // namespace

bool fillByPoints(const DensityData &data,
                  const CellWindow &window,
                  const AnalysisControl &control,
                  double from,
                  double to)
{
    const Loops &loops = densityloops::best();
    const CellGrid &grid = window.grid;
    const auto bands = static_cast<std::size_t>((grid.rows + kBandRows - 1) / kBandRows);
    return forEachPart(bands, control, from, to, [&](std::size_t band, std::size_t /*worker*/) {
        const qint64 first = static_cast<qint64>(band) * kBandRows;
        const qint64 last = std::min(first + kBandRows, grid.rows);
        for (qint64 row = first; row < last; ++row) {
            std::fill_n(window.values + row * window.stride, grid.columns, 0.0);
        }
        const auto [begin, end] = data.between(grid.centreNorthing(last - 1) - data.reach,
                                               grid.centreNorthing(first) + data.reach);
        for (std::size_t i = begin; i < end; ++i) {
            addPoint(data, i, loops, window, first, last);
        }
    });
}

} // namespace gridward
