// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/caseid.h"

#include <QPointF>

#include <cstdint>
#include <vector>

namespace gridward {

/** A cluster of more than these is not spread: its members would not be told apart. */
inline constexpr int kMostSpread = 16;

/** The members of a cluster, fanned out around it for as long as the pointer is there. */
struct Spread
{
    struct Member
    {
        std::int32_t index = -1; ///< in CaseColumns
        CaseId id;
        QPointF offset; ///< from the middle, logical pixels
    };
    QPointF middle; ///< EPSG:3857
    std::vector<Member> members;

    [[nodiscard]] bool isOpen() const { return !members.empty(); }
    /** How far it reaches from its middle, symbols included, logical pixels. */
    [[nodiscard]] double reach() const;
    /** The member whose symbol covers the point, an offset from the middle; -1 if none does. */
    [[nodiscard]] int memberAt(QPointF offset) const;
};

/**
 * Where members lie around the middle, logical pixels, the first at the top and on clockwise: one
 * ring, or two if there are more than ten. No two are closer than a symbol needs.
 */
[[nodiscard]] std::vector<QPointF> spreadOffsets(int count);

} // namespace gridward
