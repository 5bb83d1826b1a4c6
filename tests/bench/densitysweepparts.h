// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/densitysweep.h"

namespace gridward::bench {

/** A row of cells, in cells. */
struct SweepRow
{
    double y = 0.0;
    double originX = 0.0; ///< of the moments
    double originY = 0.0;
    double square = 0.0; ///< radius²
    double scale = 1.0;  ///< 1 / radius⁴
    int columns = 0;
};

using SweepRowLoop = void (*)(SweepForm form,
                              const double *x,
                              const double *y,
                              std::size_t count,
                              const SweepRow &row,
                              double *buckets,
                              double *last,
                              double *values);

} // namespace gridward::bench
