// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/commandio.h"
#include "models/store/casestore.h"

namespace gridward {

/**
 * The cases of a queue of the supervision desk (`--queue`, with `--band` of an age), in its order,
 * within the query: the same cases as the desk shows. With `--closed` those to call back have the
 * closed ones behind them that nobody has called yet. InvalidInput for an unknown name. Reads all
 * open cases of the query.
 */
[[nodiscard]] Result<QList<Case>> casesInQueue(CaseStore &cases,
                                               const CaseQuery &query,
                                               const CommandArguments &arguments,
                                               Instant now);

} // namespace gridward
