// SPDX-License-Identifier: GPL-3.0-or-later
// What the indicators count, beside the rows of the cases.
#include "models/store/casesightsql.h"
#include "models/store/casestretches.h"
#include "models/store/milestonerows.h"
#include "models/store/sqlcases.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

Result<void> SqlCases::visitEvaluated(const EvaluatedQuery &query,
                                      const std::function<bool(const EvaluatedCase &)> &visit)
{
    const Result<CaseSight> seen = mGuard.sight();
    if (!seen) {
        return seen.error();
    }
    const SightSql sight(seen.value(), mConnection.dialect());
    // By row number, that is by time of registration; the milestones lie in the same order.
    const QString sql =
        u"SELECT %1 FROM cases NOT INDEXED LEFT JOIN case_milestones AS m ON m.case_id = cases.id "
        "WHERE id >= ? AND id < ?%2 ORDER BY id"_s.arg(evaluatedColumns(), sight.text());
    const Result<qint64> first = firstBehind(query);
    if (!first) {
        return first.error();
    }
    const CaseStretch period{first.value(), firstRowNumber(query.to)};
    EvaluatedCase subject;
    return forStretches(mConnection, period, [&](const CaseStretch &stretch) -> Result<bool> {
        Result<SqlScan> prepared = mConnection.prepareScan(sql);
        if (!prepared) {
            return prepared.error();
        }
        SqlScan scan = std::move(prepared).value();
        scan.bind(stretch.first).bind(stretch.end);
        for (const QVariant &value : sight.values) {
            scan.bind(value);
        }
        while (scan.next()) {
            readEvaluated(scan, subject);
            if (!visit(subject)) {
                return false;
            }
        }
        return scan.error() ? Result<bool>(*scan.error()) : Result<bool>(true);
    });
}

Result<qint64> SqlCases::firstBehind(const EvaluatedQuery &query)
{
    const qint64 first = firstRowNumber(query.from);
    if (!query.after) {
        return first;
    }
    Result<SqlStatement> prepared = mConnection.prepare(u"SELECT id FROM cases WHERE uuid = ?"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    if (const Result<void> run = statement.bind(query.after->toText()).run(); !run) {
        return run.error();
    }
    return statement.next() ? std::max(first, statement.longNumber(0) + 1) : first;
}

Result<CaseMilestones> SqlCases::milestones(const CaseId &id)
{
    const Result<StoredCase> stored = read(id);
    if (!stored) {
        return stored.error();
    }
    if (const Result<void> may = mGuard.maySee(stored.value().record); !may) {
        return may.error();
    }
    const Result<std::optional<CaseMilestones>> kept =
        readMilestones(mConnection, stored.value().row);
    if (!kept) {
        return kept.error();
    }
    if (kept.value()) {
        return *kept.value();
    }
    const Case &subject = stored.value().record.subject;
    CaseMilestones imported;
    imported.filedAt = subject.filedAt;
    imported.dispatchedAt = subject.dispatchedAt;
    imported.handledAt = subject.handledAt;
    return imported;
}

Result<void> SqlCases::noteMilestones(qint64 row,
                                      const Case &before,
                                      const Case &after,
                                      const CaseEvent &event,
                                      const QJsonObject &facts)
{
    Result<std::optional<CaseMilestones>> kept = readMilestones(mConnection, row);
    if (!kept) {
        return kept.error();
    }
    if (!kept.value() || event.action == CaseAction::Withdraw) {
        // What is taken back leaves no trace in them: only the whole log can say what was before.
        const Result<QList<CaseEvent>> all = eventsOfRow(mConnection, row);
        if (!all) {
            return all.error();
        }
        const Result<CaseMilestones> derived = milestonesOf(after.id, all.value());
        return derived ? writeMilestones(mConnection, row, derived.value())
                       : Result<void>(derived.error());
    }
    CaseMilestones milestones = *std::move(kept).value();
    const CaseMilestones unchanged = milestones;
    milestones.note(before, after, event, identityOf(event, facts));
    return milestones == unchanged ? Result<void>() : writeMilestones(mConnection, row, milestones);
}

} // namespace gridward
