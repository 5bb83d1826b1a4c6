// SPDX-License-Identifier: GPL-3.0-or-later
// What a sheet of a heat map looks like, to programs that we did not write.
#include "gis/engine/mapengine.h"
#include "gis/heat/gdaldataset.h"
#include "gis/heat/heathatch.h"
#include "gis/heat/heatlayers.h"
#include "gis/heat/heatraster.h"
#include "gis/heat/heatsheet.h"
#include "gis/heat/papersurface.h"
#include "tests/support/testregistry.h"

#include <qgscoordinatetransform.h>
#include <qgsgeometry.h>
#include <qgsmaplayer.h>

#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <functional>
#include <gdal_priv.h>
#include <ogr_spatialref.h>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr double kWest = 445000.0;
constexpr double kNorth = 4420000.0;
constexpr double kCell = 10.0;
const QList<HeatStop> kStops{{0.0, 0xe0000000, true}, {10.0, 0xe02060a0, true}};
const QColor kFive(44, 73, 101); ///< as a 5 is shown: the ground shines through

[[nodiscard]] bool isClose(QRgb one, const QColor &other, int by = 2)
{
    return std::abs(qRed(one) - other.red()) <= by && std::abs(qGreen(one) - other.green()) <= by &&
           std::abs(qBlue(one) - other.blue()) <= by;
}

/** The box of all that looks so, above the legend. */
QRect boxOf(const QImage &image, const QColor &colour)
{
    QRect box;
    for (int y = 0; y < image.height() * 4 / 5; ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (isClose(image.pixel(x, y), colour)) {
                box |= QRect(x, y, 1, 1);
            }
        }
    }
    return box;
}

/** Of the pixels within. */
qint64 countOf(const QImage &image, const QRect &box, const std::function<bool(QRgb)> &is)
{
    qint64 count = 0;
    for (int y = box.top(); y <= box.bottom(); ++y) {
        for (int x = box.left(); x <= box.right(); ++x) {
            count += is(image.pixel(x, y)) ? 1 : 0;
        }
    }
    return count;
}

bool hasTool(const QString &name)
{
    return !QStandardPaths::findExecutable(name).isEmpty();
}

bool run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished(60000) && process.exitCode() == 0;
}

} // namespace

class TestHeatSheet : public QObject
{
    Q_OBJECT
    QTemporaryDir mFolder;
    std::unique_ptr<MapEngine> mEngine;

    [[nodiscard]] QString inFolder(const QString &name) const { return mFolder.filePath(name); }
    /** A raster in which nothing is known in the box of cells, and all else is 5. */
    [[nodiscard]] QString raster(int columns, int rows, const QRect &blank) const
    {
        const QString path = inFolder(u"cells.tif"_s);
        GDALDriver *driver = GetGDALDriverManager()->GetDriverByName("GTiff");
        const Dataset file(
            driver->Create(path.toUtf8().constData(), columns, rows, 1, GDT_Float32, nullptr));
        OGRSpatialReference metres;
        metres.importFromEPSG(32650);
        file->SetSpatialRef(&metres);
        double place[]{kWest, kCell, 0.0, kNorth, 0.0, -kCell};
        file->SetGeoTransform(place);
        file->GetRasterBand(1)->SetNoDataValue(kHeatNoData);
        std::vector<float> line(static_cast<std::size_t>(columns));
        for (int y = 0; y < rows; ++y) {
            for (int x = 0; x < columns; ++x) {
                line[static_cast<std::size_t>(x)] =
                    blank.contains(x, y) ? static_cast<float>(kHeatNoData) : 5.0F;
            }
            if (file->GetRasterBand(1)->RasterIO(
                    GF_Write, 0, y, columns, 1, line.data(), columns, 1, GDT_Float32, 0, 0) !=
                CE_None) {
                return {};
            }
        }
        return path;
    }
    [[nodiscard]] static HeatSheet
    sheetOf(const QString &raster, const QString &paper, int columns, int rows)
    {
        HeatSheet sheet;
        sheet.paper = paper;
        sheet.title = u"A sheet"_s;
        sheet.measure = u"Density"_s;
        sheet.legend.stops = kStops;
        sheet.crs = u"EPSG:32650"_s;
        sheet.layers = layersForPaper({}, makePaperSurface(raster, kStops));
        sheet.extent = QgsRectangle(kWest, kNorth - rows * kCell, kWest + columns * kCell, kNorth);
        return sheet;
    }

private slots:
    void initTestCase()
    {
        Result<std::unique_ptr<MapEngine>> engine =
            MapEngine::start(mFolder.filePath(u"profile"_s));
        QVERIFY2(engine, engine ? "" : qPrintable(engine.error().detail));
        mEngine = std::move(engine).value();
    }
    void cleanupTestCase() { mEngine.reset(); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    }

    void anEvenSurfaceHasNoSeams()
    {
        if (!hasTool(u"pdftoppm"_s)) {
            QSKIP("pdftoppm (poppler-utils) is not installed");
        }
        const HeatSheet sheet = sheetOf(raster(300, 400, {}), u"A2"_s, 300, 400);
        QVERIFY(writeSheetPdf(sheet, inFolder(u"even.pdf"_s)));
        QVERIFY(run(u"pdftoppm"_s,
                    {u"-r"_s,
                     u"170"_s,
                     u"-singlefile"_s,
                     u"-png"_s,
                     inFolder(u"even.pdf"_s),
                     inFolder(u"even"_s)}));
        const QImage image(inFolder(u"even.png"_s));
        const QRect box = boxOf(image, kFive).adjusted(4, 4, -4, -4);
        QVERIFY2(box.width() > 2000 && box.height() > 2500, "it fills the sheet");
        const auto isOther = [](QRgb pixel) { return !isClose(pixel, kFive); };
        for (int x = box.left(); x <= box.right(); ++x) {
            const QRect column(x, box.top(), 1, box.height());
            QVERIFY2(countOf(image, column, isOther) < box.height() / 4,
                     qPrintable(QString::number(x)));
        }
        for (int y = box.top(); y <= box.bottom(); ++y) {
            const QRect row(box.left(), y, box.width(), 1);
            QVERIFY2(countOf(image, row, isOther) < box.width() / 4,
                     qPrintable(QString::number(y)));
        }
    }
    void aBlankCellIsBareToItsEdge()
    {
        HeatSheet sheet = sheetOf(raster(41, 41, QRect(20, 20, 1, 1)), u"A4"_s, 41, 41);
        sheet.dpi = 150.0;
        const Result<QImage> drawn = drawSheet(sheet);
        QVERIFY(drawn);
        const QRect all = boxOf(drawn.value(), kFive);
        const double cell = all.width() / 41.0;
        QVERIFY2(cell > 10.0, "large enough to see a tint");
        const auto around = static_cast<int>(5.0 * cell);
        const QRect middle(all.center() - QPoint(around, around), QSize(2 * around, 2 * around));
        const auto isFive = [](QRgb pixel) { return isClose(pixel, kFive); };
        const auto isBare = [](QRgb pixel) { return isClose(pixel, QColor(248, 249, 251)); };
        const qint64 bare = countOf(drawn.value(), middle, isBare);
        // Bare or in full colour, and nothing between but the pixels that its edge runs through.
        QVERIFY2(std::abs(static_cast<double>(bare) - cell * cell) < 4.0 * cell,
                 qPrintable(QString::number(bare)));
        const qint64 tinted = qint64(middle.width()) * middle.height() - bare -
                              countOf(drawn.value(), middle, isFive);
        QVERIFY2(static_cast<double>(tinted) <= 5.0 * cell, qPrintable(QString::number(tinted)));
    }
    void noNameLiesBelowTheScaleBar()
    {
        if (!hasTool(u"pdftotext"_s)) {
            QSKIP("pdftotext (poppler-utils) is not installed");
        }
        // A street in the corner where the scale bar is, a little higher than that.
        const double millimetre = 41 * kCell / 186.0;
        const double floor = kNorth - 41 * kCell * (0.5 + 0.5 * 219.0 / 186.0);
        QgsGeometry shape = QgsGeometry::fromRect(
            QgsRectangle(kWest, floor, kWest + 50.0 * millimetre, floor + 26.0 * millimetre));
        shape.transform(QgsCoordinateTransform(QgsCoordinateReferenceSystem(u"EPSG:32650"_s),
                                               QgsCoordinateReferenceSystem(u"EPSG:4326"_s),
                                               QgsCoordinateTransformContext()));
        Division street;
        street.level = u"street"_s;
        street.name = u"Corner"_s;
        street.outline = shape.asWkb();
        DistrictPicture picture;
        picture.divisions = {street};
        const QString cells = raster(41, 41, {});
        HeatSheet sheet = sheetOf(cells, u"A4"_s, 41, 41);
        sheet.layers = layersForPaper(picture, makePaperSurface(cells, kStops));
        QVERIFY(writeSheetPdf(sheet, inFolder(u"corner.pdf"_s)));
        QVERIFY(run(u"pdftotext"_s, {u"-bbox"_s, inFolder(u"corner.pdf"_s), inFolder(u"words"_s)}));
        QFile words(inFolder(u"words"_s));
        QVERIFY(words.open(QIODevice::ReadOnly));
        static const QRegularExpression word(
            uR"rx(yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">(\w+)<)rx"_s);
        double name = 0.0; // where it ends, from the top of the page
        double bar = 0.0;  // where that begins
        const QString text = QString::fromUtf8(words.readAll());
        for (auto found = word.globalMatch(text); found.hasNext();) {
            const QRegularExpressionMatch match = found.next();
            if (match.captured(3) == "Corner"_L1) {
                name = match.captured(2).toDouble();
            } else if (match.captured(3) == "0"_L1 && bar == 0.0) {
                bar = match.captured(1).toDouble();
            }
        }
        QVERIFY2(name > 0.0 && bar > 0.0, qPrintable(text));
        QVERIFY2(name < bar, qPrintable(u"%1 %2"_s.arg(name).arg(bar)));
    }
    void hatchesEndWithTheirCells()
    {
        if (!hasTool(u"rsvg-convert"_s)) {
            QSKIP("rsvg-convert (librsvg2-bin) is not installed");
        }
        const QString cells = raster(40, 40, QRect(15, 15, 10, 10));
        HeatSheet sheet = sheetOf(cells, u"A4"_s, 40, 40);
        QVERIFY(hatchUnknown(sheet.layers, cells, 1.0));
        sheet.hidden = u"."_s;
        QVERIFY(writeSheetSvg(sheet, inFolder(u"hatch.svg"_s)));
        QVERIFY(run(u"rsvg-convert"_s,
                    {u"-b"_s,
                     u"white"_s,
                     u"-w"_s,
                     u"1600"_s,
                     u"-o"_s,
                     inFolder(u"hatch.png"_s),
                     inFolder(u"hatch.svg"_s)}));
        const QImage image(inFolder(u"hatch.png"_s));
        const QRect all = boxOf(image, kFive);
        const double cell = all.width() / 40.0;
        QVERIFY(cell > 10.0);
        const auto part = [&](double first, double last) {
            const QPointF from(all.left() + first * cell, all.top() + first * cell);
            const double side = (last - first) * cell;
            return QRectF(from, QSizeF(side, side)).toRect();
        };
        const auto isInk = [](QRgb pixel) { return qGray(pixel) < 200 && !isClose(pixel, kFive); };
        QVERIFY(countOf(image, part(15.2, 24.8), isInk) > 500);
        const auto isFive = [](QRgb pixel) { return isClose(pixel, kFive); };
        const QRect whole = part(10.0, 30.0);
        const QRect blank = part(15.0, 25.0).adjusted(-2, -2, 2, 2);
        const qint64 around =
            qint64(whole.width()) * whole.height() - qint64(blank.width()) * blank.height();
        QCOMPARE(countOf(image, whole, isFive) - countOf(image, blank, isFive), around);
        // Of the legend: within its box and not beside it.
        const double millimetre = image.width() / 210.0;
        const auto onPaper = [millimetre](double left, double top, double right, double bottom) {
            return QRectF(QPointF(left, top) * millimetre, QPointF(right, bottom) * millimetre)
                .toRect();
        };
        QVERIFY(countOf(image, onPaper(16.5, 269.6, 21.5, 271.6), isInk) > 20);
        for (const QRect &beside : {onPaper(10.0, 269.0, 15.6, 272.5),
                                    onPaper(22.4, 269.0, 23.5, 272.5),
                                    onPaper(14.0, 272.6, 24.0, 276.0)}) {
            QCOMPARE(countOf(image, beside, isInk), 0);
        }
    }
    void aCellBetweenTwoLinesHasOne()
    {
        for (int i = 0; i < 40; ++i) {
            const QRectF cell(10.0 + 0.1 * i, 20.0, 0.4, 0.4);
            const QList<QLineF> lines = hatchLines({QPolygonF(cell)}, 1.6, QSizeF(100.0, 100.0));
            QCOMPARE(lines.size(), 1);
            QVERIFY(cell.adjusted(-1e-9, -1e-9, 1e-9, 1e-9).contains(lines.first().p1()));
            QVERIFY(lines.first().length() > 0.0);
        }
    }
    void hatchesLeaveHolesOut()
    {
        const QRectF outer(5.0, 5.0, 40.0, 30.0);
        const QRectF hole(15.0, 10.0, 10.0, 10.0);
        const QList<QLineF> lines =
            hatchLines({QPolygonF(outer), QPolygonF(hole)}, 0.5, QSizeF(100.0, 100.0));
        double length = 0.0;
        for (const QLineF &line : lines) {
            length += line.length();
            QVERIFY(outer.adjusted(-1e-9, -1e-9, 1e-9, 1e-9).contains(line.p1()));
            QVERIFY(outer.adjusted(-1e-9, -1e-9, 1e-9, 1e-9).contains(line.p2()));
            QVERIFY(!hole.contains(line.center()));
        }
        QVERIFY(std::abs(length * 0.5 - (40.0 * 30.0 - 100.0)) < 20.0);
        // And what lies beyond the box is not drawn.
        for (const QLineF &line : hatchLines({QPolygonF(outer)}, 0.5, QSizeF(20.0, 20.0))) {
            QVERIFY(QRectF(-1e-9, -1e-9, 20.0 + 2e-9, 20.0 + 2e-9).contains(line.p1()));
            QVERIFY(QRectF(-1e-9, -1e-9, 20.0 + 2e-9, 20.0 + 2e-9).contains(line.p2()));
        }
    }
};

static const TestRegistration<TestHeatSheet> sRegistration;

} // namespace gridward

#include "test_heatsheet.moc"
