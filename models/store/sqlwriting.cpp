// SPDX-License-Identifier: GPL-3.0-or-later
// The writing half of GeoPackageStore.
#include "models/store/sqlaccounts.h"
#include "models/store/sqlstore.h"

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

/** INSERT … ON CONFLICT (keys) DO UPDATE for a table; names are constants of this file. */
QString upsert(const char *table, const QStringList &keys, const QStringList &columns)
{
    QStringList marks;
    QStringList updates;
    for (const QString &column : columns) {
        marks.append(u"?"_s);
        if (!keys.contains(column)) {
            updates.append(column + u" = excluded."_s + column);
        }
    }
    return u"INSERT INTO %1 (%2) VALUES (%3) ON CONFLICT (%4) DO UPDATE SET %5"_s.arg(
        QLatin1String(table),
        columns.join(u", "_s),
        marks.join(u", "_s),
        keys.join(u", "_s),
        updates.join(u", "_s));
}

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u' ');
}

} // namespace

template <typename T, typename Bind>
Result<void>
SqlStore::writeAll(const QString &table, const QString &sql, const QList<T> &rows, const Bind &bind)
{
    return mConnection.transaction([&]() -> Result<void> {
        {
            Result<SqlStatement> prepared = mConnection.prepare(sql);
            if (!prepared) {
                return prepared.error();
            }
            SqlStatement statement = std::move(prepared).value();
            for (const T &row : rows) {
                bind(statement, row);
                if (Result<void> run = statement.run(); !run) {
                    return run;
                }
            }
        }
        return noteChange(table);
    });
}

Result<void> SqlStore::writeExtent(const QString &table,
                                   const QString &keyColumn,
                                   const QString &key,
                                   const GeoPoint &place)
{
    if (mConnection.isServer()) {
        return {}; // the index of the geometry keeps itself
    }
    const QString index = table == "components"_L1 ? u"component_extent"_s : u"address_extent"_s;
    Result<SqlStatement> prepared = mConnection.prepare(
        u"INSERT OR REPLACE INTO %1 (id, west, east, south, north) "
        "VALUES ((SELECT id FROM %2 WHERE %3 = ?), ?, ?, ?, ?)"_s.arg(index, table, keyColumn));
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    return statement.bind(key)
        .bind(place.longitude)
        .bind(place.longitude)
        .bind(place.latitude)
        .bind(place.latitude)
        .run();
}

Result<void> SqlStore::write(const QList<Division> &rows)
{
    if (Result<void> may = mGuard.may(Thing::Division, u"change"_s); !may) {
        return may;
    }
    static const QString sql =
        upsert("divisions", {u"code"_s}, words("geom code parent level name population area"));
    return writeAll(u"divisions"_s, sql, rows, [](SqlStatement &to, const Division &row) {
        to.bindShape(row.outline, true)
            .bind(row.code)
            .bind(row.parent)
            .bind(row.level)
            .bind(row.name)
            .bind(row.population)
            .bind(row.area);
    });
}

Result<void> SqlStore::write(const QList<UnitGrid> &rows,
                             const QString &actor,
                             const QString &reason,
                             Instant at)
{
    if (Result<void> may = mGuard.may(Thing::Division, u"change"_s); !may) {
        return may;
    }
    static const QString sql =
        upsert("grids",
               {u"code"_s},
               words("geom code name community street type level area "
                     "residents households organisation valid_from valid_to"));
    const QString history =
        u"INSERT INTO grid_history (grid, type, level, since, actor, reason) "
        "SELECT new.* FROM (SELECT ? AS grid, ? AS type, ? AS level, %1 AS since, ? AS actor, "
        "? AS reason) AS new WHERE NOT EXISTS (SELECT 1 FROM grid_history AS old "
        "WHERE old.id = (SELECT max(id) FROM grid_history WHERE grid = new.grid) "
        "AND old.type = new.type AND old.level = new.level)"_s.arg(
            mConnection.pick(u"?"_s, u"?::timestamptz"_s));
    return mConnection.transaction([&]() -> Result<void> {
        Result<void> written =
            writeAll(u"grids"_s, sql, rows, [](SqlStatement &to, const UnitGrid &row) {
                to.bindShape(row.outline, true)
                    .bind(row.code)
                    .bind(row.name)
                    .bind(row.community)
                    .bind(row.street)
                    .bind(toId(row.type))
                    .bind(toId(row.level))
                    .bind(row.area)
                    .bind(row.residents)
                    .bind(row.households)
                    .bind(row.organisation)
                    .bind(row.validFrom)
                    .bind(row.validTo);
            });
        if (!written) {
            return written;
        }
        return writeAll(
            u"grid_history"_s, history, rows, [&](SqlStatement &to, const UnitGrid &row) {
                to.bind(row.code)
                    .bind(toId(row.type))
                    .bind(toId(row.level))
                    .bind(std::optional(at))
                    .bind(actor)
                    .bind(reason);
            });
    });
}

Result<void> SqlStore::write(const QList<KeyPlace> &rows)
{
    if (Result<void> may = mGuard.may(Thing::Place, u"change"_s); !may) {
        return may;
    }
    static const QString sql = upsert("key_places",
                                      {u"place_id"_s},
                                      words("geom place_id kind name grid risk last_check "
                                            "next_check patrol_rule is_area"));
    return writeAll(u"key_places"_s, sql, rows, [](SqlStatement &to, const KeyPlace &row) {
        to.bindShape(row.shape, false)
            .bind(row.id)
            .bind(row.kind)
            .bind(row.name)
            .bind(row.grid)
            .bind(row.risk)
            .bind(row.lastCheck)
            .bind(row.nextCheck)
            .bind(row.patrolRule)
            .bind(row.isArea);
    });
}

Result<void> SqlStore::write(const QList<Component> &rows)
{
    if (Result<void> may = mGuard.may(Thing::Place, u"change"_s); !may) {
        return may;
    }
    static const QString sql = upsert("components",
                                      {u"code"_s},
                                      words("geom code scheme class_code name supervisor owner "
                                            "maintainer grid state surveyed changed source"));
    return mConnection.transaction([&]() -> Result<void> {
        Result<void> written =
            writeAll(u"components"_s, sql, rows, [](SqlStatement &to, const Component &row) {
                to.bind(std::optional(row.place))
                    .bind(row.code)
                    .bind(row.scheme)
                    .bind(row.classCode)
                    .bind(row.name)
                    .bind(row.supervisor)
                    .bind(row.owner)
                    .bind(row.maintainer)
                    .bind(row.grid)
                    .bind(row.state)
                    .bind(row.surveyed)
                    .bind(row.changed)
                    .bind(row.source);
            });
        for (qsizetype i = 0; written && i < rows.size(); ++i) {
            written = writeExtent(u"components"_s, u"code"_s, rows.at(i).code, rows.at(i).place);
        }
        return written;
    });
}

Result<void> SqlStore::write(const QList<Address> &rows)
{
    if (Result<void> may = mGuard.may(Thing::Place, u"change"_s); !may) {
        return may;
    }
    static const QString sql =
        upsert("addresses", {u"address_id"_s}, words("geom address_id text road number grid"));
    return mConnection.transaction([&]() -> Result<void> {
        Result<void> written =
            writeAll(u"addresses"_s, sql, rows, [](SqlStatement &to, const Address &row) {
                to.bind(std::optional(row.place))
                    .bind(row.id)
                    .bind(row.text)
                    .bind(row.road)
                    .bind(row.number)
                    .bind(row.grid);
            });
        for (qsizetype i = 0; written && i < rows.size(); ++i) {
            written = writeExtent(u"addresses"_s, u"address_id"_s, rows.at(i).id, rows.at(i).place);
        }
        return written;
    });
}

Result<void> SqlStore::write(const QList<Resource> &rows)
{
    if (Result<void> may = mGuard.may(Thing::Place, u"change"_s); !may) {
        return may;
    }
    static const QString sql =
        upsert("resources",
               {u"resource_id"_s},
               words("geom resource_id kind name organisation grid capacity"));
    return writeAll(u"resources"_s, sql, rows, [](SqlStatement &to, const Resource &row) {
        to.bind(std::optional(row.place))
            .bind(row.id)
            .bind(row.kind)
            .bind(row.name)
            .bind(row.organisation)
            .bind(row.grid)
            .bind(row.capacity);
    });
}

Result<void> SqlStore::write(const QList<Organisation> &rows)
{
    for (const Organisation &row : rows) {
        const Result<QString> before =
            mGuard.isOpen() ? row.division : areaOf(row.code, row.division);
        if (!before) {
            return before.error();
        }
        for (const QString &area : {row.division, before.value()}) {
            if (Result<void> may = mGuard.mayAt(Thing::Staff, u"change"_s, area); !may) {
                return may;
            }
        }
    }
    static const QString sql = upsert(
        "organisations", {u"code"_s}, words("code parent name name_en kind division handles"));
    return writeAll(u"organisations"_s, sql, rows, [](SqlStatement &to, const Organisation &row) {
        to.bind(row.code)
            .bind(row.parent)
            .bind(row.name)
            .bind(row.nameEn)
            .bind(row.kind)
            .bind(row.division)
            .bind(row.handles);
    });
}

/** Which part of the district an organisation serves; empty: all of it. */
Result<QString> SqlStore::areaOf(const QString &organisation, const QString &unknown)
{
    Result<SqlStatement> prepared =
        mConnection.prepare(u"SELECT division FROM organisations WHERE code = ?"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    if (const Result<void> run = statement.bind(organisation).run(); !run) {
        return run.error();
    }
    return statement.next() ? statement.text(0) : unknown;
}

Result<void> SqlStore::write(const QList<Person> &rows)
{
    for (const Person &row : rows) {
        // Where they are going, and where they are: nobody takes somebody else's people.
        const Result<std::optional<Person>> known =
            mGuard.isOpen() ? Result<std::optional<Person>>(std::nullopt) : person(row.id);
        if (!known) {
            return known.error();
        }
        QStringList organisations{row.organisation};
        if (known.value()) {
            organisations.append(known.value()->organisation);
        }
        for (const QString &organisation : std::as_const(organisations)) {
            const Result<QString> area = mGuard.isOpen() ? QString() : areaOf(organisation);
            if (!area) {
                return area.error();
            }
            if (Result<void> may = mGuard.mayAt(Thing::Staff, u"change"_s, area.value()); !may) {
                return may;
            }
        }
    }
    static const QString sql =
        upsert("people",
               {u"person_id"_s},
               words("person_id name organisation work_phone skills languages"));
    return writeAll(u"people"_s, sql, rows, [](SqlStatement &to, const Person &row) {
        to.bind(row.id)
            .bind(row.name)
            .bind(row.organisation)
            .bind(row.workPhone)
            .bind(row.skills)
            .bind(row.languages);
    });
}

Result<void> SqlStore::write(const QList<Duty> &rows)
{
    for (const Duty &row : rows) {
        if (Result<void> may = mGuard.mayAt(Thing::Staff, u"change"_s, row.area); !may) {
            return may;
        }
    }
    static const QString sql = upsert("duties",
                                      words("person role area valid_from"),
                                      words("person role area valid_from valid_to"));
    return writeAll(u"duties"_s, sql, rows, [](SqlStatement &to, const Duty &row) {
        to.bind(row.person).bind(row.role).bind(row.area).bind(row.from).bind(row.to);
    });
}

Result<void> SqlStore::write(const QList<Shift> &rows)
{
    for (const Shift &row : rows) {
        if (Result<void> may = mGuard.mayAt(Thing::Roster, u"change"_s, row.area); !may) {
            return may;
        }
    }
    static const QString sql = upsert(
        "shifts", words("person post area starts_at"), words("person post area starts_at ends_at"));
    return writeAll(u"shifts"_s, sql, rows, [](SqlStatement &to, const Shift &row) {
        to.bind(row.person)
            .bind(row.post)
            .bind(row.area)
            .bind(std::optional(row.from))
            .bind(std::optional(row.to));
    });
}

Result<void> SqlStore::write(const QList<StaffPosition> &rows)
{
    for (const StaffPosition &row : rows) {
        if (!mGuard.isOpen() && row.person == mGuard.acting()->person) {
            continue; // everybody tells where they are themselves
        }
        if (Result<void> may = mGuard.mayAt(Thing::Roster, u"change"_s, row.grid); !may) {
            return may;
        }
    }
    static const QString sql =
        upsert("staff_positions", {u"person"_s}, words("geom person grid at"));
    return writeAll(
        u"staff_positions"_s, sql, rows, [](SqlStatement &to, const StaffPosition &row) {
            to.bind(std::optional(row.place))
                .bind(row.person)
                .bind(row.grid)
                .bind(std::optional(row.at));
        });
}

Result<void> SqlStore::write(const QList<Task> &rows)
{
    for (const Task &row : rows) {
        if (Result<void> may = mGuard.mayAt(Thing::Roster, u"change"_s, row.area); !may) {
            return may;
        }
    }
    static const QString sql =
        upsert("tasks",
               {u"task_id"_s},
               words("task_id case_uuid kind person area text created_at due_at done_at result"));
    return writeAll(u"tasks"_s, sql, rows, [](SqlStatement &to, const Task &row) {
        to.bind(row.id)
            .bind(row.caseId)
            .bind(row.kind)
            .bind(row.person)
            .bind(row.area)
            .bind(row.text)
            .bind(std::optional(row.created))
            .bind(row.due)
            .bind(row.done)
            .bind(row.result);
    });
}

Result<void> SqlStore::write(const QList<User> &rows)
{
    if (Result<void> may = mGuard.may(Thing::Account, u"change"_s); !may) {
        return may;
    }
    static const QString sql =
        upsert("users",
               {u"name"_s},
               words("name person role division organisation acts_for_all_units disabled"));
    return transaction([&]() -> Result<void> {
        Result<void> written =
            writeAll(u"users"_s, sql, rows, [](SqlStatement &to, const User &row) {
                to.bind(row.name)
                    .bind(row.person)
                    .bind(row.role)
                    .bind(row.division)
                    .bind(row.organisation)
                    .bind(row.actsForAllUnits)
                    .bind(row.isDisabled);
            });
        return written ? checkAdministratorLeft(*this) : written;
    });
}

Result<void> SqlStore::write(const QList<CatalogueEntry> &rows)
{
    if (Result<void> may = mGuard.may(Thing::Catalogue, u"change"_s); !may) {
        return may;
    }
    static const QString sql = upsert(
        "catalogue",
        words("scheme kind code"),
        words("scheme kind code major_code major_name name name_en local valid_from valid_to "
              "note"));
    return writeAll(u"catalogue"_s, sql, rows, [](SqlStatement &to, const CatalogueEntry &row) {
        to.bind(row.key.scheme)
            .bind(toId(row.key.kind))
            .bind(row.key.code)
            .bind(row.majorCode)
            .bind(row.majorName)
            .bind(row.name)
            .bind(row.nameEn)
            .bind(row.local)
            .bind(row.validFrom)
            .bind(row.validTo)
            .bind(row.note);
    });
}

Result<void> SqlStore::write(const QList<FilingStandard> &rows)
{
    if (Result<void> may = mGuard.may(Thing::Catalogue, u"change"_s); !may) {
        return may;
    }
    static const QString sql = upsert(
        "filing_standards",
        words("standard_id version"),
        words("standard_id version scheme kind code condition condition_en limit_value "
              "limit_unit closing_condition closing_condition_en closing_mandatory unit_kind "
              "supervisor valid_from valid_to area source"));
    return writeAll(
        u"filing_standards"_s, sql, rows, [](SqlStatement &to, const FilingStandard &row) {
            to.bind(row.id)
                .bind(row.version)
                .bind(row.key.scheme)
                .bind(toId(row.key.kind))
                .bind(row.key.code)
                .bind(row.condition)
                .bind(row.conditionEn)
                .bind(row.limitValue)
                .bind(toId(row.limitUnit))
                .bind(row.closingCondition)
                .bind(row.closingConditionEn)
                .bind(row.closingMandatory)
                .bind(row.unitKind)
                .bind(row.supervisor)
                .bind(row.validFrom)
                .bind(row.validTo)
                .bind(row.area)
                .bind(row.source);
        });
}

Result<void> SqlStore::write(const ImportRun &run)
{
    static const QString sql =
        u"INSERT INTO import_runs (source, file, file_hash, at, actor, accepted, known, refused) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s;
    return writeAll(
        u"import_runs"_s, sql, QList<ImportRun>{run}, [](SqlStatement &to, const ImportRun &row) {
            to.bind(row.source)
                .bind(row.file)
                .bind(QString::fromLatin1(row.fileHash.toHex()))
                .bind(std::optional(row.at))
                .bind(row.actor)
                .bind(row.accepted)
                .bind(row.known)
                .bind(row.refused);
        });
}

} // namespace gridward
