// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/geopoint.h"

#include <QByteArray>
#include <QString>

#include <optional>

/**
 * PostGIS's text of a geometry: extended well-known binary with the reference system in it, as
 * hexadecimal digits. All geometries are of EPSG:4326, two dimensions, little endian.
 */
namespace gridward::ewkb {

[[nodiscard]] QString fromPoint(const GeoPoint &point);
/** The point in such a text; nothing for an empty or another geometry. */
[[nodiscard]] std::optional<GeoPoint> toPoint(const QByteArray &text);

/** Of well-known binary; empty for what is none. A polygon becomes a multipolygon if `multi`. */
[[nodiscard]] QString fromWkb(const QByteArray &wkb, bool multi);
/** The well-known binary of such a text; empty for what is none. */
[[nodiscard]] QByteArray toWkb(const QByteArray &text);

} // namespace gridward::ewkb
