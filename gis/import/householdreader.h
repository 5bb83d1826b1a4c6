// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/import/importreport.h"
#include "models/domain/personal.h"
#include "models/domain/result.h"

#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

namespace gridward {

struct HouseholdReadOptions
{
    SourceOptions source;
    QSet<QString> grids; ///< codes; without them every code is known
};

/** What a list of households holds. Nothing is written anywhere. */
struct HouseholdReadReport
{
    QList<Household> households;
    QList<Refusal> refused; ///< the reasons quote no value of a household but its id and grid
    QStringList notes;
    qint64 read = 0;
};

/**
 * Reads a CSV or XLSX table with a row for each household. Columns: id, grid (needed), address,
 * dwelling, head, phone, members (with semicolons between), needs (ids or words, with semicolons
 * between), consent_for, consent_on, next_visit. Errors as readGrids(); a row that cannot be taken
 * is in the report. Any thread.
 */
[[nodiscard]] Result<HouseholdReadReport> readHouseholds(const QString &file,
                                                         const HouseholdReadOptions &options);

} // namespace gridward
