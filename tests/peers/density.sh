#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# density.sh TEST_DENSITY SOURCE_DIR: the reference values of tests/data/density made anew by R's
# spatstat (a minute), compared with those that are kept there, and our engine with the new ones.
set -eu
test=$1
kept=$2/tests/data/density
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
Rscript "$kept/reference.R" "$kept" "$scratch"
python3 - "$kept" "$scratch" <<'END'
import csv, sys
kept, made = sys.argv[1:]
# What a Fourier transform or a search adds up may differ in its last digits from machine to machine.
limits = {'at-points.csv': 1e-12, 'loglikelihood.csv': 1e-12, 'pixels.csv': 1e-6, 'bandwidths.csv': 1e-6,
          'adaptive.csv': 1e-6}
bad = 0
for name, limit in limits.items():
    one, other = (list(csv.reader(open(folder + '/' + name))) for folder in (kept, made))
    worst, cells = 0.0, 0
    if [len(row) for row in one] != [len(row) for row in other] or one[0] != other[0] or len(one) < 3:
        sys.exit('%s is not of the same shape' % name)
    for rows in zip(one[1:], other[1:]):
        for was, now in zip(*rows):
            if was == now:
                continue
            worst = max(worst, abs(float(now) / float(was) - 1.0))
        cells += len(rows[0])
    print('%s: %d values, made anew they differ by %.1e' % (name, cells, worst))
    bad += not worst <= limit
sys.exit(bool(bad))
END
GRIDWARD_DENSITY_PEERS=$scratch QT_QPA_PLATFORM=offscreen "$test"
