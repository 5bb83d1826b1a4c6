// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/cellgrid.h"
#include "models/analysis/densitykernel.h"

#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace gridward {

struct DensityData;

/** Places with weights, in the metres of a projected CRS. */
struct DensityPoints
{
    std::vector<double> eastings;
    std::vector<double> northings; ///< as many
    std::vector<double> weights;   ///< as many, none below 0; empty: each counts 1

    [[nodiscard]] std::size_t size() const { return eastings.size(); }
};

/** How a long computation is watched; every function may be empty. */
struct AnalysisControl
{
    std::function<bool()> isCancelled;    ///< asked often, from any thread
    std::function<void(double)> progress; ///< from 0 to 1, from one thread at a time
    int threads = 0;                      ///< 0: as many as the machine has cores
};

/** The ways in which a surface can be summed; all give the same values but for rounding. */
enum class DensityMethod {
    Cheapest, ///< by the cost model
    Points,   ///< point by point, every cell it reaches
    Tiles,    ///< polynomial kernels: what surely reaches a whole tile by its moments, the rest
              ///< point by point; triangular: all of it point by point, but in tiles
    Separable ///< Gaussian only: rows first, columns next
};

/**
 * The sum of the kernels of all points: the density at places, in weight per square metre, exact
 * but for the rounding of doubles (relative error below 1e-9 wherever the density is above 1e-6 of
 * its peak; never below 0). No edge correction. Holds the points; immutable once made, so that
 * several threads may ask at a time. The same question gives the same bits on one machine, however
 * many threads answer it.
 */
class DensitySum
{
public:
    /** The kernel's bandwidth is more than 0. Leaves out points that are no numbers, or without
     * weight. */
    DensitySum(DensityPoints points, const DensityKernel &kernel);
    /** Each point with a bandwidth of its own (as many as points): an adaptive estimate. */
    DensitySum(DensityPoints points, KernelShape shape, std::vector<double> bandwidths);
    ~DensitySum();
    DensitySum(DensitySum &&) noexcept;
    DensitySum &operator=(DensitySum &&) noexcept;

    [[nodiscard]] std::size_t pointCount() const; ///< that are in the sum
    [[nodiscard]] std::size_t leftOut() const;    ///< that are not
    [[nodiscard]] double totalWeight() const;
    [[nodiscard]] double greatestReach() const; ///< metres
    [[nodiscard]] const DensityKernel &kernel() const;

    /**
     * Values of all cells at their centres into `values` (rows × columns). False if cancelled;
     * then nothing in it means anything. A method that does not fit the kernel is replaced by one
     * that does.
     */
    [[nodiscard]] bool fill(const CellGrid &grid,
                            std::span<double> values,
                            const AnalysisControl &control = {},
                            DensityMethod method = DensityMethod::Cheapest) const;

    /** Which method fill() would take. */
    [[nodiscard]] DensityMethod cheapestFor(const CellGrid &grid) const;

    /** At any places; eastings and northings are as many as values. False if cancelled. */
    [[nodiscard]] bool at(std::span<const double> eastings,
                          std::span<const double> northings,
                          std::span<double> values,
                          const AnalysisControl &control = {}) const;

private:
    std::unique_ptr<const DensityData> d;
};

} // namespace gridward
