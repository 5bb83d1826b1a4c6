// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/heat/heathandover.h"

namespace gridward {

/**
 * Writes what is on the map as a table, as a GeoPackage, or as a project of QGIS with both the
 * values and the areas beside it: straight to its path. Of two maps beside each other the first one
 * (see holdsTwo()). `progress` gets 0 to 100. GUI thread, with QGIS. Errors as writePackage(),
 * writeProject(), SurfaceTable.
 */
[[nodiscard]] Result<void> writeHandedData(const HeatHandover &handover,
                                           const std::function<void(double)> &progress);

/** As a cloud optimised GeoTIFF with these notes. Any thread. Errors as writeHeatRaster(). */
[[nodiscard]] Result<void> writeHandedCog(const HeatSurface &surface,
                                          const QString &path,
                                          const RasterNotes &notes,
                                          const std::function<bool()> &isCancelled,
                                          const std::function<void(double)> &progress);

} // namespace gridward
