// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace gridward::densityloops {

/** A tile is so many cells wide and high. */
inline constexpr int kTileColumns = 8;
inline constexpr int kTileRows = 4;
inline constexpr int kTileCells = kTileColumns * kTileRows;

/** Terms of a polynomial in two variables up to a degree. */
constexpr int termsOf(int degree)
{
    return (degree + 1) * (degree + 2) / 2;
}
/** Where the term x^a y^b is kept: by degree, the power of x falling. */
constexpr int termAt(int a, int b)
{
    return (a + b) * (a + b + 1) / 2 + b;
}

/** Points in reach of a tile; lengths in units of the kernel's support. */
struct TileRun
{
    const double *x = nullptr;    ///< of the points
    const double *root = nullptr; ///< the power-th root of each weight; null: all weigh 1
    /** Four values a point, one a row of the tile: root · (1 - dy²); for kernels that are not a
     * power of (1 - d²): dy². */
    const double *rest = nullptr;
    std::size_t count = 0;
};

/** Moments of blocks that lie side by side, one block a tile, to be moved and added up. */
struct MomentRow
{
    const double *moments = nullptr; ///< term by term, `stride` apart
    double shift = 0.0;              ///< from the tile's centre to the block's
};

/**
 * The innermost loops, compiled for several instruction sets; nothing here allocates. `power`
 * is that of (1 - d²): 0 uniform to 3 triweight.
 */
struct Loops
{
    const char *name;
    /** Adds to `count` cells in a row, the first at `dx` from the point, `step` apart:
     * weight · max(rest - dx², 0)^power, for power 0 weight wherever rest - dx² is not below 0. */
    void (*addRow)(int power,
                   double *cells,
                   std::size_t count,
                   double dx,
                   double step,
                   double rest,
                   double weight);
    /** The same for a triangular kernel: weight · max(1 - √(dx² + dy²), 0). */
    void (*addTriangularRow)(
        double *cells, std::size_t count, double dx, double step, double dySquared, double weight);
    /** cells[i] += factor · values[i]. */
    void (*addScaled)(double *cells, const double *values, std::size_t count, double factor);
    /** Adds all points of a run to the 8 × 4 sums of a tile, whose columns are at `columns`. */
    void (*addRun)(int power, const TileRun &run, const double *columns, double *sums);
    void (*addTriangularRun)(const TileRun &run, const double *columns, double *sums);
    /** Adds rows of moments, moved along x and then by `shiftY` along y, to `sums` (term by term,
     * `stride` apart), for `tiles` tiles. `stride` is that of both. */
    void (*addMoments)(int degree,
                       const MomentRow *rows,
                       std::size_t count,
                       std::size_t stride,
                       double shiftY,
                       double *sums,
                       std::size_t tiles);
};

/** The fastest that this machine can run. */
[[nodiscard]] const Loops &best();

/** For tests: all that this machine can run, the plainest first. */
[[nodiscard]] std::size_t available(const Loops **list, std::size_t most);

} // namespace gridward::densityloops
