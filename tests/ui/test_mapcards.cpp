// SPDX-License-Identifier: GPL-3.0-or-later
// What the map workspace shows of things that were picked.
#include "models/view/caserowmodel.h"
#include "models/view/livecases.h"
#include "models/view/rowrole.h"
#include "models/view/searchhitmodel.h"
#include "tests/support/fakedistrict.h"
#include "tests/support/fakemap.h"
#include "tests/support/testregistry.h"
#include "ui/map/inspector.h"
#include "ui/theme/theme.h"
#include "ui/workspaces/mapworkspace.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSplitter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

const Instant kNow = *instantFromIso(u"2026-11-20T20:00:00Z"); // the 21st in Shanghai

Case openCase(int index, const QString &grid)
{
    Case subject;
    subject.id = CaseId::make(kNow, 1, static_cast<quint64>(index));
    subject.number = u"11010120261120%1"_s.arg(index, 5, 10, QLatin1Char('0'));
    subject.classKey = {defaultScheme(), CaseKind::Matter, u"06010"_s};
    subject.state = CaseState::AtUnit;
    subject.grid = grid;
    subject.place = GeoPoint{116.4, 39.9};
    subject.dueAt = kNow + std::chrono::hours(index % 2 == 0 ? 3 : -3);
    return subject;
}

/** A district that counts how often a card is asked for, and answers when it is told to. */
struct Bench
{
    Bench()
    {
        district.time.set(kNow);
        GridCard card;
        card.grid.code = u"g1"_s;
        card.grid.name = u"第一网格"_s;
        card.grid.area = 34'500.0;
        card.grid.residents = 1'234;
        card.streetName = u"一街道"_s;
        card.communityName = u"一社区"_s;
        card.components = 42;
        card.responsible = {{{u"p1"_s, u"王敏"_s, {}, u"010-5550"_s, {}, {}}, u"manager"_s}};
        for (int i = 0; i < 4; ++i) {
            card.open.append(openCase(i, u"g1"_s));
        }
        card.latest = card.open;
        district.grid = card;
        cases.reset(card.open);
        workspace = std::make_unique<MapWorkspace>(map, new QWidget, new QWidget);
        workspace->setDistrict(district, cases);
        workspace->setCasePanel(casePanel);
        workspace->setTheme(theme(ThemeName::Night));
        workspace->resize(1366, 768);
        workspace->show();
    }
    [[nodiscard]] QString words() const
    {
        QStringList all;
        for (const QLabel *label : workspace->inspector()->findChildren<QLabel *>()) {
            if (label->isVisible()) {
                all.append(label->text());
            }
        }
        return all.join(u'\n');
    }
    void pick(const MapPick &what) { emit map.picked(what); }

    FakeMap map;
    FakeDistrict district;
    LiveCases cases;
    QWidget *casePanel = new QWidget;
    std::unique_ptr<MapWorkspace> workspace;
};

} // namespace

class TestMapCards : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    }

    void aGrid()
    {
        Bench b;
        QVERIFY(b.workspace->inspector()->isHidden());
        b.pick({{116.4, 39.9}, {}, {}, {}, u"g1"_s});
        QVERIFY(b.workspace->inspector()->isVisible());
        QTRY_VERIFY2(b.words().contains(u"3.5 ha"_s), qPrintable(b.words()));
        const QString words = b.words();
        for (const QString &wanted : {u"一街道"_s,
                                      u"一社区"_s,
                                      u"3.5 ha"_s,
                                      u"1,234"_s,
                                      u"42"_s,
                                      u"王敏  010-5550"_s,
                                      u"Grid manager"_s,
                                      u"Residential"_s}) {
            QVERIFY2(words.contains(wanted), qPrintable(wanted + u" is not in "_s + words));
        }
        const auto *open = b.workspace->findChild<QLabel *>(u"gridOpen"_s);
        QVERIFY2(open->text().contains(u"4 "_s) && open->text().contains(u"2 of them"_s),
                 qPrintable(open->text()));
        QSignalSpy reports(b.workspace.get(), &MapWorkspace::reportRequested);
        b.workspace->findChild<QPushButton *>(u"gridReport"_s)->click();
        QCOMPARE(reports.value(0).value(0).value<GeoPoint>(), (GeoPoint{116.4, 39.9}));
    }
    void whoIsResponsibleHereNow()
    {
        Bench b;
        const auto *list = b.workspace->findChild<QWidget *>(u"responsibleList"_s);
        b.workspace->showGrid(u"g1"_s); // by its name: nowhere in particular
        QTRY_VERIFY(b.words().contains(u"3.5 ha"_s));
        QVERIFY(list->isHidden());
        QVERIFY(b.district.responsibleAsked.isEmpty());

        ResponsibleHere here;
        here.grid = u"g1"_s;
        for (int i = 1; i <= 5; ++i) {
            PersonProposal one;
            one.person = {u"p%1"_s.arg(i), u"Person %1"_s.arg(i), {}, u"010-%1"_s.arg(i), {}, {}};
            one.role = i == 1 ? u"manager"_s : u"street"_s;
            one.reasons = {{ReasonCode::PostForGrid}, {ReasonCode::SeenLately, 4.0}};
            here.staff.append(one);
            UnitProposal unit;
            unit.unit.code = u"U%1"_s.arg(i);
            unit.unit.name = u"Unit %1"_s.arg(i);
            unit.openCases = i;
            unit.reasons = {{ReasonCode::Street, 9.0}, {ReasonCode::Load, 1.0}};
            here.units.append(unit);
        }
        b.district.responsible = here;
        b.pick({{116.4, 39.9}, {}, {}, {}, u"g1"_s});
        QTRY_VERIFY2(b.words().contains(u"Person 3"_s), qPrintable(b.words()));
        const QString words = b.words();
        for (const QString &wanted : {u"Responsible here now"_s,
                                      u"Person 1  Grid manager"_s,
                                      u"Person 2  Street supervisor"_s,
                                      u"010-3"_s,
                                      u"answers for this grid · seen 4 minute(s) ago"_s,
                                      u"Units for whatever it may be"_s,
                                      u"Unit 3"_s,
                                      u"3 open"_s,
                                      u"serves this street"_s}) {
            QVERIFY2(words.contains(wanted), qPrintable(wanted + u" is not in "_s + words));
        }
        QVERIFY(!words.contains(u"Person 4"_s) && !words.contains(u"Unit 4"_s));
        QVERIFY(!words.contains(u"None of them is on duty now."_s));
        QCOMPARE(b.district.responsibleAsked.last(), std::pair(GeoPoint{116.4, 39.9}, ClassKey{}));

        // Beside a case it is that class which is asked for.
        const Case subject = b.district.grid.value().open.first();
        b.pick({{116.4, 39.9}, {subject.id}, {}, {}, u"g1"_s});
        here.staff.resize(1);
        here.staff[0].reasons = {{ReasonCode::NotOnDuty, 0.0, false}};
        b.district.responsible = here;
        b.pick({{116.41, 39.9}, {}, {}, {}, u"g1"_s});
        QTRY_VERIFY2(b.words().contains(u"Units for: 06010"_s), qPrintable(b.words()));
        QCOMPARE(b.district.responsibleAsked.last().second, subject.classKey);
        QVERIFY(b.words().contains(u"None of them is on duty now."_s));
        QVERIFY(!b.words().contains(u"Person 2"_s));

        b.district.responsible = Error{ErrorCode::Unreachable, u"No answer."_s, {}};
        b.pick({{116.42, 39.9}, {}, {}, {}, u"g1"_s});
        QTRY_VERIFY2(b.words().contains(u"No answer."_s), qPrintable(b.words()));
        b.district.responsible = ResponsibleHere{};
        b.workspace->closeInspector();
        b.pick({{116.43, 39.9}, {}, {}, {}, u"g1"_s});
        QTRY_VERIFY2(b.words().contains(u"Nobody is responsible for this place now."_s),
                     qPrintable(b.words()));
        QCOMPARE(b.district.responsibleAsked.last().second, ClassKey{}); // no case any more
    }
    void nobodyResponsibleIsSaid()
    {
        Bench b;
        GridCard card = b.district.grid.value();
        card.responsible.clear();
        b.district.grid = card;
        b.workspace->showGrid(u"g1"_s);
        const auto *nobody = b.workspace->findChild<QLabel *>(u"gridNobody"_s);
        QTRY_VERIFY(nobody->isVisible());
        // Found by its name: somebody has to say first where in it.
        b.workspace->findChild<QPushButton *>(u"gridReport"_s)->click();
        QCOMPARE(b.map.tool, MapTool::PickPlace);
    }
    void aCardFollowsItsCases()
    {
        Bench b;
        b.pick({{116.4, 39.9}, {}, {}, {}, u"g1"_s});
        QTRY_VERIFY(b.words().contains(u"42"_s));
        GridCard card = b.district.grid.value();
        card.components = 77;
        b.district.grid = card;
        b.cases.update({openCase(9, u"g2"_s)}); // of another grid: not for this card
        QVERIFY(!QTest::qWaitFor([&b] { return b.words().contains(u"77"_s); }, 1200));
        b.cases.update({openCase(10, u"g1"_s)});
        QTRY_VERIFY2(b.words().contains(u"77"_s), qPrintable(b.words()));
        card.components = 88;
        b.district.grid = card;
        b.cases.update({openCase(11, u"g1"_s)});
        QVERIFY2(!b.words().contains(u"88"_s), "read twice within a second");
        QTRY_VERIFY2(b.words().contains(u"88"_s), "a change was forgotten");
    }
    void aFailureCanBeTriedAgain()
    {
        Bench b;
        const Result<GridCard> good = b.district.grid;
        b.district.grid = Error{ErrorCode::Unreachable, u"The store does not answer."_s, {}};
        b.pick({{116.4, 39.9}, {}, {}, {}, u"g1"_s});
        QTRY_VERIFY(b.words().contains(u"The store does not answer."_s));
        b.district.grid = good;
        auto *grid = b.workspace->findChild<QWidget *>(u"gridCard"_s);
        grid->findChild<QPushButton *>(u"cardAgain"_s)->click();
        QTRY_VERIFY(b.words().contains(u"一街道"_s));
    }
    void severalCasesAreAList()
    {
        Bench b;
        QList<CaseId> ids;
        for (const Case &subject : b.district.grid.value().open) {
            ids.append(subject.id);
        }
        ids.append(CaseId::make(kNow, 9, 9)); // ended meanwhile
        b.pick({{116.4, 39.9}, ids, u"p1"_s, {}, u"g1"_s});
        QCOMPARE(b.workspace->inspector()->page(), Inspector::Page::Cases);
        auto *list = b.workspace->findChild<QListView *>(u"pickedCases"_s);
        QCOMPARE(list->model()->rowCount(), 4);
        QSignalSpy asked(b.workspace.get(), &MapWorkspace::caseRequested);
        list->setCurrentIndex(list->model()->index(2, 0));
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(asked.value(0).value(0).value<CaseId>(), ids.at(2));
        QCOMPARE(b.workspace->inspector()->page(), Inspector::Page::Case);
        QVERIFY(b.casePanel->isVisible());
        b.workspace->findChild<QToolButton *>(u"inspectorBack"_s)->click();
        QCOMPARE(b.workspace->inspector()->page(), Inspector::Page::Cases);
        Case ended = b.district.grid.value().open.first();
        ended.state = CaseState::Closed;
        b.cases.update({ended});
        QTRY_COMPARE(list->model()->rowCount(), 3);
    }
    void oneCaseIsItsPanel()
    {
        Bench b;
        QSignalSpy asked(b.workspace.get(), &MapWorkspace::caseRequested);
        const CaseId id = b.district.grid.value().open.first().id;
        b.pick({{116.4, 39.9}, {id}, {}, {}, u"g1"_s});
        QCOMPARE(asked.value(0).value(0).value<CaseId>(), id);
        QVERIFY(b.casePanel->isVisible());
        QCOMPARE(b.map.shown.last(), std::pair(MapThing::Case, id.toText()));
        QVERIFY(b.workspace->findChild<QToolButton *>(u"inspectorBack"_s)->isHidden());
    }
    void aKeyPlace()
    {
        Bench b;
        PlaceCard card;
        card.place.id = u"k1"_s;
        card.place.kind = u"school"_s;
        card.place.name = u"一社区小学"_s;
        card.place.grid = u"g1"_s;
        card.place.risk = 3;
        card.place.lastCheck = QDate(2026, 11, 1);
        card.place.nextCheck = QDate(2026, 11, 20); // yesterday where the district lies
        card.place.patrolRule = u"weekly"_s;
        card.gridName = u"第一网格"_s;
        card.openInGrid = b.district.grid.value().open;
        b.district.place = card;
        b.pick({{116.4, 39.9}, {}, {}, u"k1"_s, u"g1"_s});
        QTRY_VERIFY2(b.words().contains(u"every week"_s), qPrintable(b.words()));
        const QString words = b.words();
        QVERIFY2(words.contains(u"Considerable risk"_s), qPrintable(words));
        QVERIFY2(words.contains(u"School"_s) && words.contains(u"every week"_s), qPrintable(words));
        QVERIFY2(words.contains(u"2026-11-20, 1 day"_s), qPrintable(words));
        b.workspace->findChild<QPushButton *>(u"placeGrid"_s)->click();
        QCOMPARE(b.workspace->inspector()->page(), Inspector::Page::Grid);
        b.workspace->findChild<QToolButton *>(u"inspectorBack"_s)->click();
        QCOMPARE(b.workspace->inspector()->page(), Inspector::Page::Place);
    }
    void aPersonOnDuty()
    {
        Bench b;
        b.district.staff = {{u"p1"_s,
                             u"王敏"_s,
                             u"manager"_s,
                             kNow - std::chrono::minutes(12),
                             GeoPoint{116.41, 39.91}}};
        b.pick({{116.4, 39.9}, {}, u"p1"_s, u"k1"_s, u"g1"_s});
        QTRY_VERIFY2(b.words().contains(u"12 minute"_s), qPrintable(b.words()));
        QVERIFY2(b.words().contains(u"Grid manager"_s), qPrintable(b.words()));
        b.workspace->findChild<QPushButton *>(u"personShow"_s)->click();
        QCOMPARE(b.map.shown.last(), std::pair(MapThing::Person, u"p1"_s));
        b.pick({{116.4, 39.9}, {}, u"p2"_s, {}, {}});
        QTRY_VERIFY2(b.words().contains(u"not within the last twelve hours"_s),
                     qPrintable(b.words()));
    }
    void escapeClosesAndTheWidthIsKept()
    {
        Bench b;
        b.workspace->setInspectorWidth(420);
        b.pick({{116.4, 39.9}, {}, {}, {}, u"g1"_s});
        Inspector *inspector = b.workspace->inspector();
        QTRY_COMPARE(inspector->width(), 420);
        const int marks = b.map.marksCleared;
        QTest::keyClick(inspector, Qt::Key_Escape);
        QVERIFY(!inspector->isVisible());
        QCOMPARE(b.map.marksCleared, marks + 1);
        QSignalSpy widths(b.workspace.get(), &MapWorkspace::inspectorWidthChanged);
        b.pick({{116.4, 39.9}, {}, {}, {}, u"g1"_s});
        QTRY_COMPARE(inspector->width(), 420);
        b.pick({{116.4, 39.9}, {}, {}, {}, {}}); // outside of everything
        QVERIFY(!inspector->isVisible());
    }
    void modelsAreModels()
    {
        SearchHitModel hits;
        const QAbstractItemModelTester hitTester(
            &hits, QAbstractItemModelTester::FailureReportingMode::QtTest);
        hits.setHits({{SearchHit::Kind::Case, u"1"_s, u"a"_s, {}, {}, {}},
                      {SearchHit::Kind::KeyPlace, u"2"_s, u"b"_s, u"school"_s, {}, {}},
                      {SearchHit::Kind::Case, u"3"_s, u"c"_s, {}, {}, {}}});
        QCOMPARE(hits.rowCount(), 5);
        QVERIFY(!hits.hitAt(0));
        QCOMPARE(hits.hitAt(2)->id, u"3"_s);
        QCOMPARE(hits.index(4).data(role(RowRole::Detail)).toString(), u"School"_s);
        QCOMPARE(hits.choosableFrom(2, 1), 4);
        QCOMPARE(hits.choosableFrom(1, -1), -1);
        hits.setHits({});
        QCOMPARE(hits.rowCount(), 0);

        CaseRowModel rows(CaseRowModel::Trailing::Clock);
        const QAbstractItemModelTester rowTester(
            &rows, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QList<Case> cases{openCase(1, u"g1"_s), openCase(2, u"g1"_s)};
        rows.setCases(cases, {}, true, kNow);
        QSignalSpy resets(&rows, &QAbstractItemModel::modelReset);
        rows.setCases(cases, {}, true, kNow + std::chrono::hours(4));
        QCOMPARE(resets.size(), 0); // the same cases keep their rows
        QVERIFY(rows.index(1).data(role(RowRole::Alert)).toBool());
        rows.setCases({cases.last()}, {}, true, kNow);
        QCOMPARE(rows.rowCount(), 1);
        QVERIFY(!rows.index(0).data(role(RowRole::Alert)).toBool());
        QCOMPARE(*rows.caseAt(0), cases.last().id);
        QVERIFY(!rows.caseAt(1));
    }
};
static const TestRegistration<TestMapCards> sRegistration;

} // namespace gridward

#include "test_mapcards.moc"
