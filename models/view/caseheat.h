// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"

#include <array>
#include <chrono>
#include <optional>

namespace gridward {

/**
 * How long a case may wait for somebody to file or dispatch it before its row heats up, by level
 * from blue to red (domain reference 3.1).
 */
struct HeatLimits
{
    std::array<std::chrono::minutes, 4> byLevel{std::chrono::minutes{30},
                                                std::chrono::minutes{15},
                                                std::chrono::minutes{5},
                                                std::chrono::minutes{1}};

    [[nodiscard]] std::chrono::minutes of(CaseLevel level) const
    {
        return byLevel.at(static_cast<std::size_t>(level));
    }
    bool operator==(const HeatLimits &) const = default;
};

/** How hot: longer than the limit, twice and four times as long. */
enum class Heat { None, Warm, Hot, Burning };

/** Nobody has filed or dispatched it yet. */
[[nodiscard]] bool waitsForDesk(CaseState state);
/** Handed in, and nobody has judged it yet. */
[[nodiscard]] bool waitsForCheck(CaseState state);
/**
 * Since when it waits to be filed or dispatched, absent for all other cases. One that a unit gave
 * back waits from the end of the desk's limit on, which may lie ahead.
 */
[[nodiscard]] std::optional<Instant> waitingSince(const Case &subject);
[[nodiscard]] Heat heatOf(const Case &subject, const HeatLimits &limits, Instant now);
/** How many times the limit it has waited, in thousandths; -1 for a case that does not wait. */
[[nodiscard]] qint64 heatShare(const Case &subject, const HeatLimits &limits, Instant now);
/** The same of a check, whose limit is its own: from being handed in until the check was due. */
[[nodiscard]] qint64 checkHeatShare(const Case &subject, Instant now);
/** How hot so many thousandths are. */
[[nodiscard]] Heat heatOf(qint64 share);

} // namespace gridward
