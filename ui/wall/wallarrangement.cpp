// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wall/wallarrangement.h"

#include <algorithm>
#include <cmath>

namespace gridward {

namespace {

constexpr double kUltraWide = 2.6; ///< wider than this, the columns stand side by side

int units(double count, int unit)
{
    return static_cast<int>(std::lround(count * unit));
}

/** One upon the other: a screen that stands. */
void stack(WallArrangement &wall, const QSize &size)
{
    const int u = wall.unit;
    const int gap = units(0.5, u);
    const int width = size.width() - 2 * gap;
    wall.title = QRect(0, 0, size.width(), units(6.8, u));
    wall.notice = QRect(gap, units(4.2, u), units(25, u), units(2.3, u));
    wall.clock = QRect(size.width() - units(21, u), 0, units(20.5, u), units(6.8, u));
    int top = wall.title.bottom() + 1 + gap;
    const auto take = [&](int height) {
        const QRect taken(gap, top, width, height);
        top += height + gap;
        return taken;
    };
    wall.countersInRow = true;
    wall.counters = take(units(10, u));
    wall.burning = take(units(10.6, u));
    const int below = size.height() - top;
    const int chart = std::max(units(13, u), below / 5);
    const int newest = std::max(units(28, u), below * 45 / 100);
    wall.map = take(std::max(units(8, u), below - chart - newest - 3 * gap));
    wall.newest = take(newest);
    wall.chart = take(std::max(u, size.height() - top - gap));
}

/** Title above; from the left to the right counters, map and lists: a screen that lies. */
void spread(WallArrangement &wall, const QSize &size)
{
    const int u = wall.unit;
    const int gap = units(0.5, u);
    wall.title = QRect(0, 0, size.width(), units(5.2, u));
    wall.clock = QRect(size.width() - units(33, u), 0, units(32.5, u), wall.title.height());
    const int top = wall.title.bottom() + 1 + gap;
    const int height = size.height() - top - gap;
    const int room = size.width() - 2 * gap;
    int left = gap;
    const auto column = [&](int width) {
        const QRect taken(left, top, width, height);
        left += width + gap;
        return taken;
    };
    if (room > kUltraWide * size.height()) {
        wall.counters = column(units(34, u));
        const int share = room - units(34, u) - 4 * gap;
        wall.chart = column(units(0.22 * share / u, u));
        wall.map = column(units(0.26 * share / u, u));
        wall.burning = column(units(0.24 * share / u, u));
        wall.newest = column(size.width() - gap - left);
        return;
    }
    const int side = std::clamp(room / 4, units(20, u), units(30, u));
    const int lists = std::clamp(room * 43 / 100, units(32, u), units(60, u));
    const QRect first = column(side);
    wall.counters = QRect(first.topLeft(), QSize(side, height * 63 / 100));
    wall.chart = first.adjusted(0, wall.counters.height() + gap, 0, 0);
    wall.map = column(room - side - lists - 2 * gap);
    const QRect last = column(lists);
    wall.burning = QRect(last.topLeft(), QSize(lists, height * 36 / 100));
    wall.newest = last.adjusted(0, wall.burning.height() + gap, 0, 0);
}

} // namespace

WallArrangement arrangeWall(const QSize &size)
{
    WallArrangement wall;
    const bool stands = size.height() > size.width();
    const double unit = stands ? size.width() / 50.0 : std::ceil(size.height() / 60.0);
    wall.unit = std::max(8, static_cast<int>(unit));
    if (stands) {
        stack(wall, size);
    } else {
        spread(wall, size);
        const int left = units(31, wall.unit);
        const int room = wall.clock.left() - left - wall.unit;
        const int width = std::min(room, units(44, wall.unit));
        wall.notice = QRect(left + (room - width) / 2,
                            units(0.6, wall.unit),
                            width,
                            wall.title.height() - units(1.2, wall.unit));
    }
    return wall;
}

} // namespace gridward
