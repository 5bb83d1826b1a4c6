// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/densitysum.h"

#include <optional>
#include <vector>

namespace gridward {

/** What a DensitySum holds: its points from north to south. */
struct DensityData
{
    DensityKernel kernel;
    double reach = 0.0; ///< the greatest
    std::vector<double> eastings;
    std::vector<double> northings;  ///< falling
    std::vector<double> weights;    ///< empty: each counts 1
    std::vector<double> bandwidths; ///< empty: all have the kernel's
    double totalWeight = 0.0;
    std::size_t leftOut = 0;

    [[nodiscard]] std::size_t size() const { return eastings.size(); }
    [[nodiscard]] double weightOf(std::size_t i) const
    {
        return weights.empty() ? 1.0 : weights[i];
    }
    [[nodiscard]] double bandwidthOf(std::size_t i) const
    {
        return bandwidths.empty() ? kernel.bandwidth : bandwidths[i];
    }
    /** The points [first, last) whose northing is from `south` to `north`. */
    [[nodiscard]] std::pair<std::size_t, std::size_t> between(double south, double north) const;
};

/** The power of (1 - u²) that a kernel is, from 0; nothing for triangular and Gaussian. */
[[nodiscard]] std::optional<int> powerOf(KernelShape shape);

/** A part of a larger grid, to be filled; the larger one is needed for where its values go. */
struct CellWindow
{
    CellGrid grid;            ///< of the window
    double *values = nullptr; ///< its first cell …
    qint64 stride = 0;        ///< … and how far the next row is from a row
};

// Each adds nothing but sets all values of the window; false if cancelled.
[[nodiscard]] bool fillByPoints(const DensityData &data,
                                const CellWindow &window,
                                const AnalysisControl &control,
                                double from,
                                double to);
[[nodiscard]] bool fillByTiles(const DensityData &data,
                               const CellWindow &window,
                               const AnalysisControl &control,
                               double from,
                               double to);
[[nodiscard]] bool fillSeparably(const DensityData &data,
                                 const CellWindow &window,
                                 const AnalysisControl &control,
                                 double from,
                                 double to);

/** Nanoseconds that a way will take on one core, roughly. */
[[nodiscard]] double costOf(const DensityData &data, const CellGrid &grid, DensityMethod method);

} // namespace gridward
