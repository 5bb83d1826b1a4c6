// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/densitysum.h"
#include "tests/bench/densitysweep.h"

#include <QString>

#include <functional>
#include <span>
#include <vector>

namespace gridward::bench {

/** Milliseconds; `cpu` is of all threads of the process. */
struct Timing
{
    double wall = 0.0;
    double cpu = 0.0;
};

/** The median of so many runs, by wall and by CPU each. */
[[nodiscard]] Timing medianOf(int runs, const std::function<void()> &work);

/** Points on a ground that begins at 0, 0 and is as large as the grid. */
struct DensityCase
{
    CellGrid grid;
    DensityPoints points;
    double radius = 1000.0;
};

[[nodiscard]] CellGrid benchGrid(qint64 columns, qint64 rows, double size);
[[nodiscard]] DensityPoints uniformPoints(std::size_t count, const CellGrid &grid);
/** Real reports of Zürich drawn again and again, each moved by some metres, in the middle of the
 * ground; without GRIDWARD_DATA a mixture of knots and of scattered points. `source` says which. */
[[nodiscard]] DensityPoints
clusteredPoints(std::size_t count, const CellGrid &grid, QString &source);

/** The same for a sweep line. */
[[nodiscard]] SweepInput sweepInputOf(const DensityCase &one, int threads);
/** All of them, the published one first. */
[[nodiscard]] std::span<const SweepKind> sweepKinds();

/** The worst relative difference where ours is above 1e-6 of its peak. `theirs` is not scaled. */
[[nodiscard]] double worstError(const std::vector<double> &theirs,
                                const std::vector<double> &ours,
                                const DensityKernel &kernel);

} // namespace gridward::bench
