// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exitstatus.h"

#include <QStringList>

namespace gridward {

/** `gridward admin audit STORE list|check …`, with the arguments behind `audit`. */
[[nodiscard]] ExitStatus runAdminAudit(const QStringList &arguments);

} // namespace gridward
