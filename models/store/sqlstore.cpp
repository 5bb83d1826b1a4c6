// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sqlstore.h"

#include "models/store/sqlaccess.h"
#include "models/store/sqlaccounts.h"
#include "models/store/sqlanalyses.h"
#include "models/store/sqlaudit.h"
#include "models/store/sqlcases.h"
#include "models/store/sqldrafts.h"
#include "models/store/sqlinbox.h"
#include "models/store/sqlpersonal.h"
#include "models/store/sqlsamplings.h"
#include "models/store/sqlstaff.h"
#include "models/store/unfinishedstore.h"

#include <QCoreApplication>
#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

// The commands have no log: what is only for us may not appear between their words.
Q_LOGGING_CATEGORY(storeLog, "gridward.models.store", QtInfoMsg)

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SqlStore)
};

} // namespace

SqlStore::SqlStore()
    : mGuard(*this)
    , mCases(std::make_unique<SqlCases>(mConnection, mInfo, mGuard))
{
    const NoteChange note = [this](const QString &table) { return noteChange(table); };
    mAccess = std::make_unique<SqlAccess>(mConnection, *this, mGuard, note);
    mAccounts = std::make_unique<SqlAccounts>(mConnection, *this, mGuard, note);
    mAudit = std::make_unique<SqlAudit>(mConnection, mGuard, note);
    mStaff = std::make_unique<SqlStaff>(mConnection, mGuard, note);
    mPersonal = std::make_unique<SqlPersonal>(mConnection, *this, mGuard, note);
    mDrafts = std::make_unique<SqlDrafts>(mConnection, mGuard);
    mSamplings = std::make_unique<SqlSamplings>(mConnection, *this, mGuard, note);
    mAnalyses = std::make_unique<SqlAnalyses>(mConnection, mGuard, note);
    mInbox = std::make_unique<SqlInbox>(mConnection, *this, mGuard, note);
}

SqlStore::~SqlStore() = default;

void SqlStore::actAs(std::optional<User> user, Instant now)
{
    mGuard.actAs(std::move(user), now);
}

CaseStore &SqlStore::cases()
{
    return *mCases;
}

Result<void> SqlStore::transaction(const std::function<Result<void>()> &work)
{
    return mConnection.transaction(work, WriteLock::Whole);
}

Result<void> SqlStore::stepTransaction(const std::function<Result<void>()> &work)
{
    return mConnection.transaction(work, WriteLock::Rows);
}

Result<void> SqlStore::snapshot(const std::function<Result<void>()> &work)
{
    return mConnection.snapshot(work);
}

Result<void> SqlStore::checkFinished(bool isUnfinishedWanted)
{
    const Result<bool> isUnfinished = isUnfinishedCopy(mConnection);
    if (!isUnfinished) {
        return isUnfinished.error();
    }
    if (isUnfinished.value() == isUnfinishedWanted) {
        return {};
    }
    return Error{ErrorCode::NotFound,
                 isUnfinishedWanted
                     ? Words::tr("This is no unfinished copy of a store.")
                     : Words::tr("This is the unfinished copy of another store. Go on with it: run "
                                 "the same “gridward migrate” again."),
                 {}};
}

Result<int> SqlStore::schemaVersion()
{
    const Result<QVariant> version =
        mConnection.scalar(u"SELECT max(version) FROM gridward_schema"_s);
    if (!version) {
        return version.error();
    }
    return version.value().toInt();
}

Result<void> SqlStore::migrate(const QList<Migration> &migrations, int from)
{
    for (const Migration &migration : migrations) {
        if (migration.version <= from) {
            continue;
        }
        mConnection.forgetStatements();
        Result<void> migrated = mConnection.transaction([&]() -> Result<void> {
            // Another program may have done it while this one waited for the lock.
            if (from > 0) {
                const Result<int> now = schemaVersion();
                if (!now || now.value() >= migration.version) {
                    return now ? Result<void>() : Result<void>(now.error());
                }
            }
            // A server reads them all at once, and knows where one ends.
            const QStringList statements =
                mConnection.isServer() ? QStringList{migration.sql} : statementsOf(migration.sql);
            for (const QString &statement : statements) {
                if (Result<void> run = mConnection.execute(statement); !run) {
                    return run;
                }
            }
            // A store that is only being made has no rows yet.
            if (migration.work && from > 0) {
                if (Result<void> done = migration.work(mConnection); !done) {
                    return done;
                }
            }
            Result<SqlStatement> note = mConnection.prepare(
                u"INSERT INTO gridward_schema (version, name, applied_at) VALUES (?, ?, ?)"_s);
            if (!note) {
                return note.error();
            }
            SqlStatement statement = std::move(note).value();
            return statement.bind(migration.version)
                .bind(migration.name)
                .bind(std::optional(SystemClock().now()))
                .run();
        });
        if (!migrated) {
            return migrated;
        }
        qCDebug(storeLog) << "schema is now" << migration.version << migration.name;
    }
    return {};
}

Result<void> SqlStore::readInfo()
{
    Result<SqlStatement> prepared = mConnection.prepare(u"SELECT key, value FROM gridward_store"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    if (Result<void> run = statement.run(); !run) {
        return run;
    }
    QHash<QString, QString> values;
    while (statement.next()) {
        values.insert(statement.text(0), statement.text(1));
    }
    mInfo.district = values.value(u"district"_s);
    mInfo.name = values.value(u"name"_s);
    mInfo.purpose = values.value(u"purpose"_s);
    mInfo.timeZone = values.value(u"time_zone"_s);
    mInfo.gridCodeTemplate = values.value(u"grid_code_template"_s);
    mInfo.scheme = values.value(u"scheme"_s);
    mInfo.created = instantFromIso(values.value(u"created"_s)).value_or(Instant{});
    mInfo.simulatedAt = instantFromIso(values.value(u"simulated_at"_s));
    mInfo.seed = values.value(u"seed"_s).toLongLong();
    return {};
}

Result<void> SqlStore::writeInfo(const StoreInfo &info)
{
    if (Result<void> may = mGuard.may(Thing::Store, u"change"_s); !may) {
        return may;
    }
    const QList<std::pair<QString, QString>> values{
        {u"district"_s, info.district},
        {u"name"_s, info.name},
        {u"purpose"_s, info.purpose},
        {u"time_zone"_s, info.timeZone},
        {u"grid_code_template"_s, info.gridCodeTemplate},
        {u"scheme"_s, info.scheme},
        {u"created"_s, toIsoText(info.created)},
        {u"simulated_at"_s, info.simulatedAt ? toIsoText(*info.simulatedAt) : QString()},
        {u"seed"_s, QString::number(info.seed)}};
    Result<void> written = mConnection.transaction([&]() -> Result<void> {
        for (const auto &[key, value] : values) {
            Result<SqlStatement> prepared =
                mConnection.prepare(u"INSERT INTO gridward_store (key, value) VALUES (?, ?) "
                                    "ON CONFLICT (key) DO UPDATE SET value = excluded.value"_s);
            if (!prepared) {
                return prepared.error();
            }
            SqlStatement statement = std::move(prepared).value();
            if (Result<void> run = statement.bind(key).bind(value).run(); !run) {
                return run;
            }
        }
        return noteChange(u"gridward_store"_s);
    });
    if (written) {
        mInfo = info;
    }
    return written;
}

Result<void> SqlStore::noteChange(const QString &table)
{
    // A server has to know by which transaction, for what is new is found by that.
    Result<SqlStatement> prepared = mConnection.prepare(
        u"INSERT INTO gridward_changes (table_name, count) VALUES (?, 1) "
        "ON CONFLICT (table_name) DO UPDATE SET count = gridward_changes.count + 1"_s +
        mConnection.pick({}, u", tx = pg_current_xact_id()"_s));
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    return statement.bind(table).run();
}

Result<QHash<QString, qint64>> SqlStore::changeCounts()
{
    Result<SqlStatement> prepared =
        mConnection.prepare(u"SELECT table_name, count FROM gridward_changes"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    if (const Result<void> run = statement.run(); !run) {
        return run.error();
    }
    QHash<QString, qint64> counts;
    while (statement.next()) {
        counts.insert(statement.text(0), statement.longNumber(1));
    }
    return counts;
}

QStringList SqlStore::findingsOf(const QString &sql,
                                 const std::function<QString(const SqlStatement &)> &describe)
{
    Result<SqlStatement> prepared = mConnection.prepare(sql);
    if (!prepared) {
        return {prepared.error().message};
    }
    SqlStatement statement = std::move(prepared).value();
    if (const Result<void> run = statement.run(); !run) {
        return {run.error().message};
    }
    QStringList findings;
    while (statement.next()) {
        findings.append(describe(statement));
    }
    return findings;
}

QStringList SqlStore::logFindings()
{
    QStringList findings = findingsOf(
        u"SELECT c.number FROM cases AS c LEFT JOIN events AS e ON e.case_id = c.id "
        "AND e.sequence = c.version WHERE e.hash IS NULL OR e.hash <> c.head LIMIT 1000"_s,
        [](const SqlStatement &row) {
            return Words::tr("The end of the log of case %1 is not the one its row was made of.")
                .arg(row.text(0));
        });
    const Result<QStringList> audit = mAudit->findings();
    findings += audit ? audit.value() : QStringList{audit.error().message};
    const Result<QStringList> samplings = mSamplings->findings();
    return findings + (samplings ? samplings.value() : QStringList{samplings.error().message});
}

} // namespace gridward
