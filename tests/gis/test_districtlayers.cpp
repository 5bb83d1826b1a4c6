// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/engine/mapengine.h"
#include "gis/map/mapview.h"
#include "tests/support/storebuilders.h"
#include "tests/support/testregistry.h"

#include <qgsmaplayer.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QWidget>

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
};

static const TestRegistration<TestDistrictLayers> registration;

} // namespace gridward

#include "test_districtlayers.moc"
