// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/mapport.h"

#include <qgscoordinatereferencesystem.h>
#include <qgsrectangle.h>

#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>

#include <memory>

class QgsLayoutItemMap;
class QgsMapLayer;
class QgsPrintLayout;
class QgsProject;

namespace gridward {

/** What of the map is printed: a plain value; the layers belong to others and outlive the print. */
struct PrintView
{
    QList<QgsMapLayer *> layers;   ///< top-most first
    QList<QgsMapLayer *> legend;   ///< those of them that the legend explains
    QMap<QString, QString> styles; ///< layer id → style for paper, where it is not the one in use
    QgsCoordinateReferenceSystem crs;
    QgsRectangle extent;   ///< in `crs`; all of it is on the paper
    double rotation = 0.0; ///< degrees, clockwise
    QString attribution;
    QDateTime printedAt;
};

/** A page, and the map on it (owned by the layout). */
struct PrintPage
{
    std::unique_ptr<QgsPrintLayout> layout;
    QgsLayoutItemMap *map = nullptr;
};

/**
 * One page with title, note, map, legend, north arrow, scale bar, scale, attribution and date, in
 * Noto Sans CJK SC. GUI thread; the project outlives it.
 */
[[nodiscard]] PrintPage
makePrintPage(QgsProject &project, const PrintOrder &order, const PrintView &view);

} // namespace gridward
