// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/print/printlayout.h"

#include "gis/layers/districtlayers.h"
#include "models/analysis/roundnumber.h"

#include <qgscategorizedsymbolrenderer.h>
#include <qgsdistancearea.h>
#include <qgsexception.h>
#include <qgsfeature.h>
#include <qgsfeaturerequest.h>
#include <qgslayertree.h>
#include <qgslayertreemodel.h>
#include <qgslayoutitemlabel.h>
#include <qgslayoutitemlegend.h>
#include <qgslayoutitemmap.h>
#include <qgslayoutitempage.h>
#include <qgslayoutitempicture.h>
#include <qgslayoutitemscalebar.h>
#include <qgslayoutpagecollection.h>
#include <qgslegendstyle.h>
#include <qgsmaplayer.h>
#include <qgsmaplayerlegend.h>
#include <qgsprintlayout.h>
#include <qgsproject.h>
#include <qgstextformat.h>
#include <qgsvectorlayer.h>

#include <QCoreApplication>
#include <QFont>
#include <QLocale>
#include <QSet>

#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PrintLayout)
};

// Millimetres.
constexpr double kMargin = 10.0;
constexpr double kTitleHeight = 9.0;
constexpr double kNoteHeight = 6.0;
constexpr double kFootHeight = 5.0;
constexpr double kGap = 3.0;
constexpr double kSideWidth = 54.0;
constexpr double kNorthSize = 14.0;
constexpr double kScaleHeight = 22.0;
constexpr double kBarLength = 42.0;
constexpr double kNoticeShare = 0.5;    ///< of the foot, for the attribution
constexpr double kSmallestLegend = 0.5; ///< of its normal size

/** A needle that says where north is; drawn by us, so that no file can be missing. */
constexpr char kNorthArrow[] =
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 48'>"
    "<path d='M20 2 L30 34 L20 28 L10 34 Z' fill='#1f2937'/>"
    "<path d='M20 2 L20 28 L10 34 Z' fill='#8a94a3'/>"
    "<path d='M16 46 V37.5 L24 46 V37.5' fill='none' stroke='#1f2937' stroke-width='2'/></svg>";

QgsTextFormat textOf(double points, QFont::Weight weight, const QColor &ink)
{
    QFont font(u"Noto Sans CJK SC"_s);
    font.setWeight(weight);
    // Shaping takes other glyphs for digits in Latin text, which a PDF cannot be searched for.
    font.setStyleStrategy(QFont::PreferNoShaping);
    QgsTextFormat format;
    format.setFont(font);
    format.setSize(points);
    format.setSizeUnit(Qgis::RenderUnit::Points);
    format.setColor(ink);
    return format;
}

const QColor kInk(0x1f, 0x29, 0x37);
const QColor kQuietInk(0x5b, 0x67, 0x75);

/** Puts the items of one page where they belong. */
class Composer
{
public:
    Composer(QgsProject &project, const PrintOrder &order, const PrintView &view)
        : mProject(project)
        , mOrder(order)
        , mView(view)
        , mLayout(std::make_unique<QgsPrintLayout>(&project))
    {
    }

    PrintPage compose()
    {
        makePage();
        addText(mOrder.title,
                QRectF(kMargin, kMargin, mPage.width() - 2 * kMargin, kTitleHeight),
                textOf(18, QFont::Bold, kInk),
                Qt::AlignLeft);
        addText(mOrder.note,
                QRectF(kMargin, kMargin + kTitleHeight, mPage.width() - 2 * kMargin, kNoteHeight),
                textOf(9, QFont::Normal, kQuietInk),
                Qt::AlignLeft);
        addMap();
        addFoot();
        addScale();
        addLegend();
        return {std::move(mLayout), mMap};
    }

private:
    void makePage()
    {
        mLayout->initializeDefaults();
        QgsLayoutItemPage *page = mLayout->pageCollection()->page(0);
        page->setPageSize(mOrder.a3 ? u"A3"_s : u"A4"_s,
                          mOrder.landscape ? QgsLayoutItemPage::Landscape
                                           : QgsLayoutItemPage::Portrait);
        mPage = page->pageSize().toQSizeF();
    }

    void place(QgsLayoutItem *item, const QRectF &millimetres)
    {
        item->attemptSetSceneRect(millimetres);
        mLayout->addLayoutItem(item); // the layout owns it
    }

    void addText(const QString &text,
                 const QRectF &box,
                 const QgsTextFormat &format,
                 Qt::AlignmentFlag side)
    {
        if (text.isEmpty()) {
            return;
        }
        auto *label = new QgsLayoutItemLabel(mLayout.get());
        label->setText(QString(text).replace("[%"_L1, "[ %"_L1)); // never an expression of QGIS
        label->setTextFormat(format);
        label->setHAlign(side);
        label->setVAlign(Qt::AlignVCenter);
        label->setMarginX(0);
        label->setMarginY(0);
        place(label, box);
    }

    [[nodiscard]] QRectF mapBox() const
    {
        const double top = kMargin + kTitleHeight + kNoteHeight + kGap;
        return QRectF(QPointF(kMargin, top),
                      QPointF(mPage.width() - kMargin - kSideWidth - kGap,
                              mPage.height() - kMargin - kFootHeight - kGap));
    }

    [[nodiscard]] QRectF sideBox() const
    {
        const QRectF map = mapBox();
        return QRectF(map.right() + kGap, map.top(), kSideWidth, map.height());
    }

    void addMap()
    {
        mMap = new QgsLayoutItemMap(mLayout.get());
        place(mMap, mapBox());
        mMap->setCrs(mView.crs);
        mMap->setLayers(mView.layers);
        mMap->setKeepLayerSet(true);
        if (!mView.styles.isEmpty()) {
            mMap->setLayerStyleOverrides(mView.styles);
            mMap->setKeepLayerStyles(true);
        }
        mMap->setMapRotation(mView.rotation);
        mMap->zoomToExtent(mView.extent);
        mMap->setBackgroundColor(Qt::white);
        mMap->setFrameEnabled(true);
        mMap->setFrameStrokeWidth(QgsLayoutMeasurement(0.3));
    }

    void addFoot()
    {
        const double top = mPage.height() - kMargin - kFootHeight;
        const double width = mPage.width() - 2 * kMargin;
        addText(mView.attribution,
                QRectF(kMargin, top, width * kNoticeShare, kFootHeight),
                textOf(7.5, QFont::Normal, kQuietInk),
                Qt::AlignLeft);
        // The line of whoever prints is longer, and more to the point than a date.
        const QString printed =
            mOrder.stamp.isEmpty()
                ? Words::tr("Printed on %1").arg(mView.printedAt.toString(u"yyyy-MM-dd HH:mm"_s))
                : mOrder.stamp.line();
        addText(
            printed,
            QRectF(kMargin + width * kNoticeShare, top, width * (1 - kNoticeShare), kFootHeight),
            textOf(7.5, QFont::Normal, kQuietInk),
            Qt::AlignRight);
    }

    /** Ground metres for each millimetre of paper in the middle of the map; 0 if nobody knows. */
    [[nodiscard]] double groundMetres() const
    {
        QgsDistanceArea ground;
        ground.setSourceCrs(mView.crs, mProject.transformContext());
        ground.setEllipsoid(mProject.ellipsoid());
        const QgsPointXY middle = mMap->extent().center();
        const double half = mMap->extent().width() * 0.05;
        try {
            const double tenth =
                ground.convertLengthMeasurement(ground.measureLine({middle.x() - half, middle.y()},
                                                                   {middle.x() + half, middle.y()}),
                                                Qgis::DistanceUnit::Meters);
            return tenth * 10.0 / mMap->rect().width();
        } catch (const QgsCsException &) {
            return 0.0;
        }
    }

    void addScale()
    {
        const QRectF side = sideBox();
        auto *north = new QgsLayoutItemPicture(mLayout.get());
        north->setPicturePath(u"base64:"_s +
                              QString::fromLatin1(QByteArray(kNorthArrow).toBase64()));
        north->setLinkedMap(mMap);
        north->setNorthMode(QgsLayoutItemPicture::GridNorth);
        place(
            north,
            QRectF(side.left(), side.bottom() - kScaleHeight - kNorthSize, kNorthSize, kNorthSize));

        const double metres = groundMetres();
        if (metres <= 0.0 || !std::isfinite(metres)) {
            return;
        }
        const double segment = roundNumberBelow(kBarLength * metres / 2.0);
        const bool long_ = segment >= 1000.0;
        auto *bar = new QgsLayoutItemScaleBar(mLayout.get());
        bar->setStyle(u"Single Box"_s);
        bar->setLinkedMap(mMap);
        bar->setMethod(Qgis::ScaleCalculationMethod::HorizontalMiddle);
        bar->setUnits(long_ ? Qgis::DistanceUnit::Kilometers : Qgis::DistanceUnit::Meters);
        bar->setUnitLabel(long_ ? u"km"_s : u"m"_s);
        bar->setNumberOfSegmentsLeft(0);
        bar->setNumberOfSegments(2);
        bar->setUnitsPerSegment(long_ ? segment / 1000.0 : segment);
        bar->setHeight(2.0);
        bar->setTextFormat(textOf(8, QFont::Normal, kInk));
        bar->setBoxContentSpace(0);
        bar->update();
        place(bar, QRectF(side.left(), side.bottom() - kScaleHeight + 3.0, kSideWidth, 10.0));
        const double denominator = metres * 1000.0;
        const double digit = std::pow(10.0, std::floor(std::log10(denominator)) - 2.0);
        addText(Words::tr("Scale about 1:%1")
                    .arg(QLocale::c().toString(std::round(denominator / digit) * digit, 'f', 0)),
                QRectF(side.left(), side.bottom() - 6.0, kSideWidth, 6.0),
                textOf(8, QFont::Normal, kInk),
                Qt::AlignLeft);
    }

    void addLegend()
    {
        const QRectF side = sideBox();
        auto *legend = new QgsLayoutItemLegend(mLayout.get());
        place(legend, QRectF(side.topLeft(), QSizeF(kSideWidth, 20.0)));
        legend->setLinkedMap(mMap);
        legend->setAutoUpdateModel(false);
        QgsLayerTreeGroup *tree = legend->model()->rootGroup();
        tree->removeAllChildren();
        legend->model()->setLayerStyleOverrides(mView.styles); // before there are entries
        for (QgsMapLayer *layer : mView.legend) {
            QgsLayerTreeLayer *node = tree->addLayer(layer);
            if (districtRole(*layer) == "places"_L1) {
                keepWhatIsSeen(*legend->model(), *node, *qobject_cast<QgsVectorLayer *>(layer));
            }
        }
        legend->setTitle(Words::tr("Legend"));
        legend->setBoxSpace(0);
        const double room = side.height() - kScaleHeight - kNorthSize - kGap;
        for (double size = 1.0; size >= kSmallestLegend; size *= 0.92) {
            dressLegend(*legend, size);
            legend->adjustBoxSize();
            if (legend->rect().height() <= room && legend->rect().width() <= kSideWidth) {
                break;
            }
        }
    }

    /** Of thirty kinds of places, those that lie on the paper. */
    void keepWhatIsSeen(QgsLayerTreeModel &model, QgsLayerTreeLayer &node, QgsVectorLayer &layer)
    {
        const auto *kinds = dynamic_cast<QgsCategorizedSymbolRenderer *>(layer.renderer());
        if (kinds == nullptr) {
            return;
        }
        QgsFeatureRequest request;
        request.setDestinationCrs(mView.crs, mProject.transformContext());
        request.setFilterRect(mView.extent);
        const int field = layer.fields().lookupField(kinds->classAttribute());
        QSet<QString> seen;
        QgsFeatureIterator rows = layer.getFeatures(request);
        QgsFeature row;
        while (rows.nextFeature(row)) {
            seen.insert(row.attribute(field).toString());
        }
        QList<int> order;
        for (qsizetype i = 0; i < kinds->categories().size(); ++i) {
            if (seen.contains(kinds->categories().at(i).value().toString())) {
                order.append(static_cast<int>(i));
            }
        }
        QgsMapLayerLegendUtils::setLegendNodeOrder(&node, order);
        model.refreshLayerLegend(&node);
    }

    static void dressLegend(QgsLayoutItemLegend &legend, double size)
    {
        const auto format = [&](QgsLegendStyle::Style part, double points, QFont::Weight weight) {
            legend.rstyle(part).setTextFormat(textOf(points * size, weight, kInk));
        };
        format(QgsLegendStyle::Title, 11, QFont::Bold);
        format(QgsLegendStyle::Group, 9, QFont::Bold);
        format(QgsLegendStyle::Subgroup, 8.5, QFont::DemiBold);
        format(QgsLegendStyle::SymbolLabel, 8, QFont::Normal);
        legend.setMaximumSymbolSize(3.6 * size);
        legend.setSymbolWidth(5.5 * size);
        legend.setSymbolHeight(3.2 * size);
        legend.rstyle(QgsLegendStyle::Subgroup).setMargin(QgsLegendStyle::Top, 2.6 * size);
        legend.rstyle(QgsLegendStyle::Symbol).setMargin(QgsLegendStyle::Top, 1.2 * size);
    }

    QgsProject &mProject;
    const PrintOrder &mOrder;
    const PrintView &mView;
    std::unique_ptr<QgsPrintLayout> mLayout;
    QgsLayoutItemMap *mMap = nullptr;
    QSizeF mPage;
};

} // namespace

PrintPage makePrintPage(QgsProject &project, const PrintOrder &order, const PrintView &view)
{
    return Composer(project, order, view).compose();
}

} // namespace gridward
