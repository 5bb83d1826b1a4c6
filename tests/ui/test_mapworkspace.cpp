// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/livecases.h"
#include "tests/support/fakedistrict.h"
#include "tests/support/fakemap.h"
#include "tests/support/testregistry.h"
#include "ui/dialogs/basemapdialog.h"
#include "ui/dialogs/printdialog.h"
#include "ui/map/inspector.h"
#include "ui/map/measurestrip.h"
#include "ui/map/searchbox.h"
#include "ui/theme/theme.h"
#include "ui/workspaces/mapworkspace.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolBar>
#include <QToolButton>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

const Instant kNow = *instantFromIso(u"2026-11-20T08:00:00Z");

Case aCase(int index, CaseLevel level, std::chrono::minutes age, const QString &grid = u"g1"_s)
{
    Case subject;
    subject.id = CaseId::make(kNow - age, 1, static_cast<quint64>(index));
    subject.number = u"11010120261120%1"_s.arg(index, 5, 10, QLatin1Char('0'));
    subject.state = index % 2 == 0 ? CaseState::Filed : CaseState::AtUnit;
    subject.level = level;
    subject.place = GeoPoint{116.4, 39.9};
    subject.grid = grid;
    subject.reportedAt = kNow - age;
    subject.dueAt = kNow - age + std::chrono::hours(4);
    return subject;
}

/** The workspace in a window of its own, on a district of six open cases. */
struct Bench
{
    Bench()
    {
        cases.reset({aCase(1, CaseLevel::Red, std::chrono::minutes(10)),
                     aCase(2, CaseLevel::Orange, std::chrono::minutes(30)),
                     aCase(3, CaseLevel::Yellow, std::chrono::hours(2)),
                     aCase(4, CaseLevel::Blue, std::chrono::hours(5)),
                     aCase(5, CaseLevel::Blue, std::chrono::hours(30), u"g2"_s),
                     aCase(6, CaseLevel::Blue, std::chrono::hours(80), u"g2"_s)});
        district.time.set(kNow);
        map.layers = 1;
        mapWidget->setFocusPolicy(Qt::StrongFocus);
        workspace = std::make_unique<MapWorkspace>(map, mapWidget, new QWidget);
        workspace->setDistrict(district, cases);
        workspace->setCasePanel(casePanel);
        workspace->setTheme(theme(ThemeName::Day));
    }
    bool show(int width = 1366, int height = 768)
    {
        workspace->resize(width, height);
        workspace->show();
        workspace->activateWindow();
        return QTest::qWaitForWindowActive(workspace.get());
    }
    template <typename T>
    [[nodiscard]] T *find(const QString &name) const
    {
        return workspace->findChild<T *>(name);
    }
    [[nodiscard]] QAction *action(const QString &name) const { return find<QAction>(name); }
    [[nodiscard]] QLineEdit *search() const { return find<QLineEdit>(u"searchField"_s); }
    [[nodiscard]] QWidget *popup() const { return find<QWidget>(u"searchPopup"_s); }
    [[nodiscard]] Inspector::Page page() const { return workspace->inspector()->page(); }

    FakeMap map;
    FakeDistrict district;
    LiveCases cases;
    QWidget *mapWidget = new QWidget;
    QWidget *casePanel = new QWidget;
    std::unique_ptr<MapWorkspace> workspace;
};

} // namespace

class TestMapWorkspace : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    }

    void searchWaitsForAPauseAndShowsGroups()
    {
        Bench b;
        QVERIFY(b.show());
        b.district.hits = {{SearchHit::Kind::Grid, u"g1"_s, u"第一网格"_s, u"g1"_s, {}, {}},
                           {SearchHit::Kind::Person, u"p1"_s, u"王敏"_s, u"010"_s, {}, {}},
                           {SearchHit::Kind::Grid, u"g2"_s, u"第二网格"_s, u"g2"_s, {}, {}}};
        QTest::keyClick(b.workspace.get(), Qt::Key_F, Qt::ControlModifier);
        QCOMPARE(QApplication::focusWidget(), b.search());
        QTest::keyClicks(b.search(), u"abc"_s);
        QVERIFY(b.district.searched.isEmpty()); // not for every letter
        QTRY_COMPARE(b.district.searched, QStringList{u"abc"_s});
        QTRY_VERIFY(b.popup()->isVisible());
        auto *list = b.find<QListView>(u"searchList"_s);
        QCOMPARE(list->model()->rowCount(), 5); // two headings and three hits
        QCOMPARE(list->currentIndex().row(), 1);
        QTest::keyClick(b.search(), Qt::Key_Down);
        QTest::keyClick(b.search(), Qt::Key_Down); // over the heading of people
        QCOMPARE(list->currentIndex().data().toString(), u"王敏"_s);
        QTest::keyClick(b.search(), Qt::Key_Up);
        QTest::keyClick(b.search(), Qt::Key_Up);
        QTest::keyClick(b.search(), Qt::Key_Up); // stays at the first
        QTest::keyClick(b.search(), Qt::Key_Return);
        QVERIFY(!b.popup()->isVisible());
        QCOMPARE(b.map.shown.last(), std::pair(MapThing::Grid, u"g1"_s));
        QCOMPARE(b.page(), Inspector::Page::Grid);
        QVERIFY(b.workspace->inspector()->isVisible());
    }
    void slashSearchesAndEscapeClears()
    {
        Bench b;
        QVERIFY(b.show());
        b.mapWidget->setFocus();
        QTest::keyClick(b.mapWidget, Qt::Key_Slash);
        QCOMPARE(QApplication::focusWidget(), b.search());
        QTest::keyClicks(b.search(), u"zzz"_s);
        QTRY_VERIFY(b.popup()->isVisible());
        auto *said = b.find<QLabel>(u"searchSaid"_s);
        QTRY_VERIFY2(said->text().contains(u"zzz"_s), qPrintable(said->text()));
        QTest::keyClick(b.search(), Qt::Key_Escape);
        QCOMPARE(b.search()->text(), QString());
        QVERIFY(!b.popup()->isVisible());
        QTest::keyClick(b.search(), Qt::Key_Escape); // a second one leaves
        QCOMPARE(QApplication::focusWidget(), b.mapWidget);
    }
    void enterDoesNotWaitForThePause()
    {
        Bench b;
        QVERIFY(b.show());
        const Case wanted = b.cases.all().values().first();
        b.district.hits = {{SearchHit::Kind::Case,
                            wanted.id.toText(),
                            wanted.number,
                            wanted.text,
                            wanted.place,
                            {}}};
        QSignalSpy asked(b.workspace.get(), &MapWorkspace::caseRequested);
        b.workspace->focusSearch();
        QTest::keyClicks(b.search(), u"1101"_s);
        QTest::keyClick(b.search(), Qt::Key_Return);
        QTRY_COMPARE(asked.size(), 1);
        QCOMPARE(asked.at(0).at(0).value<CaseId>(), wanted.id);
        QCOMPARE(b.map.shown.last(), std::pair(MapThing::Case, wanted.id.toText()));
        QCOMPARE(b.page(), Inspector::Page::Case);
        QVERIFY(b.casePanel->isVisible());
    }
    void everyKindOfHitGoesSomewhere()
    {
        Bench b;
        QVERIFY(b.show());
        const std::array wanted{std::pair{SearchHit::Kind::Division, MapThing::Division},
                                std::pair{SearchHit::Kind::Address, MapThing::Place},
                                std::pair{SearchHit::Kind::KeyPlace, MapThing::KeyPlace},
                                std::pair{SearchHit::Kind::Person, MapThing::Person}};
        for (const auto &[kind, thing] : wanted) {
            emit static_cast<SearchBox *>(b.search())
                ->chosen({kind, u"x"_s, u"x"_s, {}, GeoPoint{116.4, 39.9}, {}});
            QCOMPARE(b.map.shown.last(), std::pair(thing, u"x"_s));
        }
        QCOMPARE(b.page(), Inspector::Page::Person);
    }
    void typingSurvivesAChangeOfState()
    {
        Bench b;
        QVERIFY(b.show());
        b.search()->setText(u"half a wor"_s);
        b.district.storeState = StoreState::Stale;
        emit b.district.stateChanged(StoreState::Stale);
        QCOMPARE(b.search()->text(), u"half a wor"_s);
        b.district.storeState = StoreState::Failed;
        emit b.district.stateChanged(StoreState::Failed);
        QVERIFY(!b.search()->isEnabled());
    }
    void nothingWithoutADistrict()
    {
        FakeMap map;
        MapWorkspace workspace(map, new QWidget, new QWidget);
        QVERIFY(!workspace.findChild<QLineEdit *>(u"searchField"_s)->isEnabled());
        QVERIFY(!workspace.findChild<QAction *>(u"filterCases"_s)->isEnabled());
        QVERIFY(!workspace.findChild<QAction *>(u"toolReport"_s)->isEnabled());
        QVERIFY(workspace.findChild<QAction *>(u"toolMeasureLine"_s)->isEnabled());
        emit map.picked({{116.4, 39.9}, {}, {}, {}, u"g1"_s});
        QVERIFY(workspace.inspector()->isHidden());
    }

    void filterReachesTheMapAndIsMarked()
    {
        Bench b;
        QVERIFY(b.show());
        b.mapWidget->setFocus();
        QTest::keyClick(b.mapWidget, Qt::Key_F);
        auto *panel = b.find<QWidget>(u"caseFilter"_s);
        QVERIFY(panel->isVisible());
        auto *count = b.find<QLabel>(u"filterCount"_s);
        QVERIFY2(count->text().startsWith(u"6 "_s), qPrintable(count->text()));
        b.find<QToolButton>(u"filterAge6"_s)->click();
        QCOMPARE(*b.map.filter.youngerThan, std::chrono::hours(6));
        QVERIFY2(count->text().startsWith(u"4 "_s), qPrintable(count->text()));
        b.find<QToolButton>(u"filterLevel-red"_s)->click();
        b.find<QToolButton>(u"filterLevel-orange"_s)->click();
        QCOMPARE(b.map.filter.levels, (QList{CaseLevel::Orange, CaseLevel::Red}));
        b.find<QCheckBox>(u"filterState-filed"_s)->click();
        QCOMPARE(b.map.filter.states, QList{CaseState::Filed});
        auto *strip = b.find<QWidget>(u"filterStrip"_s);
        QVERIFY(strip->isVisible());
        const QString text = b.find<QLabel>(u"filterText"_s)->text();
        QVERIFY2(text.contains(u"1 of 6"_s), qPrintable(text));
        b.find<QPushButton>(u"filterStripClear"_s)->click();
        QCOMPARE(b.map.filter, CaseFilter{});
        QVERIFY(!strip->isVisible());
        QVERIFY(!b.find<QToolButton>(u"filterLevel-red"_s)->isChecked());
        QTest::keyClick(panel, Qt::Key_Escape);
        QVERIFY(!panel->isVisible());
        QVERIFY(!b.action(u"filterCases"_s)->isChecked());
    }
    void filterCountFollowsTheCases()
    {
        Bench b;
        QVERIFY(b.show());
        CaseFilter overdue;
        overdue.overdueOnly = true;
        b.workspace->setCaseFilter(overdue);
        auto *text = b.find<QLabel>(u"filterText"_s);
        QVERIFY2(text->text().contains(u"3 of 6"_s), qPrintable(text->text()));
        Case ended = aCase(6, CaseLevel::Blue, std::chrono::hours(80), u"g2"_s);
        ended.state = CaseState::Closed;
        b.cases.update({ended});
        QTRY_VERIFY2(text->text().contains(u"2 of 5"_s), qPrintable(text->text()));
    }

    void toolsAreThoseOfTheMap()
    {
        Bench b;
        QVERIFY(b.show());
        b.mapWidget->setFocus();
        QTest::keyClick(b.mapWidget, Qt::Key_M);
        QCOMPARE(b.map.tool, MapTool::MeasureLine);
        QVERIFY(b.action(u"toolMeasureLine"_s)->isChecked());
        QTest::keyClick(b.mapWidget, Qt::Key_M, Qt::ShiftModifier);
        QCOMPARE(b.map.tool, MapTool::MeasureArea);
        QTest::keyClick(b.mapWidget, Qt::Key_Escape);
        QCOMPARE(b.map.tool, MapTool::Browse);
        b.map.setTool(MapTool::PickPlace); // somebody else chose it
        QVERIFY(b.action(u"toolReport"_s)->isChecked());
        for (int style = 0; style < 4; ++style) {
            b.action(u"gridStyle%1"_s.arg(style))->trigger();
            QCOMPARE(static_cast<int>(b.map.gridStyle), style);
        }
    }
    void measuringTellsTheResult()
    {
        Bench b;
        QVERIFY(b.show());
        auto *strip = b.find<QWidget>(u"measureStrip"_s);
        auto *result = b.find<QLabel>(u"measureResult"_s);
        QVERIFY(!strip->isVisible());
        b.map.setTool(MapTool::MeasureLine);
        QVERIFY(strip->isVisible());
        emit b.map.measured({3, 1234.5, 0.0, false});
        QCOMPARE(result->text(), u"1.23 km"_s);
        b.find<QToolButton>(u"measureCopy"_s)->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"1.23 km"_s);
        b.map.setTool(MapTool::MeasureArea);
        QVERIFY2(!result->text().contains(u"1.23"_s), "the old length was kept");
        emit b.map.measured({4, 800.0, 45'200.0, true});
        QVERIFY2(result->text().startsWith(u"4.52 ha"_s), qPrintable(result->text()));
        b.find<QToolButton>(u"measureStop"_s)->click();
        QCOMPARE(b.map.tool, MapTool::Browse);
        QVERIFY(!strip->isVisible());
    }
    void unitsOfMeasures_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("wanted");
        QTest::newRow("short") << MeasureStrip::lengthText(4.24) << u"4.2 m"_s;
        QTest::newRow("metres") << MeasureStrip::lengthText(456.4) << u"456 m"_s;
        QTest::newRow("kilometres") << MeasureStrip::lengthText(1240.0) << u"1.24 km"_s;
        QTest::newRow("far") << MeasureStrip::lengthText(1'234'567.0) << u"1,235 km"_s;
        QTest::newRow("square metres") << MeasureStrip::areaText(5230.0) << u"5,230 m²"_s;
        QTest::newRow("hectares") << MeasureStrip::areaText(123'400.0) << u"12.34 ha"_s;
        QTest::newRow("square kilometres") << MeasureStrip::areaText(1'240'000.0) << u"1.24 km²"_s;
    }
    void unitsOfMeasures()
    {
        QFETCH(QString, text);
        QFETCH(QString, wanted);
        QCOMPARE(text, wanted);
    }

    void reportBeginsWithAPlace()
    {
        Bench b;
        QVERIFY(b.show());
        QSignalSpy reports(b.workspace.get(), &MapWorkspace::reportRequested);
        b.mapWidget->setFocus();
        QTest::keyClick(b.mapWidget, Qt::Key_R);
        QCOMPARE(b.map.tool, MapTool::PickPlace);
        emit b.map.placePicked({116.41, 39.91});
        QCOMPARE(reports.value(0).value(0).value<GeoPoint>(), (GeoPoint{116.41, 39.91}));
        QVERIFY(!b.workspace->inspector()->isVisible()); // no form is hosted
        auto *form = new QWidget;
        b.workspace->setReportForm(form);
        emit b.map.placePicked({116.42, 39.92});
        QCOMPARE(b.page(), Inspector::Page::Report);
        QVERIFY(form->isVisible());
    }

    void bookmarks()
    {
        Bench b;
        QVERIFY(b.show());
        b.action(u"bookmarks"_s)->trigger();
        auto *panel = b.find<QWidget>(u"bookmarkPanel"_s);
        QVERIFY(panel->isVisible());
        auto *name = panel->findChild<QLineEdit *>(u"nameNew"_s);
        auto *list = panel->findChild<QListWidget *>();
        QVERIFY(!panel->findChild<QPushButton *>(u"nameAdd"_s)->isEnabled());
        QTest::keyClicks(name, u"North gate"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(b.map.marks, QStringList{u"North gate"_s});
        QCOMPARE(list->count(), 1);
        QCOMPARE(name->text(), QString());
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(b.map.wentTo, QStringList{u"North gate"_s});
        QTest::keyClick(list, Qt::Key_Delete);
        QVERIFY(b.map.marks.isEmpty());
        QCOMPARE(list->count(), 0);
        // One panel at a time.
        b.action(u"layerThemes"_s)->trigger();
        QVERIFY(!panel->isVisible());
        QVERIFY(!b.action(u"bookmarks"_s)->isChecked());
    }
    void layerThemes()
    {
        Bench b;
        QVERIFY(b.show());
        b.map.saveLayerTheme(u"night shift"_s);
        b.action(u"layerThemes"_s)->trigger();
        auto *panel = b.find<QWidget>(u"layerThemePanel"_s);
        QCOMPARE(panel->findChild<QListWidget *>()->count(), 1);
        panel->findChild<QPushButton *>(u"nameGo"_s)->click();
        QCOMPARE(b.map.applied, QStringList{u"night shift"_s});
        panel->findChild<QPushButton *>(u"nameRemove"_s)->click();
        QVERIFY(b.map.themes.isEmpty());
        QVERIFY(!panel->findChild<QPushButton *>(u"nameGo"_s)->isEnabled());
    }
    void printsWhatTheDialogSays()
    {
        Bench b;
        QVERIFY(b.show());
        const QTemporaryDir folder;
        b.district.storeInfo.name = u"东城区"_s;
        b.district.storeInfo.purpose = u"demo"_s;
        b.action(u"printMap"_s)->trigger();
        auto *dialog = b.workspace->findChild<PrintDialog *>();
        QVERIFY(dialog != nullptr);
        QCOMPARE(dialog->order().title, u"东城区"_s);
        QVERIFY(dialog->order().note.contains(u"Simulated data"_s));
        auto *path = dialog->findChild<QLineEdit *>(u"printPath"_s);
        auto *print = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        path->setText(folder.filePath(u"no/such/folder.pdf"_s));
        QVERIFY(!print->isEnabled());
        path->setText(folder.filePath(u"view"_s));
        print->click();
        QCOMPARE(b.map.prints, QStringList{folder.filePath(u"view.pdf"_s)});
        QSignalSpy said(b.workspace.get(), &MapWorkspace::messageRaised);
        emit b.map.printed(b.map.prints.first(), std::nullopt);
        emit b.map.printed(b.map.prints.first(),
                           Error{ErrorCode::DiskFull, u"The disk is full."_s, {}});
        QCOMPARE(said.value(0).value(0).value<Message>().level, Message::Level::Success);
        QCOMPARE(said.value(1).value(0).value<Message>().text, u"The disk is full."_s);
    }
    void baseMapNeedsNameAndAddress()
    {
        Bench b;
        QVERIFY(b.show());
        b.action(u"addBaseMap"_s)->trigger();
        auto *dialog = b.workspace->findChild<BaseMapDialog *>();
        QVERIFY(dialog != nullptr);
        auto *add = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        QVERIFY(!add->isEnabled());
        dialog->findChild<QLineEdit *>(u"baseMapName"_s)->setText(u"Tiles"_s);
        dialog->findChild<QLineEdit *>(u"baseMapUrl"_s)->setText(u"tiles"_s);
        QVERIFY(!add->isEnabled());
        const QString url = u"https://tiles.example.org/{z}/{x}/{y}.png"_s;
        dialog->findChild<QLineEdit *>(u"baseMapUrl"_s)->setText(url);
        dialog->findChild<QCheckBox *>(u"baseMapGcj02"_s)->click();
        QVERIFY(dialog->order().gcj02);
        add->click();
        QCOMPARE(b.map.baseMaps, QStringList{url});
    }

    void barCollapsesWhereThereIsNoRoom()
    {
        Bench b;
        QVERIFY(b.show(1366, 768));
        emit b.map.picked({{116.4, 39.9}, {}, {}, {}, u"g1"_s});
        auto *bar = b.find<QWidget>(u"mapToolBar"_s);
        auto *tools = bar->findChild<QToolBar *>();
        QTRY_VERIFY(bar->width() < 800);
        QVERIFY(bar->minimumSizeHint().width() <= 480);
        QCOMPARE(tools->toolButtonStyle(), Qt::ToolButtonIconOnly);
        auto *more = tools->findChild<QToolButton *>(u"qt_toolbar_ext_button"_s);
        QVERIFY(!more->isVisible()); // everything has its place
        b.workspace->resize(940, 600);
        QTRY_VERIFY(more->isVisible());
        QVERIFY(more->menu() != nullptr);
        QVERIFY(more->menu()->actions().contains(b.action(u"printMap"_s)));
        b.workspace->resize(3840, 2160);
        QTRY_COMPARE(tools->toolButtonStyle(), Qt::ToolButtonTextBesideIcon);
    }
    void everythingHasWordsInBothLanguages()
    {
        Bench b;
        const auto wordless = [&b] {
            QStringList without;
            for (const QAction *action : b.find<QWidget>(u"mapCentre"_s)->actions()) {
                if (action->text().isEmpty() || action->toolTip().isEmpty()) {
                    without.append(action->objectName());
                }
            }
            for (const QAbstractButton *button : b.workspace->findChildren<QAbstractButton *>()) {
                if (!button->inherits("QLineEditIconButton") && button->text().isEmpty() &&
                    button->accessibleName().isEmpty() && button->toolTip().isEmpty()) {
                    without.append(QLatin1StringView(button->metaObject()->className()) + u' ' +
                                   button->objectName() + u" in "_s +
                                   button->parent()->objectName());
                }
            }
            return without;
        };
        b.district.place = PlaceCard{{}, u"第一网格"_s, {}};
        emit b.map.picked({{116.4, 39.9}, {}, {}, {}, u"g1"_s}); // the buttons of cards too
        emit b.map.picked({{116.4, 39.9}, {}, {}, u"k1"_s, {}});
        emit b.map.picked({{116.4, 39.9}, {}, u"p1"_s, {}, {}});
        QTRY_COMPARE(wordless().join(u'\n'), QString());
        QTranslator words;
        QVERIFY(words.load(u":/translations/gridward_zh_CN.qm"_s));
        QCoreApplication::installTranslator(&words);
        QTRY_COMPARE(b.find<QToolButton>(u"filterLevel-red"_s)->accessibleName(), u"红色"_s);
        QCoreApplication::removeTranslator(&words);
        QTRY_COMPARE(b.find<QToolButton>(u"filterLevel-red"_s)->accessibleName(), u"Red"_s);
        QCOMPARE(wordless().join(u'\n'), QString());
    }
};
static const TestRegistration<TestMapWorkspace> sRegistration;

} // namespace gridward

#include "test_mapworkspace.moc"
