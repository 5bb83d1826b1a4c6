// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QSize>

namespace gridward {

/**
 * Where the parts of the wall stand on a screen of some size. The unit is the smallest text: a
 * sixtieth of the height of a lying screen; on a standing one a fiftieth of its width, which
 * is larger on the same panel.
 */
struct WallArrangement
{
    int unit = 12; ///< pixels
    QRect title;
    QRect notice; ///< within the title, where nothing else stands
    QRect clock;  ///< within the title
    QRect counters;
    bool countersInRow = false; ///< side by side, three of them; else one upon the other, four
    QRect chart;
    QRect map;
    QRect burning;
    QRect newest;

    bool operator==(const WallArrangement &) const = default;
};

[[nodiscard]] WallArrangement arrangeWall(const QSize &size);

} // namespace gridward
