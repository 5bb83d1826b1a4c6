// SPDX-License-Identifier: GPL-3.0-or-later
// What a store guards by itself, whoever writes to it; what a check finds where somebody got round
// it; and what a file migrates.
#include "models/service/storecheck.h"
#include "models/store/geopackagestore.h"
#include "tests/support/sqlwork.h"
#include "tests/support/storebuilders.h"
#include "tests/support/storekinds.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

CaseStep stepBy(const QString &actor, CaseAction action, CaseState to, int minute)
{
    CaseStep step = stepOf(action, to, testStart() + std::chrono::minutes(minute));
    step.actor = actor;
    return step;
}

/** Dispatched with a limit of an hour, handled two hours later, checked and closed by others. */
QList<CaseStep> lateHistory()
{
    CaseStep dispatch = stepBy(u"dispatcher1"_s, CaseAction::Dispatch, CaseState::AtUnit, 2);
    dispatch.facts = {{u"unit"_s, u"U1"_s},
                      {u"due_at"_s, toIsoText(testStart() + std::chrono::hours(1))}};
    return {reportStep(testStart()),
            stepBy(u"filer1"_s, CaseAction::File, CaseState::Filed, 1),
            dispatch,
            stepBy(u"handler1"_s, CaseAction::Accept, CaseState::Handling, 100),
            stepBy(u"handler1"_s, CaseAction::Handle, CaseState::FedBack, 120),
            stepBy(u"checker1"_s, CaseAction::Check, CaseState::PendingClose, 130),
            stepBy(u"filer1"_s, CaseAction::Close, CaseState::Closed, 140)};
}

CaseStep importStep()
{
    Case subject;
    subject.classKey = smallCatalogue().first().key;
    subject.reportedAt = testStart();
    subject.dueAt = testStart();
    subject.externalSource = u"boston"_s;
    subject.externalId = u"1"_s;
    CaseStep step = stepOf(CaseAction::Import, CaseState::Closed, testStart());
    step.facts = factsOf(subject);
    return step;
}

const CaseId kLate = CaseId::make(testStart(), 1, 1);
const CaseId kImported = CaseId::make(testStart(), 1, 2);

/** A late case, an imported one and `more` small ones for an empty store. */
bool fillStore(SqlStore &store, int more)
{
    Result<std::unique_ptr<CaseBatch>> batch = fillSmallDistrict(store)
                                                   ? store.cases().beginBatch()
                                                   : Result<std::unique_ptr<CaseBatch>>(Error{});
    return batch && batch.value()->add(kLate, lateHistory()) &&
           batch.value()->add(kImported, {importStep()}) && batch.value()->commit() &&
           addCases(store, more) && store.publish();
}

QStringList findings(Store &store)
{
    QStringList messages;
    for (const CheckFinding &finding : checkStore(store, [](int) { return true; }).value()) {
        messages.append(finding.kind + u": "_s + finding.message);
    }
    return messages;
}

} // namespace

class GuardsBench : public QObject
{
protected:
    StoreMaker mMaker;

    /** A store of the newest schema with what fillStore() puts there. */
    std::unique_ptr<SqlStore> fullStore(int more = 20)
    {
        QFETCH_GLOBAL(QString, kind);
        std::unique_ptr<SqlStore> store = mMaker.empty(kind);
        return store && fillStore(*store, more) ? std::move(store) : nullptr;
    }
};

class TestStoreGuards : public GuardsBench
{
    Q_OBJECT
private slots:
    void initTestCase_data() { addStoreKinds(); }
    void theStoreItselfKeepsTheAxesApart_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("actor");
        QTest::addColumn<QString>("facts");
        QTest::addColumn<bool>("allowed");
        QTest::newRow("checks own work") << u"check"_s << u"handler1"_s << u"{}"_s << false;
        QTest::newRow("closes own work") << u"close"_s << u"dispatcher1"_s << u""_s << false;
        QTest::newRow("reviews own appeal")
            << u"appeal"_s << u"handler1"_s << uR"({"request":"reviewed"})"_s << false;
        QTest::newRow("the person behind")
            << u"check"_s << u"other"_s << uR"({"by":"handler1"})"_s << false;
        QTest::newRow("handles what was checked")
            << u"handle"_s << u"checker1"_s << u"{}"_s << false;
        QTest::newRow("appeals") << u"appeal"_s << u"handler1"_s << uR"({"request":"asked"})"_s
                                 << true;
        QTest::newRow("somebody else") << u"check"_s << u"checker2"_s << u"{}"_s << true;
        QTest::newRow("urges") << u"urge"_s << u"handler1"_s << u"{}"_s << true;
    }
    void theStoreItselfKeepsTheAxesApart()
    {
        QFETCH(QString, action);
        QFETCH(QString, actor);
        QFETCH(QString, facts);
        QFETCH(bool, allowed);
        const std::unique_ptr<SqlStore> store = fullStore();
        QVERIFY(store);
        const Result<void> inserted = store->connection().execute(
            u"INSERT INTO events (case_id, sequence, action, at, actor, state_before, state_after, "
            "facts, hash) SELECT id, 8, '%1', '2026-11-22T00:00:00.000Z', '%2', 'closed', 'closed',"
            " '%3', %4 FROM cases WHERE uuid = '%5'"_s.arg(
                action,
                actor,
                facts,
                store->connection().pick(u"x'00'"_s, u"'\\x00'"_s),
                kLate.toText()));
        QCOMPARE(inserted.isOk(), allowed);
        QVERIFY(allowed || inserted.error().detail.contains(u"nobody judges their own work"_s));
    }
    void rulesCannotBeChanged()
    {
        const std::unique_ptr<SqlStore> store = fullStore();
        QVERIFY(store);
        QVERIFY(store->write(RuleBook{}));
        QVERIFY(store->write(WorkingCalendar{}));
        SqlConnection &connection = store->connection();
        for (const QString &table : {u"gridward_rule_books"_s, u"gridward_calendars"_s}) {
            QVERIFY(!connection.execute(u"UPDATE %1 SET content = 'x'"_s.arg(table)));
            QVERIFY(!connection.execute(u"DELETE FROM "_s + table));
            QVERIFY(!connection.execute(
                connection
                    .pick(u"INSERT OR REPLACE INTO %1 SELECT * FROM %1"_s,
                          u"INSERT INTO %1 SELECT * FROM %1 "
                          "ON CONFLICT (id) DO UPDATE SET content = excluded.content"_s)
                    .arg(table)));
        }
        QVERIFY(store->integrityFindings().value().isEmpty());
        QVERIFY(connection.execute(u"DROP TRIGGER rule_books_are_not_changed"_s +
                                   connection.pick({}, u" ON gridward_rule_books"_s)));
        QVERIFY(store->integrityFindings().value().join(u' ').contains(
            u"rule_books_are_not_changed"_s));
        QVERIFY(connection.execute(u"UPDATE gridward_rule_books SET content = 'x'"_s));
        QCOMPARE(store->ruleBooks().error().code, ErrorCode::Unreadable);
    }
    void whatIsDueIsFoundWithoutLookingAtTheRest()
    {
        qint64 small = 0;
        for (const int size : {300, 3000}) {
            const std::unique_ptr<SqlStore> store = fullStore(size);
            QVERIFY(store);
            // Everything will be due some day, and ten are now.
            QVERIFY(store->connection().execute(
                u"UPDATE cases SET next_at = '2030-01-01T00:00:00.000Z' WHERE is_open = 1"_s));
            QVERIFY(store->connection().execute(
                u"UPDATE cases SET next_at = '2026-01-01T00:00:00.000Z' WHERE id IN "
                "(SELECT id FROM cases WHERE is_open = 1 LIMIT 10)"_s));
            const SqlWork all(store->connection());
            QCOMPARE(store->cases().due(testStart(), 100).value().size(), 10);
            const qint64 steps = all.steps();
            QVERIFY(steps > 0 && steps < 200);
            small = size == 300 ? steps : small;
            QVERIFY2(steps <= small + 10, qPrintable(u"%1, %2"_s.arg(small).arg(steps)));
        }
    }
    void aCheckFindsWhoGotRoundIt()
    {
        const std::unique_ptr<SqlStore> store = fullStore();
        QVERIFY(store);
        QCOMPARE(findings(*store), QStringList());
        SqlConnection &connection = store->connection();
        QVERIFY(connection.execute(u"DROP TRIGGER events_keep_the_axes_apart"_s +
                                   connection.pick({}, u" ON events"_s)));
        const CaseId id = CaseId::make(testStart(), 3, 3);
        const QList<CaseStep> steps = lateHistory();
        QVERIFY(store->cases().add(id, steps.first()));
        for (int version = 1; version < steps.size(); ++version) {
            CaseStep step = steps.at(version);
            step.actor = version == 5 ? u"dispatcher1"_s : step.actor;
            QVERIFY(store->cases().append(id, version, step));
        }
        const QStringList found = findings(*store).filter(u"axes: "_s);
        QCOMPARE(found.size(), 1);
        QVERIFY(found.first().contains(u"dispatcher1"_s) && found.first().contains(u"event 6"_s) &&
                found.first().contains(u"event 3"_s));
    }
    void aCheckFindsAChangedProcess_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("another process") << u"UPDATE cases SET process = '{\"supervised\":true}'"_s;
        QTest::newRow("no process") << u"UPDATE cases SET process = NULL"_s;
        QTest::newRow("no JSON") << u"UPDATE cases SET process = 'x'"_s;
        QTest::newRow("overdue mark") << u"UPDATE cases SET overdue_at = NULL"_s;
        QTest::newRow("exempt") << u"UPDATE cases SET exempt = 1"_s;
    }
    void aCheckFindsAChangedProcess()
    {
        QFETCH(QString, sql);
        const std::unique_ptr<SqlStore> store = fullStore();
        QVERIFY(store);
        QVERIFY(store->connection().execute(sql));
        QVERIFY(!findings(*store).filter(u"row: "_s).isEmpty());
        // Lists and look-ups do not read it: the desk can go on.
        QVERIFY(store->cases().find(kLate));
        QCOMPARE(store->cases().list({}).value().size(), 22);
        if (sql.contains(u"'x'")) {
            QCOMPARE(store->cases().record(kLate).error().code, ErrorCode::Unreadable);
        }
    }
    void aCheckJudgesReasons_data()
    {
        QTest::addColumn<QString>("request");
        QTest::addColumn<QString>("state");
        QTest::addColumn<bool>("lawful");
        // Each follows a suspension that was asked for with a reason, or does not.
        QTest::newRow("granted as asked") << u"granted"_s << u"suspended"_s << true;
        QTest::newRow("denied") << u"denied"_s << u"at-unit"_s << true;
        QTest::newRow("nobody asked") << u"unasked"_s << u"suspended"_s << false;
        QTest::newRow("asked without a reason") << u"asked"_s << u"at-unit"_s << false;
    }
    void aCheckJudgesReasons()
    {
        QFETCH(QString, request);
        QFETCH(QString, state);
        QFETCH(bool, lawful);
        const std::unique_ptr<SqlStore> store = fullStore();
        QVERIFY(store);
        QList<CaseStep> steps = lateHistory().first(3);
        if (lawful) {
            CaseStep ask = stepBy(u"handler1"_s, CaseAction::Suspend, CaseState::AtUnit, 5);
            ask.facts = {{u"request"_s, u"asked"_s}};
            ask.note = u"等待材料"_s;
            steps.append(ask);
        }
        CaseStep decide = stepBy(u"dispatcher2"_s, CaseAction::Suspend, *caseStateFromId(state), 6);
        decide.facts = {{u"request"_s, request == "unasked"_L1 ? u"granted"_s : request}};
        steps.append(decide);
        Result<std::unique_ptr<CaseBatch>> batch = store->cases().beginBatch();
        QVERIFY(batch && batch.value()->add(CaseId::make(testStart(), 3, 3), steps) &&
                batch.value()->commit());
        const QStringList found = findings(*store);
        QVERIFY2(found.isEmpty() == lawful, qPrintable(found.join(u'\n')));
        QCOMPARE(found.filter(u"life-cycle: "_s).size(), lawful ? 0 : 1);
    }
};

/** What takes two programs on one store. */
class TestSharedGuards : public GuardsBench
{
    Q_OBJECT
private slots:
    void initTestCase_data() { addSharedStoreKinds(); }
    void aBatchIsNoWayRoundIt()
    {
        const std::unique_ptr<SqlStore> store = fullStore();
        QVERIFY(store);
        const CaseId id = CaseId::make(testStart(), 3, 3);
        for (const bool committed : {false, true}) {
            const Result<std::unique_ptr<CaseBatch>> batch = store->cases().beginBatch();
            QVERIFY(batch && batch.value()->add(id, lateHistory().first(5)));
            if (committed) {
                QVERIFY(batch.value()->commit());
            } else { // whoever writes a single step meanwhile is judged as ever
                const CaseStep own =
                    stepBy(u"handler1"_s, CaseAction::Appeal, CaseState::Closed, 200);
                QCOMPARE(store->cases().append(kLate, 7, own).error().code, ErrorCode::Refused);
            }
            // Kept or not, the guard is back before anybody else looks.
            const std::unique_ptr<SqlStore> other = StoreMaker::again(store->connection().path());
            QVERIFY(other);
            QVERIFY(other->integrityFindings().value().isEmpty());
        }
        QVERIFY(store->integrityFindings().value().isEmpty());
        const CaseStep own = stepBy(u"handler1"_s, CaseAction::Check, CaseState::PendingClose, 200);
        QCOMPARE(store->cases().append(id, 5, own).error().code, ErrorCode::Refused);
    }
};

class TestGuardMigration : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> mFolder;

    QString path(const QString &name) const { return mFolder->filePath(name); }
    /** A full store as the first version of this program wrote it: the log, and rows of fewer
     * columns.
     */
    QString oldStore(int more)
    {
        {
            const Result<std::unique_ptr<GeoPackageStore>> fresh =
                GeoPackageStore::create(path(u"new.gpkg"_s), smallInfo());
            if (!fresh || !fillStore(*fresh.value(), more)) {
                return {};
            }
        } // its journal is folded back
        Result<std::unique_ptr<GeoPackageStore>> made = GeoPackageStore::create(
            path(u"old.gpkg"_s), smallInfo(), geoPackageMigrations().first(1));
        if (!made) {
            return {};
        }
        const std::unique_ptr<GeoPackageStore> old = std::move(made).value();
        SqlConnection &connection = old->connection();
        // Of today's tables only the columns that there were then.
        bool filled = connection.execute(u"ATTACH '%1' AS new"_s.arg(path(u"new.gpkg"_s))).isOk();
        for (const char *table : {"divisions",
                                  "grids",
                                  "organisations",
                                  "catalogue",
                                  "filing_standards",
                                  "users",
                                  "cases",
                                  "events",
                                  "gridward_open_cases"}) {
            const QString name = QString::fromLatin1(table);
            const Result<QVariant> columns = connection.scalar(
                u"SELECT group_concat(name) FROM pragma_table_info('%1')"_s.arg(name));
            filled = filled && columns &&
                     connection.execute(u"INSERT INTO main.%1 (%2) SELECT %2 FROM new.%1"_s.arg(
                         name, columns.value().toString()));
        }
        filled = filled && connection.execute(u"DETACH new"_s) && old->publish();
        return filled ? path(u"old.gpkg"_s) : QString();
    }

private slots:
    void init() { mFolder = std::make_unique<QTemporaryDir>(); }

    void migratesCasesThatAreThere()
    {
        const QString file = oldStore(20);
        QVERIFY(!file.isEmpty());
        {
            SqlConnection old;
            QVERIFY(old.open(file));
            QCOMPARE(old.scalar(u"SELECT max(version) FROM gridward_schema"_s).value().toInt(), 1);
            QVERIFY(!old.execute(u"SELECT process FROM cases"_s));
        }
        const Result<std::unique_ptr<GeoPackageStore>> opened = GeoPackageStore::open(file);
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
        GeoPackageStore &store = *opened.value();
        QCOMPARE(QDir(mFolder->path()).entryList({u"old-schema1-*.gpkg"_s}).size(), 1);
        int visited = 0;
        QVERIFY(
            store.cases().visitRecords([&](const CaseRecord &record, const QList<CaseEvent> &log) {
                ++visited;
                return record == replayRecord(record.subject.id, log).value();
            }));
        QCOMPARE(visited, 22);
        const CaseRecord late = store.cases().record(kLate).value();
        QCOMPARE(late.subject.overdueAt, std::optional(testStart() + std::chrono::hours(1)));
        QCOMPARE(late.process.checkers, QStringList{u"checker1"_s});
        QVERIFY(store.cases().record(kImported).value().process == CaseProcess{});
        QCOMPARE(store.connection()
                     .scalar(u"SELECT count(*) FROM cases WHERE process IS NULL"_s)
                     .value()
                     .toInt(),
                 1);
        // What was migrated is what would have been written.
        const Result<std::unique_ptr<GeoPackageStore>> fresh =
            GeoPackageStore::open(path(u"new.gpkg"_s));
        QVERIFY(fresh);
        QVERIFY(late == fresh.value()->cases().record(kLate).value());
        QCOMPARE(findings(store), QStringList());
        QVERIFY(store.cases().append(
            kLate, 7, stepBy(u"filer1"_s, CaseAction::Archive, CaseState::Archived, 200)));
        QVERIFY(store.write(RuleBook{}));
    }
    void aDamagedLogDoesNotStopAMigration()
    {
        const QString file = oldStore(3);
        {
            SqlConnection old;
            QVERIFY(old.open(file));
            QVERIFY(old.execute(u"DROP TRIGGER events_are_not_changed"_s));
            QVERIFY(old.execute(u"UPDATE events SET facts = '{' WHERE action = 'close'"_s));
        }
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"log of a case is no history"_s));
        const Result<std::unique_ptr<GeoPackageStore>> opened = GeoPackageStore::open(file);
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
        QVERIFY(!opened.value()->cases().find(kLate).value().overdueAt);
        QVERIFY(!findings(*opened.value()).filter(u"chain: "_s).isEmpty());
    }
};

static const TestRegistration<TestStoreGuards> registration;
static const TestRegistration<TestSharedGuards> sharedRegistration;
static const TestRegistration<TestGuardMigration> migrationRegistration;

} // namespace gridward

#include "test_storeguards.moc"
