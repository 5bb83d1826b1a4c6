// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of cases: each by an index of its own.
#include "models/store/casesightsql.h"
#include "models/store/sqlcases.h"

#include <QCoreApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SqlCases)
};

constexpr int kLargestList = 100'000;
constexpr int kFewOverdue = 2000; ///< up to here they are sorted; above it they are met soon enough

/** Which index answers which filters; the columns are compared in this order. */
struct ListPlan
{
    const char *index;
    bool state;
    bool street;
    bool classCode;
    bool grid;
    bool unit;
    bool open;
};

constexpr ListPlan kPlans[] = {
    {"NOT INDEXED", false, false, false, false, false, false},
    {"INDEXED BY cases_state", true, false, false, false, false, false},
    {"INDEXED BY cases_street", false, true, false, false, false, false},
    {"INDEXED BY cases_class", false, false, true, false, false, false},
    {"INDEXED BY cases_state_street", true, true, false, false, false, false},
    {"INDEXED BY cases_state_class", true, false, true, false, false, false},
    {"INDEXED BY cases_street_class", false, true, true, false, false, false},
    {"INDEXED BY cases_state_street_class", true, true, true, false, false, false},
    {"INDEXED BY cases_grid", false, false, false, true, false, false},
    {"INDEXED BY cases_open", false, false, false, false, false, true},
    {"INDEXED BY cases_open_street", false, true, false, false, false, true},
    {"INDEXED BY cases_open_class", false, false, true, false, false, true},
    {"INDEXED BY cases_open_street_class", false, true, true, false, false, true},
    {"INDEXED BY cases_open_grid", false, false, false, true, false, true},
    {"INDEXED BY cases_open_unit", false, false, false, false, true, true},
};

const ListPlan *planFor(const CaseQuery &query)
{
    // A state says by itself whether a case is open.
    const bool open =
        (query.openOnly || query.overdueAt || !query.unit.isEmpty()) && !query.state.has_value();
    for (const ListPlan &plan : kPlans) {
        if (plan.state == query.state.has_value() && plan.street == !query.street.isEmpty() &&
            plan.classCode == !query.classCode.isEmpty() && plan.grid == !query.grid.isEmpty() &&
            plan.unit == !query.unit.isEmpty() && plan.open == open) {
            return &plan;
        }
    }
    return nullptr;
}

/** The few overdue ones, by their own index, sorted: for when going through all open ones is long.
 */
const ListPlan kByDueTime{"INDEXED BY cases_open_due", true, true, true, true, true, true};
/** The same of one street and class, where there are few among many. */
const ListPlan kByDueTimeThere{
    "INDEXED BY cases_open_street_class_due", true, true, true, true, true, true};

/** The overdue ones of the street and class alone, if the query says both. */
bool saysWhereAndWhat(const CaseQuery &query)
{
    return !query.street.isEmpty() && !query.classCode.isEmpty();
}

bool sortsFew(const ListPlan &plan)
{
    return &plan == &kByDueTime || &plan == &kByDueTimeThere;
}

QString
listSql(const ListPlan &plan, const CaseQuery &query, const SightSql &sight, SqlDialect dialect)
{
    QStringList conditions;
    const auto add = [&](bool wanted, const QString &condition) {
        if (wanted) {
            conditions.append(condition);
        }
    };
    add(plan.open, u"is_open = 1"_s);
    add(query.state.has_value(), u"state = ?"_s);
    add(!query.street.isEmpty(), u"street = ?"_s);
    add(!query.classCode.isEmpty(), u"class_code = ?"_s);
    add(!query.grid.isEmpty(), u"grid = ?"_s);
    add(!query.unit.isEmpty(), u"unit = ?"_s);
    add(query.overdueAt.has_value(), u"due_at < ? AND due_at < coalesce(handled_at, 'infinity')"_s);
    add(query.before.has_value(), u"id < coalesce((SELECT id FROM cases WHERE uuid = ?), ?)"_s);
    conditions += sight.conditions;
    const QString where =
        conditions.isEmpty() ? QString() : u" WHERE "_s + conditions.join(u" AND "_s);
    if (dialect == SqlDialect::PostgreSQL && sortsFew(plan)) {
        // What is late is collected by its own index; then the few are sorted.
        return u"SELECT %1 FROM (SELECT * FROM cases%2 OFFSET 0) AS late "
               "ORDER BY id DESC LIMIT ?"_s.arg(caseColumns(), where);
    }
    return u"SELECT %1 FROM cases %2%3 ORDER BY id DESC LIMIT ?"_s.arg(
        caseColumns(), QLatin1String(plan.index), where);
}

} // namespace

Result<QList<Case>> SqlCases::list(const CaseQuery &asked)
{
    const Result<CaseSight> seen = mGuard.sight();
    if (!seen) {
        return seen.error();
    }
    CaseQuery query = asked;
    CaseSight sight = seen.value();
    if (sight.isBlind) {
        return QList<Case>(); // SQLite finds no plan by an index for what is never true
    }
    if (!sight.street.isEmpty() && query.grid.isEmpty() && query.unit.isEmpty() &&
        (query.street.isEmpty() || query.street == sight.street)) {
        query.street = std::exchange(sight.street, {}); // by the index of streets
    }
    const SightSql theirs(sight, mConnection.dialect());
    if (query.state && !isOpen(*query.state) &&
        (query.openOnly || query.overdueAt || !query.unit.isEmpty())) {
        return QList<Case>(); // no case is both
    }
    const ListPlan *plan = planFor(query);
    if (plan == nullptr) {
        return Error{
            ErrorCode::InvalidInput,
            Words::tr("A list by grid or unit takes no other filter than open and overdue."),
            {}};
    }
    if (query.overdueAt) {
        const Result<bool> few = hasFewOverdue(query, *query.overdueAt);
        if (!few) {
            return few.error();
        }
        if (few.value()) {
            plan = saysWhereAndWhat(query) ? &kByDueTimeThere : &kByDueTime;
        }
    }
    Result<SqlStatement> prepared =
        mConnection.prepare(listSql(*plan, query, theirs, mConnection.dialect()));
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    if (query.state) {
        statement.bind(toId(*query.state));
    }
    for (const QString &text : {query.street, query.classCode, query.grid, query.unit}) {
        if (!text.isEmpty()) {
            statement.bind(text);
        }
    }
    if (query.overdueAt) {
        statement.bind(query.overdueAt);
    }
    if (query.before) {
        // An id that no case has still says when.
        statement.bind(query.before->toText()).bind(query.before->rowNumber());
    }
    for (const QVariant &value : theirs.values) {
        statement.bind(value);
    }
    statement.bind(std::clamp(query.limit, 0, kLargestList));
    if (const Result<void> run = statement.run(); !run) {
        return run.error();
    }
    QList<Case> cases;
    while (statement.next()) {
        cases.append(readCase(statement));
    }
    return cases;
}

Result<bool> SqlCases::hasFewOverdue(const CaseQuery &query, Instant at)
{
    const bool there = saysWhereAndWhat(query);
    Result<SqlStatement> prepared = mConnection.prepare(
        there
            ? u"SELECT count(*) FROM (SELECT 1 FROM cases INDEXED BY cases_open_street_class_due "
              "WHERE is_open = 1 AND street = ? AND class_code = ? AND due_at < ? LIMIT ?) AS few"_s
            : u"SELECT count(*) FROM (SELECT 1 FROM cases INDEXED BY cases_open_due "
              "WHERE is_open = 1 AND due_at < ? LIMIT ?) AS few"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    if (there) {
        statement.bind(query.street).bind(query.classCode);
    }
    if (const Result<void> run = statement.bind(std::optional(at)).bind(kFewOverdue + 1).run();
        !run) {
        return run.error();
    }
    return statement.next() && statement.number(0) <= kFewOverdue;
}

Result<QList<CaseId>> SqlCases::due(Instant now, int limit)
{
    Result<SqlStatement> prepared =
        mConnection.prepare(u"SELECT uuid FROM cases INDEXED BY cases_open_next "
                            "WHERE is_open = 1 AND next_at IS NOT NULL AND next_at <= ? "
                            "ORDER BY next_at, id LIMIT ?"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    statement.bind(std::optional(now)).bind(std::clamp(limit, 0, kLargestList));
    if (const Result<void> run = statement.run(); !run) {
        return run.error();
    }
    QList<CaseId> ids;
    while (statement.next()) {
        ids.append(CaseId::fromText(statement.text(0)).value_or(CaseId{}));
    }
    return ids;
}

Result<PressingCases> SqlCases::pressing(qint64 behind, int limit)
{
    Result<SqlStatement> prepared =
        mConnection.prepare(u"SELECT id, uuid, process FROM cases INDEXED BY cases_open "
                            "WHERE is_open = 1 AND id > ? ORDER BY id LIMIT ?"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    const int most = std::clamp(limit, 1, kLargestList);
    if (const Result<void> run = statement.bind(behind).bind(most).run(); !run) {
        return run.error();
    }
    PressingCases found;
    found.mark = behind;
    int visited = 0;
    while (statement.next()) {
        ++visited;
        found.mark = statement.longNumber(0);
        const QByteArray process = statement.bytes(2);
        // As CaseProcess::toJson() writes them; what has neither leaves them out.
        if (process.contains("\"rungs\":") || process.contains("\"calls\":")) {
            found.ids.append(CaseId::fromText(statement.text(1)).value_or(CaseId{}));
        }
    }
    found.isLast = visited < most;
    return found;
}

Result<QList<Case>> SqlCases::childrenOf(const CaseId &id)
{
    static const QString sql = u"SELECT %1 FROM cases INDEXED BY cases_parent WHERE parent = ? "
                               "ORDER BY length(number), number"_s.arg(caseColumns());
    return namedBy(sql, id);
}

Result<QList<Case>> SqlCases::bundledWith(const CaseId &id)
{
    static const QString sql =
        u"SELECT %1 FROM cases INDEXED BY cases_open_bundle WHERE is_open = 1 AND bundle = ? "
        "ORDER BY length(number), number"_s.arg(caseColumns());
    return namedBy(sql, id);
}

Result<QList<Case>> SqlCases::namedBy(const QString &sql, const CaseId &id)
{
    Result<SqlStatement> prepared = mConnection.prepare(sql);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    if (const Result<void> run = statement.bind(id.toText()).run(); !run) {
        return run.error();
    }
    QList<Case> cases;
    while (statement.next()) {
        cases.append(readCase(statement));
    }
    return seenOf(cases);
}

} // namespace gridward
