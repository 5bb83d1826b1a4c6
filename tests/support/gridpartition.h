// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/gridlocator.h"

#include <QByteArray>
#include <QList>

namespace gridward {

using Ring = QList<GeoPoint>; ///< closed or not; the writers close it

/** WKB of a polygon: outer ring, then holes. */
[[nodiscard]] QByteArray polygonWkb(const QList<Ring> &rings);
/** WKB of a multipolygon of such polygons. */
[[nodiscard]] QByteArray multiPolygonWkb(const QList<QList<Ring>> &polygons);

/**
 * columns × rows made-up grids that fill about 116.3 to 116.5 E, 39.8 to 40.0 N without gap or
 * overlap: the corners of an even lattice pushed about, and between two corners a wavy line that
 * both neighbours share to the last bit. The same for the same seed on every machine.
 */
[[nodiscard]] QList<GridOutline> irregularPartition(int columns, int rows, unsigned seed);

} // namespace gridward
