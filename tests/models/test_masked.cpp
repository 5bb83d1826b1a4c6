// SPDX-License-Identifier: GPL-3.0-or-later
// Callers and households: who may open them, that it is written down, and that nothing else tells
// what they are.
#include "models/domain/personal.h"
#include "models/service/auditdesk.h"
#include "models/service/casedesk.h"
#include "models/service/districtqueries.h"
#include "models/service/personaldesk.h"
#include "models/store/accessstore.h"
#include "models/store/auditstore.h"
#include "models/store/personalstore.h"
#include "models/view/casefilterproxy.h"
#include "models/view/casetablemodel.h"
#include "models/view/livecases.h"
#include "tests/support/fakedistrict.h"
#include "tests/support/sentinel.h"
#include "tests/support/storebuilders.h"
#include "tests/support/storekinds.h"
#include "tests/support/testregistry.h"

#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <numeric>
#include <set>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

const QString kName = u"哨兵欧阳某某ZQX"_s;
const QString kPhone = u"10009876543"_s;

User userOf(const QString &role, const QString &division = {}, const QString &organisation = {})
{
    User user;
    user.name = role + u'1';
    user.role = role;
    user.division = division;
    user.organisation = organisation;
    return user;
}

/** Everything that can be in a hidden cell, for one who knows the rule and what is told. */
std::set<int> possibleIn(const QList<int> &counts, const ToldPartition &told, qsizetype hidden)
{
    std::set<int> possible;
    const int total = std::accumulate(counts.begin(), counts.end(), 0);
    QList<qsizetype> others;
    int exact = 0;
    for (qsizetype place = 0; place < counts.size(); ++place) {
        if (told.cells.at(place).isExact()) {
            exact += counts.at(place);
        } else if (place != hidden) {
            others.append(place);
        }
    }
    const auto least = [&](qsizetype place) {
        return told.cells.at(place).telling == CellCount::Telling::Few ? 0 : kSmallestCell;
    };
    const auto most = [&](qsizetype place) {
        return told.cells.at(place).telling == CellCount::Telling::Few ? kSmallestCell - 1 : 1000;
    };
    for (int value = least(hidden); value <= std::min(most(hidden), 60); ++value) {
        int low = 0;
        int high = 0;
        for (const qsizetype other : std::as_const(others)) {
            low += least(other);
            high += most(other);
        }
        const int rest = total - exact - value;
        if (!told.total.isExact() || (rest >= low && rest <= high)) {
            possible.insert(value);
        }
    }
    return possible;
}

} // namespace

class TestMasked : public QObject
{
    Q_OBJECT

    StoreMaker mMaker;
    std::unique_ptr<SqlStore> mStore;
    QList<CaseId> mCases;

    [[nodiscard]] static PersonalActor by(const QString &name)
    {
        return {name, u"test"_s, testStart() + std::chrono::hours(1)};
    }
    void actAs(const User &user) { mStore->actAs(user, testStart() + std::chrono::hours(1)); }
    void actAsProgram() { mStore->actAs(std::nullopt, {}); }
    QList<AuditRecord> audit(AuditKind kind)
    {
        const AsProgram program(*mStore);
        AuditQuery query;
        query.kind = kind;
        return mStore->audit().list(query).value();
    }
    Household household(const QString &id, int grid = 0) const
    {
        Household one;
        one.id = id;
        one.grid = smallGrids().at(grid).code;
        one.head = kName;
        one.phone = kPhone;
        one.address = kName + u"胡同"_s;
        one.members = {kName + u"二"_s};
        one.needs = {ServiceNeed::EmptyNest};
        one.consentFor = u"走访"_s;
        one.consentOn = QDate(2026, 1, 2);
        return one;
    }
    /** All rows of a table as one text. */
    QString rowsOf(const QString &table)
    {
        SqlConnection &connection = mStore->connection();
        const QString columns =
            connection
                .scalar(
                    connection
                        .pick(
                            u"SELECT group_concat('coalesce(cast('||name||' AS TEXT),'''')','||') "
                            "FROM pragma_table_info('%1')"_s,
                            u"SELECT string_agg(format('coalesce(cast(%I AS "
                            u"TEXT),'''')',column_name),"
                            "'||') FROM information_schema.columns WHERE table_schema = 'gridward' "
                            "AND table_name = '%1'"_s)
                        .arg(table))
                .value()
                .toString();
        return columns.isEmpty() ? QString()
                                 : connection
                                       .scalar(connection
                                                   .pick(u"SELECT group_concat(%1) FROM %2"_s,
                                                         u"SELECT string_agg(%1, ',') FROM %2"_s)
                                                   .arg(columns, table))
                                       .value()
                                       .toString();
    }
    bool addHouseholds(int grid, int count)
    {
        QList<Household> rows;
        for (int number = 0; number < count; ++number) {
            rows.append(household(u"G%1-%2"_s.arg(grid).arg(number, 3, 10, QChar(u'0')), grid));
        }
        return mStore->personal().importHouseholds(rows, u"x.csv"_s, by(u"admin1"_s)).isOk();
    }
    bool addCaller() { return addCaller(mCases.first()); }
    bool addCaller(const CaseId &id)
    {
        return mStore->personal().writeCaller(id, {kName, kPhone, true}, by(u"acceptor1"_s)).isOk();
    }

private slots:
    void initTestCase_data() { addStoreKinds(); }
    void init()
    {
        QFETCH_GLOBAL(QString, kind);
        mStore = mMaker.empty(kind);
        QVERIFY(mStore && fillSmallDistrict(*mStore));
        QList<User> users;
        for (const char *role : {"acceptor",
                                 "filer",
                                 "dispatcher",
                                 "handler",
                                 "checker",
                                 "supervisor",
                                 "analyst",
                                 "leader",
                                 "admin"}) {
            users.append(userOf(QString::fromLatin1(role)));
        }
        users.append(userOf(u"street"_s, u"110101999"_s)); // of another street
        QVERIFY(mStore->write(users));
        QVERIFY(addCases(*mStore, 4));
        mCases.clear();
        for (const Case &one : mStore->cases().list({}).value()) {
            mCases.append(one.id);
        }
        QCOMPARE(mCases.size(), 4);
    }
    void cleanup() { mStore.reset(); }

    void opensForAPurposeAndWritesItDown()
    {
        QVERIFY(addCaller());
        actAs(userOf(u"supervisor"_s));
        QVERIFY(mStore->personal().hasCaller(mCases.first()).value());
        QVERIFY(!mStore->personal().hasCaller(mCases.last()).value());
        const Result<Caller> opened =
            mStore->personal().openCaller(mCases.first(), Purpose::CallBack, by(u"supervisor1"_s));
        QVERIFY(opened);
        QCOMPARE(opened.value(), (Caller{kName, kPhone, true}));
        const QList<AuditRecord> noted = audit(AuditKind::PersonalOpened);
        QCOMPARE(noted.size(), 1);
        QCOMPARE(noted.first().entry.actor, u"supervisor1"_s);
        QCOMPARE(noted.first().entry.facts.value(u"purpose"_s).toString(), u"call-back"_s);
        QVERIFY(!noted.first().entry.subject.isEmpty());
    }

    void withoutAnEntryThereIsNoValue()
    {
        QVERIFY(addCaller());
        actAs(userOf(u"supervisor"_s));
        // The log takes no entry in another's name: then there is nothing to be had either.
        const Result<Caller> opened =
            mStore->personal().openCaller(mCases.first(), Purpose::CallBack, by(u"filer1"_s));
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::Refused);
        QCOMPARE(audit(AuditKind::PersonalOpened).size(), 0);
        // And where nobody was entered, nobody looked.
        QVERIFY(
            !mStore->personal().openCaller(mCases.last(), Purpose::CallBack, by(u"supervisor1"_s)));
        QCOMPARE(audit(AuditKind::PersonalOpened).size(), 0);
    }

    void refusesWhoMayNot_data()
    {
        QTest::addColumn<QString>("role");
        QTest::addColumn<QString>("division");
        QTest::addColumn<bool>("opens");
        QTest::newRow("acceptor") << u"acceptor"_s << QString() << true;
        QTest::newRow("filer") << u"filer"_s << QString() << true;
        QTest::newRow("checker") << u"checker"_s << QString() << true;
        QTest::newRow("supervisor") << u"supervisor"_s << QString() << true;
        QTest::newRow("dispatcher") << u"dispatcher"_s << QString() << false;
        QTest::newRow("analyst") << u"analyst"_s << QString() << false;
        QTest::newRow("leader") << u"leader"_s << QString() << false;
        QTest::newRow("admin") << u"admin"_s << QString() << false;
        QTest::newRow("handler of no unit") << u"handler"_s << QString() << false;
        QTest::newRow("another street") << u"street"_s << u"110101999"_s << false;
    }
    void refusesWhoMayNot()
    {
        QFETCH(QString, role);
        QFETCH(QString, division);
        QFETCH(bool, opens);
        QVERIFY(addCaller());
        QVERIFY(addHouseholds(0, 1));
        const User user = userOf(role, division);
        actAs(user);
        const Result<Caller> caller =
            mStore->personal().openCaller(mCases.first(), Purpose::Handling, by(user.name));
        const Result<Household> home =
            mStore->personal().openHousehold(u"G0-000"_s, Purpose::CareVisit, by(user.name));
        const Result<QStringList> list = mStore->personal().householdsIn(smallGrids().at(0).code);
        QCOMPARE(caller.isOk(), opens);
        QCOMPARE(home.isOk(), opens);
        QCOMPARE(list.isOk(), opens);
        if (!opens) {
            QCOMPARE(caller.error().code, ErrorCode::Refused);
            QCOMPARE(home.error().code, ErrorCode::Refused);
            for (const Error &error : {caller.error(), home.error(), list.error()}) {
                QVERIFY(!betrays((error.message + error.detail).toUtf8(), kName));
            }
        }
        QCOMPARE(audit(AuditKind::PersonalOpened).size(), opens ? 2 : 0);
    }

    void changesAreAuditedWithoutTheValue()
    {
        actAs(userOf(u"analyst"_s));
        QVERIFY(!mStore->personal().writeCaller(
            mCases.first(), {kName, kPhone, true}, by(u"analyst1"_s)));
        actAs(userOf(u"acceptor"_s));
        QVERIFY(mStore->personal().writeCaller(
            mCases.first(), {kName, kPhone, true}, by(u"acceptor1"_s)));
        QVERIFY(mStore->personal().writeHousehold(household(u"H1"_s), by(u"acceptor1"_s)));
        QCOMPARE(audit(AuditKind::PersonalChanged).size(), 2);
        for (const AuditRecord &record : audit(AuditKind::PersonalChanged)) {
            const QByteArray text =
                QJsonDocument(record.entry.facts).toJson() + record.entry.subject.toUtf8();
            QVERIFY(!betrays(text, kName) && !betrays(text, kPhone));
        }
        // Corrected: the value of before is gone from the file, not only from the table.
        QVERIFY(mStore->personal().writeCaller(
            mCases.first(), {u"另一位"_s, {}, false}, by(u"acceptor1"_s)));
        QVERIFY(mStore->personal().eraseHousehold(u"H1"_s, by(u"acceptor1"_s)));
        actAsProgram();
        QVERIFY(mStore->personal().purgeCallers(testStart(), by(u"admin1"_s)));
        QVERIFY(!betrays(contentOf(*mStore), kName));
        QVERIFY(betrays(contentOf(*mStore), u"另一位"_s)); // the search does find what is there
    }

    void reportsWithItsCallerOrNotAtAll()
    {
        const FixedClock clock(testStart() + std::chrono::hours(2));
        CaseDesk desk(*mStore, clock, u"test"_s);
        ReportDraft draft;
        draft.classCode = smallCatalogue().first().key.code;
        draft.kind = smallCatalogue().first().key.kind;
        draft.place = GeoPoint{116.3085, 39.9082};
        draft.text = u"x"_s;
        draft.source = CaseSource::Hotline;
        const auto report = [&](const User &user, const Caller &caller) {
            mStore->actAs(user, clock.now());
            return reportWithCaller(
                *mStore, desk, draft, caller, user, {user.name, u"test"_s, clock.now()});
        };
        const Result<Case> taken = report(userOf(u"acceptor"_s), {kName, kPhone, true});
        QVERIFY2(taken, qPrintable(taken ? QString() : taken.error().message));
        QVERIFY(mStore->personal().hasCaller(taken.value().id).value());
        actAsProgram();
        const qsizetype before = mStore->cases().list({}).value().size();
        // May report, may not enter callers: neither is kept.
        Permissions permissions = Permissions::standard();
        permissions.set({u"checker"_s, Thing::Case, u"report"_s, Reach::District});
        QVERIFY(mStore->access().write(permissions));
        QVERIFY(!report(userOf(u"checker"_s), {kName, kPhone, true}));
        actAsProgram();
        QCOMPARE(mStore->cases().list({}).value().size(), before);
        QVERIFY(report(userOf(u"checker"_s), {}));
    }

    void purgesWhatIsNoLongerNeeded()
    {
        QVERIFY(addCaller(mCases.first()));
        QVERIFY(addCaller(mCases.last()));
        const Case before = mStore->cases().find(mCases.first()).value();
        CaseStep end = stepOf(CaseAction::Void, CaseState::Void, testStart());
        QVERIFY(mStore->cases().append(mCases.first(), before.version, end));
        actAs(userOf(u"supervisor"_s));
        QVERIFY(!mStore->personal().purgeCallers(testStart(), by(u"supervisor1"_s)));
        actAs(userOf(u"admin"_s));
        QCOMPARE(mStore->personal().purgeCallers(testStart(), by(u"admin1"_s)).value(), 0);
        QCOMPARE(mStore->personal()
                     .purgeCallers(testStart() + std::chrono::hours(10), by(u"admin1"_s))
                     .value(),
                 1);
        actAsProgram();
        QVERIFY(!mStore->personal().hasCaller(mCases.first()).value());
        QVERIFY(mStore->personal().hasCaller(mCases.last()).value()); // still open
    }

    // Counts.

    void smallCellsAreNotTold()
    {
        QCOMPARE(toldCount(4, 5), (CellCount{CellCount::Telling::Few, 0}));
        QCOMPARE(toldCount(0, 5), (CellCount{CellCount::Telling::Few, 0}));
        QCOMPARE(toldCount(5, 5), (CellCount{CellCount::Telling::Exact, 5}));
        QCOMPARE(toldCount(9, 10), (CellCount{CellCount::Telling::Few, 0}));
        QCOMPARE(toldCount(4, 1), (CellCount{CellCount::Telling::Few, 0})); // never below five
        // The one that is hidden takes the next smallest with it.
        const ToldPartition told = toldPartition({3, 40, 9, 20}, 5);
        QCOMPARE(told.cells.at(0).telling, CellCount::Telling::Few);
        QCOMPARE(told.cells.at(2).telling, CellCount::Telling::Withheld);
        QCOMPARE(told.cells.at(1), (CellCount{CellCount::Telling::Exact, 40}));
        QCOMPARE(told.total, (CellCount{CellCount::Telling::Exact, 72}));
        QVERIFY(toldPartition({8, 9, 7}, 5).cells.at(0).isExact());
    }

    void nothingHiddenCanBeDerived()
    {
        // Every partition of up to four cells of up to twelve, with its total beside it.
        int checked = 0;
        for (int one = 0; one <= 12; ++one) {
            for (int two = 0; two <= 12; ++two) {
                for (int three = 0; three <= 12; ++three) {
                    for (int four = 0; four <= 12; four += 3) {
                        const QList<int> counts{one, two, three, four};
                        const ToldPartition told = toldPartition(counts, kSmallestCell);
                        for (qsizetype place = 0; place < counts.size(); ++place) {
                            const CellCount &cell = told.cells.at(place);
                            if (cell.isExact()) {
                                QCOMPARE(cell.count, counts.at(place));
                                QVERIFY(cell.count >= kSmallestCell);
                                continue;
                            }
                            ++checked;
                            QCOMPARE(cell.count, 0); // not even in the value
                            if (cell.telling == CellCount::Telling::Few) {
                                QCOMPARE(possibleIn(counts, told, place).size(),
                                         static_cast<std::size_t>(kSmallestCell));
                            } else {
                                QVERIFY(possibleIn(counts, told, place).size() > 1);
                            }
                        }
                    }
                }
            }
        }
        QVERIFY(checked > 10'000);
    }

    void countsOfAGridAreThoseBesideItsNeighbours()
    {
        const QList<UnitGrid> grids = smallGrids();
        QVERIFY(addHouseholds(0, 3));
        QVERIFY(addHouseholds(1, 12));
        QVERIFY(addHouseholds(2, 9));
        QVERIFY(addHouseholds(3, 30));
        actAs(userOf(u"analyst"_s));
        PersonalStore &personal = mStore->personal();
        const CommunityHouseholds told = personal.countCommunity(grids.first().community).value();
        QCOMPARE(told.grids.size(), 4);
        for (int place = 0; place < 4; ++place) {
            const HouseholdCount count = personal.countHouseholds(grids.at(place).code).value();
            QCOMPARE(count.all, told.told.cells.at(told.grids.indexOf(grids.at(place).code)));
            QCOMPARE(count.needs.isEmpty(), !count.all.isExact());
        }
        QCOMPARE(personal.countHouseholds(grids.at(0).code).value().all.telling,
                 CellCount::Telling::Few);
        // Nine would tell the three by subtraction from the total.
        QCOMPARE(personal.countHouseholds(grids.at(2).code).value().all.telling,
                 CellCount::Telling::Withheld);
        QCOMPARE(personal.countHouseholds(grids.at(3).code).value().all.count, 30);
    }

    void theSmallestCellOnlyGrows()
    {
        actAs(userOf(u"admin"_s));
        PersonalStore &personal = mStore->personal();
        QCOMPARE(personal.smallestCell().value(), 5);
        QVERIFY(!personal.setSmallestCell(4, by(u"admin1"_s)));
        QVERIFY(personal.setSmallestCell(10, by(u"admin1"_s)));
        QCOMPARE(personal.smallestCell().value(), 10);
        actAs(userOf(u"analyst"_s));
        QVERIFY(!personal.setSmallestCell(20, by(u"analyst1"_s)));
        actAsProgram();
        QVERIFY(addHouseholds(0, 8));
        QCOMPARE(personal.countHouseholds(smallGrids().at(0).code).value().all.telling,
                 CellCount::Telling::Few);
    }

    // What must not leak.

    void sortOrderAndFilterTellNothing()
    {
        FakeDistrict district;
        district.time.set(testStart() + std::chrono::hours(3));
        const auto queue = [&](const QString &text) {
            LiveCases live;
            live.reset(mStore->cases().list({}).value());
            CaseTableModel model(live, district);
            CaseFilterProxy proxy(model);
            QueueFilter filter;
            filter.text = text;
            proxy.setFilter(filter);
            QStringList orders;
            for (int column = -1; column < model.columnCount(); ++column) {
                for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
                    proxy.sort(column, order);
                    for (int row = 0; row < proxy.rowCount(); ++row) {
                        orders.append(proxy.idAt(row).toText());
                        for (int shown = 0; shown < model.columnCount(); ++shown) {
                            for (const int role :
                                 {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole}) {
                                orders.append(proxy.index(row, shown).data(role).toString());
                            }
                        }
                    }
                }
            }
            return orders;
        };
        const QStringList without = queue({});
        QVERIFY(addCaller(mCases.at(1)));
        QVERIFY(addCaller(mCases.at(3)));
        QCOMPARE(queue({}), without);
        QVERIFY(!without.isEmpty());
        QVERIFY(queue(kName).isEmpty());
        QVERIFY(queue(kPhone).isEmpty());
        QVERIFY(queue(kPhone.left(6)).isEmpty());
    }

    void searchTellsNothing()
    {
        const auto found = [&](const QString &text) {
            const SearchIndex index = SearchIndex::read(*mStore).value();
            return searchDistrict(*mStore, index, text, 50).value().size();
        };
        const qsizetype numbers = found(mStore->cases().find(mCases.first()).value().number);
        QVERIFY(addCaller());
        QVERIFY(addHouseholds(0, 6));
        for (const QString &text : {kName, kName.left(2), kPhone, kPhone.left(5), u"G0-000"_s}) {
            QCOMPARE(found(text), 0);
        }
        QCOMPARE(found(mStore->cases().find(mCases.first()).value().number), numbers);
        QVERIFY(numbers > 0);
    }

    void listsCountsAndHeatMapsTellNothing()
    {
        const auto seen = [&] {
            QString text;
            QDebug out(&text);
            for (const auto &[name, query] : everyQuery()) {
                const Result<QList<Case>> cases = mStore->cases().list(query);
                out << name << (cases ? cases.value().size() : -1);
            }
            CasePlaceQuery places;
            places.to = testStart() + std::chrono::hours(1000);
            const CasePoints points = readCasePoints(*mStore, places).value();
            out << points.longitudes << points.latitudes << points.visited << points.withoutPlace;
            out << mStore->cases().countRegistered({}, places.to).value();
            return text;
        };
        const QString without = seen();
        QVERIFY(addCaller());
        QVERIFY(addHouseholds(0, 7));
        QCOMPARE(seen(), without);
    }

    void logOfCasesAndFeedTellNothing()
    {
        QVERIFY(addCaller());
        QString text;
        QDebug out(&text);
        QVERIFY(mStore->cases().visitAll([&](const Case &one, const QList<CaseEvent> &events) {
            out << one.text << one.address << one.externalId;
            for (const CaseEvent &event : events) {
                out << event.note << event.facts << event.origin;
            }
            return true;
        }));
        for (const QString &value : {kName, kPhone}) {
            QVERIFY(!betrays(text.toUtf8(), value));
            for (const char *table : {"cases", "events", "audit_log", "gridward_changes"}) {
                const QString name = QString::fromLatin1(table);
                const QString content = rowsOf(name);
                QVERIFY(!content.isEmpty());
                QVERIFY(!betrays(content.toUtf8(), value));
            }
        }
    }

    // What leaves the program.

    void outputIsAskedForAndNoted()
    {
        const AuditActor leader{u"leader1"_s, u"test"_s, testStart()};
        const AuditActor checker{u"checker1"_s, u"test"_s, testStart()};
        actAs(userOf(u"leader"_s));
        const Result<Stamp> stamp =
            allowOutput(*mStore,
                        {AuditKind::Print, Thing::Statistics, u"heat-map"_s, u"/home/x/heat.pdf"_s},
                        leader);
        QVERIFY(stamp);
        QCOMPARE(stamp.value().who(), u"leader1"_s);
        QCOMPARE(stamp.value().when(), u"2026-11-21 15:00:00 +08:00 Asia/Shanghai"_s);
        QCOMPARE(audit(AuditKind::Print).size(), 1);
        QCOMPARE(audit(AuditKind::Print).first().entry.subject, u"heat.pdf"_s);
        actAs(userOf(u"checker"_s));
        const Result<Stamp> refused = allowOutput(
            *mStore, {AuditKind::Export, Thing::Statistics, u"heat-map"_s, u"x.tif"_s}, checker);
        QVERIFY(!refused);
        QVERIFY(refused.error().message.contains(u"statistics:export"_s));
        QCOMPARE(audit(AuditKind::Export).size(), 0);
    }

    void theAuditLogIsExportedWhole()
    {
        QVERIFY(addCaller());
        actAs(userOf(u"admin"_s));
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"audit.csv"_s);
        const AuditActor admin{u"admin1"_s, u"test"_s, testStart()};
        QCOMPARE(exportAudit(*mStore, {}, file, admin).value(), 1);
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QByteArray content = written.readAll();
        QVERIFY(content.contains("personal-changed"));
        QVERIFY(!betrays(content, kName));
        QFile stamp(file + u".meta.json"_s);
        QVERIFY(stamp.open(QIODevice::ReadOnly));
        QVERIFY(stamp.readAll().contains("\"made_by\": \"admin1\""));
        QCOMPARE(audit(AuditKind::Export).size(), 1);
        const AuditCheck check = checkAudit(*mStore).value();
        QCOMPARE(check.last, 2);
        QVERIFY(check.findings.isEmpty());
        actAs(userOf(u"leader"_s)); // may see it, not take it away
        QVERIFY(!exportAudit(*mStore, {}, file, {u"leader1"_s, u"test"_s, testStart()}));
    }
};

static const TestRegistration<TestMasked> sRegistration;

} // namespace gridward

#include "test_masked.moc"
