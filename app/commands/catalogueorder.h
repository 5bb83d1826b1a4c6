// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/commandio.h"
#include "models/domain/cataloguediff.h"

#include <QJsonObject>
#include <QString>

namespace gridward {

/** `import … catalogue`: takes a workbook, or with --preview tells what it would change. */
[[nodiscard]] ExitStatus
runCatalogueImport(Store &store, const CommandArguments &arguments, const QString &actor);

/** `export … catalogue`: writes the workbook. */
[[nodiscard]] ExitStatus runCatalogueExport(Store &store, const CommandArguments &arguments);

// Classes and conditions as scripts read them: every field, days as 2026-07-01 or null.
[[nodiscard]] QJsonObject toJson(const ClassKey &key);
[[nodiscard]] QJsonObject toJson(const CatalogueEntry &entry);
[[nodiscard]] QJsonObject toJson(const FilingStandard &standard);

} // namespace gridward
