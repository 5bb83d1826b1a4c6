// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/milestonerows.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

/** Of `case_milestones` behind the case, in the order of bindAll() and read(). */
const QStringList &columns()
{
    static const QStringList all{
        u"reported_by"_s,      u"looked_at"_s,     u"verified_at"_s,
        u"verify_due_at"_s,    u"verified_by"_s,   u"first_filed_at"_s,
        u"filing_due_at"_s,    u"filed_by"_s,      u"first_dispatched_at"_s,
        u"dispatch_due_at"_s,  u"dispatched_by"_s, u"acted_at"_s,
        u"first_handled_at"_s, u"handled_by"_s,    u"first_checked_at"_s,
        u"check_due_at"_s,     u"checked_by"_s,    u"closed_by"_s,
        u"replied_at"_s,       u"satisfied"_s,     u"returns"_s,
        u"transfers"_s,        u"reworks"_s};
    return all;
}

void read(const SqlScan &row, int from, CaseMilestones &into)
{
    int column = from;
    into.reportedBy = row.text(column++);
    into.lookedAt = row.instant(column++);
    into.verifiedAt = row.instant(column++);
    into.verifyDueAt = row.instant(column++);
    into.verifiedBy = row.text(column++);
    into.filedAt = row.instant(column++);
    into.filingDueAt = row.instant(column++);
    into.filedBy = row.text(column++);
    into.dispatchedAt = row.instant(column++);
    into.dispatchDueAt = row.instant(column++);
    into.dispatchedBy = row.text(column++);
    into.actedAt = row.instant(column++);
    into.handledAt = row.instant(column++);
    into.handledBy = row.text(column++);
    into.checkedAt = row.instant(column++);
    into.checkDueAt = row.instant(column++);
    into.checkedBy = row.text(column++);
    into.closedBy = row.text(column++);
    into.repliedAt = row.instant(column++);
    into.satisfied =
        row.isNull(column) ? std::nullopt : std::optional<bool>(row.number(column) != 0);
    ++column;
    into.returns = static_cast<int>(row.number(column++));
    into.transfers = static_cast<int>(row.number(column++));
    into.reworks = static_cast<int>(row.number(column));
}

/** How many columns readEvaluated() takes from `cases`. */
constexpr int kOfCase = 21;

} // namespace

Result<void>
writeMilestones(SqlConnection &connection, qint64 row, const CaseMilestones &milestones)
{
    static const QString sql = [] {
        QStringList updates;
        for (const QString &column : columns()) {
            updates.append(column + u" = excluded."_s + column);
        }
        return u"INSERT INTO case_milestones (case_id, %1) VALUES (?%2) "
               "ON CONFLICT (case_id) DO UPDATE SET %3"_s.arg(columns().join(u", "_s),
                                                              u", ?"_s.repeated(columns().size()),
                                                              updates.join(u", "_s));
    }();
    Result<SqlInsert> statement = connection.prepareInsert(sql);
    if (!statement) {
        return statement.error();
    }
    SqlInsert insert = std::move(statement).value();
    insert.bind(row)
        .bind(milestones.reportedBy)
        .bind(milestones.lookedAt)
        .bind(milestones.verifiedAt)
        .bind(milestones.verifyDueAt)
        .bind(milestones.verifiedBy)
        .bind(milestones.filedAt)
        .bind(milestones.filingDueAt)
        .bind(milestones.filedBy)
        .bind(milestones.dispatchedAt)
        .bind(milestones.dispatchDueAt)
        .bind(milestones.dispatchedBy)
        .bind(milestones.actedAt)
        .bind(milestones.handledAt)
        .bind(milestones.handledBy)
        .bind(milestones.checkedAt)
        .bind(milestones.checkDueAt)
        .bind(milestones.checkedBy)
        .bind(milestones.closedBy)
        .bind(milestones.repliedAt);
    if (milestones.satisfied) {
        insert.bind(*milestones.satisfied);
    } else {
        insert.bindNull();
    }
    return insert.bind(milestones.returns)
        .bind(milestones.transfers)
        .bind(milestones.reworks)
        .run();
}

Result<std::optional<CaseMilestones>> readMilestones(SqlConnection &connection, qint64 row)
{
    static const QString sql =
        u"SELECT %1 FROM case_milestones WHERE case_id = ?"_s.arg(columns().join(u", "_s));
    Result<SqlScan> prepared = connection.prepareScan(sql);
    if (!prepared) {
        return prepared.error();
    }
    SqlScan scan = std::move(prepared).value();
    scan.bind(row);
    if (!scan.next()) {
        return scan.error() ? Result<std::optional<CaseMilestones>>(*scan.error())
                            : Result<std::optional<CaseMilestones>>(std::nullopt);
    }
    CaseMilestones milestones;
    read(scan, 0, milestones);
    return std::optional(std::move(milestones));
}

const QString &evaluatedColumns()
{
    static const QString all =
        u"uuid, state, source, level, class_code, street, community, grid, unit, person, "
        "reported_at, filed_at, dispatched_at, due_at, handled_at, closed_at, overdue_at, exempt, "
        "merged_into, m.case_id, 0, m."_s +
        columns().join(u", m."_s);
    return all;
}

void readEvaluated(const SqlScan &row, EvaluatedCase &into)
{
    into.id = CaseId::fromText(row.text(0)).value_or(CaseId{});
    into.state = caseStateFromId(row.text(1)).value_or(CaseState::Registered);
    into.source = caseSourceFromId(row.text(2)).value_or(CaseSource::Patrol);
    into.level = caseLevelFromId(row.text(3)).value_or(CaseLevel::Blue);
    into.classCode = row.text(4);
    into.street = row.text(5);
    into.community = row.text(6);
    into.grid = row.text(7);
    into.unit = row.text(8);
    into.person = row.text(9);
    into.reportedAt = row.instant(10).value_or(Instant{});
    into.dueAt = row.instant(13);
    into.handledAt = row.instant(14);
    into.closedAt = row.instant(15);
    into.overdueAt = row.instant(16);
    into.exempt = row.number(17) != 0;
    into.isDuplicate = !row.isNull(18);
    if (row.isNull(19)) {
        into.milestones = {}; // imported in one piece: only the row knows
        into.milestones.filedAt = row.instant(11);
        into.milestones.dispatchedAt = row.instant(12);
        into.milestones.handledAt = into.handledAt;
    } else {
        read(row, kOfCase, into.milestones);
    }
}

} // namespace gridward
