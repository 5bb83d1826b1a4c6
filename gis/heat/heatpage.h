// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/heat/heatsurface.h"
#include "models/service/analysisport.h"

#include <qgsrectangle.h>

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
    QList<HeatStop> stops; ///< by day
    QString district;
    QString attribution;
    bool simulated = false;
    std::vector<std::unique_ptr<QgsMapLayer>> layers; ///< top-most first, dressed for paper
    QgsRectangle extent;                              ///< to be seen, in the metres of the zone
};

// Both set the page (title, period, selection, map, scale bar, north, legend with units, notes) on
// the GUI thread, and take their time there: QGIS does that nowhere else.

/** As a PDF in which words can be searched. Errors as fileError(), or Internal. */
[[nodiscard]] Result<void> writeHeatPage(HeatPage page, const QString &path);
/** As a picture; null if there is not enough memory. */
[[nodiscard]] QImage drawHeatPage(HeatPage page);
/** What to say about a page that is too large. */
[[nodiscard]] Error pageTooLarge();

} // namespace gridward
