// SPDX-License-Identifier: GPL-3.0-or-later
#define GRIDWARD_SWEEP avx512
#include "tests/bench/densitysweep.inl"

namespace gridward::bench {

extern const SweepRowLoop kAvx512Sweep;

const SweepRowLoop kAvx512Sweep = avx512::sweepRow;

} // namespace gridward::bench
