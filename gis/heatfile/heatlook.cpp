// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/heatfile/heatlook.h"

#include "gis/heat/asidefile.h"
#include "gis/heat/heathatch.h"
#include "gis/heat/heatlayers.h"
#include "gis/heat/heatscale.h"
#include "gis/heat/papersurface.h"
#include "gis/print/stamping.h"

#include <qgscoordinatereferencesystem.h>
#include <qgsmaplayer.h>
#include <qgsmaprenderercustompainterjob.h>
#include <qgsmapsettings.h>
#include <qgspallabeling.h>
#include <qgsrasterdataprovider.h>
#include <qgsrasterlayer.h>
#include <qgstextformat.h>
#include <qgsvectorlayer.h>
#include <qgsvectorlayerlabeling.h>

#include <QCoreApplication>
#include <QFile>
#include <QFontMetricsF>
#include <QImageWriter>
#include <QLinearGradient>
#include <QPainter>
#include <QRegularExpression>

#include <cerrno>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HeatFile)
};

constexpr double kAround = 1.03; ///< air between the district and the frame of a sheet

QgsRectangle boxOf(const CellGrid &grid)
{
    return QgsRectangle(grid.west, grid.south(), grid.east(), grid.north);
}

Error cannotReadBack()
{
    return {ErrorCode::Internal,
            Words::tr("The surface cannot be read back. Check the disk for room."),
            {}};
}

/** Top-most first. */
Result<std::vector<std::unique_ptr<QgsMapLayer>>>
layersFor(const QString &tiff, const HeatLook &look, double unit)
{
    std::unique_ptr<QgsMapLayer> surface = makePaperSurface(tiff, look.legend.stops);
    if (!surface) {
        return cannotReadBack();
    }
    std::vector<std::unique_ptr<QgsMapLayer>> layers =
        layersForPaper(look.district.value_or(DistrictPicture()), std::move(surface));
    if (!look.hidden.isEmpty()) {
        hatchUnknown(
            layers, tiff, unit, look.district ? districtOutline(*look.district) : QByteArray());
    }
    return layers;
}

/** A strip below the map: what is measured, the colours, and their values. */
class LegendPainter
{
public:
    LegendPainter(const HeatLook &look, const QSize &picture)
        : mLook(look)
        , mScale(scaleOf(look.legend))
        , mUnit(std::max(1.0, std::min(picture.width(), picture.height()) / 600.0))
    {
    }
    [[nodiscard]] int height() const
    {
        return mScale.colours.isEmpty() ? 0 : static_cast<int>(std::lround(kHeight * mUnit));
    }
    void paint(QImage &image) const;

private:
    // Pixels of a picture of 600.
    static constexpr double kHeight = 66.0;
    static constexpr double kMargin = 12.0;
    static constexpr double kBar = 12.0;
    static constexpr double kLetters = 12.0;
    static constexpr double kLongest = 420.0;

    [[nodiscard]] QFont letters(bool bold) const;
    void writeValues(QPainter &painter, const QRectF &colours) const;

    const HeatLook &mLook;
    HeatScale mScale;
    double mUnit;
};

QFont LegendPainter::letters(bool bold) const
{
    QFont font(QStringList{u"Noto Sans CJK SC"_s, u"Noto Sans"_s, u"sans-serif"_s});
    font.setPixelSize(static_cast<int>(std::lround(kLetters * mUnit)));
    font.setBold(bold);
    return font;
}

void LegendPainter::paint(QImage &image) const
{
    if (mScale.colours.isEmpty()) {
        return;
    }
    const double top = image.height() - height();
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRectF(0.0, top, image.width(), height()), Qt::white);
    painter.fillRect(QRectF(0.0, top, image.width(), mUnit), QColor(0xc9, 0xd0, 0xd9));
    painter.setPen(QColor(0x1c, 0x24, 0x30));
    painter.setFont(letters(true));
    const double base = top + (kLetters + 6.0) * mUnit;
    const QString about = mLook.about.isEmpty() ? QString() : u" · "_s + mLook.about;
    painter.drawText(QPointF(kMargin * mUnit, base), mLook.measure + about);
    const double margin = 2.0 * kMargin * mUnit;
    const QRectF colours(margin,
                         base + 6.0 * mUnit,
                         std::min(kLongest * mUnit, image.width() - 2.0 * margin),
                         kBar * mUnit);
    QLinearGradient gradient(colours.topLeft(), colours.topRight());
    for (const ScaleColour &colour : mScale.colours) {
        gradient.setColorAt(colour.share, QColor::fromRgb(colour.argb));
    }
    painter.fillRect(colours, gradient);
    writeValues(painter, colours);
}

/** As many of them as fit beside each other, evenly. */
void LegendPainter::writeValues(QPainter &painter, const QRectF &colours) const
{
    painter.setFont(letters(false));
    const QFontMetricsF metrics(letters(false), painter.device());
    double widest = 0.0;
    for (const ScaleMark &mark : mScale.marks) {
        widest = std::max(widest, metrics.horizontalAdvance(mark.text));
    }
    const auto room = std::max<qsizetype>(1, qsizetype(colours.width() / (1.3 * widest)));
    const qsizetype each = std::max<qsizetype>(1, (mScale.marks.size() + room - 2) / room);
    for (qsizetype i = 0; i < mScale.marks.size(); i += each) {
        const ScaleMark &mark = mScale.marks.at(i);
        const double x = colours.left() + colours.width() * mark.share;
        painter.drawText(QPointF(x - metrics.horizontalAdvance(mark.text) / 2.0,
                                 colours.bottom() + mUnit + metrics.ascent()),
                         mark.text);
    }
    if (!mLook.hidden.isEmpty()) {
        const double left = colours.right() + 3.0 * kMargin * mUnit;
        const QRectF box(left, colours.top(), 2.0 * kBar * mUnit, kBar * mUnit);
        painter.fillRect(box, QBrush(QColor(0x6b, 0x74, 0x80), Qt::BDiagPattern));
        painter.drawRect(box);
        painter.drawText(QPointF(box.right() + kMargin / 2.0 * mUnit, box.bottom()), mLook.hidden);
    }
}

/** Names of streets grow with the rest of the lettering. */
void enlargeLabels(QgsMapLayer &layer, double factor)
{
    auto *vector = qobject_cast<QgsVectorLayer *>(&layer);
    if (vector == nullptr || vector->labeling() == nullptr) {
        return;
    }
    QgsPalLayerSettings labels = vector->labeling()->settings();
    QgsTextFormat format = labels.format();
    format.setSize(format.size() * factor);
    labels.setFormat(format);
    vector->setLabeling(new QgsVectorLayerSimpleLabeling(labels));
}

QByteArray toUtcText(const QDateTime &moment)
{
    return moment.toString(u"yyyy-MM-ddTHH:mm:ssZ"_s).toLatin1();
}

/** Puts as much of `text` as fits into the place of every second group of the pattern. */
void replaceIn(QByteArray &bytes, const QString &pattern, const QByteArray &text)
{
    const QRegularExpression places(pattern);
    QRegularExpressionMatchIterator found = places.globalMatch(QString::fromLatin1(bytes));
    while (found.hasNext()) {
        const QRegularExpressionMatch match = found.next();
        const qsizetype length = match.capturedLength(2);
        bytes.replace(match.capturedStart(2), length, text.leftJustified(length, ' ', true));
    }
}

QByteArray worldFileOf(const QgsMapSettings &settings)
{
    const double pixel = settings.mapUnitsPerPixel();
    const QgsRectangle seen = settings.visibleExtent();
    QByteArray text;
    for (const double value :
         {pixel, 0.0, 0.0, -pixel, seen.xMinimum() + pixel / 2.0, seen.yMaximum() - pixel / 2.0}) {
        text.append(QByteArray::number(value, 'g', 17)).append('\n');
    }
    return text;
}

} // namespace

Result<std::unique_ptr<QgsMapLayer>> surfaceLayer(const QString &tiff, const HeatLook &look)
{
    std::unique_ptr<QgsMapLayer> layer = makeSurfaceLayer(tiff);
    if (!layer) {
        return cannotReadBack();
    }
    layer->setName(look.measure);
    dressSurfaceLayer(*layer, look.legend.stops);
    auto *raster = qobject_cast<QgsRasterLayer *>(layer.get());
    if (raster != nullptr && hasUnknown(tiff)) {
        // Mixed, the colours of its neighbours would lie on a cell that must be bare.
        raster->dataProvider()->setZoomedInResamplingMethod(
            QgsRasterDataProvider::ResamplingMethod::Nearest);
    }
    return layer;
}

Result<HeatSheet> sheetFor(const QString &tiff,
                           const HeatStudy &study,
                           const HeatLook &look,
                           const QString &paper,
                           double dpi,
                           bool isAtlas)
{
    Result<std::vector<std::unique_ptr<QgsMapLayer>>> layers =
        layersFor(tiff, look, letteringOn(paper));
    if (!layers) {
        return layers.error();
    }
    for (const std::unique_ptr<QgsMapLayer> &layer : layers.value()) {
        enlargeLabels(*layer, letteringOn(paper));
    }
    HeatSheet sheet;
    sheet.paper = paper;
    sheet.dpi = dpi;
    sheet.title = look.title;
    sheet.about = look.about;
    sheet.measure = look.measure;
    sheet.frame = look.frame;
    sheet.legend = look.legend;
    sheet.hidden = look.hidden;
    sheet.facts = look.facts;
    sheet.sources = look.foot;
    sheet.made = look.made;
    sheet.simulated = look.simulated;
    sheet.crs = study.plane().wkt;
    sheet.stamp = look.stamp;
    sheet.layers = std::move(layers).value();
    sheet.extent = boxOf(study.grid());
    if (look.district && look.isWhole) {
        if (const std::optional<GeoExtent> ground = extentOf(*look.district)) {
            sheet.extent.combineExtentWith(
                inPlane(*ground, QgsCoordinateReferenceSystem::fromWkt(study.plane().wkt)));
            sheet.extent.scale(kAround);
        }
    }
    sheet.isAtlas = isAtlas;
    return sheet;
}

Result<HeatPicture> pictureFor(
    const QString &tiff, const HeatStudy &study, const HeatLook &look, const QSize &size, bool bare)
{
    const Result<std::vector<std::unique_ptr<QgsMapLayer>>> layers = layersFor(tiff, look, 1.0);
    if (!layers) {
        return layers.error();
    }
    HeatPicture picture;
    picture.image = QImage(size, QImage::Format_ARGB32_Premultiplied);
    if (picture.image.isNull()) {
        return sheetTooLarge();
    }
    picture.image.fill(Qt::white);
    const LegendPainter legend(look, size);
    QgsMapSettings settings;
    settings.setOutputSize(QSize(size.width(), size.height() - (bare ? 0 : legend.height())));
    settings.setDestinationCrs(QgsCoordinateReferenceSystem::fromWkt(study.plane().wkt));
    settings.setExtent(boxOf(study.grid()));
    settings.setBackgroundColor(Qt::white);
    QList<QgsMapLayer *> shown;
    for (const std::unique_ptr<QgsMapLayer> &layer : layers.value()) {
        shown.append(layer.get());
    }
    settings.setLayers(shown);
    {
        QPainter painter(&picture.image);
        QgsMapRendererCustomPainterJob job(settings, &painter);
        job.renderSynchronously();
    }
    if (!bare) {
        legend.paint(picture.image);
    }
    stampImage(picture.image, look.stamp);
    picture.worldFile = worldFileOf(settings);
    return picture;
}

Result<void> writePng(const QImage &image, double dpi, const QString &path)
{
    constexpr double kInchesOfAMetre = 1000.0 / 25.4;
    QImage picture = image.convertToFormat(QImage::Format_RGB32); // nothing shines through
    picture.setDotsPerMeterX(static_cast<int>(std::lround(dpi * kInchesOfAMetre)));
    picture.setDotsPerMeterY(picture.dotsPerMeterX());
    QImageWriter writer(path, "png");
    errno = 0;
    return writer.write(picture) ? Result<void>() : fileError(path, errno, writer.errorString());
}

Result<void> fixPdfDates(const QString &path, const Stamp &stamp)
{
    QFile file(path);
    errno = 0;
    if (!file.open(QIODevice::ReadWrite)) {
        return fileError(path, errno, file.errorString());
    }
    QByteArray bytes = file.readAll();
    const QDateTime moment =
        stamp.isEmpty() ? QDateTime::fromSecsSinceEpoch(0, Qt::UTC) : stamp.localTime().toUTC();
    // Of the same length, so that the table of where everything stands stays right.
    const QByteArray date = moment.toString(u"yyyyMMddHHmmss"_s).toLatin1() + "Z00'00'";
    replaceIn(bytes, uR"(\((D:)(\d{14}[^)]*)\))"_s, date);
    replaceIn(bytes, uR"-((xmp:\w+Date=")([^"]*)")-"_s, toUtcText(moment));
    replaceIn(bytes, u"(uuid:)([-0-9a-f]{36})"_s, "00000000-0000-0000-0000-000000000000");
    if (!file.seek(0) || file.write(bytes) != bytes.size() || !file.flush()) {
        return fileError(path, errno, file.errorString());
    }
    return {};
}

} // namespace gridward
