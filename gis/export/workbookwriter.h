// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalogueworkbook.h"
#include "models/domain/result.h"
#include "models/domain/sheetform.h"

#include <QList>
#include <QString>

#include <utility>

namespace gridward {

/**
 * Writes a catalogue's workbook (XLSX) with the sheets “分类 classes” and “立案标准 standards”,
 * headers in both languages, all cells text. The same cells give the same bytes. The file is read
 * back and compared before it takes its place, so that there is never half a one; a file of that
 * name is replaced. InvalidInput if the name does not end in .xlsx, NotFound for a missing folder,
 * DiskFull, Unreadable if the folder cannot be written, Unsupported. Any thread.
 */
[[nodiscard]] Result<void> writeWorkbook(const CatalogueWorkbook &workbook, const QString &file);

/** A sheet of two columns that says who made a file, when and out of what; nobody reads it back. */
struct AboutSheet
{
    QString title; ///< of the sheet; empty: there is none
    QList<std::pair<QString, QString>> lines = {};
};

/** The same for sheets of whatever form, XLSX or ODS; `rows` in the order of the forms. */
[[nodiscard]] Result<void> writeSheets(const QList<SheetForm> &forms,
                                       const QList<QList<SheetRow>> &rows,
                                       const AboutSheet &about,
                                       const QString &file);

} // namespace gridward
