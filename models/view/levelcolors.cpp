// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/levelcolors.h"

#include <array>

namespace gridward {

namespace {

using Colors = std::array<std::uint32_t, 4>; // blue, yellow, orange, red

constexpr Colors kDayFill{0xff1f5fbf, 0xfff2c200, 0xffef7d00, 0xffd31f2b};
constexpr Colors kNightFill{0xff5aa0ff, 0xffffd84d, 0xffff9d3c, 0xffff4d57};
constexpr Colors kDayWord{0xff1d4fb0, 0xff665000, 0xff8f3a00, 0xffa8140e};
constexpr Colors kNightWord{0xff9cc2ff, 0xffffd84a, 0xffffb070, 0xffffa199};

std::uint32_t pick(const Colors &day, const Colors &night, CaseLevel level, Daylight light)
{
    return (light == Daylight::Day ? day : night).at(static_cast<std::size_t>(level));
}

} // namespace

std::uint32_t levelFillRgb(CaseLevel level, Daylight light)
{
    return pick(kDayFill, kNightFill, level, light);
}

std::uint32_t levelWordRgb(CaseLevel level, Daylight light)
{
    return pick(kDayWord, kNightWord, level, light);
}

} // namespace gridward
