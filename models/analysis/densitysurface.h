// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/edgecorrection.h"
#include "models/analysis/heatrecipe.h"

#include <optional>
#include <vector>

namespace gridward {

struct ChosenBandwidth;

/** What a surface is made of; places in metres of one projected CRS. */
struct SurfaceInput
{
    DensityPoints points;
    std::vector<double> agesInDays; ///< as many as points, for a half-life; else empty
    double months = 0.0;            ///< length of the period; needed for "per month"
    DensityPoints denominator;      ///< needed for "per 10,000": people, or whatever it counts
    GroundRings ground;             ///< needed for the correction at its border
    HeatRecipe recipe;              ///< its cell is the grid's affair
};

/** Why there is no surface. */
enum class SurfaceProblem {
    Cancelled,
    BadRecipe,     ///< a length that is none
    NoPeriod,      ///< per month, and the period has no length
    NoDenominator, ///< per 10,000, and there is nothing to divide by
    NoGround,      ///< to be corrected at a border that encloses nothing
};

/** A month of a year of 365.2425 days, in days. */
inline constexpr double kDaysOfAMonth = 365.2425 / 12.0;

/** What a surface was made with. */
struct SurfaceFacts
{
    double bandwidth = 0.0;      ///< metres; the one in the middle of an adaptive estimate
    double leastBandwidth = 0.0; ///< these two differ if the estimate is adaptive
    double greatestBandwidth = 0.0;
    double totalWeight = 0.0; ///< of the points, after their ages
    std::size_t points = 0;   ///< that count
    std::size_t leftOut = 0;  ///< no number, or without weight
    std::optional<EdgeQuadrature> edge;
};

/** Weights after so many days: halved after each half-life. */
[[nodiscard]] DensityPoints
aged(DensityPoints points, const std::vector<double> &agesInDays, double halfLifeDays);

/** What a weight per square metre is to be multiplied by for the unit; 1 for "per 10,000". */
[[nodiscard]] double factorOf(HeatUnit unit, double months);

/**
 * Everything a surface needs but its cells, which can be asked for piece by piece: a surface need
 * not fit into memory. Immutable; any thread, takes all cores.
 */
class DensitySurface
{
public:
    struct Made;

    /** Chooses the bandwidth, which may take a while. */
    [[nodiscard]] static Made make(SurfaceInput input, const AnalysisControl &control = {});

    [[nodiscard]] const SurfaceFacts &facts() const { return mFacts; }
    [[nodiscard]] const HeatRecipe &recipe() const { return mRecipe; }
    /** The cases alone, per square metre. */
    [[nodiscard]] const DensitySum &cases() const { return mCases; }

    /** Values in the recipe's unit at the centres of the cells, NaN where nothing is known: beyond
     * the ground if its edge is corrected, and where too few of the denominator are. False if
     * cancelled. */
    [[nodiscard]] bool
    fill(const CellGrid &grid, std::span<double> values, const AnalysisControl &control = {}) const;

private:
    DensitySurface(SurfaceInput input, const ChosenBandwidth &bandwidth, DensitySum cases);

    [[nodiscard]] bool correctEdge(const CellGrid &grid,
                                   std::span<double> values,
                                   const AnalysisControl &control) const;
    [[nodiscard]] bool
    divide(const CellGrid &grid, std::span<double> values, const AnalysisControl &control) const;

    HeatRecipe mRecipe;
    double mFactor = 1.0;
    SurfaceFacts mFacts;
    DensitySum mCases;
    std::optional<DensitySum> mDenominator;
    std::optional<EdgeShares> mEdge;
};

/** A surface, or why there is none. */
struct DensitySurface::Made
{
    std::optional<DensitySurface> surface;
    SurfaceProblem problem = SurfaceProblem::Cancelled;
};

} // namespace gridward
