// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/commandactor.h"
#include "gis/import/caseimport.h"

#include <QString>

namespace gridward {

/**
 * In whose name data are imported: see actFor(). The store works for that user from then on.
 * Refused without the right to do that to things of that kind.
 */
[[nodiscard]] Result<QString>
importActor(Store &store, const CommandArguments &arguments, Thing thing, const QString &action);

/** `import … cases`: takes the file by a profile and tells what became of each line. */
[[nodiscard]] ExitStatus
runCaseImport(Store &store, const CommandArguments &arguments, const QString &actor);

/** How a file of cases is to be read: profile, coordinate system, encoding. */
[[nodiscard]] Result<CaseImportOptions>
caseImportOptions(const QString &file, const CommandArguments &arguments, const QString &actor);

} // namespace gridward
