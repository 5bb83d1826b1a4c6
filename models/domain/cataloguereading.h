// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalogueworkbook.h"

#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

namespace gridward {

/** A row that cannot be taken: where, why and what to do. */
struct SheetFault
{
    CatalogueSheet sheet = CatalogueSheet::Classes;
    qint64 row = 0;
    QString column;  ///< its id; empty if it is the row as a whole
    QString message; ///< translated

    bool operator==(const SheetFault &) const = default;
};

/** A value and the row it stands in. */
template <typename T>
struct SheetValue
{
    T value;
    qint64 row = 0;
};

/** What the cells of a workbook may refer to. */
struct CatalogueSurroundings
{
    QSet<QString> areas; ///< codes of divisions
    QSet<QString> units; ///< kinds and codes of units and departments; empty: not looked at
};

/** What the cells say, row by row. */
struct CatalogueReading
{
    QList<SheetValue<CatalogueEntry>> classes;
    QList<SheetValue<FilingStandard>> standards; ///< with version 0 where the file tells none
    QList<SheetFault> faults;
    QStringList notes; ///< what was put right or looks odd; translated
    qint64 read = 0;   ///< rows
};

/**
 * Reads the cells of a workbook, of our own making or saved by a spreadsheet program: codes that
 * became numbers get their leading zero back, words may be Chinese. A class or a condition that
 * stands twice is taken once. Whether the rows fit the store is not asked here. Any thread.
 */
[[nodiscard]] CatalogueReading readCells(const CatalogueWorkbook &workbook,
                                         const CatalogueSurroundings &surroundings);

} // namespace gridward
