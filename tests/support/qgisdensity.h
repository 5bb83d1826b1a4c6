// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/densitysum.h"

#include <qgskde.h>
#include <qgsrectangle.h>

#include <QString>

#include <vector>

namespace gridward::test {

/** What QGIS makes of points. */
struct QgisDensity
{
    CellGrid grid;
    std::vector<float> values; ///< raw; -9999 where no point reaches
    double cpuSeconds = 0.0;   ///< to add all points
    QString error;             ///< empty: all is well
};

/**
 * QgsKernelDensityEstimation in process, on one thread (it has no more), into a GeoTIFF in memory.
 * Its raster is the extent and the radius around it; decay 0.
 */
[[nodiscard]] QgisDensity densityByQgis(const DensityPoints &points,
                                        const QgsRectangle &extent,
                                        double radius,
                                        double pixel,
                                        QgsKernelDensityEstimation::KernelShape shape);

/**
 * Where QGIS puts a point: as far south in its row as it lies north in the row that it has when
 * rows are counted from `south`, the southern edge of the raster's bounds (qgskde.cpp, addFeature).
 */
[[nodiscard]] double placedByQgis(double northing, const CellGrid &grid, double south);

} // namespace gridward::test
