// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/casedossier.h"

#include <QRectF>
#include <QString>

class QPainter;

namespace gridward {

/**
 * Draws what lies around a case as vectors for paper: grids, key places, components, house numbers
 * and other open cases, the case in the middle; with scale bar, north and attribution. North is up,
 * lengths are true. `area` in points; the painter is clipped to it meanwhile. Any thread.
 */
void paintCasePlan(QPainter &painter,
                   const QRectF &area,
                   const CaseSurroundings &around,
                   CaseLevel level,
                   const QString &attribution);

} // namespace gridward
