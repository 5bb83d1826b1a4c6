// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"

#include <cstdint>

namespace gridward {

/** The two looks of the program, wherever a colour is chosen by them. */
enum class Daylight { Day, Night };

/**
 * The colours of the four levels: the one table of them for lists, forms, the map, paper and the
 * wall. As 0xAARRGGBB, which is Qt's QRgb. Pure; any thread.
 */

/** Fills a symbol or a shape; too light for words on a light ground. */
[[nodiscard]] std::uint32_t levelFillRgb(CaseLevel level, Daylight light);
/** For words and thin lines: 4.5:1 or more on every ground of that look. */
[[nodiscard]] std::uint32_t levelWordRgb(CaseLevel level, Daylight light);

} // namespace gridward
