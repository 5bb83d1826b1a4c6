// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QLineF>
#include <QList>
#include <QPolygonF>
#include <QSizeF>
#include <QString>

#include <memory>
#include <vector>

class QgsLineSymbol;
class QgsMapLayer;

namespace gridward {

// Thin slanting lines: on paper, what is not shown. They end where their area does, each of them:
// a pattern would be cut by whoever shows the file, and many viewers of SVG do not.

/**
 * Lines at 45 degrees, so far apart, within the rings of an area (holes among them) and a box from
 * (0, 0); of an area that lies between two of them, one through its middle.
 */
[[nodiscard]] QList<QLineF>
hatchLines(const QList<QPolygonF> &rings, double apart, const QSizeF &box);

/** Of a box of a legend, in millimetres; `unit` times as far apart as on A4. */
[[nodiscard]] QList<QLineF> hatchedBox(const QSizeF &box, double unit);
/** By which those are drawn. */
[[nodiscard]] std::unique_ptr<QgsLineSymbol> hatchPen(double unit);

/** Whether a cell of the raster has no value; of a large one, some of them are looked at. */
[[nodiscard]] bool hasUnknown(const QString &raster);

/**
 * The cells of a raster that have no value, hatched, to be laid over it; null if every cell has
 * one. On a large raster some of them are looked at for their neighbours. GUI thread.
 */
[[nodiscard]] std::unique_ptr<QgsMapLayer>
makeHatchLayer(const QString &raster, double unit, const QByteArray &ground);

/** Lays it over the first raster of the layers, which are top-most first, within `ground` (WKB of
 * EPSG:4326; empty: everywhere); false if there is none. */
bool hatchUnknown(std::vector<std::unique_ptr<QgsMapLayer>> &layers,
                  const QString &raster,
                  double unit,
                  const QByteArray &ground = {});

} // namespace gridward
