// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/casestretches.h"

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

/** Where the stretch that begins at the start of `rest` ends: the index alone is asked. */
Result<qint64> endOfStretch(SqlConnection &connection, const CaseStretch &rest)
{
    Result<SqlStatement> prepared = connection.prepare(
        u"SELECT id FROM cases WHERE id >= ? AND id < ? ORDER BY id LIMIT 1 OFFSET ?"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    statement.bind(rest.first).bind(rest.end).bind(kCasesOfStretch);
    if (const Result<void> run = statement.run(); !run) {
        return run.error();
    }
    return statement.next() ? statement.longNumber(0) : rest.end;
}

} // namespace

Result<void> forStretches(SqlConnection &connection,
                          const CaseStretch &range,
                          const std::function<Result<bool>(const CaseStretch &)> &read)
{
    if (!connection.isServer()) {
        const Result<bool> done = read(range);
        return done ? Result<void>() : Result<void>(done.error());
    }
    return connection.snapshot([&]() -> Result<void> {
        CaseStretch stretch = range;
        while (stretch.first < range.end) {
            const Result<qint64> end = endOfStretch(connection, {stretch.first, range.end});
            if (!end) {
                return end.error();
            }
            stretch.end = end.value();
            const Result<bool> goesOn = read(stretch);
            if (!goesOn || !goesOn.value()) {
                return goesOn ? Result<void>() : Result<void>(goesOn.error());
            }
            stretch.first = stretch.end;
        }
        return {};
    });
}

} // namespace gridward
