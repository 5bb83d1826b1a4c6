// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/map/nameroom.h"

#include "gis/map/mapcanvas.h"
#include "gis/overlay/caseoverlay.h"

#include <qgslabelobstaclesettings.h>
#include <qgslayertree.h>
#include <qgsmarkersymbol.h>
#include <qgspallabeling.h>
#include <qgsproject.h>
#include <qgsproperty.h>
#include <qgssinglesymbolrenderer.h>
#include <qgsvectorlayer.h>
#include <qgsvectorlayerlabeling.h>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr qint64 kPause = 60'000;   ///< ms, while the view is the same
constexpr double kStill = 0.3;      ///< of its reach: nearer, a symbol is where it was
constexpr double kDear = 8.0;       ///< of 0 to 10; at 10 QGIS leaves out the name altogether
constexpr std::size_t kMost = 1000; ///< a map of more symbols than that has no room for names

} // namespace

NameRoom::NameRoom(QgsProject &project, MapCanvas &canvas, CaseOverlay &overlay)
    : mProject(project)
    , mCanvas(canvas)
    , mOverlay(overlay)
{
}

bool NameRoom::renew()
{
    const QgsRectangle view = mCanvas.extent();
    if (mProject.count() == 0 || (view == mView && mSince.isValid() && mSince.elapsed() < kPause)) {
        return false;
    }
    std::vector<Obstacle> now = obstacles();
    if (view == mView && isAsBefore(now)) {
        return false;
    }
    mView = view;
    mSince.start();
    const bool wereNone = mObstacles.empty();
    mObstacles = std::move(now);
    if (wereNone && mObstacles.empty()) {
        return false;
    }
    addLayer();
    fill();
    mCanvas.renderAgain();
    return true;
}

std::vector<NameRoom::Obstacle> NameRoom::obstacles() const
{
    std::vector<Obstacle> found;
    const QgsRectangle view = mCanvas.extent();
    const double magnified = mOverlay.magnification();
    for (const ClusterSymbol &symbol : mOverlay.symbols()) {
        if (view.contains(symbol.x, symbol.y)) {
            found.push_back({symbol.x, symbol.y, symbol.radius * magnified});
        }
    }
    if (found.size() > kMost) {
        found.clear();
    }
    return found;
}

bool NameRoom::isAsBefore(const std::vector<Obstacle> &now) const
{
    const double pixel = mCanvas.mapUnitsPerPixel();
    return now.size() == mObstacles.size() && std::ranges::all_of(now, [&](const Obstacle &one) {
               return std::ranges::any_of(mObstacles, [&](const Obstacle &before) {
                   const double still = kStill * one.reach * pixel;
                   return std::abs(one.x - before.x) < still && std::abs(one.y - before.y) < still;
               });
           });
}

void NameRoom::addLayer()
{
    if (mLayer) {
        return;
    }
    auto *layer =
        new QgsVectorLayer(u"Point?crs=%1&field=across:double"_s.arg(mProject.crs().authid()),
                           u"names"_s,
                           u"memory"_s);
    layer->setFlags(layer->flags() | QgsMapLayer::Private);
    std::unique_ptr<QgsMarkerSymbol> unseen(
        QgsMarkerSymbol::createSimple({{u"name"_s, u"circle"_s}}));
    unseen->setOpacity(0.0);
    unseen->setSizeUnit(Qgis::RenderUnit::Pixels);
    unseen->setDataDefinedSize(QgsProperty::fromField(u"across"_s));
    layer->setRenderer(new QgsSingleSymbolRenderer(unseen.release()));
    QgsPalLayerSettings keepClear;
    keepClear.drawLabels = false;
    QgsLabelObstacleSettings obstacle;
    obstacle.setIsObstacle(true);
    obstacle.setFactor(kDear);
    keepClear.setObstacleSettings(obstacle);
    layer->setLabeling(new QgsVectorLayerSimpleLabeling(keepClear));
    layer->setLabelsEnabled(true);
    mLayer = layer;
    mProject.addMapLayer(layer, false); // the project owns it from here
    mProject.layerTreeRoot()->addLayer(layer);
}

void NameRoom::fill()
{
    QgsFeatureList features;
    for (const Obstacle &one : mObstacles) {
        QgsFeature feature;
        feature.setGeometry(QgsGeometry::fromPointXY({one.x, one.y}));
        QgsAttributes across;
        across.append(2.0 * one.reach);
        feature.setAttributes(across);
        features.append(feature);
    }
    mLayer->dataProvider()->truncate();
    mLayer->dataProvider()->addFeatures(features, QgsFeatureSink::FastInsert);
    mLayer->updateExtents();
    mLayer->triggerRepaint();
}

} // namespace gridward
