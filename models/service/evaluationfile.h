// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/stamp.h"
#include "models/evaluation/evaluationtable.h"

#include <QString>

namespace gridward {

/** Who reads a table that is written as CSV. */
enum class CsvReader {
    Programs, ///< the ids of the columns in the first line
    People,   ///< their words, and the mark by which spreadsheets know UTF-8
};

/**
 * Writes the figures as CSV, and who made them into "….meta.json" beside it; where that cannot be
 * written the figures are not kept either. Unreadable if the file cannot be written. Any thread.
 */
[[nodiscard]] Result<void> writeFigures(const Evaluation &evaluation,
                                        const TableForm &form,
                                        CsvReader reader,
                                        const Stamp &stamp,
                                        const QString &path);

/** Writes a file whole or not at all. Unreadable, with the reason. Any thread. */
[[nodiscard]] Result<void> writeWhole(const QString &path, const QByteArray &bytes);

} // namespace gridward
