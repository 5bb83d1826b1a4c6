// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/heatfile/groundfile.h"

#include "gis/heatfile/vectorfile.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <cmath>
#include <cpl_error.h>
#include <ogrsf_frmts.h>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HeatFile)
};

void addRing(GroundRings &rings, const OGRLinearRing &ring)
{
    std::vector<GroundPoint> corners;
    for (const OGRPoint &corner : ring) {
        corners.push_back({corner.getX(), corner.getY()});
    }
    rings.push_back(std::move(corners));
}

/** Rings of an area; none for other shapes. */
GroundRings ringsOf(const OGRGeometry *shape)
{
    GroundRings rings;
    if (shape == nullptr) {
        return rings;
    }
    // Arcs become chords: whatever is left is rings.
    const std::unique_ptr<OGRGeometry> straight(shape->getLinearGeometry());
    const auto addPolygon = [&rings](const OGRPolygon &polygon) {
        for (const OGRLinearRing *ring : polygon) {
            addRing(rings, *ring);
        }
    };
    if (wkbFlatten(straight->getGeometryType()) == wkbPolygon) {
        addPolygon(*straight->toPolygon());
    } else if (wkbFlatten(straight->getGeometryType()) == wkbMultiPolygon) {
        for (const OGRPolygon *polygon : *straight->toMultiPolygon()) {
            addPolygon(*polygon);
        }
    }
    return rings;
}

Result<VectorFile> openWithCrs(const QString &file)
{
    Result<VectorFile> opened = openVectorFile(file, {});
    if (opened && opened.value().crs.isEmpty()) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("“%1” does not say its coordinate system. Save it with one.")
                         .arg(QFileInfo(file).fileName()),
                     {}};
    }
    return opened;
}

bool holdsAreas(OGRLayer &layer)
{
    layer.ResetReading();
    while (const OGRFeatureUniquePtr feature{layer.GetNextFeature()}) {
        if (!ringsOf(feature->GetGeometryRef()).empty()) {
            layer.ResetReading();
            return true;
        }
    }
    return false;
}

Result<DensityPoints>
pointDenominator(const QString &file, const QString &field, const MetricPlane &plane)
{
    PointOrder order;
    order.file = file;
    order.weightField = field;
    Result<PointSet> read = readPoints(order, {});
    if (!read) {
        return read.error();
    }
    PointSet points = std::move(read).value();
    if (const Result<void> placed = putOn(plane, points); !placed) {
        return placed.error();
    }
    return DensityPoints{std::move(points.xs), std::move(points.ys), std::move(points.weights)};
}

} // namespace

Result<GroundRings> readGround(const QString &file, const MetricPlane &plane)
{
    Result<VectorFile> opened = openWithCrs(file);
    if (!opened) {
        return opened.error();
    }
    const CPLErrorHandlerPusher quiet(CPLQuietErrorHandler);
    GroundRings ground;
    opened.value().layer->ResetReading();
    // One area after the other: where they touch, an odd number of rings still encloses a place.
    while (const OGRFeatureUniquePtr feature{opened.value().layer->GetNextFeature()}) {
        GroundRings rings = ringsOf(feature->GetGeometryRef());
        ground.insert(ground.end(),
                      std::make_move_iterator(rings.begin()),
                      std::make_move_iterator(rings.end()));
    }
    if (ground.empty()) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("“%1” encloses nothing: the ground must be areas.")
                         .arg(QFileInfo(file).fileName()),
                     {}};
    }
    return putOn(plane, opened.value().crs, std::move(ground));
}

Result<GroundRings> groundOf(const QList<QByteArray> &outlines, const MetricPlane &plane)
{
    GroundRings ground;
    for (const QByteArray &outline : outlines) {
        OGRGeometry *shape = nullptr;
        if (OGRGeometryFactory::createFromWkb(
                outline.constData(), nullptr, &shape, static_cast<size_t>(outline.size())) ==
            OGRERR_NONE) {
            GroundRings rings = ringsOf(shape);
            ground.insert(ground.end(), rings.begin(), rings.end());
        }
        OGRGeometryFactory::destroyGeometry(shape);
    }
    const Result<QString> degrees = crsNamed(u"EPSG:4326"_s);
    return degrees ? putOn(plane, degrees.value(), std::move(ground))
                   : Result<GroundRings>(degrees.error());
}

Result<DensityPoints>
readDenominator(const QString &file, const QString &field, const MetricPlane &plane, double spacing)
{
    Result<VectorFile> opened = openWithCrs(file);
    if (!opened) {
        return opened.error();
    }
    OGRLayer &layer = *opened.value().layer;
    if (!holdsAreas(layer)) {
        return pointDenominator(file, field, plane);
    }
    const int column = layer.GetLayerDefn()->GetFieldIndex(field.toUtf8().constData());
    if (column < 0) {
        return Error{
            ErrorCode::InvalidInput,
            Words::tr("Say by --denominator FILE:FIELD how many live in each area of “%1”. "
                      "Fields are: %2.")
                .arg(QFileInfo(file).fileName(), fieldNames(layer)),
            {}};
    }
    const CPLErrorHandlerPusher quiet(CPLQuietErrorHandler);
    DensityPoints all;
    while (const OGRFeatureUniquePtr feature{layer.GetNextFeature()}) {
        const double people = feature->GetFieldAsDouble(column);
        const Result<GroundRings> rings =
            putOn(plane, opened.value().crs, ringsOf(feature->GetGeometryRef()));
        if (!rings) {
            return rings.error();
        }
        const double area = areaOf(rings.value());
        if (!(area > 0.0) || !std::isfinite(people) || people <= 0.0) {
            continue;
        }
        const DensityPoints nodes = groundNodes(rings.value(), spacing);
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            all.eastings.push_back(nodes.eastings[i]);
            all.northings.push_back(nodes.northings[i]);
            all.weights.push_back(people * nodes.weights[i] / area);
        }
    }
    return all;
}

} // namespace gridward
