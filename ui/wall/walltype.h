// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QSize>

namespace gridward {

/**
 * From where a wall is looked at, and how large it is. A capital letter must subtend at least
 * distance/250 (a visual angle of 14 minutes of arc) to be read without effort: see
 * docs/wall.md for where that comes from.
 */
struct WallSight
{
    double metres = 8.0;               ///< from the eye to the wall
    double heightMillimetres = 2000.0; ///< of all monitors that stand upon each other
    bool operator==(const WallSight &) const = default;
};

/** The least height of a capital letter, in millimetres on the wall. */
[[nodiscard]] double leastCapHeight(const WallSight &sight);

/**
 * The size in pixels of the smallest text of a wall that is so many pixels high: the one whose
 * capitals are just leastCapHeight(), rounded up. At least 8.
 */
[[nodiscard]] int wallUnit(const WallSight &sight, int pixelsHigh, const QFont &font);

} // namespace gridward
