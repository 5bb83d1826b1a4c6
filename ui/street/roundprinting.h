// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/stamp.h"
#include "models/view/roundlist.h"

#include <QString>

namespace gridward {

/** Where the list of a round goes: into a PDF, or to a printer by its name. */
struct RoundPrintOrder
{
    QString path;    ///< of a PDF; empty: to the printer
    QString printer; ///< its name

    bool operator==(const RoundPrintOrder &) const = default;
};

/**
 * Prints the list; a PDF is written aside and renamed, so that whoever looks at it never sees half
 * of it. Says how many pages. Unreadable if it cannot be written, Unreachable if the printer is not
 * there. GUI thread.
 */
[[nodiscard]] Result<int>
printRound(const RoundList &list, const Stamp &stamp, const RoundPrintOrder &order);

} // namespace gridward
