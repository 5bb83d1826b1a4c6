// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/import/caseplacer.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <cpl_error.h>
#include <limits>
#include <ogr_geometry.h>
#include <ogr_spatialref.h>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CaseImport)
};

constexpr double kMargin = 0.05; // degrees around an extent: positions are rounded, borders move
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

void widen(std::optional<GeoExtent> &extent, const QByteArray &wkb)
{
    OGRGeometry *read = nullptr;
    if (wkb.isEmpty() ||
        OGRGeometryFactory::createFromWkb(
            wkb.constData(), nullptr, &read, static_cast<size_t>(wkb.size())) != OGRERR_NONE) {
        return;
    }
    const std::unique_ptr<OGRGeometry> geometry(read);
    OGREnvelope box;
    geometry->getEnvelope(&box);
    if (geometry->IsEmpty() != 0) {
        return;
    }
    if (!extent) {
        extent = GeoExtent{box.MinX, box.MinY, box.MaxX, box.MaxY};
        return;
    }
    extent->west = std::min(extent->west, box.MinX);
    extent->south = std::min(extent->south, box.MinY);
    extent->east = std::max(extent->east, box.MaxX);
    extent->north = std::max(extent->north, box.MaxY);
}

bool contains(const GeoExtent &extent, const GeoPoint &point)
{
    return point.longitude >= extent.west - kMargin && point.longitude <= extent.east + kMargin &&
           point.latitude >= extent.south - kMargin && point.latitude <= extent.north + kMargin;
}

std::optional<int> epsgCode(const QString &crs)
{
    bool isNumber = false;
    const QString text = crs.trimmed();
    const int code =
        text.startsWith("EPSG:"_L1, Qt::CaseInsensitive) ? text.sliced(5).toInt(&isNumber) : 0;
    return isNumber && code > 0 ? std::optional(code) : std::nullopt;
}

/** Keeps GDAL's complaints off the terminal while it is asked about what may be wrong. */
class QuietGdal
{
public:
    QuietGdal() { CPLPushErrorHandler(CPLQuietErrorHandler); }
    QuietGdal(const QuietGdal &) = delete;
    QuietGdal &operator=(const QuietGdal &) = delete;
    ~QuietGdal() { CPLPopErrorHandler(); }
};

} // namespace

struct CasePlacer::Projection
{
    OGRSpatialReference from;
    OGRSpatialReference to;
    std::unique_ptr<OGRCoordinateTransformation> transformation;
};

CasePlacer::CasePlacer(const CasePositionProfile &profile)
    : mProfile(profile)
{
}

CasePlacer::~CasePlacer() = default;

Result<std::unique_ptr<CasePlacer>> CasePlacer::create(const CasePositionProfile &profile,
                                                       const CaseGround &ground)
{
    std::unique_ptr<CasePlacer> placer(new CasePlacer(profile));
    if (profile.crs.isEmpty()) {
        return placer;
    }
    const QuietGdal quiet;
    if (const Result<void> opened = placer->openSystem(); !opened) {
        return opened.error();
    }
    if (const Result<void> opened = placer->openGrids(ground); !opened) {
        return opened.error();
    }
    return placer;
}

Result<void> CasePlacer::openSystem()
{
    const Result<CoordinateSystem> known = parseCoordinateSystem(mProfile.crs);
    if (known) {
        mSystem = known.value();
        return {};
    }
    mProjection = std::make_unique<Projection>();
    const std::optional<int> code = epsgCode(mProfile.crs);
    if (!code || mProjection->from.importFromEPSG(*code) != OGRERR_NONE ||
        mProjection->to.importFromEPSG(4326) != OGRERR_NONE) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("“%1” is no coordinate system this program knows. Say EPSG: and a "
                               "number, gcj02 or bd09.")
                         .arg(mProfile.crs),
                     QString::fromUtf8(CPLGetLastErrorMsg())};
    }
    mProjection->from.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    mProjection->to.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    mProjection->transformation.reset(
        OGRCreateCoordinateTransformation(&mProjection->from, &mProjection->to));
    if (!mProjection->transformation) {
        return Error{ErrorCode::Unsupported,
                     Words::tr("Positions in %1 cannot be converted to WGS 84.").arg(mProfile.crs),
                     QString::fromUtf8(CPLGetLastErrorMsg())};
    }
    GeoExtent area;
    if (mProjection->from.GetAreaOfUse(&area.west, &area.south, &area.east, &area.north, nullptr) &&
        area.west < area.east) {
        mArea = area;
    }
    return {};
}

Result<void> CasePlacer::openGrids(const CaseGround &ground)
{
    std::optional<GeoExtent> district;
    QList<GridOutline> outlines;
    QHash<QString, UnitGrid> byCode;
    for (const UnitGrid &grid : ground.grids) {
        if (!grid.outline.isEmpty()) {
            outlines.append({grid.code, grid.outline});
            widen(district, grid.outline);
            UnitGrid light = grid;
            light.outline.clear();
            byCode.insert(grid.code, light);
        }
    }
    if (!district) {
        for (const Division &division : ground.divisions) {
            widen(district, division.outline);
        }
    }
    if (district) {
        mExtents.push_back(*district);
    }
    if (mProfile.extent) {
        mExtents.push_back(*mProfile.extent);
    }
    Result<std::shared_ptr<const GridLocator>> locator = GridLocator::build(outlines);
    if (!locator) {
        return locator.error();
    }
    mLocator = std::move(locator).value();
    for (const QString &code : mLocator->codes()) {
        mGrids.push_back(byCode.value(code));
    }
    return {};
}

/** What cannot be converted becomes an invalid point. */
void CasePlacer::convert(std::vector<GeoPoint> &points) const
{
    if (mSystem) {
        for (GeoPoint &point : points) {
            point = isValid(point) ? toWgs84(point, *mSystem) : GeoPoint{kNan, kNan};
        }
        return;
    }
    const QuietGdal quiet;
    std::vector<double> x(points.size());
    std::vector<double> y(points.size());
    std::vector<int> worked(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        x[i] = points[i].longitude;
        y[i] = points[i].latitude;
    }
    mProjection->transformation->Transform(
        static_cast<int>(points.size()), x.data(), y.data(), nullptr, worked.data());
    for (std::size_t i = 0; i < points.size(); ++i) {
        const GeoPoint point{x[i], y[i]};
        const bool inArea = worked[i] != 0 && isValid(point) && (!mArea || contains(*mArea, point));
        points[i] = inArea ? point : GeoPoint{kNan, kNan};
    }
}

/** In the district or where the set's points lie; false if neither is known. */
bool CasePlacer::lies(const GeoPoint &point) const
{
    return isValid(point) && std::ranges::any_of(mExtents, [&](const GeoExtent &extent) {
               return contains(extent, point);
           });
}

void CasePlacer::place(std::span<CaseRow> rows)
{
    std::vector<CaseRow *> placed;
    std::vector<GeoPoint> points;
    for (CaseRow &row : rows) {
        if (row.hasPosition && row.refusal == CaseRefusal::None) {
            placed.push_back(&row);
            points.push_back({row.x, row.y});
        }
    }
    if (placed.empty()) {
        return;
    }
    convert(points);
    judge(placed, points);
    findGrids(placed);
}

void CasePlacer::judge(std::span<CaseRow *const> rows, const std::vector<GeoPoint> &points)
{
    std::vector<std::size_t> doubtful;
    std::vector<GeoPoint> swapped;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (isValid(points[i])) {
            rows[i]->subject.place = points[i];
        }
        if (!lies(points[i])) {
            doubtful.push_back(i);
            swapped.push_back({rows[i]->y, rows[i]->x});
        }
    }
    if (doubtful.empty()) {
        return;
    }
    convert(swapped);
    for (std::size_t j = 0; j < doubtful.size(); ++j) {
        CaseRow &row = *rows[doubtful[j]];
        const bool valid = isValid(points[doubtful[j]]);
        const auto sentence = [&](const QString &text) {
            return text.arg(mProfile.xColumn)
                .arg(row.x, 0, 'g', 12)
                .arg(mProfile.yColumn)
                .arg(row.y, 0, 'g', 12);
        };
        if (lies(swapped[j]) || (!valid && isValid(swapped[j]))) {
            row.refuse(CaseRefusal::Swapped,
                       sentence(Words::tr("the position is swapped: “%1” is %2 and “%3” is %4, and "
                                          "only the other way round they are a place")));
        } else if (!valid) {
            row.refuse(
                CaseRefusal::Position,
                sentence(Words::tr("“%1” is %2 and “%3” is %4: no place in %5")).arg(mProfile.crs));
        }
    }
}

void CasePlacer::findGrids(std::span<CaseRow *const> rows) const
{
    std::vector<GeoPoint> points;
    points.reserve(rows.size());
    for (const CaseRow *row : rows) {
        points.push_back(row->subject.place.value_or(GeoPoint{kNan, kNan}));
    }
    std::vector<int> indexes(points.size());
    mLocator->locate(points, indexes);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        CaseRow &row = *rows[i];
        if (row.refusal != CaseRefusal::None) {
            continue;
        }
        if (indexes[i] >= 0) {
            const UnitGrid &grid = mGrids[static_cast<std::size_t>(indexes[i])];
            row.subject.grid = grid.code;
            row.subject.community = grid.community;
            row.subject.street = grid.street;
        } else if (mProfile.refuseOutside) {
            row.refuse(CaseRefusal::OutsideGrids,
                       Words::tr("“%1” and “%2” lie outside of every grid")
                           .arg(mProfile.xColumn, mProfile.yColumn));
        }
    }
}

} // namespace gridward
