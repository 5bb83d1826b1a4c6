// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/commandio.h"

namespace gridward {

/** `gridward admin user STORE …`: accounts, their passwords, posts and sessions. */
[[nodiscard]] ExitStatus runAdminUser(const QStringList &arguments);

} // namespace gridward
