// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>

namespace gridward {

/** How a column of a table takes its share of the width. Logical pixels at the body size. */
struct ColumnFit
{
    int column = 0;
    int least = 0;
    int good = 0;    ///< what most of its texts need
    int most = 0;    ///< with room enough
    int sparing = 0; ///< when there is no room: the highest goes first; 0 never
};

/**
 * The widths of the columns that are shown, by their number: all as wide as is good before one is
 * wider, and what is left to the column that stretches. Where even the least do not fit, those
 * that can be spared are missing; what cannot be spared keeps its least and overhangs.
 */
[[nodiscard]] QHash<int, int> columnWidths(QList<ColumnFit> columns, int room, int stretched);

} // namespace gridward
