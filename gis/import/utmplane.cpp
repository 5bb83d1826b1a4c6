// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/import/utmplane.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>
#include <ogr_spatialref.h>
#include <vector>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(UtmPlane)
};

constexpr int kWgs84 = 4326;

} // namespace

Result<std::unique_ptr<UtmPlane>> UtmPlane::around(const GeoPoint &centre)
{
    if (!isValid(centre) || centre.latitude > 84.0 || centre.latitude < -80.0) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("The place %1, %2 has no UTM zone; areas cannot be measured there. "
                               "Check the coordinate system of the file.")
                         .arg(centre.longitude)
                         .arg(centre.latitude),
                     {}};
    }
    const int zone =
        std::clamp(static_cast<int>(std::floor((centre.longitude + 180.0) / 6.0)) + 1, 1, 60);
    std::unique_ptr<UtmPlane> plane(new UtmPlane);
    plane->mEpsg = (centre.latitude >= 0.0 ? 32600 : 32700) + zone;
    OGRSpatialReference degrees;
    OGRSpatialReference metres;
    degrees.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    metres.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    if (degrees.importFromEPSG(kWgs84) == OGRERR_NONE &&
        metres.importFromEPSG(plane->mEpsg) == OGRERR_NONE) {
        plane->mForward.reset(OGRCreateCoordinateTransformation(&degrees, &metres));
        plane->mBack.reset(OGRCreateCoordinateTransformation(&metres, &degrees));
    }
    if (!plane->mForward || !plane->mBack) {
        return Error{ErrorCode::Internal,
                     Words::tr("The coordinate systems of PROJ cannot be loaded. Install the "
                               "program again."),
                     u"EPSG:%1"_s.arg(plane->mEpsg)};
    }
    return plane;
}

UtmPlane::~UtmPlane() = default;

bool UtmPlane::project(std::span<double> eastings, std::span<double> northings) const
{
    return mForward->Transform(
               static_cast<int>(eastings.size()), eastings.data(), northings.data()) != FALSE &&
           std::ranges::all_of(eastings, [](double value) { return std::isfinite(value); });
}

bool UtmPlane::unproject(std::span<double> eastings, std::span<double> northings) const
{
    return mBack->Transform(static_cast<int>(eastings.size()), eastings.data(), northings.data()) !=
           FALSE;
}

GeoPoint UtmPlane::toGeo(double easting, double northing) const
{
    GeoPoint point{easting, northing};
    return mBack->Transform(1, &point.longitude, &point.latitude) != FALSE ? point : GeoPoint{};
}

GEOSGeometry *UtmPlane::projectRing(const Geos &geos, const GEOSGeometry *ring) const
{
    GEOSContextHandle_t context = geos.handle();
    const GEOSCoordSequence *sequence = GEOSGeom_getCoordSeq_r(context, ring);
    unsigned int size = 0;
    if (sequence == nullptr || GEOSCoordSeq_getSize_r(context, sequence, &size) == 0) {
        return nullptr;
    }
    std::vector<double> x(size);
    std::vector<double> y(size);
    if (GEOSCoordSeq_copyToArrays_r(context, sequence, x.data(), y.data(), nullptr, nullptr) == 0 ||
        !project(x, y)) {
        return nullptr;
    }
    return GEOSGeom_createLinearRing_r(
        context,
        GEOSCoordSeq_copyFromArrays_r(context, x.data(), y.data(), nullptr, nullptr, size));
}

Geos::Geometry UtmPlane::projectPolygon(const Geos &geos, const GEOSGeometry *polygon) const
{
    GEOSContextHandle_t context = geos.handle();
    Geos::Geometry shell = geos.own(projectRing(geos, GEOSGetExteriorRing_r(context, polygon)));
    const int count = GEOSGetNumInteriorRings_r(context, polygon);
    std::vector<Geos::Geometry> holes;
    holes.reserve(static_cast<std::size_t>(std::max(count, 0)));
    for (int hole = 0; hole < count; ++hole) {
        holes.push_back(
            geos.own(projectRing(geos, GEOSGetInteriorRingN_r(context, polygon, hole))));
    }
    if (!shell || std::ranges::any_of(holes, [](const auto &hole) { return !hole; })) {
        return geos.own(nullptr);
    }
    std::vector<GEOSGeometry *> given;
    given.reserve(holes.size());
    for (Geos::Geometry &hole : holes) {
        given.push_back(hole.release());
    }
    return geos.own(GEOSGeom_createPolygon_r(
        context, shell.release(), given.data(), static_cast<unsigned int>(given.size())));
}

Geos::Geometry UtmPlane::project(const Geos &geos, const GEOSGeometry *degrees) const
{
    std::vector<Geos::Geometry> parts;
    for (const GEOSGeometry *polygon : geos.polygonsOf(degrees)) {
        parts.push_back(projectPolygon(geos, polygon));
        if (!parts.back()) {
            return geos.own(nullptr);
        }
    }
    if (parts.size() == 1) {
        return std::move(parts.front());
    }
    std::vector<GEOSGeometry *> given;
    given.reserve(parts.size());
    for (Geos::Geometry &part : parts) {
        given.push_back(part.release());
    }
    return geos.own(GEOSGeom_createCollection_r(
        geos.handle(), GEOS_MULTIPOLYGON, given.data(), static_cast<unsigned int>(given.size())));
}

GeoPoint UtmPlane::placeIn(const Geos &geos, const GEOSGeometry *metres) const
{
    const Geos::Geometry point = geos.own(GEOSPointOnSurface_r(geos.handle(), metres));
    double easting = 0.0;
    double northing = 0.0;
    if (!point || GEOSGeomGetX_r(geos.handle(), point.get(), &easting) != 1 ||
        GEOSGeomGetY_r(geos.handle(), point.get(), &northing) != 1) {
        return {};
    }
    return toGeo(easting, northing);
}

std::optional<GeoPoint> middleOf(const Geos &geos,
                                 const std::vector<const GEOSGeometry *> &geometries)
{
    double west = std::numeric_limits<double>::infinity();
    double south = std::numeric_limits<double>::infinity();
    double east = -std::numeric_limits<double>::infinity();
    double north = -std::numeric_limits<double>::infinity();
    for (const GEOSGeometry *geometry : geometries) {
        double value = 0.0;
        if (geometry == nullptr || GEOSisEmpty_r(geos.handle(), geometry) != 0) {
            continue;
        }
        west =
            GEOSGeom_getXMin_r(geos.handle(), geometry, &value) == 1 ? std::min(west, value) : west;
        east =
            GEOSGeom_getXMax_r(geos.handle(), geometry, &value) == 1 ? std::max(east, value) : east;
        south = GEOSGeom_getYMin_r(geos.handle(), geometry, &value) == 1 ? std::min(south, value)
                                                                         : south;
        north = GEOSGeom_getYMax_r(geos.handle(), geometry, &value) == 1 ? std::max(north, value)
                                                                         : north;
    }
    if (!(west <= east && south <= north)) {
        return std::nullopt;
    }
    return GeoPoint{(west + east) / 2.0, (south + north) / 2.0};
}

QList<double> squareMetresOf(const QList<QByteArray> &outlines)
{
    const Geos geos;
    std::vector<Geos::Geometry> shapes;
    std::vector<const GEOSGeometry *> all;
    for (const QByteArray &outline : outlines) {
        shapes.push_back(outline.isEmpty() ? geos.own(nullptr) : geos.read(outline));
        all.push_back(shapes.back().get());
    }
    QList<double> areas(outlines.size(), 0.0);
    const std::optional<GeoPoint> middle = middleOf(geos, all);
    const Result<std::unique_ptr<UtmPlane>> plane = UtmPlane::around(middle.value_or(GeoPoint{}));
    if (!middle || !plane) {
        return areas;
    }
    for (qsizetype place = 0; place < areas.size(); ++place) {
        const GEOSGeometry *shape = all[static_cast<std::size_t>(place)];
        if (shape != nullptr) {
            areas[place] = geos.areaOf(plane.value()->project(geos, shape).get());
        }
    }
    return areas;
}

} // namespace gridward
