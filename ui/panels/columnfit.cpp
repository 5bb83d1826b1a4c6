// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/columnfit.h"

#include <algorithm>
#include <numeric>

namespace gridward {

namespace {

template <typename Width>
int sumOf(const QList<ColumnFit> &columns, Width width)
{
    return std::accumulate(columns.cbegin(), columns.cend(), 0, [&](int sum, const ColumnFit &one) {
        return sum + width(one);
    });
}

/** Goes from one width of each column towards another as far as there is room; what is left. */
int widen(QHash<int, int> &widths, const QList<ColumnFit> &columns, int room, int ColumnFit::*to)
{
    const auto missing = [&](const ColumnFit &one) {
        return std::max(0, one.*to - widths.value(one.column));
    };
    const int wanted = sumOf(columns, missing);
    if (wanted == 0 || room <= 0) {
        return room;
    }
    const double share = std::min(1.0, static_cast<double>(room) / wanted);
    for (const ColumnFit &one : columns) {
        const int more = static_cast<int>(share * missing(one));
        widths[one.column] += more;
        room -= more;
    }
    return room;
}

} // namespace

QHash<int, int> columnWidths(QList<ColumnFit> columns, int room, int stretched)
{
    const auto least = [](const ColumnFit &one) { return one.least; };
    while (sumOf(columns, least) > room) {
        const auto spare = std::ranges::max_element(columns, {}, &ColumnFit::sparing);
        if (spare == columns.end() || spare->sparing == 0) {
            break;
        }
        columns.erase(spare);
    }
    QHash<int, int> widths;
    for (const ColumnFit &one : std::as_const(columns)) {
        widths.insert(one.column, one.least);
    }
    int left = widen(widths, columns, room - sumOf(columns, least), &ColumnFit::good);
    left = widen(widths, columns, left, &ColumnFit::most);
    if (widths.contains(stretched)) {
        widths[stretched] += std::max(0, left);
    }
    return widths;
}

} // namespace gridward
