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
 * lengths are true. The last line of `whole` (points) is the attribution; what is drawn stays
 * inside. Any thread.
 */
void paintCasePlan(QPainter &painter,
                   const QRectF &whole,
                   const CaseSurroundings &around,
                   CaseLevel level,
                   const QString &attribution);

} // namespace gridward
