// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalogue.h"
#include "models/domain/sheetform.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <span>

namespace gridward {

// A catalogue as text in two sheets: what a workbook of the office holds. All cells are text, so
// that a code keeps its leading zeros.

enum class CatalogueSheet { Classes, Standards };

/** "classes", "standards". */
[[nodiscard]] QString toId(CatalogueSheet sheet);
/** 分类, 立案标准. */
[[nodiscard]] QString chineseName(CatalogueSheet sheet);

/** The columns of a sheet in the order in which they are written. */
[[nodiscard]] std::span<const SheetColumn> columnsOf(CatalogueSheet sheet);

/** Both sheets, in the order in which they are written. */
[[nodiscard]] QList<SheetForm> catalogueSheets();

/** The cells of both sheets. */
struct CatalogueWorkbook
{
    QList<SheetRow> classes;
    QList<SheetRow> standards;
    QStringList notes; ///< what the file held besides; translated

    bool operator==(const CatalogueWorkbook &) const = default;
};

/**
 * The cells of a catalogue: classes by scheme, kind and code, conditions by these and their id. The
 * same catalogue always gives the same cells. Only what is in force is written.
 */
[[nodiscard]] CatalogueWorkbook workbookOf(const CatalogueContent &content);

/** The cells of one row, in the order of columnsOf(). */
[[nodiscard]] QStringList cellsOf(const CatalogueEntry &entry);
[[nodiscard]] QStringList cellsOf(const FilingStandard &standard);

} // namespace gridward
