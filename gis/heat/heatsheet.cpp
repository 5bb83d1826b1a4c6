// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/heat/heatsheet.h"

#include "gis/heat/asidefile.h"
#include "gis/heat/heatlayers.h"
#include "gis/heat/heatramp.h"
#include "gis/print/stamping.h"

#include <qgscolorrampimpl.h>
#include <qgsfillsymbol.h>
#include <qgsfillsymbollayer.h>
#include <qgslayoutatlas.h>
#include <qgslayoutexporter.h>
#include <qgslayoutitemlabel.h>
#include <qgslayoutitemmap.h>
#include <qgslayoutitempage.h>
#include <qgslayoutitempolygon.h>
#include <qgslayoutitemscalebar.h>
#include <qgslayoutitemshape.h>
#include <qgslayoutpagecollection.h>
#include <qgsprintlayout.h>
#include <qgsproject.h>
#include <qgsprojectmetadata.h>
#include <qgstextformat.h>

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPageSize>

#include <algorithm>
#include <cerrno>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HeatSheet)
};

// Millimetres and points on A4; mUnit times as much on larger paper.
constexpr double kGrowth = 0.7; ///< of lettering with the side of the paper: 2.6 times on A0
constexpr double kMargin = 12.0;
constexpr double kTitleTop = 10.0;
constexpr double kMapTop = 30.0;
constexpr double kFoot = 44.0; ///< below the map: legend, facts, notes
constexpr double kLegendWidth = 84.0;
constexpr double kTitleSize = 17.0;
constexpr double kTextSize = 9.0;
constexpr double kSmallSize = 7.5;
constexpr double kAroundStreet = 0.08;     ///< of its size, on each side
constexpr double kKilometresFrom = 4000.0; ///< metres across, from which the scale bar has them

const QColor kInk(0x1c, 0x24, 0x30);
const QColor kMuted(0x45, 0x50, 0x5f);

QFont pageFont(double points, bool bold)
{
    QFont font(QStringList{u"Noto Sans CJK SC"_s, u"Noto Sans"_s, u"sans-serif"_s});
    font.setPointSizeF(points);
    font.setBold(bold);
    // Shaping takes other glyphs for digits in Latin text, which a PDF cannot be searched for.
    font.setStyleStrategy(QFont::PreferNoShaping);
    return font;
}

/** Draws a page into a layout, top to bottom; the layout owns every item. */
class SheetSetter
{
public:
    SheetSetter(QgsPrintLayout &layout, const HeatSheet &sheet)
        : mLayout(layout)
        , mSheet(sheet)
    {
    }
    void set();

private:
    QgsLayoutItemLabel *label(const QString &text,
                              const QRectF &box,
                              double points,
                              bool bold = false,
                              const QColor &ink = kInk);
    void place(QgsLayoutItem &item, const QRectF &box);
    [[nodiscard]] QgsTextFormat letters(double points, bool bold, const QColor &ink) const;
    [[nodiscard]] double scaleOn(const QSizeF &size) const;
    void setSize();
    void setTitle();
    void setMap();
    void setScaleBar(QgsLayoutItemMap &map);
    void setNorth();
    void setLegend();
    void setFacts();
    void setFootLine();

    QgsPrintLayout &mLayout;
    const HeatSheet &mSheet;
    double mUnit = 1.0; ///< of lengths and letters; all boxes are in such millimetres
    double mWidth = 210.0;
    double mHeight = 297.0;
    QRectF mMapBox;
};

void SheetSetter::set()
{
    setSize();
    setTitle();
    setMap();
    setNorth();
    setLegend();
    setFacts();
    setFootLine();
}

QgsCoordinateReferenceSystem crsOf(const HeatSheet &sheet)
{
    return QgsCoordinateReferenceSystem::fromOgcWmsCrs(sheet.crs).isValid()
               ? QgsCoordinateReferenceSystem::fromOgcWmsCrs(sheet.crs)
               : QgsCoordinateReferenceSystem::fromWkt(sheet.crs);
}

/** Short and long side, millimetres. */
QSizeF sizeOf(const QString &paper)
{
    const QPageSize::PageSizeId id = paper == "A3"_L1   ? QPageSize::A3
                                     : paper == "A2"_L1 ? QPageSize::A2
                                     : paper == "A1"_L1 ? QPageSize::A1
                                     : paper == "A0"_L1 ? QPageSize::A0
                                                        : QPageSize::A4;
    return QPageSize::size(id, QPageSize::Millimeter);
}

/** How large a metre of the ground would be on such a sheet. */
double SheetSetter::scaleOn(const QSizeF &size) const
{
    const double across = size.width() - mUnit * 2.0 * kMargin;
    const double down = size.height() - mUnit * (kMapTop + kFoot);
    return std::min(across / mSheet.extent.width(), down / mSheet.extent.height());
}

void SheetSetter::setSize()
{
    const QSizeF size = sizeOf(mSheet.paper);
    // Large sheets are read from further away, but not as far as they are larger.
    mUnit = letteringOn(mSheet.paper);
    // The sheet stands or lies, whichever shows the ground larger.
    const bool lies = scaleOn(size.transposed()) > scaleOn(size);
    const double across = lies ? size.height() : size.width();
    const double down = lies ? size.width() : size.height();
    mLayout.pageCollection()->page(0)->setPageSize(
        QgsLayoutSize(across, down, Qgis::LayoutUnit::Millimeters));
    mWidth = across / mUnit;
    mHeight = down / mUnit;
    mMapBox = QRectF(kMargin, kMapTop, mWidth - 2.0 * kMargin, mHeight - kMapTop - kFoot);
}

void SheetSetter::place(QgsLayoutItem &item, const QRectF &box)
{
    item.attemptSetSceneRect(QRectF(box.topLeft() * mUnit, box.size() * mUnit));
}

QgsTextFormat SheetSetter::letters(double points, bool bold, const QColor &ink) const
{
    QgsTextFormat format;
    format.setFont(pageFont(points * mUnit, bold));
    format.setSize(points * mUnit);
    format.setColor(ink);
    return format;
}

QgsLayoutItemLabel *SheetSetter::label(
    const QString &text, const QRectF &box, double points, bool bold, const QColor &ink)
{
    auto *item = new QgsLayoutItemLabel(&mLayout);
    item->setTextFormat(letters(points, bold, ink));
    item->setText(QString(text).replace("[%"_L1, "[ %"_L1)); // never an expression of QGIS
    item->setMargin(0.0);
    mLayout.addLayoutItem(item);
    place(*item, box);
    return item;
}

/** Millimetres that a line of so many points takes. */
double lineWidth(const QString &text, double points, bool bold)
{
    const double large = 100.0; // points: no rounding to pixels
    const QFontMetricsF metrics(pageFont(large, bold));
    return metrics.horizontalAdvance(text) * 25.4 / metrics.fontDpi() * points / large;
}

/** The title gets smaller before it loses its end. */
double fittingSize(const QString &text, double width)
{
    const double natural = lineWidth(text, kTitleSize, true);
    return natural <= width ? kTitleSize : std::max(kTextSize, kTitleSize * width / natural * 0.98);
}

QString fittingText(const QString &text, double points, bool bold, double width)
{
    QString shown = text;
    while (shown.size() > 1 && lineWidth(shown, points, bold) > width) {
        shown = shown.left(shown.size() - 2) + u'…';
    }
    return shown;
}

void SheetSetter::setTitle()
{
    const double badge = mSheet.simulated ? 34.0 : 0.0;
    const double width = mWidth - 2.0 * kMargin - badge - 4.0;
    const double size = fittingSize(mSheet.title, width);
    label(fittingText(mSheet.title, size, true, width),
          QRectF(kMargin, kTitleTop, width, 9.0),
          size,
          true);
    const double line = mWidth - 2.0 * kMargin;
    const QString about = fittingText(mSheet.about, kTextSize + 1.0, false, line);
    QgsLayoutItemLabel *below =
        label(about, QRectF(kMargin, kTitleTop + 10.0, line, 6.0), kTextSize + 1.0, false, kMuted);
    if (mSheet.isAtlas) {
        const QString rest = below->text();
        below->setText(u"[% @atlas_pagename %]"_s + (rest.isEmpty() ? rest : u" · "_s + rest));
    }
    if (mSheet.simulated) {
        auto *item = label(Words::tr("Simulated data"),
                           QRectF(mWidth - kMargin - badge, kTitleTop, badge, 7.0),
                           kTextSize,
                           true,
                           QColor(0x6e, 0x4a, 0x00));
        item->setHAlign(Qt::AlignHCenter);
        item->setVAlign(Qt::AlignVCenter);
        item->setBackgroundEnabled(true);
        item->setBackgroundColor(QColor(0xfd, 0xf1, 0xd2));
    }
}

void SheetSetter::setMap()
{
    auto *map = new QgsLayoutItemMap(&mLayout);
    mLayout.addLayoutItem(map);
    place(*map, mMapBox);
    map->setCrs(crsOf(mSheet));
    QList<QgsMapLayer *> layers;
    for (const std::unique_ptr<QgsMapLayer> &layer : mSheet.layers) {
        layers.append(layer.get());
    }
    map->setLayers(layers);
    map->setKeepLayerSet(true);
    if (mSheet.isAtlas) {
        map->setAtlasDriven(true);
        map->setAtlasScalingMode(QgsLayoutItemMap::Auto);
        map->setAtlasMargin(kAroundStreet);
    }
    map->setBackgroundColor(QColor(0xf8, 0xf9, 0xfb));
    map->zoomToExtent(mSheet.extent);
    map->setFrameEnabled(true);
    map->setFrameStrokeColor(kMuted);
    map->setFrameStrokeWidth(QgsLayoutMeasurement(0.2 * mUnit));
    setScaleBar(*map);
}

void SheetSetter::setScaleBar(QgsLayoutItemMap &map)
{
    auto *bar = new QgsLayoutItemScaleBar(&mLayout);
    bar->setStyle(u"Single Box"_s);
    bar->setLinkedMap(&map);
    bar->setTextFormat(letters(kTextSize, false, kInk));
    bar->setHeight(1.6 * mUnit);
    mLayout.addLayoutItem(bar);
    const bool large = map.extent().width() > kKilometresFrom;
    bar->applyDefaultSize(large ? Qgis::DistanceUnit::Kilometers : Qgis::DistanceUnit::Meters);
    bar->setUnitLabel(large ? u"km"_s : u"m"_s);
    if (mSheet.isAtlas) { // each street has its scale
        bar->setUnits(Qgis::DistanceUnit::Meters);
        bar->setUnitLabel(u"m"_s);
        bar->setSegmentSizeMode(Qgis::ScaleBarSegmentSizeMode::FitWidth);
        bar->setMinimumBarWidth(30.0 * mUnit);
        bar->setMaximumBarWidth(60.0 * mUnit);
    }
    bar->setBackgroundEnabled(true);
    bar->setBackgroundColor(QColor(255, 255, 255, 215));
    bar->setReferencePoint(QgsLayoutItem::LowerLeft);
    bar->attemptMove(
        QgsLayoutPoint((mMapBox.left() + 2.0) * mUnit, (mMapBox.bottom() - 2.0) * mUnit));
}

void SheetSetter::setNorth()
{
    const QPointF at(mMapBox.right() - 9.0, mMapBox.top() + 4.0);
    const QPolygonF needle{at * mUnit,
                           (at + QPointF(3.0, 9.0)) * mUnit,
                           (at + QPointF(0.0, 7.0)) * mUnit,
                           (at + QPointF(-3.0, 9.0)) * mUnit};
    auto *arrow = new QgsLayoutItemPolygon(needle, &mLayout);
    const std::unique_ptr<QgsFillSymbol> symbol(
        QgsFillSymbol::createSimple({{u"color"_s, kInk.name()},
                                     {u"outline_color"_s, u"#ffffff"_s},
                                     {u"outline_width"_s, u"0.3"_s}}));
    arrow->setSymbol(symbol.get());
    mLayout.addLayoutItem(arrow);
    auto *letter =
        label(u"N"_s, QRectF(at.x() - 4.0, at.y() + 9.0, 8.0, 5.0), kTextSize + 1.0, true);
    letter->setHAlign(Qt::AlignHCenter);
}

void SheetSetter::setLegend()
{
    if (mSheet.stops.isEmpty()) {
        return;
    }
    const double top = mMapBox.bottom() + 4.0;
    label(fittingText(mSheet.measure, kTextSize, true, kLegendWidth),
          QRectF(kMargin, top, kLegendWidth, 5.0),
          kTextSize,
          true);
    const double most = mSheet.stops.last().value;
    QgsGradientStopsList between;
    for (const HeatStop &stop : mSheet.stops) {
        between.append(QgsGradientStop(stop.value / most, QColor::fromRgb(onWhite(stop.argb))));
    }
    auto colours =
        std::make_unique<QgsGradientColorRamp>(between.first().color, between.last().color);
    colours->setStops(between.mid(1, between.size() - 2));
    auto gradient = std::make_unique<QgsGradientFillSymbolLayer>();
    gradient->setGradientColorType(Qgis::GradientColorSource::ColorRamp);
    gradient->setColorRamp(colours.release());
    gradient->setReferencePoint1(QPointF(0.0, 0.5));
    gradient->setReferencePoint2(QPointF(1.0, 0.5));
    QgsFillSymbol symbol(QgsSymbolLayerList{gradient.release()});
    auto *bar = new QgsLayoutItemShape(&mLayout);
    bar->setShapeType(QgsLayoutItemShape::Rectangle);
    bar->setSymbol(&symbol);
    mLayout.addLayoutItem(bar);
    const QRectF box(kMargin + 4.0, top + 6.0, kLegendWidth - 12.0, 4.0);
    place(*bar, box);
    bar->setFrameEnabled(true);
    bar->setFrameStrokeColor(kMuted);
    bar->setFrameStrokeWidth(QgsLayoutMeasurement(0.15 * mUnit));
    for (const HeatStop &stop : mSheet.stops) {
        if (stop.labelled) {
            const double x = box.left() + box.width() * stop.value / most;
            label(heatValueText(stop.value),
                  QRectF(x - 8.0, box.bottom() + 0.8, 16.0, 4.5),
                  kTextSize)
                ->setHAlign(Qt::AlignHCenter);
        }
    }
}

void SheetSetter::setFacts()
{
    const double left = kMargin + kLegendWidth + 6.0;
    const double width = mWidth - kMargin - left;
    QStringList lines;
    for (const QString &fact : mSheet.facts) {
        lines.append(fittingText(fact, kTextSize, false, width));
    }
    label(lines.join(u'\n'), QRectF(left, mMapBox.bottom() + 4.0, width, 28.0), kTextSize);
}

void SheetSetter::setFootLine()
{
    const double line = mWidth - 2.0 * kMargin;
    label(fittingText(mSheet.foot, kSmallSize, false, line),
          QRectF(kMargin, mHeight - 11.0, line, 5.0),
          kSmallSize,
          false,
          kMuted);
}

/** A sheet with the project it stands in. */
class SetSheet
{
public:
    explicit SetSheet(const HeatSheet &sheet)
        : mLayout(&mProject)
    {
        mProject.setCrs(crsOf(sheet));
        mProject.setEllipsoid(u"EPSG:7030"_s);
        QgsProjectMetadata metadata = mProject.metadata();
        metadata.setTitle(sheet.title);
        metadata.setAuthor(sheet.stamp.who()); // not the account of this computer
        if (!sheet.stamp.isEmpty()) {
            metadata.setCreationDateTime(sheet.stamp.localTime());
        }
        mProject.setMetadata(metadata);
        mLayout.initializeDefaults();
        SheetSetter(mLayout, sheet).set();
        if (sheet.isAtlas) {
            setAtlas(sheet);
        }
    }
    [[nodiscard]] QgsPrintLayout *layout() { return &mLayout; }

private:
    void setAtlas(const HeatSheet &sheet)
    {
        mLayout.atlas()->setEnabled(true);
        mLayout.atlas()->setCoverageLayer(streetLayerAmong(sheet.layers));
        mLayout.atlas()->setPageNameExpression(u"\"name\""_s);
    }

    QgsProject mProject;
    QgsPrintLayout mLayout;
};

Result<void> written(QgsLayoutExporter::ExportResult result, const QString &path)
{
    switch (result) {
    case QgsLayoutExporter::Success:
        return {};
    case QgsLayoutExporter::MemoryError:
        return sheetTooLarge();
    default:
        return fileError(path, errno, u"QgsLayoutExporter"_s);
    }
}

} // namespace

double letteringOn(const QString &paper)
{
    return std::pow(sizeOf(paper).width() / sizeOf({}).width(), kGrowth);
}

QStringList paperNames()
{
    return {u"A4"_s, u"A3"_s, u"A2"_s, u"A1"_s, u"A0"_s};
}

Error sheetTooLarge()
{
    return {ErrorCode::Internal,
            Words::tr("There is not enough memory for a page of this size. Choose a smaller one."),
            {}};
}

QImage drawSheet(const HeatSheet &sheet)
{
    SetSheet set(sheet);
    // Not exportToImage(): it would have GDAL write a place into a PNG, which it cannot.
    QImage picture = QgsLayoutExporter(set.layout()).renderPageToImage(0, QSize(), sheet.dpi);
    stampImage(picture, sheet.stamp);
    return picture;
}

Result<void> writeSheetPdf(const HeatSheet &sheet, const QString &path)
{
    SetSheet set(sheet);
    QgsLayoutExporter::PdfExportSettings settings;
    settings.dpi = sheet.dpi;
    settings.appendGeoreference = false;
    settings.textRenderFormat = Qgis::TextRenderFormat::AlwaysText; // can be searched
    errno = 0;
    if (sheet.isAtlas) {
        QString problem;
        return written(
            QgsLayoutExporter::exportToPdf(set.layout()->atlas(), path, settings, problem), path);
    }
    return written(QgsLayoutExporter(set.layout()).exportToPdf(path, settings), path);
}

Result<void> writeSheetSvg(const HeatSheet &sheet, const QString &path)
{
    SetSheet set(sheet);
    QgsLayoutExporter::SvgExportSettings settings;
    settings.dpi = sheet.dpi;
    settings.textRenderFormat = Qgis::TextRenderFormat::AlwaysText;
    settings.exportMetadata = false;
    errno = 0;
    return written(QgsLayoutExporter(set.layout()).exportToSvg(path, settings), path);
}

} // namespace gridward
