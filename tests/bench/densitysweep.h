// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace gridward::bench {

/** Points and cells in units of a cell: the centre of column i is at x = i, of row i at y = i. */
struct SweepInput
{
    std::vector<double> x;
    std::vector<double> y;
    double radius = 1.0;
    int columns = 0;
    int rows = 0;
    int threads = 1;
};

/** What is carried from bucket to bucket along a row of cells. */
enum class SweepForm {
    Moments, ///< Σ1, Σp, Σ|p|², Σp pᵀ, Σ|p|²p, Σ|p|⁴: as published, SLAM_BUCKET with quartic
             ///< kernels
    Row,    ///< the five coefficients of the row's polynomial in x
    RowFour ///< those, but the last, a count, kept apart: registers of four doubles
};

struct SweepKind
{
    const char *name;
    SweepForm form;
    bool isSorted; ///< by column within each row: neighbours in memory are neighbours in a row
    /** So many columns at a time, with an origin of their own: they lose fewer digits, but whatever
     * reaches two of them is added twice. 0: all at once. */
    int columnsAtOnce = 0;
};

/**
 * Peers of our engine: sweep lines for quartic kernels, T. N. Chan et al., "SLAM: Efficient Sweep
 * Line Algorithms for Kernel Density Visualization", SIGMOD 2022, the variant with buckets, on the
 * rows of cells; the points of a row's band are found by a counting sort. Written here, to be
 * beaten only by what is better: moments about the middle of some rows, chords by vectors, all
 * moments of a point added in one go. Sums of (1 - u²)², not scaled.
 */
void sweep(const SweepInput &input, const SweepKind &kind, std::vector<double> &values);

/** The instruction set that sweep() uses, the same as our own loops. */
const char *sweepInstructions();

} // namespace gridward::bench
