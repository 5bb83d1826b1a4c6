// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/commandio.h"
#include "gis/import/caseimport.h"

#include <QString>

namespace gridward {

/** In whose name data are imported: the user named, who must be there. */
[[nodiscard]] Result<QString> importActor(Store &store, const CommandArguments &arguments);

/** `import … cases`: takes the file by a profile and tells what became of each line. */
[[nodiscard]] ExitStatus
runCaseImport(Store &store, const CommandArguments &arguments, const QString &actor);

/** How a file of cases is to be read: profile, coordinate system, encoding. */
[[nodiscard]] Result<CaseImportOptions>
caseImportOptions(const QString &file, const CommandArguments &arguments, const QString &actor);

} // namespace gridward
