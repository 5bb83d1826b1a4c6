// SPDX-License-Identifier: GPL-3.0-or-later
#define GRIDWARD_LOOPS plain
#define GRIDWARD_LANES 2
#include "models/analysis/densityloops.inl"

namespace gridward::densityloops {

extern const Loops kPlainLoops;

const Loops kPlainLoops{"SSE2",
                        plain::addRow,
                        plain::addTriangularRow,
                        plain::addScaled,
                        plain::makeRest,
                        plain::addStrip,
                        plain::addMoments,
                        plain::addPolynomials,
                        plain::makeMoments};

} // namespace gridward::densityloops
