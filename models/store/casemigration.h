// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

namespace gridward {

class SqlConnection;

/**
 * Gives every case the columns of schema 2 that its events tell of: clocks, marks, process. Runs
 * inside the transaction of the migration. A case whose log is no history keeps what it has: that
 * is for a check to find, and no reason to refuse the store.
 */
[[nodiscard]] Result<void> deriveCasesAgain(SqlConnection &connection);

/** The same for what the supervising axis looks at, which schema 15 keeps in the rows. */
[[nodiscard]] Result<void> deriveSupervision(SqlConnection &connection);

/** The same for what the indicators count, which schema 14 keeps beside the rows. */
[[nodiscard]] Result<void> deriveMilestones(SqlConnection &connection);

} // namespace gridward
