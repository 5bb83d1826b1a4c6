// SPDX-License-Identifier: GPL-3.0-or-later
#define GRIDWARD_LOOPS avx2
#define GRIDWARD_LANES 4
#include "models/analysis/densityloops.inl"

namespace gridward::densityloops {

extern const Loops kAvx2Loops;

const Loops kAvx2Loops{"AVX2",
                       avx2::addRow,
                       avx2::addTriangularRow,
                       avx2::addScaled,
                       avx2::makeRest,
                       avx2::addStrip,
                       avx2::addMoments,
                       avx2::addPolynomials,
                       avx2::makeMoments};

} // namespace gridward::densityloops
