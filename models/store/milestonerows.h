// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/casemilestones.h"
#include "models/store/sqlconnection.h"
#include "models/store/sqlscan.h"

namespace gridward {

// Milestones as rows of `case_milestones`; `row` is the number of the case's row.

[[nodiscard]] Result<void>
writeMilestones(SqlConnection &connection, qint64 row, const CaseMilestones &milestones);
/** Nothing where there are none. */
[[nodiscard]] Result<std::optional<CaseMilestones>> readMilestones(SqlConnection &connection,
                                                                   qint64 row);

/** What readEvaluated() reads, in that order: of `cases`, and of `case_milestones` as `m`. */
[[nodiscard]] const QString &evaluatedColumns();
void readEvaluated(const SqlScan &row, EvaluatedCase &into);

} // namespace gridward
