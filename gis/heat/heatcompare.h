// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/densitykernel.h"
#include "models/service/analysisport.h"

#include <span>
#include <vector>

namespace gridward {

/**
 * Makes two surfaces over the same cells into one, in the place of the first; what is not known in
 * one of them stays unknown (NaN). A ratio is known where `otherCases`, the other period's cases
 * per square metre by its kernel, come to five cases beneath the kernel's peak: with fewer, one
 * case more or less would change it by a fifth or more. A difference does not look at them.
 */
void compareInto(HeatCompare compare,
                 std::span<double> first,
                 std::span<const double> other,
                 std::span<const double> otherCases,
                 const DensityKernel &otherKernel);

/** Where the classes of a difference or a ratio end; none if there is nothing to class. */
[[nodiscard]] std::vector<double>
comparedBreaks(HeatCompare compare, double lowest, double highest);

} // namespace gridward
