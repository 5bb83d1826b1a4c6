// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/import/partitiongaps.h"

#include <utility>
#include <vector>

namespace gridward {

namespace {

/** Adds the holes of a shape, each made wider by `widening` metres. */
void addHoles(const Geos &geos,
              const GEOSGeometry *shape,
              double widening,
              std::vector<Geos::Geometry> &holes)
{
    for (const GEOSGeometry *polygon : geos.polygonsOf(shape)) {
        const int count = GEOSGetNumInteriorRings_r(geos.handle(), polygon);
        for (int number = 0; number < count; ++number) {
            GEOSGeometry *ring = GEOSGeom_clone_r(
                geos.handle(), GEOSGetInteriorRingN_r(geos.handle(), polygon, number));
            Geos::Geometry hole =
                geos.own(GEOSGeom_createPolygon_r(geos.handle(), ring, nullptr, 0));
            holes.push_back(widening > 0.0 ? grown(geos, hole.get(), widening) : std::move(hole));
        }
    }
}

} // namespace

Geos::Geometry
gapsIn(const Geos &geos, const GEOSGeometry *grids, const GEOSGeometry *parents, bool areParentsAll)
{
    Geos::Geometry missing =
        geos.own(parents != nullptr ? GEOSDifference_r(geos.handle(), parents, grids) : nullptr);
    if (areParentsAll && missing) {
        return missing;
    }
    std::vector<Geos::Geometry> holes;
    addHoles(geos, grids, 0.0, holes);
    const Geos::Geometry closed = grown(geos, grids, kHair);
    addHoles(geos, closed.get(), kHair, holes);
    holes.push_back(std::move(missing));
    std::vector<const GEOSGeometry *> all;
    for (const Geos::Geometry &hole : holes) {
        if (hole) {
            all.push_back(hole.get());
        }
    }
    const Geos::Geometry together = geos.unionOf(all);
    return geos.own(together ? GEOSDifference_r(geos.handle(), together.get(), grids) : nullptr);
}

Geos::Geometry grown(const Geos &geos, const GEOSGeometry *shape, double metres)
{
    return geos.own(GEOSBufferWithStyle_r(
        geos.handle(), shape, metres, 1, GEOSBUF_CAP_FLAT, GEOSBUF_JOIN_MITRE, 2.0));
}

} // namespace gridward
