// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gridward {

/**
 * The largest of 1, 2 or 5 times a power of ten that is not above `limit`: the length of a scale
 * bar, the step of an axis, the width of a class. 0 for anything that is not a positive number.
 */
[[nodiscard]] double roundNumberBelow(double limit);

} // namespace gridward
