// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspaces/queueworkspace.h"

namespace gridward {

/** The queues of the supervising axis: verify, check, tasks, overdue, stuck, evidence, supervised,
 * ladder, callback. */
[[nodiscard]] QList<QueueDefinition> supervisionQueues();

} // namespace gridward
