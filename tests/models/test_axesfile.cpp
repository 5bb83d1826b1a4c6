// SPDX-License-Identifier: GPL-3.0-or-later
// Nobody judges their own work, whoever writes to the file: what the guards of the schema stop,
// what a check finds where somebody took them away, and stores that are older or copied.
#include "models/service/storecheck.h"
#include "models/store/geopackagestore.h"
#include "tests/support/storebuilders.h"
#include "tests/support/testregistry.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace gridward {

class TestAxesFile : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> mFolder;
    CaseId mCase = CaseId::make(testStart(), 1, 1);

    QString path(const QString &name) const { return mFolder->filePath(name); }
    /** Closed: dispatched and handled by x (person P9), checked by c (P7), closed by f. */
    static QList<CaseStep> history()
    {
        QList<CaseStep> steps{reportStep(testStart())};
        const auto add =
            [&](const QString &actor, const QString &by, CaseAction action, CaseState to) {
                CaseStep step =
                    stepOf(action, to, testStart() + std::chrono::minutes(steps.size()));
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
    static bool fill(GeoPackageStore &store, const CaseId &id)
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
    std::unique_ptr<GeoPackageStore> made(const QString &name)
    {
        Result<std::unique_ptr<GeoPackageStore>> store =
            GeoPackageStore::create(path(name), smallInfo());
        if (!store || !fill(*store.value(), mCase)) {
            return nullptr;
        }
        return std::move(store).value();
    }
    static QString insertion(const QString &verb,
                             int sequence,
                             const QString &action,
                             const QString &actor,
                             const QString &facts)
    {
        return u"%1 INTO events (case_id, sequence, action, at, actor, state_before, state_after, "
               "facts, hash) SELECT id, %2, '%3', '2026-11-22T00:00:00.000Z', '%4', 'closed', "
               "'closed', '%5', x'00' FROM cases"_s.arg(verb)
                   .arg(sequence)
                   .arg(action, actor, facts);
    }
    static QStringList findings(Store &store)
    {
        QStringList messages;
        for (const CheckFinding &finding : checkStore(store, [](int) { return true; }).value()) {
            messages.append(finding.kind + u": "_s + finding.message);
        }
        return messages;
    }

private slots:
    void init() { mFolder = std::make_unique<QTemporaryDir>(); }
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
        const std::unique_ptr<GeoPackageStore> store = made(u"s.gpkg"_s);
        QVERIFY(store);
        QCOMPARE(findings(*store), QStringList());
        const Result<void> inserted =
            store->connection().execute(insertion(u"INSERT"_s, 7, action, actor, facts));
        QVERIFY2(inserted.isOk() == allowed,
                 inserted ? "was written" : qPrintable(inserted.error().detail));
        QVERIFY(allowed || inserted.error().detail.contains(u"nobody judges their own work"_s));
    }
    /** Names that came with a duplicate or from the case that this one is a part of. */
    void theGuardKnowsWhatCameFromAnotherCase()
    {
        const std::unique_ptr<GeoPackageStore> store = made(u"s.gpkg"_s);
        QVERIFY(store);
        SqlConnection &connection = store->connection();
        QVERIFY(connection.execute(insertion(
            u"INSERT"_s, 7, u"merge"_s, u"f"_s, u"{\"judges\":[\"P5\"],\"workers\":[\"P6\"]}"_s)));
        QVERIFY(!connection.execute(insertion(u"INSERT"_s, 8, u"check"_s, u"P6"_s, u""_s)));
        QVERIFY(!connection.execute(
            insertion(u"INSERT"_s, 8, u"accept"_s, u"y"_s, u"{\"by\":\"P5\"}"_s)));
        // A merge is neither work nor judgement of whoever merges.
        QVERIFY(connection.execute(insertion(u"INSERT"_s, 8, u"check"_s, u"P5"_s, u""_s)));
    }
    /** REPLACE deletes without asking the guards of deleting: nobody becomes another one so. */
    void nothingOfTheLogIsReplaced()
    {
        const std::unique_ptr<GeoPackageStore> store = made(u"s.gpkg"_s);
        QVERIFY(store);
        SqlConnection &connection = store->connection();
        for (const int sequence : {1, 3, 6}) {
            const Result<void> done = connection.execute(
                insertion(u"INSERT OR REPLACE"_s, sequence, u"urge"_s, u"y"_s, u""_s));
            QVERIFY(!done && done.error().detail.contains(u"events are never replaced"_s));
        }
        QVERIFY(!connection.execute(
            u"INSERT OR REPLACE INTO events SELECT id, case_id, sequence + 100, action, at, 'y', "
            "origin, state_before, state_after, note, facts, hash FROM events WHERE sequence = 3"_s));
        QVERIFY(!connection.execute(u"UPDATE events SET actor = 'y' WHERE sequence = 3"_s));
        QVERIFY(!connection.execute(u"DELETE FROM events WHERE sequence = 3"_s));
        QVERIFY(!connection.execute(u"REPLACE INTO events SELECT * FROM events"_s));
        QCOMPARE(findings(*store), QStringList());
    }
    /** Who owns the file can take the guard away: it is told, and so is what was written then. */
    void whatWasDoneWithoutTheGuardIsFound_data()
    {
        QTest::addColumn<QString>("instead");
        QTest::addColumn<QString>("told");
        QTest::newRow("gone") << QString() << u"is missing"_s;
        QTest::newRow("blunt")
            << u"CREATE TRIGGER events_keep_the_axes_apart BEFORE INSERT ON events WHEN 0\nBEGIN\n"
               "    SELECT 1;\nEND"_s
            << u"is not the one that the program made"_s;
    }
    void whatWasDoneWithoutTheGuardIsFound()
    {
        QFETCH(QString, instead);
        QFETCH(QString, told);
        const std::unique_ptr<GeoPackageStore> store = made(u"s.gpkg"_s);
        QVERIFY(store);
        SqlConnection &connection = store->connection();
        const QString guard =
            connection
                .scalar(
                    u"SELECT sql FROM sqlite_master WHERE name = 'events_keep_the_axes_apart'"_s)
                .value()
                .toString();
        QVERIFY(connection.execute(u"DROP TRIGGER events_keep_the_axes_apart"_s));
        if (!instead.isEmpty()) {
            QVERIFY(connection.execute(instead));
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
        QVERIFY(instead.isEmpty() ||
                connection.execute(u"DROP TRIGGER events_keep_the_axes_apart"_s));
        QVERIFY(connection.execute(guard));
        QCOMPARE(findings(*store).filter(u"damage: "_s), QStringList());
        QCOMPARE(findings(*store).filter(u"axes: "_s).size(), 1);
    }
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
            QVERIFY(connection.execute(insertion(u"INSERT"_s, 7, u"accept"_s, u"f"_s, u""_s)));
            connection.rollback();
        }
        for (const QString &name : {u"old.gpkg"_s, u"copy.gpkg"_s}) {
            const Result<std::unique_ptr<GeoPackageStore>> store =
                GeoPackageStore::open(path(name));
            QVERIFY(store);
            SqlConnection &connection = store.value()->connection();
            QVERIFY(!connection.execute(insertion(u"INSERT"_s, 7, u"accept"_s, u"f"_s, u""_s)));
            QVERIFY(!connection.execute(insertion(u"INSERT"_s, 7, u"check"_s, u"twin"_s, u""_s)));
            QCOMPARE(findings(*store.value()), QStringList());
        }
    }
};

static const TestRegistration<TestAxesFile> registration;

} // namespace gridward

#include "test_axesfile.moc"
