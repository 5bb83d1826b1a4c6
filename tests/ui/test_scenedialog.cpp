// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakedistrict.h"
#include "tests/support/fakemap.h"
#include "tests/support/testregistry.h"
#include "tests/support/wallfill.h"
#include "ui/scenes/scenedialog.h"
#include "ui/scenes/scenepreview.h"
#include "ui/theme/theme.h"
#include "ui/wall/wallscreen.h"
#include "ui/workspaces/wallworkspace.h"

#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Desk
{
    FakeDistrict district;
    LiveCases live;
    FakeWall wall;
    QTemporaryDir folder;
    QWidget map;
    WallOptions options;
    std::unique_ptr<SceneDialog> dialog;

    Desk()
    {
        district.time.set(WallFill::now());
        WallFill::fill(wall, live);
        options.ownScenes = folder.filePath(u"wall"_s);
        map.resize(640, 360);
        open();
    }
    void open()
    {
        dialog = std::make_unique<SceneDialog>(
            SceneDialog::Sources{district, live, wall, &map, theme(ThemeName::Night)}, options);
        dialog->show();
        dialog->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(dialog.get())); // or keys go nowhere
    }
    template <typename T>
    [[nodiscard]] T *part(const char *name) const
    {
        return dialog->findChild<T *>(QString::fromLatin1(name));
    }
    void choose(const QString &id) const
    {
        const QList<WallScene> all = WallScenes::read(options.ownScenes).all();
        const auto scene = std::ranges::find(all, id, &WallScene::id);
        part<QListWidget>("sceneList")->setCurrentRow(static_cast<int>(scene - all.begin()));
    }
    void select(int column, int tile) const
    {
        auto *tree = part<QTreeWidget>("sceneTree");
        QTreeWidgetItem *item = tree->topLevelItem(column);
        tree->setCurrentItem(tile < 0 ? item : item->child(tile));
        tree->setFocus();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(part<QTreeWidget>("sceneTree"), key, modifiers);
    }
    [[nodiscard]] QString says() const { return part<QLabel>("sceneSays")->text(); }
    [[nodiscard]] WallScene read(const QString &id) const
    {
        const WallScenes scenes = WallScenes::read(options.ownScenes);
        const WallScene *scene = scenes.find(id);
        return scene != nullptr ? *scene : WallScene{};
    }
};

} // namespace

class TestSceneDialog : public QObject
{
    Q_OBJECT
private slots:
    void everySceneGoesThroughTheForm()
    {
        Desk d;
        const QList<WallScene> all = WallScenes::read().all();
        QCOMPARE(d.part<QListWidget>("sceneList")->count(), all.size());
        for (const WallScene &scene : all) {
            d.choose(scene.id);
            QCOMPARE(d.dialog->scene(), scene);
            QVERIFY(!d.part<QPushButton>("sceneSave")->isEnabled());
            QVERIFY(!d.part<QPushButton>("sceneRemove")->isEnabled()); // the program's own
        }
    }
    void thePreviewIsTheSceneItself()
    {
        Desk d;
        d.choose(u"situation"_s);
        const WallScreen *screen = &d.dialog->preview().screen();
        QCOMPARE(screen->scene(), d.dialog->scene());
        QTRY_VERIFY(d.wall.rhythmAsked > 0); // with what the district has now
        if (const QString shots = qEnvironmentVariable("GRIDWARD_SHOTS"); !shots.isEmpty()) {
            QTest::qWait(200);
            d.dialog->grab().save(shots + u"/scenes.png"_s);
        }
        const QImage before = d.dialog->preview().grab().toImage();
        d.select(0, 1);
        d.press(Qt::Key_Delete);
        QCOMPARE(screen->scene().columns.first().tiles.size(), 1);
        QVERIFY(d.dialog->preview().grab().toImage() != before);
        // A smaller wall has less room, and says of what.
        QVERIFY(d.dialog->preview().leftOut().isEmpty());
        d.options.sight.heightMillimetres = 700;
        d.open();
        d.choose(u"situation"_s);
        QVERIFY(!d.dialog->preview().leftOut().isEmpty());
        QVERIFY(d.part<QLabel>("sceneLeftOut")->text().contains(u"Today against the usual day"_s));
        screen = &d.dialog->preview().screen();
        const QSize lying = screen->size();
        d.part<QComboBox>("scenePreviewSize")->setCurrentIndex(4);
        QVERIFY(lying.width() > lying.height() && screen->height() > screen->width());
    }
    void partsMoveByKeys()
    {
        Desk d;
        d.choose(u"situation"_s);
        const QList<SceneColumn> columns = d.dialog->scene().columns; // 2, 1 and 2 tiles
        const auto kindAt = [&d](int column, int tile) {
            return d.dialog->scene().columns.at(column).tiles.at(tile).kind;
        };
        d.select(0, 1);
        d.press(Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(kindAt(0, 0), columns.at(0).tiles.at(1).kind);
        d.press(Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(d.dialog->scene().columns, columns);
        d.press(Qt::Key_Down, Qt::ControlModifier); // into the next column
        QCOMPARE(d.dialog->scene().columns.at(0).tiles.size(), 1);
        QCOMPARE(kindAt(1, 0), columns.at(0).tiles.at(1).kind);
        d.press(Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(d.dialog->scene().columns, columns);
        d.select(2, -1);
        d.press(Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(d.dialog->scene().columns.at(1), columns.at(2));
        d.press(Qt::Key_Insert, Qt::ShiftModifier);
        QCOMPARE(d.dialog->scene().columns.size(), 4);
        // A tile that is nowhere yet, into the new column.
        auto *kinds = d.part<QComboBox>("sceneTileKind");
        const auto chosen = static_cast<TileKind>(kinds->currentData().toInt());
        const int before = kinds->count();
        d.press(Qt::Key_Insert);
        QCOMPARE(kindAt(3, 0), chosen);
        QCOMPARE(kinds->count(), before - 1);
        auto *tree = d.part<QTreeWidget>("sceneTree");
        tree->topLevelItem(3)->setData(1, Qt::EditRole, 700);
        QCOMPARE(d.dialog->scene().columns.at(3).share, 100); // as much as a file may say
    }
    void aChangedSceneIsSavedAndTakenBack()
    {
        Desk d;
        d.choose(u"streets"_s);
        const WallScene original = d.dialog->scene();
        QSignalSpy saved(d.dialog.get(), &SceneDialog::saved);
        d.part<QSpinBox>("sceneSeconds")->setValue(90);
        d.part<QLineEdit>("sceneTitleEn")->selectAll();
        QTest::keyClicks(d.part<QLineEdit>("sceneTitleEn"), u"Street race"_s);
        d.part<QPushButton>("sceneSave")->click();
        QCOMPARE(saved.size(), 1);
        QCOMPARE(d.read(u"streets"_s).seconds, 90);
        QCOMPARE(d.read(u"streets"_s).titleEn, u"Street race"_s);
        QVERIFY(!d.part<QPushButton>("sceneSave")->isEnabled());
        QCOMPARE(d.part<QListWidget>("sceneList")->currentItem()->text(),
                 u"Street race (changed)"_s);
        d.part<QPushButton>("sceneRemove")->click();
        QCOMPARE(saved.size(), 2);
        QCOMPARE(d.read(u"streets"_s), original);
        QCOMPARE(d.dialog->scene(), original);
    }
    void aNewSceneNeedsANameOfItsOwn()
    {
        Desk d;
        d.choose(u"duty"_s);
        d.part<QPushButton>("sceneNew")->click();
        QVERIFY(d.dialog->scene().id.isEmpty());
        QCOMPARE(d.dialog->scene().columns, d.read(u"duty"_s).columns); // made from that one
        auto *id = d.part<QLineEdit>("sceneId");
        auto *save = d.part<QPushButton>("sceneSave");
        QTest::keyClicks(id, u"duty"_s);
        d.part<QLineEdit>("sceneTitle")->setText(u"夜间"_s);
        QTest::keyClicks(d.part<QLineEdit>("sceneTitleEn"), u"Night"_s);
        save->click();
        QVERIFY(d.says().contains(u"already"_s));
        id->clear();
        QTest::keyClicks(id, u"Night 1"_s);
        save->click();
        QVERIFY(d.says().contains(u"small letters"_s));
        QVERIFY(!QDir(d.options.ownScenes).exists()); // nothing of it was written
        id->clear();
        QTest::keyClicks(id, u"night"_s);
        save->click();
        QCOMPARE(d.read(u"night"_s), d.dialog->scene());
        QCOMPARE(d.part<QPushButton>("sceneRemove")->text(), u"Delete"_s);
        d.part<QPushButton>("sceneRemove")->click();
        QVERIFY(d.read(u"night"_s).id.isEmpty());
    }
    void aSceneWithAnEmptyColumnIsNotSaved()
    {
        Desk d;
        d.choose(u"month"_s);
        d.select(0, -1);
        d.press(Qt::Key_Insert, Qt::ShiftModifier);
        d.part<QPushButton>("sceneSave")->click();
        QVERIFY2(d.says().contains(u"tiles"_s), qPrintable(d.says()));
        QVERIFY(!QDir(d.options.ownScenes).exists());
    }
    void changesAreNotLostByOneKey()
    {
        Desk d;
        d.choose(u"month"_s);
        d.part<QSpinBox>("sceneSeconds")->setValue(77);
        d.choose(u"duty"_s);
        QCOMPARE(d.dialog->scene().id, u"month"_s);
        QVERIFY(d.says().contains(u"not saved"_s));
        d.part<QSpinBox>("sceneSeconds")->setValue(78); // goes on editing: asked again
        QTest::keyClick(d.dialog.get(), Qt::Key_Escape);
        QVERIFY(d.dialog->isVisible());
        QTest::keyClick(d.dialog.get(), Qt::Key_Escape);
        QVERIFY(!d.dialog->isVisible());
    }
    void aFileOfAnotherNameIsReplaced()
    {
        Desk d;
        QVERIFY(QDir().mkpath(d.options.ownScenes));
        WallScene scene = d.read(u"duty"_s);
        scene.seconds = 99;
        QFile file(QDir(d.options.ownScenes).filePath(u"zzz.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(scene.toJson()) > 0);
        file.close();
        QFile broken(QDir(d.options.ownScenes).filePath(u"broken.json"_s));
        QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("{") > 0);
        broken.close();
        d.open();
        QVERIFY(d.says().contains(u"broken.json"_s));
        d.choose(u"duty"_s);
        QCOMPARE(d.dialog->scene().seconds, 99);
        d.part<QSpinBox>("sceneSeconds")->setValue(30);
        d.part<QPushButton>("sceneSave")->click();
        QCOMPARE(d.read(u"duty"_s).seconds, 30);
        QVERIFY(!file.exists() && broken.exists()); // what cannot be read is not ours to delete
    }
    void theWallReadsFilesAgain()
    {
        Desk d;
        FakeMap map;
        WallWorkspace wall(d.district, d.live, d.wall, map, new QWidget);
        QVERIFY(QDir().mkpath(d.options.ownScenes));
        wall.setOptions(d.options);
        const QString first = wall.scenes().all().first().id;
        WallScene scene = *wall.scenes().find(first);
        scene.titleEn = u"By hand"_s;
        QVERIFY(WallScenes::save(d.options.ownScenes, scene));
        QTRY_COMPARE(wall.scenes().find(first)->titleEn, u"By hand"_s);
        scene.titleEn = u"Again"_s; // the same file, written anew
        QVERIFY(WallScenes::save(d.options.ownScenes, scene));
        QTRY_COMPARE(wall.scenes().find(first)->titleEn, u"Again"_s);
        QVERIFY(WallScenes::remove(d.options.ownScenes, first));
        QTRY_VERIFY(wall.scenes().find(first)->titleEn != u"Again"_s);
    }
};

static const TestRegistration<TestSceneDialog> sRegistration;

} // namespace gridward

#include "test_scenedialog.moc"
