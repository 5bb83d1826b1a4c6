// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <QDate>

#include <chrono>

namespace gridward {

/** Local time of the demo: Asia/Shanghai, which has been UTC+8 without summer time since 1991. */
inline constexpr std::chrono::hours kDemoOffset{8};

/** Hour of the local week, 0 to 167; Monday 0 h is 0. */
[[nodiscard]] inline int hourOfWeek(Instant instant)
{
    const auto hours =
        std::chrono::floor<std::chrono::hours>(instant + kDemoOffset).time_since_epoch().count();
    constexpr long kThursday = 72; // 1970-01-01
    const auto hour = (hours + kThursday) % 168;
    return static_cast<int>(hour < 0 ? hour + 168 : hour);
}

/** The local day. */
[[nodiscard]] inline QDate localDate(Instant instant)
{
    const auto days =
        std::chrono::floor<std::chrono::days>(instant + kDemoOffset).time_since_epoch().count();
    return QDate(1970, 1, 1).addDays(days);
}

/** The moment at which the local day of this moment began. */
[[nodiscard]] inline Instant startOfLocalDay(Instant instant)
{
    return std::chrono::floor<std::chrono::days>(instant + kDemoOffset) - kDemoOffset;
}

} // namespace gridward
