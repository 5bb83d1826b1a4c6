// SPDX-License-Identifier: GPL-3.0-or-later
// What the window writes of two periods, and of what is large.
#include "gis/engine/mapengine.h"
#include "gis/heat/analysisview.h"
#include "gis/heat/gdaldataset.h"
#include "gis/heat/heathandover.h"
#include "gis/heat/heatraster.h"
#include "gis/heat/heatscale.h"
#include "tests/support/storebuilders.h"
#include "tests/support/testregistry.h"

#include <qgsmaplayer.h>
#include <qgsproject.h>

#include <QDir>
#include <QHashSeed>
#include <QImage>
#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QWidget>

#include <algorithm>
#include <cmath>
#include <csignal>
#include <gdal_priv.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

Instant at(const QString &iso)
{
    return instantFromIso(iso).value();
}

CasePoints scattered(int count, quint32 seed)
{
    QRandomGenerator random(seed);
    CasePoints points;
    for (int i = 0; i < count; ++i) {
        points.longitudes.append(116.30 + random.generateDouble() * 0.02);
        points.latitudes.append(39.90 + random.generateDouble() * 0.02);
    }
    points.from = at(u"2026-11-01T00:00:00Z"_s);
    points.to = at(u"2026-11-21T00:00:00Z"_s);
    return points;
}

DistrictPicture smallPicture()
{
    DistrictPicture picture;
    picture.name = u"试验区"_s;
    picture.simulated = true;
    picture.divisions = smallDivisions();
    picture.grids = smallGrids();
    return picture;
}

HeatOrder heatOf(HeatCompare compare, HeatLayout layout = HeatLayout::One)
{
    HeatOrder order;
    order.recipe.bandwidth = 300.0;
    order.compare = compare;
    order.layout = layout;
    return order;
}

HeatExport orderOf(const QString &path, HeatFormat format)
{
    HeatExport order;
    order.path = path;
    order.format = format;
    order.title = u"Two periods, 试验区"_s;
    order.period = u"2026-11-01 – 2026-11-20"_s;
    order.other = u"2026-10-12 – 2026-10-31"_s;
    order.from = at(u"2026-11-01T00:00:00Z"_s);
    order.to = at(u"2026-11-21T00:00:00Z"_s);
    order.otherFrom = at(u"2026-10-12T00:00:00Z"_s);
    order.otherTo = at(u"2026-11-01T00:00:00Z"_s);
    order.dpi = 96.0;
    return order;
}

QString wordsOf(const QString &pdf)
{
    QProcess reader;
    reader.start(u"pdftotext"_s, {u"-enc"_s, u"UTF-8"_s, pdf, u"-"_s});
    // The font has one glyph for both dashes.
    return reader.waitForFinished(20000)
               ? QString::fromUtf8(reader.readAllStandardOutput()).replace(u'\u2012', u'–')
               : QString();
}

} // namespace

class TestHeatExport : public QObject
{
    Q_OBJECT
    QTemporaryDir mProfile;
    QTemporaryDir mOut;
    std::unique_ptr<MapEngine> mEngine;

    /** A view of 300 cases beside 200 of another period. */
    std::unique_ptr<AnalysisView> shown(const HeatOrder &order)
    {
        auto view = std::make_unique<AnalysisView>(*mEngine, MapMode::Headless);
        view->widget()->resize(960, 540);
        view->widget()->show();
        view->setDistrict(smallPicture());
        view->setHeat(order);
        QSignalSpy completed(view.get(), &AnalysisPort::surfaceCompleted);
        view->setPoints(scattered(300, 7));
        view->setCompared(scattered(200, 11));
        if (completed.isEmpty() && !completed.wait(60000)) {
            return nullptr;
        }
        return QTest::qWaitFor([&view] { return !view->isBusy(); }, 60000) ? std::move(view)
                                                                           : nullptr;
    }
    static std::optional<Error> exported(AnalysisView &view, const HeatExport &order)
    {
        QSignalSpy written(&view, &AnalysisPort::exported);
        view.exportTo(order);
        if (written.isEmpty() && !written.wait(60000)) {
            return Error{ErrorCode::Internal, u"no answer"_s, {}};
        }
        return written.first().at(1).value<std::optional<Error>>();
    }
    [[nodiscard]] QString out(const QString &name) const { return mOut.filePath(name); }
    [[nodiscard]] QStringList left() const
    {
        return QDir(mOut.path())
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    }

private slots:
    void initTestCase()
    {
        QHashSeed::setDeterministicGlobalSeed(); // as the process that writes
        Result<std::unique_ptr<MapEngine>> engine =
            MapEngine::start(mProfile.filePath(u"profile"_s));
        QVERIFY2(engine, engine ? "" : qPrintable(engine.error().detail));
        mEngine = std::move(engine).value();
    }
    void cleanupTestCase() { mEngine.reset(); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
        for (const QString &name : left()) {
            QFile::remove(out(name));
        }
    }

    void aScaleHasBothSigns()
    {
        HeatLegend legend;
        legend.isDiverging = true;
        legend.stops = {
            {-20.0, 0xff0000ff, true}, {0.0, 0x00ffffff, true}, {20.0, 0xffff0000, true}};
        const HeatScale scale = scaleOf(legend);
        QCOMPARE(scale.marks,
                 (QList<ScaleMark>{{0.0, u"\u221220"_s}, {0.5, u"0"_s}, {1.0, u"+20"_s}}));
        QCOMPARE(scale.colours.at(1), (ScaleColour{0.5, 0xffffffff}));
    }
    void narrowClassesAreAsWideAsOthers()
    {
        HeatLegend legend;
        legend.isClassed = true;
        legend.stops = {{0.0, 0xff112233, true},
                        {0.2499, 0xff112233, false},
                        {0.25, 0xff445566, true},
                        {7.9999, 0xff445566, false},
                        {8.0, 0xff445566, true}};
        const HeatScale scale = scaleOf(legend);
        QCOMPARE(scale.marks, (QList<ScaleMark>{{0.0, u"0"_s}, {0.5, u"0.25"_s}, {1.0, u"8"_s}}));
        QCOMPARE(scale.colours.size(), 4);
        QCOMPARE(scale.colours.first(), (ScaleColour{0.0, 0xff112233}));
        QVERIFY(scale.colours.at(1).share < 0.5 && scale.colours.at(1).share > 0.49);
        QCOMPARE(scale.colours.at(2), (ScaleColour{0.5, 0xff445566}));
        QCOMPARE(scale.colours.last(), (ScaleColour{1.0, 0xff445566}));
    }
    void aPageOfTwoPeriods_data()
    {
        QTest::addColumn<int>("compare");
        QTest::addColumn<int>("layout");
        QTest::addColumn<QStringList>("words");
        const QString periods = u"2026-11-01 – 2026-11-20 %1 2026-10-12 – 2026-10-31"_s;
        const auto row =
            [](const char *name, HeatCompare compare, HeatLayout layout, const QStringList &words) {
                QTest::newRow(name)
                    << static_cast<int>(compare) << static_cast<int>(layout) << words;
            };
        row("difference",
            HeatCompare::Difference,
            HeatLayout::One,
            {periods.arg(u"less"_s),
             u"Cases per km² more or fewer"_s,
             u"fewer"_s,
             u"+"_s,
             u"\u2212"_s});
        row("ratio",
            HeatCompare::Ratio,
            HeatLayout::One,
            {periods.arg(u"by"_s),
             u"Times as many cases"_s,
             u"0.25"_s,
             u"fewer"_s,
             u"not known"_s});
        row("side by side",
            HeatCompare::Off,
            HeatLayout::SideBySide,
            {periods.arg(u"beside"_s),
             u"Density: cases per km²"_s,
             u"300, of the other period: 200"_s});
    }
    void aPageOfTwoPeriods()
    {
        QFETCH(int, compare);
        QFETCH(int, layout);
        QFETCH(QStringList, words);
        if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty()) {
            QSKIP("pdftotext (poppler-utils) is not installed");
        }
        const std::unique_ptr<AnalysisView> view =
            shown(heatOf(static_cast<HeatCompare>(compare), static_cast<HeatLayout>(layout)));
        QVERIFY(view);
        const QString path = out(u"two.pdf"_s);
        const std::optional<Error> error = exported(*view, orderOf(path, HeatFormat::Pdf));
        QVERIFY2(!error, error ? qPrintable(error->message) : "");
        const QString text = wordsOf(path);
        for (const QString &word : words) {
            QVERIFY2(text.contains(word), qPrintable(word + u" is not in "_s + text));
        }
        // One legend for both maps, and each map with its time.
        QCOMPARE(text.count(u"km²"_s), compare == static_cast<int>(HeatCompare::Ratio) ? 0 : 1);
        QCOMPARE(text.count(u"2026-10-12 – 2026-10-31"_s),
                 layout == static_cast<int>(HeatLayout::SideBySide) ? 2 : 1);
    }
    void twoPeriodsAreTwoRasters()
    {
        const std::unique_ptr<AnalysisView> view =
            shown(heatOf(HeatCompare::Off, HeatLayout::SideBySide));
        QVERIFY(view);
        QVERIFY(!exported(*view, orderOf(out(u"two.tif"_s), HeatFormat::GeoTiff)));
        QCOMPARE(left(), (QStringList{u"two-other-period.tif"_s, u"two.tif"_s}));
        const auto facts = [this](const QString &name, const char *key) {
            const Dataset file(GDALDataset::Open(out(name).toUtf8().constData(), GDAL_OF_RASTER));
            return QByteArray(file ? file->GetMetadataItem(key) : "none");
        };
        QCOMPARE(facts(u"two.tif"_s, "CASES"), "300");
        QCOMPARE(facts(u"two.tif"_s, "PERIOD_FROM"), "2026-11-01T00:00:00.000Z");
        QCOMPARE(facts(u"two-other-period.tif"_s, "CASES"), "200");
        QCOMPARE(facts(u"two-other-period.tif"_s, "PERIOD_FROM"), "2026-10-12T00:00:00.000Z");
        QCOMPARE(facts(u"two-other-period.tif"_s, "PERIOD_TO"), "2026-11-01T00:00:00.000Z");
    }
    void aDifferenceSaysSoInItsRaster()
    {
        const std::unique_ptr<AnalysisView> view = shown(heatOf(HeatCompare::Difference));
        QVERIFY(view);
        QVERIFY(!exported(*view, orderOf(out(u"less.tif"_s), HeatFormat::GeoTiff)));
        QCOMPARE(left(), QStringList{u"less.tif"_s});
        const Dataset file(
            GDALDataset::Open(out(u"less.tif"_s).toUtf8().constData(), GDAL_OF_RASTER));
        QVERIFY(file);
        QCOMPARE(QByteArray(file->GetMetadataItem("COMPARED_BY")), "difference");
        QCOMPARE(QByteArray(file->GetMetadataItem("COMPARED_FROM")), "2026-10-12T00:00:00.000Z");
        QCOMPARE(QByteArray(file->GetMetadataItem("COMPARED_CASES")), "200");
        double ends[2]{};
        QVERIFY(file->GetRasterBand(1)->ComputeRasterMinMax(0, ends) == CE_None);
        QVERIFY2(ends[0] < 0.0 && ends[1] > 0.0, "both signs");
    }
    void aProcessOfItsOwnWritesTheSameBytes_data()
    {
        QTest::addColumn<int>("format");
        QTest::addColumn<int>("layout");
        QTest::addColumn<double>("dpi");
        const auto row = [](const char *name, HeatFormat format, HeatLayout layout, double dpi) {
            QTest::newRow(name) << static_cast<int>(format) << static_cast<int>(layout) << dpi;
        };
        row("a large PDF", HeatFormat::Pdf, HeatLayout::One, 400.0);
        row("a large PNG", HeatFormat::Png, HeatLayout::One, 400.0);
        row("a large PDF of two", HeatFormat::Pdf, HeatLayout::SideBySide, 400.0);
        row("many cells", HeatFormat::GeoTiff, HeatLayout::SideBySide, 96.0);
    }
    void aProcessOfItsOwnWritesTheSameBytes()
    {
        QFETCH(int, format);
        QFETCH(int, layout);
        QFETCH(double, dpi);
        HeatOrder heat = heatOf(HeatCompare::Off, static_cast<HeatLayout>(layout));
        heat.recipe.cell = format == static_cast<int>(HeatFormat::GeoTiff) ? 2.0 : 20.0;
        const std::unique_ptr<AnalysisView> view = shown(heat);
        QVERIFY(view);
        HeatExport order = orderOf(out(u"here.file"_s), static_cast<HeatFormat>(format));
        order.dpi = dpi;
        std::optional<Error> error = exported(*view, order);
        QVERIFY2(!error, error ? qPrintable(error->message) : "");
        view->setExportProgram(QStringLiteral(GRIDWARD_PROGRAM));
        order.path = out(u"there.file"_s);
        QSignalSpy written(view.get(), &AnalysisPort::exported);
        view->exportTo(order);
        QVERIFY2(view->exportProcess() != 0, "a process of its own");
        QVERIFY(written.wait(60000));
        error = written.first().at(1).value<std::optional<Error>>();
        QVERIFY2(!error, error ? qPrintable(error->message + error->detail) : "");
        const auto bytesOf = [this](const QString &name) {
            QFile file(out(name));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        QVERIFY(bytesOf(u"here.file"_s).size() > 1000);
        QCOMPARE(bytesOf(u"there.file"_s), bytesOf(u"here.file"_s));
        QStringList files{u"here.file"_s, u"there.file"_s};
        if (format == static_cast<int>(HeatFormat::GeoTiff)) {
            files += {u"here-other-period.file"_s, u"there-other-period.file"_s};
            QVERIFY(bytesOf(files.at(2)).size() > 1000);
            QCOMPARE(bytesOf(files.at(3)), bytesOf(files.at(2)));
        }
        files.sort();
        QCOMPARE(left(), files);
    }
    void everyFormatHasTheSameValues_data()
    {
        QTest::addColumn<int>("compare");
        QTest::newRow("one period") << static_cast<int>(HeatCompare::Off);
        QTest::newRow("a difference") << static_cast<int>(HeatCompare::Difference);
        QTest::newRow("a ratio") << static_cast<int>(HeatCompare::Ratio);
    }
    /** Written here and by a process of its own; read by GDAL. */
    void everyFormatHasTheSameValues()
    {
        QFETCH(int, compare);
        const std::unique_ptr<AnalysisView> view = shown(heatOf(static_cast<HeatCompare>(compare)));
        QVERIFY(view);
        const QTemporaryDir folder;
        const QDir here(folder.filePath(u"here"_s));
        const QDir there(folder.filePath(u"there"_s));
        QVERIFY(here.mkpath(u"."_s) && there.mkpath(u"."_s));
        const QList<std::pair<QString, HeatFormat>> formats{
            {u"map.csv"_s, HeatFormat::Csv},
            {u"map.svg"_s, HeatFormat::Svg},
            {u"areas.gpkg"_s, HeatFormat::GeoPackage},
            {u"map.qgz"_s, HeatFormat::Project}};
        for (const QDir &place : {here, there}) {
            view->setExportProgram(place == there ? QStringLiteral(GRIDWARD_PROGRAM) : QString());
            for (const auto &[name, format] : formats) {
                const std::optional<Error> error =
                    exported(*view, orderOf(place.filePath(name), format));
                QVERIFY2(!error, error ? qPrintable(name + error->message + error->detail) : "");
            }
        }
        const QStringList names{
            u"areas.gpkg"_s, u"map.csv"_s, u"map.gpkg"_s, u"map.qgz"_s, u"map.svg"_s, u"map.tif"_s};
        const auto all = QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot;
        QCOMPARE(here.entryList(all, QDir::Name), names);
        QCOMPARE(there.entryList(all, QDir::Name), names);
        const auto bytesOf = [](const QString &path) {
            QFile file(path);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        for (const QString &name : names) {
            QVERIFY2(bytesOf(here.filePath(name)).size() > 1000, qPrintable(name));
            QVERIFY2(bytesOf(here.filePath(name)) == bytesOf(there.filePath(name)),
                     qPrintable(name));
        }
        QVERIFY(bytesOf(here.filePath(u"map.svg"_s)).contains("Two periods, "));

        const Dataset raster(
            GDALDataset::Open(here.filePath(u"map.tif"_s).toUtf8().constData(), GDAL_OF_RASTER));
        QVERIFY(raster);
        QCOMPARE(QByteArray(raster->GetMetadataItem("LAYOUT", "IMAGE_STRUCTURE")), "COG");
        double toPlace[6]{};
        QVERIFY(raster->GetGeoTransform(toPlace) == CE_None);
        const int columns = raster->GetRasterXSize();
        const int rows = raster->GetRasterYSize();
        std::vector<float> values(static_cast<std::size_t>(columns) *
                                  static_cast<std::size_t>(rows));
        QVERIFY(raster->GetRasterBand(1)->RasterIO(GF_Read,
                                                   0,
                                                   0,
                                                   columns,
                                                   rows,
                                                   values.data(),
                                                   columns,
                                                   rows,
                                                   GDT_Float32,
                                                   0,
                                                   0,
                                                   nullptr) == CE_None);
        const auto none = static_cast<float>(raster->GetRasterBand(1)->GetNoDataValue());
        const auto told = std::ranges::count_if(
            values, [none](float value) { return value != none && value != 0.0F; });
        QVERIFY(told > 1000);
        qsizetype lines = 0;
        for (const QByteArray &line : bytesOf(here.filePath(u"map.csv"_s)).split('\n').mid(1)) {
            const QList<QByteArray> parts = line.split(',');
            if (parts.size() != 3) {
                continue;
            }
            ++lines;
            const int column = static_cast<int>((parts[0].toDouble() - toPlace[0]) / toPlace[1]);
            const int row = static_cast<int>((parts[1].toDouble() - toPlace[3]) / toPlace[5]);
            QCOMPARE(parts[2].toFloat(), values[static_cast<std::size_t>(row * columns + column)]);
        }
        QCOMPARE(lines, told);
        const Dataset package(
            GDALDataset::Open(here.filePath(u"areas.gpkg"_s).toUtf8().constData(), GDAL_OF_VECTOR));
        QVERIFY(package && package->GetLayerByName("classes") != nullptr);
        QVERIFY(package->GetLayerByName("classes")->GetFeatureCount() > 2);
        QCOMPARE(package->GetLayerByName("cells")->GetFeatureCount(), told);
        QCOMPARE(package->GetLayerByName("layer_styles")->GetFeatureCount(), 2);

        QgsProject project;
        QVERIFY(project.read(here.filePath(u"map.qgz"_s)));
        QCOMPARE(project.mapLayers().size(), 3);
        for (const QgsMapLayer *layer : project.mapLayers()) {
            QVERIFY2(layer->isValid() && !layer->name().isEmpty(), qPrintable(layer->source()));
        }
    }
    void noFileRevealsAFew_data()
    {
        QTest::addColumn<int>("compare");
        QTest::newRow("one period") << static_cast<int>(HeatCompare::Off);
        QTest::newRow("a difference") << static_cast<int>(HeatCompare::Difference);
    }
    void noFileRevealsAFew()
    {
        QFETCH(int, compare);
        // In the west three personal cases at one place, in the middle six, in the east three of
        // patrols; of the other period six at each.
        const auto at = [](const QList<std::pair<double, int>> &places, bool isPatrol) {
            CasePoints points = scattered(0, 1);
            for (const auto &[longitude, count] : places) {
                for (int i = 0; i < count; ++i) {
                    points.longitudes.append(longitude);
                    points.latitudes.append(39.91);
                    points.personal.append(!isPatrol || longitude < 116.315);
                }
            }
            return points;
        };
        AnalysisView view(*mEngine, MapMode::Headless);
        view.widget()->resize(480, 360);
        view.setDistrict(smallPicture());
        HeatOrder heat = heatOf(static_cast<HeatCompare>(compare));
        heat.recipe.bandwidth = 200.0;
        view.setHeat(heat);
        QSignalSpy completed(&view, &AnalysisPort::surfaceCompleted);
        view.setPoints(at({{116.303, 3}, {116.310, 6}, {116.317, 3}}, true));
        view.setCompared(at({{116.303, 6}, {116.310, 6}, {116.317, 6}}, false));
        QVERIFY(!completed.isEmpty() || completed.wait(60000));
        QTRY_VERIFY_WITH_TIMEOUT(!view.isBusy(), 60000);
        HeatExport order = orderOf(out(u"few.tif"_s), HeatFormat::GeoTiff);
        order.fewestPersonal = 5;
        QVERIFY(!exported(view, order));
        const Dataset file(
            GDALDataset::Open(out(u"few.tif"_s).toUtf8().constData(), GDAL_OF_RASTER));
        QVERIFY(file);
        const auto valueAt = [&file](double longitude) {
            OGRSpatialReference degrees;
            degrees.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
            degrees.importFromEPSG(4326);
            const std::unique_ptr<OGRCoordinateTransformation> project(
                OGRCreateCoordinateTransformation(&degrees, file->GetSpatialRef()));
            double x = longitude;
            double y = 39.91;
            double box[6]{};
            float value = 0.0F;
            if (!project->Transform(1, &x, &y) || file->GetGeoTransform(box) != CE_None ||
                file->GetRasterBand(1)->RasterIO(GF_Read,
                                                 static_cast<int>((x - box[0]) / box[1]),
                                                 static_cast<int>((y - box[3]) / box[5]),
                                                 1,
                                                 1,
                                                 &value,
                                                 1,
                                                 1,
                                                 GDT_Float32,
                                                 0,
                                                 0,
                                                 nullptr) != CE_None) {
                return 0.0;
            }
            return static_cast<double>(value);
        };
        const bool isOne = compare == static_cast<int>(HeatCompare::Off);
        QCOMPARE(valueAt(116.303), kHeatNoData); // three people
        QVERIFY(valueAt(116.310) != kHeatNoData);
        QVERIFY(isOne ? valueAt(116.310) > 0.0 : std::abs(valueAt(116.310)) < 1.0e-3);
        QVERIFY(valueAt(116.317) != kHeatNoData); // nobody's but the patrol's
        QCOMPARE(valueAt(116.3065), kHeatNoData); // nothing at all is not told of either
        QVERIFY(QByteArray(file->GetMetadataItem("HIDDEN_CELLS")).toInt() > 0);
        // The same on paper, and by another process.
        order = orderOf(out(u"few.pdf"_s), HeatFormat::Pdf);
        order.fewestPersonal = 5;
        order.dpi = 400.0;
        QVERIFY(!exported(view, order));
        QVERIFY(wordsOf(order.path).contains(u"Fewer than 5 personal cases in reach"_s));
        view.setExportProgram(QStringLiteral(GRIDWARD_PROGRAM));
        order.path = out(u"there.pdf"_s);
        QVERIFY(!exported(view, order));
        QFile here(out(u"few.pdf"_s));
        QFile there(out(u"there.pdf"_s));
        QVERIFY(here.open(QIODevice::ReadOnly) && there.open(QIODevice::ReadOnly));
        QCOMPARE(there.readAll(), here.readAll());
    }
    void aSmallFileNeedsNoProcess()
    {
        const std::unique_ptr<AnalysisView> view = shown(heatOf(HeatCompare::Off));
        QVERIFY(view);
        view->setExportProgram(u"/nowhere/gridward"_s);
        QVERIFY(!exported(*view, orderOf(out(u"small.tif"_s), HeatFormat::GeoTiff)));
    }
    void whatEndsTheProcessLeavesNothing_data()
    {
        QTest::addColumn<int>("signal");
        QTest::addColumn<int>("code");
        QTest::newRow("killed") << SIGKILL << static_cast<int>(ErrorCode::Internal);
        QTest::newRow("crashed") << SIGSEGV << static_cast<int>(ErrorCode::Internal);
        QTest::newRow("stopped by the user") << 0 << static_cast<int>(ErrorCode::Cancelled);
    }
    void whatEndsTheProcessLeavesNothing()
    {
        QFETCH(int, signal);
        QFETCH(int, code);
        const std::unique_ptr<AnalysisView> view = shown(heatOf(HeatCompare::Off));
        QVERIFY(view);
        view->setExportProgram(QStringLiteral(GRIDWARD_PROGRAM));
        HeatExport order = orderOf(out(u"never.pdf"_s), HeatFormat::Pdf);
        order.paper = u"A0"_s;
        order.dpi = 300.0;
        QSignalSpy written(view.get(), &AnalysisPort::exported);
        QSignalSpy progress(view.get(), &AnalysisPort::progressed);
        view->exportTo(order);
        const qint64 process = view->exportProcess();
        QVERIFY(process != 0 && view->isBusy());
        QTRY_VERIFY_WITH_TIMEOUT(progress.size() > 1, 60000); // it has taken its order
        if (signal == 0) {
            view->cancel();
        } else {
            QCOMPARE(::kill(static_cast<pid_t>(process), signal), 0);
        }
        QVERIFY(!written.isEmpty() || written.wait(30000));
        const auto error = written.first().at(1).value<std::optional<Error>>();
        QVERIFY(error);
        QCOMPARE(static_cast<int>(error->code), code);
        QVERIFY(!error->message.isEmpty());
        QCOMPARE(left(), QStringList()); // nor the hidden folder
        QTRY_VERIFY_WITH_TIMEOUT(!view->isBusy(), 30000);
    }
    void aHandoverIsForItsOwnerAlone()
    {
        HeatHandover handover;
        handover.order = orderOf(out(u"x.tif"_s), HeatFormat::GeoTiff);
        handover.surface.values = {1.0F, 2.5F};
        handover.surface.facts.cases = 7;
        handover.legend.stops = {{1.0, 0xff112233, true}};
        handover.ground = smallPicture();
        const QString file = out(u"order"_s);
        QVERIFY(putHandover(handover, file));
        const QFileDevice::Permissions others = QFileDevice::ReadGroup | QFileDevice::WriteGroup |
                                                QFileDevice::ReadOther | QFileDevice::WriteOther;
        QVERIFY(!(QFile::permissions(file) & others));
        const Result<HeatHandover> taken = takeHandover(file);
        QVERIFY(taken);
        QVERIFY(!QFile::exists(file));
        QCOMPARE(taken.value().surface.values, handover.surface.values);
        QCOMPARE(taken.value().surface.facts, handover.surface.facts);
        QCOMPARE(taken.value().legend, handover.legend);
        QCOMPARE(taken.value().order.otherFrom, handover.order.otherFrom);
        QCOMPARE(taken.value().ground.grids.size(), handover.ground.grids.size());
        QVERIFY(!handoverOf("what somebody else wrote"));
        QVERIFY(!handoverOf(toBytes(handover).chopped(3)));
    }
};

static const TestRegistration<TestHeatExport> sRegistration;

} // namespace gridward

#include "test_heatexport.moc"
