// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/layers/layerstyle.h"

#include <qgsfillsymbol.h>
#include <qgslinesymbol.h>
#include <qgsmarkersymbol.h>
#include <qgspallabeling.h>
#include <qgssinglesymbolrenderer.h>
#include <qgstextbuffersettings.h>
#include <qgstextformat.h>
#include <qgsvectorlayer.h>
#include <qgsvectorlayerlabeling.h>
#include <qgsvectortilebasicrenderer.h>
#include <qgsvectortilelayer.h>

#include <QColor>

#include <array>
#include <memory>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

const auto kMark = u"gridward/default_style"_s;
constexpr long long kMostNames = 1000;       ///< up to here all names are tried at every scale
constexpr double kNamesFromScale = 25'000.0; ///< beyond that from 1:25 000 on
const auto kPosition = u"gridward/position"_s;

/** Eight hues that stay apart on both backgrounds and for colour-blind eyes (after Okabe and Ito).
 */
QColor layerColor(int position)
{
    static constexpr std::array<QRgb, 8> kColors{0xff2f6fed,
                                                 0xff8a8f98,
                                                 0xffd55e00,
                                                 0xff009e73,
                                                 0xffcc79a7,
                                                 0xff56b4e9,
                                                 0xffe69f00,
                                                 0xff7a5cc0};
    return QColor::fromRgb(kColors.at(static_cast<std::size_t>(position) % kColors.size()));
}

QString withAlpha(const QColor &color, int alpha)
{
    return u"%1,%2,%3,%4"_s.arg(color.red()).arg(color.green()).arg(color.blue()).arg(alpha);
}

std::unique_ptr<QgsSymbol> symbolFor(Qgis::GeometryType type, const QColor &color, MapTheme theme)
{
    const QString rim = theme == MapTheme::Day ? u"255,255,255,255"_s : u"16,20,27,255"_s;
    switch (type) {
    case Qgis::GeometryType::Polygon:
        return std::unique_ptr<QgsSymbol>(
            QgsFillSymbol::createSimple({{u"color"_s, withAlpha(color, 46)},
                                         {u"outline_color"_s, withAlpha(color, 255)},
                                         {u"outline_width"_s, u"0.4"_s}}));
    case Qgis::GeometryType::Line:
        return std::unique_ptr<QgsSymbol>(QgsLineSymbol::createSimple(
            {{u"line_color"_s, withAlpha(color, 255)}, {u"line_width"_s, u"0.5"_s}}));
    default:
        return std::unique_ptr<QgsSymbol>(
            QgsMarkerSymbol::createSimple({{u"name"_s, u"circle"_s},
                                           {u"color"_s, withAlpha(color, 255)},
                                           {u"size"_s, u"2.2"_s},
                                           {u"outline_color"_s, rim},
                                           {u"outline_width"_s, u"0.3"_s}}));
    }
}

QString nameField(const QgsVectorLayer &layer)
{
    for (const QString &candidate :
         {u"name"_s, u"名称"_s, u"name_zh"_s, u"mc"_s, u"label"_s, u"title"_s}) {
        const int index = layer.fields().lookupField(candidate);
        if (index >= 0) {
            return layer.fields().at(index).name();
        }
    }
    return {};
}

std::unique_ptr<QgsPalLayerSettings> labelsFor(const QString &field, MapTheme theme)
{
    QFont font(u"Noto Sans CJK SC"_s);
    font.setWeight(QFont::Medium);
    QgsTextBufferSettings halo;
    halo.setEnabled(true);
    halo.setSize(0.8);
    halo.setColor(theme == MapTheme::Day ? QColor(255, 255, 255, 230) : QColor(16, 20, 27, 230));
    QgsTextFormat format;
    format.setFont(font);
    format.setSize(9);
    format.setColor(theme == MapTheme::Day ? QColor(31, 41, 55) : QColor(232, 236, 243));
    format.setBuffer(halo);
    auto settings = std::make_unique<QgsPalLayerSettings>();
    settings->fieldName = field;
    settings->setFormat(format);
    return settings;
}

} // namespace

void markForDefaultStyle(QgsMapLayer &layer)
{
    layer.setCustomProperty(kMark, true);
}

void applyDefaultStyle(QgsMapLayer &layer, int position, MapTheme theme)
{
    if (!layer.customProperty(kMark).toBool()) {
        return;
    }
    // A change of theme keeps the colour that the layer has had.
    const int kept = layer.customProperty(kPosition, position).toInt();
    layer.setCustomProperty(kPosition, kept);
    const QColor color = layerColor(kept);

    if (auto *tiles = qobject_cast<QgsVectorTileLayer *>(&layer)) {
        auto renderer = std::make_unique<QgsVectorTileBasicRenderer>();
        renderer->setStyles(QgsVectorTileBasicRenderer::simpleStyle(
            QColor(color.red(), color.green(), color.blue(), 46),
            color,
            0.2,
            color,
            0.3,
            color,
            color,
            1.2));
        tiles->setRenderer(renderer.release());
    } else if (auto *vector = qobject_cast<QgsVectorLayer *>(&layer)) {
        vector->setRenderer(
            new QgsSingleSymbolRenderer(symbolFor(vector->geometryType(), color, theme).release()));
        if (const QString field = nameField(*vector); !field.isEmpty()) {
            const std::unique_ptr<QgsPalLayerSettings> labels = labelsFor(field, theme);
            // Thousands of names over one spot say nothing, and take the labelling many seconds.
            labels->scaleVisibility = vector->featureCount() > kMostNames;
            labels->minimumScale = kNamesFromScale;
            vector->setLabeling(new QgsVectorLayerSimpleLabeling(*labels));
            vector->setLabelsEnabled(true);
        }
    }
    layer.triggerRepaint();
}

} // namespace gridward
