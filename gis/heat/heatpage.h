// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/heat/heatsurface.h"
#include "models/service/analysisport.h"

#include <qgsrectangle.h>

#include <QByteArray>
#include <QImage>
#include <QList>
#include <QString>

#include <memory>
#include <vector>

class QgsMapLayer;

namespace gridward {

/** A sheet of paper with a heat map: what is on it. */
struct HeatPage
{
    HeatExport order;
    HeatFacts facts;
    HeatLegend legend; ///< by day
    QString district;
    QString attribution;
    bool simulated = false;
    std::vector<std::unique_ptr<QgsMapLayer>> layers; ///< top-most first, dressed for paper
    /** Of the other period, to be laid beside; empty: one map. */
    std::vector<std::unique_ptr<QgsMapLayer>> otherLayers;
    qint64 otherCases = 0; ///< on those
    QString raster;        ///< of the surface; where nothing is known it is hatched
    QString otherRaster;
    QByteArray outline;  ///< of the district; what is hidden is hatched within it
    QgsRectangle extent; ///< to be seen, in the metres of the zone
};

// Both set the page (title, period, selection, map, scale bar, north, legend with units, notes) on
// the GUI thread, and take their time there: QGIS does that nowhere else.

/** As a PDF or an SVG in which words can be searched; the same page has the same bytes. Errors as
 * fileError(), or Internal. */
[[nodiscard]] Result<void> writeHeatPage(HeatPage page, const QString &path);
/** Such a picture as a PNG. Errors as fileError(). Any thread. */
[[nodiscard]] Result<void> writePagePng(const QImage &picture, const QString &path);
/** As a picture; Internal if there is not enough memory. */
[[nodiscard]] Result<QImage> drawHeatPage(HeatPage page);

} // namespace gridward
