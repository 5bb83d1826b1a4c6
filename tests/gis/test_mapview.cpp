// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/engine/mapengine.h"
#include "gis/map/mapview.h"
#include "tests/support/picture.h"
#include "tests/support/testregistry.h"

#include <qgsapplication.h>
#include <qgsauthmanager.h>
#include <qgslayertree.h>
#include <qgslayertreeview.h>
#include <qgsproject.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QFont>
#include <QHBoxLayout>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QWidget>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <fcntl.h>
#include <semaphore>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

/** A file whose first reader is held until it is told to go on; then it is an ordinary table. */
class GatedFile
{
public:
    explicit GatedFile(const QString &path)
        : mPath(path)
    {
        const QByteArray name = QFile::encodeName(path);
        if (mkfifo(name.constData(), 0600) != 0) {
            qFatal("cannot make a pipe");
        }
        mKeeper = std::thread([this, name] {
            const int pipe = ::open(name.constData(), O_WRONLY); // returns when somebody reads
            mRead = true;
            mMayOpen.acquire();
            // Long enough to be overtaken by whoever does not wait.
            std::this_thread::sleep_for(std::chrono::milliseconds(300));
            const QByteArray rows = "lon,lat\n" + QByteArray("116.4,39.9\n").repeated(1000);
            QFile table(mPath + u".ready"_s);
            const bool written = table.open(QIODevice::WriteOnly) && table.write(rows) > 0;
            table.close();
            std::rename(QFile::encodeName(table.fileName()).constData(), name.constData());
            mOpen = true;
            // A reader that may also write never sees an end, so give it what it waits for.
            if (!written || ::write(pipe, rows.constData(), std::size_t(rows.size())) < 0) {
                qFatal("cannot fill the table");
            }
            ::close(pipe);
        });
    }
    ~GatedFile()
    {
        // Nobody came: the keeper stands at the pipe.
        const int reader =
            mRead ? -1 : ::open(QFile::encodeName(mPath).constData(), O_RDONLY | O_NONBLOCK);
        mMayOpen.release();
        mKeeper.join();
        if (reader >= 0) {
            ::close(reader);
        }
    }
    GatedFile(const GatedFile &) = delete;
    GatedFile &operator=(const GatedFile &) = delete;

    [[nodiscard]] const QString &path() const { return mPath; }
    [[nodiscard]] bool isRead() const { return mRead; }
    [[nodiscard]] bool isOpen() const { return mOpen; }
    void openSoon() { mMayOpen.release(); }

private:
    QString mPath;
    std::atomic_bool mRead = false;
    std::atomic_bool mOpen = false;
    std::counting_semaphore<2> mMayOpen{0};
    std::thread mKeeper; ///< last: it uses what stands above
};

} // namespace

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
        clearMap();
        GatedFile gate(mProfile.filePath(u"gated.csv"_s));
        auto map = std::make_unique<MapView>(*mEngine, MapMode::Interactive);
        map->addFiles({gate.path(), data("streets.geojson")});
        QTRY_VERIFY_WITH_TIMEOUT(gate.isRead(), 30000);
        gate.openSoon();
        map.reset();
        // The loader stood before the gate: whoever waits for it comes out behind the opening.
        QVERIFY(gate.isOpen());
        QCOMPARE(mEngine->project()->count(), 0);
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
    void removedLayersLeaveThePicture_data()
    {
        QTest::addColumn<QStringList>("removed");
        QTest::addColumn<bool>("whileDrawn");
        QTest::newRow("upper") << QStringList{u"places"_s} << false;
        QTest::newRow("lower") << QStringList{u"streets"_s} << false;
        QTest::newRow("all") << QStringList{u"places"_s, u"streets"_s} << false;
        QTest::newRow("upper, while drawn") << QStringList{u"places"_s} << true;
        QTest::newRow("lower, while drawn") << QStringList{u"streets"_s} << true;
        QTest::newRow("all, while drawn") << QStringList{u"places"_s, u"streets"_s} << true;
    }
    void removedLayersLeaveThePicture()
    {
        QFETCH(QStringList, removed);
        QFETCH(bool, whileDrawn);
        clearMap();
        MapView map(*mEngine, MapMode::Interactive);
        QWidget window;
        auto *layout = new QHBoxLayout(&window);
        layout->addWidget(map.layerPanel());
        layout->addWidget(map.widget(), 1);
        window.resize(640, 320);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        load(map, {data("places.csv"), data("streets.geojson")});
        // Without the furniture, which changes too.
        auto *canvas = map.widget()->findChild<QWidget *>(u"mapCanvas"_s);
        const auto picture = [canvas] { return canvas->grab().toImage(); };
        QTRY_VERIFY_WITH_TIMEOUT(!map.isBusy(), 30000);
        const QImage both = picture();

        auto *tree = map.layerPanel()->findChild<QgsLayerTreeView *>();
        tree->setFocus();
        tree->selectionModel()->clear();
        for (QgsLayerTreeLayer *layer : mEngine->project()->layerTreeRoot()->findLayers()) {
            if (removed.contains(layer->name())) {
                tree->selectionModel()->select(tree->node2index(layer),
                                               QItemSelectionModel::Select);
            }
        }
        if (whileDrawn) {
            map.reload();
        }
        QTest::keyClick(tree, Qt::Key_Delete);
        QCOMPARE(map.layerCount(), 2 - removed.size());
        QTRY_VERIFY_WITH_TIMEOUT(!map.isBusy() && picture() != both, 5000);
        const QImage after = picture();
        // What is shown now is what a fresh drawing of the rest shows.
        map.reload();
        QTRY_VERIFY_WITH_TIMEOUT(!map.isBusy(), 30000);
        QCOMPARE(after, picture());
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
