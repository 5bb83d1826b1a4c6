// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/map/layerextent.h"

#include <qgscoordinatetransform.h>
#include <qgsexception.h>
#include <qgsmaplayer.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

/** Web Mercator ends here; what lies beyond would stretch the extent to infinity. */
QgsRectangle withinMercator(const QgsRectangle &degrees)
{
    const auto longitude = [](double value) { return std::clamp(value, -180.0, 180.0); };
    const auto latitude = [](double value) { return std::clamp(value, -85.06, 85.06); };
    return QgsRectangle(longitude(degrees.xMinimum()),
                        latitude(degrees.yMinimum()),
                        longitude(degrees.xMaximum()),
                        latitude(degrees.yMaximum()));
}

} // namespace

QgsRectangle extentOf(const QList<QgsMapLayer *> &layers, const QgsProject &project)
{
    QgsRectangle all;
    const QgsCoordinateReferenceSystem degrees(u"EPSG:4326"_s);
    for (const QgsMapLayer *layer : layers) {
        if (layer == nullptr || layer->extent().isEmpty()) {
            // A single point has an empty extent, but a place.
            if (layer == nullptr || layer->extent().isNull() || !layer->extent().isFinite()) {
                continue;
            }
        }
        try {
            const QgsCoordinateTransform toDegrees(
                layer->crs(), degrees, project.transformContext());
            const QgsRectangle onEarth =
                withinMercator(toDegrees.transformBoundingBox(layer->extent()));
            const QgsCoordinateTransform toMap(degrees, project.crs(), project.transformContext());
            all.combineExtentWith(toMap.transformBoundingBox(onEarth));
        } catch (const QgsCsException &) {
            continue; // that layer says nothing useful about where to look
        }
    }
    return all;
}

std::optional<QgsRectangle>
framedExtentOf(const QList<QgsMapLayer *> &layers, const QgsProject &project, bool already)
{
    QgsRectangle extent = extentOf(layers, project);
    if (extent.isNull() || !extent.isFinite()) {
        if (already) {
            return std::nullopt; // nothing to go to: stay
        }
        extent = QgsRectangle(-2.0e7, -2.0e7, 2.0e7, 2.0e7); // the whole earth
    }
    if (extent.width() < 1.0 && extent.height() < 1.0) {
        extent.grow(250.0); // a single place: show its surroundings
    }
    extent.scale(1.06);
    return extent;
}

QList<QgsMapLayer *> areaLayersOf(const QList<QgsMapLayer *> &layers)
{
    QList<QgsMapLayer *> areas;
    for (QgsMapLayer *layer : layers) {
        const auto *vector = qobject_cast<const QgsVectorLayer *>(layer);
        if (vector != nullptr && vector->geometryType() == Qgis::GeometryType::Polygon) {
            areas.append(layer);
        }
    }
    return areas.isEmpty() ? layers : areas;
}

} // namespace gridward
