// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/casesightsql.h"
#include "models/store/casestretches.h"
#include "models/store/sqlcases.h"

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

/** The columns of a case that say whether it is where and what is asked for. */
constexpr int kLateFrom = 7;

/** Whether what SQL was not asked for is so too. */
bool matches(const SqlStatement &row, const CasePlaceQuery &query)
{
    if ((query.openOnly && !row.flag(4)) || (query.kind && row.text(2) != toId(*query.kind)) ||
        (!query.classCode.isEmpty() && !row.text(3).startsWith(query.classCode)) ||
        (!query.street.isEmpty() && row.text(5) != query.street) ||
        (query.level && row.text(6) != toId(*query.level)) ||
        (query.source && row.text(kLateFrom) != toId(*query.source))) {
        return false;
    }
    if (!query.late) {
        return true;
    }
    const std::optional<Instant> handled = row.instant(kLateFrom + 3);
    return !row.flag(kLateFrom + 5) && ranLate(row.instant(kLateFrom + 1),
                                               row.instant(kLateFrom + 2),
                                               handled ? handled : row.instant(kLateFrom + 4),
                                               query.at) == *query.late;
}

constexpr int kNumberLength = 19; ///< division 6 + day 8 + running number 5

/** The first text that comes behind everything that begins so; digits and letters only. */
QString behind(const QString &beginning)
{
    return beginning + QChar(0xffff);
}

} // namespace

bool ranLate(const std::optional<Instant> &overdueAt,
             const std::optional<Instant> &dueAt,
             const std::optional<Instant> &ended,
             Instant at)
{
    return overdueAt.has_value() || (dueAt && ended.value_or(at) > *dueAt);
}

Result<void> SqlCases::visitPlaces(const CasePlaceQuery &query,
                                   const std::function<bool(const CasePlace &)> &visit)
{
    const Result<CaseSight> seen = mGuard.sight();
    if (!seen) {
        return seen.error();
    }
    const SightSql sight(seen.value(), mConnection.dialect());
    // By row number, that is by time: the indexes of the other columns know no time.
    const QString sql =
        u"SELECT geom, uuid, kind, class_code, is_open, street, level, source, "
        "overdue_at, due_at, handled_at, closed_at, exempt "
        "FROM cases NOT INDEXED WHERE id >= ? AND id < ?%1 ORDER BY id"_s.arg(sight.text());
    const CaseStretch period{firstRowNumber(query.from), firstRowNumber(query.to)};
    return forStretches(mConnection, period, [&](const CaseStretch &stretch) -> Result<bool> {
        Result<SqlStatement> prepared = mConnection.prepare(sql);
        if (!prepared) {
            return prepared.error();
        }
        SqlStatement statement = std::move(prepared).value();
        statement.bind(stretch.first).bind(stretch.end);
        for (const QVariant &value : sight.values) {
            statement.bind(value);
        }
        if (const Result<void> run = statement.run(); !run) {
            return run.error();
        }
        while (statement.next()) {
            if (!matches(statement, query)) {
                continue;
            }
            const std::optional<CaseSource> source = caseSourceFromId(statement.text(kLateFrom));
            if (!visit({CaseId::fromText(statement.text(1)).value_or(CaseId{}),
                        statement.point(0),
                        source && hasReporter(*source)})) {
                return false;
            }
        }
        return true;
    });
}

Result<qint64> SqlCases::countRegistered(Instant from, Instant to)
{
    const Result<CaseSight> seen = mGuard.sight();
    if (!seen) {
        return seen.error();
    }
    const SightSql sight(seen.value(), mConnection.dialect());
    // The index on the ids holds all that is needed: they begin with the time.
    Result<SqlStatement> prepared = mConnection.prepare(
        u"SELECT count(*) FROM cases WHERE uuid >= ? AND uuid < ?%1"_s.arg(sight.text()));
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    statement.bind(CaseId::make(from, 0, 0).toText().left(13))
        .bind(CaseId::make(to, 0, 0).toText().left(13));
    for (const QVariant &value : sight.values) {
        statement.bind(value);
    }
    if (const Result<void> run = statement.run(); !run) {
        return run.error();
    }
    return statement.next() ? statement.longNumber(0) : 0;
}

Result<QList<int>>
SqlCases::registeredPer(std::chrono::milliseconds length, Instant from, Instant to)
{
    QList<int> counts;
    if (from >= to) {
        return counts;
    }
    const Result<CaseSight> seen = mGuard.sight();
    if (!seen) {
        return seen.error();
    }
    const SightSql sight(seen.value(), mConnection.dialect());
    // Row numbers begin with the time, so that a stretch of time is one of numbers.
    Result<SqlStatement> prepared =
        mConnection.prepare(u"SELECT (id - ?) / ?, count(*) FROM cases NOT INDEXED "
                            "WHERE id >= ? AND id < ?%1 GROUP BY 1"_s.arg(sight.text()));
    if (!prepared) {
        return prepared.error();
    }
    const qint64 first = firstRowNumber(from);
    SqlStatement statement = std::move(prepared).value();
    statement.bind(first).bind(firstRowNumber(Instant(length)));
    statement.bind(first).bind(firstRowNumber(to));
    for (const QVariant &value : sight.values) {
        statement.bind(value);
    }
    if (const Result<void> run = statement.run(); !run) {
        return run.error();
    }
    counts.resize((to - from + length - std::chrono::milliseconds(1)) / length);
    while (statement.next()) {
        counts[statement.longNumber(0)] = statement.number(1);
    }
    return counts;
}

Result<QList<Case>> SqlCases::withNumber(const QString &beginning, int limit)
{
    // The index of numbers begins with the length; of a longer one there are few.
    static const QString sql =
        u"SELECT %1 FROM cases INDEXED BY cases_number WHERE length(number) = ? "
        "AND number >= ? AND number < ? ORDER BY number LIMIT ?"_s.arg(caseColumns());
    QList<Case> found;
    for (int length = kNumberLength; length <= kNumberLength + 1; ++length) {
        Result<SqlStatement> prepared = mConnection.prepare(sql);
        if (!prepared) {
            return prepared.error();
        }
        SqlStatement statement = std::move(prepared).value();
        statement.bind(length).bind(beginning).bind(behind(beginning));
        statement.bind(limit - static_cast<int>(found.size()));
        if (const Result<void> run = statement.run(); !run) {
            return run.error();
        }
        while (statement.next()) {
            found.append(readCase(statement));
        }
    }
    return seenOf(found);
}

Result<QHash<QString, int>> SqlCases::openByPerson(const QStringList &people)
{
    // The index has those cases alone that are somebody's: a report costs it nothing. What was
    // handed in is no work of theirs any more.
    Result<SqlStatement> prepared =
        mConnection.prepare(u"SELECT count(*) FROM cases INDEXED BY cases_open_person "
                            "WHERE is_open = 1 AND person <> '' AND person = ? "
                            "AND handled_at IS NULL"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    QHash<QString, int> counts;
    for (const QString &person : people) {
        if (const Result<void> run = statement.bind(person).run(); !run) {
            return run.error();
        }
        if (statement.next() && statement.number(0) > 0) {
            counts.insert(person, statement.number(0));
        }
    }
    return counts;
}

} // namespace gridward
