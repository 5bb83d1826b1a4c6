// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/district.h"
#include "models/store/sqlconnection.h"

#include <QList>

namespace gridward {

/** Writes tasks that the log of a case tells of, by id. Nothing for none. */
[[nodiscard]] Result<void> writeTasks(SqlConnection &connection, const QList<Task> &tasks);

} // namespace gridward
