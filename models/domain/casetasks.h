// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/caseprocess.h"
#include "models/domain/district.h"

#include <QList>

#include <optional>

namespace gridward {

// Who was sent to look at a case is a fact of its log; the tasks of a store tell the same by
// person, and are made of the log alone.

/** The row that tells of it, not done yet. */
[[nodiscard]] Task taskRow(const Case &subject, const CaseTask &task);

/**
 * The rows that an event of a case writes, by id: the task that it ends, with the action that ended
 * it as its result, and the one that it begins or, by taking back what ended it, begins again.
 */
[[nodiscard]] QList<Task>
taskRows(const std::optional<CaseTask> &before, const CaseRecord &after, const CaseEvent &event);

} // namespace gridward
