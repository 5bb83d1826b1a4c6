// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/geopoint.h"
#include "models/domain/result.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace gridward {

// How map services are asked: pure functions on addresses and answers, for any thread.

/** What a service offers of what was asked for. */
struct BaseMapLayer
{
    QString uri;         ///< for a QGIS raster layer of the provider "wms"
    QString crs;         ///< "EPSG:3857" …
    QString attribution; ///< whom the service wants to be named; may be empty
};

/** Has places for the numbers of a tile: {x}, {y} or {-y}, {z}, or {q} for all three. */
[[nodiscard]] bool isTileAddress(const QString &url);

/**
 * The address as it can be used: InvalidInput if it is neither http, https nor file, or has no
 * host. {s} (a choice of servers) becomes "a".
 */
[[nodiscard]] Result<QString> checkedAddress(const QString &url);

/** The tile that a place (EPSG:4326) lies in. */
[[nodiscard]] QUrl tileAddress(const QString &url, const GeoPoint &place, int zoom);
/** QGIS source of tiles in EPSG:3857, zooms 0 to 18. */
[[nodiscard]] QString tileUri(const QString &url);

/** Where a WMTS or WMS tells what it has. */
[[nodiscard]] QUrl capabilitiesAddress(const QString &url);
/**
 * The layer named in the address (`layer` or `layers`) or else the first one that can be drawn, in
 * EPSG:3857 where offered. Unreadable if the answer is none of a WMTS or WMS, NotFound without
 * such a layer.
 */
[[nodiscard]] Result<BaseMapLayer> readCapabilities(const QString &url, const QByteArray &answer);

} // namespace gridward
