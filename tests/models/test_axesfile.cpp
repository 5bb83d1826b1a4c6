// SPDX-License-Identifier: GPL-3.0-or-later
// Nobody judges their own work, whoever writes to the store: what the guards of the schema stop,
// what a check finds where somebody took them away, and files that are older or copied.
#include "models/service/storecheck.h"
#include "models/store/geopackagestore.h"
#include "tests/support/storebuilders.h"
#include "tests/support/storekinds.h"
#include "tests/support/testregistry.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

/** Closed: dispatched and handled by x (person P9), checked by c (P7), closed by f. */
QList<CaseStep> history()
{
    QList<CaseStep> steps{reportStep(testStart())};
    const auto add = [&](const QString &actor, const QString &by, CaseAction action, CaseState to) {
        CaseStep step = stepOf(action, to, testStart() + std::chrono::minutes(steps.size()));
        step.actor = actor;
        if (!by.isEmpty()) {
            step.facts.insert(u"by"_s, by);
        }
        steps.append(step);
    };
    add(u"f"_s, {}, CaseAction::File, CaseState::Filed);
    add(u"x"_s, u"P9"_s, CaseAction::Dispatch, CaseState::AtUnit);
    add(u"x"_s, u"P9"_s, CaseAction::Handle, CaseState::FedBack);
    add(u"c"_s, u"P7"_s, CaseAction::Check, CaseState::PendingClose);
    add(u"f"_s, {}, CaseAction::Close, CaseState::Closed);
    return steps;
}

bool fill(SqlStore &store, const CaseId &id)
{
    if (!fillSmallDistrict(store) || !store.cases().add(id, history().first())) {
        return false;
    }
    for (int version = 1; version < history().size(); ++version) {
        if (!store.cases().append(id, version, history().at(version))) {
            return false;
        }
    }
    User twin;
    twin.name = u"twin"_s;
    twin.person = u"P9"_s;
    twin.role = u"checker"_s;
    return store.write(QList<User>{twin}).isOk() && store.publish().isOk();
}

/** Whoever can write to the store without this program. */
Result<void> insert(SqlStore &store,
                    int sequence,
                    const QString &action,
                    const QString &actor,
                    const QString &facts,
                    bool replace = false)
{
    SqlConnection &connection = store.connection();
    const bool isServer = connection.isServer();
    return connection.execute(
        u"INSERT %1 INTO events (case_id, sequence, action, at, actor, state_before, state_after, "
        "facts, hash) SELECT id, %2, '%3', '2026-11-22T00:00:00.000Z', '%4', 'closed', "
        "'closed', '%5', %6 FROM cases %7"_s.arg(replace && !isServer ? u"OR REPLACE"_s : QString())
            .arg(sequence)
            .arg(action,
                 actor,
                 facts,
                 connection.pick(u"x'00'"_s, u"'\\x00'"_s),
                 replace && isServer
                     ? u"ON CONFLICT (case_id, sequence) DO UPDATE SET actor = excluded.actor"_s
                     : QString()));
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

class TestAxesGuards : public QObject
{
    Q_OBJECT
private:
    StoreMaker mMaker;
    CaseId mCase = CaseId::make(testStart(), 1, 1);

    std::unique_ptr<SqlStore> made()
    {
        QFETCH_GLOBAL(QString, kind);
        std::unique_ptr<SqlStore> store = mMaker.empty(kind);
        return store && fill(*store, mCase) ? std::move(store) : nullptr;
    }

private slots:
    void initTestCase_data() { addStoreKinds(); }
    void theGuardKnowsThePerson_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("actor");
        QTest::addColumn<QString>("facts");
        QTest::addColumn<bool>("allowed");
        QTest::newRow("the account") << u"close"_s << u"x"_s << u""_s << false;
        QTest::newRow("the person named") << u"close"_s << u"y"_s << u"{\"by\":\"P9\"}"_s << false;
        QTest::newRow("another account of theirs, the person left out")
            << u"check"_s << u"twin"_s << u""_s << false;
        QTest::newRow("an account called as the person is")
            << u"check"_s << u"P9"_s << u""_s << false;
        QTest::newRow("whoever checked dispatches") << u"dispatch"_s << u"c"_s << u""_s << false;
        QTest::newRow("whoever closed accepts") << u"accept"_s << u"f"_s << u""_s << false;
        QTest::newRow("asks for an appeal")
            << u"appeal"_s << u"x"_s << u"{\"request\":\"asked\"}"_s << true;
        QTest::newRow("grants it")
            << u"appeal"_s << u"x"_s << u"{\"request\":\"granted\"}"_s << false;
        QTest::newRow("somebody else closes") << u"close"_s << u"z"_s << u""_s << true;
        QTest::newRow("somebody else dispatches") << u"dispatch"_s << u"z"_s << u""_s << true;
    }
    void theGuardKnowsThePerson()
    {
        QFETCH(QString, action);
        QFETCH(QString, actor);
        QFETCH(QString, facts);
        QFETCH(bool, allowed);
        const std::unique_ptr<SqlStore> store = made();
        QVERIFY(store);
        QCOMPARE(findings(*store), QStringList());
        const Result<void> inserted = insert(*store, 7, action, actor, facts);
        QVERIFY2(inserted.isOk() == allowed,
                 inserted ? "was written" : qPrintable(inserted.error().detail));
        QVERIFY(allowed || inserted.error().detail.contains(u"nobody judges their own work"_s));
    }
    /** Names that came with a duplicate or from the case that this one is a part of. */
    void theGuardKnowsWhatCameFromAnotherCase()
    {
        const std::unique_ptr<SqlStore> store = made();
        QVERIFY(store);
        QVERIFY(
            insert(*store, 7, u"merge"_s, u"f"_s, u"{\"judges\":[\"P5\"],\"workers\":[\"P6\"]}"_s));
        QVERIFY(!insert(*store, 8, u"check"_s, u"P6"_s, u""_s));
        QVERIFY(!insert(*store, 8, u"accept"_s, u"y"_s, u"{\"by\":\"P5\"}"_s));
        // A merge is neither work nor judgement of whoever merges.
        QVERIFY(insert(*store, 8, u"check"_s, u"P5"_s, u""_s));
    }
    /** REPLACE deletes without asking the guards of deleting: nobody becomes another one so. */
    void nothingOfTheLogIsReplaced()
    {
        const std::unique_ptr<SqlStore> store = made();
        QVERIFY(store);
        SqlConnection &connection = store->connection();
        for (const int sequence : {1, 3, 6}) {
            const Result<void> done = insert(*store, sequence, u"urge"_s, u"y"_s, u""_s, true);
            QVERIFY(!done && done.error().detail.contains(u"events are never replaced"_s));
        }
        QVERIFY(!connection.execute(connection.pick(
            u"INSERT OR REPLACE INTO events SELECT id, case_id, sequence + 100, action, at, 'y', "
            "origin, state_before, state_after, note, facts, hash FROM events WHERE sequence = 3"_s,
            u"INSERT INTO events SELECT * FROM events WHERE sequence = 3 "
            "ON CONFLICT (case_id, sequence) DO UPDATE SET sequence = excluded.sequence + 100"_s)));
        QVERIFY(!connection.execute(u"UPDATE events SET actor = 'y' WHERE sequence = 3"_s));
        QVERIFY(!connection.execute(u"DELETE FROM events WHERE sequence = 3"_s));
        QVERIFY(!connection.execute(
            connection.pick(u"REPLACE INTO events SELECT * FROM events"_s,
                            u"INSERT INTO events SELECT * FROM events ON CONFLICT (case_id, "
                            "sequence) DO UPDATE SET actor = 'y'"_s)));
        QCOMPARE(findings(*store), QStringList());
    }
    /** Who owns the store can take the guard away: it is told, and so is what was written then. */
    void whatWasDoneWithoutTheGuardIsFound_data()
    {
        QTest::addColumn<bool>("isThere");
        QTest::addColumn<QString>("told");
        QTest::newRow("gone") << false << u"is missing"_s;
        QTest::newRow("blunt") << true << u"is not the one that the program made"_s;
    }
    void whatWasDoneWithoutTheGuardIsFound()
    {
        QFETCH(bool, isThere);
        QFETCH(QString, told);
        const std::unique_ptr<SqlStore> store = made();
        QVERIFY(store);
        SqlConnection &connection = store->connection();
        const QString guard =
            connection
                .scalar(connection.pick(
                    u"SELECT sql FROM sqlite_master WHERE name = 'events_keep_the_axes_apart'"_s,
                    u"SELECT pg_get_triggerdef(t.oid) || ';' || pg_get_functiondef(t.tgfoid) "
                    "FROM pg_trigger AS t WHERE tgname = 'events_keep_the_axes_apart' "
                    "AND tgrelid = 'events'::regclass"_s))
                .value()
                .toString();
        const QString drop =
            u"DROP TRIGGER events_keep_the_axes_apart"_s + connection.pick({}, u" ON events"_s);
        QVERIFY(connection.execute(drop));
        if (isThere) {
            QVERIFY(connection.execute(connection.pick(
                u"CREATE TRIGGER events_keep_the_axes_apart BEFORE INSERT ON events WHEN 0\n"
                "BEGIN\n    SELECT 1;\nEND"_s,
                u"CREATE TRIGGER events_keep_the_axes_apart BEFORE INSERT ON events "
                "FOR EACH ROW WHEN (false) EXECUTE FUNCTION gridward_axes()"_s)));
        }
        // With a chain that holds, as a program of one's own could write it.
        CaseStep own =
            stepOf(CaseAction::Appeal, CaseState::Closed, testStart() + std::chrono::hours(1));
        own.actor = u"twin"_s;
        own.note = u"why"_s;
        own.facts = {{u"request"_s, u"granted"_s}};
        QVERIFY(store->cases().append(mCase, 6, own));
        const QStringList found = findings(*store);
        QVERIFY2(!found.filter(told).isEmpty(), qPrintable(found.join(u'\n')));
        QCOMPARE(found.filter(u"axes: "_s).size(), 1);
        QVERIFY(found.filter(u"axes: "_s).first().contains(u"twin"_s));
        // The guard is put back: what was written stays found.
        QVERIFY(!isThere || connection.execute(drop));
        QVERIFY(connection.execute(guard));
        QCOMPARE(findings(*store).filter(u"damage: "_s), QStringList());
        QCOMPARE(findings(*store).filter(u"axes: "_s).size(), 1);
    }
};

/** A server's guards are two things: what calls, and what is called. */
class TestServerGuards : public QObject
{
    Q_OBJECT
private slots:
    void everyWayRoundIsTold_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("told");
        const QString another = u"is not the one that the program made"_s;
        QTest::newRow("whole") << QString() << QString();
        QTest::newRow("another function")
            << u"CREATE FUNCTION blind() RETURNS trigger LANGUAGE plpgsql AS "
               "$$ BEGIN RETURN NEW; END $$; "
               "CREATE OR REPLACE TRIGGER cases_are_not_deleted BEFORE DELETE ON cases "
               "FOR EACH ROW EXECUTE FUNCTION blind()"_s
            << another;
        QTest::newRow("a hollow function")
            << u"CREATE OR REPLACE FUNCTION gridward_axes() RETURNS trigger LANGUAGE plpgsql AS "
               "$$ BEGIN RETURN NEW; END $$"_s
            << another;
        QTest::newRow("another condition")
            << u"CREATE OR REPLACE TRIGGER inbox_that_ended_stays BEFORE UPDATE ON gridward_inbox "
               "FOR EACH ROW WHEN (OLD.state IN ('registered')) "
               "EXECUTE FUNCTION gridward_refuse('a row of the inbox that became a case stays as "
               "it is')"_s
            << another;
        QTest::newRow("asleep") << u"ALTER TABLE audit_log DISABLE TRIGGER ALL"_s
                                << u"is switched off"_s;
        QTest::newRow("asleep in one part")
            << u"DO $$ BEGIN EXECUTE (SELECT 'ALTER TABLE ' || min(inhrelid)::regclass || "
               "' DISABLE TRIGGER events_are_not_changed' FROM pg_inherits "
               "WHERE inhparent = 'events'::regclass); END $$"_s
            << u"“events_are_not_changed” of the store is switched off"_s;
    }
    void everyWayRoundIsTold()
    {
        QFETCH(QString, sql);
        QFETCH(QString, told);
        StoreMaker maker;
        const std::unique_ptr<SqlStore> store = maker.empty(u"server"_s);
        QVERIFY(store);
        if (!sql.isEmpty()) {
            const Result<void> done = store->connection().execute(sql);
            QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
        }
        const QStringList found = store->integrityFindings().value();
        QVERIFY2(found.isEmpty() == told.isEmpty(), qPrintable(found.join(u'\n')));
        QVERIFY2(told.isEmpty() || !found.filter(told).isEmpty(), qPrintable(found.join(u'\n')));
    }
};

class TestAxesFile : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir mFolder;
    CaseId mCase = CaseId::make(testStart(), 1, 1);

    QString path(const QString &name) const { return mFolder.filePath(name); }

private slots:
    /** An older store gets the guard of today; a copy has it. */
    void olderAndCopiedStoresAreGuarded()
    {
        QList<Migration> older = geoPackageMigrations();
        while (older.last().version >= 16) {
            older.removeLast();
        }
        {
            Result<std::unique_ptr<GeoPackageStore>> old =
                GeoPackageStore::create(path(u"old.gpkg"_s), smallInfo(), older);
            QVERIFY(old && fill(*old.value(), mCase));
            QVERIFY(
                old.value()->connection().execute(u"VACUUM INTO '%1'"_s.arg(path(u"copy.gpkg"_s))));
            // Of that day: nobody stopped whoever had closed a case from taking it in hand.
            SqlConnection &connection = old.value()->connection();
            QVERIFY(connection.begin());
            QVERIFY(insert(*old.value(), 7, u"accept"_s, u"f"_s, u""_s));
            connection.rollback();
        }
        for (const QString &name : {u"old.gpkg"_s, u"copy.gpkg"_s}) {
            const Result<std::unique_ptr<GeoPackageStore>> store =
                GeoPackageStore::open(path(name));
            QVERIFY(store);
            QVERIFY(!insert(*store.value(), 7, u"accept"_s, u"f"_s, u""_s));
            QVERIFY(!insert(*store.value(), 7, u"check"_s, u"twin"_s, u""_s));
            QCOMPARE(findings(*store.value()), QStringList());
        }
    }
};

static const TestRegistration<TestAxesGuards> guards;
static const TestRegistration<TestServerGuards> serverGuards;
static const TestRegistration<TestAxesFile> files;

} // namespace gridward

#include "test_axesfile.moc"
