// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/heat/heatsheet.h"

#include "gis/heat/asidefile.h"
#include "gis/heat/heatatlas.h"
#include "gis/heat/heatframe.h"
#include "gis/heat/heathatch.h"
#include "gis/heat/heatlayers.h"
#include "gis/heat/heatscale.h"
#include "gis/print/stamping.h"
#include "models/analysis/roundnumber.h"

#include <qgscolorrampimpl.h>
#include <qgsfillsymbol.h>
#include <qgsfillsymbollayer.h>
#include <qgslabelingenginesettings.h>
#include <qgslayoutatlas.h>
#include <qgslayoutexporter.h>
#include <qgslayoutitemlabel.h>
#include <qgslayoutitemmap.h>
#include <qgslayoutitempage.h>
#include <qgslayoutitempolyline.h>
#include <qgslayoutitemscalebar.h>
#include <qgslayoutitemshape.h>
#include <qgslinesymbol.h>
#include <qgsprintlayout.h>
#include <qgsproject.h>
#include <qgsprojectmetadata.h>
#include <qgstextformat.h>

#include <QCoreApplication>
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

// Millimetres, times the unit of the frame.
constexpr double kBetweenMaps = 4.0;
constexpr double kBetween = 4.0; ///< title and badge, text and hatch
constexpr double kLine = 4.5;    ///< of the legend
constexpr double kShortestBar = 30.0;
constexpr double kLongestBar = 60.0;
constexpr double kLeastTitle = 0.4; ///< of its size: smaller, it loses its end instead
constexpr double kLeastSubtitle = 0.6;
constexpr double kPlacesOfNames =
    6.0;                              ///< tried in a square centimetre; 30 take three times as long
constexpr double kSheetNumber = 34.0; ///< room for it
constexpr double kAroundStreet = 0.08;     ///< of its size, on each side
constexpr double kKilometresFrom = 4000.0; ///< metres across, from which the scale bar has them

/** A label shows it as it stands: never an expression of QGIS. */
QString plain(QString text)
{
    return text.replace("[%"_L1, "[ %"_L1);
}

QgsCoordinateReferenceSystem crsOf(const HeatSheet &sheet)
{
    return QgsCoordinateReferenceSystem::fromOgcWmsCrs(sheet.crs).isValid()
               ? QgsCoordinateReferenceSystem::fromOgcWmsCrs(sheet.crs)
               : QgsCoordinateReferenceSystem::fromWkt(sheet.crs);
}

/** Short and long side, millimetres; nothing for a paper that is none. */
QSizeF sizeOf(const QString &paper)
{
    const qsizetype at = paperNames().indexOf(paper);
    const QPageSize::PageSizeId ids[] = {
        QPageSize::A4, QPageSize::A3, QPageSize::A2, QPageSize::A1, QPageSize::A0};
    return at < 0 ? QSizeF() : QPageSize::size(ids[at], QPageSize::Millimeter);
}

/** The room for maps, cut in two. */
std::pair<QRectF, QRectF> halved(const QRectF &box, bool isBeside, double gap)
{
    const double width = isBeside ? (box.width() - gap) / 2.0 : box.width();
    const double height = isBeside ? box.height() : (box.height() - gap) / 2.0;
    const QRectF first(box.left(), box.top(), width, height);
    return {first, first.translated(isBeside ? width + gap : 0.0, isBeside ? 0.0 : height + gap)};
}

/** Fills the frame of a sheet; the layout owns every item. */
class SheetSetter
{
public:
    SheetSetter(QgsPrintLayout &layout, HeatFrame &frame, const HeatSheet &sheet, QgsMapLayer *veil)
        : mLayout(layout)
        , mFrame(frame)
        , mSheet(sheet)
        , mVeil(veil)
    {
    }
    void set();

private:
    void setSize();
    void setTitle();
    void setMaps();
    void dress(QgsLayoutItemMap &map,
               const QRectF &box,
               const std::vector<std::unique_ptr<QgsMapLayer>> &layers);
    void addCaption(const QRectF &box, const QString &text);
    void setScaleBar();
    void setLegend();
    void addMarks(const HeatScale &scale, const QRectF &bar);
    void addHatch(const QRectF &box);
    void addNotes(const QRectF &bar);
    void setWords();
    void keepNamesClear();
    void write(const QString &id, const QString &text);
    QgsLayoutItemLabel *addLabel(const QString &text, const QRectF &box, Qt::AlignmentFlag align);
    [[nodiscard]] double unit() const { return mFrame.unit(); }
    [[nodiscard]] bool hasTwo() const { return !mSheet.otherLayers.empty(); }
    [[nodiscard]] double scaleIn(const QRectF &box) const;

    QgsPrintLayout &mLayout;
    HeatFrame &mFrame;
    const HeatSheet &mSheet;
    QgsMapLayer *mVeil;     ///< over all but the street of a sheet; none without an atlas
    bool mIsBeside = false; ///< two maps: beside each other, or one below the other
};

void SheetSetter::set()
{
    setSize();
    setTitle();
    setMaps();
    setScaleBar();
    setLegend();
    setWords();
    keepNamesClear();
}

/** How large a metre of the ground would be in such a box. */
double SheetSetter::scaleIn(const QRectF &box) const
{
    return std::min(box.width() / mSheet.extent.width(), box.height() / mSheet.extent.height());
}

/** Our own sheet stands or lies, and two maps lie beside each other or not, whichever shows the
 * ground larger; a template that somebody brought keeps standing or lying. */
void SheetSetter::setSize()
{
    const QSizeF drawn = mFrame.drawnSize();
    const QSizeF paper = sizeOf(mSheet.paper);
    QList<QSizeF> pages{drawn};
    if (!paper.isEmpty()) {
        pages = {drawn.width() > drawn.height() ? paper.transposed() : paper};
        if (mSheet.frame.isEmpty()) {
            pages.append(paper.transposed());
        }
    }
    QSizeF best;
    double largest = -1.0;
    for (const QSizeF &page : std::as_const(pages)) {
        const QRectF room = mFrame.mapOn(page);
        for (const bool isBeside : {false, true}) {
            const double gap = kBetweenMaps * mFrame.unitOn(page);
            const double scale = scaleIn(hasTwo() ? halved(room, isBeside, gap).first : room);
            if (scale > largest) {
                largest = scale;
                best = page;
                mIsBeside = isBeside;
            }
        }
    }
    mFrame.fitTo(best);
}

void SheetSetter::write(const QString &id, const QString &text)
{
    QgsLayoutItemLabel &label = mFrame.label(id);
    QStringList lines;
    for (const QString &line : text.split(u'\n')) {
        lines.append(fittingText(label, line, mFrame.boxOf(id).width()));
    }
    label.setText(plain(lines.join(u'\n')));
}

void SheetSetter::setTitle()
{
    QgsLayoutItemLabel &badge = mFrame.label(u"simulated"_s);
    QgsLayoutItemLabel &title = mFrame.label(u"title"_s);
    QRectF box = mFrame.boxOf(u"title"_s);
    if (mSheet.simulated) {
        badge.setText(Words::tr("Simulated data"));
        const QRectF other = mFrame.boxOf(u"simulated"_s);
        if (other.intersects(box)) {
            box.setRight(other.left() - kBetween * unit());
            title.attemptSetSceneRect(box);
        }
    } else {
        mLayout.removeLayoutItem(&badge);
    }
    QString text = mSheet.title;
    QString below = mSheet.about;
    QRectF belowBox = mFrame.boxOf(u"subtitle"_s);
    if (const double top = mFrame.boxOf(u"map"_s).top(); top > belowBox.bottom()) {
        belowBox.setBottom(std::max(belowBox.bottom(), top - unit())); // room for a second line
    }
    if (mSheet.isAtlas) { // whose sheets differ by their streets
        text = longestNameOf(*streetLayerAmong(mSheet.layers));
        below = below.isEmpty() ? mSheet.title : mSheet.title + u" · "_s + below;
        const QRectF row(belowBox.right() - kSheetNumber * unit(),
                         belowBox.top(),
                         kSheetNumber * unit(),
                         belowBox.height());
        addLabel(QString(), row, Qt::AlignRight)->setText(numberOfSheet());
        belowBox.setRight(row.left() - kBetween * unit());
    }
    fitText(title, box.size(), plain(text), kLeastTitle);
    if (mSheet.isAtlas) {
        title.setText(streetOfSheet());
    }
    QgsLayoutItemLabel &subtitle = mFrame.label(u"subtitle"_s);
    subtitle.attemptSetSceneRect(belowBox);
    fitText(subtitle, belowBox.size(), plain(below), kLeastSubtitle);
}

void SheetSetter::dress(QgsLayoutItemMap &map,
                        const QRectF &box,
                        const std::vector<std::unique_ptr<QgsMapLayer>> &layers)
{
    map.attemptSetSceneRect(box);
    map.setCrs(crsOf(mSheet));
    QList<QgsMapLayer *> shown;
    for (const std::unique_ptr<QgsMapLayer> &layer : layers) {
        shown.append(layer.get());
    }
    if (mVeil != nullptr) {
        shown.prepend(mVeil);
    }
    map.setLayers(shown);
    map.setKeepLayerSet(true);
    map.zoomToExtent(mSheet.extent);
}

void SheetSetter::setMaps()
{
    QgsLayoutItemMap &map = mFrame.map();
    const QRectF room = mFrame.boxOf(u"map"_s);
    if (!hasTwo()) {
        dress(map, room, mSheet.layers);
        if (mSheet.isAtlas) {
            map.setAtlasDriven(true);
            map.setAtlasScalingMode(QgsLayoutItemMap::Auto);
            map.setAtlasMargin(kAroundStreet);
        }
        return;
    }
    const auto [first, second] = halved(room, mIsBeside, kBetweenMaps * unit());
    dress(map, first, mSheet.layers);
    auto *other = new QgsLayoutItemMap(&mLayout);
    mLayout.addLayoutItem(other);
    other->setBackgroundColor(map.backgroundColor());
    other->setFrameEnabled(map.frameEnabled());
    other->setFrameStrokeColor(map.frameStrokeColor());
    other->setFrameStrokeWidth(map.frameStrokeWidth());
    dress(*other, second, mSheet.otherLayers);
    mLayout.moveItemToBottom(other); // below whatever the template has on the map
    addCaption(first, mSheet.caption);
    addCaption(second, mSheet.otherCaption);
}

void SheetSetter::addCaption(const QRectF &map, const QString &text)
{
    QgsLayoutItemLabel *label =
        addLabel(text, QRectF(map.topLeft(), QSizeF(map.width(), 6.0 * unit())), Qt::AlignHCenter);
    const double width = std::min(map.width(), lineWidth(*label, text) + 4.0 * unit());
    label->attemptSetSceneRect(QRectF(map.topLeft(), QSizeF(width, 6.0 * unit())));
    label->setVAlign(Qt::AlignVCenter);
    label->setBackgroundEnabled(true);
    label->setBackgroundColor(QColor(255, 255, 255, 235));
}

void SheetSetter::setScaleBar()
{
    QgsLayoutItemMap &map = mFrame.map();
    QgsLayoutItemScaleBar &bar = mFrame.scaleBar();
    bar.setLinkedMap(&map);
    const bool isLarge = map.extent().width() > kKilometresFrom && !mSheet.isAtlas;
    bar.setUnits(isLarge ? Qgis::DistanceUnit::Kilometers : Qgis::DistanceUnit::Meters);
    bar.setUnitLabel(isLarge ? Words::tr("km") : Words::tr("m"));
    if (mSheet.isAtlas) { // each street has its scale
        bar.setSegmentSizeMode(Qgis::ScaleBarSegmentSizeMode::FitWidth);
        bar.setMinimumBarWidth(kShortestBar * unit());
        bar.setMaximumBarWidth(kLongestBar * unit());
        return;
    }
    const double metres = map.extent().width() / map.rect().width() * kLongestBar * unit();
    const double segment = roundNumberBelow(metres / bar.numberOfSegments());
    bar.setSegmentSizeMode(Qgis::ScaleBarSegmentSizeMode::Fixed);
    bar.setUnitsPerSegment(isLarge ? segment / 1000.0 : segment);
}

QgsLayoutItemLabel *
SheetSetter::addLabel(const QString &text, const QRectF &box, Qt::AlignmentFlag align)
{
    auto *label = new QgsLayoutItemLabel(&mLayout);
    label->setTextFormat(mFrame.label(u"parameters"_s).textFormat());
    label->setText(plain(text));
    label->setMargin(0.0);
    label->setHAlign(align);
    mLayout.addLayoutItem(label);
    label->attemptSetSceneRect(box);
    return label;
}

/** Colours from left to right. */
std::unique_ptr<QgsFillSymbol> gradientOf(const HeatScale &scale)
{
    QgsGradientStopsList between;
    for (const ScaleColour &colour : scale.colours) {
        between.append(QgsGradientStop(colour.share, QColor::fromRgb(colour.argb)));
    }
    auto colours =
        std::make_unique<QgsGradientColorRamp>(between.first().color, between.last().color);
    colours->setStops(between.mid(1, between.size() - 2));
    auto gradient = std::make_unique<QgsGradientFillSymbolLayer>();
    gradient->setGradientColorType(Qgis::GradientColorSource::ColorRamp);
    gradient->setColorRamp(colours.release());
    gradient->setReferencePoint1(QPointF(0.0, 0.5));
    gradient->setReferencePoint2(QPointF(1.0, 0.5));
    return std::make_unique<QgsFillSymbol>(QgsSymbolLayerList{gradient.release()});
}

QgsLayoutItemShape *addBox(QgsPrintLayout &layout, const QRectF &box, QgsFillSymbol &symbol)
{
    auto *shape = new QgsLayoutItemShape(&layout);
    shape->setShapeType(QgsLayoutItemShape::Rectangle);
    shape->setSymbol(&symbol);
    layout.addLayoutItem(shape);
    shape->attemptSetSceneRect(box);
    return shape;
}

void SheetSetter::setLegend()
{
    const HeatScale scale = scaleOf(mSheet.legend);
    QgsLayoutItem &drawn = mFrame.item(u"legend"_s);
    if (scale.colours.size() < 2) {
        mLayout.removeLayoutItem(&drawn); // there is no surface
        return;
    }
    write(u"legend-title"_s, mSheet.measure);
    const QRectF bar = mFrame.boxOf(u"legend"_s);
    const std::unique_ptr<QgsFillSymbol> symbol = gradientOf(scale);
    QgsLayoutItemShape *shape = addBox(mLayout, bar, *symbol);
    shape->setFrameEnabled(drawn.frameEnabled());
    shape->setFrameStrokeColor(drawn.frameStrokeColor());
    shape->setFrameStrokeWidth(drawn.frameStrokeWidth());
    mLayout.removeLayoutItem(&drawn);
    addMarks(scale, bar);
    addNotes(bar);
}

/** How many marks on to the next that is written, so that all have room and both ends and the
 * middle of a difference are among them; 0: only some beside each other would have room. */
qsizetype strideOf(const QList<ScaleMark> &marks, double room, bool isDiverging)
{
    const qsizetype steps = marks.size() - 1;
    const qsizetype whole = isDiverging && steps % 2 == 0 ? steps / 2 : steps;
    for (qsizetype stride = 1; stride <= whole; ++stride) {
        if (whole % stride == 0 && (marks.at(stride).share - marks.first().share) >= room) {
            return stride;
        }
    }
    return 0;
}

/** As many numbers as have room; the last one always. */
void SheetSetter::addMarks(const HeatScale &scale, const QRectF &bar)
{
    const QgsLayoutItemLabel &letters = mFrame.label(u"parameters"_s);
    double widest = 0.0;
    for (const ScaleMark &mark : scale.marks) {
        widest = std::max(widest, lineWidth(letters, mark.text));
    }
    const double width = widest + 2.0 * unit();
    const qsizetype stride = strideOf(scale.marks, width / bar.width(), mSheet.legend.isDiverging);
    const qsizetype last = scale.marks.size() - 1;
    double free = -1.0;
    for (qsizetype i = 0; i <= last; ++i) {
        const double x = bar.left() + bar.width() * scale.marks.at(i).share;
        const bool hasRoom = x - width / 2.0 >= free && (i == last || x + width <= bar.right());
        if (stride > 0 ? i % stride != 0 : !hasRoom && i != last) {
            continue;
        }
        addLabel(scale.marks.at(i).text,
                 QRectF(x - width / 2.0, bar.bottom() + 0.8 * unit(), width, kLine * unit()),
                 Qt::AlignHCenter);
        free = x + width / 2.0;
    }
}

void SheetSetter::addHatch(const QRectF &box)
{
    const std::unique_ptr<QgsLineSymbol> pen = hatchPen(unit());
    for (const QLineF &line : hatchedBox(box.size(), unit())) {
        const QLineF placed = line.translated(box.topLeft());
        auto *drawn = new QgsLayoutItemPolyline(QPolygonF{placed.p1(), placed.p2()}, &mLayout);
        drawn->setSymbol(pen.get());
        mLayout.addLayoutItem(drawn);
    }
    const std::unique_ptr<QgsFillSymbol> bare(
        QgsFillSymbol::createSimple({{u"style"_s, u"no"_s}, {u"outline_style"_s, u"no"_s}}));
    QgsLayoutItemShape *shape = addBox(mLayout, box, *bare);
    shape->setFrameEnabled(true);
    shape->setFrameStrokeWidth(QgsLayoutMeasurement(0.15 * unit()));
}

void SheetSetter::addNotes(const QRectF &bar)
{
    QRectF row(bar.left(), bar.bottom() + (1.0 + kLine) * unit(), bar.width(), kLine * unit());
    if (mSheet.legend.isDiverging) {
        addLabel(Words::tr("← fewer"), row, Qt::AlignLeft);
        addLabel(Words::tr("more →"), row, Qt::AlignRight);
        row.translate(0.0, kLine * unit());
    }
    if (!mSheet.hidden.isEmpty()) {
        const QRectF box(row.left(), row.top() + 0.6 * unit(), 6.0 * unit(), 3.0 * unit());
        addHatch(box);
        const double left = box.right() + kBetween / 2.0 * unit();
        const double width = mFrame.boxOf(u"legend-title"_s).right() - left;
        QgsLayoutItemLabel *words = addLabel(
            QString(), QRectF(left, row.top(), width, 2.0 * kLine * unit()), Qt::AlignLeft);
        words->setText(plain(mSheet.hidden)); // in two lines where it is long
    }
}

/** What lies on a map covers no name on it. */
void SheetSetter::keepNamesClear()
{
    QList<QgsLayoutItemMap *> maps;
    mLayout.layoutItems(maps);
    QList<QgsLayoutItem *> items;
    mLayout.layoutItems(items);
    for (QgsLayoutItem *item : std::as_const(items)) {
        const bool isGround = qobject_cast<QgsLayoutItemMap *>(item) != nullptr ||
                              qobject_cast<QgsLayoutItemPage *>(item) != nullptr;
        for (QgsLayoutItemMap *map : std::as_const(maps)) {
            if (!isGround && item->sceneBoundingRect().intersects(map->sceneBoundingRect())) {
                map->addLabelBlockingItem(item);
            }
        }
    }
}

void SheetSetter::setWords()
{
    write(u"parameters"_s, mSheet.facts.join(u'\n'));
    write(u"sources"_s, mSheet.sources);
    write(u"date"_s, mSheet.made);
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
        QgsLabelingEngineSettings names;
        names.setMaximumPolygonCandidatesPerCmSquared(kPlacesOfNames);
        mProject.setLabelingEngineSettings(names);
        QgsProjectMetadata metadata = mProject.metadata();
        metadata.setTitle(sheet.title);
        metadata.setAuthor(sheet.stamp.who()); // not the account of this computer
        if (!sheet.stamp.isEmpty()) {
            metadata.setCreationDateTime(sheet.stamp.localTime());
        }
        mProject.setMetadata(metadata);
        Result<HeatFrame> loaded = HeatFrame::load(mLayout, sheet.frame);
        if (!loaded) {
            mProblem = loaded.error();
            return;
        }
        HeatFrame frame = std::move(loaded).value();
        if (sheet.isAtlas) {
            mVeil = makeVeil(crsOf(sheet), letteringOn(sheet.paper));
            makeAtlas(mLayout, *streetLayerAmong(sheet.layers));
        }
        SheetSetter(mLayout, frame, sheet, mVeil.get()).set();
    }
    [[nodiscard]] const std::optional<Error> &problem() const { return mProblem; }
    [[nodiscard]] QgsPrintLayout *layout() { return &mLayout; }

private:
    std::unique_ptr<QgsMapLayer> mVeil; ///< goes after the layout that shows it
    QgsProject mProject;
    QgsPrintLayout mLayout;
    std::optional<Error> mProblem;
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

qint64 pixelsOf(const QString &paper, double dpi)
{
    const QSizeF size = sizeOf(paper) * dpi / 25.4;
    return std::llround(size.width() * size.height());
}

double letteringOn(const QString &paper)
{
    const QSizeF size = sizeOf(paper);
    return size.isEmpty() ? 1.0 : letteringOn(size, sizeOf(u"A4"_s));
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

Result<QImage> drawSheet(const HeatSheet &sheet)
{
    SetSheet set(sheet);
    if (set.problem()) {
        return *set.problem();
    }
    // Not exportToImage(): it would have GDAL write a place into a PNG, which it cannot.
    QImage picture = QgsLayoutExporter(set.layout()).renderPageToImage(0, QSize(), sheet.dpi);
    if (picture.isNull()) {
        return sheetTooLarge();
    }
    stampImage(picture, sheet.stamp);
    return picture;
}

Result<void> writeSheetPdf(const HeatSheet &sheet, const QString &path)
{
    SetSheet set(sheet);
    if (set.problem()) {
        return *set.problem();
    }
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
    if (set.problem()) {
        return *set.problem();
    }
    QgsLayoutExporter::SvgExportSettings settings;
    settings.dpi = sheet.dpi;
    settings.textRenderFormat = Qgis::TextRenderFormat::AlwaysText;
    settings.exportMetadata = false;
    errno = 0;
    return written(QgsLayoutExporter(set.layout()).exportToSvg(path, settings), path);
}

} // namespace gridward
