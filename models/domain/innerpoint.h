// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/geopoint.h"

#include <QByteArray>

#include <optional>

namespace gridward {

/**
 * A point that surely lies in the shape: of an area one inside of it, of a point itself. The shape
 * is WKB, EPSG:4326; nothing for one that is unreadable or empty. Any thread.
 */
[[nodiscard]] std::optional<GeoPoint> innerPoint(const QByteArray &wkb);

} // namespace gridward
