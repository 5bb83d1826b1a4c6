// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace gridward {

// Where the classes of a legend end. Each function gives rising values: the lower end of the first
// class, each boundary, the upper end of the last one; none if there is nothing to class.

/** From 0 in equal round steps to the first that is not below `highest`: three to seven classes. */
[[nodiscard]] std::vector<double> equalBreaks(double highest);

/** The same to both sides of 0, as far as the greater of both reaches. */
[[nodiscard]] std::vector<double> divergingBreaks(double lowest, double highest);

/** As many values above 0 in each class; fewer classes where many values are alike. */
[[nodiscard]] std::vector<double> quantileBreaks(std::span<const float> values, int classes);

/**
 * Boundaries with the least squares within the classes, of the values above 0, each held for the
 * mean of one of 512 slices of them. Source: Fisher, On grouping for maximum homogeneity (1958);
 * known to mapmakers as Jenks' natural breaks.
 */
[[nodiscard]] std::vector<double> naturalBreaks(std::span<const float> values, int classes);

} // namespace gridward
