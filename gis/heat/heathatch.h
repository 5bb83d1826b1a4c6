// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>
#include <vector>

class QgsFillSymbol;
class QgsMapLayer;

namespace gridward {

/** Thin slanting lines: on paper, what is not shown. `unit` times as far apart as on A4. */
[[nodiscard]] std::unique_ptr<QgsFillSymbol> hatchSymbol(double unit);

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
