// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/casesightsql.h"
#include "models/store/casestretches.h"
#include "models/store/sqlcases.h"

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kNumberLength = 19; ///< division 6 + day 8 + running number 5

/** The first text that comes behind everything that begins so; digits and letters only. */
QString behind(const QString &beginning)
{
    return beginning + QChar(0xffff);
}

} // namespace

Result<void>
SqlCases::visitPlaces(const CasePlaceQuery &query,
                      const std::function<bool(const std::optional<GeoPoint> &)> &visit)
{
    const Result<CaseSight> seen = mGuard.sight();
    if (!seen) {
        return seen.error();
    }
    const SightSql sight(seen.value(), mConnection.dialect());
    // By row number, that is by time: the indexes of the other columns know no time.
    const QString sql = u"SELECT geom, kind, class_code, street, is_open FROM cases NOT INDEXED "
                        "WHERE id >= ? AND id < ?%1 ORDER BY id"_s.arg(sight.text());
    const QString kind = query.kind ? toId(*query.kind) : QString();
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
            if ((query.openOnly && !statement.flag(4)) ||
                (!kind.isEmpty() && statement.text(1) != kind) ||
                (!query.classCode.isEmpty() && !statement.text(2).startsWith(query.classCode)) ||
                (!query.street.isEmpty() && statement.text(3) != query.street)) {
                continue;
            }
            if (!visit(statement.point(0))) {
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
