// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace gridward {

/** Square cells, north up, row by row from the north-west; metres of a projected CRS. */
struct CellGrid
{
    double west = 0.0;  ///< easting of the left edge
    double north = 0.0; ///< northing of the upper edge
    double size = 20.0; ///< of a cell, metres
    qint64 columns = 0;
    qint64 rows = 0;

    /** The point for which a cell stands. */
    [[nodiscard]] double centreEasting(qint64 column) const
    {
        return west + (static_cast<double>(column) + 0.5) * size;
    }
    [[nodiscard]] double centreNorthing(qint64 row) const
    {
        return north - (static_cast<double>(row) + 0.5) * size;
    }
    [[nodiscard]] double east() const { return west + static_cast<double>(columns) * size; }
    [[nodiscard]] double south() const { return north - static_cast<double>(rows) * size; }
    [[nodiscard]] qint64 cells() const { return columns * rows; }

    bool operator==(const CellGrid &) const = default;
};

} // namespace gridward
