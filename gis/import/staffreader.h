// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/import/importreport.h"
#include "models/domain/district.h"
#include "models/domain/result.h"

#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

namespace gridward {

struct StaffReadOptions
{
    SourceOptions source;
    QSet<QString> areas; ///< codes of grids and divisions; without them every code is known
    QSet<QString> roles; ///< roles of the district beside the usual ones
};

/** What a list of staff holds. Nothing is written anywhere. */
struct StaffReadReport
{
    QList<Person> people; ///< one a person, however many rows they have
    QList<Duty> duties;
    QList<Refusal> refused;
    QStringList notes;
    qint64 read = 0;
};

/**
 * Reads a CSV or XLSX table with a row for each person, role and area. Errors as readGrids(); a row
 * that cannot be taken is in the report. Any thread.
 */
[[nodiscard]] Result<StaffReadReport> readStaff(const QString &file,
                                                const StaffReadOptions &options);

} // namespace gridward
