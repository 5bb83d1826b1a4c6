// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/view/queueview.h"

namespace gridward {

/** The views that somebody of this role finds in a workspace (its object name) who has saved none.
 */
[[nodiscard]] QList<QueueView> defaultQueueViews(const QString &workspace, const QString &role);

} // namespace gridward
