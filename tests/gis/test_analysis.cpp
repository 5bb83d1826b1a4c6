// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/engine/mapengine.h"
#include "gis/heat/analysisview.h"
#include "gis/heat/gdaldataset.h"
#include "gis/heat/heatramp.h"
#include "gis/heat/heatsurface.h"
#include "tests/support/storebuilders.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QFile>
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
#include <gdal_priv.h>
#include <memory>
#include <numbers>
#include <numeric>
#include <ogr_spatialref.h>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr double kSquareKilometre = 1.0e6;

/** So many points over the small district, always the same ones. */
CasePoints scattered(int count)
{
    QRandomGenerator random(7);
    CasePoints points;
    for (int i = 0; i < count; ++i) {
        points.longitudes.append(116.30 + random.generateDouble() * 0.02);
        points.latitudes.append(39.90 + random.generateDouble() * 0.02);
    }
    points.withoutPlace = 12;
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

HeatOrder heatOf(double bandwidth, double cell, HeatRamp ramp = HeatRamp::Viridis)
{
    HeatOrder order;
    order.recipe.bandwidth = bandwidth;
    order.recipe.cell = cell;
    order.ramp = ramp;
    return order;
}

Result<HeatSurface> surfaceOf(const CasePoints &points, double radius, double pixel = 20.0)
{
    return makeHeatSurface(
        {points, std::nullopt, heatOf(radius, pixel)}, [] { return false; }, [](double) {});
}

double integralOf(const HeatSurface &surface)
{
    const double sum = std::accumulate(surface.values.begin(), surface.values.end(), 0.0);
    return sum * surface.grid.pixel * surface.grid.pixel / kSquareKilometre;
}

HeatExport orderOf(const QString &path, HeatFormat format)
{
    HeatExport order;
    order.path = path;
    order.format = format;
    order.title = u"Density of cases, 试验区"_s;
    order.period = u"2026-11-01 to 2026-11-20"_s;
    order.selection = u"All cases"_s;
    order.from = instantFromIso(u"2026-10-31T16:00:00Z").value();
    order.to = instantFromIso(u"2026-11-20T16:00:00Z").value();
    order.dpi = 96.0;
    return order;
}

Dataset openRaster(const QString &path)
{
    return Dataset(GDALDataset::Open(path.toUtf8().constData(), GDAL_OF_RASTER));
}

} // namespace

class TestAnalysis : public QObject
{
    Q_OBJECT
    QTemporaryDir mProfile;
    QTemporaryDir mOut;
    std::unique_ptr<MapEngine> mEngine;

    /** A view that shows a surface of so many points. */
    std::unique_ptr<AnalysisView> shown(int count)
    {
        auto view = std::make_unique<AnalysisView>(*mEngine, MapMode::Headless);
        view->widget()->resize(480, 360);
        view->widget()->show();
        view->setDistrict(smallPicture());
        QSignalSpy completed(view.get(), &AnalysisPort::surfaceCompleted);
        view->setPoints(scattered(count));
        if (completed.isEmpty() && !completed.wait(60000)) {
            return nullptr;
        }
        return view;
    }
    /** What became of an export; nothing means success. */
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

    /** Made twice of the same cases it is the same to the bit, in whatever order they come; a case
     * more, or one that was moved, is told apart. */
    void fingerprintTellsCasesAndValuesApart()
    {
        const auto print = [](AnalysisView &view) {
            QFuture<Result<HeatFingerprint>> asked = view.fingerprint();
            asked.waitForFinished();
            return asked.result();
        };
        std::unique_ptr<AnalysisView> view = shown(300);
        QVERIFY(view);
        const Result<HeatFingerprint> first = print(*view);
        QVERIFY(first);
        QCOMPARE(first.value().data.size(), 32);
        const auto printOf = [&](const CasePoints &points, const HeatOrder &order) {
            view->setPoints(points);
            view->setHeat(order);
            return QTest::qWaitFor([&] { return !view->isBusy(); }, 60000)
                       ? print(*view)
                       : Result<HeatFingerprint>(Error{ErrorCode::Internal, u"never"_s, {}});
        };
        CasePoints reversed = scattered(300);
        std::ranges::reverse(reversed.longitudes);
        std::ranges::reverse(reversed.latitudes);
        const HeatOrder usual;
        QCOMPARE(printOf(reversed, usual).value().data, first.value().data);
        QCOMPARE(printOf(scattered(300), usual).value(), first.value());
        const HeatFingerprint wider = printOf(scattered(300), heatOf(500.0, 20.0)).value();
        QCOMPARE(wider.data, first.value().data);
        QVERIFY(wider.values != first.value().values);
        CasePoints moved = scattered(300);
        moved.longitudes[7] += 1e-6; // a decimetre
        QVERIFY(printOf(moved, usual).value().data != first.value().data);
        QVERIFY(printOf(scattered(301), usual).value().data != first.value().data);
        view->setPoints({});
        QTRY_VERIFY(!print(*view)); // there is nothing to be told of
    }
    void surfaceHoldsEveryCaseOnce_data()
    {
        QTest::addColumn<double>("radius");
        QTest::newRow("smallest") << 50.0;
        QTest::newRow("not a multiple of the cell") << 137.0;
        QTest::newRow("usual") << 300.0;
        QTest::newRow("a remainder below half a metre") << 300.4;
        QTest::newRow("large") << 2000.0;
    }
    void surfaceHoldsEveryCaseOnce()
    {
        QFETCH(double, radius);
        const Result<HeatSurface> surface = surfaceOf(scattered(400), radius);
        QVERIFY(surface);
        QCOMPARE(surface.value().facts.cases, 400);
        QCOMPARE(surface.value().facts.withoutPlace, 12);
        const double integral = integralOf(surface.value());
        QVERIFY2(std::abs(integral - 400.0) < 4.0, qPrintable(QString::number(integral)));
        QVERIFY(surface.value().grid.pixel <= std::min(20.0, radius / 10.0) + 1.0e-9);
    }
    void eachCellIsTheFormula()
    {
        // Anywhere within its cell: QGIS's own rows lie up to a cell beside the point.
        for (const double shift : {0.0, 0.00003, 0.00007, 0.00013}) {
            CasePoints one;
            one.longitudes = {117.0}; // on the meridian of the zone: 500,000 m east
            one.latitudes = {39.9 + shift};
            const double radius = 300.0;
            const Result<HeatSurface> made = surfaceOf(one, radius);
            QVERIFY(made);
            const HeatSurface &surface = made.value();
            OGRSpatialReference degrees;
            OGRSpatialReference metres;
            degrees.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
            degrees.importFromEPSG(4326);
            metres.importFromEPSG(surface.grid.epsg);
            const std::unique_ptr<OGRCoordinateTransformation> project(
                OGRCreateCoordinateTransformation(&degrees, &metres));
            double x = one.longitudes.first();
            double y = one.latitudes.first();
            QVERIFY(project && project->Transform(1, &x, &y) != FALSE);
            double worst = 0.0;
            for (int row = 0; row < surface.grid.rows; ++row) {
                for (int column = 0; column < surface.grid.columns; ++column) {
                    const double dx = surface.grid.west + (column + 0.5) * surface.grid.pixel - x;
                    const double dy = surface.grid.north - (row + 0.5) * surface.grid.pixel - y;
                    const double u = (dx * dx + dy * dy) / (radius * radius);
                    const double expected = u > 1.0 ? 0.0
                                                    : 3.0 / (std::numbers::pi * radius * radius) *
                                                          (1.0 - u) * (1.0 - u) * kSquareKilometre;
                    const double got = surface.values.at(
                        static_cast<std::size_t>(row * surface.grid.columns + column));
                    worst = std::max(worst, std::abs(got - expected));
                }
            }
            QVERIFY2(worst < 1.0e-3 * surface.facts.highest, qPrintable(QString::number(worst)));
        }
    }
    void largeGroundMakesLargeCells()
    {
        CasePoints points;
        points.longitudes = {116.0, 117.5};
        points.latitudes = {39.2, 40.6};
        const Result<HeatSurface> surface = surfaceOf(points, 1000.0);
        QVERIFY(surface);
        QVERIFY(surface.value().values.size() <= kMostHeatCells);
        QVERIFY(surface.value().grid.pixel > 20.0);
        QVERIFY(std::abs(integralOf(surface.value()) - 2.0) < 0.02);
        QCOMPARE(surface.value().grid.pixel, std::round(surface.value().grid.pixel));
    }
    void refusesWhatIsNoOrder()
    {
        QCOMPARE(surfaceOf({}, 300.0).error().code, ErrorCode::InvalidInput);
        QCOMPARE(surfaceOf(scattered(3), 0.0).error().code, ErrorCode::InvalidInput);
        QCOMPARE(surfaceOf(scattered(3), std::nan("")).error().code, ErrorCode::InvalidInput);
    }
    void casesFarAwayAreCounted()
    {
        CasePoints points = scattered(5);
        points.longitudes.append(2.35);
        points.latitudes.append(48.85);
        const Result<HeatSurface> surface = makeHeatSurface(
            {points, GeoExtent{116.30, 39.90, 116.32, 39.92}, {}},
            [] { return false; },
            [](double) {});
        QVERIFY(surface);
        QCOMPARE(surface.value().facts.cases, 5);
        QCOMPARE(surface.value().facts.outside, 1);
        QCOMPARE(surface.value().grid.epsg, 32650);
        QCOMPARE(utmZoneOf({-58.4, -34.6}), 32721);
    }
    void legendIsRoundAndRises()
    {
        QVERIFY(heatStops(0.0, HeatRamp::Viridis, MapTheme::Day).isEmpty());
        for (const double highest : {0.03, 1.0, 49.9, 437.0, 12345.0}) {
            const QList<HeatStop> stops = heatStops(highest, HeatRamp::Magma, MapTheme::Night);
            QCOMPARE(stops.first().value, 0.0);
            QCOMPARE(stops.first().argb >> 24, 0U); // nothing is transparent
            QVERIFY(stops.last().value >= highest && stops.last().value < 1.7 * highest);
            const auto labelled = std::ranges::count_if(stops, &HeatStop::labelled);
            QVERIFY(labelled >= 3 && labelled <= 8);
            QVERIFY(stops.last().labelled);
        }
        QCOMPARE(heatValueText(0.5), u"0.5"_s);
        QCOMPARE(heatValueText(12345.0), u"12,345"_s);
    }
    void showsTheSurfaceWithItsLegend()
    {
        AnalysisView view(*mEngine, MapMode::Headless);
        view.widget()->resize(480, 360);
        view.widget()->show();
        view.setDistrict(smallPicture());
        QTRY_VERIFY_WITH_TIMEOUT(!view.isBusy(), 30000);
        const QImage bare = view.widget()->grab().toImage();
        QSignalSpy legends(&view, &AnalysisPort::legendChanged);
        QSignalSpy facts(&view, &AnalysisPort::surfaceCompleted);
        view.setPoints(scattered(200));
        QVERIFY(view.isBusy());
        QTRY_VERIFY_WITH_TIMEOUT(!view.isBusy(), 30000);
        QCOMPARE(facts.size(), 1);
        QCOMPARE(facts.first().first().value<HeatFacts>().cases, 200);
        const auto day = legends.last().first().value<HeatLegend>();
        QVERIFY(day.unit.contains(u"km²"_s) && !day.stops.isEmpty());
        QVERIFY(view.widget()->grab().toImage() != bare);

        // Other colours are no other surface; another radius is.
        view.setHeat(heatOf(300.0, 20.0, HeatRamp::Magma));
        QTRY_VERIFY_WITH_TIMEOUT(!view.isBusy(), 30000);
        QCOMPARE(facts.size(), 1);
        QVERIFY(legends.last().first().value<HeatLegend>() != day);
        view.setHeat(heatOf(600.0, 20.0, HeatRamp::Magma));
        QTRY_COMPARE_WITH_TIMEOUT(facts.size(), 2, 30000);
        view.setPoints({});
        QTRY_COMPARE_WITH_TIMEOUT(facts.size(), 3, 30000);
        QVERIFY(legends.last().first().value<HeatLegend>().stops.isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(!view.isBusy(), 30000);
        QCOMPARE(view.widget()->grab().toImage(), bare);
        const std::optional<Error> error =
            exported(view, orderOf(out(u"none.tif"_s), HeatFormat::GeoTiff));
        QCOMPARE(error->code, ErrorCode::InvalidInput);
        QVERIFY(left().isEmpty());
    }
    void geoTiffIsReadBack()
    {
        const std::unique_ptr<AnalysisView> view = shown(300);
        QVERIFY(view);
        const QString path = out(u"heat.tif"_s);
        const std::optional<Error> error = exported(*view, orderOf(path, HeatFormat::GeoTiff));
        QVERIFY2(!error, error ? qPrintable(error->message) : "");
        QCOMPARE(left(), QStringList{u"heat.tif"_s});

        const Dataset dataset = openRaster(path);
        QVERIFY(dataset);
        QCOMPARE(QByteArray(dataset->GetSpatialRef()->GetAuthorityCode(nullptr)), "32650");
        double transform[6]{};
        QVERIFY(dataset->GetGeoTransform(transform) == CE_None);
        QCOMPARE(transform[1], 20.0);
        QCOMPARE(transform[5], -20.0);
        QCOMPARE(std::fmod(transform[0], 20.0), 0.0);
        QCOMPARE(std::fmod(transform[3], 20.0), 0.0);
        GDALRasterBand *band = dataset->GetRasterBand(1);
        QCOMPARE(band->GetRasterDataType(), GDT_Float32);
        int hasNoData = 0;
        QCOMPARE(band->GetNoDataValue(&hasNoData), -9999.0);
        QVERIFY(hasNoData != 0);
        QCOMPARE(QByteArray(band->GetUnitType()), "cases/km2");
        const auto note = [&dataset](const char *key) {
            return QString::fromUtf8(dataset->GetMetadataItem(key));
        };
        QCOMPARE(note("TITLE"), u"Density of cases, 试验区"_s);
        QCOMPARE(note("KERNEL"), u"quartic"_s);
        QCOMPARE(note("RADIUS_METRES"), u"300"_s);
        QCOMPARE(note("PERIOD_FROM"), u"2026-10-31T16:00:00.000Z"_s);
        QCOMPARE(note("PERIOD_TO"), u"2026-11-20T16:00:00.000Z"_s);
        QCOMPARE(note("SIMULATED_DATA"), u"YES"_s);
        QCOMPARE(QByteArray(dataset->GetMetadataItem("COMPRESSION", "IMAGE_STRUCTURE")), "DEFLATE");
        const int columns = dataset->GetRasterXSize();
        const int rows = dataset->GetRasterYSize();
        std::vector<double> values(static_cast<std::size_t>(columns * rows));
        QVERIFY(band->RasterIO(GF_Read,
                               0,
                               0,
                               columns,
                               rows,
                               values.data(),
                               columns,
                               rows,
                               GDT_Float64,
                               0,
                               0,
                               nullptr) == CE_None);
        const double integral =
            std::accumulate(values.begin(), values.end(), 0.0) * 400.0 / kSquareKilometre;
        QVERIFY2(std::abs(integral - 300.0) < 3.0, qPrintable(QString::number(integral)));
    }
    void pdfSaysWhatItShows()
    {
        const QString tool = QStandardPaths::findExecutable(u"pdftotext"_s);
        if (tool.isEmpty()) {
            QSKIP("pdftotext (poppler-utils) is not installed");
        }
        const std::unique_ptr<AnalysisView> view = shown(300);
        QVERIFY(view);
        const QString path = out(u"heat.pdf"_s);
        const std::optional<Error> error = exported(*view, orderOf(path, HeatFormat::Pdf));
        QVERIFY2(!error, error ? qPrintable(error->message) : "");
        QCOMPARE(left(), QStringList{u"heat.pdf"_s});
        QProcess reader;
        reader.start(tool, {u"-enc"_s, u"UTF-8"_s, path, u"-"_s});
        QVERIFY(reader.waitForFinished(20000));
        const QString text = QString::fromUtf8(reader.readAllStandardOutput());
        for (const QString &word : {u"Density of cases, 试验区"_s,
                                    u"2026-11-01 to 2026-11-20"_s,
                                    u"All cases"_s,
                                    u"km²"_s,
                                    u"Simulated"_s,
                                    u"radius 300"_s,
                                    u"32650"_s}) {
            QVERIFY2(text.contains(word), qPrintable(word + u" is not in "_s + text));
        }
    }
    void aTitleIsNoExpression()
    {
        const QString tool = QStandardPaths::findExecutable(u"pdftotext"_s);
        if (tool.isEmpty()) {
            QSKIP("pdftotext (poppler-utils) is not installed");
        }
        const std::unique_ptr<AnalysisView> view = shown(10);
        QVERIFY(view);
        HeatExport order = orderOf(out(u"title.pdf"_s), HeatFormat::Pdf);
        order.title = u"[% 11111 * 3 %]"_s;
        QVERIFY(!exported(*view, order));
        QProcess reader;
        reader.start(tool, {order.path, u"-"_s});
        QVERIFY(reader.waitForFinished(20000));
        const QByteArray text = reader.readAllStandardOutput();
        QVERIFY2(text.contains("11111") && !text.contains("33333"), text.constData());
    }
    void pngIsAPage()
    {
        const std::unique_ptr<AnalysisView> view = shown(50);
        QVERIFY(view);
        const QString path = out(u"heat.png"_s);
        HeatExport order = orderOf(path, HeatFormat::Png);
        order.title = QString(200, u'长'); // gets smaller, then ends: never an error
        const std::optional<Error> error = exported(*view, order);
        QVERIFY2(!error, error ? qPrintable(error->message) : "");
        QCOMPARE(left(), QStringList{u"heat.png"_s});
        const QImage picture(path);
        const QSize page =
            picture.width() < picture.height() ? picture.size() : picture.size().transposed();
        QVERIFY(std::abs(page.width() - 794) <= 1 && std::abs(page.height() - 1123) <= 1); // A4
    }
    void stoppingLeavesNothing_data()
    {
        QTest::addColumn<int>("format");
        QTest::newRow("GeoTIFF") << static_cast<int>(HeatFormat::GeoTiff);
        QTest::newRow("PNG") << static_cast<int>(HeatFormat::Png);
        QTest::newRow("PDF") << static_cast<int>(HeatFormat::Pdf);
    }
    void stoppingLeavesNothing()
    {
        QFETCH(int, format);
        const std::unique_ptr<AnalysisView> view = shown(100);
        QVERIFY(view);
        QSignalSpy written(view.get(), &AnalysisPort::exported);
        view->exportTo(orderOf(out(u"stopped.file"_s), static_cast<HeatFormat>(format)));
        QVERIFY(view->isBusy());
        view->cancel();
        QVERIFY(!written.isEmpty() || written.wait(30000));
        const auto error = written.first().at(1).value<std::optional<Error>>();
        if (error) { // a small GeoTIFF may have been quicker; then all of it is there
            QCOMPARE(error->code, ErrorCode::Cancelled);
            QCOMPARE(left(), QStringList());
        } else {
            QCOMPARE(left(), QStringList{u"stopped.file"_s});
        }
        QTRY_VERIFY_WITH_TIMEOUT(!view->isBusy(), 30000);
    }
    void exportsNothingOfWhatHasGone()
    {
        const std::unique_ptr<AnalysisView> view = shown(100);
        QVERIFY(view);
        QSignalSpy written(view.get(), &AnalysisPort::exported);
        view->exportTo(orderOf(out(u"gone.pdf"_s), HeatFormat::Pdf));
        view->setPoints({});
        QTRY_COMPARE_WITH_TIMEOUT(written.size(), 1, 10000);
        QVERIFY(written.first().at(1).value<std::optional<Error>>());
        QTRY_VERIFY_WITH_TIMEOUT(!view->isBusy(), 30000);
        QVERIFY(!QFile::exists(out(u"gone.pdf"_s)));
    }
    void stoppingTheSurface()
    {
        AnalysisView view(*mEngine, MapMode::Headless);
        // The one kernel of which every point is taken to every cell: it takes a while.
        HeatOrder slow = heatOf(2000.0, 10.0, HeatRamp::Viridis);
        slow.recipe.shape = KernelShape::Triangular;
        view.setHeat(slow);
        QSignalSpy failed(&view, &AnalysisPort::failed);
        QSignalSpy completed(&view, &AnalysisPort::surfaceCompleted);
        QSignalSpy progress(&view, &AnalysisPort::progressed);
        view.setPoints(scattered(20000)); // several seconds
        QTRY_VERIFY_WITH_TIMEOUT(progress.size() > 1, 30000);
        view.cancel();
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::Cancelled);
        QVERIFY(completed.isEmpty());
        // Newer points take the place of older ones, and only they are told of.
        view.setPoints(scattered(20000));
        QTRY_VERIFY_WITH_TIMEOUT(view.isBusy(), 30000);
        view.setPoints(scattered(3));
        QVERIFY(completed.wait(30000));
        QCOMPARE(completed.size(), 1);
        QCOMPARE(completed.first().first().value<HeatFacts>().cases, 3);
    }
    void whatCannotBeWritten_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("no folder") << u"/nowhere/at/all/heat"_s << ErrorCode::NotFound;
        QTest::newRow("a folder") << QDir::tempPath() << ErrorCode::InvalidInput;
        QTest::newRow("not for writing") << u"/proc/heat"_s << ErrorCode::Unreadable;
    }
    void whatCannotBeWritten()
    {
        QFETCH(QString, path);
        QFETCH(ErrorCode, code);
        const std::unique_ptr<AnalysisView> view = shown(10);
        QVERIFY(view);
        for (const HeatFormat format : {HeatFormat::GeoTiff, HeatFormat::Pdf}) {
            const std::optional<Error> error = exported(*view, orderOf(path, format));
            QVERIFY(error);
            QCOMPARE(error->code, code);
            QVERIFY(!error->message.isEmpty());
        }
    }
    void goesWhileItWorks()
    {
        AnalysisView view(*mEngine, MapMode::Headless);
        view.setHeat(heatOf(2000.0, 10.0, HeatRamp::Viridis));
        QSignalSpy progress(&view, &AnalysisPort::progressed);
        view.setPoints(scattered(20000));
        QTRY_VERIFY_WITH_TIMEOUT(!progress.isEmpty(), 30000);
    }
};

static const TestRegistration<TestAnalysis> sRegistration;

} // namespace gridward

#include "test_analysis.moc"
