// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sqlcases.h"

#include "models/domain/caseaxes.h"
#include "models/domain/casetasks.h"
#include "models/store/casesightsql.h"
#include "models/store/casestretches.h"
#include "models/store/milestonerows.h"
#include "models/store/sqlcasebatch.h"
#include "models/store/taskrows.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SqlCases)
};

const QString kLocking = u" FOR NO KEY UPDATE"_s;

Error noSuchCase(const QString &name)
{
    return Error{ErrorCode::NotFound,
                 Words::tr("There is no case “%1”. Name its id or its number.").arg(name),
                 {}};
}

} // namespace

Result<Case> SqlCases::add(const CaseId &id, const CaseStep &report)
{
    Case added;
    const Result<void> done = mConnection.transaction(
        [&]() -> Result<void> {
            const Result<QString> number = nextNumber(report.at);
            if (!number) {
                return number.error();
            }
            Result<PreparedCase> prepared = prepareCase(id, {report}, number.value());
            if (!prepared) {
                return prepared.error();
            }
            const Result<qint64> row = freeRow(id.rowNumber());
            if (!row) {
                return row.error();
            }
            added = prepared.value().row;
            if (Result<void> may = mGuard.mayReport(added, report); !may) {
                return may;
            }
            if (added.number != number.value()) {
                if (Result<void> noted = noteNumber(added.number); !noted) {
                    return noted;
                }
            }
            // The event next to the row: a server shows the case to who reports it from there on.
            for (const Result<void> &step :
                 {insertRow(prepared.value(), row.value()),
                  insertEvent(row.value(), prepared.value().events.first(), added.number),
                  writeMilestones(mConnection, row.value(), *prepared.value().milestones),
                  countOpen(openAt(added), 1),
                  insertAttachments(row.value(), 1, report.attachments)}) {
                if (!step) {
                    return step;
                }
            }
            return {};
        },
        WriteLock::Rows);
    if (!done) {
        return done.error();
    }
    return added;
}

Result<Case> SqlCases::append(const CaseId &id, int expectedVersion, const CaseStep &step)
{
    Case after;
    const Result<void> done = mConnection.transaction(
        [&]() -> Result<void> {
            Result<StoredCase> found = read(id);
            if (!found) {
                return found.error();
            }
            StoredCase stored = std::move(found).value();
            if (Result<void> may = mGuard.mayStep(stored.record, step); !may) {
                return may;
            }
            const Case before = stored.record.subject;
            if (before.version != expectedVersion) {
                return someoneWasFirst(before, expectedVersion);
            }
            const QString openBefore = openAt(before);
            const std::optional<CaseTask> taskBefore = stored.record.process.task;
            Result<std::pair<CaseRecord, CaseEvent>> next =
                follow(std::move(stored.record), stored.head, step);
            if (!next) {
                return next.error();
            }
            const auto [record, event] = std::move(next).value();
            after = record.subject;
            if (!mIsGuarded) {
                if (Result<void> judged = judge(after, event); !judged) {
                    return judged;
                }
            }
            // The event first: the file itself says whether this person may take the step.
            for (const Result<void> &write :
                 {insertEvent(stored.row, event, after.number),
                  updateRow(record, event.hash, stored.row, expectedVersion),
                  noteMilestones(stored.row, before, after, event, step.facts),
                  writeTasks(mConnection, taskRows(taskBefore, record, event)),
                  moveOpen(openBefore, openAt(after)),
                  insertAttachments(stored.row, event.sequence, step.attachments)}) {
                if (!write) {
                    return write;
                }
            }
            return {};
        },
        WriteLock::Rows);
    if (!done) {
        return done.error();
    }
    return after;
}

Result<void> SqlCases::judge(const Case &subject, const CaseEvent &event)
{
    const Result<QList<CaseEvent>> earlier = events(subject.id);
    const Result<PeopleBehind> people = peopleBehindAccounts(mConnection);
    if (!earlier || !people) {
        return earlier ? people.error() : earlier.error();
    }
    const QList<CaseEvent> &log = earlier.value();
    const CaseEvent *own =
        ownWork({log.constData(), static_cast<std::size_t>(log.size())}, event, people.value());
    return own == nullptr ? Result<void>() : Result<void>(refusedOwnWork(subject.number, event));
}

Result<SqlCases::StoredCase> SqlCases::read(const CaseId &id)
{
    static const QString sql =
        u"SELECT %1, process, id, head FROM cases WHERE uuid = ?"_s.arg(caseColumns());
    static const QString locking = sql + kLocking;
    Result<SqlStatement> prepared = mConnection.prepare(isHeld() ? locking : sql);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    if (const Result<void> run = statement.bind(id.toText()).run(); !run) {
        return run.error();
    }
    if (!statement.next()) {
        return noSuchCase(id.toText());
    }
    Result<CaseRecord> record = readRecord(statement);
    if (!record) {
        return record.error();
    }
    const int behind = caseColumnCount() + 1;
    return StoredCase{
        std::move(record).value(), statement.longNumber(behind), statement.bytes(behind + 1)};
}

Result<void> SqlCases::checkSeen(const CaseId &id)
{
    if (mGuard.isOpen()) {
        return {};
    }
    const Result<StoredCase> stored = read(id);
    return stored ? mGuard.maySee(stored.value().record) : Result<void>(stored.error());
}

Result<QList<Case>> SqlCases::seenOf(const QList<Case> &cases)
{
    if (mGuard.isOpen()) {
        return cases;
    }
    QList<Case> seen;
    for (const Case &subject : cases) {
        const Result<void> may = checkSeen(subject.id);
        if (!may && may.error().code != ErrorCode::Refused) {
            return may.error();
        }
        if (may) {
            seen.append(subject);
        }
    }
    return seen;
}

Result<Case> SqlCases::find(const CaseId &id)
{
    if (!mGuard.isOpen()) {
        Result<CaseRecord> seen = record(id);
        return seen ? Result<Case>(std::move(seen).value().subject) : Result<Case>(seen.error());
    }
    static const QString sql = u"SELECT %1 FROM cases WHERE uuid = ?"_s.arg(caseColumns());
    static const QString locking = sql + kLocking;
    Result<SqlStatement> prepared = mConnection.prepare(isHeld() ? locking : sql);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    if (const Result<void> run = statement.bind(id.toText()).run(); !run) {
        return run.error();
    }
    return statement.next() ? Result<Case>(readCase(statement))
                            : Result<Case>(noSuchCase(id.toText()));
}

Result<CaseRecord> SqlCases::record(const CaseId &id)
{
    Result<StoredCase> stored = read(id);
    if (!stored) {
        return stored.error();
    }
    if (const Result<void> may = mGuard.maySee(stored.value().record); !may) {
        return may.error();
    }
    return std::move(stored).value().record;
}

Result<Case> SqlCases::findNumber(const QString &number)
{
    // The index of numbers begins with the length. Of "number = ?" SQLite would conclude that the
    // length is a constant too, and go through all rows.
    static const QString sql =
        u"SELECT %1 FROM cases INDEXED BY cases_number "
        "WHERE length(number) = ? AND number BETWEEN ? AND ?"_s.arg(caseColumns());
    Result<SqlStatement> prepared = mConnection.prepare(sql);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    statement.bind(static_cast<int>(number.size()));
    if (const Result<void> run = statement.bind(number).bind(number).run(); !run) {
        return run.error();
    }
    if (!statement.next()) {
        return noSuchCase(number);
    }
    const Case found = readCase(statement);
    const Result<void> may = checkSeen(found.id);
    return may ? Result<Case>(found) : Result<Case>(may.error());
}

Result<QList<CaseEvent>> SqlCases::events(const CaseId &id)
{
    if (const Result<void> may = checkSeen(id); !may) {
        return may.error();
    }
    static const QString sql =
        u"SELECT %1 FROM events WHERE case_id = (SELECT id FROM cases WHERE uuid = ?) "
        "ORDER BY sequence"_s.arg(eventColumns());
    Result<SqlStatement> prepared = mConnection.prepare(sql);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    statement.bind(id.toText());
    return readEvents(statement);
}

Result<QList<Attachment>> SqlCases::attachments(const CaseId &id)
{
    if (const Result<void> may = checkSeen(id); !may) {
        return may.error();
    }
    Result<SqlStatement> prepared = mConnection.prepare(
        u"SELECT name, media_type, content FROM attachments "
        "WHERE case_id = (SELECT id FROM cases WHERE uuid = ?) ORDER BY sequence, id"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    if (const Result<void> run = statement.bind(id.toText()).run(); !run) {
        return run.error();
    }
    QList<Attachment> attachments;
    while (statement.next()) {
        attachments.append({statement.text(0), statement.text(1), statement.bytes(2)});
    }
    return attachments;
}

Result<void>
SqlCases::visitAll(const std::function<bool(const Case &, const QList<CaseEvent> &)> &visit)
{
    return visitRows({}, [&](const SqlStatement &row, const QList<CaseEvent> &events) {
        return visit(readCase(row), events);
    });
}

Result<void> SqlCases::visitRecords(
    const std::function<bool(const CaseRecord &, const QList<CaseEvent> &)> &visit)
{
    return visitRows(u", process"_s, [&](const SqlStatement &row, const QList<CaseEvent> &events) {
        CaseRecord record{readCase(row), {}};
        // What cannot be read is shown as nothing: whoever compares it with the log sees that.
        if (Result<CaseProcess> process = CaseProcess::fromJson(row.bytes(caseColumnCount() + 1))) {
            record.process = std::move(process).value();
        }
        return visit(record, events);
    });
}

Result<void> SqlCases::visitRows(
    const QString &more,
    const std::function<bool(const SqlStatement &, const QList<CaseEvent> &)> &visit)
{
    const Result<CaseSight> seen = mGuard.sight();
    if (!seen) {
        return seen.error();
    }
    const SightSql sight(seen.value(), mConnection.dialect());
    const QString caseSql =
        u"SELECT %1, id%2 FROM cases NOT INDEXED WHERE id >= ? AND id < ?%3 ORDER BY id"_s.arg(
            caseColumns(), more, sight.text());
    // The logs of all of them in the same order, by one statement; to be merged with the rows.
    const QString eventSql =
        u"SELECT %1, case_id FROM events WHERE case_id >= ? AND case_id < ?%2 "
        "ORDER BY case_id, sequence"_s.arg(
            eventColumns(),
            sight.conditions.isEmpty()
                ? QString()
                : u" AND case_id IN (SELECT id FROM cases WHERE id >= ? AND id < ?%1)"_s.arg(
                      sight.text()));
    static const int kOwner = static_cast<int>(eventColumns().count(u',')) + 1;
    return forStretches(mConnection, {}, [&](const CaseStretch &stretch) -> Result<bool> {
        const auto bound = [&](SqlStatement &to) -> SqlStatement & {
            to.bind(stretch.first).bind(stretch.end);
            return to;
        };
        const auto bindSight = [&](SqlStatement &to) {
            for (const QVariant &value : sight.values) {
                to.bind(value);
            }
        };
        Result<SqlStatement> preparedCases = mConnection.prepare(caseSql);
        Result<SqlStatement> preparedEvents = mConnection.prepare(eventSql);
        if (!preparedCases || !preparedEvents) {
            return preparedCases ? preparedEvents.error() : preparedCases.error();
        }
        SqlStatement cases = std::move(preparedCases).value();
        SqlStatement log = std::move(preparedEvents).value();
        bindSight(bound(cases));
        bound(log);
        if (!sight.conditions.isEmpty()) {
            bindSight(bound(log));
        }
        for (SqlStatement *statement : {&cases, &log}) {
            if (const Result<void> run = statement->run(); !run) {
                return run.error();
            }
        }
        bool hasEvent = log.next();
        while (cases.next()) {
            const qint64 row = cases.longNumber(caseColumnCount());
            QList<CaseEvent> events;
            for (; hasEvent && log.longNumber(kOwner) <= row; hasEvent = log.next()) {
                if (log.longNumber(kOwner) == row) {
                    events.append(readEvent(log, 0));
                }
            }
            if (!visit(cases, events)) {
                return false;
            }
        }
        return true;
    });
}

Result<std::unique_ptr<CaseBatch>> SqlCases::beginBatch()
{
    if (const Result<void> may = mGuard.may(Thing::Case, u"import"_s); !may) {
        return may.error();
    }
    Result<std::unique_ptr<SqlCaseBatch>> batch = SqlCaseBatch::begin(mConnection, mInfo, *this);
    if (!batch) {
        return batch.error();
    }
    return std::unique_ptr<CaseBatch>(std::move(batch).value());
}

Result<QHash<QString, int>> SqlCases::openByUnit()
{
    Result<SqlStatement> prepared = mConnection.prepare(
        mConnection.pick(u"SELECT unit, count FROM gridward_open_cases WHERE count <> 0"_s,
                         u"SELECT unit, sum(count) FROM gridward_open_cases GROUP BY unit "
                         "HAVING sum(count) <> 0"_s));
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    if (const Result<void> run = statement.run(); !run) {
        return run.error();
    }
    QHash<QString, int> counts;
    while (statement.next()) {
        counts.insert(statement.text(0), statement.number(1));
    }
    return counts;
}

} // namespace gridward
