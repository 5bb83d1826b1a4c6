// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/basemap/basemaps.h"

#include "gis/basemap/basemaploader.h"
#include "gis/basemap/gcjshift.h"
#include "gis/layers/districtlayers.h"
#include "gis/layers/gridlayer.h"

#include <qgsbrightnesscontrastfilter.h>
#include <qgscoordinatetransform.h>
#include <qgsexception.h>
#include <qgshuesaturationfilter.h>
#include <qgslayertree.h>
#include <qgsproject.h>
#include <qgsrasterlayer.h>
#include <qgsvectorlayer.h>

#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

const auto kBaseMap = u"gridward/base_map"_s; ///< "wgs84" or "gcj02"
constexpr int kNightBrightness = -110;
constexpr int kNightSaturation = -45;

GeoExtent extentOf(const QgsRectangle &degrees)
{
    return {degrees.xMinimum(), degrees.yMinimum(), degrees.xMaximum(), degrees.yMaximum()};
}

} // namespace

void dressBaseMap(QgsMapLayer &layer, MapTheme theme)
{
    auto *raster = qobject_cast<QgsRasterLayer *>(&layer);
    if (raster == nullptr || layer.customProperty(kBaseMap).toString().isEmpty()) {
        return;
    }
    const bool night = theme == MapTheme::Night;
    raster->brightnessFilter()->setBrightness(night ? kNightBrightness : 0);
    raster->hueSaturationFilter()->setSaturation(night ? kNightSaturation : 0);
    raster->triggerRepaint();
}

BaseMaps::BaseMaps(QgsProject &project)
    : mProject(project)
{
}

BaseMaps::~BaseMaps()
{
    for (const QPointer<BaseMapLoader> &loader : std::as_const(mLoaders)) {
        if (loader) {
            loader->disconnect(this);
            loader->cancel();
            loader->waitUntilStopped();
        }
    }
}

void BaseMaps::add(const BaseMapOrder &order)
{
    std::optional<GeoPoint> middle;
    if (const std::optional<GeoExtent> known = area()) {
        middle = GeoPoint{std::midpoint(known->west, known->east),
                          std::midpoint(known->south, known->north)};
    }
    auto *loader = new BaseMapLoader(order, middle, mProject.transformContext()); // owns itself
    mLoaders.append(loader);
    connect(loader, &BaseMapLoader::loaded, this, [this, loader] { take(loader); });
    loader->start();
}

std::optional<GeoExtent> BaseMaps::area() const
{
    if (const QgsVectorLayer *grids = findGridLayer(mProject)) {
        return extentOf(grids->extent()); // kept in EPSG:4326
    }
    QgsRectangle all;
    for (const QgsMapLayer *layer : mProject.mapLayers()) {
        if (!layer->customProperty(kBaseMap).toString().isEmpty() || layer->extent().isNull()) {
            continue;
        }
        try {
            const QgsCoordinateTransform toDegrees(layer->crs(),
                                                   QgsCoordinateReferenceSystem(u"EPSG:4326"_s),
                                                   mProject.transformContext());
            all.combineExtentWith(toDegrees.transformBoundingBox(layer->extent()));
        } catch (const QgsCsException &) {
            continue; // says nothing about where on earth it is
        }
    }
    return all.isNull() || !all.isFinite() ? std::nullopt : std::optional(extentOf(all));
}

Result<QString> BaseMaps::shift(QgsRasterLayer &layer) const
{
    const std::optional<GeoExtent> known = area();
    if (!known) {
        return Error{ErrorCode::Refused,
                     tr("“%1” is in GCJ-02, whose shift differs from place to place. Open a "
                        "district or a map file first, then add it again.")
                         .arg(layer.name()),
                     {}};
    }
    const GcjShift found = gcjShift(*known);
    if (!found.isExactEnough()) {
        return Error{ErrorCode::Refused,
                     tr("“%1” is in GCJ-02, whose shift differs by up to %2 m within this area; it "
                        "would lie wrong. Take a base map in WGS 84 or CGCS2000.")
                         .arg(layer.name())
                         .arg(std::ceil(found.error)),
                     {}};
    }
    layer.setCrs(QgsCoordinateReferenceSystem::fromProj(shiftedMercator(found)));
    return tr("“%1” is in GCJ-02; it is shifted by %2 m here, exact to %3 m.")
        .arg(layer.name())
        .arg(std::round(found.length))
        .arg(std::ceil(found.error));
}

void BaseMaps::take(BaseMapLoader *loader)
{
    mLoaders.removeAll(loader);
    LoadReport report;
    std::unique_ptr<QgsRasterLayer> layer = loader->takeLayer();
    if (!layer) {
        report.refused.append(loader->error());
        emit added(nullptr, report);
        return;
    }
    const bool shifted = loader->order().gcj02;
    layer->setCustomProperty(kBaseMap, shifted ? u"gcj02"_s : u"wgs84"_s);
    if (shifted) {
        const bool mercator = layer->crs() == QgsCoordinateReferenceSystem(u"EPSG:3857"_s);
        const Result<QString> moved =
            mercator ? shift(*layer)
                     : Error{ErrorCode::Unsupported,
                             tr("“%1” is in GCJ-02 and not in web Mercator (EPSG:3857); only such "
                                "a map can be shifted.")
                                 .arg(layer->name()),
                             layer->crs().authid()};
        if (!moved) {
            report.refused.append(moved.error());
            emit added(nullptr, report);
            return;
        }
        report.assumptions.append(moved.value());
    }
    report.layers.append(layer->name());
    QgsMapLayer *shown = mProject.addMapLayer(layer.release(), false); // the project owns it
    mProject.layerTreeRoot()->addLayer(shown);
    for (QgsLayerTreeLayer *node : mProject.layerTreeRoot()->findLayers()) {
        const QString role = node->layer() == nullptr ? QString() : districtRole(*node->layer());
        if (role == "roads"_L1 || role == "areas"_L1) {
            node->setItemVisibilityChecked(false); // they would hide it, and it shows more
        }
    }
    emit added(shown, report);
}

LoadReport BaseMaps::follow()
{
    LoadReport report;
    for (QgsMapLayer *layer : mProject.mapLayers()) {
        const QString system = layer->customProperty(kBaseMap).toString();
        auto *raster = qobject_cast<QgsRasterLayer *>(layer);
        if (raster == nullptr || system.isEmpty()) {
            continue;
        }
        moveToBottom(*layer);
        if (system == "gcj02"_L1) {
            if (const Result<QString> moved = shift(*raster); !moved) {
                report.refused.append(moved.error());
                mProject.removeMapLayer(layer);
            }
        }
    }
    return report;
}

void BaseMaps::moveToBottom(const QgsMapLayer &layer)
{
    QgsLayerTree *root = mProject.layerTreeRoot();
    QgsLayerTreeLayer *node = root->findLayer(layer.id());
    if (node != nullptr && root->children().last() != node) {
        auto *parent = static_cast<QgsLayerTreeGroup *>(node->parent());
        root->addChildNode(node->clone());
        parent->removeChildNode(node);
    }
}

} // namespace gridward
