// SPDX-License-Identifier: GPL-3.0-or-later
#define GRIDWARD_SWEEP avx2
#include "tests/bench/densitysweep.inl"

namespace gridward::bench {

extern const SweepRowLoop kAvx2Sweep;

const SweepRowLoop kAvx2Sweep = avx2::sweepRow;

} // namespace gridward::bench
