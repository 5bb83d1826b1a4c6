// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/heat/heatpage.h"

#include "gis/heat/asidefile.h"
#include "gis/heat/heatramp.h"
#include "gis/print/stamping.h"

#include <qgscolorrampimpl.h>
#include <qgsfillsymbol.h>
#include <qgsfillsymbollayer.h>
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
#include <QLocale>

#include <algorithm>
#include <cerrno>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HeatPage)
};

// Millimetres and points on paper.
constexpr double kMargin = 12.0;
constexpr double kTitleTop = 10.0;
constexpr double kMapTop = 30.0;
constexpr double kFoot = 44.0; ///< below the map: legend, facts, notes
constexpr double kLegendWidth = 84.0;
constexpr double kTitleSize = 17.0;
constexpr double kTextSize = 9.0;
constexpr double kSmallSize = 7.5;

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
class PageSetter
{
public:
    PageSetter(QgsPrintLayout &layout, const HeatPage &page)
        : mLayout(layout)
        , mPage(page)
    {
    }
    void set();

private:
    QgsLayoutItemLabel *label(const QString &text,
                              const QRectF &box,
                              double points,
                              bool bold = false,
                              const QColor &ink = kInk);
    void setSize();
    void setTitle();
    void setMap();
    void setScaleBar(QgsLayoutItemMap &map);
    void setNorth();
    void setLegend();
    void setFacts();
    void setFootLine();

    QgsPrintLayout &mLayout;
    const HeatPage &mPage;
    double mWidth = 210.0;
    double mHeight = 297.0;
    QRectF mMapBox;
};

void PageSetter::set()
{
    setSize();
    setTitle();
    setMap();
    setNorth();
    setLegend();
    setFacts();
    setFootLine();
}

void PageSetter::setSize()
{
    const double longSide = mPage.order.a3 ? 420.0 : 297.0;
    const double shortSide = mPage.order.a3 ? 297.0 : 210.0;
    // The sheet stands or lies as the district does.
    const bool lies = mPage.extent.width() > mPage.extent.height();
    mWidth = lies ? longSide : shortSide;
    mHeight = lies ? shortSide : longSide;
    mLayout.pageCollection()->page(0)->setPageSize(
        QgsLayoutSize(mWidth, mHeight, Qgis::LayoutUnit::Millimeters));
    mMapBox = QRectF(kMargin, kMapTop, mWidth - 2.0 * kMargin, mHeight - kMapTop - kFoot);
}

QgsLayoutItemLabel *PageSetter::label(
    const QString &text, const QRectF &box, double points, bool bold, const QColor &ink)
{
    auto *item = new QgsLayoutItemLabel(&mLayout);
    QgsTextFormat format;
    format.setFont(pageFont(points, bold));
    format.setSize(points);
    format.setColor(ink);
    item->setTextFormat(format);
    item->setText(QString(text).replace("[%"_L1, "[ %"_L1)); // never an expression of QGIS
    item->setMargin(0.0);
    mLayout.addLayoutItem(item);
    item->attemptSetSceneRect(box);
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

void PageSetter::setTitle()
{
    const double badge = mPage.simulated ? 34.0 : 0.0;
    const double width = mWidth - 2.0 * kMargin - badge - 4.0;
    const double size = fittingSize(mPage.order.title, width);
    label(fittingText(mPage.order.title, size, true, width),
          QRectF(kMargin, kTitleTop, width, 9.0),
          size,
          true);
    QStringList about{mPage.district, mPage.order.period, mPage.order.selection};
    about.removeAll(QString());
    const double line = mWidth - 2.0 * kMargin;
    label(fittingText(about.join(u" · "_s), kTextSize + 1.0, false, line),
          QRectF(kMargin, kTitleTop + 10.0, line, 6.0),
          kTextSize + 1.0,
          false,
          kMuted);
    if (mPage.simulated) {
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

void PageSetter::setMap()
{
    auto *map = new QgsLayoutItemMap(&mLayout);
    mLayout.addLayoutItem(map);
    map->attemptSetSceneRect(mMapBox);
    map->setCrs(QgsCoordinateReferenceSystem(u"EPSG:%1"_s.arg(mPage.facts.epsg)));
    QList<QgsMapLayer *> layers;
    for (const std::unique_ptr<QgsMapLayer> &layer : mPage.layers) {
        layers.append(layer.get());
    }
    map->setLayers(layers);
    map->setKeepLayerSet(true);
    map->setBackgroundColor(QColor(0xf8, 0xf9, 0xfb));
    map->zoomToExtent(mPage.extent);
    map->setFrameEnabled(true);
    map->setFrameStrokeColor(kMuted);
    map->setFrameStrokeWidth(QgsLayoutMeasurement(0.2));
    setScaleBar(*map);
}

void PageSetter::setScaleBar(QgsLayoutItemMap &map)
{
    auto *bar = new QgsLayoutItemScaleBar(&mLayout);
    bar->setStyle(u"Single Box"_s);
    bar->setLinkedMap(&map);
    QgsTextFormat format;
    format.setFont(pageFont(kTextSize, false));
    format.setSize(kTextSize);
    format.setColor(kInk);
    bar->setTextFormat(format);
    bar->setHeight(1.6);
    mLayout.addLayoutItem(bar);
    const bool large = map.extent().width() > 4000.0;
    bar->applyDefaultSize(large ? Qgis::DistanceUnit::Kilometers : Qgis::DistanceUnit::Meters);
    bar->setUnitLabel(large ? u"km"_s : u"m"_s);
    bar->setBackgroundEnabled(true);
    bar->setBackgroundColor(QColor(255, 255, 255, 215));
    bar->setReferencePoint(QgsLayoutItem::LowerLeft);
    bar->attemptMove(QgsLayoutPoint(mMapBox.left() + 2.0, mMapBox.bottom() - 2.0));
}

void PageSetter::setNorth()
{
    const QPointF at(mMapBox.right() - 9.0, mMapBox.top() + 4.0);
    const QPolygonF needle{{at.x(), at.y()},
                           {at.x() + 3.0, at.y() + 9.0},
                           {at.x(), at.y() + 7.0},
                           {at.x() - 3.0, at.y() + 9.0}};
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

void PageSetter::setLegend()
{
    if (mPage.stops.isEmpty()) {
        return;
    }
    const double top = mMapBox.bottom() + 4.0;
    label(Words::tr("Density: cases per km²"),
          QRectF(kMargin, top, kLegendWidth, 5.0),
          kTextSize,
          true);
    const double most = mPage.stops.last().value;
    QgsGradientStopsList between;
    for (const HeatStop &stop : mPage.stops) {
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
    bar->attemptSetSceneRect(box);
    bar->setFrameEnabled(true);
    bar->setFrameStrokeColor(kMuted);
    bar->setFrameStrokeWidth(QgsLayoutMeasurement(0.15));
    for (const HeatStop &stop : mPage.stops) {
        if (stop.labelled) {
            const double x = box.left() + box.width() * stop.value / most;
            label(heatValueText(stop.value),
                  QRectF(x - 8.0, box.bottom() + 0.8, 16.0, 4.5),
                  kTextSize)
                ->setHAlign(Qt::AlignHCenter);
        }
    }
}

void PageSetter::setFacts()
{
    const QLocale numbers(QLocale::English); // grouped the same way in both languages
    const HeatFacts &facts = mPage.facts;
    QStringList lines{Words::tr("Cases on the map: %1").arg(numbers.toString(facts.cases))};
    if (facts.withoutPlace > 0) {
        lines.append(Words::tr("Without a place, not on the map: %1")
                         .arg(numbers.toString(facts.withoutPlace)));
    }
    if (facts.outside > 0) {
        lines.append(Words::tr("Outside of the district, not on the map: %1")
                         .arg(numbers.toString(facts.outside)));
    }
    lines.append(
        Words::tr("Quartic kernel, radius %1 m, cells of %2 m")
            .arg(numbers.toString(facts.radiusMetres, 'f', 0), QString::number(facts.pixelMetres)));
    lines.append(u"WGS 84 / UTM %1%2 (EPSG:%3)"_s.arg(facts.epsg % 100)
                     .arg(facts.epsg / 100 == 326 ? u"N"_s : u"S"_s)
                     .arg(facts.epsg));
    const double left = kMargin + kLegendWidth + 6.0;
    label(lines.join(u'\n'),
          QRectF(left, mMapBox.bottom() + 4.0, mWidth - kMargin - left, 26.0),
          kTextSize);
}

void PageSetter::setFootLine()
{
    QStringList words{mPage.order.stamp.line(),
                      mPage.order.note,
                      mPage.attribution,
                      u"Gridward " GRIDWARD_VERSION ""_s};
    words.removeAll(QString());
    const double line = mWidth - 2.0 * kMargin;
    label(fittingText(words.join(u" · "_s), kSmallSize, false, line),
          QRectF(kMargin, mHeight - 11.0, line, 5.0),
          kSmallSize,
          false,
          kMuted);
}

/** A page with the project it stands in. */
class SetPage
{
public:
    explicit SetPage(const HeatPage &page)
        : mLayout(&mProject)
    {
        mProject.setCrs(QgsCoordinateReferenceSystem(u"EPSG:%1"_s.arg(page.facts.epsg)));
        mProject.setEllipsoid(u"EPSG:7030"_s);
        QgsProjectMetadata metadata = mProject.metadata();
        metadata.setTitle(page.order.title);
        metadata.setAuthor(page.order.stamp.who()); // not the account of this computer
        if (!page.order.stamp.isEmpty()) {
            metadata.setCreationDateTime(page.order.stamp.localTime());
        }
        mProject.setMetadata(metadata);
        mLayout.initializeDefaults();
        PageSetter(mLayout, page).set();
    }
    [[nodiscard]] QgsPrintLayout *layout() { return &mLayout; }

private:
    QgsProject mProject;
    QgsPrintLayout mLayout;
};

} // namespace

Error pageTooLarge()
{
    return {ErrorCode::Internal,
            Words::tr("There is not enough memory for a page of this size. Choose a smaller one."),
            {}};
}

QImage drawHeatPage(HeatPage page)
{
    SetPage set(page);
    // Not exportToImage(): it would have GDAL write a place into a PNG, which it cannot.
    QImage picture = QgsLayoutExporter(set.layout()).renderPageToImage(0, QSize(), page.order.dpi);
    stampImage(picture, page.order.stamp);
    return picture;
}

Result<void> writeHeatPage(HeatPage page, const QString &path)
{
    SetPage set(page);
    QgsLayoutExporter::PdfExportSettings settings;
    settings.dpi = page.order.dpi;
    settings.appendGeoreference = false;
    settings.textRenderFormat = Qgis::TextRenderFormat::AlwaysText; // can be searched
    errno = 0;
    switch (QgsLayoutExporter(set.layout()).exportToPdf(path, settings)) {
    case QgsLayoutExporter::Success:
        return {};
    case QgsLayoutExporter::MemoryError:
        return pageTooLarge();
    default:
        return fileError(path, errno, u"QgsLayoutExporter"_s);
    }
}

} // namespace gridward
