// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/layers/districtlayers.h"

#include <qgscategorizedsymbolrenderer.h>
#include <qgsfeature.h>
#include <qgsfillsymbol.h>
#include <qgslinesymbol.h>
#include <qgslinesymbollayer.h>
#include <qgsmaplayerserverproperties.h>
#include <qgsmarkersymbol.h>
#include <qgspallabeling.h>
#include <qgssinglesymbolrenderer.h>
#include <qgssymbollayer.h>
#include <qgstextbuffersettings.h>
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

/** One colour by day and one by night. */
struct Ink
{
    const char *day;
    const char *night;

    [[nodiscard]] QString in(MapTheme theme) const
    {
        return QString::fromLatin1(theme == MapTheme::Day ? day : night);
    }
};

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
    auto layer =
        emptyLayer(kGrids,
                   u"MultiPolygon"_s,
                   u"field=code:string&field=name:string&field=type:string&field=level:string"_s);
    QgsFeatureList features;
    for (const UnitGrid &grid : picture.grids) {
        addShape(features, grid.outline, {grid.code, grid.name, toId(grid.type), toId(grid.level)});
    }
    layer->dataProvider()->addFeatures(features, QgsFeatureSink::FastInsert);
    layer->updateExtents();
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

/** Nothing for a case that has ended or that nobody said the place of. */
std::optional<QgsFeature> featureOf(const Case &subject)
{
    if (!isOpen(subject.state) || !subject.place) {
        return std::nullopt;
    }
    QgsFeature feature;
    feature.setGeometry(
        QgsGeometry::fromPointXY(QgsPointXY(subject.place->longitude, subject.place->latitude)));
    feature.setAttributes(attributesOf({subject.id.toText(),
                                        subject.number,
                                        toId(subject.level),
                                        toId(subject.state),
                                        subject.text}));
    return feature;
}

std::unique_ptr<QgsVectorLayer> caseLayer(const DistrictPicture &picture)
{
    auto layer = emptyLayer(kCases,
                            u"Point"_s,
                            u"field=id:string&field=number:string&field=level:string&"
                            "field=state:string&field=text:string"_s);
    QgsFeatureList features;
    // The newest last, so that it lies on top.
    for (auto subject = picture.openCases.crbegin(); subject != picture.openCases.crend();
         ++subject) {
        if (const std::optional<QgsFeature> feature = featureOf(*subject)) {
            features.append(*feature);
        }
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

QgsTextFormat textFormat(MapTheme theme, double size, int weight, const Ink &ink)
{
    QFont font(u"Noto Sans CJK SC"_s);
    font.setWeight(static_cast<QFont::Weight>(weight));
    QgsTextBufferSettings halo;
    halo.setEnabled(true);
    halo.setSize(0.7);
    halo.setColor(theme == MapTheme::Day ? QColor(255, 255, 255, 220) : QColor(16, 20, 27, 220));
    QgsTextFormat format;
    format.setFont(font);
    format.setSize(size);
    format.setColor(QColor(ink.in(theme)));
    format.setBuffer(halo);
    return format;
}

/** Names, from a scale on (0: always); along lines where the layer has lines. */
void labelBy(QgsVectorLayer &layer, const QgsTextFormat &format, double fromScale, int priority)
{
    QgsPalLayerSettings labels;
    labels.fieldName = u"name"_s;
    labels.setFormat(format);
    labels.priority = priority;
    if (fromScale > 0.0) {
        labels.scaleVisibility = true;
        labels.minimumScale = fromScale;
    }
    if (layer.geometryType() == Qgis::GeometryType::Line) {
        labels.placement = Qgis::LabelPlacement::Curved;
        labels.lineSettings().setMergeLines(true);
    }
    layer.setLabeling(new QgsVectorLayerSimpleLabeling(labels));
    layer.setLabelsEnabled(true);
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

/** The four types of grids (SEED-008). */
constexpr std::array kGridTypes{
    Category{
        "residential", QT_TRANSLATE_NOOP("DistrictLayers", "Residential"), {"#3b78c2", "#5b93d6"}},
    Category{"business",
             QT_TRANSLATE_NOOP("DistrictLayers", "Commercial and business"),
             {"#d98a2b", "#e0a050"}},
    Category{"enterprise",
             QT_TRANSLATE_NOOP("DistrictLayers", "Firms and institutions"),
             {"#3f9a7a", "#5bb894"}},
    Category{
        "crowded", QT_TRANSLATE_NOOP("DistrictLayers", "Crowded places"), {"#9b5fb5", "#b57fd0"}}};

/** The four levels: a colour, a shape and a word each, for eyes that see fewer colours. */
constexpr std::array kCaseLevels{
    Category{
        "blue", QT_TRANSLATE_NOOP("DistrictLayers", "Blue"), {"#1f5fbf", "#5aa0ff"}, "circle", 1.7},
    Category{"yellow",
             QT_TRANSLATE_NOOP("DistrictLayers", "Yellow"),
             {"#f2c200", "#ffd84d"},
             "triangle",
             2.6},
    Category{"orange",
             QT_TRANSLATE_NOOP("DistrictLayers", "Orange"),
             {"#ef7d00", "#ff9d3c"},
             "diamond",
             3.4},
    Category{
        "red", QT_TRANSLATE_NOOP("DistrictLayers", "Red"), {"#d31f2b", "#ff4d57"}, "square", 3.8}};

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

void dressGrids(QgsVectorLayer &layer, MapTheme theme)
{
    categorize(layer, u"type"_s, kGridTypes, [&](const Category &category) {
        QColor fill(category.ink.in(theme));
        const QString rim = fill.name();
        return std::unique_ptr<QgsSymbol>(
            QgsFillSymbol::createSimple({{u"color"_s,
                                          u"%1,%2,%3,%4"_s.arg(fill.red())
                                              .arg(fill.green())
                                              .arg(fill.blue())
                                              .arg(theme == MapTheme::Day ? 48 : 40)},
                                         {u"outline_color"_s, rim + u"a0"_s},
                                         {u"outline_width"_s, u"0.2"_s}}));
    });
}

void dressCases(QgsVectorLayer &layer, MapTheme theme)
{
    categorize(layer, u"level"_s, kCaseLevels, [&](const Category &category) {
        return std::unique_ptr<QgsSymbol>(QgsMarkerSymbol::createSimple(
            {{u"name"_s, QString::fromLatin1(category.shape)},
             {u"color"_s, category.ink.in(theme)},
             {u"size"_s, QString::number(category.size)},
             {u"outline_color"_s, theme == MapTheme::Day ? u"#ffffff"_s : u"#10141b"_s},
             {u"outline_width"_s, u"0.25"_s}}));
    });
    // Red over orange over yellow over blue.
    auto *renderer = static_cast<QgsCategorizedSymbolRenderer *>(layer.renderer());
    renderer->setUsingSymbolLevels(true);
    for (int i = 0; i < renderer->categories().size(); ++i) {
        std::unique_ptr<QgsSymbol> symbol(renderer->categories().at(i).symbol()->clone());
        symbol->symbolLayer(0)->setRenderingPass(i);
        renderer->updateCategorySymbol(i, symbol.release());
    }
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

} // namespace

std::vector<std::unique_ptr<QgsMapLayer>> makeDistrictLayers(const DistrictPicture &picture)
{
    std::vector<std::unique_ptr<QgsMapLayer>> layers;
    const auto keep = [&](std::unique_ptr<QgsVectorLayer> layer) {
        if (layer && layer->featureCount() > 0) {
            layers.push_back(std::move(layer));
        }
    };
    layers.push_back(caseLayer(picture)); // also while there is no case: one may come
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
    return true;
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
        dressGrids(*vector, theme);
    } else if (role == kCases) {
        dressCases(*vector, theme);
    } else if (role == kRoads) {
        layer.serverProperties()->setAttribution(Words::tr("Schematic road network, not surveyed"));
        dressRoads(*vector, theme);
    } else if (role == kAreas) {
        dressAreas(*vector, theme);
    } else if (role == kStreets) {
        const Ink ink{"#3a4656", "#c3ccd9"};
        vector->setRenderer(
            new QgsSingleSymbolRenderer(border(ink.in(theme), 0.6, u"solid"_s).release()));
        labelBy(*vector, textFormat(theme, 11, QFont::Bold, ink), 0.0, 10);
    } else if (role == kCommunities) {
        const Ink ink{"#66707e", "#8e98a8"};
        vector->setRenderer(
            new QgsSingleSymbolRenderer(border(ink.in(theme), 0.35, u"dash"_s).release()));
        labelBy(*vector, textFormat(theme, 8.5, QFont::Medium, ink), 22'000.0, 6);
    } else if (role == kPlaces) {
        vector->setRenderer(new QgsSingleSymbolRenderer(QgsMarkerSymbol::createSimple(
            {{u"name"_s, u"pentagon"_s},
             {u"color"_s, theme == MapTheme::Day ? u"#5b6775"_s : u"#aab4c2"_s},
             {u"size"_s, u"1.9"_s},
             {u"outline_color"_s, theme == MapTheme::Day ? u"#ffffff"_s : u"#10141b"_s},
             {u"outline_width"_s, u"0.2"_s}})));
        labelBy(
            *vector, textFormat(theme, 7.5, QFont::Normal, {"#4a5563", "#b4bdca"}), 10'000.0, 4);
    }
    layer.triggerRepaint();
}

QgsVectorLayer *openCaseLayer(const QList<QgsMapLayer *> &layers)
{
    for (QgsMapLayer *layer : layers) {
        if (layer->customProperty(kRole).toString() == kCases) {
            return qobject_cast<QgsVectorLayer *>(layer);
        }
    }
    return nullptr;
}

void updateOpenCases(QgsVectorLayer &layer, const QList<Case> &cases)
{
    QHash<QString, QgsFeatureId> shown;
    QgsFeatureIterator rows = layer.getFeatures();
    QgsFeature row;
    while (rows.nextFeature(row)) {
        shown.insert(row.attribute(0).toString(), row.id());
    }
    QgsFeatureIds gone;
    QgsFeatureList added;
    for (const Case &subject : cases) {
        const auto old = shown.constFind(subject.id.toText());
        if (old != shown.constEnd()) {
            gone.insert(*old);
        }
        if (const std::optional<QgsFeature> feature = featureOf(subject)) {
            added.append(*feature);
        }
    }
    layer.dataProvider()->deleteFeatures(gone);
    layer.dataProvider()->addFeatures(added, QgsFeatureSink::FastInsert);
    layer.updateExtents();
    layer.triggerRepaint();
}

} // namespace gridward
