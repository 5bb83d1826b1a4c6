// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/import/importreport.h"
#include "gis/import/partitioncheck.h"
#include "models/domain/district.h"
#include "models/domain/result.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace gridward {

struct AreaReadOptions
{
    SourceOptions source;
    GridCodeTemplate codeTemplate = GridCodeTemplate::standard();
    QString district;      ///< grids of other districts are refused; empty: any
    QString districtName;  ///< for a district that is not known yet
    QList<Division> known; ///< already in the store: never derived anew, parents of grids
    bool refusesBadPartition = false;
    double tolerance = 1.0; ///< m²: see PartitionOptions
};

/** What a file of grids holds. Nothing is written anywhere. */
struct GridReadReport
{
    QList<UnitGrid> grids;
    QList<Division> divisions; ///< that the grids need and nobody knew, parents first
    QList<Refusal> refused;
    QStringList notes;         ///< what was assumed and converted; translated
    PartitionReport partition; ///< of the grids taken
    qint64 read = 0;           ///< features in the file
};

struct DivisionReadReport
{
    QList<Division> divisions; ///< parents first
    QList<Refusal> refused;
    QStringList notes;
    qint64 read = 0;
};

/**
 * Reads unit grids from what OGR reads. Errors for the file as a whole (see FeatureSource and
 * Positioning; InvalidInput for missing columns, naming them; Refused for a partition with findings
 * if the options say so); a feature that cannot be taken is in the report. Any thread.
 */
[[nodiscard]] Result<GridReadReport> readGrids(const QString &file, const AreaReadOptions &options);

/** The same for divisions (code, parent, level, name, population). */
[[nodiscard]] Result<DivisionReadReport> readDivisions(const QString &file,
                                                       const AreaReadOptions &options);

} // namespace gridward
