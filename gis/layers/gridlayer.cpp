// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/layers/gridlayer.h"

#include "gis/layers/managerhues.h"
#include "gis/layers/mapink.h"

#include <qgscategorizedsymbolrenderer.h>
#include <qgsfeature.h>
#include <qgsfillsymbol.h>
#include <qgsgraduatedsymbolrenderer.h>
#include <qgspallabeling.h>
#include <qgsproject.h>
#include <qgsproperty.h>
#include <qgssymbollayer.h>
#include <qgsvectorlayer.h>
#include <qgsvectorlayerlabeling.h>

#include <QCoreApplication>
#include <QHash>

#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(DistrictLayers)
};

const auto kStyle = u"gridward/grid_style"_s;
constexpr qsizetype kShortName = 6;        ///< characters; longer ones give way to digits
constexpr qsizetype kShortCode = 3;        ///< the grid's own digits at the end of its code
constexpr double kNamesFromScale = 16'000; ///< denominators
constexpr double kFullNamesFromScale = 8'000;
constexpr double kManagersFromScale = 30'000;

struct GridClass
{
    const char *value; ///< id in the store
    const char *label; ///< source text of a translation
    Ink ink;
};

/** The four types of grids (SEED-008). */
constexpr std::array kTypes{
    GridClass{
        "residential", QT_TRANSLATE_NOOP("DistrictLayers", "Residential"), {"#3b78c2", "#5b93d6"}},
    GridClass{"business",
              QT_TRANSLATE_NOOP("DistrictLayers", "Commercial and business"),
              {"#d98a2b", "#e0a050"}},
    GridClass{"enterprise",
              QT_TRANSLATE_NOOP("DistrictLayers", "Firms and institutions"),
              {"#3f9a7a", "#5bb894"}},
    GridClass{
        "crowded", QT_TRANSLATE_NOOP("DistrictLayers", "Crowded places"), {"#9b5fb5", "#b57fd0"}}};

/** The four levels (SEED-009). */
constexpr std::array kLevels{
    GridClass{
        "daily", QT_TRANSLATE_NOOP("DistrictLayers", "Daily management"), {"#56a3d9", "#5aaee8"}},
    GridClass{"general",
              QT_TRANSLATE_NOOP("DistrictLayers", "General prevention"),
              {"#2f8f6b", "#3fb58a"}},
    GridClass{"key", QT_TRANSLATE_NOOP("DistrictLayers", "Key attention"), {"#d55e00", "#f08030"}},
    GridClass{"comprehensive",
              QT_TRANSLATE_NOOP("DistrictLayers", "Comprehensive governance"),
              {"#7a4fb0", "#a583dc"}}};

struct LoadBand
{
    int from;
    int to;
    const char *label;
    Ink ink;
    int alpha;
};

/** One hue from light to dark (by night: from dark to light), so that every eye sees the order. */
constexpr std::array<LoadBand, kLoadClasses> kBands{
    LoadBand{
        0, 0, QT_TRANSLATE_NOOP("DistrictLayers", "No open cases"), {"#f6f4fa", "#1c1f2b"}, 90},
    LoadBand{
        1, 2, QT_TRANSLATE_NOOP("DistrictLayers", "1–2 open cases"), {"#d3cfe6", "#3b3360"}, 175},
    LoadBand{
        3, 5, QT_TRANSLATE_NOOP("DistrictLayers", "3–5 open cases"), {"#a49ccd", "#5f4f9c"}, 180},
    LoadBand{
        6, 10, QT_TRANSLATE_NOOP("DistrictLayers", "6–10 open cases"), {"#7563ad", "#9079cf"}, 190},
    LoadBand{11,
             std::numeric_limits<int>::max(),
             QT_TRANSLATE_NOOP("DistrictLayers", "More than 10 open cases"),
             {"#47207f", "#cdb9f7"},
             200}};

/** Pale by day, deep by night; next to each other in one picture, and all below black names. */
constexpr std::array<Ink, kManagerHues> kManagerInks{Ink{"#9fcbe8", "#2f5d7a"},
                                                     Ink{"#ffd3a1", "#7d5a2c"},
                                                     Ink{"#b7deae", "#3b6b46"},
                                                     Ink{"#f3b5c4", "#7c4257"},
                                                     Ink{"#cbb7e0", "#574a7a"},
                                                     Ink{"#f6eaa0", "#6c642f"},
                                                     Ink{"#9fd8d2", "#2c6a68"},
                                                     Ink{"#d8c2a8", "#66523f"}};

QString withAlpha(const QString &name, int alpha)
{
    const QColor color(name);
    return u"%1,%2,%3,%4"_s.arg(color.red()).arg(color.green()).arg(color.blue()).arg(alpha);
}

QgsSymbol *fill(const QString &color, int alpha, const QString &rim, double width)
{
    return QgsFillSymbol::createSimple({{u"color"_s, withAlpha(color, alpha)},
                                        {u"outline_color"_s, rim},
                                        {u"outline_width"_s, QString::number(width)}});
}

/** Between grids whose fills say the rest: thin and quiet. */
QString quietRim(MapTheme theme)
{
    return theme == MapTheme::Day ? u"90,99,112,150"_s : u"150,160,176,120"_s;
}

template <std::size_t N>
void colorByClass(QgsVectorLayer &layer,
                  MapTheme theme,
                  const QString &field,
                  const std::array<GridClass, N> &classes)
{
    QgsCategoryList list;
    for (const GridClass &one : classes) {
        const QString color = one.ink.in(theme);
        list.append(QgsRendererCategory(
            QString::fromLatin1(one.value),
            fill(color, theme == MapTheme::Day ? 48 : 40, withAlpha(color, 160), 0.2),
            Words::tr(one.label)));
    }
    layer.setRenderer(new QgsCategorizedSymbolRenderer(field, list));
}

void colorByLoad(QgsVectorLayer &layer, MapTheme theme)
{
    QgsRangeList ranges;
    for (const LoadBand &band : kBands) {
        // Numbers of cases are whole: the borders lie between them.
        ranges.append(QgsRendererRange(band.from - 0.5,
                                       band.to + 0.5,
                                       fill(band.ink.in(theme), band.alpha, quietRim(theme), 0.15),
                                       Words::tr(band.label)));
    }
    layer.setRenderer(new QgsGraduatedSymbolRenderer(u"open"_s, ranges));
}

/** The colours mean nothing but "another one": so the legend has one entry for all of them. */
void colorByManager(QgsVectorLayer &layer, MapTheme theme)
{
    QStringList colors;
    for (const Ink &ink : kManagerInks) {
        colors.append(u"'%1'"_s.arg(withAlpha(ink.in(theme), theme == MapTheme::Day ? 170 : 165)));
    }
    QgsSymbol *somebody = fill(kManagerInks.front().in(theme), 170, quietRim(theme), 0.15);
    somebody->symbolLayer(0)->setDataDefinedProperty(
        QgsSymbolLayer::Property::FillColor,
        QgsProperty::fromExpression(u"array_get(array(%1), \"hue\")"_s.arg(colors.join(u","_s))));
    const QString alarm = theme == MapTheme::Day ? u"#b3261e"_s : u"#ff6b61"_s;
    QgsSymbol *nobody = QgsFillSymbol::createSimple({{u"color"_s, alarm},
                                                     {u"style"_s, u"b_diagonal"_s},
                                                     {u"outline_color"_s, alarm},
                                                     {u"outline_width"_s, u"0.3"_s}});
    layer.setRenderer(new QgsCategorizedSymbolRenderer(
        u"if(coalesce(\"manager\", '') = '', 'nobody', 'somebody')"_s,
        {QgsRendererCategory(u"somebody"_s, somebody, Words::tr("By grid manager")),
         QgsRendererCategory(u"nobody"_s, nobody, Words::tr("Without a grid manager"))}));
}

void labelGrids(QgsVectorLayer &layer, MapTheme theme, GridStyle style)
{
    const bool byManager = style == GridStyle::Responsible;
    QgsPalLayerSettings labels;
    labels.isExpression = true;
    labels.fieldName =
        (byManager ? u"if(@map_scale > %1, \"manager\", \"name\" || '\\n' || \"manager\")"_s
                   : u"if(@map_scale > %1, \"short\", \"name\")"_s)
            .arg(kFullNamesFromScale);
    labels.setFormat(textFormat(theme,
                                byManager ? 8.0 : 7.5,
                                byManager ? QFont::Medium : QFont::Normal,
                                byManager ? Ink{"#1f2937", "#f1f4f9"} : Ink{"#4a5563", "#b4bdca"}));
    labels.placement = Qgis::LabelPlacement::OverPoint; // in the middle: there it says whose it is
    labels.multilineAlign = Qgis::LabelMultiLineAlignment::Center;
    labels.centroidInside = true;
    labels.priority = 8; // communities find another place
    labels.scaleVisibility = true;
    labels.minimumScale = byManager ? kManagersFromScale : kNamesFromScale;
    layer.setLabeling(new QgsVectorLayerSimpleLabeling(labels));
    layer.setLabelsEnabled(true);
}

/** "第三网格" of "鼓楼苑社区第三网格"; the grid's own digits where that would be too long. */
QString shortName(const UnitGrid &grid, const QString &community)
{
    QString rest = grid.name;
    if (!community.isEmpty() && rest.startsWith(community)) {
        rest.remove(0, community.size());
    } else {
        rest = rest.section(u' ', -1);
    }
    rest = rest.trimmed();
    return rest.isEmpty() || rest.size() > kShortName ? grid.code.right(kShortCode) : rest;
}

} // namespace

int loadClass(int openCases)
{
    for (int i = kLoadClasses - 1; i > 0; --i) {
        if (openCases >= kBands.at(static_cast<std::size_t>(i)).from) {
            return i;
        }
    }
    return 0;
}

std::unique_ptr<QgsVectorLayer> makeGridLayer(const DistrictPicture &picture)
{
    auto layer = std::make_unique<QgsVectorLayer>(
        u"MultiPolygon?crs=EPSG:4326&field=code:string&field=name:string&field=short:string&"
        "field=type:string&field=level:string&field=open:integer&field=manager:string&"
        "field=hue:integer"_s,
        u"grids"_s,
        u"memory"_s);
    layer->setCustomProperty(kStyle, static_cast<int>(GridStyle::Type));
    QHash<QString, QString> communities;
    for (const Division &division : picture.divisions) {
        communities.insert(division.code, division.name);
    }
    QHash<QString, int> open;
    for (const Case &subject : picture.openCases) {
        open[subject.grid] += isOpen(subject.state) ? 1 : 0;
    }
    const QList<int> hues = managerHues(picture.grids, picture.managers);
    QgsFeatureList features;
    for (qsizetype i = 0; i < picture.grids.size(); ++i) {
        const UnitGrid &grid = picture.grids.at(i);
        QgsGeometry outline;
        outline.fromWkb(grid.outline);
        if (outline.isNull()) {
            continue;
        }
        QgsFeature feature;
        feature.setGeometry(outline);
        QgsAttributes attributes;
        attributes << grid.code << grid.name << shortName(grid, communities.value(grid.community))
                   << toId(grid.type) << toId(grid.level) << open.value(grid.code)
                   << picture.managers.value(grid.code, u""_s) << hues.at(i);
        feature.setAttributes(attributes);
        features.append(feature);
    }
    layer->dataProvider()->addFeatures(features, QgsFeatureSink::FastInsert);
    layer->updateExtents();
    return layer;
}

QgsVectorLayer *findGridLayer(const QgsProject &project)
{
    for (QgsMapLayer *layer : project.mapLayers()) {
        if (layer->customPropertyKeys().contains(kStyle)) {
            return qobject_cast<QgsVectorLayer *>(layer);
        }
    }
    return nullptr;
}

void chooseGridStyle(QgsMapLayer &layer, GridStyle style)
{
    if (layer.customPropertyKeys().contains(kStyle)) {
        layer.setCustomProperty(kStyle, static_cast<int>(style));
    }
}

GridStyle chosenGridStyle(const QgsMapLayer &layer)
{
    return static_cast<GridStyle>(layer.customProperty(kStyle).toInt());
}

void dressGridLayer(QgsVectorLayer &layer, MapTheme theme)
{
    const GridStyle style = chosenGridStyle(layer);
    switch (style) {
    case GridStyle::Type:
        colorByClass(layer, theme, u"type"_s, kTypes);
        break;
    case GridStyle::Level:
        colorByClass(layer, theme, u"level"_s, kLevels);
        break;
    case GridStyle::OpenLoad:
        colorByLoad(layer, theme);
        break;
    case GridStyle::Responsible:
        colorByManager(layer, theme);
        break;
    }
    labelGrids(layer, theme, style);
}

} // namespace gridward
