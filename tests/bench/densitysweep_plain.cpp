// SPDX-License-Identifier: GPL-3.0-or-later
#define GRIDWARD_SWEEP plain
#include "tests/bench/densitysweep.inl"

namespace gridward::bench {

extern const SweepRowLoop kPlainSweep;

const SweepRowLoop kPlainSweep = plain::sweepRow;

} // namespace gridward::bench
