// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/wall/wallscenes.h"
#include "tests/support/testregistry.h"
#include "ui/wall/walltype.h"

#include <QDir>
#include <QFile>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/** A scene that is right, to be damaged. */
QByteArray sound()
{
    return contentOf(u":/wall/situation.json"_s);
}

/** What is done to a sound scene, and what the program says to it. */
struct Damage
{
    const char *name;
    const char *from;
    const char *to;
    const char *says;
};
QList<Damage> damages()
{
    return {
        {"no json", "{", "", "no JSON"},
        {"cut off", "\"scene\"", "\"scene", "byte"},
        {"other form", "\"scene\": 1", "\"scene\": 2", "scene"},
        {"no form", "\"scene\": 1", "\"form\": 1", "scene"},
        {"no id", "\"id\": \"situation\"", "\"id\": \"\"", "id"},
        {"capital", "\"id\": \"situation\"", "\"id\": \"Situation\"", "small letters"},
        {"path", "\"id\": \"situation\"", "\"id\": \"../x\"", "small letters"},
        {"long id", "situation", "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeee", "40 char"},
        {"no title", "\"titleEn\": \"Situation\"", "\"titleEn\": \"\"", "titleEn"},
        {"seconds as text", "\"seconds\": 60", "\"seconds\": \"60\"", "seconds"},
        {"seconds below 0", "\"seconds\": 60", "\"seconds\": -1", "from 0 to 3600"},
        {"too many seconds", "\"seconds\": 60", "\"seconds\": 3601", "from 0 to 3600"},
        {"half a second", "\"seconds\": 60", "\"seconds\": 0.5", "whole number"},
        {"order 0", "\"order\": 10", "\"order\": 0", "order"},
        {"no hours", "00:00-24:00", "always", "07:00-19:00"},
        {"hour 25", "00:00-24:00", "00:00-25:00", "07:00-19:00"},
        {"minute 60", "00:00-24:00", "00:60-24:00", "07:00-19:00"},
        {"no time between", "00:00-24:00", "08:00-08:00", "07:00-19:00"},
        {"unknown key", "\"order\"", "\"colour\": 3, \"order\"", "colour"},
        {"unknown kind", "\"counters\"", "\"globe\"", "columns[0].tiles[0].kind"},
        {"twice", "\"rhythm\"", "\"counters\"", "twice"},
        {"no share", "\"share\": 2,", "", "columns[0].share"},
        {"share 0", "\"share\": 2,", "\"share\": 0,", "columns[0].share"},
        {"priority 0", "\"priority\": 5", "\"priority\": 0", "columns[0].tiles[1].priority"},
        {"priority 10", "\"priority\": 5", "\"priority\": 10", "from 1 to 9"},
        {"columns as object", "\"columns\": [", "\"columns\": {\"a\": [", ""},
        {"null", "\"seconds\": 60", "\"seconds\": null", "seconds"},
    };
}

void put(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

} // namespace

class TestWallScene : public QObject
{
    Q_OBJECT
private slots:
    void theProgramsScenes()
    {
        const WallScenes scenes = WallScenes::read();
        QStringList ids;
        for (const WallScene &scene : scenes.all()) {
            ids.append(scene.id);
            QVERIFY(!scene.title.isEmpty() && !scene.titleEn.isEmpty());
            QVERIFY(WallScenes::isBuiltIn(scene.id));
            const Result<WallScene> again = WallScene::fromJson(scene.toJson());
            QVERIFY(again);
            QCOMPARE(again.value(), scene);
            QCOMPARE(again.value().toJson(), scene.toJson());
            QCOMPARE(scene.toJson(), contentOf(u":/wall/%1.json"_s.arg(scene.id)));
        }
        QCOMPARE(ids,
                 (QStringList{u"situation"_s, u"streets"_s, u"duty"_s, u"month"_s, u"incident"_s}));
        QVERIFY(scenes.problems().isEmpty());
    }

    void damagedFiles_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("says");
        for (const Damage &damage : damages()) {
            QTest::newRow(damage.name) << QByteArray(damage.from) << QByteArray(damage.to)
                                       << QString::fromLatin1(damage.says);
        }
    }
    void damagedFiles()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, says);
        QByteArray damaged = sound();
        const qsizetype at = damaged.indexOf(from);
        QVERIFY(at >= 0);
        damaged.replace(at, from.size(), to);
        const Result<WallScene> read = WallScene::fromJson(damaged);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::InvalidInput);
        QVERIFY2(read.error().message.contains(says), qPrintable(read.error().message));
    }
    /** The published schema says yes and no where the program does; to what is JSON at all, and but
     * for what no schema can say: that a kind is there twice, and that no time is left. */
    void theSchemaAgrees()
    {
        QProcess probe;
        probe.start(u"python3"_s, {u"-c"_s, u"import jsonschema"_s});
        if (!probe.waitForFinished() || probe.exitCode() != 0) {
            QSKIP("python3-jsonschema is not installed");
        }
        QJsonArray cases;
        const auto add = [&cases](const QString &name, const QByteArray &content) {
            const QJsonDocument document = QJsonDocument::fromJson(content);
            if (document.isObject()) {
                cases.append(QJsonObject{{u"name"_s, name},
                                         {u"scene"_s, document.object()},
                                         {u"isScene"_s, bool(WallScene::fromJson(content))}});
            }
        };
        for (const WallScene &scene : WallScenes::read().all()) {
            add(scene.id, scene.toJson());
        }
        for (const Damage &damage : damages()) {
            QByteArray damaged = sound();
            const QByteArray from = damage.from;
            damaged.replace(damaged.indexOf(from), from.size(), damage.to);
            add(QString::fromLatin1(damage.name), damaged);
        }
        QVERIFY(cases.size() > 25);
        QProcess python;
        python.start(
            u"python3"_s,
            {u"-c"_s,
             u"import json, sys, jsonschema\n"
             "schema = json.load(open(sys.argv[1], encoding='utf8'))\n"
             "validator = jsonschema.Draft202012Validator(schema)\n"
             "validator.check_schema(schema)\n"
             "for case in json.load(sys.stdin):\n"
             "    if validator.is_valid(case['scene']) != case['isScene']:\n"
             "        print(case['name'])\n"_s,
             QStringLiteral(GRIDWARD_TEST_DATA) + u"/../../docs/wall-scene.schema.json"_s});
        QVERIFY(python.waitForStarted());
        python.write(QJsonDocument(cases).toJson());
        python.closeWriteChannel();
        QVERIFY(python.waitForFinished());
        QCOMPARE(python.exitCode(), 0);
        const QStringList others =
            QString::fromUtf8(python.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(others, (QStringList{u"no time between"_s, u"twice"_s}));
    }
    void emptyColumns()
    {
        WallScene scene = *WallScenes::read().find(u"situation"_s);
        scene.columns.clear();
        QVERIFY(!WallScene::fromJson(scene.toJson()));
        scene.columns = {{1, {}}};
        QVERIFY(!WallScene::fromJson(scene.toJson()));
    }

    void ownScenes()
    {
        const QTemporaryDir folder;
        const QString own = folder.filePath(u"wall"_s);
        QVERIFY(WallScenes::read(own).problems().isEmpty()); // it is not there yet
        WallScene mine = *WallScenes::read().find(u"duty"_s);
        mine.seconds = 99;
        QVERIFY(WallScenes::save(own, mine));
        WallScene other = mine;
        other.id = u"night"_s;
        other.order = 5;
        QVERIFY(WallScenes::save(own, other));
        put(own + u"/broken.json"_s, "{\"scene\": 1");
        put(own + u"/huge.json"_s, QByteArray(200'000, ' '));
        put(own + u"/streets.json"_s,
            sound().replace("\"situation\"", "\"streets\"").replace("60", "-1"));

        WallScenes scenes = WallScenes::read(own);
        QCOMPARE(scenes.all().first().id, u"night"_s);
        QCOMPARE(scenes.find(u"duty"_s)->seconds, 99);
        QVERIFY(scenes.isOwn(u"duty"_s) && !scenes.isOwn(u"month"_s));
        QCOMPARE(scenes.find(u"streets"_s)->seconds, 30); // the broken one leaves the program's
        QCOMPARE(scenes.problems().size(), 3);
        QCOMPARE(scenes.problems().at(0).file, u"broken.json"_s);

        QVERIFY(WallScenes::remove(own, u"duty"_s));
        QVERIFY(WallScenes::remove(own, u"duty"_s)); // it is gone: that is what was asked for
        QCOMPARE(WallScenes::read(own).find(u"duty"_s)->seconds, 30);
        QVERIFY(!WallScenes::save(u"/proc/none"_s, mine));
    }

    void textIsAsLargeAsTheWallAsksFor_data()
    {
        QTest::addColumn<double>("height");
        QTest::addColumn<int>("pixels");
        for (const double height : {700.0, 1350.0, 2000.0, 2600.0}) {
            for (const int pixels : {1080, 2160, 4320}) {
                QTest::addRow("%.0f mm %d", height, pixels) << height << pixels;
            }
        }
    }
    void textIsAsLargeAsTheWallAsksFor()
    {
        QFETCH(double, height);
        QFETCH(int, pixels);
        const WallSight sight{8.0, height};
        QCOMPARE(leastCapHeight(sight), 32.0);
        QFont font;
        const int unit = wallUnit(sight, pixels, font);
        font.setPixelSize(unit);
        const double cap = QFontMetricsF(font).capHeight() * height / pixels;
        QVERIFY2(cap >= 32.0, qPrintable(QString::number(cap)));
        QVERIFY2(cap < 32.0 * 1.15, qPrintable(QString::number(cap))); // and no larger
        QVERIFY(wallUnit({16.0, height}, pixels, font) > unit);
    }

    void arrangements_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("height");
        for (const QSize size : {QSize(1366, 768),
                                 QSize(1920, 1080),
                                 QSize(3840, 2160),
                                 QSize(7680, 4320),
                                 QSize(5760, 1080),
                                 QSize(1080, 1920),
                                 QSize(1280, 1024)}) {
            for (const double height : {700.0, 1350.0, 2000.0, 2600.0}) {
                QTest::addRow("%dx%d %.0f mm", size.width(), size.height(), height)
                    << size << height;
            }
        }
    }
    void arrangements()
    {
        QFETCH(QSize, size);
        QFETCH(double, height);
        const int unit = wallUnit({8.0, height}, size.height(), QFont());
        const QRect box(QPoint(0, 5 * unit), QSize(size.width(), size.height() - 5 * unit));
        for (const WallScene &scene : WallScenes::read().all()) {
            const SceneArrangement placed = arrangeScene(scene, box, unit);
            QVERIFY(!placed.tiles.isEmpty());
            qsizetype tiles = 0;
            int best = 9;
            for (const SceneColumn &column : scene.columns) {
                tiles += column.tiles.size();
                for (const SceneTile &tile : column.tiles) {
                    best = std::min(best, tile.priority);
                }
            }
            QCOMPARE(placed.tiles.size() + placed.leftOut.size(), tiles);
            for (qsizetype i = 0; i < placed.tiles.size(); ++i) {
                const PlacedTile &tile = placed.tiles.at(i);
                QVERIFY2(box.contains(tile.box), qPrintable(toId(tile.kind)));
                for (qsizetype j = 0; j < i; ++j) {
                    QVERIFY(!tile.box.intersects(placed.tiles.at(j).box));
                }
                // The last one of a row or column takes what there is.
                const auto isBeside = [&](const PlacedTile &other) {
                    return other.box.left() != tile.box.left();
                };
                const auto isUpon = [&](const PlacedTile &other) {
                    return other.box.left() == tile.box.left() && other.kind != tile.kind;
                };
                QVERIFY(std::ranges::none_of(placed.tiles, isBeside) ||
                        tile.box.width() >= needOf(tile.kind).width * unit);
                QVERIFY(std::ranges::none_of(placed.tiles, isUpon) ||
                        tile.box.height() >= needOf(tile.kind).height * unit);
            }
            QVERIFY(std::ranges::any_of(scene.columns, [&](const SceneColumn &column) {
                return std::ranges::any_of(column.tiles, [&](const SceneTile &tile) {
                    return tile.priority == best && placed.find(tile.kind) != nullptr;
                });
            }));
        }
    }
    void aWallOfTwoMetresShowsAll()
    {
        for (const QSize size :
             {QSize(1920, 1080), QSize(3840, 2160), QSize(7680, 4320), QSize(5760, 1080)}) {
            const int unit = wallUnit({8.0, 2000.0}, size.height(), QFont());
            const QRect box(QPoint(0, 5 * unit), QSize(size.width(), size.height() - 6 * unit));
            for (const WallScene &scene : WallScenes::read().all()) {
                const SceneArrangement placed = arrangeScene(scene, box, unit);
                QStringList gone;
                for (const TileKind kind : placed.leftOut) {
                    gone.append(toId(kind));
                }
                QVERIFY2(
                    gone.isEmpty(),
                    qPrintable(
                        u"%1 at %2: %3"_s.arg(scene.id).arg(size.width()).arg(gone.join(u' '))));
            }
        }
    }
};
static const TestRegistration<TestWallScene> sRegistration;

} // namespace gridward

#include "test_wallscene.moc"
