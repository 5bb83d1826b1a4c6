// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QSize>

namespace gridward {

/** What frames the scene of a wall: the band above it, with clock and notice. */
struct WallArrangement
{
    QRect title;
    QRect notice; ///< within the title, where nothing else stands
    QRect clock;  ///< within the title
    QRect scene;  ///< the tiles

    bool operator==(const WallArrangement &) const = default;
};

/** On a screen of that size, with that smallest text in pixels. */
[[nodiscard]] WallArrangement arrangeWall(const QSize &size, int unit);

} // namespace gridward
