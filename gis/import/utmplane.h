// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/import/geos.h"
#include "models/domain/geopoint.h"
#include "models/domain/result.h"

#include <QList>

#include <memory>
#include <optional>
#include <span>

class OGRCoordinateTransformation;

namespace gridward {

/** Metres in the UTM zone of a place (WGS 84). One thread at a time; movable. */
class UtmPlane
{
public:
    /** InvalidInput for a place that is none or beyond 84° N and 80° S, Internal without PROJ. */
    [[nodiscard]] static Result<std::unique_ptr<UtmPlane>> around(const GeoPoint &centre);
    UtmPlane(const UtmPlane &) = delete;
    UtmPlane &operator=(const UtmPlane &) = delete;
    ~UtmPlane();

    [[nodiscard]] int epsg() const { return mEpsg; }

    /** Degrees to metres, in place; false if a point cannot be projected. */
    [[nodiscard]] bool project(std::span<double> eastings, std::span<double> northings) const;
    /** Metres to degrees, in place. */
    [[nodiscard]] bool unproject(std::span<double> eastings, std::span<double> northings) const;
    [[nodiscard]] GeoPoint toGeo(double easting, double northing) const;
    /** The same polygon or multipolygon in metres, vertex by vertex; null if it cannot be. */
    [[nodiscard]] Geos::Geometry project(const Geos &geos, const GEOSGeometry *degrees) const;
    /** A point inside the geometry (metres), in degrees. */
    [[nodiscard]] GeoPoint placeIn(const Geos &geos, const GEOSGeometry *metres) const;

private:
    UtmPlane() = default;
    [[nodiscard]] Geos::Geometry projectPolygon(const Geos &geos,
                                                const GEOSGeometry *polygon) const;
    [[nodiscard]] GEOSGeometry *projectRing(const Geos &geos, const GEOSGeometry *ring) const;

    int mEpsg = 0;
    std::unique_ptr<OGRCoordinateTransformation> mForward;
    std::unique_ptr<OGRCoordinateTransformation> mBack;
};

/** The middle of the bounds of geometries in degrees; nothing if all are empty. */
[[nodiscard]] std::optional<GeoPoint> middleOf(const Geos &geos,
                                               const std::vector<const GEOSGeometry *> &geometries);

/** Areas of outlines in degrees, in the zone of the middle of all; 0 for what has none. */
[[nodiscard]] QList<double> squareMetresOf(const QList<QByteArray> &outlines);

} // namespace gridward
