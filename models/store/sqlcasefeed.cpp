// SPDX-License-Identifier: GPL-3.0-or-later
// What happened to the cases since the log was last read, and how they stand now.
#include "models/store/casesightsql.h"
#include "models/store/sqlcases.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

CaseChange changeOf(const SqlStatement &row)
{
    return {CaseId::fromText(row.text(0)).value_or(CaseId{}),
            row.number(1),
            caseStateFromId(row.text(2)).value_or(CaseState::Registered)};
}

/** The number of the first transaction that a snapshot ("xmin:xmax:…") knows nothing of. */
qulonglong endOf(const QString &snapshot)
{
    return snapshot.section(u':', 1, 1).toULongLong();
}

} // namespace

Result<CaseNews> SqlCases::changesAfter(const LogPosition &position, int most)
{
    if (mConnection.isServer()) {
        return serverChangesAfter(position, most);
    }
    // CROSS: SQLite is to begin with the events.
    Result<SqlStatement> prepared = mConnection.prepare(
        u"SELECT c.uuid, e.sequence, e.state_after, e.id FROM events AS e "
        "CROSS JOIN cases AS c ON c.id = e.case_id WHERE e.id > ? ORDER BY e.id LIMIT ?"_s);
    if (!prepared) {
        return prepared.error();
    }
    CaseNews feed{{}, position, false};
    {
        SqlStatement statement = std::move(prepared).value();
        if (const Result<void> run = statement.bind(position.number).bind(most + 1).run(); !run) {
            return run.error();
        }
        while (statement.next()) {
            feed.changes.append(changeOf(statement));
            feed.position.number = statement.longNumber(3);
        }
    }
    return feed.changes.size() > most ? tooMuch() : Result<CaseNews>(feed);
}

Result<CaseNews> SqlCases::serverChangesAfter(const LogPosition &position, int most)
{
    // What is told is what this statement sees and the one before did not. A step that builds on
    // another one was written after that was committed: so the numbers put them in their order.
    Result<SqlStatement> prepared = mConnection.prepare(
        u"SELECT f.uuid, f.sequence, f.state_after, pg_current_snapshot()::text "
        "FROM (SELECT 1) AS one LEFT JOIN gridward_feed(?::pg_snapshot, ?) AS f ON true"_s);
    if (!prepared) {
        return prepared.error();
    }
    CaseNews feed{{}, position, false};
    {
        SqlStatement statement = std::move(prepared).value();
        if (const Result<void> run = statement.bindTextOrNull(position.seen).bind(most + 1).run();
            !run) {
            return run.error();
        }
        while (statement.next()) {
            feed.position.seen = statement.text(3);
            if (!statement.isNull(0)) {
                feed.changes.append(changeOf(statement));
            }
        }
    }
    // The numbers of transactions only grow, unless the server went back to an older backup.
    const bool isOther = endOf(feed.position.seen) < endOf(position.seen);
    return isOther || feed.changes.size() > most ? tooMuch() : Result<CaseNews>(feed);
}

Result<CaseNews> SqlCases::tooMuch()
{
    Result<LogPosition> end = lastPosition();
    return end ? Result<CaseNews>(CaseNews{{}, std::move(end).value(), true})
               : Result<CaseNews>(end.error());
}

Result<LogPosition> SqlCases::lastPosition()
{
    Result<SqlStatement> prepared = mConnection.prepare(mConnection.pick(
        u"SELECT max(id), '' FROM events"_s,
        u"SELECT pg_sequence_last_value('events_id_seq'), pg_current_snapshot()::text"_s));
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    if (const Result<void> run = statement.run(); !run) {
        return run.error();
    }
    return statement.next() ? LogPosition{statement.longNumber(0), statement.text(1)}
                            : LogPosition{};
}

Result<QList<Case>> SqlCases::findThose(const QList<CaseId> &ids)
{
    const Result<CaseSight> seen = mGuard.sight();
    if (!seen) {
        return seen.error();
    }
    const SightSql sight(seen.value(), mConnection.dialect());
    const QString sql = u"SELECT %1 FROM cases WHERE uuid %2%3"_s.arg(
        caseColumns(),
        mConnection.pick(u"IN (SELECT value FROM json_each(?))"_s,
                         u"= ANY (ARRAY(SELECT jsonb_array_elements_text(?::jsonb)))"_s),
        sight.text());
    Result<SqlStatement> prepared = mConnection.prepare(sql);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    QJsonArray wanted;
    for (const CaseId &id : ids) {
        wanted.append(id.toText());
    }
    statement.bind(QString::fromUtf8(QJsonDocument(wanted).toJson(QJsonDocument::Compact)));
    for (const QVariant &value : sight.values) {
        statement.bind(value);
    }
    if (const Result<void> run = statement.run(); !run) {
        return run.error();
    }
    QList<Case> cases;
    while (statement.next()) {
        cases.append(readCase(statement));
    }
    return cases;
}

} // namespace gridward
