// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <span>

namespace gridward {

// What the sheets of a workbook look like that people fill in and send back. All cells are text,
// so that a code keeps its leading zeros.

/** A column of a sheet. */
struct SheetColumn
{
    const char *id;   ///< by which files, scripts and reports call it
    const char *name; ///< Chinese, without spaces
    bool isNeeded;    ///< a sheet without it is refused whole
    int longest;      ///< characters of a cell
};

/** A sheet and its columns. */
struct SheetForm
{
    QString id;   ///< by which files, scripts and reports call it
    QString name; ///< Chinese
    std::span<const SheetColumn> columns;
    bool isNeeded = true; ///< a workbook without it is refused
};

struct SheetRow
{
    qint64 number = 0; ///< of the row in the sheet; the headers are in row 1
    QStringList cells; ///< one for each of columnsOf(), empty where the file has none

    bool operator==(const SheetRow &) const = default;
};

/** The rows of all sheets of a workbook, in the order of their forms. */
struct SheetRows
{
    QList<QList<SheetRow>> sheets;
    QStringList notes{}; ///< what the file held besides; translated
};

} // namespace gridward
