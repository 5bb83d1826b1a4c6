// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/postgisstore.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PostgisStore)
};

constexpr int kOldestServer = 150'000; ///< server_version_num
constexpr int kPartsBefore = 12;       ///< months of the log that have a part of their own …
constexpr int kPartsAfter = 6;         ///< … from the start

} // namespace

Result<std::unique_ptr<PostgisStore>> PostgisStore::open(const QString &url)
{
    std::unique_ptr<PostgisStore> store(new PostgisStore);
    for (const Result<void> &step : {store->mConnection.openServer(url), store->checkServer()}) {
        if (!step) {
            return step.error();
        }
    }
    const Result<bool> found = store->hasStore();
    if (!found) {
        return found.error();
    }
    if (!found.value()) {
        return Error{
            ErrorCode::NotFound,
            Words::tr("There is no Gridward store in this database. An administrator makes "
                      "one with “gridward init”."),
            {}};
    }
    for (const Result<void> &step : {store->checkVersion(), store->readInfo()}) {
        if (!step) {
            return step.error();
        }
    }
    store->mUrl = url;
    store->wakeOthers();
    return store;
}

Result<std::unique_ptr<PostgisStore>> PostgisStore::create(const QString &url,
                                                           const StoreInfo &info)
{
    std::unique_ptr<PostgisStore> store(new PostgisStore);
    SqlConnection &connection = store->mConnection;
    for (const Result<void> &step : {connection.openServer(url), store->checkServer()}) {
        if (!step) {
            return step.error();
        }
    }
    const Result<bool> found = store->hasStore();
    if (!found) {
        return found.error();
    }
    if (found.value()) {
        return Error{ErrorCode::Conflict,
                     Words::tr("There is a store in this database already; it was left alone. Name "
                               "another database."),
                     {}};
    }
    const Result<void> made = connection.transaction([&]() -> Result<void> {
        for (const QString &statement :
             {u"CREATE EXTENSION IF NOT EXISTS postgis"_s, u"CREATE SCHEMA gridward"_s}) {
            if (Result<void> run = connection.execute(statement); !run) {
                return run;
            }
        }
        if (Result<void> migrated = store->migrate(serverMigrations(), 0); !migrated) {
            return migrated;
        }
        const Result<QVariant> parts = connection.scalar(
            u"SELECT gridward_make_parts((current_date - interval '%1 months')::date, "
            "(current_date + interval '%2 months')::date)"_s.arg(kPartsBefore)
                .arg(kPartsAfter));
        return parts ? store->writeInfo(info) : Result<void>(parts.error());
    });
    if (!made) {
        return made.error();
    }
    store->mUrl = url;
    store->mIsNew = true;
    return store;
}

PostgisStore::~PostgisStore()
{
    mLine.reset(); // while the connection that it may break is there
    if (mIsNew) {
        (void)mConnection.execute(u"DROP SCHEMA gridward CASCADE"_s);
    }
}

Result<void> PostgisStore::publish()
{
    mIsNew = false;
    wakeOthers();
    return mConnection.execute(u"ANALYZE"_s); // the server has seen none of the rows yet
}

Result<void> PostgisStore::checkServer()
{
    const Result<QVariant> version = mConnection.scalar(u"SHOW server_version_num"_s);
    if (!version) {
        return version.error();
    }
    if (version.value().toInt() < kOldestServer) {
        return Error{ErrorCode::Unsupported,
                     Words::tr("The server is too old: PostgreSQL 15 or newer is needed."),
                     version.value().toString()};
    }
    const Result<QVariant> encoding = mConnection.scalar(u"SHOW server_encoding"_s);
    if (!encoding || encoding.value().toString() != "UTF8"_L1) {
        return encoding ? Error{ErrorCode::Unsupported,
                                Words::tr("The database does not keep UTF-8. Make one with "
                                          "ENCODING 'UTF8'."),
                                encoding.value().toString()}
                        : encoding.error();
    }
    return {};
}

Result<void> PostgisStore::checkVersion()
{
    const Result<int> version = schemaVersion();
    if (!version) {
        return version.error();
    }
    const int newest = serverMigrations().last().version;
    if (version.value() > newest) {
        return Error{ErrorCode::Unsupported,
                     Words::tr("The store was migrated by a newer Gridward (schema %1; this one "
                               "knows %2). Install the newer version on this seat.")
                         .arg(version.value())
                         .arg(newest),
                     {}};
    }
    if (version.value() < newest) {
        return Error{ErrorCode::Unsupported,
                     Words::tr("The store is of an older Gridward (schema %1; this one needs %2). "
                               "An administrator has to migrate it.")
                         .arg(version.value())
                         .arg(newest),
                     {}};
    }
    return {};
}

Result<bool> PostgisStore::hasStore()
{
    const Result<QVariant> table =
        mConnection.scalar(u"SELECT to_regclass('gridward.gridward_schema') IS NOT NULL"_s);
    return table ? Result<bool>(table.value().toBool()) : Result<bool>(table.error());
}

Result<StoreMark> PostgisStore::mark()
{
    // The snapshot is another one as soon as anything was committed, by whomever.
    Result<SqlStatement> prepared = mConnection.prepare(
        u"SELECT pg_current_snapshot()::text, t.table_name, t.count FROM (SELECT 1) AS one "
        "LEFT JOIN gridward_tables_written(?::pg_snapshot) AS t ON true"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    if (const Result<void> run = statement.bindTextOrNull(mSnapshot).run(); !run) {
        return run.error();
    }
    StoreMark mark = mMark;
    QString now;
    while (statement.next()) {
        now = statement.text(0);
        if (!statement.isNull(1)) {
            mark.tables.insert(statement.text(1), statement.longNumber(2));
        }
    }
    // To a transaction its own changes look as if they had been committed: others begin where the
    // last look from outside of one ended.
    const bool isInside = mConnection.isInTransaction();
    if (now != mSnapshot || isInside) {
        mark.version = ++mMark.version;
    }
    if (!isInside) {
        mMark = mark;
        mSnapshot = now;
    }
    return mark;
}

StoreWatch *PostgisStore::watch()
{
    line().guard(mConnection.socket());
    line().listen();
    return mLine.get();
}

Result<void> PostgisStore::reconnect()
{
    line().guard(-1);
    if (Result<void> opened = mConnection.reopen(); !opened) {
        return opened;
    }
    line().guard(mConnection.socket());
    return checkVersion();
}

ServerLine &PostgisStore::line()
{
    if (!mLine) {
        mLine = std::make_unique<ServerLine>(mUrl);
    }
    return *mLine;
}

void PostgisStore::wakeOthers()
{
    mConnection.setCommitted([this] { line().ring(); });
}

/** What keeps the logs from being changed stands, and is switched on. */
QStringList PostgisStore::missingGuards()
{
    static const QRegularExpression kMakes(u"CREATE TRIGGER (\\w+)"_s);
    QSet<QString> missing;
    for (const Migration &migration : serverMigrations()) {
        for (const QRegularExpressionMatch &made : kMakes.globalMatch(migration.sql)) {
            missing.insert(made.captured(1));
        }
    }
    QStringList findings;
    Result<SqlStatement> prepared = mConnection.prepare(
        u"SELECT tgname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid "
        "WHERE relnamespace = 'gridward'::regnamespace AND NOT tgisinternal AND tgenabled = 'O'"_s);
    if (!prepared) {
        return {prepared.error().message};
    }
    SqlStatement statement = std::move(prepared).value();
    if (const Result<void> run = statement.run(); !run) {
        return {run.error().message};
    }
    while (statement.next()) {
        missing.remove(statement.text(0));
    }
    for (const QString &name : std::as_const(missing)) {
        findings.append(Words::tr("The guard “%1” of the store is missing.").arg(name));
    }
    findings.sort();
    return findings;
}

Result<QStringList> PostgisStore::integrityFindings()
{
    return missingGuards() + logFindings();
}

} // namespace gridward
