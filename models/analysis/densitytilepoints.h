// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/densityparts.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace gridward {

/** How a window and a margin around it are cut for the sort, in cells. */
struct TileSort
{
    int margin = 0;
    int high = 1;    ///< a strip
    int wide = 1;    ///< a column of a strip
    int strips = 0;  ///< from the north
    int columns = 0; ///< from the west
};

/** The points that reach a window, by strips and by columns within a strip, in the order of the
 * data within a column. Lengths are in units of the kernel's support from the window's
 * north-western corner, y runs south. */
class TilePoints
{
public:
    /** Sorts a strip at a time, on several threads. False if cancelled. */
    [[nodiscard]] bool sort(const DensityData &data,
                            const CellGrid &grid,
                            const TileSort &sort,
                            const AnalysisControl &control);

    /** Where the first point of a column is, of the one after the last: the strip's end. */
    [[nodiscard]] std::uint32_t firstOf(int strip, int column) const
    {
        return *(starts(strip) + column);
    }
    [[nodiscard]] const std::uint32_t *starts(int strip) const
    {
        return mStarts.data() +
               static_cast<std::size_t>(strip) * static_cast<std::size_t>(mSort.columns + 1);
    }
    [[nodiscard]] bool isEmpty(int strip) const
    {
        return firstOf(strip, 0) == firstOf(strip, mSort.columns);
    }

    // All may be read on to the end of a register.
    [[nodiscard]] const double *x() const { return mX.data(); }
    [[nodiscard]] const double *y() const { return mY.data(); }
    /** Null: each weighs 1. */
    [[nodiscard]] const double *weight() const
    {
        return mWeight.empty() ? nullptr : mWeight.data();
    }
    /** Of the weight, by the power of a quartic or triweight kernel. Null: each 1. */
    [[nodiscard]] const double *root() const { return mRoot.empty() ? weight() : mRoot.data(); }

private:
    struct Scratch;

    void sortStrip(const DensityData &data, const CellGrid &grid, int strip, Scratch &scratch);

    TileSort mSort;
    std::vector<std::size_t> mBounds; ///< of each strip, in the data
    std::vector<std::uint32_t> mStarts;
    std::vector<double> mX;
    std::vector<double> mY;
    std::vector<double> mWeight;
    std::vector<double> mRoot;
};

} // namespace gridward
