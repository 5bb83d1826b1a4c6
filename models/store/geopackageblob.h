// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/geopoint.h"

#include <QByteArray>

#include <optional>

namespace gridward::geopackage {

/** GeoPackage's geometry blob (OGC 12-128r18, 2.1.3) of a point in EPSG:4326. */
[[nodiscard]] QByteArray fromPoint(const GeoPoint &point);
/** The point in such a blob; nothing for an empty or another geometry. */
[[nodiscard]] std::optional<GeoPoint> toPoint(const QByteArray &blob);

/**
 * The blob of well-known binary (little endian, two dimensions) with its envelope; an empty array
 * stays empty (NULL in the store). A polygon becomes a multipolygon if `multi` asks for it.
 */
[[nodiscard]] QByteArray fromWkb(const QByteArray &wkb, bool multi);
/** The well-known binary inside a blob; empty for what is none. */
[[nodiscard]] QByteArray toWkb(const QByteArray &blob);

} // namespace gridward::geopackage
