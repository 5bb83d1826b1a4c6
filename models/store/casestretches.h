// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/store/sqlconnection.h"

#include <functional>
#include <limits>

namespace gridward {

/** Row numbers of cases from `first` until before `end`. */
struct CaseStretch
{
    qint64 first = std::numeric_limits<qint64>::lowest();
    qint64 end = std::numeric_limits<qint64>::max();
};

/** How many cases a stretch has on a server at the most; their logs are read with them. */
inline constexpr int kCasesOfStretch = 2000;

/**
 * Goes through a range of cases in stretches, forward only, so that what is in memory does not grow
 * with the store. A server's answers come whole: there a stretch is kCasesOfStretch cases, and all
 * of them are read at one moment (a visitor cannot write; inside a transaction it is that one's). A
 * file's rows come one by one: there the range is one stretch. Ends when `read` says false or
 * fails.
 */
[[nodiscard]] Result<void>
forStretches(SqlConnection &connection,
             const CaseStretch &range,
             const std::function<Result<bool>(const CaseStretch &)> &read);

} // namespace gridward
