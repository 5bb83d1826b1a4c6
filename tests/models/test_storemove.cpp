// SPDX-License-Identifier: GPL-3.0-or-later
// A whole store moves: between kinds, with stops, and with somebody in between.
#include "models/store/auditstore.h"
#include "models/store/geopackagestore.h"
#include "models/store/postgisstore.h"
#include "models/store/storemove.h"
#include "models/store/unfinishedstore.h"
#include "tests/support/storebuilders.h"
#include "tests/support/storekinds.h"
#include "tests/support/testregistry.h"

#include <QSet>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr qint64 kFewRows = 16; ///< of a transaction: so that many tables take several

bool goOn(int, const QString &)
{
    return true;
}

/** Every table of a schema. */
QStringList tablesOf(SqlConnection &connection)
{
    Result<SqlStatement> prepared = connection.prepare(connection.pick(
        u"SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"_s,
        u"SELECT relname FROM pg_class WHERE relnamespace = 'gridward'::regnamespace "
        "AND relkind IN ('r', 'p') AND NOT relispartition ORDER BY relname"_s));
    SqlStatement statement = std::move(prepared).value();
    QStringList names;
    if (statement.run()) {
        while (statement.next()) {
            names.append(statement.text(0));
        }
    }
    return names;
}

bool isDerived(const QString &table)
{
    return std::ranges::any_of(derivedTables(), [&](const QString &name) {
        return name.endsWith(u'*') ? table.startsWith(name.chopped(1)) : table == name;
    });
}

/** What is hard to carry from one kind of store to another. */
bool fillOddly(SqlStore &store)
{
    SqlConnection &connection = store.connection();
    CaseStep report = reportStep(testStart() + std::chrono::hours(1));
    report.facts.insert(u"text"_s, u"a\tb\\N\nc\r\\ \\t 井盖 🕳 'quoted' \"twice\""_s);
    report.attachments = {
        {u"a.jpg"_s, u"image/jpeg"_s, QByteArray("\0\\x\n\t\xff\\.\r\x7f", 9)},
        {u"nothing.bin"_s, u"application/octet-stream"_s, QByteArray(70'000, '\t')}};
    Component component = smallComponents().first();
    component.code = u"odd"_s;
    component.place = {-0.1 + 0.3, 1.0 / 3.0};
    const QString when = u"'2026-01-31T23:59:59.007Z'"_s;
    return fillSmallDistrict(store) && store.write(smallPlaces()) &&
           store.write(smallComponents()) && store.write({component}) &&
           store.write(smallAddresses()) && addCases(store, 60) &&
           store.cases().add(CaseId::make(report.at, 3, 3), report) &&
           // A row may follow a later one, which is not there yet when the first is written.
           connection.transaction([&]() -> Result<void> {
               for (const QString &statement :
                    {u"INSERT INTO gridward_inbox (id, batch, source, row_key, channel, text, "
                     "longitude, changed_by, changed_at, change) VALUES (1, 'b', 's', 'k1', "
                     "'hotline', '\\.', 0.1, 'x', %1, 1), (50, 'b', 's', 'k50', 'hotline', '', "
                     "116.12345678901234, 'x', %1, 2)"_s.arg(when),
                     u"UPDATE gridward_inbox SET leader = 50, version = 2, change = 3 "
                     "WHERE id = 1"_s,
                     u"INSERT INTO gridward_drafts (\"user\", form, saved_at, content) "
                     "VALUES ('', '', %1, '\\\\')"_s.arg(when),
                     u"INSERT INTO gridward_sign_in (id, name_key) VALUES (1, %1)"_s.arg(
                         connection.pick(u"x'005c00'"_s, u"'\\x005c00'"_s))}) {
                   if (Result<void> run = connection.execute(statement); !run) {
                       return run;
                   }
               }
               return {};
           });
}

} // namespace

class TestStoreMove : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] std::unique_ptr<SqlStore> emptyStore(const QString &kind)
    {
        std::unique_ptr<Store> store = mMaker.empty(kind);
        return std::unique_ptr<SqlStore>(static_cast<SqlStore *>(store.release()));
    }
    [[nodiscard]] std::unique_ptr<SqlStore> oddStore(const QString &kind)
    {
        std::unique_ptr<SqlStore> store = emptyStore(kind);
        return store && fillOddly(*store) ? std::move(store) : nullptr;
    }
    /** A name under which nothing is yet. */
    [[nodiscard]] QString freeName(const QString &kind)
    {
        const QString name = u"moved%1"_s.arg(++mCount);
        if (kind == "file"_L1) {
            return mFolder.filePath(name + u".gpkg"_s);
        }
        PrivateServer *server = PrivateServer::instance();
        return server != nullptr && server->makeDatabase(name) ? server->url(name) : QString();
    }
    [[nodiscard]] static Result<std::unique_ptr<SqlStore>> opened(const QString &name)
    {
        if (name.startsWith("postgresql:"_L1)) {
            Result<std::unique_ptr<PostgisStore>> store = PostgisStore::open(name);
            return store ? Result<std::unique_ptr<SqlStore>>(std::move(store).value())
                         : Result<std::unique_ptr<SqlStore>>(store.error());
        }
        Result<std::unique_ptr<GeoPackageStore>> store = GeoPackageStore::open(name);
        return store ? Result<std::unique_ptr<SqlStore>>(std::move(store).value())
                     : Result<std::unique_ptr<SqlStore>>(store.error());
    }
    [[nodiscard]] static Result<MoveReport> move(SqlStore &from, const QString &to)
    {
        Result<MoveReport> report = StoreMove(from, goOn, kFewRows).run(to);
        if (!report) {
            qWarning() << report.error().message << report.error().detail;
        } else if (!report.value().isEqual()) {
            qWarning() << report.value().findings;
            for (const MovedProof &proof : report.value().tables) {
                if (!proof.isEqual()) {
                    qWarning() << proof.table << proof.from.rows << proof.to.rows;
                }
            }
        }
        return report;
    }
    /** The hash of each table that has rows. */
    [[nodiscard]] static QHash<QString, QByteArray> hashes(const MoveReport &report)
    {
        QHash<QString, QByteArray> all;
        for (const MovedProof &proof : report.tables) {
            all.insert(proof.table, proof.to.hash);
        }
        return all;
    }
    /** Copies so many transactions of a store and stops. */
    [[nodiscard]] static bool begin(SqlStore &from, const QString &to, int transactions)
    {
        const auto stop = [&](int, const QString &) { return --transactions > 0; };
        const Result<MoveReport> begun = StoreMove(from, stop, kFewRows).run(to);
        return !begun && begun.error().code == ErrorCode::Cancelled;
    }
    static void addKinds()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        for (const QString &from : {u"file"_s, u"server"_s}) {
            for (const QString &to : {u"file"_s, u"server"_s}) {
                QTest::newRow(qPrintable(from + u" to "_s + to)) << from << to;
            }
        }
    }

    StoreMaker mMaker;
    QTemporaryDir mFolder;
    int mCount = 0;

private slots:
    void everyTableIsTakenAlongOrKnowinglyLeft()
    {
        const std::unique_ptr<SqlStore> file = emptyStore(u"file"_s);
        const std::unique_ptr<SqlStore> server = emptyStore(u"server"_s);
        QVERIFY(file && server);
        QSet<QString> moved;
        for (const MovedTable &table : movedTables()) {
            const QString name = QString::fromLatin1(table.name);
            QVERIFY2(!moved.contains(name) && !isDerived(name), table.name);
            moved.insert(name);
            const Result<QList<MovedColumn>> here = movedColumns(file->connection(), table);
            const Result<QList<MovedColumn>> there = movedColumns(server->connection(), table);
            QVERIFY2(here && there && !here.value().isEmpty(), table.name);
            QVERIFY2(here.value() == there.value(), table.name);
        }
        for (SqlStore *store : {file.get(), server.get()}) {
            const QStringList tables = tablesOf(store->connection());
            QVERIFY(tables.size() > 50);
            for (const QString &table : tables) {
                QVERIFY2(moved.contains(table) != isDerived(table), qPrintable(table));
            }
            for (const QString &table : std::as_const(moved)) {
                QVERIFY2(tables.contains(table), qPrintable(table));
            }
        }
    }
    void aStoreMovesThereAndBack_data() { addKinds(); }
    void aStoreMovesThereAndBack()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        const std::unique_ptr<SqlStore> store = oddStore(from);
        QVERIFY(store);
        const QString there = freeName(to);
        const Result<MoveReport> first = move(*store, there);
        QVERIFY(first && first.value().isEqual());
        QCOMPARE(first.value().chains, 61);
        QVERIFY(!first.value().wasResumed && !first.value().hasGoneOn);
        const Result<std::unique_ptr<SqlStore>> copy = opened(there);
        QVERIFY(copy);
        QVERIFY(copy.value()->info() == store->info());
        const QString back = freeName(from);
        const Result<MoveReport> second = move(*copy.value(), back);
        QVERIFY(second && second.value().isEqual());
        QVERIFY(hashes(first.value()) == hashes(second.value()));
        // Said by others than who copied it.
        QList<CaseRecord> records;
        QList<QList<CaseEvent>> logs;
        QVERIFY(store->cases().visitRecords(
            [&](const CaseRecord &record, const QList<CaseEvent> &events) {
                records.append(record);
                logs.append(events);
                return true;
            }));
        qsizetype at = 0;
        QVERIFY(copy.value()->cases().visitRecords(
            [&](const CaseRecord &record, const QList<CaseEvent> &events) {
                const bool isSame = record == records.value(at) && events == logs.value(at);
                at += isSame ? 1 : 0;
                return isSame;
            }));
        QCOMPARE(at, 61);
        const CaseId odd = records.last().subject.id;
        const QList<Attachment> evidence = store->cases().attachments(odd).value();
        QCOMPARE(evidence.size(), 2);
        const QList<Attachment> copied = copy.value()->cases().attachments(odd).value();
        QVERIFY(copied.value(0).content == evidence.at(0).content &&
                copied.value(1).content == evidence.at(1).content);
        QVERIFY(copy.value()->components({}).value() == store->components({}).value());
        QVERIFY(copy.value()->grids().value() == store->grids().value());
        QVERIFY(copy.value()->cases().openByUnit().value() == store->cases().openByUnit().value());
    }
    void theCopyGoesOnAsTheStoreWould_data() { addKinds(); }
    void theCopyGoesOnAsTheStoreWould()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        const std::unique_ptr<SqlStore> store = oddStore(from);
        QVERIFY(store);
        const QString there = freeName(to);
        QVERIFY(move(*store, there));
        const Result<std::unique_ptr<SqlStore>> copy = opened(there);
        QVERIFY(copy);
        const Instant later = testStart() + std::chrono::hours(2);
        const CaseId id = CaseId::make(later, 1, 1);
        const QString number = store->cases().add(id, reportStep(later)).value().number;
        QCOMPARE(copy.value()->cases().add(id, reportStep(later)).value().number, number);
        const CaseId first = CaseId::make(testStart(), 0, 0);
        const CaseStep filed = stepOf(CaseAction::File, CaseState::Filed, later);
        QVERIFY(copy.value()->cases().append(first, 1, filed));
        Component component = smallComponents().first();
        component.code = u"another"_s;
        QVERIFY(copy.value()->write({component}));
        QVERIFY(copy.value()->components({}).value().size() ==
                store->components({}).value().size() + 1);
        PlaceQuery near;
        near.extent = GeoExtent{component.place.longitude - 0.001,
                                component.place.latitude - 0.001,
                                component.place.longitude + 0.001,
                                component.place.latitude + 0.001};
        QVERIFY(copy.value()->components(near).value().size() ==
                store->components(near).value().size() + 1);
        PlaceQuery named;
        named.text = smallAddresses().first().text;
        QVERIFY(copy.value()->addresses(named).value() == store->addresses(named).value());
        // The guards stand again.
        QVERIFY(copy.value()->integrityFindings().value().isEmpty());
        QVERIFY(!copy.value()->connection().execute(
            u"INSERT INTO events (case_id, sequence, action, at, actor, state_after, hash) "
            "SELECT case_id, sequence, action, at, 'x', state_after, hash FROM events"_s));
        QVERIFY(!copy.value()->connection().execute(u"UPDATE events SET note = 'x'"_s));
    }
    void whoStopsGoesOn_data() { addKinds(); }
    void whoStopsGoesOn()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        const std::unique_ptr<SqlStore> store = oddStore(from);
        QVERIFY(store);
        const QString there = freeName(to);
        int tries = 0;
        while (begin(*store, there, 12 * (tries + 1))) { // further each time
            ++tries;
            QVERIFY(tries < 50);
            const Result<std::unique_ptr<SqlStore>> early = opened(there);
            QVERIFY(!early);
            QCOMPARE(early.error().code, ErrorCode::NotFound);
        }
        QVERIFY2(tries > 2, qPrintable(QString::number(tries)));
        const Result<std::unique_ptr<SqlStore>> copy = opened(there);
        QVERIFY2(copy, copy ? "" : qPrintable(copy.error().message));
        const Result<MoveReport> back = move(*copy.value(), freeName(from));
        const Result<MoveReport> whole = move(*store, freeName(to));
        QVERIFY(back && whole && hashes(back.value()) == hashes(whole.value()));
        const Result<MoveReport> again = StoreMove(*store, goOn).run(there);
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::Conflict);
    }
    void twoStatesAreNeverMixed_data() { addKinds(); }
    void twoStatesAreNeverMixed()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        const Instant later = testStart() + std::chrono::hours(3);
        const QList<std::function<bool(SqlStore &)>> changes{
            [&](SqlStore &store) {
                return store.cases().add(CaseId::make(later, 9, 9), reportStep(later)).isOk();
            },
            [](SqlStore &store) {
                return store.connection()
                    .execute(u"UPDATE divisions SET population = population + 1 WHERE code = "
                             "'110101'"_s)
                    .isOk();
            }};
        for (const auto &change : changes) {
            const std::unique_ptr<SqlStore> store = oddStore(from);
            QVERIFY(store);
            const QString there = freeName(to);
            QVERIFY(begin(*store, there, 30));
            QVERIFY(change(*store));
            const Result<MoveReport> refused = StoreMove(*store, goOn).run(there);
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::Conflict);
            QVERIFY(!opened(there));
            QVERIFY(UnfinishedStore::discard(there));
            const Result<MoveReport> anew = move(*store, there);
            QVERIFY(anew && anew.value().isEqual() && !anew.value().wasResumed);
            QVERIFY(opened(there));
        }
    }
    void whatSigningInWritesIsNoOtherState_data() { addKinds(); }
    void whatSigningInWritesIsNoOtherState()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        const std::unique_ptr<SqlStore> store = oddStore(from);
        QVERIFY(store);
        const QString there = freeName(to);
        // As far as the last table; then who goes on proves who they are.
        int calls = 0;
        const auto stop = [&](int, const QString &words) {
            ++calls;
            return !words.contains("gridward_changes"_L1);
        };
        QVERIFY(!StoreMove(*store, stop, kFewRows).run(there));
        for (const QString &statement : {u"INSERT INTO gridward_failures (mark, count, last_at) "
                                         "VALUES ('m', 1, '2026-01-01T00:00:00.000Z')"_s,
                                         u"UPDATE gridward_sign_in SET name_key = %1"_s.arg(
                                             store->connection().pick(u"x'01'"_s, u"'\\x01'"_s)),
                                         u"UPDATE gridward_changes SET count = count + 1"_s}) {
            QVERIFY(store->connection().execute(statement));
        }
        AuditEntry entry;
        entry.at = testStart();
        entry.actor = u"admin1"_s;
        QVERIFY(store->audit().append(entry));
        const Result<MoveReport> done = move(*store, there);
        QVERIFY(done && done.value().isEqual() && done.value().wasResumed);
    }
    void whatSomebodyChangesInTheCopyIsFound_data() { addKinds(); }
    void whatSomebodyChangesInTheCopyIsFound()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        const std::unique_ptr<SqlStore> store = oddStore(from);
        QVERIFY(store);
        const QString there = freeName(to);
        QVERIFY(begin(*store, there, 40));
        {
            SqlConnection connection;
            QVERIFY(to == "file"_L1 ? connection.open(there + u".part"_s)
                                    : connection.openServer(there));
            QVERIFY(connection.execute(u"UPDATE divisions SET name = 'x' WHERE code = '110101'"_s));
        }
        const Result<MoveReport> report = StoreMove(*store, goOn).run(there);
        QVERIFY(report && !report.value().isEqual());
        for (const MovedProof &proof : report.value().tables) {
            QCOMPARE(proof.isEqual(), proof.table != "divisions"_L1);
        }
        QVERIFY(!opened(there));
        // Nor is what was changed there taken for the store later on.
        const Result<MoveReport> again = StoreMove(*store, goOn).run(there);
        QVERIFY(again && !again.value().isEqual());
    }
    void aBrokenLogIsTold_data() { addKinds(); }
    void aBrokenLogIsTold()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        const std::unique_ptr<SqlStore> store = oddStore(from);
        QVERIFY(store);
        for (const QString &statement :
             {store->connection().pick(u"DROP TRIGGER events_are_not_changed"_s,
                                       u"ALTER TABLE events DISABLE TRIGGER USER"_s),
              u"UPDATE events SET note = 'x' WHERE sequence = 1 AND case_id = (SELECT max(id) "
              "FROM cases)"_s}) {
            QVERIFY(store->connection().execute(statement));
        }
        const QString there = freeName(to);
        const Result<MoveReport> report = StoreMove(*store, goOn).run(there);
        QVERIFY(report && !report.value().isEqual());
        QCOMPARE(report.value().findings.size(), 1);
        QVERIFY(std::ranges::all_of(report.value().tables, &MovedProof::isEqual));
        QVERIFY(!opened(there));
    }
    void whatIsWrittenMeanwhileIsNotInTheCopy_data() { addKinds(); }
    void whatIsWrittenMeanwhileIsNotInTheCopy()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        const std::unique_ptr<SqlStore> store = oddStore(from);
        QVERIFY(store);
        const Result<std::unique_ptr<SqlStore>> other = opened(store->connection().path());
        QVERIFY(other);
        const Instant later = testStart() + std::chrono::hours(3);
        bool isWritten = false;
        const auto write = [&](int, const QString &) {
            isWritten = isWritten ||
                        other.value()->cases().add(CaseId::make(later, 9, 9), reportStep(later));
            return isWritten;
        };
        const QString there = freeName(to);
        const Result<MoveReport> report = StoreMove(*store, write, kFewRows).run(there);
        QVERIFY(report && report.value().isEqual() && report.value().hasGoneOn);
        QCOMPARE(report.value().chains, 61);
        QVERIFY(!opened(there).value()->cases().find(CaseId::make(later, 9, 9)));
        QVERIFY(store->cases().find(CaseId::make(later, 9, 9)));
    }
    void oneAtATime()
    {
        const std::unique_ptr<SqlStore> store = oddStore(u"file"_s);
        QVERIFY(store);
        const QString there = freeName(u"file"_s);
        bool isRefused = false;
        const auto second = [&](int, const QString &) {
            const Result<std::unique_ptr<UnfinishedStore>> other = UnfinishedStore::open(there);
            isRefused = !other && other.error().code == ErrorCode::Unreachable;
            return false;
        };
        QVERIFY(!StoreMove(*store, second, kFewRows).run(there));
        QVERIFY(isRefused);
    }
    void whatIsInTheWayIsLeftAlone()
    {
        const std::unique_ptr<SqlStore> store = oddStore(u"file"_s);
        QVERIFY(store);
        const QString there = freeName(u"file"_s);
        QFile other(there + u".part"_s);
        QVERIFY(other.open(QIODevice::WriteOnly) && other.write("mine") == 4);
        other.close();
        QVERIFY(!StoreMove(*store, goOn).run(there));
        QVERIFY(!UnfinishedStore::discard(there));
        QVERIFY(other.open(QIODevice::ReadOnly) && other.readAll() == "mine");
        const std::unique_ptr<SqlStore> whole = emptyStore(u"server"_s);
        QVERIFY(whole);
        const QString url = whole->connection().path();
        QVERIFY(UnfinishedStore::discard(url)); // nothing of the kind: nothing is taken away
        const Result<MoveReport> refused = StoreMove(*store, goOn).run(url);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QVERIFY(opened(url));
    }
};

static const TestRegistration<TestStoreMove> registration;

} // namespace gridward

#include "test_storemove.moc"
