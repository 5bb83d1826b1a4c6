// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/geopoint.h"

#include <QByteArray>
#include <QList>

namespace gridward {

/** The rings of an area, closed or not, outer ones and holes alike: for drawing, not for deciding
 * what lies in it. */
using OutlineRings = QList<QList<GeoPoint>>;

/**
 * Of a Polygon or MultiPolygon in WKB (two dimensions, either byte order), EPSG:4326. Empty for
 * what is no such shape or is cut off. Any thread.
 */
[[nodiscard]] OutlineRings outlineRings(const QByteArray &wkb);

} // namespace gridward
