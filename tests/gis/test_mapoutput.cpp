// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/basemap/basemapservice.h"
#include "gis/basemap/gcjshift.h"
#include "gis/engine/mapengine.h"
#include "gis/layers/componentlayer.h"
#include "gis/map/mapview.h"
#include "gis/print/mapprinter.h"
#include "gis/print/paintedlayer.h"
#include "models/domain/coordinates.h"
#include "tests/support/storebuilders.h"
#include "tests/support/testregistry.h"
#include "tests/support/tileserver.h"

#include <qgsapplication.h>
#include <qgscategorizedsymbolrenderer.h>
#include <qgscoordinatetransform.h>
#include <qgslayertree.h>
#include <qgslayertreemodellegendnode.h>
#include <qgsmapcanvas.h>
#include <qgsmaplayer.h>
#include <qgsmaplayerlegend.h>
#include <qgsproject.h>
#include <qgsrendercontext.h>
#include <qgssymbol.h>
#include <qgsvectorlayer.h>

#include <QDir>
#include <QFile>
#include <QIcon>
#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QWidget>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

const GeoPoint kDot{116.3085, 39.9082}; ///< in the small district, under no label

DistrictPicture smallPicture()
{
    DistrictPicture picture;
    picture.name = u"试验区"_s;
    picture.divisions = smallDivisions();
    picture.grids = smallGrids();
    picture.keyPlaces = smallPlaces();
    return picture;
}

/** Middle of what is red; nothing if nothing is. */
std::optional<QPointF> redSpot(const QImage &image)
{
    QPointF sum;
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor color = image.pixelColor(x, y);
            if (color.red() > 180 && color.green() < 90 && color.blue() < 90) {
                sum += QPointF(x + 0.5, y + 0.5);
                ++count;
            }
        }
    }
    return count == 0 ? std::nullopt : std::optional(sum / count);
}

/** What a service says it has. */
QByteArray answerOf(const char *name)
{
    QFile file(QStringLiteral(GRIDWARD_TEST_DATA "/") + QLatin1StringView(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestMapOutput : public QObject
{
    Q_OBJECT
    QTemporaryDir mFolder;
    std::unique_ptr<MapEngine> mEngine;

    std::unique_ptr<MapView> shownMap(bool district = true) const
    {
        auto map = std::make_unique<MapView>(*mEngine, MapMode::Headless);
        map->widget()->resize(640, 480);
        map->widget()->show();
        if (district) {
            map->showDistrict(smallPicture());
        }
        return map;
    }
    static LoadReport add(MapView &map, const BaseMapOrder &order)
    {
        QSignalSpy added(&map, &MapPort::filesAdded);
        map.addBaseMap(order);
        if (added.isEmpty() && !added.wait(60000)) {
            return {};
        }
        return added.value(0).value(0).value<LoadReport>();
    }
    QgsMapLayer *layer(const QString &name) const
    {
        return mEngine->project()->mapLayersByName(name).value(0);
    }
    static std::optional<Error> print(MapView &map, const PrintOrder &order)
    {
        QSignalSpy printed(&map, &MapPort::printed);
        map.print(order);
        if (!printed.isEmpty() || !printed.wait(60000)) {
            return Error{ErrorCode::Internal, u"too early, or never"_s, {}};
        }
        return printed.first().at(1).value<std::optional<Error>>();
    }
    /** Qt writes some characters as their twins among the radicals: 网 as U+2F79. */
    static QString textOf(const QString &path)
    {
        return QString::fromUtf8(run(u"pdftotext"_s, {path, u"-"_s}))
            .normalized(QString::NormalizationForm_KC);
    }
    static QByteArray run(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.start(program, arguments);
        return process.waitForFinished(30000) && process.exitCode() == 0
                   ? process.readAllStandardOutput()
                   : QByteArray();
    }

private slots:
    void initTestCase()
    {
        Result<std::unique_ptr<MapEngine>> engine =
            MapEngine::start(mFolder.filePath(u"profile"_s));
        QVERIFY(engine);
        mEngine = std::move(engine).value();
    }
    void cleanupTestCase() { mEngine.reset(); }
    void init() { mEngine->clear(); }

    void knowsAddresses()
    {
        QVERIFY(isTileAddress(u"https://a/{z}/{x}/{y}.png"_s));
        QVERIFY(isTileAddress(u"https://a/{z}/{x}/{-y}.png"_s));
        QVERIFY(!isTileAddress(u"https://a/wmts"_s));
        QCOMPARE(tileAddress(u"https://a/{z}/{x}/{y}"_s, kDot, 10).toString(),
                 u"https://a/10/842/388"_s);
        QCOMPARE(tileAddress(u"https://a/{q}"_s, {-180.0, 85.0}, 3).toString(), u"https://a/000"_s);
        QCOMPARE(checkedAddress(u" https://{s}.a/{z}/{x}/{y} "_s).value(),
                 u"https://a.a/{z}/{x}/{y}"_s);
        for (const QString &bad : {u""_s,
                                   u"ftp://a/{z}/{x}/{y}"_s,
                                   u"https:///{z}/{x}/{y}"_s,
                                   u"nonsense"_s,
                                   u"file:///tmp/a.tif"_s}) {
            QVERIFY2(!checkedAddress(bad), qPrintable(bad));
        }
        QCOMPARE(capabilitiesAddress(u"http://a/wmts?tk=k&LAYER=vec"_s).toString(),
                 u"http://a/wmts?tk=k&SERVICE=WMTS&REQUEST=GetCapabilities"_s);
        QCOMPARE(capabilitiesAddress(u"http://a/map"_s).toString(),
                 u"http://a/map?SERVICE=WMS&REQUEST=GetCapabilities"_s);
    }
    void readsCapabilities()
    {
        const Result<BaseMapLayer> tiles =
            readCapabilities(u"http://a/wmts"_s, answerOf("wmts.xml"));
        QVERIFY(tiles);
        QCOMPARE(tiles.value().crs, u"EPSG:3857"_s);
        QCOMPARE(tiles.value().attribution, u"测绘院"_s);
        QVERIFY(tiles.value().uri.contains("tileMatrixSet=w"_L1));
        QVERIFY(tiles.value().uri.contains("format=image/jpeg"_L1));
        QCOMPARE(readCapabilities(u"http://a/wmts?layer=vec"_s, answerOf("wmts.xml")).value().crs,
                 u"EPSG:4490"_s);
        QCOMPARE(readCapabilities(u"http://a/wmts?layer=x"_s, answerOf("wmts.xml")).error().code,
                 ErrorCode::NotFound);
        QByteArray hollow = answerOf("wmts.xml");
        hollow.replace("TileMatrix>", "Nothing>");
        QCOMPARE(readCapabilities(u"http://a/wmts"_s, hollow).error().code, ErrorCode::Unreadable);
        const Result<BaseMapLayer> map = readCapabilities(u"http://a/wms"_s, answerOf("wms.xml"));
        QVERIFY(map);
        QCOMPARE(map.value().crs, u"EPSG:3857"_s);
        QCOMPARE(map.value().attribution, u"区底图服务"_s);
        QVERIFY(map.value().uri.contains("layers=roads"_L1));
        for (const QByteArray &bad : {QByteArray("<html/>"), QByteArray("no"), QByteArray()}) {
            QCOMPARE(readCapabilities(u"http://a/wms"_s, bad).error().code, ErrorCode::Unreadable);
        }
    }
    void oneShiftForADistrict()
    {
        const GcjShift dongcheng = gcjShift({116.3718, 39.8573, 116.4445, 39.9728});
        QVERIFY(dongcheng.isExactEnough());
        QVERIFY(dongcheng.length > 500.0 && dongcheng.length < 600.0);
        QVERIFY(!gcjShift({116.0, 39.5, 117.0, 40.5}).isExactEnough()); // a whole city
        const GcjShift abroad = gcjShift({2.2, 48.8, 2.4, 48.9});
        QVERIFY(abroad.isExactEnough() && abroad.length == 0.0);
    }

    void showsTilesBelowAll()
    {
        TileServer server(kDot);
        const std::unique_ptr<MapView> map = shownMap();
        const LoadReport report = add(
            *map, {u"街道图"_s, server.address(u"/tiles/{z}/{x}/{y}.png"_s), u"© 测绘院"_s, false});
        QCOMPARE(report.layers, QStringList{u"街道图"_s});
        QVERIFY(report.refused.isEmpty());
        const QList<QgsLayerTreeNode *> order = mEngine->project()->layerTreeRoot()->children();
        QCOMPARE(order.last()->name(), u"街道图"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!map->isBusy(), 30000);
        auto *canvas = map->widget()->findChild<QgsMapCanvas *>();
        const std::optional<QPointF> spot = redSpot(canvas->grab().toImage());
        QVERIFY(spot);
        const QPointF expected = pixelOf(*canvas, kDot);
        QVERIFY2((*spot - expected).manhattanLength() < 4.0, "the dot is not where it belongs");
        // Another district comes below nothing but the base map.
        DistrictPicture next = smallPicture();
        next.name = u"另一区"_s;
        map->showDistrict(next);
        QCOMPARE(mEngine->project()->layerTreeRoot()->children().last()->name(), u"街道图"_s);
        map->setTheme(MapTheme::Night);
        QTRY_VERIFY_WITH_TIMEOUT(!map->isBusy(), 30000);
    }
    void movesGcj02Tiles()
    {
        // The service paints the dot where GCJ-02 has it; the map shows it where it is.
        TileServer server(fromWgs84(kDot, CoordinateSystem::Gcj02));
        const std::unique_ptr<MapView> map = shownMap();
        const LoadReport report =
            add(*map, {u"偏移图"_s, server.address(u"/tiles/{z}/{x}/{y}.png"_s), {}, true});
        QCOMPARE(report.layers, QStringList{u"偏移图"_s});
        QCOMPARE(report.assumptions.size(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(!map->isBusy(), 30000);
        auto *canvas = map->widget()->findChild<QgsMapCanvas *>();
        const std::optional<QPointF> spot = redSpot(canvas->grab().toImage());
        QVERIFY(spot);
        // The shift is some hundred pixels at this scale.
        QVERIFY2((*spot - pixelOf(*canvas, kDot)).manhattanLength() < 4.0,
                 qPrintable(u"%1 %2"_s.arg(spot->x()).arg(spot->y())));
    }
    void refusesGcj02WhereItWouldLieWrong()
    {
        TileServer server(kDot);
        const BaseMapOrder order{
            u"偏移图"_s, server.address(u"/tiles/{z}/{x}/{y}.png"_s), {}, true};
        {
            const std::unique_ptr<MapView> map = shownMap(false);
            const LoadReport report = add(*map, order);
            QVERIFY(report.layers.isEmpty());
            QCOMPARE(report.refused.value(0).code, ErrorCode::Refused);
        }
        init();
        const std::unique_ptr<MapView> map = shownMap(false);
        QSignalSpy added(map.get(), &MapPort::filesAdded);
        const QString wide = mFolder.filePath(u"wide.csv"_s);
        QFile file(wide);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("lon,lat\n116,39\n117,40\n");
        file.close();
        map->addFiles({wide});
        QVERIFY(added.wait(60000));
        const LoadReport report = add(*map, order);
        QVERIFY(report.layers.isEmpty());
        QCOMPARE(report.refused.value(0).code, ErrorCode::Refused);
        QCOMPARE(map->layerCount(), 1);
    }
    void refusesWhatDoesNotAnswerLikeAMap_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("status");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("nothing there") << u"/none/{z}/{x}/{y}"_s << 200 << ErrorCode::NotFound;
        QTest::newRow("no key") << u"/tiles/{z}/{x}/{y}.png"_s << 403 << ErrorCode::Refused;
        QTest::newRow("broken") << u"/tiles/{z}/{x}/{y}.png"_s << 500 << ErrorCode::Unreachable;
        QTest::newRow("a page") << u"/page?{z}{x}{y}"_s << 200 << ErrorCode::Unreadable;
        QTest::newRow("no service") << u"/page"_s << 200 << ErrorCode::Unreadable;
    }
    void refusesWhatDoesNotAnswerLikeAMap()
    {
        QFETCH(QString, path);
        QFETCH(int, status);
        QFETCH(ErrorCode, code);
        TileServer server(kDot);
        server.setAnswer(u"/page"_s, "<html>sign in</html>");
        server.setStatus(status);
        const std::unique_ptr<MapView> map = shownMap();
        const LoadReport report = add(*map, {u"图"_s, server.address(path), {}, false});
        QVERIFY(report.layers.isEmpty());
        QCOMPARE(report.refused.value(0).code, code);
        QVERIFY(!report.refused.value(0).message.isEmpty());
    }
    void aSilentServerHoldsNobody()
    {
        TileServer server(kDot);
        server.setSilent(true);
        auto map = shownMap();
        map->addBaseMap({u"图"_s, server.address(u"/tiles/{z}/{x}/{y}.png"_s), {}, false});
        QVERIFY(map->isBusy());
        QTRY_VERIFY(!server.asked().isEmpty());
        QElapsedTimer clock;
        clock.start();
        map.reset(); // stops asking, does not wait for an answer
        QVERIFY(clock.elapsed() < 5000);
        QVERIFY(!layer(u"图"_s));
    }
    void addsAWmts()
    {
        TileServer server(kDot);
        server.setAnswer(u"/wmts"_s, answerOf("wmts.xml"));
        const std::unique_ptr<MapView> map = shownMap();
        const LoadReport report = add(*map, {{}, server.address(u"/wmts"_s), {}, false});
        QVERIFY2(report.refused.isEmpty(),
                 qPrintable(report.refused.value(0).message + report.refused.value(0).detail));
        QCOMPARE(report.layers, QStringList{u"127.0.0.1"_s});
    }

    void printsOnePage()
    {
        if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty()) {
            QSKIP("poppler-utils is not installed");
        }
        const std::unique_ptr<MapView> map = shownMap();
        map->setTheme(MapTheme::Night);
        for (const bool a3 : {false, true}) {
            const QString path = mFolder.filePath(a3 ? u"a3.pdf"_s : u"a4.pdf"_s);
            const PrintOrder order{
                path, u"东城区单元网格图"_s, u"模拟数据 · 2026-11-20"_s, !a3, a3};
            const std::optional<Error> error = print(*map, order);
            QVERIFY2(!error, error ? qPrintable(error->message + error->detail) : "");
            const QString facts = QString::fromUtf8(run(u"pdfinfo"_s, {path}));
            QVERIFY(facts.contains(QRegularExpression(u"Pages: +1\n"_s)));
            QVERIFY(facts.contains(a3 ? "(A3)"_L1 : "(A4)"_L1));
            const QString text = textOf(path);
            QVERIFY2(text.contains(order.title), qPrintable(text));
            QVERIFY(text.contains(order.note));
            QVERIFY(text.contains(u"Unit grids"_s)); // the legend
            const QString fonts = QString::fromUtf8(run(u"pdffonts"_s, {path}));
            QVERIFY(fonts.contains("Noto"_L1));
            QVERIFY(!fonts.contains(QRegularExpression(u" no +(yes|no) +(yes|no) +\\d"_s)));
            QVERIFY(!run(u"pdftoppm"_s, {u"-r"_s, u"30"_s, u"-png"_s, path}).isEmpty());
        }
        // Nothing is left beside the pages.
        QCOMPARE(QDir(mFolder.path()).entryList({u"*.pdf"_s}, QDir::Files | QDir::Hidden),
                 (QStringList{u"a3.pdf"_s, u"a4.pdf"_s}));
    }
    void printsOnceAtATime()
    {
        const std::unique_ptr<MapView> map = shownMap();
        QSignalSpy printed(map.get(), &MapPort::printed);
        const PrintOrder order{mFolder.filePath(u"twice.pdf"_s), u"一"_s, {}, true, false};
        map->print(order);
        map->print(order);
        QCOMPARE(printed.size(), 0);
        QTRY_COMPARE_WITH_TIMEOUT(printed.size(), 2, 60000);
        QList<bool> failed;
        for (const QList<QVariant> &one : printed) {
            failed.append(one.at(1).value<std::optional<Error>>().has_value());
        }
        QCOMPARE(failed.count(true), 1);
        QVERIFY(QFile::exists(order.path));
    }
    void saysWhyItCannotPrint()
    {
        {
            const std::unique_ptr<MapView> map = shownMap(false);
            QCOMPARE(print(*map, {mFolder.filePath(u"x.pdf"_s), {}, {}, true, false})->code,
                     ErrorCode::NotFound);
        }
        const std::unique_ptr<MapView> map = shownMap();
        QCOMPARE(print(*map, {u"/nowhere/x.pdf"_s, {}, {}, true, false})->code,
                 ErrorCode::Unreachable);
        QCOMPARE(print(*map, {mFolder.path(), {}, {}, true, false})->code, ErrorCode::Unreachable);
    }
    void theScreenKeepsItsNight()
    {
        const std::unique_ptr<MapView> map = shownMap();
        map->setTheme(MapTheme::Night);
        QTRY_VERIFY_WITH_TIMEOUT(!map->isBusy(), 30000);
        const QImage before = map->widget()->grab().toImage();
        const auto legend = [this] {
            QgsMapLayer *cases = layer(u"Open cases"_s);
            const QList<QgsLayerTreeModelLegendNode *> nodes =
                cases->legend()->createLayerTreeModelLegendNodes(
                    mEngine->project()->layerTreeRoot()->findLayer(cases));
            const QImage first =
                nodes.first()->data(Qt::DecorationRole).value<QIcon>().pixmap(24).toImage();
            qDeleteAll(nodes);
            return first;
        };
        const QImage entry = legend();
        QVERIFY(!entry.isNull());
        QVERIFY(!print(*map, {mFolder.filePath(u"night.pdf"_s), u"夜"_s, {}, true, false}));
        QCOMPARE(legend(), entry);
        map->reload();
        QTRY_VERIFY_WITH_TIMEOUT(!map->isBusy(), 30000);
        QCOMPARE(map->widget()->grab().toImage(), before);
    }
    void printsWhatAServerDrew()
    {
        TileServer server(kDot);
        const std::unique_ptr<MapView> map = shownMap();
        QCOMPARE(add(*map, {u"街道图"_s, server.address(u"/tiles/{z}/{x}/{y}.png"_s), {}, false})
                     .layers.size(),
                 1);
        const QString path = mFolder.filePath(u"tiles.pdf"_s);
        const std::optional<Error> error = print(*map, {path, u"底图"_s, {}, true, false});
        QVERIFY2(!error, error ? qPrintable(error->message) : "");
        if (QStandardPaths::findExecutable(u"pdftoppm"_s).isEmpty()) {
            QSKIP("poppler-utils is not installed");
        }
        const QImage page =
            QImage::fromData(run(u"pdftoppm"_s, {u"-r"_s, u"60"_s, u"-png"_s, path}));
        QVERIFY(redSpot(page));
    }
    void printsWhatSomebodyPaints()
    {
        const std::unique_ptr<MapView> map = shownMap();
        const QgsMapCanvas *canvas = map->widget()->findChild<QgsMapCanvas *>();
        MapPrinter printer(*mEngine->project());
        const QgsPointXY middle = canvas->extent().center();
        printer.setOverlay([&] {
            auto layer = std::make_unique<PaintedLayer>(
                u"在办案件"_s,
                canvas->mapSettings().destinationCrs(),
                [middle](QgsRenderContext &context) {
                    const double radius = 4.0 * context.scaleFactor(); // 4 mm
                    context.painter()->setBrush(Qt::red);
                    context.painter()->setPen(Qt::NoPen);
                    context.painter()->drawEllipse(
                        context.mapToPixel().transform(middle).toQPointF(), radius, radius);
                });
            QPixmap red(16, 16);
            red.fill(QColor(0, 128, 0));
            layer->setEntries({{QIcon(red), u"红色案件"_s}});
            return layer;
        });
        QSignalSpy printed(&printer, &MapPrinter::printed);
        const QString path = mFolder.filePath(u"painted.pdf"_s);
        printer.print({path, u"案件"_s, {}, true, false}, *canvas, {}, MapTheme::Day);
        QVERIFY(printed.wait(60000));
        QVERIFY(!printed.first().at(1).value<std::optional<Error>>());
        if (QStandardPaths::findExecutable(u"pdftoppm"_s).isEmpty()) {
            QSKIP("poppler-utils is not installed");
        }
        QVERIFY(textOf(path).contains(u"红色案件"_s));
        const QImage page =
            QImage::fromData(run(u"pdftoppm"_s, {u"-r"_s, u"60"_s, u"-png"_s, path}));
        const std::optional<QPointF> spot = redSpot(page);
        QVERIFY(spot);
        QVERIFY(QRectF(page.rect()).adjusted(50, 50, -150, -50).contains(*spot));
    }
    void casesAreOnThePaper_data()
    {
        QTest::addColumn<double>("rotation");
        QTest::addColumn<bool>("ticked");
        QTest::newRow("north is up") << 0.0 << true;
        QTest::newRow("turned") << 35.0 << true;
        QTest::newRow("switched off") << 0.0 << false;
    }
    void casesAreOnThePaper()
    {
        QFETCH(double, rotation);
        QFETCH(bool, ticked);
        if (QStandardPaths::findExecutable(u"pdftoppm"_s).isEmpty()) {
            QSKIP("poppler-utils is not installed");
        }
        const std::unique_ptr<MapView> map = shownMap(false);
        map->setTheme(MapTheme::Night);
        DistrictPicture picture = smallPicture();
        Case subject;
        subject.id = CaseId::make(testStart(), 0, 1);
        subject.state = CaseState::Filed;
        subject.level = CaseLevel::Red;
        subject.classKey = {defaultScheme(), CaseKind::Matter, u"06010"_s};
        subject.place = kDot;
        picture.openCases = {subject};
        map->showDistrict(picture);
        auto *canvas = map->widget()->findChild<QgsMapCanvas *>();
        canvas->setRotation(rotation);
        const auto layers = canvas->layers().size();
        QgsMapLayer *cases = layer(u"Open cases"_s);
        QVERIFY(cases);
        mEngine->project()->layerTreeRoot()->findLayer(cases)->setItemVisibilityChecked(ticked);
        QTRY_COMPARE(canvas->layers().size(), layers - (ticked ? 0 : 1));
        const QString path = mFolder.filePath(u"cases.pdf"_s);
        QVERIFY(!print(*map, {path, u"案件"_s, {}, true, false}));
        const double dots = 100.0 / 25.4; // to a millimetre
        const QRectF onPage(10, 28, 220, 164);
        const QImage page =
            QImage::fromData(run(u"pdftoppm"_s, {u"-r"_s, u"100"_s, u"-png"_s, path}))
                .copy(QRectF(onPage.topLeft() * dots, onPage.size() * dots).toRect());
        QVERIFY(!page.isNull());
        const std::optional<QPointF> spot = redSpot(page);
        QCOMPARE(spot.has_value(), ticked);
        if (ticked) {
            // All of the canvas is on the page, and its middle in the middle.
            const QSizeF screen(canvas->size());
            const double enlarged =
                std::min(page.width() / screen.width(), page.height() / screen.height());
            const QPointF away =
                pixelOf(*canvas, kDot) - QPointF(screen.width() / 2.0, screen.height() / 2.0);
            const QPointF off = *spot - QRectF(page.rect()).center() - away * enlarged;
            QVERIFY2(std::hypot(off.x(), off.y()) < 4.0, // a millimetre
                     qPrintable(u"%1, %2"_s.arg(off.x()).arg(off.y())));
        }
    }
    void componentsArePrintedByDay()
    {
        const std::unique_ptr<MapView> map = shownMap();
        map->setTheme(MapTheme::Night);
        QgsMapLayer *components = layer(u"Components (from 1:10,000)"_s);
        QVERIFY(components);
        const auto colour = [components] {
            const auto *vector = qobject_cast<QgsVectorLayer *>(components);
            const auto *renderer =
                dynamic_cast<const QgsCategorizedSymbolRenderer *>(vector->renderer());
            return renderer->categories().first().symbol()->color();
        };
        const QColor night = colour();
        dressComponentLayer(*components, MapTheme::Day);
        QVERIFY(colour() != night);
    }

private:
    static QPointF pixelOf(const QgsMapCanvas &canvas, const GeoPoint &place);
};

QPointF TestMapOutput::pixelOf(const QgsMapCanvas &canvas, const GeoPoint &place)
{
    const QgsCoordinateTransform toMap(QgsCoordinateReferenceSystem(u"EPSG:4326"_s),
                                       canvas.mapSettings().destinationCrs(),
                                       QgsProject::instance()->transformContext());
    const QgsPointXY onMap = toMap.transform(QgsPointXY(place.longitude, place.latitude));
    return canvas.mapSettings().mapToPixel().transform(onMap).toQPointF();
}

static const TestRegistration<TestMapOutput> registration;

} // namespace gridward

#include "test_mapoutput.moc"
