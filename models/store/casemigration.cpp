// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/casemigration.h"

#include "models/store/caserows.h"
#include "models/store/milestonerows.h"

#include <QLoggingCategory>

#include <functional>

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

Result<void> keepSupervision(SqlConnection &connection, qint64 row, const CaseRecord &record)
{
    Result<SqlStatement> prepared = connection.prepare(
        u"UPDATE cases SET task_person = ?, task_due_at = ?, reply_due_at = ?, rung = ?, "
        "rung_tier = ?, stepped_at = ?, called_back_at = ?, lacks_picture = ?, hands = ?, "
        "process = ? WHERE id = ?"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    const Case &subject = record.subject;
    return statement.bindTextOrNull(subject.taskPerson)
        .bind(subject.taskDueAt)
        .bind(subject.replyDueAt)
        .bind(subject.rung)
        .bindTextOrNull(subject.rungTier)
        .bind(subject.steppedAt)
        .bind(subject.calledBackAt)
        .bind(subject.lacksPicture)
        .bindTextOrNull(subject.hands)
        .bindTextOrNull(QString::fromUtf8(record.process.toJson()))
        .bind(row)
        .run();
}

/** Goes through those that may have anything to derive. */
Result<void>
visitHistories(SqlConnection &connection,
               const std::function<Result<void>(const Known &, const QList<CaseEvent> &)> &visit)
{
    qint64 last = 0;
    for (;;) {
        const Result<QList<Known>> cases = nextCases(connection, last);
        if (!cases) {
            return cases.error();
        }
        for (const Known &known : cases.value()) {
            last = known.row;
            const Result<QList<CaseEvent>> events = eventsOfRow(connection, known.row);
            if (!events) {
                return events.error();
            }
            if (Result<void> visited = visit(known, events.value()); !visited) {
                return visited;
            }
        }
        if (cases.value().size() < kChunk) {
            return {};
        }
    }
}

void warn(const Known &known)
{
    qCWarning(migrationLog) << "the log of a case is no history:" << known.id.toText();
}

} // namespace

Result<void> deriveCasesAgain(SqlConnection &connection)
{
    return visitHistories(connection,
                          [&](const Known &known, const QList<CaseEvent> &events) -> Result<void> {
                              const Result<CaseRecord> record = replayRecord(known.id, events);
                              if (!record) {
                                  warn(known);
                                  return {};
                              }
                              return keep(connection, known.row, record.value());
                          });
}

Result<void> deriveSupervision(SqlConnection &connection)
{
    return visitHistories(connection,
                          [&](const Known &known, const QList<CaseEvent> &events) -> Result<void> {
                              const Result<CaseRecord> record = replayRecord(known.id, events);
                              if (!record) {
                                  warn(known);
                                  return {};
                              }
                              return keepSupervision(connection, known.row, record.value());
                          });
}

Result<void> deriveMilestones(SqlConnection &connection)
{
    return visitHistories(
        connection, [&](const Known &known, const QList<CaseEvent> &events) -> Result<void> {
            const Result<CaseMilestones> milestones = milestonesOf(known.id, events);
            if (!milestones) {
                warn(known);
                return {};
            }
            return writeMilestones(connection, known.row, milestones.value());
        });
}

} // namespace gridward
