// SPDX-License-Identifier: GPL-3.0-or-later
// Callers of cases that ended long ago: erased, and overwritten where they stood.
#include "models/store/auditstore.h"
#include "models/store/sqlpersonal.h"
#include "models/store/storeguard.h"

#include <QCoreApplication>
#include <QThread>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SqlPersonal)
};

constexpr int kLongestWait = 10'000; ///< milliseconds for those who read
constexpr int kPause = 50;

Error readByOthers()
{
    return Error{ErrorCode::Unreachable,
                 Words::tr("They are erased, but another program reads the store: until it ends, "
                           "what they were is still in the file. Purge once more then."),
                 {}};
}

} // namespace

Result<qint64> SqlPersonal::purgeOnServer(Instant endedBefore)
{
    Result<SqlStatement> prepared = mConnection.prepare(u"SELECT gridward_purge_callers(?)"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    if (const Result<void> run = statement.bind(std::optional(endedBefore)).run(); !run) {
        return run.error();
    }
    return statement.next() ? statement.longNumber(0) : 0;
}

Result<qint64> SqlPersonal::purgeInFile(Instant endedBefore)
{
    qint64 erased = 0;
    Result<SqlStatement> prepared = mConnection.prepare(
        u"DELETE FROM personal_callers WHERE case_id IN (SELECT c.uuid FROM cases c "
        "WHERE c.state IN ('archived', 'void', 'refused') AND NOT EXISTS "
        "(SELECT 1 FROM events e WHERE e.case_id = c.id AND e.at >= ?))"_s);
    if (!prepared) {
        return prepared.error();
    }
    {
        SqlStatement statement = std::move(prepared).value();
        if (Result<void> run = statement.bind(std::optional(endedBefore)).run(); !run) {
            return run.error();
        }
        erased = statement.changedRows();
    }
    {
        Result<SqlStatement> rows = mConnection.prepare(
            u"DELETE FROM personal_inbox WHERE item IN (SELECT id FROM gridward_inbox "
            "WHERE state = 'refused' AND changed_at < ?)"_s);
        if (!rows) {
            return rows.error();
        }
        SqlStatement statement = std::move(rows).value();
        if (Result<void> run = statement.bind(std::optional(endedBefore)).run(); !run) {
            return run.error();
        }
        erased += statement.changedRows();
    }
    {
        // A form that nobody sent may name a caller, and so may one of somebody who is gone.
        Result<SqlStatement> rows =
            mConnection.prepare(u"DELETE FROM gridward_drafts WHERE saved_at < ? OR user IN "
                                "(SELECT name FROM users WHERE disabled = 1)"_s);
        if (!rows) {
            return rows.error();
        }
        SqlStatement statement = std::move(rows).value();
        if (Result<void> run = statement.bind(std::optional(endedBefore)).run(); !run) {
            return run.error();
        }
    }
    return erased;
}

/** Until nobody reads what was there before: the server would keep it for them. */
Result<void> SqlPersonal::waitForReaders()
{
    const Result<QVariant> now =
        mConnection.scalar(u"SELECT pg_snapshot_xmax(pg_current_snapshot())::text"_s);
    if (!now) {
        return now.error();
    }
    const QString isAlone =
        u"SELECT NOT EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() "
        "AND pid <> pg_backend_pid() AND backend_xmin IS NOT NULL "
        "AND age(backend_xmin) > age('%1'::xid8::xid))"_s.arg(now.value().toString());
    for (int waited = 0; waited < kLongestWait; waited += kPause) {
        const Result<QVariant> alone = mConnection.scalar(isAlone);
        if (!alone || alone.value().toBool()) {
            return alone ? Result<void>() : Result<void>(alone.error());
        }
        QThread::msleep(kPause);
    }
    return readByOthers();
}

/**
 * The server leaves what was erased where it stood until something else needs the room: the tables
 * are written anew, which cannot be a part of a transaction.
 */
Result<void> SqlPersonal::sweepServer()
{
    const QString tables =
        u"personal_callers, personal_inbox, personal_households, gridward_drafts"_s;
    // Of others it would do nothing, and not say so.
    const Result<QVariant> owns = mConnection.scalar(
        u"SELECT bool_and(pg_has_role(relowner, 'USAGE')) FROM pg_class WHERE oid = "
        "ANY (string_to_array('%1', ', ')::regclass[])"_s.arg(tables));
    if (!owns) {
        return owns.error();
    }
    if (!owns.value().toBool()) {
        return Error{ErrorCode::Refused,
                     Words::tr("They are erased, but what they were is still in the files of the "
                               "server: only the owner of its tables can have them written anew. "
                               "Let the owner purge once more."),
                     {}};
    }
    if (Result<void> alone = waitForReaders(); !alone) {
        return alone;
    }
    return mConnection.execute(u"VACUUM FULL "_s + tables);
}

Result<qint64> SqlPersonal::purgeCallers(Instant endedBefore, const PersonalActor &by)
{
    if (const Result<void> may = mGuard.may(Thing::Store, u"change"_s); !may) {
        return may.error();
    }
    qint64 erased = 0;
    const Result<void> purged = mConnection.erasing([&]() -> Result<void> {
        const Result<qint64> gone =
            mConnection.isServer() ? purgeOnServer(endedBefore) : purgeInFile(endedBefore);
        if (!gone) {
            return gone.error();
        }
        erased = gone.value();
        if (Result<void> noted = append(AuditKind::PersonalChanged,
                                        {},
                                        {{u"what"_s, toId(PersonalKind::Caller)},
                                         {u"change"_s, u"purged"_s},
                                         {u"ended_before"_s, toIsoText(endedBefore)},
                                         {u"count"_s, erased}},
                                        by);
            !noted) {
            return noted;
        }
        return mNote(u"personal_callers"_s);
    });
    if (!purged) {
        return purged.error();
    }
    if (mConnection.isServer()) {
        const Result<void> swept = sweepServer();
        return swept ? Result<qint64>(erased) : Result<qint64>(swept.error());
    }
    // What was there before is in the journal until it is folded back into the file.
    const Result<QVariant> folded = mConnection.scalar(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    if (!folded) {
        return folded.error();
    }
    // The first column says whether somebody else was reading, so that it could not be done.
    return folded.value().toInt() == 0 ? Result<qint64>(erased) : Result<qint64>(readByOthers());
}

} // namespace gridward
