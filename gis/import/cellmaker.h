// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/import/importreport.h"
#include "models/domain/district.h"
#include "models/domain/result.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace gridward {

/** What square cells to make, for a district that has no grids yet. */
struct CellOptions
{
    QString extentOf;      ///< a file that GDAL reads, or a CSV with columns of coordinates
    SourceOptions source;  ///< how to read it
    double metres = 200.0; ///< side of a cell
    QString district;      ///< its code
    QString districtName;
    GridCodeTemplate codeTemplate = GridCodeTemplate::standard();
};

struct CellReport
{
    QList<UnitGrid> grids;
    QList<Division> divisions; ///< the district, one street, communities: parents first
    QStringList notes;         ///< what was assumed and left out; translated
    int epsg = 0;              ///< the plane in which the cells are squares
    qint64 ignored = 0;        ///< places too far from the others
};

/** More cells than this are refused. */
inline constexpr qint64 kMostCells = 100'000;

/**
 * Squares of `metres` in the UTM zone, covering all places of the file but those far from the rest;
 * neighbours share their corners. Communities are blocks of up to 30 × 30 cells. InvalidInput for
 * too small cells (it proposes a size) or a code that does not fit the template; errors of reading
 * as FeatureSource and Positioning. Any thread.
 */
[[nodiscard]] Result<CellReport> makeCells(const CellOptions &options);

} // namespace gridward
