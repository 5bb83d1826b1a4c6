// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/engine/mapengine.h"
#include "gis/map/mapview.h"
#include "tests/support/picture.h"
#include "tests/support/testregistry.h"

#include <qgsapplication.h>
#include <qgsauthmanager.h>
#include <qgsmaplayer.h>
#include <qgsproject.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QFont>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace gridward {

class TestMapView : public QObject
{
    Q_OBJECT
    QTemporaryDir mProfile;
    std::unique_ptr<MapEngine> mEngine;

    static QString data(const char *name)
    {
        return QStringLiteral(GRIDWARD_TEST_DATA "/") + QLatin1StringView(name);
    }

    QString written(const QString &name, const QByteArray &bytes) const
    {
        QString path = mProfile.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
            qFatal("cannot write %s", qPrintable(path));
        }
        return path;
    }
    static LoadReport load(MapView &map, const QStringList &paths)
    {
        QSignalSpy added(&map, &MapPort::filesAdded);
        map.addFiles(paths);
        if (added.isEmpty() && !added.wait(60000)) {
            return {};
        }
        return added.value(0).value(0).value<LoadReport>();
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

    void everyVersionIsKnown()
    {
        for (const ComponentVersion &component : MapEngine::versions()) {
            QVERIFY2(!component.version.isEmpty() && component.version.at(0).isDigit(),
                     qPrintable(component.name));
        }
    }
    void profileAndSecretsAreOurs()
    {
        const QString profile = mProfile.filePath(u"profile"_s);
        QCOMPARE(QDir::cleanPath(QgsApplication::qgisSettingsDirPath()), profile);
        QgsAuthManager *secrets = QgsApplication::authManager();
        QVERIFY2(!secrets->isDisabled(), qPrintable(secrets->disabledMessage()));
        // Writing one proves that QCA found its cryptography.
        QVERIFY(secrets->setMasterPassword(u"a long enough word"_s, true));
        QgsAuthMethodConfig config(u"Basic"_s);
        config.setName(u"test"_s);
        config.setConfig(u"password"_s, u"secret"_s);
        QVERIFY(secrets->storeAuthenticationConfig(config));
        const QString database = profile + u"/qgis-auth.db"_s;
        QVERIFY(QFileInfo::exists(database));
        QFile file(database);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("secret"));
    }
    void drawsAFile()
    {
        MapView map(*mEngine, MapMode::Headless);
        map.widget()->resize(480, 360);
        QFont font(u"Noto Sans CJK SC"_s);
        font.setPixelSize(14);
        map.widget()->setFont(font);
        map.widget()->show();
        QSignalSpy completed(&map, &MapPort::pictureCompleted);
        QSignalSpy scale(&map, &MapPort::scaleChanged);
        const LoadReport report = load(map, {data("streets.geojson")});
        QCOMPARE(report.layers, QStringList{u"streets"_s});
        QVERIFY(report.refused.isEmpty() && report.assumptions.isEmpty());
        QCOMPARE(map.layerCount(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(!completed.isEmpty() && !map.isBusy(), 30000);
        QVERIFY(scale.last().value(0).toDouble() > 1000.0);
        QVERIFY(matchesReference(map.widget()->grab().toImage(), u"map_day"_s));
        map.setTheme(MapTheme::Night);
        completed.clear();
        QTRY_VERIFY_WITH_TIMEOUT(!completed.isEmpty() && !map.isBusy(), 30000);
        QVERIFY(matchesReference(map.widget()->grab().toImage(), u"map_night"_s));
    }
    void drawsTheSameTwice()
    {
        QImage pictures[2];
        for (QImage &picture : pictures) {
            clearMap();
            MapView map(*mEngine, MapMode::Headless);
            map.widget()->resize(320, 240);
            map.widget()->show();
            load(map, {data("streets.geojson"), data("places.csv")});
            QTRY_VERIFY_WITH_TIMEOUT(!map.isBusy(), 30000);
            picture = map.widget()->grab().toImage();
        }
        QCOMPARE(pictures[0], pictures[1]);
    }
    void readsTablesWithPlaces()
    {
        clearMap();
        MapView map(*mEngine, MapMode::Headless);
        QCOMPARE(load(map, {data("places.csv")}).layers.size(), 1);
        const QString chinese = written(u"点.csv"_s, QByteArray("名称,经度,纬度\n甲,116.4,39.9\n"));
        const LoadReport report = load(map, {chinese});
        QCOMPARE(report.layers, QStringList{u"点"_s});
        QVERIFY(report.refused.isEmpty());
    }
    void refuses_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("empty") << u"empty.geojson"_s << QByteArray() << ErrorCode::Unreadable;
        QTest::newRow("no map") << u"letter.txt"_s << QByteArray("Dear all,\n")
                                << ErrorCode::Unsupported;
        QTest::newRow("truncated gpkg")
            << u"t.gpkg"_s << QByteArray("SQLite format 3\0half", 20) << ErrorCode::Unsupported;
        QTest::newRow("truncated json")
            << u"t.geojson"_s << QByteArray("{\"type\":\"FeatureCollection\",\"fea")
            << ErrorCode::Unsupported;
        QTest::newRow("no places")
            << u"plain.csv"_s << QByteArray("a,b\n1,2\n") << ErrorCode::InvalidInput;
    }
    void refuses()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFETCH(ErrorCode, code);
        clearMap();
        MapView map(*mEngine, MapMode::Headless);
        // The good part is kept.
        const LoadReport report = load(map, {written(name, bytes), data("streets.geojson")});
        QCOMPARE(report.layers, QStringList{u"streets"_s});
        QCOMPARE(report.refused.size(), 1);
        QCOMPARE(report.refused.first().code, code);
        QVERIFY(report.refused.first().message.contains(name));
    }
    void refusesWhatIsNotThere()
    {
        MapView map(*mEngine, MapMode::Headless);
        const LoadReport report = load(map, {u"/nowhere/x.gpkg"_s});
        QCOMPARE(report.refused.value(0).code, ErrorCode::NotFound);
    }
    void endsWhileLoading()
    {
        QByteArray many("lon,lat\n");
        for (int i = 0; i < 200000; ++i) {
            many += QByteArray::number(116.0 + i * 1e-6) + ",39.9\n";
        }
        const QString file = written(u"many.csv"_s, many);
        for (int pause : {0, 5, 30, 80}) {
            clearMap();
            auto map = std::make_unique<MapView>(*mEngine, MapMode::Interactive);
            map->addFiles({file, data("streets.geojson")});
            QTest::qWait(pause); // not for a result: to be caught at different moments
            map.reset();
            QCOMPARE(mEngine->project()->count(), 0);
        }
    }
    void stopLeavesNothing()
    {
        clearMap();
        MapView map(*mEngine, MapMode::Headless);
        QSignalSpy added(&map, &MapPort::filesAdded);
        map.addFiles({data("streets.geojson")});
        map.cancelLoading();
        QTRY_COMPARE_WITH_TIMEOUT(added.size(), 1, 60000);
        const auto report = added.first().first().value<LoadReport>();
        QVERIFY(report.layers.isEmpty());
        QCOMPARE(report.refused.value(0).code, ErrorCode::Cancelled);
        QCOMPARE(map.layerCount(), 0);
        QTRY_VERIFY(!map.isBusy());
    }
    void removedLayersLeaveThePicture()
    {
        clearMap();
        MapView map(*mEngine, MapMode::Interactive);
        map.widget()->resize(320, 240);
        map.widget()->show();
        load(map, {data("places.csv"), data("streets.geojson")});
        QTRY_VERIFY_WITH_TIMEOUT(!map.isBusy(), 30000);
        const QImage both = map.widget()->grab().toImage();
        QSignalSpy completed(&map, &MapPort::pictureCompleted);
        for (const QgsMapLayer *layer : mEngine->project()->mapLayers()) {
            if (layer->name() == u"places"_s) {
                mEngine->project()->removeMapLayer(layer->id());
                break;
            }
        }
        QTRY_VERIFY_WITH_TIMEOUT(!completed.isEmpty() && !map.isBusy(), 30000);
        QVERIFY(map.widget()->grab().toImage() != both);
    }
    void nothingToLookAtIsAPictureToo()
    {
        clearMap();
        MapView map(*mEngine, MapMode::Headless);
        map.widget()->resize(320, 240);
        map.widget()->show();
        const LoadReport report = load(map, {written(u"header.csv"_s, QByteArray("lon,lat\n"))});
        QCOMPARE(report.layers.size(), 1);
        QCOMPARE(report.assumptions.size(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(!map.isBusy(), 30000);
    }
    void loadsFilesNamedMeanwhile()
    {
        clearMap();
        MapView map(*mEngine, MapMode::Headless);
        QSignalSpy added(&map, &MapPort::filesAdded);
        map.addFiles({data("streets.geojson")});
        map.addFiles({data("places.csv")});
        QTRY_COMPARE_WITH_TIMEOUT(added.size(), 2, 60000);
        QCOMPARE(map.layerCount(), 2);
    }
    void leavesFilesAlone()
    {
        clearMap();
        const QString copy = mProfile.filePath(u"copy.geojson"_s);
        QVERIFY(QFile::copy(data("streets.geojson"), copy));
        const QDateTime before = QFileInfo(copy).lastModified();
        const QStringList around = QDir(mProfile.path()).entryList(QDir::Files);
        MapView map(*mEngine, MapMode::Headless);
        QCOMPARE(load(map, {copy}).layers.size(), 1);
        QCOMPARE(QFileInfo(copy).lastModified(), before);
        QCOMPARE(QDir(mProfile.path()).entryList(QDir::Files), around);
    }

private:
    void clearMap();
};

void TestMapView::clearMap()
{
    mEngine->clear();
}

static const TestRegistration<TestMapView> sRegistration;

} // namespace gridward

#include "test_mapview.moc"
