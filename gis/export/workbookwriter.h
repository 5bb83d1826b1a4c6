// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalogueworkbook.h"
#include "models/domain/result.h"

#include <QString>

namespace gridward {

/**
 * Writes a catalogue's workbook (XLSX) with the sheets “分类 classes” and “立案标准 standards”,
 * headers in both languages, all cells text. The same cells give the same bytes. The file is read
 * back and compared before it takes its place, so that there is never half a one; a file of that
 * name is replaced. InvalidInput if the name does not end in .xlsx, NotFound for a missing folder,
 * DiskFull, Unreadable if the folder cannot be written, Unsupported. Any thread.
 */
[[nodiscard]] Result<void> writeWorkbook(const CatalogueWorkbook &workbook, const QString &file);

} // namespace gridward
