// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/heat/heatlayers.h"

#include <qgscategorizedsymbolrenderer.h>
#include <qgscolorrampshader.h>
#include <qgscoordinatereferencesystem.h>
#include <qgscoordinatetransform.h>
#include <qgsexception.h>
#include <qgsfeature.h>
#include <qgsfillsymbol.h>
#include <qgslabelobstaclesettings.h>
#include <qgslabelplacementsettings.h>
#include <qgslinesymbol.h>
#include <qgspallabeling.h>
#include <qgsrasterdataprovider.h>
#include <qgsrasterlayer.h>
#include <qgsrastershader.h>
#include <qgsrectangle.h>
#include <qgssinglebandpseudocolorrenderer.h>
#include <qgssinglesymbolrenderer.h>
#include <qgssymbollayer.h>
#include <qgstextbuffersettings.h>
#include <qgstextformat.h>
#include <qgsvectorlayer.h>
#include <qgsvectorlayerlabeling.h>

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HeatLayers)
};

const auto kRole = u"gridward/heat_role"_s;
const auto kDistrict = u"district"_s;
const auto kStreets = u"street"_s;
const auto kCommunities = u"community"_s;
const auto kGrids = u"grid"_s;
const auto kRoads = u"roads"_s;
const auto kAreas = u"areas"_s;

/** From which scale on finer borders are drawn. */
constexpr double kCommunityScale = 60'000.0;
constexpr double kGridScale = 20'000.0;

/** Of a name that crosses a border: QGIS takes 0 to 2. */
constexpr double kBorderCost = 2.0;

struct LineLook
{
    const char *value; ///< class of road; none for borders
    const char *day;
    const char *night;
    double width; ///< millimetres

    [[nodiscard]] QString colour(MapTheme theme) const
    {
        return QString::fromLatin1(theme == MapTheme::Day ? day : night);
    }
};

constexpr LineLook kDistrictLook{nullptr, "#1f2937", "#e3e8f0", 0.8};
constexpr LineLook kStreetLook{nullptr, "#3a4656", "#c3ccd9", 0.35};
constexpr LineLook kCommunityLook{nullptr, "#5f6b7a", "#97a2b3", 0.15};
constexpr LineLook kGridLook{nullptr, "#7d8896", "#6f7a8b", 0.1};
// The ground speaks softly: the surface is what is to be read.
constexpr std::array kRoadLooks{LineLook{"hutong", "#ffffff", "#1b222d", 0.15},
                                LineLook{"branch", "#ffffff", "#1e2632", 0.35},
                                LineLook{"secondary", "#ffffff", "#242d3b", 0.6},
                                LineLook{"arterial", "#dfe4ea", "#2b3545", 0.9},
                                LineLook{"expressway", "#cfd6df", "#344054", 1.2}};
constexpr std::array kAreaLooks{LineLook{"block", "#eceef2", "#151b24", 0.0},
                                LineLook{"park", "#dde9da", "#16241d", 0.0},
                                LineLook{"water", "#cfe0ee", "#14263a", 0.0}};

std::unique_ptr<QgsVectorLayer> emptyLayer(const QString &role, const QString &geometry)
{
    auto layer = std::make_unique<QgsVectorLayer>(
        u"%1?crs=EPSG:4326&field=kind:string&field=name:string"_s.arg(geometry), role, u"memory"_s);
    layer->setCustomProperty(kRole, role);
    layer->setReadOnly(true);
    return layer;
}

void addFeature(QgsFeatureList &features,
                const QgsGeometry &shape,
                const QVariant &kind,
                const QVariant &name)
{
    if (shape.isNull()) {
        return;
    }
    QgsFeature feature;
    feature.setGeometry(shape);
    QgsAttributes attributes;
    attributes.append(kind);
    attributes.append(name);
    feature.setAttributes(attributes);
    features.append(feature);
}

QgsGeometry shapeOf(const QByteArray &wkb)
{
    QgsGeometry shape;
    shape.fromWkb(wkb);
    return shape;
}

void fill(QgsVectorLayer &layer, QgsFeatureList &features)
{
    layer.dataProvider()->addFeatures(features, QgsFeatureSink::FastInsert);
    layer.updateExtents();
}

std::unique_ptr<QgsVectorLayer> divisionLayer(const DistrictPicture &picture, const QString &level)
{
    auto layer = emptyLayer(level, u"MultiPolygon"_s);
    QgsFeatureList features;
    for (const Division &division : picture.divisions) {
        if (division.level == level) {
            addFeature(features, shapeOf(division.outline), level, division.name);
        }
    }
    fill(*layer, features);
    return layer;
}

std::unique_ptr<QgsVectorLayer> gridLayer(const DistrictPicture &picture)
{
    auto layer = emptyLayer(kGrids, u"MultiPolygon"_s);
    QgsFeatureList features;
    for (const UnitGrid &grid : picture.grids) {
        addFeature(features, shapeOf(grid.outline), kGrids, grid.name);
    }
    fill(*layer, features);
    return layer;
}

/** A part of the schematic ground, copied out of its file. */
std::unique_ptr<QgsVectorLayer>
groundLayer(const QString &role, const QString &path, const QString &geometry, const QString &field)
{
    const QgsVectorLayer source(path, role, u"ogr"_s);
    auto layer = emptyLayer(role, geometry);
    if (!source.isValid()) {
        return layer;
    }
    const int kind = source.fields().lookupField(field);
    QgsFeatureList features;
    QgsFeatureIterator rows = source.getFeatures();
    QgsFeature row;
    while (rows.nextFeature(row)) {
        addFeature(features, row.geometry(), row.attribute(kind), {});
    }
    fill(*layer, features);
    return layer;
}

std::unique_ptr<QgsSymbol> lineSymbol(const LineLook &look, MapTheme theme)
{
    return std::unique_ptr<QgsSymbol>(
        QgsLineSymbol::createSimple({{u"line_color"_s, look.colour(theme)},
                                     {u"line_width"_s, QString::number(look.width)},
                                     {u"capstyle"_s, u"round"_s},
                                     {u"joinstyle"_s, u"round"_s}}));
}

std::unique_ptr<QgsSymbol> fillSymbol(const LineLook &look, MapTheme theme)
{
    return std::unique_ptr<QgsSymbol>(QgsFillSymbol::createSimple(
        {{u"color"_s, look.colour(theme)}, {u"outline_style"_s, u"no"_s}}));
}

void dressBorder(QgsVectorLayer &layer, const LineLook &look, MapTheme theme, double fromScale)
{
    layer.setRenderer(new QgsSingleSymbolRenderer(
        QgsFillSymbol::createSimple({{u"style"_s, u"no"_s},
                                     {u"outline_color"_s, look.colour(theme)},
                                     {u"outline_width"_s, QString::number(look.width)}})));
    layer.setScaleBasedVisibility(fromScale > 0.0);
    layer.setMinimumScale(fromScale);
}

template <std::size_t N>
void dressByKind(QgsVectorLayer &layer,
                 const std::array<LineLook, N> &looks,
                 MapTheme theme,
                 std::unique_ptr<QgsSymbol> (*symbol)(const LineLook &, MapTheme))
{
    QgsCategoryList list;
    int pass = 0;
    for (const LineLook &look : looks) {
        const QString value = QString::fromLatin1(look.value);
        std::unique_ptr<QgsSymbol> drawn = symbol(look, theme);
        drawn->symbolLayer(0)->setRenderingPass(pass++);
        list.append(QgsRendererCategory(value, drawn.release(), value));
    }
    auto renderer = std::make_unique<QgsCategorizedSymbolRenderer>(u"kind"_s, list);
    renderer->setUsingSymbolLevels(true);
    layer.setRenderer(renderer.release());
}

void labelStreets(QgsVectorLayer &layer, MapTheme theme)
{
    QFont font(u"Noto Sans CJK SC"_s);
    font.setWeight(QFont::Medium);
    QgsTextBufferSettings halo;
    halo.setEnabled(true);
    halo.setSize(0.6);
    halo.setColor(theme == MapTheme::Day ? QColor(255, 255, 255, 200) : QColor(16, 20, 27, 200));
    QgsTextFormat format;
    format.setFont(font);
    format.setSize(9.0);
    format.setColor(QColor(kDistrictLook.colour(theme)));
    format.setBuffer(halo);
    QgsPalLayerSettings labels;
    labels.fieldName = u"name"_s;
    labels.setFormat(format);
    layer.setLabeling(new QgsVectorLayerSimpleLabeling(labels));
    layer.setLabelsEnabled(true);
}

/** Puts each name within its street; where that is too narrow, across as little of a border as can
 * be. On paper nobody can move the map to see what a name hides. */
void keepNamesInside(QgsVectorLayer &streets)
{
    QgsPalLayerSettings labels = streets.labeling()->settings();
    labels.placement = Qgis::LabelPlacement::Horizontal;
    QgsLabelObstacleSettings borders;
    borders.setType(QgsLabelObstacleSettings::ObstacleType::PolygonBoundary);
    borders.setFactor(kBorderCost);
    labels.setObstacleSettings(borders);
    QgsLabelPlacementSettings places;
    places.setAllowDegradedPlacement(true);
    places.setOverlapHandling(Qgis::LabelOverlapHandling::AllowOverlapIfRequired);
    labels.setPlacementSettings(places);
    streets.setLabeling(new QgsVectorLayerSimpleLabeling(labels));
}

} // namespace

std::vector<HeatLayer> makeGroundLayers(const DistrictPicture &picture)
{
    std::vector<HeatLayer> layers;
    const auto keep = [&layers](HeatLayerPlace place, std::unique_ptr<QgsVectorLayer> layer) {
        if (layer->featureCount() > 0) {
            layers.push_back({place, std::move(layer)});
        }
    };
    for (const QString &level : {kDistrict, kStreets, kCommunities}) {
        keep(HeatLayerPlace::Border, divisionLayer(picture, level));
    }
    keep(HeatLayerPlace::Border, gridLayer(picture));
    if (!picture.baseMapFolder.isEmpty()) {
        keep(HeatLayerPlace::Ground,
             groundLayer(kRoads,
                         picture.baseMapFolder + u"/schematic-roads.geojson"_s,
                         u"LineString"_s,
                         u"class"_s));
        keep(HeatLayerPlace::Ground,
             groundLayer(kAreas,
                         picture.baseMapFolder + u"/schematic-areas.geojson"_s,
                         u"Polygon"_s,
                         u"kind"_s));
    }
    return layers;
}

std::vector<std::unique_ptr<QgsMapLayer>> layersForPaper(const DistrictPicture &picture,
                                                         std::unique_ptr<QgsMapLayer> surface)
{
    std::vector<std::unique_ptr<QgsMapLayer>> layers;
    std::vector<HeatLayer> ground = makeGroundLayers(picture);
    const auto take = [&](HeatLayerPlace place) {
        for (HeatLayer &one : ground) {
            if (one.place == place) {
                dressGroundLayer(*one.layer, MapTheme::Day);
                layers.push_back(std::move(one.layer));
            }
        }
    };
    take(HeatLayerPlace::Border);
    if (QgsVectorLayer *streets = streetLayerAmong(layers)) {
        keepNamesInside(*streets);
    }
    layers.push_back(std::move(surface));
    take(HeatLayerPlace::Ground);
    return layers;
}

QByteArray districtOutline(const DistrictPicture &picture)
{
    for (const Division &division : picture.divisions) {
        if (division.level == kDistrict && !division.outline.isEmpty()) {
            return division.outline;
        }
    }
    return {};
}

void dressGroundLayer(QgsMapLayer &layer, MapTheme theme)
{
    auto *vector = qobject_cast<QgsVectorLayer *>(&layer);
    const QString role = layer.customProperty(kRole).toString();
    if (vector == nullptr || role.isEmpty()) {
        return;
    }
    if (role == kDistrict) {
        dressBorder(*vector, kDistrictLook, theme, 0.0);
    } else if (role == kStreets) {
        dressBorder(*vector, kStreetLook, theme, 0.0);
        labelStreets(*vector, theme);
    } else if (role == kCommunities) {
        dressBorder(*vector, kCommunityLook, theme, kCommunityScale);
    } else if (role == kGrids) {
        dressBorder(*vector, kGridLook, theme, kGridScale);
    } else if (role == kRoads) {
        dressByKind(*vector, kRoadLooks, theme, &lineSymbol);
    } else if (role == kAreas) {
        dressByKind(*vector, kAreaLooks, theme, &fillSymbol);
    }
    layer.triggerRepaint();
}

QgsVectorLayer *streetLayerAmong(const std::vector<std::unique_ptr<QgsMapLayer>> &layers)
{
    const auto found = std::ranges::find_if(layers, [](const auto &layer) {
        return layer->customProperty(kRole).toString() == kStreets;
    });
    return found == layers.end() ? nullptr : qobject_cast<QgsVectorLayer *>(found->get());
}

std::unique_ptr<QgsMapLayer> makeSurfaceLayer(const QString &path)
{
    QgsRasterLayer::LayerOptions options;
    options.loadDefaultStyle = false;
    auto layer = std::make_unique<QgsRasterLayer>(path, u"heat"_s, u"gdal"_s, options);
    if (!layer->isValid()) {
        return nullptr;
    }
    // Values are smoothed, not colours: what is seen between two cells is a density.
    layer->setResamplingStage(Qgis::RasterResamplingStage::Provider);
    layer->dataProvider()->enableProviderResampling(true);
    layer->dataProvider()->setZoomedInResamplingMethod(
        QgsRasterDataProvider::ResamplingMethod::Bilinear);
    layer->dataProvider()->setZoomedOutResamplingMethod(
        QgsRasterDataProvider::ResamplingMethod::Average);
    return layer;
}

void dressSurfaceLayer(QgsMapLayer &layer, const QList<HeatStop> &stops)
{
    auto *raster = qobject_cast<QgsRasterLayer *>(&layer);
    if (raster == nullptr || stops.isEmpty()) {
        return;
    }
    auto ramp = std::make_unique<QgsColorRampShader>(stops.first().value, stops.last().value);
    ramp->setColorRampType(Qgis::ShaderInterpolationMethod::Linear);
    QList<QgsColorRampShader::ColorRampItem> items;
    for (const HeatStop &stop : stops) {
        items.append({stop.value, QColor::fromRgba(stop.argb)});
    }
    ramp->setColorRampItemList(items);
    auto shader = std::make_unique<QgsRasterShader>(stops.first().value, stops.last().value);
    shader->setRasterShaderFunction(ramp.release());
    raster->setRenderer(
        new QgsSingleBandPseudoColorRenderer(raster->dataProvider(), 1, shader.release()));
    raster->triggerRepaint();
}

std::optional<GeoExtent> extentOf(const DistrictPicture &picture)
{
    QgsRectangle all;
    for (const Division &division : picture.divisions) {
        all.combineExtentWith(shapeOf(division.outline).boundingBox());
    }
    for (const UnitGrid &grid : picture.grids) {
        all.combineExtentWith(shapeOf(grid.outline).boundingBox());
    }
    if (all.isNull() || all.isEmpty() || !all.isFinite()) {
        return std::nullopt;
    }
    return GeoExtent{all.xMinimum(), all.yMinimum(), all.xMaximum(), all.yMaximum()};
}

QString groundAttribution(const DistrictPicture &picture)
{
    return picture.baseMapFolder.isEmpty() ? QString()
                                           : Words::tr("Schematic road network, not surveyed");
}

QgsRectangle inPlane(const GeoExtent &extent, const QgsCoordinateReferenceSystem &plane)
{
    try {
        const QgsCoordinateTransform toMetres(
            QgsCoordinateReferenceSystem(u"EPSG:4326"_s), plane, QgsCoordinateTransformContext());
        const QgsRectangle metres = toMetres.transformBoundingBox(
            QgsRectangle(extent.west, extent.south, extent.east, extent.north));
        return metres.isFinite() ? metres : QgsRectangle();
    } catch (const QgsCsException &) {
        return {};
    }
}

} // namespace gridward
