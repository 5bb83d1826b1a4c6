// SPDX-License-Identifier: GPL-3.0-or-later
// The contract that every store keeps, run on each kind of store there is.
#include "models/service/districtpicture.h"
#include "models/store/geopackagestore.h"
#include "tests/support/sqlorder.h"
#include "tests/support/sqlwork.h"
#include "tests/support/storebuilders.h"
#include "tests/support/storekinds.h"
#include "tests/support/testregistry.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace gridward {

class TestStore : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir mFolder;
    StoreMaker mMaker;

    /** An empty store of the kind that the row of the test names. */
    std::unique_ptr<Store> emptyStore()
    {
        QFETCH_GLOBAL(QString, kind);
        return mMaker.empty(kind);
    }
    std::unique_ptr<Store> smallStore()
    {
        std::unique_ptr<Store> store = emptyStore();
        return store && fillSmallDistrict(*store) ? std::move(store) : nullptr;
    }

private slots:
    void initTestCase_data() { addStoreKinds(); }
    void keepsADistrict()
    {
        const std::unique_ptr<Store> store = smallStore();
        QVERIFY(store);
        QCOMPARE(store->info(), smallInfo());
        QCOMPARE(store->divisions().value(), smallDivisions());
        QCOMPARE(store->grids().value(), smallGrids());
        QCOMPARE(store->organisations().value(), smallOrganisations());
        QCOMPARE(store->users().value().size(), 2);
        QCOMPARE(store->user(u"dispatcher1"_s).value()->role, u"dispatcher"_s);
        QVERIFY(!store->user(u"nobody"_s).value());
        QCOMPARE(store->catalogue(defaultScheme()).value(), smallCatalogue());
        QCOMPARE(store->filingStandards(smallCatalogue().first().key).value(), smallStandards());
    }
    void keepsWhatStandsInIt()
    {
        const std::unique_ptr<Store> store = smallStore();
        QVERIFY(store);
        const QList<KeyPlace> places = smallPlaces();
        QVERIFY(store->write(places));
        QCOMPARE(store->keyPlaces().value(), places);
        const QList<Component> components = smallComponents();
        QVERIFY(store->write(components));
        QCOMPARE(store->components({}).value(), components);
        PlaceQuery west;
        west.extent = GeoExtent{116.30, 39.90, 116.3105, 39.92};
        QCOMPARE(store->components(west).value().size(), 1);
        PlaceQuery start;
        start.text = components.at(1).code.left(10);
        start.limit = 1;
        QCOMPARE(store->components(start).value().size(), 1);
        const QList<Address> addresses = smallAddresses();
        QVERIFY(store->write(addresses));
        QCOMPARE(store->addresses({}).value(), addresses);
        PlaceQuery text;
        text.text = u"0%巷"_s; // a wildcard of the user means itself
        QCOMPARE(store->addresses(text).value().size(), 0);
        text.text = u"福巷"_s;
        QCOMPARE(store->addresses(text).value().size(), 2);
        const QList<Resource> resources{
            {u"r1"_s, u"team"_s, u"应急队"_s, u"U1"_s, u"110101001001001"_s, 6, {116.31, 39.91}}};
        QVERIFY(store->write(resources));
        QCOMPARE(store->resources().value(), resources);
    }
    void keepsPeopleAndDuties()
    {
        const std::unique_ptr<Store> store = smallStore();
        QVERIFY(store);
        const QString grid = u"110101001001001"_s;
        QVERIFY(store->write(
            QList<Person>{{u"p1"_s, u"王敏"_s, u"U1"_s, u"010-55500001"_s, {}, u"zh"_s},
                          {u"p2"_s, u"李强"_s, u"U1"_s, {}, u"fire"_s, {}}}));
        QVERIFY(store->write(
            QList<Duty>{{u"p1"_s, u"manager"_s, grid, QDate(2026, 1, 1), QDate()},
                        {u"p2"_s, u"manager"_s, grid, QDate(2025, 1, 1), QDate(2025, 12, 31)},
                        {u"p2"_s, u"fire"_s, grid, QDate(2025, 1, 1), QDate()}}));
        QCOMPARE(store->people(grid, QDate(2026, 6, 1)).value().size(), 2);
        QCOMPARE(store->duties(grid, QDate(2026, 6, 1)).value().size(), 2);
        QCOMPARE(store->duties(grid, QDate(2025, 6, 1)).value().size(), 2);
        QCOMPARE(store->duties(grid, QDate(2024, 6, 1)).value().size(), 0);
        QCOMPARE(store->person(u"p1"_s).value()->name, u"王敏"_s);
        QCOMPARE(store->holdersOf(u"manager"_s, QDate(2026, 6, 1)).value(),
                 QList<RoleHolder>({{grid, u"p1"_s, u"王敏"_s}}));
        QCOMPARE(store->holdersOf(u"manager"_s, QDate(2025, 6, 1)).value(),
                 QList<RoleHolder>({{grid, u"p2"_s, u"李强"_s}}));
        QVERIFY(store->holdersOf(u"police"_s, QDate(2026, 6, 1)).value().isEmpty());
        QCOMPARE(readDistrictPicture(*store, testStart()).value().managers.value(grid), u"王敏"_s);
        QVERIFY(!store->person(u"p9"_s).value());
        QVERIFY2(!store->write(QList<Duty>{{u"p9"_s, u"fire"_s, grid, QDate(2025, 1, 1), QDate()}}),
                 "a duty of nobody was kept");
        const Instant start = testStart();
        QVERIFY(store->write(
            QList<Shift>{{u"p1"_s, u"centre"_s, {}, start, start + std::chrono::hours(8)}}));
        QCOMPARE(store->shifts(start + std::chrono::hours(7), start + std::chrono::hours(9))
                     .value()
                     .size(),
                 1);
        QCOMPARE(store->shifts(start + std::chrono::hours(8), start + std::chrono::hours(9))
                     .value()
                     .size(),
                 0);
        QVERIFY(store->write(QList<StaffPosition>{{u"p1"_s, grid, start, {116.31, 39.91}}}));
        QVERIFY(store->write(QList<StaffPosition>{
            {u"p1"_s, grid, start + std::chrono::minutes(1), {116.311, 39.911}}}));
        QCOMPARE(store->staffPositions(start).value().size(), 1); // no track is kept
        Task task;
        task.id = u"t1"_s;
        task.kind = u"verify"_s;
        task.person = u"p1"_s;
        task.created = start;
        QVERIFY(store->write(QList<Task>{task}));
        QCOMPARE(store->openTasks(u"p1"_s).value(), QList<Task>{task});
        task.done = start;
        QVERIFY(store->write(QList<Task>{task}));
        QVERIFY(store->openTasks({}).value().isEmpty());
    }
    void notesWhatAGridWas()
    {
        const std::unique_ptr<Store> store = smallStore();
        QVERIFY(store);
        QList<UnitGrid> grids = smallGrids();
        const QString code = grids.first().code;
        QCOMPARE(store->gridHistory(code).value().size(), 1);
        QVERIFY(store->write(grids, u"admin1"_s, u"nothing changed"_s, testStart()));
        QCOMPARE(store->gridHistory(code).value().size(), 1);
        grids.first().level = GridLevel::Key;
        QVERIFY(store->write(grids, u"admin1"_s, u"案件多"_s, testStart()));
        const QList<GridHistory> history = store->gridHistory(code).value();
        QCOMPARE(history.size(), 2);
        QCOMPARE(history.last().level, GridLevel::Key);
        QCOMPARE(history.last().reason, u"案件多"_s);
    }
    void writesWholeListsOrNothing()
    {
        const std::unique_ptr<Store> store = smallStore();
        QVERIFY(store);
        QList<UnitGrid> grids = smallGrids();
        grids.first().name = u"改"_s;
        grids.last().community = u"nowhere"_s; // breaks a reference
        const Result<void> written = store->write(grids, u"admin1"_s, {}, testStart());
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::Conflict);
        QCOMPARE(store->grids().value(), smallGrids());
        const Result<void> outer = store->transaction([&]() -> Result<void> {
            QList<Division> divisions = smallDivisions();
            divisions.first().name = u"改"_s;
            if (Result<void> inner = store->write(divisions); !inner) {
                return inner;
            }
            return Error{ErrorCode::Cancelled, u"stop"_s, {}};
        });
        QVERIFY(!outer);
        QCOMPARE(store->divisions().value(), smallDivisions());
    }
    void registersAndMovesACase()
    {
        const std::unique_ptr<Store> store = smallStore();
        QVERIFY(store);
        const CaseId id = CaseId::make(testStart(), 1, 1);
        const Result<Case> added = store->cases().add(id, reportStep(testStart()));
        QVERIFY2(added, added ? "" : qPrintable(added.error().message));
        QCOMPARE(added.value().version, 1);
        QCOMPARE(added.value().number, u"1101012026112100001"_s);
        QCOMPARE(store->cases().find(id).value(), added.value());
        QCOMPARE(store->cases().findNumber(added.value().number).value(), added.value());
        const Result<Case> filed = store->cases().append(
            id,
            1,
            stepOf(CaseAction::File, CaseState::Filed, testStart() + std::chrono::minutes(5)));
        QVERIFY(filed);
        QCOMPARE(filed.value().version, 2);
        QCOMPARE(filed.value().state, CaseState::Filed);
        const QList<CaseEvent> events = store->cases().events(id).value();
        QCOMPARE(events.size(), 2);
        QCOMPARE(replay(id, events).value(), filed.value());
        QCOMPARE(events.at(1).hash, chainHash(events.at(0).hash, id, events.at(1)));
        QCOMPARE(store->cases().find(CaseId::make(testStart(), 9, 9)).error().code,
                 ErrorCode::NotFound);
    }
    void theSecondOfTwoWritersGetsAConflict()
    {
        const std::unique_ptr<Store> store = smallStore();
        QVERIFY(store);
        const CaseId id = CaseId::make(testStart(), 1, 1);
        QVERIFY(store->cases().add(id, reportStep(testStart())));
        const CaseStep file = stepOf(CaseAction::File, CaseState::Filed, testStart());
        QVERIFY(store->cases().append(id, 1, file));
        const Result<Case> second = store->cases().append(id, 1, file);
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::Conflict);
        QCOMPARE(store->cases().events(id).value().size(), 2);
    }
    void numbersCasesByLocalDay()
    {
        const std::unique_ptr<Store> store = smallStore();
        QVERIFY(store);
        const auto numberAt = [&](const char16_t *time, quint64 bits) {
            const Instant at = *instantFromIso(time);
            return store->cases().add(CaseId::make(at, 0, bits), reportStep(at)).value().number;
        };
        QCOMPARE(numberAt(u"2026-11-20T15:59:59Z", 1), u"1101012026112000001"_s);
        QCOMPARE(numberAt(u"2026-11-20T16:00:00Z", 2), u"1101012026112100001"_s); // midnight there
        QCOMPARE(numberAt(u"2026-11-20T15:00:00Z", 3), u"1101012026112000002"_s);
    }
    void keepsEvidence()
    {
        const std::unique_ptr<Store> store = smallStore();
        QVERIFY(store);
        const CaseId id = CaseId::make(testStart(), 1, 1);
        CaseStep step = reportStep(testStart());
        step.attachments = {{u"near.jpg"_s, u"image/jpeg"_s, QByteArray("\xff\xd8picture")}};
        QVERIFY(store->cases().add(id, step));
        QCOMPARE(store->cases().attachments(id).value(), step.attachments);
        QVERIFY(store->cases().events(id).value().first().facts.contains("near.jpg"));
    }
    void listsNewestFirst()
    {
        const std::unique_ptr<Store> store = smallStore();
        QVERIFY(store);
        QVERIFY(addCases(*store, 40));
        CaseQuery all;
        all.limit = 15;
        const QList<Case> first = store->cases().list(all).value();
        QCOMPARE(first.size(), 15);
        for (qsizetype i = 1; i < first.size(); ++i) {
            QVERIFY(*first.at(i - 1).reportedAt >= *first.at(i).reportedAt);
        }
        all.before = first.last().id;
        all.limit = 100;
        QCOMPARE(store->cases().list(all).value().size(), 25);
        CaseQuery filed;
        filed.state = CaseState::Filed;
        filed.limit = 100;
        for (const Case &subject : store->cases().list(filed).value()) {
            QCOMPARE(subject.state, CaseState::Filed);
        }
        QCOMPARE(store->cases().list(filed).value().size(), 20);
        filed.street = u"110101001"_s;
        QCOMPARE(store->cases().list(filed).value().size(), 20);
        filed.classCode = u"06011"_s;
        QCOMPARE(store->cases().list(filed).value().size(), 0);
        CaseQuery grid;
        grid.grid = u"110101001001001"_s;
        grid.openOnly = true;
        QCOMPARE(store->cases().list(grid).value().size(), 40);
        grid.street = u"110101001"_s; // no index for that: said, not done slowly
        QCOMPARE(store->cases().list(grid).error().code, ErrorCode::InvalidInput);
    }
    void listsOverdue()
    {
        const std::unique_ptr<Store> store = smallStore();
        QVERIFY(store);
        const CaseId id = CaseId::make(testStart(), 1, 1);
        QVERIFY(store->cases().add(id, reportStep(testStart())));
        QVERIFY(
            store->cases().append(id, 1, stepOf(CaseAction::File, CaseState::Filed, testStart())));
        CaseStep dispatch = stepOf(CaseAction::Dispatch, CaseState::AtUnit, testStart());
        dispatch.facts = {{u"unit"_s, u"U1"_s},
                          {u"due_at"_s, toIsoText(testStart() + std::chrono::hours(2))}};
        QVERIFY(store->cases().append(id, 2, dispatch));
        CaseQuery overdue;
        overdue.overdueAt = testStart() + std::chrono::hours(2);
        QCOMPARE(store->cases().list(overdue).value().size(), 0);
        overdue.overdueAt = testStart() + std::chrono::hours(3);
        QCOMPARE(store->cases().list(overdue).value().size(), 1);
        overdue.state = CaseState::AtUnit;
        QCOMPARE(store->cases().list(overdue).value().size(), 1);
        overdue.state = CaseState::Closed;
        QCOMPARE(store->cases().list(overdue).value().size(), 0);
        CaseQuery unit;
        unit.unit = u"U1"_s;
        QCOMPARE(store->cases().list(unit).value().size(), 1);
        QCOMPARE(store->cases().openByUnit().value().value(u"U1"_s), 1);
        // Handed back in time: late no longer, whatever the clock says.
        QVERIFY(store->cases().append(
            id,
            3,
            stepOf(CaseAction::Handle, CaseState::FedBack, testStart() + std::chrono::hours(1))));
        overdue.state.reset();
        QCOMPARE(store->cases().list(overdue).value().size(), 0);
    }
    void countsTheOpenCasesOfEachUnit()
    {
        const std::unique_ptr<Store> store = smallStore();
        QVERIFY(store);
        const auto open = [&] { return store->cases().openByUnit().value(); };
        const auto at = [](const QString &unit, CaseAction action, CaseState to) {
            CaseStep step = stepOf(action, to, testStart());
            step.facts = {{u"unit"_s, unit}};
            return step;
        };
        const CaseId id = CaseId::make(testStart(), 1, 1);
        QVERIFY(store->cases().add(id, reportStep(testStart())));
        QVERIFY(open().isEmpty());
        QVERIFY(
            store->cases().append(id, 1, stepOf(CaseAction::File, CaseState::Filed, testStart())));
        QVERIFY(store->cases().append(id, 2, at(u"U1"_s, CaseAction::Dispatch, CaseState::AtUnit)));
        QCOMPARE(open(), (QHash<QString, int>{{u"U1"_s, 1}}));
        // A step of another kind counts nothing twice; a transfer takes it along.
        QVERIFY(
            store->cases().append(id, 3, stepOf(CaseAction::Urge, CaseState::AtUnit, testStart())));
        QCOMPARE(open(), (QHash<QString, int>{{u"U1"_s, 1}}));
        QVERIFY(store->cases().append(id, 4, at(u"U2"_s, CaseAction::Transfer, CaseState::AtUnit)));
        QCOMPARE(open(), (QHash<QString, int>{{u"U2"_s, 1}}));
        // Whole histories: one still open, one closed, and one whose batch comes to nothing.
        for (quint64 i = 2; i < 5; ++i) {
            Result<std::unique_ptr<CaseBatch>> batch = store->cases().beginBatch();
            QVERIFY(batch);
            QVERIFY(batch.value()->add(CaseId::make(testStart(), 1, i),
                                       {reportStep(testStart()),
                                        at(u"U2"_s,
                                           CaseAction::Dispatch,
                                           i == 3 ? CaseState::Closed : CaseState::AtUnit)}));
            QVERIFY(i == 4 || batch.value()->commit());
        }
        QCOMPARE(open(), (QHash<QString, int>{{u"U2"_s, 2}}));
        CaseStep close = stepOf(CaseAction::Close, CaseState::Closed, testStart());
        close.actor = u"somebody else"_s; // nobody closes what they dispatched
        QVERIFY(store->cases().append(id, 5, close));
        QCOMPARE(open(), (QHash<QString, int>{{u"U2"_s, 1}}));
        QVERIFY(store->cases().append(
            id, 6, stepOf(CaseAction::Reopen, CaseState::AtUnit, testStart())));
        QCOMPARE(open(), (QHash<QString, int>{{u"U2"_s, 2}}));
    }
    void everyListVisitsABoundedNumberOfRows()
    {
        // The work of a list of ten must not grow with the store: the same at 300 and 3000 cases.
        QHash<QString, qint64> small;
        for (const int size : {300, 3000}) {
            const std::unique_ptr<Store> store = smallStore();
            QVERIFY(store);
            QVERIFY(addCases(*store, size));
            auto &connection = static_cast<SqlStore &>(*store).connection();
            if (connection.isServer()) { // as it does by itself within a minute
                QVERIFY(connection.execute(u"ANALYZE"_s));
            }
            const auto counted = [&](const QString &name, qint64 steps) {
                if (size == 300) {
                    small.insert(name, steps);
                }
                QVERIFY2(
                    steps <= small.value(name) * 3 / 2,
                    qPrintable(u"%1: %2 steps, %3 in the small store"_s.arg(name).arg(steps).arg(
                        small.value(name))));
            };
            for (const auto &[name, query] : everyQuery()) {
                const SqlWork work(connection);
                QVERIFY(store->cases().list(query));
                const qint64 steps = work.steps();
                QVERIFY2(steps > 0 || query.overdueAt || work.statements() > 0,
                         "nothing was counted");
                counted(name, steps);
            }
            for (const auto &[name, ask] : everyQuestion()) {
                const SqlWork work(connection);
                QVERIFY2(ask(*store), qPrintable(name));
                counted(name, work.steps());
            }
        }
    }
    void theFewOverdueOfAStreetAndClassAreFoundAmongMany()
    {
        // Half of what is open is overdue, but of this class only three cases: who went through
        // the open ones of the street, or through all that is overdue, would visit thousands.
        QList<qint64> steps;
        for (const int size : {600, 6000}) {
            const std::unique_ptr<Store> store = smallStore();
            QVERIFY(store);
            Result<std::unique_ptr<CaseBatch>> batch = store->cases().beginBatch();
            QVERIFY(batch);
            for (int i = 0; i < size; ++i) {
                CaseStep report = reportStep(testStart());
                CaseStep sent = stepOf(CaseAction::Dispatch, CaseState::AtUnit, testStart());
                const bool late = i % 2 == 0 ? i >= 6 : i % 100 == 1;
                report.facts.insert(u"class"_s, i % 2 == 0 && i < 6 ? u"06012"_s : u"06010"_s);
                sent.facts.insert(u"due_at"_s,
                                  toIsoText(testStart() + (late || i < 6 ? std::chrono::hours(1)
                                                                         : std::chrono::hours(9))));
                QVERIFY(batch.value()->add(
                    CaseId::make(testStart(), 1, static_cast<quint64>(i) + 1), {report, sent}));
            }
            QVERIFY(batch.value()->commit());
            CaseQuery query;
            query.street = u"110101001"_s;
            query.classCode = u"06012"_s;
            query.overdueAt = testStart() + std::chrono::hours(2);
            query.limit = 100;
            const SqlWork work(static_cast<SqlStore &>(*store).connection());
            QCOMPARE(store->cases().list(query).value().size(), 3);
            steps.append(work.steps());
        }
        QVERIFY2(steps.at(1) <= steps.at(0) + 20,
                 qPrintable(u"%1, %2"_s.arg(steps.at(0)).arg(steps.at(1))));
    }
    void numbersGoOnBehindTheLastOfFiveDigits()
    {
        const std::unique_ptr<Store> store = smallStore();
        QVERIFY(store);
        CaseStep given = reportStep(testStart());
        given.facts.insert(u"number"_s, u"1101012026112199998"_s);
        QVERIFY(store->cases().add(CaseId::make(testStart(), 0, 0), given));
        const auto numberOf = [&](quint64 bits) {
            const CaseId id = CaseId::make(testStart(), 0, bits);
            return store->cases().add(id, reportStep(testStart())).value().number;
        };
        QCOMPARE(numberOf(1), u"1101012026112199999"_s);
        QCOMPARE(numberOf(2), u"11010120261121100000"_s);
        Result<std::unique_ptr<CaseBatch>> batch = store->cases().beginBatch();
        QVERIFY(batch);
        for (const quint64 bits : {3U, 4U}) {
            QVERIFY(
                batch.value()->add(CaseId::make(testStart(), 0, bits), {reportStep(testStart())}));
        }
        QVERIFY(batch.value()->commit());
        QCOMPARE(store->cases().find(CaseId::make(testStart(), 0, 4)).value().number,
                 u"11010120261121100002"_s);
        QCOMPARE(numberOf(5), u"11010120261121100003"_s);
        QCOMPARE(store->cases().findNumber(u"11010120261121100002"_s).value().id,
                 CaseId::make(testStart(), 0, 4));
        given.facts.insert(u"number"_s, u"11010120261121100003"_s);
        QCOMPARE(store->cases().add(CaseId::make(testStart(), 0, 6), given).error().code,
                 ErrorCode::Conflict);
    }
    void aBatchNumbersBehindFiveDigits()
    {
        const std::unique_ptr<Store> store = smallStore();
        QVERIFY(store);
        CaseStep given = reportStep(testStart());
        given.facts.insert(u"number"_s, u"1101012026112199998"_s);
        QVERIFY(store->cases().add(CaseId::make(testStart(), 0, 0), given));
        Result<std::unique_ptr<CaseBatch>> batch = store->cases().beginBatch();
        QVERIFY(batch);
        for (quint64 bits = 1; bits < 4; ++bits) {
            QVERIFY(
                batch.value()->add(CaseId::make(testStart(), 0, bits), {reportStep(testStart())}));
        }
        QVERIFY(batch.value()->commit());
        QCOMPARE(store->cases().find(CaseId::make(testStart(), 0, 3)).value().number,
                 u"11010120261121100001"_s);
    }
    void aPictureIsReadInOneTransaction()
    {
        const std::unique_ptr<Store> store = smallStore();
        QVERIFY(store);
        QVERIFY(addCases(*store, 3));
        const SqlOrder order(static_cast<SqlStore &>(*store).connection());
        const Result<DistrictPicture> picture = readDistrictPicture(*store, std::nullopt);
        QVERIFY(picture);
        QCOMPARE(picture.value().grids.size(), 4);
        QVERIFY(order.inside() >= 4);
        QCOMPARE(order.outside(), 0);
    }
    void aPictureHasEveryOpenCase()
    {
        const std::unique_ptr<Store> store = smallStore();
        QVERIFY(store);
        QVERIFY(addCases(*store, 20'000)); // two whole pages and an empty one
        const QList<Case> open = readDistrictPicture(*store, std::nullopt).value().openCases;
        QCOMPARE(open.size(), 20'000);
        QSet<QUuid> ids;
        for (const Case &subject : open) {
            ids.insert(subject.id.value);
        }
        QCOMPARE(ids.size(), open.size());
    }
    void aBatchIsAllOrNothing()
    {
        const std::unique_ptr<Store> store = smallStore();
        QVERIFY(store);
        {
            Result<std::unique_ptr<CaseBatch>> batch = store->cases().beginBatch();
            QVERIFY(batch);
            for (quint64 i = 0; i < 3000; ++i) {
                QVERIFY(
                    batch.value()->add(CaseId::make(testStart(), 0, i), {reportStep(testStart())}));
            }
        }
        QCOMPARE(store->cases().list({}).value().size(), 0);
        QVERIFY(addCases(*store, 2500)); // more than one chunk
        CaseQuery all;
        all.limit = 100'000;
        QCOMPARE(store->cases().list(all).value().size(), 2500);
        int visited = 0;
        QVERIFY(store->cases().visitAll([&](const Case &subject, const QList<CaseEvent> &events) {
            ++visited;
            const Result<Case> derived = replay(subject.id, events);
            return derived && derived.value() == subject;
        }));
        QCOMPARE(visited, 2500);
        QVERIFY(store->integrityFindings().value().isEmpty());
    }
    void aBatchSkipsWhatIsThere()
    {
        const std::unique_ptr<Store> store = smallStore();
        QVERIFY(store);
        CaseStep step = reportStep(testStart());
        step.facts.insert(u"external_source"_s, u"boston"_s);
        step.facts.insert(u"external_id"_s, u"7"_s);
        for (const bool fresh : {true, false}) {
            Result<std::unique_ptr<CaseBatch>> batch = store->cases().beginBatch();
            QVERIFY(batch);
            QCOMPARE(batch.value()->add(CaseId::make(testStart(), 0, 7), {step}).value(), fresh);
            QCOMPARE(batch.value()->add(CaseId::make(testStart(), 0, 7), {step}).value(), false);
            // The same number at another time is the same case, however far behind it comes.
            CaseStep later = step;
            later.at += std::chrono::hours(1);
            QCOMPARE(batch.value()->add(CaseId::make(later.at, 0, 8), {later}).value(), false);
            QVERIFY(batch.value()->commit());
        }
        QCOMPARE(store->cases().list({}).value().size(), 1);
    }
    void tellsWhatChanged()
    {
        const std::unique_ptr<Store> store = smallStore();
        QVERIFY(store);
        const LogPosition before = store->cases().lastPosition().value();
        const StoreMark mark = store->mark().value();
        // While nobody writes; a server has its own housekeeping, which ends.
        QTRY_COMPARE(store->mark().value().version, store->mark().value().version);
        QVERIFY(addCases(*store, 3));
        QVERIFY(store->mark().value().version != mark.version);
        const CaseNews feed = store->cases().changesAfter(before, 4).value();
        QCOMPARE(feed.changes.size(), 4); // the second case has a second event
        QCOMPARE(feed.isTooMuch, false);
        QVERIFY(store->cases().changesAfter(feed.position, 100).value().changes.isEmpty());
        QStringList told;
        for (const CaseChange &change : feed.changes) {
            told.append(
                u"%1 %2 %3"_s.arg(change.id.toText()).arg(change.version).arg(toId(change.state)));
        }
        const QString second = CaseId::make(testStart() - std::chrono::minutes(1), 0, 1).toText();
        const qsizetype first = told.indexOf(second + u" 1 reported"_s);
        QVERIFY2(first >= 0, qPrintable(told.join(u", "_s)));
        QVERIFY(told.indexOf(second + u" 2 filed"_s) > first);
        // More than that is not worth telling one by one.
        const CaseNews much = store->cases().changesAfter(before, 3).value();
        QVERIFY(much.isTooMuch);
        QVERIFY(much.changes.isEmpty());
        QVERIFY(store->cases().changesAfter(much.position, 100).value().changes.isEmpty());
        QVERIFY(addCases(*store, 1, 10));
        QCOMPARE(store->cases().changesAfter(much.position, 100).value().changes.size(), 1);
        QVERIFY(store->write(smallOrganisations()));
        QVERIFY(store->mark().value().tables.value(u"organisations"_s) >
                mark.tables.value(u"organisations"_s));
    }
    void findsManyAtOnce()
    {
        const std::unique_ptr<Store> store = smallStore();
        QVERIFY(store);
        QVERIFY(addCases(*store, 5));
        QList<CaseId> wanted{CaseId::makeRandom(testStart())}; // nobody knows this one
        for (const int i : {4, 1, 3}) {
            wanted.append(
                CaseId::make(testStart() - std::chrono::minutes(i), 0, static_cast<quint64>(i)));
        }
        const Result<QList<Case>> found = store->cases().findThose(wanted);
        QVERIFY(found);
        QCOMPARE(found.value().size(), 3);
        for (const Case &one : found.value()) {
            QVERIFY(wanted.contains(one.id));
            QVERIFY(one == store->cases().find(one.id).value());
        }
        QVERIFY(store->cases().findThose({}).value().isEmpty());
    }
    void theLogCannotBeChanged()
    {
        const std::unique_ptr<Store> store = smallStore();
        QVERIFY(store);
        QVERIFY(addCases(*store, 2));
        auto &connection = static_cast<SqlStore &>(*store).connection();
        QVERIFY(!connection.execute(u"UPDATE events SET actor = 'x'"_s));
        QVERIFY(!connection.execute(u"DELETE FROM events"_s));
        QVERIFY(!connection.execute(u"DELETE FROM cases"_s));
        QVERIFY(store->integrityFindings().value().isEmpty());
        QVERIFY(connection.execute(
            connection.pick(u"DROP TRIGGER events_are_not_changed"_s,
                            u"DROP TRIGGER events_are_not_changed ON events"_s)));
        QVERIFY(connection.execute(
            connection.pick(u"UPDATE events SET hash = x'00' WHERE sequence = 1"_s,
                            u"UPDATE events SET hash = '\\x00' WHERE sequence = 1"_s)));
        QCOMPARE(store->integrityFindings().value().isEmpty(), false);
    }
};

static const TestRegistration<TestStore> registration;

} // namespace gridward

#include "test_store.moc"
