// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/heatfile/metricplane.h"

#include "gis/heat/heatsurface.h"
#include "gis/heatfile/vectorfile.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <cpl_error.h>
#include <limits>
#include <memory>
#include <ogr_spatialref.h>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HeatFile)
};

constexpr double kFences = 3.0; ///< Tukey's outer ones
// What is left out must be few, of many, and make the map much larger.
constexpr std::size_t kFewestJudged = 100;
constexpr std::size_t kOneIn = 100;
constexpr double kMuchLarger = 4.0;

OGRSpatialReference systemOf(const QString &wkt)
{
    OGRSpatialReference system;
    system.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    system.importFromWkt(wkt.toUtf8().constData());
    return system;
}

bool isInMetres(const OGRSpatialReference &system)
{
    return system.IsProjected() != 0 && std::abs(system.GetLinearUnits() - 1.0) < 1.0e-9;
}

bool isWebMercator(const OGRSpatialReference &system)
{
    const char *code = system.GetAuthorityCode(nullptr);
    const char *method = system.GetAttrValue("PROJECTION");
    return (code != nullptr && qstrcmp(code, "3857") == 0) ||
           (method != nullptr && qstrcmp(method, "Popular_Visualisation_Pseudo_Mercator") == 0);
}

MetricPlane planeOf(const QString &wkt)
{
    const OGRSpatialReference system = systemOf(wkt);
    MetricPlane plane;
    plane.wkt = wkt;
    const char *authority = system.GetAuthorityName(nullptr);
    const char *code = system.GetAuthorityCode(nullptr);
    if (authority != nullptr && code != nullptr) {
        plane.code = QString::fromUtf8(authority) + u':' + QString::fromUtf8(code);
    }
    plane.name = QString::fromUtf8(system.GetName());
    if (!plane.code.isEmpty()) {
        plane.name += u" ("_s + plane.code + u')';
    }
    if (isWebMercator(system)) {
        plane.remark =
            Words::tr("A metre of Web Mercator is less than a metre on the ground: radius "
                      "and densities are too small by that. Name another --crs.");
    }
    return plane;
}

double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

using Transformation =
    std::unique_ptr<OGRCoordinateTransformation, void (*)(OGRCoordinateTransformation *)>;

Transformation between(const QString &from, const QString &to)
{
    const OGRSpatialReference source = systemOf(from);
    const OGRSpatialReference target = systemOf(to);
    return {OGRCreateCoordinateTransformation(&source, &target),
            [](OGRCoordinateTransformation *one) { OGRCoordinateTransformation::DestroyCT(one); }};
}

Error notPlaceable()
{
    return {ErrorCode::InvalidInput,
            Words::tr("These places cannot be put on a plane in metres. Check their coordinate "
                      "system, and whether longitude and latitude are the wrong way round; or name "
                      "the plane by --crs."),
            QString::fromUtf8(CPLGetLastErrorMsg())};
}

Result<MetricPlane> utmPlane(const PointSet &points)
{
    double x = median(points.xs);
    double y = median(points.ys);
    const QString degrees = crsNamed(u"EPSG:4326"_s).value();
    const Transformation toDegrees = between(points.crs, degrees);
    if (!toDegrees || toDegrees->Transform(1, &x, &y) == FALSE || !std::isfinite(x) ||
        !std::isfinite(y) || std::abs(y) > 84.0) {
        return notPlaceable();
    }
    const Result<QString> zone = crsNamed(u"EPSG:%1"_s.arg(utmZoneOf({x, y})));
    return zone ? Result<MetricPlane>(planeOf(zone.value())) : Result<MetricPlane>(zone.error());
}

void transform(OGRCoordinateTransformation &way, double *xs, double *ys, std::size_t count)
{
    constexpr std::size_t kAtOnce = 65536;
    std::vector<int> placed(kAtOnce);
    for (std::size_t from = 0; from < count; from += kAtOnce) {
        const std::size_t some = std::min(kAtOnce, count - from);
        way.Transform(static_cast<int>(some), xs + from, ys + from, nullptr, placed.data());
        for (std::size_t i = 0; i < some; ++i) {
            if (placed[i] == FALSE || !std::isfinite(xs[from + i]) ||
                !std::isfinite(ys[from + i])) {
                xs[from + i] = std::numeric_limits<double>::quiet_NaN();
                ys[from + i] = xs[from + i];
            }
        }
    }
}

struct Fences
{
    double low = 0.0;
    double high = 0.0;
};

Fences fencesOf(const std::vector<double> &all)
{
    std::vector<double> values;
    values.reserve(all.size());
    std::ranges::copy_if(
        all, std::back_inserter(values), [](double v) { return std::isfinite(v); });
    if (values.empty()) {
        return {};
    }
    const auto quantile = [&values](std::size_t quarter) {
        const auto at =
            values.begin() + static_cast<std::ptrdiff_t>((values.size() - 1) * quarter / 4);
        std::ranges::nth_element(values, at);
        return *at;
    };
    const double lower = quantile(1);
    const double upper = quantile(3);
    const double infinite = std::numeric_limits<double>::infinity();
    const double width = upper > lower ? kFences * (upper - lower) : infinite;
    return {lower - width, upper + width};
}

std::optional<PlaneBox> grown(const std::optional<PlaneBox> &box, double x, double y)
{
    return box ? PlaneBox{std::min(box->west, x),
                          std::min(box->south, y),
                          std::max(box->east, x),
                          std::max(box->north, y)}
               : PlaneBox{x, y, x, y};
}

/** With a metre more on each side: a line of points has some as well. */
double areaOf(const PlaneBox &box)
{
    return (box.east - box.west + 1.0) * (box.north - box.south + 1.0);
}

} // namespace

Result<MetricPlane> planeFor(const PointSet &points, const QString &named)
{
    const CPLErrorHandlerPusher quiet(CPLQuietErrorHandler);
    if (!named.isEmpty()) {
        const Result<QString> wkt = crsNamed(named);
        if (!wkt) {
            return wkt.error();
        }
        if (!isInMetres(systemOf(wkt.value()))) {
            return Error{ErrorCode::InvalidInput,
                         Words::tr("A density needs metres, and “%1” has none. Name a projected "
                                   "system in metres by --crs, as in --crs EPSG:32650, or leave "
                                   "--crs away.")
                             .arg(named),
                         {}};
        }
        return planeOf(wkt.value());
    }
    const OGRSpatialReference own = systemOf(points.crs);
    if (isInMetres(own) && !isWebMercator(own)) {
        return planeOf(points.crs);
    }
    if (points.xs.empty()) {
        return Error{
            ErrorCode::InvalidInput,
            Words::tr("No point is left to make a map of. Check the file, the field of weights, "
                      "the period and --where, or name --crs and --extent for an empty map."),
            {}};
    }
    return utmPlane(points);
}

Result<void> putOn(const MetricPlane &plane, PointSet &points)
{
    const CPLErrorHandlerPusher quiet(CPLQuietErrorHandler);
    if (systemOf(points.crs)
            .IsSame(&static_cast<const OGRSpatialReference &>(systemOf(plane.wkt))) != FALSE) {
        points.crs = plane.wkt;
        return {};
    }
    const Transformation way = between(points.crs, plane.wkt);
    if (!way) {
        return notPlaceable();
    }
    transform(*way, points.xs.data(), points.ys.data(), points.xs.size());
    points.crs = plane.wkt;
    return {};
}

Result<GroundRings> putOn(const MetricPlane &plane, const QString &crs, GroundRings rings)
{
    const CPLErrorHandlerPusher quiet(CPLQuietErrorHandler);
    const Transformation way = between(crs, plane.wkt);
    if (!way) {
        return notPlaceable();
    }
    for (std::vector<GroundPoint> &ring : rings) {
        for (GroundPoint &corner : ring) {
            transform(*way, &corner.easting, &corner.northing, 1);
            if (!std::isfinite(corner.easting)) {
                return notPlaceable();
            }
        }
    }
    return rings;
}

std::optional<PlaneBox> crowdOf(const PointSet &points)
{
    const Fences across = fencesOf(points.xs);
    const Fences along = fencesOf(points.ys);
    std::optional<PlaneBox> all;
    std::optional<PlaneBox> crowd;
    std::size_t placed = 0;
    std::size_t beyond = 0;
    for (std::size_t i = 0; i < points.xs.size(); ++i) {
        const double x = points.xs[i];
        const double y = points.ys[i];
        if (!std::isfinite(x) || !std::isfinite(y)) {
            continue;
        }
        ++placed;
        all = grown(all, x, y);
        if (x >= across.low && x <= across.high && y >= along.low && y <= along.high) {
            crowd = grown(crowd, x, y);
        } else {
            ++beyond;
        }
    }
    const bool areFew = placed >= kFewestJudged && beyond * kOneIn <= placed;
    return areFew && crowd && areaOf(*all) > kMuchLarger * areaOf(*crowd) ? crowd : all;
}

} // namespace gridward
