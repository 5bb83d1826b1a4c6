// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/layers/districtlayers.h"

#include "gis/layers/gridlayer.h"
#include "gis/layers/mapink.h"
#include "gis/layers/placesymbols.h"
#include "gis/overlay/caselegend.h"

#include <qgscategorizedsymbolrenderer.h>
#include <qgsfeature.h>
#include <qgsfillsymbol.h>
#include <qgslabelobstaclesettings.h>
#include <qgslinesymbol.h>
#include <qgslinesymbollayer.h>
#include <qgsmaplayerserverproperties.h>
#include <qgsmarkersymbol.h>
#include <qgspallabeling.h>
#include <qgssinglesymbolrenderer.h>
#include <qgssymbollayer.h>
#include <qgstextformat.h>
#include <qgsvectorlayer.h>
#include <qgsvectorlayerlabeling.h>

#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(DistrictLayers)
};

const auto kRole = u"gridward/district_role"_s;
const auto kCases = u"cases"_s;
const auto kPlaces = u"places"_s;
const auto kStreets = u"streets"_s;
const auto kCommunities = u"communities"_s;
const auto kGrids = u"grids"_s;
const auto kRoads = u"roads"_s;
const auto kAreas = u"areas"_s;

std::unique_ptr<QgsVectorLayer>
emptyLayer(const QString &role, const QString &geometry, const QString &fields)
{
    auto layer = std::make_unique<QgsVectorLayer>(
        u"%1?crs=EPSG:4326&%2"_s.arg(geometry, fields), role, u"memory"_s);
    layer->setCustomProperty(kRole, role);
    layer->setReadOnly(true);
    return layer;
}

QgsAttributes attributesOf(std::initializer_list<QVariant> values)
{
    QgsAttributes attributes;
    for (const QVariant &value : values) {
        attributes.append(value);
    }
    return attributes;
}

void addShape(QgsFeatureList &features,
              const QByteArray &wkb,
              std::initializer_list<QVariant> attributes)
{
    QgsGeometry geometry;
    geometry.fromWkb(wkb);
    if (geometry.isNull()) {
        return;
    }
    QgsFeature feature;
    feature.setGeometry(geometry);
    feature.setAttributes(attributesOf(attributes));
    features.append(feature);
}

std::unique_ptr<QgsVectorLayer> divisionLayer(const DistrictPicture &picture, const QString &level)
{
    auto layer = emptyLayer(level == "street"_L1 ? kStreets : kCommunities,
                            u"MultiPolygon"_s,
                            u"field=code:string&field=name:string"_s);
    QgsFeatureList features;
    for (const Division &division : picture.divisions) {
        if (division.level == level) {
            addShape(features, division.outline, {division.code, division.name});
        }
    }
    layer->dataProvider()->addFeatures(features, QgsFeatureSink::FastInsert);
    layer->updateExtents();
    return layer;
}

std::unique_ptr<QgsVectorLayer> gridLayer(const DistrictPicture &picture)
{
    std::unique_ptr<QgsVectorLayer> layer = makeGridLayer(picture);
    layer->setCustomProperty(kRole, kGrids);
    layer->setReadOnly(true);
    return layer;
}

std::unique_ptr<QgsVectorLayer> placeLayer(const DistrictPicture &picture)
{
    auto layer =
        emptyLayer(kPlaces, u"Point"_s, u"field=id:string&field=name:string&field=kind:string"_s);
    QgsFeatureList features;
    for (const KeyPlace &place : picture.keyPlaces) {
        QgsGeometry shape;
        shape.fromWkb(place.shape);
        QgsFeature feature;
        feature.setGeometry(place.isArea ? shape.pointOnSurface() : shape);
        feature.setAttributes(attributesOf({place.id, place.name, place.kind}));
        features.append(feature);
    }
    layer->dataProvider()->addFeatures(features, QgsFeatureSink::FastInsert);
    layer->updateExtents();
    return layer;
}

/** A part of the schematic base map, copied out of its file: small, and then free of it. */
std::unique_ptr<QgsVectorLayer> baseMapLayer(const QString &role,
                                             const QString &path,
                                             const QString &geometry,
                                             const QString &field)
{
    const QgsVectorLayer::LayerOptions options;
    const QgsVectorLayer source(path, role, u"ogr"_s, options);
    if (!source.isValid()) {
        return nullptr;
    }
    auto layer = emptyLayer(role, geometry, u"field=%1:string&field=name:string"_s.arg(field));
    const int key = source.fields().lookupField(field);
    const int name = source.fields().lookupField(u"name"_s);
    QgsFeatureList features;
    QgsFeatureIterator rows = source.getFeatures();
    QgsFeature row;
    while (rows.nextFeature(row)) {
        QgsFeature feature;
        feature.setGeometry(row.geometry());
        feature.setAttributes(attributesOf({row.attribute(key), row.attribute(name)}));
        features.append(feature);
    }
    layer->dataProvider()->addFeatures(features, QgsFeatureSink::FastInsert);
    layer->updateExtents();
    return layer;
}

QgsPalLayerSettings namesIn(const QgsTextFormat &format, int priority)
{
    QgsPalLayerSettings labels;
    labels.fieldName = u"name"_s;
    labels.setFormat(format);
    labels.priority = priority;
    return labels;
}

void setLabels(QgsVectorLayer &layer, const QgsPalLayerSettings &labels)
{
    layer.setLabeling(new QgsVectorLayerSimpleLabeling(labels));
    layer.setLabelsEnabled(true);
}

/** Names, from a scale on (0: always); along lines where the layer has lines. */
void labelBy(QgsVectorLayer &layer, const QgsTextFormat &format, double fromScale, int priority)
{
    QgsPalLayerSettings labels = namesIn(format, priority);
    if (fromScale > 0.0) {
        labels.scaleVisibility = true;
        labels.minimumScale = fromScale;
    }
    if (layer.geometryType() == Qgis::GeometryType::Line) {
        labels.placement = Qgis::LabelPlacement::Curved;
        labels.lineSettings().setMergeLines(true);
    }
    setLabels(layer, labels);
}

/** Inside; where it has no room beside the district, or not at all: never in another street. */
void labelStreets(QgsVectorLayer &layer, const QgsTextFormat &format)
{
    constexpr int kPriority = 10;
    constexpr double kOfAnother = 4.0; // at 1, QGIS's own, some stood in the next street
    QgsPalLayerSettings labels = namesIn(format, kPriority);
    labels.placement = Qgis::LabelPlacement::Horizontal;
    labels.setPolygonPlacementFlags(
        Qgis::LabelPolygonPlacementFlag::AllowPlacementInsideOfPolygon |
        Qgis::LabelPolygonPlacementFlag::AllowPlacementOutsideOfPolygon);
    QgsLabelObstacleSettings others;
    others.setIsObstacle(true);
    others.setFactor(kOfAnother);
    others.setType(QgsLabelObstacleSettings::ObstacleType::PolygonInterior);
    labels.setObstacleSettings(others);
    setLabels(layer, labels);
}

std::unique_ptr<QgsSymbol> border(const QString &color, double width, const QString &style)
{
    return std::unique_ptr<QgsSymbol>(
        QgsFillSymbol::createSimple({{u"style"_s, u"no"_s},
                                     {u"outline_color"_s, color},
                                     {u"outline_width"_s, QString::number(width)},
                                     {u"outline_style"_s, style}}));
}

struct Category
{
    const char *value;
    const char *label; ///< source text of a translation
    Ink ink;
    const char *shape = nullptr; ///< of markers
    double size = 0.0;
};

constexpr double kCasing = 0.15; ///< millimetres on each side of a road

constexpr std::array kRoadClasses{Category{"hutong",
                                           QT_TRANSLATE_NOOP("DistrictLayers", "Lanes"),
                                           {"#ffffff", "#2b3340"},
                                           nullptr,
                                           0.25},
                                  Category{"branch",
                                           QT_TRANSLATE_NOOP("DistrictLayers", "Branch roads"),
                                           {"#ffffff", "#323c4b"},
                                           nullptr,
                                           0.5},
                                  Category{"secondary",
                                           QT_TRANSLATE_NOOP("DistrictLayers", "Secondary roads"),
                                           {"#fdf3cf", "#3d4758"},
                                           nullptr,
                                           0.8},
                                  Category{"arterial",
                                           QT_TRANSLATE_NOOP("DistrictLayers", "Arterial roads"),
                                           {"#f8dc9a", "#4a5468"},
                                           nullptr,
                                           1.1},
                                  Category{"expressway",
                                           QT_TRANSLATE_NOOP("DistrictLayers", "Expressways"),
                                           {"#eeb866", "#5e6880"},
                                           nullptr,
                                           1.5}};

constexpr std::array kAreaKinds{
    Category{"block", QT_TRANSLATE_NOOP("DistrictLayers", "Blocks"), {"#ebedf1", "#1a212c"}},
    Category{"park", QT_TRANSLATE_NOOP("DistrictLayers", "Parks"), {"#d3e8cf", "#1d3328"}},
    Category{"water", QT_TRANSLATE_NOOP("DistrictLayers", "Water"), {"#bcd9f0", "#1b3550"}}};

template <std::size_t N>
void categorize(QgsVectorLayer &layer,
                const QString &field,
                const std::array<Category, N> &categories,
                const std::function<std::unique_ptr<QgsSymbol>(const Category &)> &symbol)
{
    QgsCategoryList list;
    for (const Category &category : categories) {
        list.append(QgsRendererCategory(QString::fromLatin1(category.value),
                                        symbol(category).release(),
                                        Words::tr(category.label)));
    }
    layer.setRenderer(new QgsCategorizedSymbolRenderer(field, list));
}

/** A light line with a dark edge: white roads would be lost on white, in the legend above all. */
std::unique_ptr<QgsSymbol> casedLine(const Category &category, int rank, MapTheme theme)
{
    const Ink casing{"#949eab", "#5b677a"};
    const auto line = [&](const QString &color, double width, int pass) {
        auto part = std::make_unique<QgsSimpleLineSymbolLayer>(QColor(color), width);
        part->setPenCapStyle(Qt::RoundCap);
        part->setPenJoinStyle(Qt::RoundJoin);
        part->setRenderingPass(pass);
        return part.release();
    };
    // All edges lie under all roads, so that crossings are open.
    return std::make_unique<QgsLineSymbol>(
        QgsSymbolLayerList{line(casing.in(theme), category.size + 2.0 * kCasing, 0),
                           line(category.ink.in(theme), category.size, rank + 1)});
}

void dressRoads(QgsVectorLayer &layer, MapTheme theme)
{
    int rank = 0;
    categorize(layer, u"class"_s, kRoadClasses, [&](const Category &category) {
        return casedLine(category, rank++, theme);
    });
    static_cast<QgsCategorizedSymbolRenderer *>(layer.renderer())->setUsingSymbolLevels(true);
    labelBy(layer, textFormat(theme, 7.5, QFont::Normal, {"#6b7480", "#98a2b3"}), 9'000.0, 2);
}

void dressAreas(QgsVectorLayer &layer, MapTheme theme)
{
    // By night a block has the colour of the panel that its legend stands on.
    const Ink rim{"#a3acb8", "#5d6b81"};
    categorize(layer, u"kind"_s, kAreaKinds, [&](const Category &category) {
        return std::unique_ptr<QgsSymbol>(
            QgsFillSymbol::createSimple({{u"color"_s, category.ink.in(theme)},
                                         {u"outline_color"_s, rim.in(theme)},
                                         {u"outline_width"_s, u"0.2"_s}}));
    });
    labelBy(layer, textFormat(theme, 8.5, QFont::Normal, {"#3f7d4e", "#7fb98e"}), 40'000.0, 3);
}

QString nameOf(const QString &role)
{
    static const QHash<QString, const char *> names{
        {kCases, QT_TRANSLATE_NOOP("DistrictLayers", "Open cases")},
        {kPlaces, QT_TRANSLATE_NOOP("DistrictLayers", "Key locations and areas")},
        {kStreets, QT_TRANSLATE_NOOP("DistrictLayers", "Streets")},
        {kCommunities, QT_TRANSLATE_NOOP("DistrictLayers", "Communities")},
        {kGrids, QT_TRANSLATE_NOOP("DistrictLayers", "Unit grids")},
        {kRoads, QT_TRANSLATE_NOOP("DistrictLayers", "Schematic road network")},
        {kAreas, QT_TRANSLATE_NOOP("DistrictLayers", "Schematic blocks and parks")}};
    return names.contains(role) ? Words::tr(names.value(role)) : role;
}

QgsVectorLayer *layerOf(const QList<QgsMapLayer *> &layers, const QString &role)
{
    for (QgsMapLayer *layer : layers) {
        if (layer->customProperty(kRole).toString() == role) {
            return qobject_cast<QgsVectorLayer *>(layer);
        }
    }
    return nullptr;
}

} // namespace

std::vector<std::unique_ptr<QgsMapLayer>> makeDistrictLayers(const DistrictPicture &picture)
{
    std::vector<std::unique_ptr<QgsMapLayer>> layers;
    const auto keep = [&](std::unique_ptr<QgsVectorLayer> layer) {
        if (layer && layer->featureCount() > 0) {
            layers.push_back(std::move(layer));
        }
    };
    layers.push_back(emptyLayer(kCases, u"Point"_s, u"field=level:string"_s));
    keep(placeLayer(picture));
    keep(divisionLayer(picture, u"street"_s));
    keep(divisionLayer(picture, u"community"_s));
    keep(gridLayer(picture));
    if (!picture.baseMapFolder.isEmpty()) {
        keep(baseMapLayer(kRoads,
                          picture.baseMapFolder + u"/schematic-roads.geojson"_s,
                          u"LineString"_s,
                          u"class"_s));
        keep(baseMapLayer(kAreas,
                          picture.baseMapFolder + u"/schematic-areas.geojson"_s,
                          u"Polygon"_s,
                          u"kind"_s));
    }
    return layers;
}

bool refillDistrictLayers(const QList<QgsMapLayer *> &layers, DistrictPicture picture)
{
    picture.baseMapFolder.clear(); // the base map does not change
    const std::vector<std::unique_ptr<QgsMapLayer>> fresh = makeDistrictLayers(picture);
    QList<std::pair<QgsVectorLayer *, const QgsVectorLayer *>> pairs;
    for (const std::unique_ptr<QgsMapLayer> &source : fresh) {
        const auto found = std::ranges::find_if(layers, [&](const QgsMapLayer *layer) {
            return layer->customProperty(kRole) == source->customProperty(kRole);
        });
        if (found == layers.end()) {
            return false;
        }
        pairs.append({qobject_cast<QgsVectorLayer *>(*found),
                      qobject_cast<const QgsVectorLayer *>(source.get())});
    }
    for (const auto &[target, source] : pairs) {
        QgsFeatureList features;
        QgsFeatureIterator rows = source->getFeatures();
        QgsFeature row;
        while (rows.nextFeature(row)) {
            features.append(row);
        }
        target->dataProvider()->truncate();
        target->dataProvider()->addFeatures(features, QgsFeatureSink::FastInsert);
        target->updateExtents();
        target->triggerRepaint();
    }
    // What had something and has nothing now has no layer among the fresh ones.
    for (const QString &role : {kPlaces, kStreets, kCommunities, kGrids}) {
        QgsVectorLayer *target = layerOf(layers, role);
        const bool filled =
            std::ranges::any_of(pairs, [target](const auto &pair) { return pair.first == target; });
        if (target != nullptr && !filled) {
            target->dataProvider()->truncate();
            target->updateExtents();
            target->triggerRepaint();
        }
    }
    return true;
}

QString districtRole(const QgsMapLayer &layer)
{
    return layer.customProperty(kRole).toString();
}

void dressDistrictLayer(QgsMapLayer &layer, MapTheme theme)
{
    auto *vector = qobject_cast<QgsVectorLayer *>(&layer);
    const QString role = layer.customProperty(kRole).toString();
    if (vector == nullptr || role.isEmpty()) {
        return;
    }
    layer.setName(nameOf(role));
    if (role == kGrids) {
        dressGridLayer(*vector, theme);
    } else if (role == kCases) {
        dressCaseLegend(*vector, theme);
    } else if (role == kRoads) {
        layer.serverProperties()->setAttribution(Words::tr("Schematic road network, not surveyed"));
        dressRoads(*vector, theme);
    } else if (role == kAreas) {
        dressAreas(*vector, theme);
    } else if (role == kStreets) {
        const Ink ink{"#3a4656", "#c3ccd9"};
        vector->setRenderer(
            new QgsSingleSymbolRenderer(border(ink.in(theme), 0.6, u"solid"_s).release()));
        labelStreets(*vector, textFormat(theme, 11, QFont::Bold, ink));
    } else if (role == kCommunities) {
        const Ink ink{"#66707e", "#8e98a8"};
        vector->setRenderer(
            new QgsSingleSymbolRenderer(border(ink.in(theme), 0.35, u"dash"_s).release()));
        labelBy(*vector, textFormat(theme, 8.5, QFont::Medium, ink), 22'000.0, 6);
    } else if (role == kPlaces) {
        dressKeyPlaces(*vector, theme);
        labelBy(
            *vector, textFormat(theme, 7.5, QFont::Normal, {"#4a5563", "#b4bdca"}), 10'000.0, 4);
    }
    layer.triggerRepaint();
}

QgsVectorLayer *openCaseLayer(const QList<QgsMapLayer *> &layers)
{
    return layerOf(layers, kCases);
}

QgsVectorLayer *keyPlaceLayer(const QList<QgsMapLayer *> &layers)
{
    return layerOf(layers, kPlaces);
}

} // namespace gridward
