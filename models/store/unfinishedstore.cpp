// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/unfinishedstore.h"

#include "models/store/geopackageblob.h"
#include "models/store/geopackagestore.h"
#include "models/store/layerstyles.h"
#include "models/store/postgisstore.h"
#include "models/store/schemamigrations.h"
#include "models/store/storelocation.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(StoreMove)
};

constexpr qint64 kMoveLock = 0x6772'6d76; ///< of advisory locks: "grmv"
constexpr int kMostParts = 120;           ///< months; what is older lies together
constexpr int kLongestWait = 20'000;      ///< milliseconds, for whoever was killed to be gone

/** Of the triggers that both kinds have by the same names. */
const QStringList kLifted{u"events_are_not_replaced"_s,
                          u"events_keep_the_axes_apart"_s,
                          u"sampling_results_are_by_others"_s};

QString partOf(const QString &name)
{
    return name + u".part"_s;
}

Result<void> runAll(SqlConnection &connection, const QStringList &statements)
{
    for (const QString &statement : statements) {
        if (Result<void> run = connection.execute(statement); !run) {
            return run;
        }
    }
    return {};
}

/** What a store that was made just now says of itself goes; how far the copy is comes. */
Result<void> markUnfinished(SqlConnection &connection)
{
    return runAll(connection,
                  {connection.pick(u"CREATE TABLE gridward_move (name TEXT PRIMARY KEY, "
                                   "last_key INTEGER NOT NULL, row_count INTEGER NOT NULL, "
                                   "hash BLOB NOT NULL)"_s,
                                   u"CREATE TABLE gridward.gridward_move (name text PRIMARY KEY, "
                                   "last_key bigint NOT NULL, row_count bigint NOT NULL, "
                                   "hash bytea NOT NULL)"_s),
                   u"DELETE FROM gridward_store"_s,
                   u"DELETE FROM gridward_changes"_s});
}

/** As long as the connection: with a killed program the server lets it go. */
Result<void> lockServer(SqlConnection &connection)
{
    (void)connection.execute(u"SET lock_timeout TO %1"_s.arg(kLongestWait));
    const Result<void> locked = connection.execute(u"SELECT pg_advisory_lock(%1)"_s.arg(kMoveLock));
    (void)connection.execute(u"SET lock_timeout TO 0"_s);
    return locked ? Result<void>()
                  : Result<void>(Error{ErrorCode::Unreachable,
                                       Words::tr("Another “gridward migrate” is writing into this "
                                                 "database. Wait until it is done."),
                                       locked.error().detail});
}

Result<std::unique_ptr<SqlStore>> openServer(const QString &url)
{
    Result<std::unique_ptr<PostgisStore>> begun = PostgisStore::openUnfinished(url);
    if (!begun && begun.error().code == ErrorCode::NotFound) {
        begun = PostgisStore::createUnfinished(url, markUnfinished);
        if (begun) {
            if (const Result<void> published = begun.value()->publish(); !published) {
                return published.error();
            }
        }
    }
    if (!begun) {
        return begun.error();
    }
    SqlConnection &connection = begun.value()->connection();
    for (const Result<void> &step : {lockServer(connection),
                                     // Rows and the note of them are lost together, or not at all.
                                     connection.execute(u"SET synchronous_commit TO off"_s)}) {
        if (!step) {
            return step.error();
        }
    }
    return std::unique_ptr<SqlStore>(std::move(begun).value());
}

Result<std::unique_ptr<SqlStore>> openFile(const QString &name)
{
    if (QFileInfo::exists(name)) {
        // It may have its name already, and lack only the last step.
        Result<std::unique_ptr<GeoPackageStore>> named = GeoPackageStore::openUnfinished(name);
        if (named) {
            return std::unique_ptr<SqlStore>(std::move(named).value());
        }
        return Error{ErrorCode::Conflict,
                     Words::tr("There is a file “%1” already; it was left alone. Name another, or "
                               "move that one away.")
                         .arg(name),
                     named.error().message};
    }
    const QString path = partOf(name);
    if (!QFileInfo::exists(path)) {
        Result<std::unique_ptr<GeoPackageStore>> made = GeoPackageStore::create(path, {});
        if (!made) {
            return made.error();
        }
        for (const Result<void> &step :
             {markUnfinished(made.value()->connection()), made.value()->publish()}) {
            if (!step) {
                return step.error();
            }
        }
    }
    Result<std::unique_ptr<GeoPackageStore>> opened = GeoPackageStore::openUnfinished(path);
    if (!opened && opened.error().code == ErrorCode::NotFound) {
        return Error{ErrorCode::Conflict,
                     Words::tr("“%1” is in the way: it is no unfinished copy of a store. Move it "
                               "away, or name another store.")
                         .arg(path),
                     {}};
    }
    if (!opened) {
        return opened.error();
    }
    // Large transactions, one after another; what a power cut takes of them it takes whole.
    for (const QString &pragma : {u"PRAGMA cache_size=-262144"_s,
                                  u"PRAGMA wal_autocheckpoint=16384"_s,
                                  u"PRAGMA synchronous=NORMAL"_s}) {
        if (const Result<void> set = opened.value()->connection().execute(pragma); !set) {
            return set.error();
        }
    }
    return std::unique_ptr<SqlStore>(std::move(opened).value());
}

Result<std::unique_ptr<QLockFile>> lockFile(const QString &name)
{
    auto lock = std::make_unique<QLockFile>(partOf(name) + u"-lock"_s);
    lock->setStaleLockTime(0); // a long copy is no stale one; a killed program's is
    if (lock->tryLock()) {
        return lock;
    }
    return lock->error() == QLockFile::LockFailedError
               ? Error{ErrorCode::Unreachable,
                       Words::tr("Another “gridward migrate” is writing “%1”. Wait until it is "
                                 "done.")
                           .arg(name),
                       {}}
               : Error{ErrorCode::Refused,
                       Words::tr("“%1” cannot be made. Ask for write permission for the folder.")
                           .arg(partOf(name)),
                       {}};
}

} // namespace

Result<bool> isUnfinishedCopy(SqlConnection &connection)
{
    const Result<QVariant> found = connection.scalar(connection.pick(
        u"SELECT count(*) FROM sqlite_master WHERE name = 'gridward_move'"_s,
        u"SELECT count(*) FROM pg_class WHERE oid = to_regclass('gridward.gridward_move')"_s));
    return found ? Result<bool>(found.value().toInt() > 0) : Result<bool>(found.error());
}

UnfinishedStore::~UnfinishedStore() = default;

Result<std::unique_ptr<UnfinishedStore>> UnfinishedStore::open(const QString &name)
{
    std::unique_ptr<UnfinishedStore> unfinished(new UnfinishedStore);
    unfinished->mName = name;
    const bool isServer = isServerAddress(name);
    if (!isServer) {
        Result<std::unique_ptr<QLockFile>> lock = lockFile(name);
        if (!lock) {
            return lock.error();
        }
        unfinished->mLock = std::move(lock).value();
    }
    Result<std::unique_ptr<SqlStore>> store = isServer ? openServer(name) : openFile(name);
    if (!store) {
        return store.error();
    }
    unfinished->mStore = std::move(store).value();
    if (const Result<void> read = unfinished->readNotes(); !read) {
        return read.error();
    }
    return unfinished;
}

Result<void> UnfinishedStore::discard(const QString &name)
{
    if (isServerAddress(name)) {
        Result<std::unique_ptr<PostgisStore>> begun = PostgisStore::openUnfinished(name);
        if (!begun) {
            return begun.error().code == ErrorCode::NotFound ? Result<void>()
                                                             : Result<void>(begun.error());
        }
        SqlConnection &connection = begun.value()->connection();
        if (Result<void> locked = lockServer(connection); !locked) {
            return locked;
        }
        Result<void> dropped = connection.execute(u"DROP SCHEMA gridward CASCADE"_s);
        return dropped ? removeLayerStyles(connection) : dropped;
    }
    const Result<std::unique_ptr<QLockFile>> lock = lockFile(name);
    if (!lock) {
        return lock.error();
    }
    const QString path = partOf(name);
    if (!QFileInfo::exists(path)) {
        return {};
    }
    {
        const Result<std::unique_ptr<GeoPackageStore>> begun =
            GeoPackageStore::openUnfinished(path);
        if (!begun) {
            return begun.error();
        }
    }
    for (const QString &end : {QString(), u"-wal"_s, u"-shm"_s}) {
        QFile::remove(path + end);
    }
    return {};
}

Result<void> UnfinishedStore::readNotes()
{
    Result<SqlStatement> prepared =
        connection().prepare(u"SELECT name, last_key, row_count, hash FROM gridward_move"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    if (Result<void> run = statement.run(); !run) {
        return run;
    }
    while (statement.next()) {
        mNoted.insert(statement.text(0),
                      {statement.longNumber(1), statement.longNumber(2), statement.bytes(3)});
    }
    return {};
}

Result<void> UnfinishedStore::note(const QString &table, const MovedChain &chain)
{
    Result<SqlStatement> prepared = connection().prepare(
        u"INSERT INTO gridward_move (name, last_key, row_count, hash) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (name) DO UPDATE SET last_key = excluded.last_key, "
        "row_count = excluded.row_count, hash = excluded.hash"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    mNoted.insert(table, chain);
    return statement.bind(table).bind(chain.lastKey).bind(chain.rows).bind(chain.hash).run();
}

Result<void> UnfinishedStore::makeRoom(qint64 firstCase, qint64 lastCase)
{
    if (!connection().isServer()) {
        return {};
    }
    const QString day = u"(gridward_registered(%1) AT TIME ZONE 'UTC')::date"_s;
    const Result<QVariant> made = connection().scalar(
        u"SELECT gridward_make_parts(greatest(%1, (%2 - interval '%3 months')::date), "
        "(%2 + interval '1 month')::date)"_s.arg(day.arg(firstCase), day.arg(lastCase))
            .arg(kMostParts));
    return made ? Result<void>() : Result<void>(made.error());
}

Result<void> UnfinishedStore::liftGuards()
{
    if (!connection().isServer()) {
        QStringList statements;
        for (const QString &guard : kLifted) {
            statements.append(u"DROP TRIGGER IF EXISTS %1"_s.arg(guard));
        }
        return runAll(connection(), statements);
    }
    return runAll(
        connection(),
        {u"ALTER TABLE gridward.events DISABLE TRIGGER events_are_not_replaced"_s,
         u"ALTER TABLE gridward.events DISABLE TRIGGER events_keep_the_axes_apart"_s,
         u"ALTER TABLE gridward.sampling_results DISABLE TRIGGER sampling_results_are_by_others"_s});
}

Result<void> UnfinishedStore::settle()
{
    const Result<void> derived = connection().transaction([&]() -> Result<void> {
        // One row for each unit: seats spread what they count over slots as they go.
        const QString open = u"SELECT unit, %1count(*) FROM cases "
                             "WHERE is_open = 1 AND unit <> '' GROUP BY unit"_s;
        if (Result<void> counted = runAll(
                connection(),
                {u"DELETE FROM gridward_open_cases"_s,
                 connection().pick(u"INSERT INTO gridward_open_cases (unit, count) "_s +
                                       open.arg(QString()),
                                   u"INSERT INTO gridward_open_cases (unit, slot, count) "_s +
                                       open.arg(u"0, "_s))});
            !counted) {
            return counted;
        }
        return connection().isServer() ? settleServer() : settleFile();
    });
    // The server has seen none of the rows yet; the proof is the first to go through them.
    return derived && connection().isServer() ? connection().execute(u"ANALYZE"_s) : derived;
}

Result<void> UnfinishedStore::settleServer()
{
    QStringList statements{u"ALTER TABLE gridward.events ENABLE TRIGGER USER"_s,
                           u"ALTER TABLE gridward.sampling_results ENABLE TRIGGER USER"_s};
    for (const MovedTable &table : movedTables()) {
        if (QByteArrayView(table.key) == QByteArrayView("id")) {
            // Nothing happens where numbers do not come from a sequence.
            statements.append(
                u"SELECT setval(pg_get_serial_sequence('gridward.%1', 'id'), "
                "(SELECT coalesce(max(id), 1) FROM gridward.%1), "
                "(SELECT max(id) IS NOT NULL FROM gridward.%1))"_s.arg(QLatin1String(table.name)));
        }
    }
    return runAll(connection(), statements);
}

Result<void> UnfinishedStore::settleFile()
{
    QStringList statements;
    const QHash<QString, QString> guards = guardsOf(geoPackageMigrations());
    for (const QString &guard : kLifted) {
        statements += {u"DROP TRIGGER IF EXISTS %1"_s.arg(guard), guards.value(guard)};
    }
    if (Result<void> made = runAll(connection(), statements); !made) {
        return made;
    }
    Result<void> written = writeExtents(u"components"_s, u"component_extent"_s);
    return written ? writeExtents(u"addresses"_s, u"address_extent"_s) : written;
}

Result<void> UnfinishedStore::writeExtents(const QString &table, const QString &index)
{
    if (Result<void> cleared = connection().execute(u"DELETE FROM %1"_s.arg(index)); !cleared) {
        return cleared;
    }
    Result<SqlStatement> rows =
        connection().prepare(u"SELECT id, geom FROM %1 WHERE geom IS NOT NULL"_s.arg(table));
    Result<SqlStatement> insert = connection().prepare(
        u"INSERT INTO %1 (id, west, east, south, north) VALUES (?, ?, ?, ?, ?)"_s.arg(index));
    if (!rows || !insert) {
        return rows ? insert.error() : rows.error();
    }
    SqlStatement from = std::move(rows).value();
    SqlStatement into = std::move(insert).value();
    if (Result<void> run = from.run(); !run) {
        return run;
    }
    while (from.next()) {
        const std::optional<GeoPoint> place = from.point(1);
        if (!place) {
            continue;
        }
        Result<void> written = into.bind(from.longNumber(0))
                                   .bind(place->longitude)
                                   .bind(place->longitude)
                                   .bind(place->latitude)
                                   .bind(place->latitude)
                                   .run();
        if (!written) {
            return written;
        }
    }
    return {};
}

Result<void> UnfinishedStore::complete()
{
    if (connection().isServer()) {
        return runAll(connection(),
                      {u"SET synchronous_commit TO on"_s, u"DROP TABLE gridward.gridward_move"_s});
    }
    if (connection().path() != mName) {
        if (Result<void> moved = static_cast<GeoPackageStore &>(*mStore).moveTo(mName); !moved) {
            return moved;
        }
    }
    return connection().execute(u"DROP TABLE gridward_move"_s);
}

} // namespace gridward
