// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/import/geos.h"
#include "gis/import/utmplane.h"

#include <vector>

namespace gridward {

/** A piece of a border without its counterpart: from the area `area` alone. */
struct UnmatchedEdge
{
    int area = 0;
    GeoPoint from;
    GeoPoint to;
    double fromX = 0.0; ///< metres
    double fromY = 0.0;
    double toX = 0.0;
    double toY = 0.0;
};

/**
 * The borders that neighbours do not share: pieces of an outline (degrees) that do not come exactly
 * once in the other direction, unless they lie on the outside of `whole` (the union, metres) with
 * nobody's border running back along them within `nearMiss` metres. An area may be null.
 */
[[nodiscard]] std::vector<UnmatchedEdge>
unmatchedEdges(const Geos &geos,
               const UtmPlane &plane,
               const std::vector<const GEOSGeometry *> &degrees,
               const GEOSGeometry *whole,
               double nearMiss);

} // namespace gridward
