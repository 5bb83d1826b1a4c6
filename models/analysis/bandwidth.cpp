// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/bandwidth.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gridward {

namespace {

constexpr double kSixth = 1.0 / 6.0;
constexpr double kInfinity = std::numeric_limits<double>::infinity();
/** Abramson's bandwidths are cut at so many times the one in the middle. */
constexpr double kMostTimes = 5.0;
/** Likelihood: the ends of the search as parts of the extent, its steps, the points it takes. */
constexpr double kLeastPart = 0.01;
constexpr double kGreatestPart = 0.25;
constexpr int kCoarseSteps = 12;
constexpr int kFineSteps = 18;
constexpr std::size_t kMostPoints = 20'000;

double deviationOf(const std::vector<double> &values)
{
    double mean = 0.0;
    double squares = 0.0;
    double count = 0.0;
    for (const double value : values) { // Welford's way: large coordinates lose nothing
        count += 1.0;
        const double from = value - mean;
        mean += from / count;
        squares += from * (value - mean);
    }
    return count < 2.0 ? 0.0 : std::sqrt(squares / (count - 1.0));
}

/** Between the first and third quarter, with values between two points in a straight line (R's
 * type 7). */
double interquartileRange(std::vector<double> values)
{
    if (values.size() < 2) {
        return 0.0;
    }
    std::ranges::sort(values);
    const auto at = [&values](double part) {
        const double place = part * static_cast<double>(values.size() - 1);
        const auto below = static_cast<std::size_t>(std::floor(place));
        const std::size_t above = std::min(below + 1, values.size() - 1);
        return std::lerp(values[below], values[above], place - std::floor(place));
    };
    return at(0.75) - at(0.25);
}

double shrinkOf(const DensityPoints &points)
{
    return std::pow(static_cast<double>(points.size()), -kSixth);
}

double silvermanSpread(const std::vector<double> &values)
{
    const double deviation = deviationOf(values);
    const double range = interquartileRange(values) / 1.34;
    // Half of all at one place: the range says nothing then.
    return range > 0.0 ? std::min(deviation, range) : deviation;
}

double meanOf(const AxisValues &deviations)
{
    return std::sqrt(deviations.easting * deviations.northing);
}

/** Every n-th, so that not more than kMostPoints are left. */
DensityPoints drawn(const DensityPoints &points)
{
    const std::size_t step = (points.size() + kMostPoints - 1) / kMostPoints;
    if (step <= 1) {
        return points;
    }
    DensityPoints some;
    for (std::size_t i = 0; i < points.size(); i += step) {
        some.eastings.push_back(points.eastings[i]);
        some.northings.push_back(points.northings[i]);
        if (!points.weights.empty()) {
            some.weights.push_back(points.weights[i]);
        }
    }
    return some;
}

double extentOf(const DensityPoints &points)
{
    const auto [west, east] = std::ranges::minmax(points.eastings);
    const auto [south, north] = std::ranges::minmax(points.northings);
    return std::max(east - west, north - south);
}

/** The bandwidth of the greatest likelihood: steps of equal ratio first, then between the best. */
std::optional<double>
likeliestBandwidth(const DensityPoints &all, KernelShape shape, const AnalysisControl &control)
{
    const DensityPoints points = drawn(all);
    const double extent = extentOf(points);
    if (points.size() < 2 || extent <= 0.0) {
        return 0.0;
    }
    const AnalysisControl quiet{control.isCancelled, {}, control.threads};
    int asked = 0;
    bool isCancelled = false;
    const auto likelihood = [&](double logarithm) {
        const std::optional<double> value =
            likelihoodOf(points, {shape, bandwidthForDeviation(shape, std::exp(logarithm))}, quiet);
        isCancelled = isCancelled || !value;
        if (control.progress) {
            control.progress(std::min(1.0, ++asked / double(kCoarseSteps + kFineSteps + 3)));
        }
        return value.value_or(-kInfinity);
    };
    const double least = std::log(extent * kLeastPart);
    const double step = (std::log(extent * kGreatestPart) - least) / kCoarseSteps;
    double best = least;
    double highest = -kInfinity;
    for (int i = 0; i <= kCoarseSteps && !isCancelled; ++i) {
        const double value = likelihood(least + i * step);
        if (value > highest) {
            highest = value;
            best = least + i * step;
        }
    }
    // Golden section within the two steps beside the best.
    const double golden = 0.5 * (std::sqrt(5.0) - 1.0);
    double low = best - step;
    double high = best + step;
    double left = high - golden * (high - low);
    double right = low + golden * (high - low);
    double leftValue = likelihood(left);
    double rightValue = likelihood(right);
    for (int i = 0; i < kFineSteps && !isCancelled; ++i) {
        if (leftValue >= rightValue) {
            high = std::exchange(right, left);
            rightValue = leftValue;
            left = high - golden * (high - low);
            leftValue = likelihood(left);
        } else {
            low = std::exchange(left, right);
            leftValue = rightValue;
            right = low + golden * (high - low);
            rightValue = likelihood(right);
        }
    }
    if (isCancelled) {
        return std::nullopt;
    }
    const double shrunk = shrinkOf(all) / shrinkOf(points);
    return bandwidthForDeviation(shape, std::exp(0.5 * (low + high)) * shrunk);
}

std::optional<ChosenBandwidth> adaptiveBandwidths(const DensityPoints &points,
                                                  const HeatRecipe &recipe,
                                                  const AnalysisControl &control)
{
    ChosenBandwidth chosen{recipe.bandwidth, std::vector<double>(points.size())};
    const DensitySum pilot(points, {recipe.shape, recipe.bandwidth});
    if (!pilot.at(points.eastings, points.northings, chosen.ofEach, control)) {
        return std::nullopt;
    }
    double logarithms = 0.0;
    double count = 0.0;
    for (const double density : chosen.ofEach) {
        if (density > 0.0) { // 0 only where a point is no number, or has no weight
            logarithms += std::log(density);
            count += 1.0;
        }
    }
    const double mean = std::exp(logarithms / std::max(count, 1.0));
    for (double &value : chosen.ofEach) {
        value = recipe.bandwidth *
                (value > 0.0 ? std::min(std::sqrt(mean / value), kMostTimes) : kMostTimes);
    }
    return chosen;
}

} // namespace

AxisValues scottDeviations(const DensityPoints &points)
{
    const double shrink = shrinkOf(points);
    return {deviationOf(points.eastings) * shrink, deviationOf(points.northings) * shrink};
}

AxisValues silvermanDeviations(const DensityPoints &points)
{
    const double shrink = 0.9 * shrinkOf(points);
    return {silvermanSpread(points.eastings) * shrink, silvermanSpread(points.northings) * shrink};
}

std::optional<double> likelihoodOf(const DensityPoints &points,
                                   const DensityKernel &kernel,
                                   const AnalysisControl &control)
{
    const DensitySum sum(points, kernel);
    std::vector<double> values(points.size());
    if (!sum.at(points.eastings, points.northings, values, control)) {
        return std::nullopt;
    }
    const double own = kernelValue(kernel, 0.0);
    double logarithm = 0.0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double weight = points.weights.empty() ? 1.0 : points.weights[i];
        const double others = values[i] - weight * own;
        // What is left of a point's own share is rounding.
        if (others <= 1.0e-12 * weight * own) {
            return -kInfinity;
        }
        logarithm += std::log(others);
    }
    return logarithm - sum.totalWeight();
}

std::optional<ChosenBandwidth> chooseBandwidth(const DensityPoints &points,
                                               const HeatRecipe &recipe,
                                               const AnalysisControl &control)
{
    double metres = 0.0;
    switch (recipe.rule) {
    case BandwidthRule::ByHand:
        break;
    case BandwidthRule::Scott:
        metres = bandwidthForDeviation(recipe.shape, meanOf(scottDeviations(points)));
        break;
    case BandwidthRule::Silverman:
        metres = bandwidthForDeviation(recipe.shape, meanOf(silvermanDeviations(points)));
        break;
    case BandwidthRule::Likelihood:
        if (points.size() >= 2) {
            const std::optional<double> found = likeliestBandwidth(points, recipe.shape, control);
            if (!found) {
                return std::nullopt;
            }
            metres = *found;
        }
        break;
    case BandwidthRule::Adaptive:
        return adaptiveBandwidths(points, recipe, control);
    }
    return ChosenBandwidth{std::isfinite(metres) && metres > 0.0 ? metres : recipe.bandwidth, {}};
}

} // namespace gridward
