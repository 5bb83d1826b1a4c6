// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/casemigration.h"

#include "models/store/caserows.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

Q_LOGGING_CATEGORY(migrationLog, "gridward.models.store", QtInfoMsg)

constexpr int kChunk = 1000;

struct Known
{
    qint64 row = 0;
    CaseId id;
};

/** The next cases that may have anything to derive: what was imported in one piece has not. */
Result<QList<Known>> nextCases(SqlConnection &connection, qint64 behind)
{
    Result<SqlStatement> prepared = connection.prepare(
        u"SELECT c.id, c.uuid FROM cases AS c NOT INDEXED WHERE c.id > ? AND (c.version > 1 "
        "OR (SELECT e.action FROM events AS e WHERE e.case_id = c.id AND e.sequence = 1) "
        "<> 'import') ORDER BY c.id LIMIT ?"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    if (const Result<void> run = statement.bind(behind).bind(kChunk).run(); !run) {
        return run.error();
    }
    QList<Known> cases;
    while (statement.next()) {
        cases.append(
            {statement.longNumber(0), CaseId::fromText(statement.text(1)).value_or(CaseId{})});
    }
    return cases;
}

Result<QList<CaseEvent>> eventsOf(SqlConnection &connection, qint64 row)
{
    static const QString sql =
        u"SELECT %1 FROM events WHERE case_id = ? ORDER BY sequence"_s.arg(eventColumns());
    Result<SqlStatement> prepared = connection.prepare(sql);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    if (const Result<void> run = statement.bind(row).run(); !run) {
        return run.error();
    }
    QList<CaseEvent> events;
    while (statement.next()) {
        events.append(readEvent(statement, 0));
    }
    return events;
}

Result<void> keep(SqlConnection &connection, qint64 row, const CaseRecord &record)
{
    // Only what is new: a row that somebody changed stays as it is, so that a check finds it.
    Result<SqlStatement> prepared = connection.prepare(
        u"UPDATE cases SET stage_due_at = ?, suspended_until = ?, overdue_at = ?, "
        "scene_due_at = ?, next_at = ?, exempt = ?, parent = ?, merged_into = ?, bundle = ?, "
        "process = ? WHERE id = ?"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    const Case &subject = record.subject;
    return statement.bind(subject.stageDueAt)
        .bind(subject.suspendedUntil)
        .bind(subject.overdueAt)
        .bind(subject.sceneDueAt)
        .bind(subject.nextAt)
        .bind(subject.exempt)
        .bindTextOrNull(subject.parent)
        .bindTextOrNull(subject.mergedInto)
        .bindTextOrNull(subject.bundle)
        .bindTextOrNull(QString::fromUtf8(record.process.toJson()))
        .bind(row)
        .run();
}

} // namespace

Result<void> deriveCasesAgain(SqlConnection &connection)
{
    qint64 last = 0;
    for (;;) {
        const Result<QList<Known>> cases = nextCases(connection, last);
        if (!cases) {
            return cases.error();
        }
        for (const Known &known : cases.value()) {
            last = known.row;
            const Result<QList<CaseEvent>> events = eventsOf(connection, known.row);
            if (!events) {
                return events.error();
            }
            const Result<CaseRecord> record = replayRecord(known.id, events.value());
            if (!record) {
                qCWarning(migrationLog) << "the log of a case is no history:" << known.id.toText();
                continue;
            }
            if (Result<void> kept = keep(connection, known.row, record.value()); !kept) {
                return kept;
            }
        }
        if (cases.value().size() < kChunk) {
            return {};
        }
    }
}

} // namespace gridward
