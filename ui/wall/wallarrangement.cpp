// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wall/wallarrangement.h"

#include <algorithm>
#include <cmath>

namespace gridward {

namespace {

constexpr double kBand = 4.2;   ///< heights and widths in units
constexpr double kClock = 29.0; ///< with the date beside the time
constexpr double kTime = 14.0;  ///< the time alone
constexpr double kName = 26.0;
constexpr double kLeastNotice = 14.0;

int units(double count, int unit)
{
    return static_cast<int>(std::lround(count * unit));
}

} // namespace

WallArrangement arrangeWall(const QSize &size, int unit)
{
    WallArrangement wall;
    const int gap = std::max(2, unit / 2);
    const double wide = static_cast<double>(size.width()) / unit;
    const bool isNarrow = wide < kName + kClock;
    // On a narrow screen the clock loses its date first, then the notice takes the name's place.
    const int clock = units(isNarrow ? std::min(kTime, wide / 2.0) : kClock, unit);
    const bool hasLine = wide - static_cast<double>(clock) / unit - kName < kLeastNotice;
    wall.title = QRect(0, 0, size.width(), units(kBand, unit));
    wall.clock = QRect(size.width() - clock - gap, 0, clock, wall.title.height());
    if (hasLine) {
        // That the data are old matters more than whose they are.
        wall.notice = QRect(0, 0, wall.clock.left() - gap, wall.title.height());
    } else {
        const int left = units(kName, unit);
        const int room = wall.clock.left() - left - unit;
        const int width = std::min(room, units(34, unit));
        wall.notice = QRect(left + (room - width) / 2,
                            units(0.5, unit),
                            width,
                            wall.title.height() - units(1.0, unit));
    }
    const int top = wall.title.bottom() + 1 + gap;
    wall.scene = QRect(gap, top, size.width() - 2 * gap, std::max(1, size.height() - top - gap));
    return wall;
}

} // namespace gridward
