// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/reason.h"

#include <cmath>
#include <limits>
#include <optional>
#include <utility>

// What ranking units and ranking people have in common.
namespace gridward::ranking {

inline constexpr double kStep = 250.0;  ///< metres: less is no reason to prefer somebody
inline constexpr double kNear = 1000.0; ///< metres: as far as speaks for somebody
inline constexpr double kUnknown = std::numeric_limits<double>::infinity();

[[nodiscard]] inline Reason responsibility(ReasonCode code, bool good)
{
    const ReasonCode best =
        code < ReasonCode::PostForClass ? ReasonCode::NamedHere : ReasonCode::PostForClass;
    return {code, static_cast<double>(static_cast<int>(code) - static_cast<int>(best)), good};
}

/** How far, in steps that matter; what is not known is behind all that is. */
[[nodiscard]] inline double stepsOf(const std::optional<double> &metres)
{
    return metres ? std::floor(*metres / kStep) : kUnknown;
}

inline void addDistance(QList<Reason> &reasons, const std::optional<double> &metres)
{
    if (metres) {
        reasons.append({ReasonCode::Distance, std::round(*metres), *metres <= kNear});
    }
}

/** Load speaks for whoever has no more to do than the others. */
template <typename T>
void addLoad(QList<T> &proposals)
{
    double all = 0.0;
    for (const T &one : std::as_const(proposals)) {
        all += one.openCases;
    }
    for (T &one : proposals) {
        const bool good = one.openCases * static_cast<double>(proposals.size()) <= all;
        one.reasons.append({ReasonCode::Load, static_cast<double>(one.openCases), good});
    }
}

} // namespace gridward::ranking
