// SPDX-License-Identifier: GPL-3.0-or-later
// What GeoPackageStore finds by a key: single divisions, grids and people.
#include "models/store/sqlstore.h"

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

Person readPerson(const SqlStatement &row)
{
    return {row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5)};
}

} // namespace

Result<std::optional<Division>> SqlStore::division(const QString &code)
{
    Result<SqlStatement> prepared = mConnection.prepare(
        u"SELECT code, parent, level, name, population, area FROM divisions WHERE code = ?"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement row = std::move(prepared).value();
    if (const Result<void> run = row.bind(code).run(); !run) {
        return run.error();
    }
    if (!row.next()) {
        return std::optional<Division>();
    }
    return std::optional(Division{
        row.text(0), row.text(1), row.text(2), row.text(3), row.number(4), row.real(5), {}});
}

Result<std::optional<UnitGrid>> SqlStore::grid(const QString &code)
{
    Result<SqlStatement> prepared = mConnection.prepare(
        u"SELECT code, name, community, street, type, level, area, residents, households, "
        "organisation, valid_from, valid_to FROM grids WHERE code = ? AND valid_to IS NULL"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement row = std::move(prepared).value();
    if (const Result<void> run = row.bind(code).run(); !run) {
        return run.error();
    }
    if (!row.next()) {
        return std::optional<UnitGrid>();
    }
    return std::optional(UnitGrid{row.text(0),
                                  row.text(1),
                                  row.text(2),
                                  row.text(3),
                                  gridTypeFromId(row.text(4)).value_or(GridType::Residential),
                                  gridLevelFromId(row.text(5)).value_or(GridLevel::Daily),
                                  row.real(6),
                                  row.number(7),
                                  row.number(8),
                                  row.text(9),
                                  row.date(10),
                                  row.date(11),
                                  {}});
}

Result<QList<Person>> SqlStore::peopleOf(const QString &organisation, int limit)
{
    Result<SqlStatement> prepared = mConnection.prepare(
        u"SELECT person_id, name, organisation, work_phone, skills, languages FROM people "
        "WHERE organisation = ? ORDER BY person_id LIMIT ?"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement rows = std::move(prepared).value();
    if (const Result<void> run = rows.bind(organisation).bind(limit).run(); !run) {
        return run.error();
    }
    QList<Person> people;
    while (rows.next()) {
        people.append(readPerson(rows));
    }
    return people;
}

} // namespace gridward
