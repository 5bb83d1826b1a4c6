// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/densityloops.h"

#include <vector>

namespace gridward {

/** Blocks of ground are powers of two, in cells. Up to this size, a tile's width, they lie side by
 * side; larger ones begin wherever one of this size does, so that all tiles see the same pattern.
 */
inline constexpr int kBlock = densityloops::kTileColumns;

/** (1 - |q - p|²)^power as a polynomial in q, with coefficients from the moments of p. */
[[nodiscard]] std::vector<densityloops::SpreadPart> spreadOf(int power);

/** How near to the edge of the kernel a block is still summed by its moments, as the least
 * 1 - u²: nearer, the polynomial would lose digits where the kernel is next to nothing. */
[[nodiscard]] double leastRest(int power);

/** What a tile adds up, relative to itself: the same for all tiles of one parity. */
struct TilePlan
{
    struct Group ///< blocks of one size in one row
    {
        int level = 0;
        int row = 0; ///< first row of cells, from the tile's first
        std::vector<int> columns;
        std::vector<double> factors; ///< momentFactors() of each column, one after the other
        std::vector<double> down;    ///< and of the row
    };
    struct Strip ///< points to be taken one by one
    {
        int row = 0;
        int first = 0; ///< columns of the sort, from the tile's first …
        int last = 0;
        int innerFirst = 0; ///< … without these, if innerFirst is not beyond innerLast
        int innerLast = -1;
    };
    std::vector<Group> groups;
    std::vector<Strip> strips;
};

/** Block sizes and the distances, in cells, at which they count. */
struct Reach
{
    double inner = 0.0; ///< a block is in reach of a whole tile up to here; 0: never
    double outer = 0.0;
    int smallest = 2; ///< size of the smallest blocks, 2, 4 or 8
    int largest = kBlock;
    int sortWidth = 1; ///< columns of the sort are so many cells wide

    /** Whether a block of `size` cells is in reach of a whole tile, or of none of it. */
    [[nodiscard]] bool isInside(double column, double row, double size) const;
    [[nodiscard]] bool isOutside(double column, double row, double size) const;
};

/** How large, in cells, the smallest blocks are best: some points to a block, or else making the
 * blocks costs more than they spare. Measured with tests/bench/bench_density.cpp. */
[[nodiscard]] constexpr int smallestBlock(double pointsToCell)
{
    return pointsToCell > 2.5 ? 2 : pointsToCell > 0.3 ? 4 : kBlock;
}

inline constexpr int kLargestBlock = 64;

/** The largest ones, of a kernel that reaches so many cells: a quarter of it, few would fit in. */
[[nodiscard]] constexpr int largestBlock(double reach)
{
    int size = kBlock;
    while (size < kLargestBlock && size * 4 <= reach) {
        size *= 2;
    }
    return size;
}

/** What moves moments up to a degree by `shift` along an axis: (a over c) shift^(a - c) for a from
 * 1 and c below a. */
[[nodiscard]] std::vector<double> momentFactors(int degree, double shift);

/** For tiles that begin `parity` tiles below the edge of a block, moments up to a degree and cells
 * of `step`. */
[[nodiscard]] TilePlan planOf(const Reach &reach, int parity, int degree, double step);

} // namespace gridward
