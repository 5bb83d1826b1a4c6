// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/geopoint.h"

#include <QByteArray>

#include <optional>

namespace gridward {

/**
 * Metres over the ground from a place to the nearest point of a shape: of an area its border, and 0
 * inside of it; of a point itself. The shape is WKB, EPSG:4326; nothing for one that is unreadable
 * or empty. Exact to a thousandth within some kilometres. Any thread.
 */
[[nodiscard]] std::optional<double> metresToShape(const GeoPoint &from, const QByteArray &wkb);

} // namespace gridward
