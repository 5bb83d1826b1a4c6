// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/densitysurface.h"

#include <optional>
#include <vector>

namespace gridward {

/** How far a case is told of; of a Gaussian, three deviations. */
[[nodiscard]] double toldReach(KernelShape shape, double bandwidth);

/**
 * One point for each case that is counted (`counted` as many as points, or empty: all of them),
 * weighing the area that it reaches by the recipe: their sum at a place is how many reach it.
 * `bandwidth` is the one in the middle where each has its own. Nothing if cancelled. Any thread.
 */
[[nodiscard]] std::optional<DensitySum> casesInReach(const DensityPoints &points,
                                                     const std::vector<bool> &counted,
                                                     const HeatRecipe &recipe,
                                                     double bandwidth,
                                                     const AnalysisControl &control);

} // namespace gridward
