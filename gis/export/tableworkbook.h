// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/evaluation/evaluationtable.h"

#include <QList>
#include <QString>

namespace gridward {

/**
 * Writes tables as the sheets of a workbook, XLSX or ODS by the ending of the file; numbers are
 * numbers, codes are texts, so that they keep their leading zeros. It is read back and compared
 * before it takes its place. InvalidInput for another ending, NotFound for a missing folder,
 * DiskFull, Unreadable if the folder cannot be written, Unsupported. Any thread.
 */
[[nodiscard]] Result<void> writeTables(const QList<TableSheet> &sheets, const QString &file);

} // namespace gridward
