// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/import/featureplacer.h"

#include "gis/import/fieldmap.h"

#include <QCoreApplication>

#include <array>
#include <ogr_geometry.h>
#include <ogr_spatialref.h>
#include <optional>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FeaturePlacer)
};

constexpr std::array kPlaceColumns{
    FieldNames{"lon", true, "经度 lng longitude long x wgslon jd 东经 经度坐标 easting e 东坐标"},
    FieldNames{"lat", true, "纬度 latitude y wgslat wd 北纬 纬度坐标 northing n 北坐标"}};

Error problem(const QString &message)
{
    return Error{ErrorCode::InvalidInput, message, {}};
}

bool isExchanged(double x, double y)
{
    return lookOf({x, y, x, y}) == CoordinateLook::Exchanged;
}

Error astray(double x, double y)
{
    return problem(
        isExchanged(x, y)
            ? Words::tr("Its place %1, %2 is not on the earth; longitude and latitude seem to be "
                        "exchanged.")
                  .arg(x)
                  .arg(y)
            : Words::tr("Its place %1, %2 is not on the earth; is the coordinate system right?")
                  .arg(x, 0, 'f', 3)
                  .arg(y, 0, 'f', 3));
}

/** Finds the first corner that is not on the earth: it shows best what is wrong with a shape. */
class StrayCorner final : public OGRDefaultConstGeometryVisitor
{
public:
    using OGRDefaultConstGeometryVisitor::visit;
    void visit(const OGRPoint *point) override
    {
        const GeoPoint corner{point->getX(), point->getY()};
        if (!found && !isValid(corner)) {
            found = corner;
        }
    }

    std::optional<GeoPoint> found;
};

QByteArray wkbOf(const OGRGeometry &geometry)
{
    QByteArray wkb(static_cast<qsizetype>(geometry.WkbSize()), '\0');
    geometry.exportToWkb(wkbNDR, reinterpret_cast<unsigned char *>(wkb.data()), wkbVariantIso);
    return wkb;
}

} // namespace

Result<std::unique_ptr<FeaturePlacer>> FeaturePlacer::forSource(FeatureSource &source,
                                                                const SourceOptions &options)
{
    std::unique_ptr<FeaturePlacer> placer(new FeaturePlacer(source));
    if (!source.hasGeometry()) {
        const Result<FieldMap> columns =
            FieldMap::match(source.name(), source.columns(), kPlaceColumns, options.mapping);
        if (!columns) {
            return columns.error();
        }
        placer->mLongitude = columns.value().column("lon"_L1);
        placer->mLatitude = columns.value().column("lat"_L1);
        placer->mIsGuessed = options.crs.trimmed().isEmpty();
    }
    const bool isSaid = !options.crs.trimmed().isEmpty() ||
                        (source.system() != nullptr && source.system()->IsProjected() != FALSE);
    Result<std::unique_ptr<Positioning>> positioning =
        Positioning::choose(source.name(),
                            options.crs,
                            source.system(),
                            isSaid ? CoordinateSurvey() : source.survey(),
                            source.degreesRule());
    if (!positioning) {
        return positioning.error();
    }
    placer->mIsUnsaid = !isSaid;
    placer->mPositioning = std::move(positioning).value();
    return placer;
}

Result<GeoPoint> FeaturePlacer::pointInTable(const SourceFeature &feature)
{
    const QString longitude = feature.values.value(mLongitude);
    const QString latitude = feature.values.value(mLatitude);
    if (longitude.isEmpty() || latitude.isEmpty()) {
        return problem(Words::tr("It has no coordinates."));
    }
    bool isLongitude = false;
    bool isLatitude = false;
    const double x = longitude.toDouble(&isLongitude);
    const double y = latitude.toDouble(&isLatitude);
    if (!isLongitude || !isLatitude) {
        return problem(
            Words::tr("Its coordinates “%1” and “%2” are not numbers.").arg(longitude, latitude));
    }
    const std::optional<GeoPoint> point = mPositioning->toWgs84(x, y);
    if (!point) {
        ++mAstray;
        mExchanged += isExchanged(x, y) ? 1 : 0;
        return astray(x, y);
    }
    mWasPlaced = true;
    return *point;
}

Result<GeoPoint> FeaturePlacer::pointOf(const SourceFeature &feature)
{
    if (!mSource.hasGeometry()) {
        return pointInTable(feature);
    }
    const Result<CoordinateBox> box = boxOf(feature);
    if (!box) {
        return box.error();
    }
    const CoordinateBox &bounds = box.value();
    if (bounds.west == bounds.east && bounds.south == bounds.north) {
        return GeoPoint{bounds.west, bounds.south};
    }
    return innerPoint(wkbOf(*mSource.geometry()));
}

Result<GeoPoint> FeaturePlacer::innerPoint(const QByteArray &wkb) const
{
    const Geos::Geometry geometry = mGeos.read(wkb);
    const Geos::Geometry inner =
        mGeos.own(geometry ? GEOSPointOnSurface_r(mGeos.handle(), geometry.get()) : nullptr);
    GeoPoint point;
    if (!inner || GEOSGeomGetX_r(mGeos.handle(), inner.get(), &point.longitude) != 1 ||
        GEOSGeomGetY_r(mGeos.handle(), inner.get(), &point.latitude) != 1) {
        return problem(Words::tr("Its shape is damaged."));
    }
    return point;
}

Result<CoordinateBox> FeaturePlacer::boxOf(const SourceFeature &feature)
{
    if (!mSource.hasGeometry()) {
        const Result<GeoPoint> point = pointInTable(feature);
        if (!point) {
            return point.error();
        }
        const GeoPoint &place = point.value();
        return CoordinateBox{place.longitude, place.latitude, place.longitude, place.latitude};
    }
    OGRGeometry *geometry = mSource.geometry();
    if (geometry == nullptr || geometry->IsEmpty() != FALSE) {
        return problem(Words::tr("It has no place on the map."));
    }
    OGREnvelope before;
    geometry->getEnvelope(&before);
    geometry->flattenTo2D();
    StrayCorner stray;
    geometry->accept(&stray); // now, since the conversion changes the shape where it stands
    if (!mPositioning->toWgs84(*geometry)) {
        const GeoPoint corner = stray.found.value_or(GeoPoint{before.MinX, before.MinY});
        return astray(corner.longitude, corner.latitude);
    }
    if (mIsUnsaid &&
        lookOf({before.MinX, before.MinY, before.MaxX, before.MaxY}) == CoordinateLook::Unset) {
        return problem(Words::tr("Its place %1, %2 is where longitude and latitude begin, off "
                                 "Africa; its coordinates were probably never set.")
                           .arg(before.MinX)
                           .arg(before.MinY));
    }
    OGREnvelope box;
    geometry->getEnvelope(&box);
    return CoordinateBox{box.MinX, box.MinY, box.MaxX, box.MaxY};
}

bool FeaturePlacer::isArea()
{
    const OGRGeometry *geometry = mSource.hasGeometry() ? mSource.geometry() : nullptr;
    return geometry != nullptr && geometry->getDimension() == 2;
}

Result<QByteArray> FeaturePlacer::outlineOf()
{
    const Result<CoordinateBox> box = boxOf({});
    if (!box) {
        return box.error();
    }
    OGRGeometryUniquePtr linear(mSource.geometry()->getLinearGeometry());
    const OGRwkbGeometryType type = wkbFlatten(linear->getGeometryType());
    if (type != wkbPolygon && type != wkbMultiPolygon) {
        return problem(Words::tr("It is no area, but of the kind %1.")
                           .arg(QString::fromUtf8(linear->getGeometryName())));
    }
    const OGRGeometry *outline = linear.get();
    if (type == wkbMultiPolygon && linear->toMultiPolygon()->getNumGeometries() == 1) {
        outline = linear->toMultiPolygon()->getGeometryRef(0);
    }
    const QByteArray wkb = wkbOf(*outline);
    const Geos::Geometry geometry = mGeos.read(wkb);
    char *reason = nullptr;
    GEOSGeometry *where = nullptr;
    if (!geometry || GEOSisValidDetail_r(mGeos.handle(), geometry.get(), 0, &reason, &where) != 1) {
        const Geos::Geometry place = mGeos.own(where);
        GeoPoint point;
        if (place) {
            GEOSGeomGetX_r(mGeos.handle(), place.get(), &point.longitude);
            GEOSGeomGetY_r(mGeos.handle(), place.get(), &point.latitude);
        }
        const QString said = QString::fromUtf8(reason);
        GEOSFree_r(mGeos.handle(), reason);
        return problem(
            said.isEmpty()
                ? Words::tr("Its outline is damaged.")
                : Words::tr("Its outline is not valid at %1: %2.").arg(toDisplayText(point), said));
    }
    return wkb;
}

Result<void> FeaturePlacer::finish() const
{
    if (!mIsGuessed || mAstray == 0 || mWasPlaced) {
        return {};
    }
    if (2 * mExchanged > mAstray) {
        return problem(Words::tr("“%1” has longitude and latitude exchanged: the columns that "
                                 "should hold longitudes and latitudes hold the other. Exchange "
                                 "their names.")
                           .arg(mSource.name()));
    }
    return problem(Words::tr("The coordinates in “%1” are not degrees, and it does not say what "
                             "they are. Say it with --crs, such as --crs EPSG:4549.")
                       .arg(mSource.name()));
}

} // namespace gridward
