// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalogueworkbook.h"
#include "models/domain/crosswalk.h"
#include "models/domain/result.h"
#include "models/domain/sheetform.h"

#include <QList>
#include <QString>

namespace gridward {

/**
 * Reads the sheets of a catalogue's workbook, XLSX or ODS, ours or saved by a spreadsheet program:
 * sheets and columns by their English or Chinese names in any order, empty rows passed over, cells
 * as text. NotFound; Unreadable (no permission, damaged); Unsupported (no workbook); InvalidInput
 * if a sheet or a needed column is missing or there twice, or a sheet is too long. Any thread.
 */
[[nodiscard]] Result<CatalogueWorkbook> readWorkbook(const QString &file);

/**
 * The same for sheets of whatever form. A sheet that is not needed may be missing: it has no rows
 * then. `wanted` names the thing in messages: "catalogue", "staff".
 */
[[nodiscard]] Result<SheetRows>
readSheets(const QString &file, const QList<SheetForm> &forms, const QString &wanted);

/** How many of these sheets a file has; none if it is no workbook at all. Any thread. */
[[nodiscard]] int countSheets(const QString &file, const QList<SheetForm> &forms);

/**
 * Reads a crosswalk: a table (CSV, XLSX) with the columns from_scheme, from_kind, from_code,
 * to_scheme, to_kind, to_code, certainty (rule or manual) and note. InvalidInput with the line for
 * a row that is none; other errors as readGrids(). Any thread.
 */
[[nodiscard]] Result<Crosswalk> readCrosswalk(const QString &file);

} // namespace gridward
