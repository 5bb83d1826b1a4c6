// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/engine/mapengine.h"
#include "gis/map/mapview.h"
#include "tests/support/storebuilders.h"
#include "tests/support/testregistry.h"

#include <qgsmaplayer.h>
#include <qgsproject.h>
#include <qgsrenderer.h>
#include <qgssymbol.h>
#include <qgssymbollayerutils.h>
#include <qgsvectorlayer.h>

#include <QColor>
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
    void init() { mEngine->project()->clear(); }
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
        QCOMPARE(layer(u"Open cases"_s)->featureCount(), 2);
        // An area is shown by a point inside it.
        QCOMPARE(layer(u"Key locations and areas"_s)->featureCount(), 2);
        for (const QgsMapLayer *one : mEngine->project()->mapLayers()) {
            QCOMPARE(one->providerType(), u"memory"_s); // QGIS never opens the store
        }
        QTRY_VERIFY_WITH_TIMEOUT(!map.isBusy(), 30000);
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
        QCOMPARE(layer(u"Open cases"_s)->featureCount(), 0);
    }
    void followsItsCases()
    {
        MapView map(*mEngine, MapMode::Headless);
        map.showDistrict(smallPicture());
        Case closed = openCase(1, CaseLevel::Blue);
        closed.state = CaseState::Closed;
        map.updateCases({closed, openCase(3, CaseLevel::Orange), openCase(2, CaseLevel::Yellow)});
        QgsVectorLayer *cases = layer(u"Open cases"_s);
        QCOMPARE(cases->featureCount(), 2);
        QStringList levels;
        QgsFeatureIterator rows = cases->getFeatures();
        QgsFeature row;
        while (rows.nextFeature(row)) {
            levels.append(row.attribute(u"level"_s).toString());
        }
        levels.sort();
        QCOMPARE(levels, (QStringList{u"orange"_s, u"yellow"_s}));
        Case nowhere = openCase(4, CaseLevel::Blue);
        nowhere.place.reset();
        map.updateCases({nowhere}); // never an invented point
        QCOMPARE(cases->featureCount(), 2);
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
};

static const TestRegistration<TestDistrictLayers> registration;

} // namespace gridward

#include "test_districtlayers.moc"
