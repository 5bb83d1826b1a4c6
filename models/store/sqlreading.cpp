// SPDX-License-Identifier: GPL-3.0-or-later
// The reading half of GeoPackageStore.
#include "models/store/sqlstore.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kLargestLimit = 1'000'000;
/** Addresses that are looked at for a text, however many it names. */
constexpr int kMostNamed = 500;
constexpr int kMostNumbered = 1'500; ///< with a number one of them is meant: more than a road has

/**
 * The words of a text, each as the phrase of its pairs of characters, as schema 0012 keeps them;
 * one character alone begins a pair. Empty if there is nothing to look for.
 */
QString pairPhrase(const QString &text)
{
    QStringList phrases;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        QStringList pairs;
        for (qsizetype i = 0; i + 1 < word.size(); ++i) {
            pairs.append(word.mid(i, 2).replace(u'"', u"\"\""_s));
        }
        const bool hasWord =
            std::ranges::any_of(word, [](QChar one) { return one.isLetterOrNumber(); });
        if (hasWord && word.size() == 1) {
            phrases.append(u'"' + word + u"\" *"_s);
        } else if (hasWord) {
            phrases.append(u'"' + pairs.join(u' ') + u'"');
        }
    }
    return phrases.join(u' ');
}

/** The number of a house that the text ends with: "12" of "多福巷12" and "多福巷12号". */
QString houseNumber(const QString &text)
{
    QStringView rest = QStringView(text).trimmed();
    if (rest.endsWith(u'号') || rest.endsWith(u'號')) {
        rest.chop(1);
    }
    qsizetype begin = rest.size();
    while (begin > 0 && rest.at(begin - 1).isDigit()) {
        --begin;
    }
    return rest.mid(begin).toString();
}

} // namespace

Result<QList<Division>> SqlStore::divisions()
{
    return readAll<Division>(
        mConnection.prepare(
            u"SELECT code, parent, level, name, population, area, geom FROM divisions "
            "ORDER BY length(code), code"_s),
        [](const SqlStatement &row) {
            return Division{row.text(0),
                            row.text(1),
                            row.text(2),
                            row.text(3),
                            row.number(4),
                            row.real(5),
                            row.shape(6)};
        });
}

Result<QList<UnitGrid>> SqlStore::grids()
{
    return readAll<UnitGrid>(
        mConnection.prepare(
            u"SELECT code, name, community, street, type, level, area, residents, households, "
            "organisation, valid_from, valid_to, geom FROM grids WHERE valid_to IS NULL "
            "ORDER BY code"_s),
        [](const SqlStatement &row) {
            return UnitGrid{row.text(0),
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
                            row.shape(12)};
        });
}

Result<QList<GridHistory>> SqlStore::gridHistory(const QString &grid)
{
    Result<SqlStatement> statement = mConnection.prepare(
        u"SELECT grid, type, level, since, actor, reason FROM grid_history WHERE grid = ? "
        "ORDER BY id"_s);
    if (!statement) {
        return statement.error();
    }
    SqlStatement bound = std::move(statement).value();
    bound.bind(grid);
    return readAll<GridHistory>(std::move(bound), [](const SqlStatement &row) {
        return GridHistory{row.text(0),
                           gridTypeFromId(row.text(1)).value_or(GridType::Residential),
                           gridLevelFromId(row.text(2)).value_or(GridLevel::Daily),
                           row.instant(3).value_or(Instant{}),
                           row.text(4),
                           row.text(5)};
    });
}

Result<QList<KeyPlace>> SqlStore::keyPlaces()
{
    return readAll<KeyPlace>(
        mConnection.prepare(
            u"SELECT place_id, kind, name, grid, risk, last_check, next_check, patrol_rule, "
            "is_area, geom FROM key_places ORDER BY place_id"_s),
        [](const SqlStatement &row) {
            return KeyPlace{row.text(0),
                            row.text(1),
                            row.text(2),
                            row.text(3),
                            row.number(4),
                            row.date(5),
                            row.date(6),
                            row.text(7),
                            row.flag(8),
                            row.shape(9)};
        });
}

Result<SqlStatement> SqlStore::placeStatement(const PlaceQuery &query, const PlaceTable &from)
{
    const bool byKey = !query.text.isEmpty() && from.words.isEmpty();
    const bool byWords = !query.text.isEmpty() && !byKey;
    // Who types 12 means number 12: it comes first, whatever its key is, of all that say 12.
    const QString number = byWords && query.after.isEmpty() ? houseNumber(query.text) : QString();
    const int mostNamed = number.isEmpty() ? kMostNamed : kMostNumbered;
    QString sql;
    if (byWords) {
        // The few that the text names come first: the order of the keys would go through them all.
        sql = mConnection.isServer()
                  ? u"SELECT %1 FROM (SELECT place.* FROM gridward_%2(?, ?) AS place "
                    "WHERE place.%3 > ?"_s.arg(from.columns, from.table, from.key)
                  : u"SELECT %1 FROM (SELECT place.* FROM %4 CROSS JOIN %2 AS place "
                    "ON place.id = %4.rowid WHERE %4 MATCH ? AND place.%3 > ?"_s.arg(
                        from.columns, from.table, from.key, from.words);
    } else if (byKey) {
        // A range of the index: LIKE, which knows no case, would go through all codes.
        sql = u"SELECT %1 FROM %2 AS place WHERE place.%3 %4 ? AND place.%3 < ?"_s.arg(
            from.columns, from.table, from.key, query.after < query.text ? u">="_s : u">"_s);
    } else {
        sql = u"SELECT %1 FROM %2 AS place WHERE place.%3 > ?"_s.arg(
            from.columns, from.table, from.key);
    }
    if (!query.grid.isEmpty()) {
        sql += u" AND place.grid = ?"_s;
    }
    if (query.extent) {
        sql += mConnection.isServer()
                   ? u" AND place.geom && ST_MakeEnvelope(?, ?, ?, ?, 4326)"_s
                   : u" AND place.id IN (SELECT id FROM %1 WHERE east >= ? AND west <= ? "
                     "AND north >= ? AND south <= ?)"_s.arg(from.extents);
    }
    if (byWords) {
        sql += mConnection.pick({}, u" ORDER BY place.id"_s); // as a file finds them by itself
        sql += u" LIMIT %1) AS place"_s.arg(mostNamed);
    }
    sql += u" ORDER BY %1place.%2 LIMIT ?"_s.arg(
        number.isEmpty() ? QString() : u"place.number IN (?, ?) DESC, "_s, from.key);
    Result<SqlStatement> prepared = mConnection.prepare(sql);
    if (!prepared) {
        return prepared;
    }
    SqlStatement statement = std::move(prepared).value();
    if (byKey) {
        statement.bind(std::max(query.after, query.text))
            .bind(query.text + QString::fromUcs4(U"\U0010FFFF", 1));
    } else {
        if (byWords) {
            statement.bind(mConnection.isServer() ? query.text : pairPhrase(query.text));
        }
        if (byWords && mConnection.isServer()) {
            // What else is asked for is not known there: then it has to tell of them all.
            const bool isAll =
                !query.after.isEmpty() || !query.grid.isEmpty() || query.extent.has_value();
            statement.bind(isAll ? std::numeric_limits<int>::max() : mostNamed);
        }
        statement.bind(query.after);
    }
    if (!query.grid.isEmpty()) {
        statement.bind(query.grid);
    }
    if (query.extent) {
        const GeoExtent &box = *query.extent;
        for (const double side : mConnection.isServer()
                                     ? std::array{box.west, box.south, box.east, box.north}
                                     : std::array{box.west, box.east, box.south, box.north}) {
            statement.bind(side);
        }
    }
    if (!number.isEmpty()) {
        statement.bind(number).bind(number + u'号');
    }
    statement.bind(std::clamp(query.limit, 0, kLargestLimit));
    return statement;
}

Result<QList<Component>> SqlStore::components(const PlaceQuery &query)
{
    return readAll<Component>(
        placeStatement(query,
                       {u"code, scheme, class_code, name, supervisor, owner, maintainer, grid, "
                        "state, surveyed, changed, source, geom"_s,
                        u"components"_s,
                        u"code"_s,
                        u"component_extent"_s,
                        {}}),
        [](const SqlStatement &row) {
            return Component{row.text(0),
                             row.text(1),
                             row.text(2),
                             row.text(3),
                             row.text(4),
                             row.text(5),
                             row.text(6),
                             row.text(7),
                             row.text(8),
                             row.date(9),
                             row.date(10),
                             row.text(11),
                             row.point(12).value_or(GeoPoint{})};
        });
}

Result<QList<Address>> SqlStore::addresses(const PlaceQuery &query)
{
    if (!query.text.isEmpty() && pairPhrase(query.text).isEmpty()) {
        return QList<Address>(); // nothing that could be found
    }
    Result<QList<Address>> found =
        readAll<Address>(placeStatement(query,
                                        {u"address_id, text, road, number, grid, geom"_s,
                                         u"addresses"_s,
                                         u"address_id"_s,
                                         u"address_extent"_s,
                                         u"gridward_address_words"_s}),
                         [](const SqlStatement &row) {
                             return Address{row.text(0),
                                            row.text(1),
                                            row.text(2),
                                            row.text(3),
                                            row.text(4),
                                            row.point(5).value_or(GeoPoint{})};
                         });
    if (!found || query.text.isEmpty()) {
        return found;
    }
    // The pairs know no punctuation.
    QList<Address> addresses = std::move(found).value();
    addresses.removeIf([words = query.text.split(u' ', Qt::SkipEmptyParts)](const Address &one) {
        const QString whole = QString(one.text).remove(u' ');
        return !std::ranges::all_of(
            words, [&](const QString &word) { return whole.contains(word, Qt::CaseInsensitive); });
    });
    return addresses;
}

Result<QList<Resource>> SqlStore::resources()
{
    return readAll<Resource>(
        mConnection.prepare(
            u"SELECT resource_id, kind, name, organisation, grid, capacity, geom FROM resources "
            "ORDER BY resource_id"_s),
        [](const SqlStatement &row) {
            return Resource{row.text(0),
                            row.text(1),
                            row.text(2),
                            row.text(3),
                            row.text(4),
                            row.number(5),
                            row.point(6).value_or(GeoPoint{})};
        });
}

Result<QList<Organisation>> SqlStore::organisations()
{
    return readAll<Organisation>(
        mConnection.prepare(u"SELECT code, parent, name, name_en, kind, division, handles "
                            "FROM organisations ORDER BY code"_s),
        [](const SqlStatement &row) {
            return Organisation{row.text(0),
                                row.text(1),
                                row.text(2),
                                row.text(3),
                                row.text(4),
                                row.text(5),
                                row.flag(6)};
        });
}

Result<QList<Person>> SqlStore::people(const QString &grid, QDate day)
{
    Result<SqlStatement> prepared = mConnection.prepare(
        u"SELECT DISTINCT p.person_id, p.name, p.organisation, p.work_phone, p.skills, p.languages "
        "FROM duties AS d JOIN people AS p ON p.person_id = d.person WHERE d.area = ? "
        "AND d.valid_from <= ? AND (d.valid_to IS NULL OR d.valid_to >= ?) ORDER BY p.person_id"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    statement.bind(grid).bind(day).bind(day);
    return readAll<Person>(std::move(statement), [](const SqlStatement &row) {
        return Person{row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5)};
    });
}

Result<QList<Person>> SqlStore::peopleNamed(const QString &text, int limit)
{
    // Compared by instr: a percent sign in the text is a percent sign.
    Result<SqlStatement> prepared = mConnection.prepare(
        u"SELECT person_id, name, organisation, work_phone, skills, languages FROM people "
        "WHERE instr(name, ?) > 0 ORDER BY name, person_id LIMIT ?"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    statement.bind(text).bind(limit);
    return readAll<Person>(std::move(statement), [](const SqlStatement &row) {
        return Person{row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5)};
    });
}

Result<std::optional<Person>> SqlStore::person(const QString &id)
{
    Result<SqlStatement> prepared = mConnection.prepare(
        u"SELECT person_id, name, organisation, work_phone, skills, languages FROM people "
        "WHERE person_id = ?"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    if (const Result<void> run = statement.bind(id).run(); !run) {
        return run.error();
    }
    if (!statement.next()) {
        return std::optional<Person>();
    }
    return std::optional(Person{statement.text(0),
                                statement.text(1),
                                statement.text(2),
                                statement.text(3),
                                statement.text(4),
                                statement.text(5)});
}

Result<QList<Duty>> SqlStore::duties(const QString &area, QDate day)
{
    Result<SqlStatement> prepared = mConnection.prepare(
        u"SELECT person, role, area, valid_from, valid_to FROM duties WHERE area = ? "
        "AND valid_from <= ? AND (valid_to IS NULL OR valid_to >= ?) ORDER BY role, person"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    statement.bind(area).bind(day).bind(day);
    return readAll<Duty>(std::move(statement), [](const SqlStatement &row) {
        return Duty{row.text(0), row.text(1), row.text(2), row.date(3), row.date(4)};
    });
}

Result<QList<RoleHolder>> SqlStore::holdersOf(const QString &role, QDate day)
{
    Result<SqlStatement> prepared = mConnection.prepare(
        u"SELECT d.area, d.person, p.name FROM duties AS d JOIN people AS p "
        "ON p.person_id = d.person WHERE d.role = ? AND d.valid_from <= ? "
        "AND (d.valid_to IS NULL OR d.valid_to >= ?) ORDER BY d.area, d.person"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    statement.bind(role).bind(day).bind(day);
    return readAll<RoleHolder>(std::move(statement), [](const SqlStatement &row) {
        return RoleHolder{row.text(0), row.text(1), row.text(2)};
    });
}

Result<QList<Shift>> SqlStore::shifts(Instant from, Instant to)
{
    Result<SqlStatement> prepared = mConnection.prepare(
        u"SELECT person, post, area, starts_at, ends_at FROM shifts WHERE ends_at > ? "
        "AND starts_at < ? ORDER BY starts_at, post, area, person"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    statement.bind(std::optional(from)).bind(std::optional(to));
    return readAll<Shift>(std::move(statement), [](const SqlStatement &row) {
        return Shift{row.text(0),
                     row.text(1),
                     row.text(2),
                     row.instant(3).value_or(Instant{}),
                     row.instant(4).value_or(Instant{})};
    });
}

Result<QList<StaffPosition>> SqlStore::staffPositions(Instant notBefore)
{
    Result<SqlStatement> prepared = mConnection.prepare(
        u"SELECT person, grid, at, geom FROM staff_positions INDEXED BY staff_positions_at "
        "WHERE at >= ? ORDER BY person"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    statement.bind(std::optional(notBefore));
    return readAll<StaffPosition>(std::move(statement), [](const SqlStatement &row) {
        return StaffPosition{row.text(0),
                             row.text(1),
                             row.instant(2).value_or(Instant{}),
                             row.point(3).value_or(GeoPoint{})};
    });
}

Result<QList<Task>> SqlStore::openTasks(const QString &person)
{
    const QString of = person.isEmpty() ? QString() : u" AND person = ?"_s;
    Result<SqlStatement> prepared = mConnection.prepare(
        u"SELECT task_id, case_uuid, kind, person, area, text, created_at, due_at, done_at, result "
        "FROM tasks WHERE done_at IS NULL%1 ORDER BY due_at IS NULL, due_at, id"_s.arg(of));
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    if (!person.isEmpty()) {
        statement.bind(person);
    }
    return readAll<Task>(std::move(statement), [](const SqlStatement &row) {
        return Task{row.text(0),
                    row.text(1),
                    row.text(2),
                    row.text(3),
                    row.text(4),
                    row.text(5),
                    row.instant(6).value_or(Instant{}),
                    row.instant(7),
                    row.instant(8),
                    row.text(9)};
    });
}

namespace {
User readUser(const SqlStatement &row)
{
    return User{
        row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.flag(5), row.flag(6)};
}
} // namespace

Result<QList<User>> SqlStore::users()
{
    return readAll<User>(
        mConnection.prepare(u"SELECT name, person, role, division, organisation, "
                            "acts_for_all_units, disabled FROM users ORDER BY name"_s),
        readUser);
}

Result<std::optional<User>> SqlStore::user(const QString &name)
{
    Result<SqlStatement> prepared =
        mConnection.prepare(u"SELECT name, person, role, division, organisation, "
                            "acts_for_all_units, disabled FROM users WHERE name = ?"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    statement.bind(name);
    const Result<QList<User>> found = readAll<User>(std::move(statement), readUser);
    if (!found) {
        return found.error();
    }
    return found.value().isEmpty() ? std::nullopt : std::optional(found.value().first());
}

Result<QList<ImportRun>> SqlStore::importRuns()
{
    return readAll<ImportRun>(
        mConnection.prepare(u"SELECT source, file, file_hash, at, actor, accepted, known, refused "
                            "FROM import_runs ORDER BY id"_s),
        [](const SqlStatement &row) {
            return ImportRun{row.text(0),
                             row.text(1),
                             QByteArray::fromHex(row.text(2).toLatin1()),
                             row.instant(3).value_or(Instant{}),
                             row.text(4),
                             row.longNumber(5),
                             row.longNumber(6),
                             row.longNumber(7)};
        });
}

} // namespace gridward
