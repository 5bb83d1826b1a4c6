// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/commandio.h"

#include <QString>

namespace gridward {

/**
 * `import … rules|calendar`: a new version of the rule book or working calendar as JSON. What is
 * there stays, for the deadlines that name it; a version that is there and differs is a conflict.
 */
[[nodiscard]] ExitStatus
runRulesImport(Store &store, const QString &kind, const CommandArguments &arguments);

/** `export … rules|calendar`: the newest version, to be edited and imported as the next one. */
[[nodiscard]] ExitStatus
runRulesExport(Store &store, const QString &kind, const CommandArguments &arguments);

} // namespace gridward
