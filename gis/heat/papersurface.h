// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/analysisport.h"

#include <qgscoordinatereferencesystem.h>

#include <QList>
#include <QString>

#include <memory>

class GDALDataset;
class QgsMapLayer;

namespace gridward {

/**
 * The surface in a raster file, for paper: one picture, however large the sheet. (QGIS draws a
 * raster in tiles, whose joints are seen in a PDF.) Values are mixed evenly between the centres of
 * cells, but a cell without a value is bare to its very edge and tints none beside it. The file
 * must stay until the sheet is drawn. Null if GDAL cannot open it. GUI thread.
 */
[[nodiscard]] std::unique_ptr<QgsMapLayer> makePaperSurface(const QString &path,
                                                            const QList<HeatStop> &stops);

/** Of the cells; not valid if the raster names none. */
[[nodiscard]] QgsCoordinateReferenceSystem crsOf(GDALDataset &raster);

} // namespace gridward
