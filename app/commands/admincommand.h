// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/commandio.h"

namespace gridward {

/** `gridward admin user STORE …`: accounts, their passwords, posts and sessions. */
[[nodiscard]] ExitStatus runAdminUser(const QStringList &arguments);
/** `gridward admin role STORE …`: roles, what they may do, what somebody can do somewhere. */
[[nodiscard]] ExitStatus runAdminRole(const QStringList &arguments);

} // namespace gridward
