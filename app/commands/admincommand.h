// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/commandio.h"

namespace gridward {

/** `gridward admin user STORE …`: accounts, their passwords, posts and sessions. */
[[nodiscard]] ExitStatus runAdminUser(const QStringList &arguments);
/** `gridward admin role STORE …`: roles, what they may do, what somebody can do somewhere. */
[[nodiscard]] ExitStatus runAdminRole(const QStringList &arguments);
/** `gridward admin init-db URL …`: a store on a server, with its first administrator. */
[[nodiscard]] ExitStatus runAdminInitDb(const QStringList &arguments);
/** `gridward admin migrate URL`: a store on a server gets the schema of this program. */
[[nodiscard]] ExitStatus runAdminMigrate(const QStringList &arguments);

} // namespace gridward
