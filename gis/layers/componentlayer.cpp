// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/layers/componentlayer.h"

#include <qgscategorizedsymbolrenderer.h>
#include <qgscoordinatetransform.h>
#include <qgsexception.h>
#include <qgsfeature.h>
#include <qgslayertree.h>
#include <qgsmapcanvas.h>
#include <qgsmarkersymbol.h>
#include <qgspallabeling.h>
#include <qgsproject.h>
#include <qgstextbuffersettings.h>
#include <qgstextformat.h>
#include <qgsvectorlayer.h>
#include <qgsvectorlayerlabeling.h>

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ComponentLayer)
};

constexpr double kNear = 10'000;     ///< map scale from which components are shown
constexpr double kNamesFrom = 1'500; ///< and their names
constexpr double kMargin = 1.3;      ///< more than the view, so that small movements ask nothing
constexpr int kPause = 200;          ///< milliseconds
const auto kComponents = u"gridward/components"_s;

/** The major classes of components (GB/T 47678.5-2026, table 1). */
struct MajorClass
{
    const char *code;
    const char *label; ///< source text of a translation
    const char *day;
    const char *night;
};
constexpr std::array kMajorClasses{
    MajorClass{"01", QT_TRANSLATE_NOOP("ComponentLayer", "Public utilities"), "#2d6a9f", "#6fb0e6"},
    MajorClass{"02", QT_TRANSLATE_NOOP("ComponentLayer", "Traffic"), "#8a5a00", "#d9a441"},
    MajorClass{"03",
               QT_TRANSLATE_NOOP("ComponentLayer", "Environmental sanitation"),
               "#7a4a8c",
               "#c49bd4"},
    MajorClass{"04", QT_TRANSLATE_NOOP("ComponentLayer", "Greenery"), "#2f7d4f", "#7cc79b"},
    MajorClass{
        "05", QT_TRANSLATE_NOOP("ComponentLayer", "Other components"), "#5b6775", "#a9b4c2"}};

bool contains(const GeoExtent &outer, const GeoExtent &inner)
{
    return outer.west <= inner.west && outer.east >= inner.east && outer.south <= inner.south &&
           outer.north >= inner.north;
}

} // namespace

ComponentLayer::ComponentLayer(QgsProject &project, QgsMapCanvas &canvas, QObject *parent)
    : QObject(parent)
    , mProject(project)
    , mCanvas(canvas)
{
    mPause.setSingleShot(true);
    mPause.setInterval(kPause);
    connect(&mPause, &QTimer::timeout, this, &ComponentLayer::ask);
    connect(&canvas, &QgsMapCanvas::extentsChanged, &mPause, qOverload<>(&QTimer::start));
    connect(project.layerTreeRoot(), &QgsLayerTreeNode::visibilityChanged, &mPause, [this] {
        mPause.start();
    });
}

std::unique_ptr<QgsMapLayer> ComponentLayer::makeLayer()
{
    auto layer = std::make_unique<QgsVectorLayer>(
        u"Point?crs=EPSG:4326&field=code:string&field=name:string&field=major:string"_s,
        u"components"_s,
        u"memory"_s);
    layer->setReadOnly(true);
    layer->setCustomProperty(kComponents, true);
    layer->setScaleBasedVisibility(true);
    layer->setMinimumScale(kNear);
    mLayer = layer.get();
    mAsked.reset();
    return layer;
}

void ComponentLayer::dress(MapTheme theme)
{
    if (mLayer) {
        dressComponentLayer(*mLayer, theme);
    }
}

void ComponentLayer::take(const QList<Component> &components)
{
    if (!mLayer) {
        return;
    }
    QgsFeatureList features;
    features.reserve(components.size());
    for (const Component &component : components) {
        QgsFeature feature;
        feature.setGeometry(QgsGeometry::fromPointXY(
            QgsPointXY(component.place.longitude, component.place.latitude)));
        QgsAttributes attributes;
        attributes.append(component.code);
        attributes.append(component.name);
        attributes.append(component.classCode.left(2));
        feature.setAttributes(attributes);
        features.append(feature);
    }
    mLayer->dataProvider()->truncate();
    mLayer->dataProvider()->addFeatures(features, QgsFeatureSink::FastInsert);
    mLayer->triggerRepaint();
}

void ComponentLayer::askAgain()
{
    mAsked.reset();
    mPause.start();
}

void ComponentLayer::ask()
{
    const QgsLayerTreeLayer *node =
        mLayer ? mProject.layerTreeRoot()->findLayer(mLayer->id()) : nullptr;
    if (node == nullptr || !node->isVisible() || mCanvas.scale() > kNear) {
        return;
    }
    const std::optional<GeoExtent> shown = view();
    if (!shown || (mAsked && contains(*mAsked, *shown))) {
        return;
    }
    const double width = (shown->east - shown->west) * (kMargin - 1.0) / 2.0;
    const double height = (shown->north - shown->south) * (kMargin - 1.0) / 2.0;
    mAsked = GeoExtent{
        shown->west - width, shown->south - height, shown->east + width, shown->north + height};
    emit wanted(*mAsked);
}

std::optional<GeoExtent> ComponentLayer::view() const
{
    try {
        const QgsCoordinateTransform toDegrees(mCanvas.mapSettings().destinationCrs(),
                                               QgsCoordinateReferenceSystem(u"EPSG:4326"_s),
                                               mProject.transformContext());
        const QgsRectangle box = toDegrees.transformBoundingBox(mCanvas.extent());
        return GeoExtent{box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()};
    } catch (const QgsCsException &) {
        return std::nullopt;
    }
}

void dressComponentLayer(QgsMapLayer &layer, MapTheme theme)
{
    auto *vector = qobject_cast<QgsVectorLayer *>(&layer);
    if (vector == nullptr || !layer.customProperty(kComponents).toBool()) {
        return;
    }
    const bool day = theme == MapTheme::Day;
    layer.setName(Words::tr("Components (from 1:10,000)"));
    QgsCategoryList categories;
    for (const MajorClass &major : kMajorClasses) {
        categories.append(QgsRendererCategory(
            QString::fromLatin1(major.code),
            QgsMarkerSymbol::createSimple(
                {{u"name"_s, u"circle"_s},
                 {u"color"_s, QString::fromLatin1(day ? major.day : major.night)},
                 {u"size"_s, u"1.5"_s},
                 {u"outline_color"_s, day ? u"#ffffff"_s : u"#10141b"_s},
                 {u"outline_width"_s, u"0.15"_s}}),
            Words::tr(major.label)));
    }
    vector->setRenderer(new QgsCategorizedSymbolRenderer(u"major"_s, categories));
    QgsTextFormat format;
    format.setFont(QFont(u"Noto Sans CJK SC"_s));
    format.setSize(7);
    format.setColor(day ? QColor(0x3c, 0x46, 0x54) : QColor(0xc3, 0xcc, 0xd9));
    QgsTextBufferSettings halo;
    halo.setEnabled(true);
    halo.setSize(0.6);
    halo.setColor(day ? QColor(255, 255, 255, 220) : QColor(16, 20, 27, 220));
    format.setBuffer(halo);
    QgsPalLayerSettings labels;
    labels.fieldName = u"name"_s;
    labels.setFormat(format);
    labels.priority = 1;
    labels.scaleVisibility = true;
    labels.minimumScale = kNamesFrom;
    vector->setLabeling(new QgsVectorLayerSimpleLabeling(labels));
    vector->setLabelsEnabled(true);
}

} // namespace gridward
