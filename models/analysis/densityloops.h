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

/**
 * A strip of points, sorted by columns of the sort, beside a row of tiles; lengths in units of the
 * kernel's support. Of each tile those of columns [first, last] are taken but for [innerFirst,
 * innerLast], counted from the tile's own first column; all of them lie within the sort.
 */
struct TileStrip
{
    const double *x = nullptr;    ///< of the points
    const double *root = nullptr; ///< the power-th root of each weight; null: all weigh 1
    /** One row of the tile after the other, `restStride` apart: root · (1 - dy²) of each point;
     * from power 1 on the fourth row less the first; for kernels that are not a power of (1 - d²):
     * dy². */
    const double *rest = nullptr;
    std::size_t restStride = 0;
    const unsigned *starts = nullptr; ///< the first point of each column, from the first tile's
    unsigned base = 0;                ///< what starts count from
    std::size_t tiles = 0;
    int columnsOfTile = 1; ///< columns of the sort
    int first = 0;
    int innerFirst = 0; ///< beyond innerLast: all are taken
    int innerLast = -1;
    int last = -1;
};

/** What makeRest() computes, for the points of a strip; they and the rest are read and written on
 * to the end of a register. */
struct RestOrder
{
    const double *y = nullptr;
    const double *root = nullptr; ///< null: all 1
    std::size_t count = 0;
    bool isSquare = false;  ///< dy² instead of 1 - dy²
    bool isStepped = false; ///< the fourth row less the first
    double firstRow = 0.0;  ///< y of the tile's first row
    double step = 0.0;      ///< from row to row
};

/** Moments of blocks that lie side by side, one block a tile, to be moved and added up. */
struct MomentRow
{
    const double *moments = nullptr; ///< term by term, `stride` apart
    const double *factors = nullptr; ///< momentFactors() of the way from the tile's centre to it
};

/** A coefficient of a polynomial in the place of a cell, from a moment of points. */
struct SpreadPart
{
    int target; ///< term of the polynomial
    int moment;
    double factor;
};

/** Moments of tiles side by side, each about its tile's centre, to be turned into polynomials. */
struct PolynomialOrder
{
    const SpreadPart *parts = nullptr;
    std::size_t partCount = 0;
    const double *moments = nullptr; ///< term by term; read on to the end of a register
    std::size_t stride = 0;          ///< from term to term
    std::size_t tiles = 0;
    double step = 0.0; ///< a cell
};

/** Points whose moments are wanted, about a centre. */
struct PointOrder
{
    const double *x = nullptr;
    const double *y = nullptr;
    const double *weight = nullptr; ///< null: each 1
    std::size_t count = 0;
    double centreX = 0.0;
    double centreY = 0.0;
};

/** How many factors there are for moments up to a degree. */
constexpr int factorsOf(int degree)
{
    return degree * (degree + 1) / 2;
}

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
    /** TileStrip::rest; `stride` is at least the count, up to the end of a register. */
    void (*makeRest)(const RestOrder &order, double *rest, std::size_t stride);
    /** Adds a strip to the 8 × 4 sums of each tile, whose columns are at `columns`. Power -1 is the
     * triangular kernel. */
    void (*addStrip)(int power, const TileStrip &strip, const double *columns, double *sums);
    /** Adds rows of moments, `stride` apart from term to term, moved along x and then by the
     * factors `down` along y, to `sums` (term by term, `sumsStride` apart), for `tiles` tiles. */
    void (*addMoments)(int degree,
                       const MomentRow *rows,
                       std::size_t count,
                       std::size_t stride,
                       const double *down,
                       double *sums,
                       std::size_t sumsStride,
                       std::size_t tiles);
    /** Adds polynomials to the 8 × 4 sums of each tile. */
    void (*addPolynomials)(int degree, const PolynomialOrder &order, double *sums);
    /** Moments up to a degree, `stride` apart. */
    void (*makeMoments)(int degree, const PointOrder &order, double *moments, std::size_t stride);
};

/** The fastest that this machine can run. */
[[nodiscard]] const Loops &best();

/** For tests: all that this machine can run, the plainest first. */
[[nodiscard]] std::size_t available(const Loops **list, std::size_t most);

} // namespace gridward::densityloops
