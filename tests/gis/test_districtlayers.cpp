// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/engine/mapengine.h"
#include "gis/map/mapview.h"
#include "tests/support/storebuilders.h"
#include "tests/support/testregistry.h"

#include <qgscoordinatetransform.h>
#include <qgslayertree.h>
#include <qgslayertreemodellegendnode.h>
#include <qgsmapcanvas.h>
#include <qgsmaplayer.h>
#include <qgsmaplayerlegend.h>
#include <qgsproject.h>
#include <qgsrenderer.h>
#include <qgssymbol.h>
#include <qgssymbollayerutils.h>
#include <qgsvectorlayer.h>

#include <QColor>
#include <QIcon>
#include <QImage>
#include <QPainter>
#include <QPixmap>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QWidget>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

Case openCase(quint64 number, CaseLevel level)
{
    Case subject;
    subject.id = CaseId::make(testStart(), 0, number);
    subject.version = 1;
    subject.state = CaseState::Reported;
    subject.level = level;
    subject.place = GeoPoint{116.305 + static_cast<double>(number) * 0.001, 39.905};
    return subject;
}

DistrictPicture smallPicture()
{
    DistrictPicture picture;
    picture.name = u"试验区"_s;
    picture.divisions = smallDivisions();
    picture.grids = smallGrids();
    picture.keyPlaces = smallPlaces();
    picture.openCases = {openCase(1, CaseLevel::Blue), openCase(2, CaseLevel::Red)};
    return picture;
}

double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
           0.0722 * linear(color.blueF());
}

/** By WCAG, of the pixel that differs most from what it lies on; 1 is invisible. */
double strongestContrast(const QgsSymbol &symbol, const QColor &background)
{
    constexpr QSize size(16, 16);
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(background);
    QPainter(&image).drawPixmap(0, 0, QgsSymbolLayerUtils::symbolPreviewPixmap(&symbol, size));
    double strongest = 1.0;
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x) {
            const double one = luminance(image.pixelColor(x, y)) + 0.05;
            const double other = luminance(background) + 0.05;
            strongest = std::max(strongest, std::max(one, other) / std::min(one, other));
        }
    }
    return strongest;
}

} // namespace

class TestDistrictLayers : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir mProfile;
    std::unique_ptr<MapEngine> mEngine;

    QgsVectorLayer *layer(const QString &name) const
    {
        const QList<QgsMapLayer *> found = mEngine->project()->mapLayersByName(name);
        return found.size() == 1 ? qobject_cast<QgsVectorLayer *>(found.first()) : nullptr;
    }

private slots:
    void initTestCase()
    {
        Result<std::unique_ptr<MapEngine>> engine = MapEngine::start(mProfile.path());
        QVERIFY(engine);
        mEngine = std::move(engine).value();
    }
    void init() { mEngine->clear(); }
    void showsADistrict()
    {
        MapView map(*mEngine, MapMode::Headless);
        map.widget()->resize(640, 480);
        map.widget()->show();
        QSignalSpy added(&map, &MapPort::filesAdded);
        map.showDistrict(smallPicture());
        QCOMPARE(added.size(), 1);
        QCOMPARE(layer(u"Unit grids"_s)->featureCount(), 4);
        QCOMPARE(layer(u"Streets"_s)->featureCount(), 1);
        QVERIFY(!layer(u"Communities"_s)); // the one of the test has no outline: no empty layer
        QCOMPARE(layer(u"Open cases"_s)->featureCount(), 0); // a legend: the overlay draws them
        // An area is shown by a point inside it.
        QCOMPARE(layer(u"Key locations and areas"_s)->featureCount(), 2);
        for (const QgsMapLayer *one : mEngine->project()->mapLayers()) {
            QCOMPARE(one->providerType(), u"memory"_s); // QGIS never opens the store
        }
        QTRY_VERIFY_WITH_TIMEOUT(!map.isBusy(), 30000);
    }
    void asksForComponentsOnlyWhenTheyAreLookedAt()
    {
        MapView map(*mEngine, MapMode::Headless);
        map.widget()->resize(640, 480);
        map.widget()->show();
        QSignalSpy wanted(&map, &MapPort::componentsWanted);
        map.showDistrict(smallPicture());
        QTRY_VERIFY_WITH_TIMEOUT(!map.isBusy(), 30000);
        QgsVectorLayer *components = layer(u"Components (from 1:10,000)"_s);
        QVERIFY(components);
        QgsLayerTree *root = mEngine->project()->layerTreeRoot();
        QgsLayerTreeLayer *node = root->findLayer(components->id());
        QVERIFY(!node->isVisible()); // on demand
        map.showThing(MapThing::Place, {}, GeoPoint{116.305, 39.905});
        QTest::qWait(0);
        QCOMPARE(wanted.count(), 0);
        // Near enough and ticked: once, however often the view trembles.
        map.zoomIn();
        map.zoomIn();
        map.zoomIn();
        node->setItemVisibilityChecked(true);
        QTRY_COMPARE(wanted.count(), 1);
        map.setComponents(smallComponents());
        QCOMPARE(components->featureCount(), smallComponents().size());
        map.zoomIn();
        QTRY_VERIFY_WITH_TIMEOUT(!map.isBusy(), 30000);
        QCOMPARE(wanted.count(), 1); // a part of what is there
        map.forgetComponents();
        QTRY_COMPARE(wanted.count(), 2);
    }
    void drawsKeyPlacesByTheirKind()
    {
        MapView map(*mEngine, MapMode::Headless);
        map.showDistrict(smallPicture());
        QgsVectorLayer *places = layer(u"Key locations and areas"_s);
        QVERIFY(places);
        QSet<QString> kinds;
        for (const KeyPlace &place : smallPlaces()) {
            kinds.insert(place.kind);
        }
        QCOMPARE(places->renderer()->type(), u"categorizedSymbol"_s);
        QCOMPARE(places->renderer()->legendSymbolItems().size(), kinds.size());
        for (const QgsLegendSymbolItem &item : places->renderer()->legendSymbolItems()) {
            QVERIFY(!kinds.contains(item.label())); // a word, not the id
        }
    }
    void showsAnotherDistrictInItsPlace()
    {
        MapView map(*mEngine, MapMode::Headless);
        map.showDistrict(smallPicture());
        const int layers = map.layerCount();
        DistrictPicture other = smallPicture();
        other.openCases.clear();
        map.showDistrict(other);
        QCOMPARE(map.layerCount(), layers);
    }
    void explainsTheSymbolsOfCases()
    {
        MapView map(*mEngine, MapMode::Headless);
        map.showDistrict(smallPicture());
        QgsLayerTreeLayer *node =
            mEngine->project()->layerTreeRoot()->findLayer(layer(u"Open cases"_s)->id());
        QVERIFY(node);
        const QList<QgsLayerTreeModelLegendNode *> entries =
            layer(u"Open cases"_s)->legend()->createLayerTreeModelLegendNodes(node);
        QStringList words;
        for (const QgsLayerTreeModelLegendNode *entry : entries) {
            words.append(entry->data(Qt::DisplayRole).toString());
            QVERIFY(!entry->data(Qt::DecorationRole).value<QIcon>().isNull());
        }
        QCOMPARE(words.mid(0, 4), (QStringList{u"Red"_s, u"Orange"_s, u"Yellow"_s, u"Blue"_s}));
        QCOMPARE(words.size(), 7);
        qDeleteAll(entries);
    }
    void everyLegendEntryCanBeSeen_data()
    {
        QTest::addColumn<MapTheme>("theme");
        QTest::addColumn<QColor>("panel");
        QTest::newRow("day") << MapTheme::Day << QColor(0xff, 0xff, 0xff);
        QTest::newRow("night") << MapTheme::Night << QColor(0x19, 0x20, 0x2b);
    }
    void everyLegendEntryCanBeSeen()
    {
        QFETCH(MapTheme, theme);
        QFETCH(QColor, panel);
        MapView map(*mEngine, MapMode::Headless);
        map.setTheme(theme);
        DistrictPicture picture = smallPicture();
        picture.baseMapFolder = QStringLiteral(GRIDWARD_TEST_DATA "/../../resources/demo");
        map.showDistrict(picture);
        QVERIFY(layer(u"Schematic road network"_s) && layer(u"Schematic blocks and parks"_s));
        for (QgsMapLayer *one : mEngine->project()->mapLayers()) {
            const auto *vector = qobject_cast<QgsVectorLayer *>(one);
            for (const QgsLegendSymbolItem &item : vector->renderer()->legendSymbolItems()) {
                if (item.symbol() != nullptr) {
                    QVERIFY2(strongestContrast(*item.symbol(), panel) > 1.25,
                             qPrintable(one->name() + u": "_s + item.label()));
                }
            }
        }
    }
    void whatIsEmptyNowIsEmptied()
    {
        MapView map(*mEngine, MapMode::Headless);
        DistrictPicture picture = smallPicture();
        map.showDistrict(picture);
        QVERIFY(layer(u"Key locations and areas"_s)->featureCount() > 0);
        picture.keyPlaces.clear();
        map.showDistrict(picture);
        QCOMPARE(layer(u"Key locations and areas"_s)->featureCount(), 0);
        QVERIFY(layer(u"Unit grids"_s)->featureCount() > 0);
    }
    void livesWithoutTheLayersThatSomebodyRemoved()
    {
        MapView map(*mEngine, MapMode::Headless);
        map.widget()->resize(400, 300);
        map.widget()->show();
        map.showDistrict(smallPicture());
        map.setGridStyle(GridStyle::OpenLoad);
        auto *canvas = map.widget()->findChild<QgsMapCanvas *>();
        for (const QString &name :
             {u"Open cases"_s, u"Components (from 1:10,000)"_s, u"Unit grids"_s}) {
            mEngine->project()->removeMapLayer(layer(name));
        }
        map.updateCases({});
        map.setComponents({{}});
        map.forgetComponents();
        map.setGridStyle(GridStyle::Level);
        map.setTheme(MapTheme::Night);
        map.retranslate();
        canvas->zoomByFactor(0.5);
        const QgsRectangle view = canvas->extent();
        map.showDistrict(smallPicture());
        QCOMPARE(layer(u"Unit grids"_s)->featureCount(), 4);
        QVERIFY(layer(u"Open cases"_s) != nullptr);
        QCOMPARE(canvas->extent(), view); // the same district: who looks at it stays where they are
        QTRY_VERIFY_WITH_TIMEOUT(!map.isBusy(), 30000);
    }
    void secondMapStandsOnItsOwn()
    {
        MapView map(*mEngine, MapMode::Headless);
        auto wall =
            std::make_unique<MapView>(*mEngine, MapMode::Headless, MapScope::Own, MapUse::Watch);
        const std::unique_ptr<QWidget> widget(wall->widget());
        widget->setParent(nullptr);
        wall->setTheme(MapTheme::Night);
        wall->showDistrict(smallPicture());
        QCOMPARE(mEngine->project()->count(), 0); // the main map has nothing of it
        QCOMPARE(map.layerCount(), 0);
        const int layers = wall->layerCount();
        QVERIFY(layers > 2);
        map.showDistrict(smallPicture());
        QCOMPARE(layer(u"Unit grids"_s)->featureCount(), 4);
        mEngine->clear();
        QCOMPARE(wall->layerCount(), layers);
        // Its widget may be part of a window that goes later than the map.
        QWidget window;
        widget->setParent(&window);
        window.show();
        wall.reset();
        QTest::qWait(20); // nothing may be drawn from what is gone
        widget->setParent(nullptr);
    }
    void watchedMapAlwaysShowsTheWholeDistrict()
    {
        MapView wall(*mEngine, MapMode::Headless, MapScope::Own, MapUse::Watch);
        auto *canvas = wall.widget()->findChild<QgsMapCanvas *>();
        wall.showDistrict(smallPicture());
        QVERIFY(wall.widget()->testAttribute(Qt::WA_TransparentForMouseEvents));
        QCOMPARE(canvas->focusPolicy(), Qt::NoFocus);
        QVERIFY(canvas->mapTool() == nullptr);
        QgsRectangle grids;
        for (const QgsMapLayer *one : canvas->layers()) {
            if (one->name() == u"Unit grids"_s) {
                const QgsCoordinateTransform toMap(
                    one->crs(), canvas->mapSettings().destinationCrs(), one->transformContext());
                grids = toMap.transformBoundingBox(one->extent());
            }
        }
        QVERIFY(!grids.isEmpty());
        wall.widget()->show();
        for (const auto &[size, text] : {std::pair(QSize(900, 300), 18),
                                         std::pair(QSize(300, 900), 36),
                                         std::pair(QSize(640, 480), 12)}) {
            QFont font = wall.widget()->font();
            font.setPixelSize(text);
            wall.widget()->setFont(font);
            wall.widget()->resize(size);
            QVERIFY(canvas->extent().contains(grids));
            // Fitted: no more than twice as large in the tighter direction.
            QVERIFY(std::min(canvas->extent().width() / grids.width(),
                             canvas->extent().height() / grids.height()) < 1.3);
            QVERIFY(canvas->mapSettings().outputDpi() >= canvas->logicalDpiX() * text / 12.0);
        }
        // Hidden and shown again, possibly on another screen: the same.
        wall.widget()->hide();
        wall.widget()->show();
        QVERIFY(canvas->extent().contains(grids));
        QVERIFY(canvas->mapSettings().outputDpi() >= canvas->logicalDpiX());
        QTRY_VERIFY_WITH_TIMEOUT(!wall.isBusy(), 30000);
    }
};

static const TestRegistration<TestDistrictLayers> registration;

} // namespace gridward

#include "test_districtlayers.moc"
