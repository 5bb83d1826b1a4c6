// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/engine/mapengine.h"
#include "gis/layers/gridlayer.h"
#include "gis/layers/gridload.h"
#include "gis/layers/managerhues.h"
#include "gis/map/mapview.h"
#include "gis/tools/measuretool.h"
#include "tests/support/storebuilders.h"
#include "tests/support/testregistry.h"

#include <qgscategorizedsymbolrenderer.h>
#include <qgscoordinatetransform.h>
#include <qgsdistancearea.h>
#include <qgsexpressioncontextutils.h>
#include <qgsgraduatedsymbolrenderer.h>
#include <qgslayertree.h>
#include <qgsmapcanvas.h>
#include <qgsproject.h>
#include <qgsrendercontext.h>
#include <qgsrubberband.h>
#include <qgsvectorlayer.h>

#include <QAction>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTranslator>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

Case openCase(quint64 number, const QString &grid)
{
    Case subject;
    subject.id = CaseId::make(testStart(), 0, number);
    subject.version = 1;
    subject.state = CaseState::Reported;
    subject.place = GeoPoint{116.305, 39.905};
    subject.grid = grid;
    return subject;
}

QString gridCode(int number)
{
    return smallGrids().at(number).code;
}

DistrictPicture smallPicture()
{
    DistrictPicture picture;
    picture.name = u"试验区"_s;
    picture.divisions = smallDivisions();
    picture.grids = smallGrids();
    picture.openCases = {openCase(1, gridCode(0)), openCase(2, gridCode(0))};
    picture.managers = {
        {gridCode(0), u"王敏"_s}, {gridCode(1), u"李强"_s}, {gridCode(2), u"王敏"_s}};
    return picture;
}

/** Says "译:" before every text of the layers: a language that is certainly another one. */
class OtherLanguage final : public QTranslator
{
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *text, const char *, int) const override
    {
        return QLatin1StringView(context) == "DistrictLayers"_L1
                   ? u"译:"_s + QString::fromUtf8(text)
                   : QString();
    }
};

} // namespace

class TestMapTools : public QObject
{
    Q_OBJECT
    QTemporaryDir mProfile;
    std::unique_ptr<MapEngine> mEngine;

    /** A map of a known size that shows the small district. */
    std::unique_ptr<MapView> shownMap() const
    {
        auto map = std::make_unique<MapView>(*mEngine, MapMode::Headless);
        map->widget()->resize(640, 480);
        map->widget()->show();
        map->showDistrict(smallPicture());
        return map;
    }
    static QgsMapCanvas *canvasOf(const MapView &map)
    {
        return map.widget()->findChild<QgsMapCanvas *>();
    }
    static QPoint pixelOf(const MapView &map, double longitude, double latitude)
    {
        const QgsCoordinateTransform toMap(QgsCoordinateReferenceSystem(u"EPSG:4326"_s),
                                           canvasOf(map)->mapSettings().destinationCrs(),
                                           QgsProject::instance()->transformContext());
        const QgsPointXY place = toMap.transform(QgsPointXY(longitude, latitude));
        return canvasOf(map)->mapSettings().mapToPixel().transform(place).toQPointF().toPoint();
    }
    static QgsPointXY placeOf(const MapView &map, const QPoint &pixel)
    {
        const QgsCoordinateTransform toDegrees(canvasOf(map)->mapSettings().destinationCrs(),
                                               QgsCoordinateReferenceSystem(u"EPSG:4326"_s),
                                               QgsProject::instance()->transformContext());
        return toDegrees.transform(
            canvasOf(map)->mapSettings().mapToPixel().toMapCoordinates(pixel));
    }
    static double geodesic(const QgsPointXY &from, const QgsPointXY &to)
    {
        QgsDistanceArea ground;
        ground.setSourceCrs(QgsCoordinateReferenceSystem(u"EPSG:4326"_s),
                            QgsProject::instance()->transformContext());
        ground.setEllipsoid(u"WGS84"_s);
        return ground.measureLine(from, to);
    }
    static void
    click(const MapView &map, const QPoint &pixel, Qt::MouseButton button = Qt::LeftButton)
    {
        QTest::mouseClick(canvasOf(map)->viewport(), button, {}, pixel);
    }
    static QStringList legendOf(const QgsVectorLayer &layer)
    {
        QStringList words;
        for (const QgsLegendSymbolItem &item : layer.renderer()->legendSymbolItems()) {
            words.append(item.label());
        }
        return words;
    }
    /** Every grid falls into a class of the legend. */
    static bool isDrawn(const QgsVectorLayer &layer)
    {
        QgsRenderContext context;
        context.expressionContext().appendScopes(
            QgsExpressionContextUtils::globalProjectLayerScopes(&layer));
        const std::unique_ptr<QgsFeatureRenderer> renderer(layer.renderer()->clone());
        renderer->startRender(context, layer.fields());
        QgsFeatureIterator rows = layer.getFeatures();
        QgsFeature row;
        bool all = true;
        while (rows.nextFeature(row)) {
            context.expressionContext().setFeature(row);
            all = all && renderer->symbolForFeature(row, context) != nullptr;
        }
        renderer->stopRender(context);
        return all;
    }
    QgsVectorLayer *grids() const { return findGridLayer(*mEngine->project()); }
    QVariant valueOf(const QString &grid, const QString &field) const
    {
        QgsFeatureIterator rows = grids()->getFeatures(u"\"code\" = '%1'"_s.arg(grid));
        QgsFeature row;
        return rows.nextFeature(row) ? row.attribute(field) : QVariant();
    }

private slots:
    void initTestCase()
    {
        Result<std::unique_ptr<MapEngine>> engine = MapEngine::start(mProfile.path());
        QVERIFY(engine);
        mEngine = std::move(engine).value();
    }
    void cleanupTestCase() { mEngine.reset(); }
    void init() { mEngine->clear(); }

    void picksAPlace()
    {
        const std::unique_ptr<MapView> map = shownMap();
        QSignalSpy picked(map.get(), &MapPort::placePicked);
        QSignalSpy tool(map.get(), &MapPort::toolChanged);
        map->setTool(MapTool::PickPlace);
        QCOMPARE(canvasOf(*map)->cursor().shape(), Qt::CrossCursor);
        click(*map, pixelOf(*map, 116.305, 39.905));
        QCOMPARE(picked.size(), 1);
        const auto place = picked.first().first().value<GeoPoint>();
        QVERIFY(std::abs(place.longitude - 116.305) < 1e-4);
        QVERIFY(std::abs(place.latitude - 39.905) < 1e-4);
        QCOMPARE(tool.size(), 2);
        QCOMPARE(tool.last().first().value<MapTool>(), MapTool::Browse);
        click(*map, pixelOf(*map, 116.305, 39.905));
        QCOMPARE(picked.size(), 1); // browsing again
    }
    void escapeEndsPicking()
    {
        const std::unique_ptr<MapView> map = shownMap();
        // A shortcut of the window must not take the key away.
        QAction action;
        action.setShortcut(Qt::Key_Escape);
        map->widget()->addAction(&action);
        QSignalSpy triggered(&action, &QAction::triggered);
        QSignalSpy tool(map.get(), &MapPort::toolChanged);
        QSignalSpy picked(map.get(), &MapPort::placePicked);
        map->setTool(MapTool::PickPlace);
        QTest::keyClick(canvasOf(*map), Qt::Key_Escape);
        QCOMPARE(tool.size(), 2);
        QCOMPARE(triggered.size(), 0);
        click(*map, {100, 100});
        QCOMPARE(picked.size(), 0);
    }
    void aDragIsNoPick()
    {
        const std::unique_ptr<MapView> map = shownMap();
        QSignalSpy picked(map.get(), &MapPort::placePicked);
        map->setTool(MapTool::PickPlace);
        const QgsPointXY before = canvasOf(*map)->center();
        QWidget *viewport = canvasOf(*map)->viewport();
        QTest::mousePress(viewport, Qt::LeftButton, {}, {100, 100});
        QMouseEvent moved(QEvent::MouseMove,
                          QPointF(160, 130),
                          viewport->mapToGlobal(QPointF(160, 130)),
                          Qt::NoButton,
                          Qt::LeftButton,
                          Qt::NoModifier);
        QCoreApplication::sendEvent(viewport, &moved);
        QTest::mouseRelease(viewport, Qt::LeftButton, {}, {160, 130});
        QCOMPARE(picked.size(), 0);
        QVERIFY(canvasOf(*map)->center().distance(before) > 0.0);
    }
    void measuresALine()
    {
        const std::unique_ptr<MapView> map = shownMap();
        QSignalSpy measured(map.get(), &MapPort::measured);
        map->setTool(MapTool::MeasureLine);
        const QPoint a = pixelOf(*map, 116.301, 39.901);
        const QPoint b = pixelOf(*map, 116.319, 39.919);
        click(*map, a);
        click(*map, b);
        QCOMPARE(measured.size(), 2);
        auto now = measured.last().first().value<Measurement>();
        QCOMPARE(now.corners, 2);
        QVERIFY(!now.finished);
        // The geodesic on WGS 84 (Vincenty) is 2522.54 m long. A pixel is some 5 m here.
        QVERIFY2(std::abs(now.metres - 2522.54) < 12.0, qPrintable(QString::number(now.metres)));
        // Between the places that were really clicked it is exact.
        const double exact = geodesic(placeOf(*map, a), placeOf(*map, b));
        QVERIFY(std::abs(now.metres / exact - 1.0) < 1e-3);
        QTest::keyClick(canvasOf(*map), Qt::Key_Return);
        now = measured.last().first().value<Measurement>();
        QVERIFY(now.finished);
        click(*map, a); // starts anew
        now = measured.last().first().value<Measurement>();
        QCOMPARE(now.corners, 1);
        QVERIFY(!now.finished);
    }
    void measuresAnArea()
    {
        const std::unique_ptr<MapView> map = shownMap();
        QSignalSpy measured(map.get(), &MapPort::measured);
        map->setTool(MapTool::MeasureArea);
        click(*map, pixelOf(*map, 116.30, 39.90));
        click(*map, pixelOf(*map, 116.32, 39.90));
        click(*map, pixelOf(*map, 116.32, 39.92));
        click(*map, pixelOf(*map, 116.30, 39.92));
        QTest::mouseDClick(
            canvasOf(*map)->viewport(), Qt::LeftButton, {}, pixelOf(*map, 116.30, 39.92));
        const auto now = measured.last().first().value<Measurement>();
        QVERIFY(now.finished);
        QCOMPARE(now.corners, 4);
        // 0.02° each way at 39.91° N: 1710.1 m by 2220.7 m on WGS 84; a pixel is some 5 m.
        QVERIFY2(std::abs(now.squareMetres / 3.7976e6 - 1.0) < 0.01,
                 qPrintable(QString::number(now.squareMetres)));
        QVERIFY(std::abs(now.metres / 7861.6 - 1.0) < 0.01);
    }
    void backspaceTakesACornerBack()
    {
        const std::unique_ptr<MapView> map = shownMap();
        QSignalSpy measured(map.get(), &MapPort::measured);
        QSignalSpy tool(map.get(), &MapPort::toolChanged);
        map->setTool(MapTool::MeasureLine);
        click(*map, {100, 100});
        click(*map, {200, 100});
        QTest::keyClick(canvasOf(*map), Qt::Key_Backspace);
        QCOMPARE(measured.last().first().value<Measurement>().corners, 1);
        click(*map, {100, 100}, Qt::RightButton);
        QVERIFY(measured.last().first().value<Measurement>().finished);
        QTest::keyClick(canvasOf(*map), Qt::Key_Escape);
        QCOMPARE(measured.last().first().value<Measurement>().corners, 0);
        QCOMPARE(tool.last().first().value<MapTool>(), MapTool::Browse);
    }
    void aLabelRunsWithTheMouse()
    {
        const std::unique_ptr<MapView> map = shownMap();
        map->setTool(MapTool::MeasureLine);
        const auto *label = map->widget()->findChild<QWidget *>(u"measureLabel"_s);
        QVERIFY(label && !label->isVisible());
        click(*map, {100, 100});
        QTest::mouseMove(canvasOf(*map)->viewport(), {300, 200});
        const auto *all = canvasOf(*map)->viewport();
        QTRY_VERIFY(std::ranges::any_of(
            all->findChildren<QWidget *>(u"measureLabel"_s), [&](const QWidget *one) {
                return one->isVisible() && all->rect().contains(one->geometry());
            }));
        map->setTool(MapTool::Browse);
        QVERIFY(std::ranges::none_of(all->findChildren<QWidget *>(u"measureLabel"_s),
                                     &QWidget::isVisible));
    }
    void saysLengthsAndAreas()
    {
        QCOMPARE(groundLengthText(86.34), u"86.3 m"_s);
        QCOMPARE(groundLengthText(999.96), u"1.00 km"_s);
        QCOMPARE(groundLengthText(1236.0), u"1.24 km"_s);
        QCOMPARE(groundAreaText(640.2), u"640 m²"_s);
        QCOMPARE(groundAreaText(12'400.0), u"1.24 ha"_s);
        QCOMPARE(groundAreaText(3.07e6), u"3.07 km²"_s);
    }

    void colorsGridsFourWays_data()
    {
        QTest::addColumn<GridStyle>("style");
        QTest::addColumn<int>("entries");
        QTest::addColumn<QString>("word");
        QTest::newRow("type") << GridStyle::Type << 4 << u"Residential"_s;
        QTest::newRow("level") << GridStyle::Level << 4 << u"Comprehensive governance"_s;
        QTest::newRow("load") << GridStyle::OpenLoad << 5 << u"1–2 open cases"_s;
        QTest::newRow("manager") << GridStyle::Responsible << 2 << u"Without a grid manager"_s;
    }
    void colorsGridsFourWays()
    {
        QFETCH(GridStyle, style);
        QFETCH(int, entries);
        QFETCH(QString, word);
        const std::unique_ptr<MapView> map = shownMap();
        map->setGridStyle(style);
        QCOMPARE(legendOf(*grids()).size(), entries);
        QVERIFY(legendOf(*grids()).contains(word));
        QVERIFY2(isDrawn(*grids()), "some grids have no symbol");
        OtherLanguage other;
        QCoreApplication::installTranslator(&other);
        map->retranslate();
        const QStringList translated = legendOf(*grids());
        QCoreApplication::removeTranslator(&other);
        QVERIFY(translated.contains(u"译:"_s + word));
        map->setTheme(MapTheme::Night);
        QCOMPARE(legendOf(*grids()).size(), entries);
        // A district that comes later wears the same style.
        DistrictPicture next = smallPicture();
        next.name = u"另一区"_s;
        map->showDistrict(next);
        QCOMPARE(chosenGridStyle(*grids()), style);
        QCOMPARE(legendOf(*grids()).size(), entries);
        QTRY_VERIFY_WITH_TIMEOUT(!map->isBusy(), 30000);
    }
    void knowsManagersAndShortNames()
    {
        const std::unique_ptr<MapView> map = shownMap();
        QCOMPARE(valueOf(gridCode(0), u"manager"_s).toString(), u"王敏"_s);
        QCOMPARE(valueOf(gridCode(3), u"manager"_s).toString(), QString());
        QCOMPARE(valueOf(gridCode(0), u"short"_s).toString(), u"第1网格"_s);
        DistrictPicture picture = smallPicture();
        picture.grids[0].name = u"一社区第一网格"_s;
        picture.grids[1].name = u"A very long name of a grid"_s;
        picture.grids[2].name = u"北京某某有限责任公司网格"_s;
        map->showDistrict(picture);
        QCOMPARE(valueOf(gridCode(0), u"short"_s).toString(), u"第一网格"_s);
        QCOMPARE(valueOf(gridCode(1), u"short"_s).toString(), u"grid"_s);
        QCOMPARE(valueOf(gridCode(2), u"short"_s).toString(), u"003"_s);
    }
    void neighboursDiffer()
    {
        const QList<int> hues = managerHues(smallGrids(), smallPicture().managers);
        QCOMPARE(hues.size(), 4);
        QCOMPARE(hues.at(0), hues.at(2)); // the same manager
        QVERIFY(hues.at(0) != hues.at(1));
        QVERIFY(hues.at(0) != hues.at(3) && hues.at(1) != hues.at(3));
        QVERIFY(managerHues({}, {}).isEmpty());
    }
    void classesOfLoad()
    {
        const QList<int> counts{0, 1, 2, 3, 5, 6, 10, 11, 5000};
        QList<int> classes;
        for (const int count : counts) {
            classes.append(loadClass(count));
        }
        QCOMPARE(classes, (QList<int>{0, 1, 1, 2, 2, 3, 3, 4, 4}));
    }
    void loadFollowsTheCases()
    {
        const std::unique_ptr<MapView> map = shownMap();
        map->setGridStyle(GridStyle::OpenLoad);
        QCOMPARE(valueOf(gridCode(0), u"open"_s).toInt(), 2);
        QSignalSpy repaint(grids(), &QgsMapLayer::repaintRequested);
        map->updateCases({openCase(3, gridCode(0)), openCase(4, gridCode(1))});
        Case closed = openCase(2, gridCode(0));
        closed.state = CaseState::Closed;
        map->updateCases({closed});
        QCOMPARE(repaint.size(), 0); // gathered first
        map->setGridStyle(GridStyle::OpenLoad);
        QCOMPARE(valueOf(gridCode(0), u"open"_s).toInt(), 2);
        QCOMPARE(valueOf(gridCode(1), u"open"_s).toInt(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(!map->isBusy(), 30000);
    }
    void drawsAgainOnlyForAnotherClass()
    {
        const std::unique_ptr<MapView> map = shownMap();
        map->setGridStyle(GridStyle::OpenLoad);
        GridLoad load(*mEngine->project());
        load.reset(smallPicture().openCases);
        QSignalSpy changed(&load, &GridLoad::classesChanged);
        load.update({openCase(9, gridCode(3))});
        load.flush();
        QCOMPARE(changed.size(), 1); // from none to one
        load.update({openCase(10, gridCode(3))});
        load.flush();
        QCOMPARE(changed.size(), 1); // two are of the same class as one
        QCOMPARE(valueOf(gridCode(3), u"open"_s).toInt(), 2);
        chooseGridStyle(*grids(), GridStyle::Type);
        load.update({openCase(11, gridCode(3))});
        load.flush();
        QCOMPARE(changed.size(), 1); // not what colours the grids
        QCOMPARE(valueOf(gridCode(3), u"open"_s).toInt(), 3);
        load.update({openCase(11, gridCode(2))}); // the place was corrected
        QCOMPARE(load.openIn(gridCode(3)), 2);
        QCOMPARE(load.openIn(gridCode(2)), 1);
    }

    void keepsViews()
    {
        const QgsRectangle far(12'000'000, 4'000'000, 12'001'000, 4'001'000);
        {
            const std::unique_ptr<MapView> map = shownMap();
            QSignalSpy changed(map.get(), &MapPort::bookmarksChanged);
            map->addBookmark(u"  "_s);
            QCOMPARE(changed.size(), 0);
            map->addBookmark(u"全区"_s);
            canvasOf(*map)->setExtent(far);
            map->addBookmark(u"远处"_s);
            map->addBookmark(u"远处"_s); // again: replaced
            QCOMPARE(map->bookmarks(), (QStringList{u"全区"_s, u"远处"_s}));
            QCOMPARE(changed.size(), 3);
            map->goToBookmark(u"全区"_s);
            QVERIFY(!canvasOf(*map)->extent().intersects(far));
        }
        init();
        const std::unique_ptr<MapView> map = shownMap();
        QCOMPARE(map->bookmarks(), (QStringList{u"全区"_s, u"远处"_s}));
        map->goToBookmark(u"远处"_s);
        QVERIFY(canvasOf(*map)->extent().contains(far.center()));
        map->goToBookmark(u"nowhere"_s);
        QVERIFY(canvasOf(*map)->extent().contains(far.center()));
        map->removeBookmark(u"全区"_s);
        QCOMPARE(map->bookmarks(), QStringList{u"远处"_s});
    }
    void keepsLayerThemes()
    {
        const auto node = [this](const QString &name) {
            return mEngine->project()->layerTreeRoot()->findLayer(
                mEngine->project()->mapLayersByName(name).value(0));
        };
        {
            const std::unique_ptr<MapView> map = shownMap();
            QSignalSpy changed(map.get(), &MapPort::layerThemesChanged);
            node(u"Unit grids"_s)->setItemVisibilityChecked(false);
            map->saveLayerTheme(u"只看街道"_s);
            QCOMPARE(changed.size(), 1);
        }
        init(); // other layers with other ids, as in the next session
        const std::unique_ptr<MapView> map = shownMap();
        QCOMPARE(map->layerThemes(), QStringList{u"只看街道"_s});
        QVERIFY(node(u"Unit grids"_s)->isVisible());
        node(u"Streets"_s)->setItemVisibilityChecked(false);
        map->applyLayerTheme(u"只看街道"_s);
        QVERIFY(!node(u"Unit grids"_s)->isVisible());
        QVERIFY(node(u"Streets"_s)->isVisible());
        map->removeLayerTheme(u"只看街道"_s);
        QVERIFY(map->layerThemes().isEmpty());
    }
    void aDamagedFileOfViewsIsSetAside()
    {
        const QString path = mProfile.filePath(u"saved-views.xml"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("<gridward-views><Bookm");
        file.close();
        const std::unique_ptr<MapView> map = shownMap();
        QVERIFY(map->bookmarks().isEmpty());
        QVERIFY(QFile::exists(path + u".damaged"_s));
        map->addBookmark(u"新"_s);
        QVERIFY(QFile::exists(path));
    }
};

static const TestRegistration<TestMapTools> registration;

} // namespace gridward

#include "test_maptools.moc"
