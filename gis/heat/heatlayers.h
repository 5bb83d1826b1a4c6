// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/heat/heatsurface.h"
#include "models/service/districtpicture.h"
#include "models/service/mapport.h"

#include <memory>
#include <vector>

class QgsCoordinateReferenceSystem;
class QgsMapLayer;
class QgsRectangle;
class QgsVectorLayer;

namespace gridward {

/** Where the layers of a heat map lie, from above: borders, the surface, the schematic ground. */
enum class HeatLayerPlace { Border, Ground };

struct HeatLayer
{
    HeatLayerPlace place;
    std::unique_ptr<QgsMapLayer> layer;
};

/**
 * Outlines of district, streets, communities and grids and, of a demo, its schematic ground;
 * top-most first, EPSG:4326. Memory layers, fed by value: QGIS never opens the store. GUI thread.
 */
[[nodiscard]] std::vector<HeatLayer> makeGroundLayers(const DistrictPicture &picture);

/** All for paper, top-most first: borders, the surface, the schematic ground. GUI thread. */
[[nodiscard]] std::vector<std::unique_ptr<QgsMapLayer>>
layersForPaper(const DistrictPicture &picture, std::unique_ptr<QgsMapLayer> surface);

/** Symbols and labels of such a layer; anything else stays as it is. */
void dressGroundLayer(QgsMapLayer &layer, MapTheme theme);

/** The layer of streets among such; null if there is none. */
[[nodiscard]] QgsVectorLayer *
streetLayerAmong(const std::vector<std::unique_ptr<QgsMapLayer>> &layers);

/** The surface in a raster file, undressed; null if GDAL cannot open it. GUI thread. */
[[nodiscard]] std::unique_ptr<QgsMapLayer> makeSurfaceLayer(const QString &path);

/** Colours of the surface: those of the stops, mixed evenly between them. */
void dressSurfaceLayer(QgsMapLayer &layer, const QList<HeatStop> &stops);

/** The district as WKB of EPSG:4326; empty if its border is not known. */
[[nodiscard]] QByteArray districtOutline(const DistrictPicture &picture);

/** The box around the outlines; nothing if there are none. */
[[nodiscard]] std::optional<GeoExtent> extentOf(const DistrictPicture &picture);
/** The box around it on a plane; null where the plane has no place for it. */
[[nodiscard]] QgsRectangle inPlane(const GeoExtent &extent,
                                   const QgsCoordinateReferenceSystem &plane);

/** Who must be named for the schematic ground; empty without one. */
[[nodiscard]] QString groundAttribution(const DistrictPicture &picture);

} // namespace gridward
