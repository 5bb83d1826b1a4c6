// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gridward::bench {

/**
 * Prints, over a table of sizes, what each method of ours takes and which one the cost model
 * chose. False if a choice is more than twice as slow as the best one and not by a few
 * milliseconds.
 */
[[nodiscard]] bool printChoices();

/** Measures CPU time over points, cells and radius into density-cost.csv and density-cost.svg
 * (minutes). False if they cannot be written. */
[[nodiscard]] bool drawCurves(const QString &folder);

} // namespace gridward::bench
