// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/commandio.h"

#include <QString>

namespace gridward {

/** Is the file a workbook of several sheets about staff, not the plain table of one? */
[[nodiscard]] bool isStaffWorkbook(const QString &file);

/** `import … staff`: takes a workbook, or with --preview tells what it would change. */
[[nodiscard]] ExitStatus runStaffImport(Store &store, const CommandArguments &arguments);

/** `export … staff`: writes the workbook. */
[[nodiscard]] ExitStatus runStaffExport(Store &store, const CommandArguments &arguments);

} // namespace gridward
