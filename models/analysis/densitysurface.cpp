// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/densitysurface.h"

#include "models/analysis/bandwidth.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gridward {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kSquareMetresToSquareKilometre = 1.0e6;

/** One part of all work, as its own whole. */
AnalysisControl partOf(const AnalysisControl &control, double from, double to)
{
    AnalysisControl part = control;
    if (control.progress) {
        part.progress = [told = control.progress, from, to](double share) {
            told(from + (to - from) * share);
        };
    }
    return part;
}

std::optional<SurfaceProblem> problemOf(const SurfaceInput &input)
{
    if (!isValid(input.recipe)) {
        return SurfaceProblem::BadRecipe;
    }
    if (input.recipe.unit == HeatUnit::PerSquareKilometreAndMonth && !(input.months > 0.0)) {
        return SurfaceProblem::NoPeriod;
    }
    if (input.recipe.unit == HeatUnit::PerTenThousand &&
        DensitySum(input.denominator, DensityKernel()).pointCount() == 0) {
        return SurfaceProblem::NoDenominator;
    }
    if (input.recipe.isEdgeCorrected && !(areaOf(input.ground) > 0.0)) {
        return SurfaceProblem::NoGround;
    }
    return std::nullopt;
}

} // namespace

DensityPoints aged(DensityPoints points, const std::vector<double> &agesInDays, double halfLifeDays)
{
    if (!(halfLifeDays > 0.0) || agesInDays.size() != points.size()) {
        return points;
    }
    points.weights.resize(points.size(), 1.0);
    for (std::size_t i = 0; i < points.size(); ++i) {
        points.weights[i] *= std::exp2(-std::max(agesInDays[i], 0.0) / halfLifeDays);
    }
    return points;
}

double factorOf(HeatUnit unit, double months)
{
    switch (unit) {
    case HeatUnit::PerSquareKilometre:
        return kSquareMetresToSquareKilometre;
    case HeatUnit::PerSquareKilometreAndMonth:
        return kSquareMetresToSquareKilometre / months;
    case HeatUnit::PerTenThousand:
        break;
    }
    return 1.0;
}

DensitySurface::Made DensitySurface::make(SurfaceInput input, const AnalysisControl &control)
{
    if (const std::optional<SurfaceProblem> problem = problemOf(input)) {
        return {std::nullopt, *problem};
    }
    const KernelShape shape = input.recipe.shape;
    DensityPoints points =
        aged(std::move(input.points), input.agesInDays, input.recipe.halfLifeDays);
    const std::optional<ChosenBandwidth> bandwidth = chooseBandwidth(points, input.recipe, control);
    if (!bandwidth) {
        return {};
    }
    DensitySum cases = bandwidth->ofEach.empty()
                           ? DensitySum(std::move(points), {shape, bandwidth->metres})
                           : DensitySum(std::move(points), shape, bandwidth->ofEach);
    return {DensitySurface(std::move(input), *bandwidth, std::move(cases)), {}};
}

DensitySurface::DensitySurface(SurfaceInput input,
                               const ChosenBandwidth &bandwidth,
                               DensitySum cases)
    : mRecipe(input.recipe)
    , mFactor(factorOf(input.recipe.unit, input.months))
    , mCases(std::move(cases))
{
    mFacts.bandwidth = bandwidth.metres;
    mFacts.leastBandwidth = mFacts.greatestBandwidth = bandwidth.metres;
    if (!bandwidth.ofEach.empty()) {
        mFacts.leastBandwidth = std::ranges::min(bandwidth.ofEach);
        mFacts.greatestBandwidth = std::ranges::max(bandwidth.ofEach);
    }
    mFacts.points = mCases.pointCount();
    mFacts.leftOut = mCases.leftOut();
    mFacts.totalWeight = mCases.totalWeight();
    // Each point's own bandwidth is left to the cases: the one in the middle stands for the rest.
    const DensityKernel kernel{mRecipe.shape, bandwidth.metres};
    if (mRecipe.unit == HeatUnit::PerTenThousand) {
        // Both are smoothed alike: what the border takes away of them cancels out.
        mDenominator.emplace(std::move(input.denominator), kernel);
    } else if (mRecipe.isEdgeCorrected) {
        mEdge.emplace(std::move(input.ground), kernel);
        mFacts.edge = mEdge->quadrature();
    }
}

bool DensitySurface::correctEdge(const CellGrid &grid,
                                 std::span<double> values,
                                 const AnalysisControl &control) const
{
    std::vector<double> shares(values.size());
    if (!mEdge->fill(grid, shares, control)) {
        return false;
    }
    std::ranges::transform(
        values, shares, values.begin(), [](double value, double share) { return value / share; });
    return true;
}

bool DensitySurface::divide(const CellGrid &grid,
                            std::span<double> values,
                            const AnalysisControl &control) const
{
    std::vector<double> below(values.size());
    if (!mDenominator->fill(grid, below, control)) {
        return false;
    }
    // As many as stand at the very place weigh in full, those further off by the kernel.
    const double least = std::max(mRecipe.leastDenominator, 1.0e-9) *
                         kernelValue({mRecipe.shape, mFacts.bandwidth}, 0.0);
    std::ranges::transform(values, below, values.begin(), [least](double cases, double count) {
        return count >= least ? 10'000.0 * cases / count : kNaN;
    });
    return true;
}

bool DensitySurface::fill(const CellGrid &grid,
                          std::span<double> values,
                          const AnalysisControl &control) const
{
    const bool isTwofold = mDenominator || mEdge;
    if (!mCases.fill(grid, values, isTwofold ? partOf(control, 0.0, 0.5) : control)) {
        return false;
    }
    for (double &value : values) {
        value *= mFactor;
    }
    const AnalysisControl rest = partOf(control, 0.5, 1.0);
    return mDenominator ? divide(grid, values, rest) : !mEdge || correctEdge(grid, values, rest);
}

} // namespace gridward
