// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/import/geos.h"

namespace gridward {

/** Metres: no grid is cut so finely, but coordinates may differ by so much. */
inline constexpr double kHair = 0.01;

/**
 * What `parents` (null: none) have and `grids` have not, and unless `areParentsAll` the holes among
 * the grids; both unions in metres. Where neighbours differ by a hair, a hole may be open to the
 * outside through the slit between them, so holes are also looked for with slits closed. Null if
 * GEOS fails.
 */
[[nodiscard]] Geos::Geometry gapsIn(const Geos &geos,
                                    const GEOSGeometry *grids,
                                    const GEOSGeometry *parents,
                                    bool areParentsAll);

/** The shape made wider by so many metres (narrower if they are negative), with sharp corners. */
[[nodiscard]] Geos::Geometry grown(const Geos &geos, const GEOSGeometry *shape, double metres);

} // namespace gridward
