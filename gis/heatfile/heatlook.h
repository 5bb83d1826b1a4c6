// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/heat/heatsheet.h"
#include "gis/heatfile/heatmapjob.h"

#include <QSize>

class QgsRasterLayer;

namespace gridward {

// All on the GUI thread, with QGIS started. `tiff` is what SurfaceTiff wrote.

/** The surface in its colours; Internal if the file cannot be opened. */
[[nodiscard]] Result<std::unique_ptr<QgsMapLayer>> surfaceLayer(const QString &tiff,
                                                                const HeatLook &look);

/** A sheet of paper with the surface, or one for each street. */
[[nodiscard]] Result<HeatSheet> sheetFor(const QString &tiff,
                                         const HeatStudy &study,
                                         const HeatLook &look,
                                         const QString &paper,
                                         double dpi,
                                         bool isAtlas);

/**
 * A picture of exactly that size with nothing but the map and its legend; the world file's six
 * lines and what the picture covers come with it.
 */
struct HeatPicture
{
    QImage image;
    QByteArray worldFile;
};
[[nodiscard]] Result<HeatPicture> pictureFor(const QString &tiff,
                                             const HeatStudy &study,
                                             const HeatLook &look,
                                             const QSize &size,
                                             bool bare);

/** A QImage as PNG without a word about when it was made. DiskFull, Unreadable. */
[[nodiscard]] Result<void> writePng(const QImage &image, double dpi, const QString &path);

/** Takes the moment of making out of a PDF, so that the same map has the same bytes: without
 * `stamp` its dates become those of the epoch. */
[[nodiscard]] Result<void> fixPdfDates(const QString &path, const Stamp &stamp);

} // namespace gridward
