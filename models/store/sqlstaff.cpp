// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sqlstaff.h"

#include "models/store/storeguard.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SqlStaff)
};

constexpr int kLargestPage = 10'000;
const QString kLeaveColumns = u"person, valid_from, valid_to, kind, deputy, note"_s;

Leave readLeave(const SqlStatement &row)
{
    // A kind of a newer program is some other kind here.
    return {row.text(0),
            row.date(1),
            row.date(2),
            leaveKindFromId(row.text(3)).value_or(LeaveKind::Other),
            row.text(4),
            row.text(5)};
}

Duty readDuty(const SqlStatement &row)
{
    return {row.text(0), row.text(1), row.text(2), row.date(3), row.date(4)};
}

QString joined(const QStringList &list)
{
    return list.join(u',');
}

} // namespace

SqlStaff::SqlStaff(SqlConnection &connection, StoreGuard &guard, NoteChange note)
    : mConnection(connection)
    , mGuard(guard)
    , mNote(std::move(note))
{
}

template <typename T, typename Bind>
Result<void>
SqlStaff::writeAll(const QString &table, const QString &sql, const QList<T> &rows, const Bind &bind)
{
    return mConnection.transaction([&]() -> Result<void> {
        for (const T &row : rows) {
            Result<SqlStatement> prepared = mConnection.prepare(sql);
            if (!prepared) {
                return prepared.error();
            }
            SqlStatement statement = std::move(prepared).value();
            bind(statement, row);
            if (Result<void> run = statement.run(); !run) {
                return run;
            }
        }
        return mNote(table);
    });
}

template <typename T, typename Read>
Result<QList<T>> SqlStaff::readAll(const QString &sql, const QVariantList &values, const Read &read)
{
    Result<SqlStatement> prepared = mConnection.prepare(sql);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    for (const QVariant &value : values) {
        statement.bind(value);
    }
    if (const Result<void> run = statement.run(); !run) {
        return run.error();
    }
    QList<T> rows;
    while (statement.next()) {
        rows.append(read(statement));
    }
    return rows;
}

Result<QString> SqlStaff::areaOfOrganisation(const QString &code)
{
    const Result<QStringList> areas =
        readAll<QString>(u"SELECT division FROM organisations WHERE code = ?"_s,
                         {code},
                         [](const auto &row) { return row.text(0); });
    return areas ? Result<QString>(areas.value().value(0)) : Result<QString>(areas.error());
}

Result<QString> SqlStaff::areaOfPerson(const QString &id)
{
    const Result<QStringList> areas = readAll<QString>(
        u"SELECT o.division FROM people AS p JOIN organisations AS o ON o.code = p.organisation "
        "WHERE p.person_id = ?"_s,
        {id},
        [](const auto &row) { return row.text(0); });
    return areas ? Result<QString>(areas.value().value(0)) : Result<QString>(areas.error());
}

Result<void> SqlStaff::mayChangeAt(const Result<QString> &area)
{
    return area ? mGuard.mayAt(Thing::Staff, u"change"_s, area.value())
                : Result<void>(area.error());
}

/** A deputy gets the posts of the absent: nobody gives away what reaches beyond their own area. */
Result<void> SqlStaff::mayLendPosts(const Leave &leave)
{
    if (mGuard.isOpen() || leave.deputy.isEmpty()) {
        return {};
    }
    const Result<QStringList> areas = readAll<QString>(
        u"SELECT division FROM users WHERE person = ? UNION SELECT p.division FROM user_posts AS p "
        "JOIN users AS u ON u.name = p.user WHERE u.person = ?"_s,
        {leave.person, leave.person},
        [](const auto &row) { return row.text(0); });
    if (!areas) {
        return areas.error();
    }
    for (const QString &area : areas.value()) {
        if (Result<void> may = mGuard.mayAt(Thing::Staff, u"change"_s, area); !may) {
            return may;
        }
    }
    return {};
}

Result<void> SqlStaff::write(const QList<Post> &rows)
{
    for (const Post &row : rows) {
        if (Result<void> may = mayChangeAt(areaOfOrganisation(row.organisation)); !may) {
            return may;
        }
    }
    return writeAll(
        u"posts"_s,
        u"INSERT INTO posts (code, organisation, name, name_en, head_count, roles, valid_from, "
        "valid_to) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (code, organisation) DO UPDATE SET "
        "name = excluded.name, name_en = excluded.name_en, head_count = excluded.head_count, "
        "roles = excluded.roles, valid_from = excluded.valid_from, valid_to = excluded.valid_to"_s,
        rows,
        [](SqlStatement &to, const Post &row) {
            to.bind(row.code).bind(row.organisation).bind(row.name).bind(row.nameEn);
            to.bind(row.headCount).bind(joined(row.roles)).bind(row.from).bind(row.to);
        });
}

Result<QList<Post>> SqlStaff::posts()
{
    if (const Result<void> may = mGuard.may(Thing::Staff, u"see"_s); !may) {
        return may.error();
    }
    return readAll<Post>(
        u"SELECT code, organisation, name, name_en, head_count, roles, valid_from, valid_to "
        "FROM posts ORDER BY organisation, code"_s,
        {},
        [](const SqlStatement &row) {
            return Post{row.text(0),
                        row.text(1),
                        row.text(2),
                        row.text(3),
                        row.number(4),
                        row.text(5).split(u',', Qt::SkipEmptyParts),
                        row.date(6),
                        row.date(7)};
        });
}

Result<void> SqlStaff::write(const QList<PostHolding> &rows)
{
    for (const PostHolding &row : rows) {
        if (Result<void> may = mayChangeAt(areaOfOrganisation(row.organisation)); !may) {
            return may;
        }
    }
    return writeAll(u"post_holders"_s,
                    u"INSERT INTO post_holders (post, organisation, person, valid_from, valid_to) "
                    "VALUES (?, ?, ?, ?, ?) ON CONFLICT (post, organisation, person, valid_from) "
                    "DO UPDATE SET valid_to = excluded.valid_to"_s,
                    rows,
                    [](SqlStatement &to, const PostHolding &row) {
                        to.bind(row.post).bind(row.organisation).bind(row.person);
                        to.bind(row.from).bind(row.to);
                    });
}

Result<QList<PostHolding>> SqlStaff::holdings(const QString &person)
{
    if (const Result<void> may = mGuard.may(Thing::Staff, u"see"_s); !may) {
        return may.error();
    }
    return readAll<PostHolding>(
        u"SELECT post, organisation, person, valid_from, valid_to FROM post_holders "
        "WHERE person = ? OR ? = '' ORDER BY organisation, post, valid_from, person"_s,
        {person, person.isNull() ? QString(u""_s) : person},
        [](const SqlStatement &row) {
            return PostHolding{row.text(0), row.text(1), row.text(2), row.date(3), row.date(4)};
        });
}

Result<void> SqlStaff::write(const QList<Leave> &rows)
{
    for (const Leave &row : rows) {
        for (const Result<void> &may : {mayChangeAt(areaOfPerson(row.person)), mayLendPosts(row)}) {
            if (!may) {
                return may;
            }
        }
    }
    return writeAll(u"leaves"_s,
                    u"INSERT INTO leaves (person, valid_from, valid_to, kind, deputy, note) "
                    "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (person, valid_from) DO UPDATE SET "
                    "valid_to = excluded.valid_to, kind = excluded.kind, deputy = excluded.deputy, "
                    "note = excluded.note"_s,
                    rows,
                    [](SqlStatement &to, const Leave &row) {
                        to.bind(row.person).bind(row.from).bind(row.to).bind(toId(row.kind));
                        to.bindTextOrNull(row.deputy).bind(row.note);
                    });
}

Result<QList<Leave>> SqlStaff::leaves(QDate from, QDate to)
{
    if (!from.isValid() || !to.isValid()) {
        return readAll<Leave>(
            u"SELECT %1 FROM leaves ORDER BY valid_from, person"_s.arg(kLeaveColumns),
            {},
            readLeave);
    }
    return readAll<Leave>(u"SELECT %1 FROM leaves INDEXED BY leaves_ends WHERE valid_to >= ? "
                          "AND valid_from <= ? AND valid_to >= valid_from "
                          "ORDER BY valid_from, person"_s.arg(kLeaveColumns),
                          {from.toString(Qt::ISODate), to.toString(Qt::ISODate)},
                          readLeave);
}

Result<QList<Leave>> SqlStaff::leavesOf(const QString &person)
{
    if (const Result<void> may = mGuard.may(Thing::Staff, u"see"_s); !may) {
        return may.error();
    }
    return readAll<Leave>(u"SELECT %1 FROM leaves WHERE person = ? OR deputy = ? "
                          "ORDER BY valid_from, person"_s.arg(kLeaveColumns),
                          {person, person},
                          readLeave);
}

Result<void> SqlStaff::write(const QList<Handover> &rows)
{
    for (const Handover &row : rows) {
        if (Result<void> may = mGuard.mayAt(Thing::Roster, u"hand-over"_s, row.area); !may) {
            return may;
        }
    }
    return writeAll(
        u"handovers"_s,
        u"INSERT INTO handovers (post, area, from_person, to_person, at, note, open, "
        "acknowledged_at, acknowledged_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (post, area, from_person, at) DO UPDATE SET to_person = excluded.to_person, "
        "note = excluded.note, open = excluded.open, acknowledged_at = excluded.acknowledged_at, "
        "acknowledged_by = excluded.acknowledged_by"_s,
        rows,
        [](SqlStatement &to, const Handover &row) {
            to.bind(row.post).bind(row.area).bind(row.fromPerson).bind(row.toPerson);
            to.bind(std::optional(row.at)).bind(row.note).bind(row.open);
            to.bind(row.acknowledged).bind(row.acknowledgedBy);
        });
}

Result<QList<Handover>> SqlStaff::handovers(Instant from, Instant to)
{
    if (const Result<void> may = mGuard.may(Thing::Roster, u"see"_s); !may) {
        return may.error();
    }
    return readAll<Handover>(
        u"SELECT post, area, from_person, to_person, at, note, open, acknowledged_at, "
        "acknowledged_by FROM handovers WHERE at >= ? AND at < ? "
        "ORDER BY at DESC, post, area, from_person"_s,
        {toIsoText(from), toIsoText(to)},
        [](const SqlStatement &row) {
            return Handover{row.text(0),
                            row.text(1),
                            row.text(2),
                            row.text(3),
                            row.instant(4).value_or(Instant{}),
                            row.text(5),
                            row.text(6),
                            row.instant(7),
                            row.text(8)};
        });
}

Result<void> SqlStaff::write(const QList<StaffingNeed> &rows)
{
    if (Result<void> may = mGuard.mayAt(Thing::Staff, u"change"_s, {}); !may) {
        return may;
    }
    return mConnection.transaction([&]() -> Result<void> {
        if (Result<void> emptied = mConnection.execute(u"DELETE FROM staffing_needs"_s); !emptied) {
            return emptied;
        }
        return writeAll(u"staffing_needs"_s,
                        u"INSERT INTO staffing_needs (level, role, count) VALUES (?, ?, ?)"_s,
                        rows,
                        [](SqlStatement &to, const StaffingNeed &row) {
                            to.bind(row.level).bind(row.role).bind(row.count);
                        });
    });
}

Result<QList<StaffingNeed>> SqlStaff::staffingNeeds()
{
    Result<QList<StaffingNeed>> needs =
        readAll<StaffingNeed>(u"SELECT level, role, count FROM staffing_needs ORDER BY id"_s,
                              {},
                              [](const SqlStatement &row) {
                                  return StaffingNeed{row.text(0), row.text(1), row.number(2)};
                              });
    return needs && needs.value().isEmpty() ? standardStaffingNeeds() : needs;
}

Result<void> SqlStaff::write(const QList<CoverageNeed> &rows)
{
    if (Result<void> may = mGuard.mayAt(Thing::Roster, u"change"_s, {}); !may) {
        return may;
    }
    return mConnection.transaction([&]() -> Result<void> {
        if (Result<void> emptied = mConnection.execute(u"DELETE FROM coverage_needs"_s); !emptied) {
            return emptied;
        }
        return writeAll(u"coverage_needs"_s,
                        u"INSERT INTO coverage_needs (post, scope, count, from_minute, to_minute, "
                        "days) VALUES (?, ?, ?, ?, ?, ?)"_s,
                        rows,
                        [](SqlStatement &to, const CoverageNeed &row) {
                            to.bind(row.post).bind(row.scope).bind(row.count);
                            to.bind(row.fromMinute).bind(row.toMinute).bind(row.days);
                        });
    });
}

Result<QList<CoverageNeed>> SqlStaff::coverageNeeds()
{
    Result<QList<CoverageNeed>> needs = readAll<CoverageNeed>(
        u"SELECT post, scope, count, from_minute, to_minute, days FROM coverage_needs "
        "ORDER BY id"_s,
        {},
        [](const SqlStatement &row) {
            return CoverageNeed{row.text(0),
                                row.text(1),
                                row.number(2),
                                row.number(3),
                                row.number(4),
                                row.number(5)};
        });
    return needs && needs.value().isEmpty() ? standardCoverageNeeds() : needs;
}

Result<QList<Person>> SqlStaff::people(const PeopleQuery &query)
{
    if (const Result<void> may = mGuard.may(Thing::Staff, u"see"_s); !may) {
        return may.error();
    }
    QString sql = u"SELECT person_id, name, organisation, work_phone, skills, languages "
                  "FROM people WHERE 1 = 1"_s;
    QVariantList values;
    if (!query.text.isEmpty()) {
        // Compared by instr: a percent sign in the text is a percent sign.
        sql += u" AND (instr(name, ?) > 0 OR instr(person_id, ?) > 0)"_s;
        values << query.text << query.text;
    }
    if (!query.organisations.isEmpty()) {
        QStringList marks(query.organisations.size(), u"?"_s);
        sql += u" AND organisation IN (%1)"_s.arg(marks.join(u", "_s));
        for (const QString &code : query.organisations) {
            values << code;
        }
    }
    if (!query.afterId.isEmpty()) {
        sql += u" AND (name, person_id) > (?, ?)"_s;
        values << query.afterName << query.afterId;
    }
    values << std::clamp(query.limit, 0, kLargestPage);
    return readAll<
        Person>(sql + u" ORDER BY name, person_id LIMIT ?"_s, values, [](const SqlStatement &row) {
        return Person{row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5)};
    });
}

Result<QList<SeenPerson>> SqlStaff::seen(Instant notBefore, QDate day)
{
    Result<SqlStatement> prepared = mConnection.prepare(
        u"SELECT s.person, s.grid, s.at, s.geom, coalesce(p.name, s.person), "
        "(SELECT d.role FROM duties AS d WHERE d.area = s.grid AND d.person = s.person "
        "AND d.valid_from <= ? AND (d.valid_to IS NULL OR d.valid_to >= ?) "
        "ORDER BY d.role LIMIT 1) "
        "FROM staff_positions AS s INDEXED BY staff_positions_at "
        "LEFT JOIN people AS p ON p.person_id = s.person WHERE s.at >= ? ORDER BY s.person"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    statement.bind(day).bind(day).bind(std::optional(notBefore));
    if (const Result<void> run = statement.run(); !run) {
        return run.error();
    }
    QList<SeenPerson> seen;
    while (statement.next()) {
        seen.append({{statement.text(0),
                      statement.text(1),
                      statement.instant(2).value_or(Instant{}),
                      statement.point(3).value_or(GeoPoint{})},
                     statement.text(4),
                     statement.text(5)});
    }
    return seen;
}

Result<QList<Duty>> SqlStaff::allDuties()
{
    if (const Result<void> may = mGuard.may(Thing::Staff, u"see"_s); !may) {
        return may.error();
    }
    return readAll<Duty>(u"SELECT person, role, area, valid_from, valid_to FROM duties "
                         "ORDER BY area, role, valid_from, person"_s,
                         {},
                         readDuty);
}

Result<QList<Duty>> SqlStaff::dutiesOf(const QString &person)
{
    if (const Result<void> may = mGuard.may(Thing::Staff, u"see"_s); !may) {
        return may.error();
    }
    return readAll<Duty>(u"SELECT person, role, area, valid_from, valid_to FROM duties "
                         "WHERE person = ? ORDER BY valid_from DESC, area, role"_s,
                         {person},
                         readDuty);
}

Result<QList<Shift>> SqlStaff::allShifts()
{
    if (const Result<void> may = mGuard.may(Thing::Roster, u"see"_s); !may) {
        return may.error();
    }
    return readAll<Shift>(u"SELECT person, post, area, starts_at, ends_at FROM shifts "
                          "ORDER BY starts_at, post, area, person"_s,
                          {},
                          [](const SqlStatement &row) {
                              return Shift{row.text(0),
                                           row.text(1),
                                           row.text(2),
                                           row.instant(3).value_or(Instant{}),
                                           row.instant(4).value_or(Instant{})};
                          });
}

} // namespace gridward
