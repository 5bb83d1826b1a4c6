// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/heat/heatpapers.h"
#include "models/service/analysisport.h"

#include <qgsrectangle.h>

#include <QImage>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

class QgsMapLayer;

namespace gridward {

/** A sheet of paper with a surface, or with two beside each other, by whomever it was made. */
struct HeatSheet
{
    QString paper = QStringLiteral("A4"); ///< A4, A3, A2, A1 or A0; any other: as the template is
    QString frame;                        ///< a template of QGIS; empty: our own, see HeatFrame
    double dpi = 300.0;                   ///< of what is no line and no word
    QString title;
    QString about;   ///< below the title: where, when, which cases
    QString measure; ///< above the legend: "Density: cases per km²"
    HeatLegend legend;
    QString hidden;    ///< what hatched cells mean; empty: nothing is hatched
    QStringList facts; ///< beside the legend, a line each
    QString sources;   ///< and with what it was made
    QString made;      ///< by whom and when; may be empty
    bool simulated = false;
    QString crs;                                      ///< of the map: "EPSG:32650", or WKT
    Stamp stamp;                                      ///< of the file; may be empty
    std::vector<std::unique_ptr<QgsMapLayer>> layers; ///< top-most first, dressed for paper
    /** Of a second map; empty: there is one. */
    std::vector<std::unique_ptr<QgsMapLayer>> otherLayers;
    QString caption; ///< on the map, where there are two
    QString otherCaption;
    QgsRectangle extent; ///< to be seen, in that CRS
    /** A page for each street of the layers (see streetLayerAmong()), PDF only. */
    bool isAtlas = false;
};

/** How many pixels a picture of that paper has. */
[[nodiscard]] qint64 pixelsOf(const QString &paper, double dpi);
/** How many times as large letters are on that paper as on A4. */
[[nodiscard]] double letteringOn(const QString &paper);

// All set the sheet (title, map, scale bar, north, legend with units, facts, foot) on the GUI
// thread, and take their time there: QGIS does that nowhere else. Errors as HeatFrame::load().

/** As a PDF in which words can be searched. Errors also as fileError(), or Internal. */
[[nodiscard]] Result<void> writeSheetPdf(const HeatSheet &sheet, const QString &path);
/** As an SVG; words stay words. */
[[nodiscard]] Result<void> writeSheetSvg(const HeatSheet &sheet, const QString &path);
/** As a picture; Internal if there is not enough memory. */
[[nodiscard]] Result<QImage> drawSheet(const HeatSheet &sheet);
/** What to say about a sheet that is too large. */
[[nodiscard]] Error sheetTooLarge();

} // namespace gridward
