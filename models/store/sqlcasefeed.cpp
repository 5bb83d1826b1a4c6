// SPDX-License-Identifier: GPL-3.0-or-later
// What happened to the cases since the log was last read, and how they stand now.
#include "models/store/casesightsql.h"
#include "models/store/sqlcases.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

CaseChange changeOf(const SqlStatement &row)
{
    return {CaseId::fromText(row.text(0)).value_or(CaseId{}),
            row.number(1),
            caseStateFromId(row.text(2)).value_or(CaseState::Registered)};
}

constexpr int kFurther = 8; ///< times as far back as the look before

/** Of a row of a case with action, time and sequence of the event behind it. */
LatestEvent latestOf(const SqlStatement &row)
{
    const int event = caseColumnCount();
    return {caseActionFromId(row.text(event)).value_or(CaseAction::Report),
            row.instant(event + 1).value_or(Instant{}),
            row.number(event + 2),
            readCase(row)};
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

Result<QList<LatestEvent>> SqlCases::latestEvents(int limit, const std::optional<Instant> &at)
{
    QList<LatestEvent> latest;
    const Result<CaseSight> seen = mGuard.sight();
    if (!seen) {
        return seen.error();
    }
    if (seen.value().isBlind) {
        return latest;
    }
    const SightSql sight(seen.value(), mConnection.dialect());
    // CROSS: SQLite is to begin with the events. A server would leave out what the seat may not
    // see before it counts, and go through the whole log for who sees little.
    const QString events = mConnection.pick(
        u"(SELECT id AS event_id, case_id AS event_case, sequence AS event_sequence, "
        "action AS event_action, at AS event_at FROM events INDEXED BY events_at "
        "WHERE at <= coalesce(?, 'infinity') AND NOT (action = 'urge' AND actor = 'system') "
        "ORDER BY at DESC, id DESC LIMIT ?)"_s,
        u"gridward_latest(?::timestamptz, ?)"_s);
    const QString sql = u"SELECT %1, e.event_action, e.event_at, e.event_sequence FROM %2 AS e "
                        "CROSS JOIN cases WHERE cases.id = e.event_case%3 "
                        "ORDER BY e.event_at DESC, e.event_id DESC LIMIT ?"_s.arg(
                            caseColumns(), events, sight.text());
    Result<SqlStatement> prepared = mConnection.prepare(sql);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    // Whoever sees all needs one look; for others it reaches further and further back.
    const int most = std::max(0, limit);
    int look = most;
    int looked = 0;
    do {
        latest.clear();
        statement.bind(at).bind(look);
        for (const QVariant &value : sight.values) {
            statement.bind(value);
        }
        if (const Result<void> run = statement.bind(most).run(); !run) {
            return run.error();
        }
        while (statement.next()) {
            latest.append(latestOf(statement));
        }
        looked = std::exchange(look, std::min(look * kFurther, kMostLookedAt));
    } while (latest.size() < most && !sight.conditions.isEmpty() && looked < look);
    return latest;
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
