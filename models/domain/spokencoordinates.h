// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/geopoint.h"

#include <QString>

#include <optional>

namespace gridward {

/**
 * A place that somebody typed as two numbers in degrees: "116.40,39.92", "39.92N 116.40E",
 * "东经116.4 北纬39.9", "116°24′30″ 39°54′15″". Without letters the longitude comes first unless
 * only the other order makes a place, or the other order is nearer to `near`. Nothing if it is
 * anything else: a house number, a code, one number alone. Any thread.
 */
[[nodiscard]] std::optional<GeoPoint>
spokenCoordinates(const QString &text, const std::optional<GeoPoint> &near = std::nullopt);

} // namespace gridward
