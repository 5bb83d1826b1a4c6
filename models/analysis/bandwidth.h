// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/densitysum.h"
#include "models/analysis/heatrecipe.h"

#include <optional>
#include <vector>

namespace gridward {

/** A pair, one for each axis. */
struct AxisValues
{
    double easting = 0.0;
    double northing = 0.0;
};

/**
 * Standard deviations of a Gaussian by Scott's rule, n^(-1/6) times that of the points (with n - 1,
 * weights left aside), for each axis. Source: Scott, Multivariate Density Estimation (1992),
 * section 6.3; as bw.scott of R's spatstat.
 */
[[nodiscard]] AxisValues scottDeviations(const DensityPoints &points);

/**
 * Silverman's more robust rule in the plane: 0.9 · min(s, interquartile range / 1.34) · n^(-1/6)
 * for each axis. Source: Silverman, Density Estimation (1986), sections 3.4.2 and 4.3.2.
 */
[[nodiscard]] AxisValues silvermanDeviations(const DensityPoints &points);

/**
 * The logarithm of the likelihood of the points if each is left out in turn: Σ log λ₋ᵢ(xᵢ) less
 * the weight of all, which is the integral of λ when nothing is cut off at a border. Source:
 * Loader, Local Regression and Likelihood (1999), section 5.3; as bw.ppl of spatstat. Minus
 * infinity if a point is out of reach of all others; nothing if cancelled.
 */
[[nodiscard]] std::optional<double> likelihoodOf(const DensityPoints &points,
                                                 const DensityKernel &kernel,
                                                 const AnalysisControl &control = {});

/**
 * What an estimate needs: one bandwidth, or one for each point (adaptive). Rules that give a
 * standard deviation are turned into this kernel's bandwidth; both axes by their geometric mean.
 */
struct ChosenBandwidth
{
    double metres = 0.0;        ///< that of all, or the one in the middle of an adaptive estimate
    std::vector<double> ofEach; ///< empty unless adaptive
};

/**
 * By the recipe's rule. Adaptive is Abramson's: by hand, times (geometric mean of the pilot
 * density / pilot density at the point)^(1/2), at most 5 times; the pilot has the bandwidth by
 * hand. Source: Abramson, On bandwidth variation in kernel estimates (1982); trimmed as by
 * spatstat's bw.abram. Likelihood is sought between 1/100 and 1/4 of the points' extent, on at most
 * 20,000 points drawn evenly, scaled to all by n^(-1/6). Rules that find no spread in the points
 * (fewer than two places) fall back on the one by hand. Nothing if cancelled.
 */
[[nodiscard]] std::optional<ChosenBandwidth> chooseBandwidth(const DensityPoints &points,
                                                             const HeatRecipe &recipe,
                                                             const AnalysisControl &control = {});

} // namespace gridward
