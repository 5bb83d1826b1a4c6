// SPDX-License-Identifier: GPL-3.0-or-later
#define GRIDWARD_LOOPS avx512
#define GRIDWARD_LANES 8
#include "models/analysis/densityloops.inl"

namespace gridward::densityloops {

extern const Loops kAvx512Loops;

const Loops kAvx512Loops{"AVX-512",
                         avx512::addRow,
                         avx512::addTriangularRow,
                         avx512::addScaled,
                         avx512::makeRest,
                         avx512::addStrip,
                         avx512::addMoments,
                         avx512::addPolynomials,
                         avx512::makeMoments};

} // namespace gridward::densityloops
