// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/heatfile/heatmapjob.h"

namespace gridward {

/**
 * Writes a GeoPackage with the layers `classes` (areas between the breaks of the legend) and
 * `cells` (a square for each cell above 0), each with its style in layer_styles, which QGIS takes
 * by itself. `tiff` is what SurfaceTiff wrote. GUI thread. InvalidInput for more cells than
 * anybody can open; DiskFull, Unreadable, Cancelled.
 */
[[nodiscard]] Result<void> writePackage(const QString &tiff,
                                        const CellGrid &grid,
                                        const HeatLook &look,
                                        const QString &path,
                                        const FileWatch &watch);

/**
 * Writes a QGIS project over both files, which lie in the folder where it will be: their names go
 * into it, not their places. The surface is seen at once; classes and cells wait to be asked for.
 */
[[nodiscard]] Result<void> writeProject(const QString &tiff,
                                        const QString &package,
                                        const CellGrid &grid,
                                        const HeatLook &look,
                                        const QString &path);

} // namespace gridward
