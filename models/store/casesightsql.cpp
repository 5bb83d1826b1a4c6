// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/casesightsql.h"

using namespace Qt::StringLiterals;

namespace gridward {

SightSql::SightSql(const CaseSight &sight, SqlDialect dialect)
{
    const bool isFile = dialect == SqlDialect::SQLite;
    const auto add = [&](const QString &condition, const QVariantList &bound) {
        conditions.append(condition);
        values += bound;
    };
    if (sight.isBlind) {
        add(u"1 = 0"_s, {});
    }
    if (!sight.street.isEmpty()) {
        add(u"street = ?"_s, {sight.street});
    }
    if (!sight.grid.isEmpty()) {
        add(u"grid = ?"_s, {sight.grid});
    }
    if (!sight.divisions.isEmpty()) {
        const QString marks = u"?"_s + u", ?"_s.repeated(sight.divisions.size() - 1);
        QVariantList codes;
        for (const QString &code : sight.divisions) {
            codes.append(code);
        }
        add(u"(street IN (%1) OR community IN (%1))"_s.arg(marks), codes + codes);
    }
    if (!sight.onlyTheirs) {
        return;
    }
    QStringList ways;
    QVariantList bound;
    if (!sight.unit.isEmpty()) {
        // Assisting units and called departments stand in what the case has been through.
        ways.append(isFile
                        ? u"unit = ? OR EXISTS (SELECT 1 FROM json_each(coalesce(process, '{}'), "
                          "'$.assisting') AS a WHERE a.value = ?) OR EXISTS (SELECT 1 FROM "
                          "json_each(coalesce(process, '{}'), '$.calls') AS c "
                          "WHERE json_extract(c.value, '$.department') = ?)"_s
                        : u"unit = ? OR coalesce(process, '{}')::jsonb -> 'assisting' @> "
                          "to_jsonb(?::text) OR coalesce(process, '{}')::jsonb -> 'calls' @> "
                          "jsonb_build_array(jsonb_build_object('department', ?::text))"_s);
        bound += QVariantList{sight.unit, sight.unit, sight.unit};
    }
    if (!sight.person.isEmpty()) {
        ways.append(
            isFile ? u"person = ? OR json_extract(coalesce(process, '{}'), '$.scene.person') = ?"_s
                   : u"person = ? OR coalesce(process, '{}')::jsonb #>> '{scene,person}' = ?"_s);
        bound += QVariantList{sight.person, sight.person};
    }
    if (!sight.user.isEmpty()) {
        ways.append(u"EXISTS (SELECT 1 FROM events AS e WHERE e.case_id = cases.id "
                    "AND e.sequence = 1 AND e.actor = ?)"_s);
        bound += QVariantList{sight.user};
    }
    if (ways.isEmpty()) {
        ways.append(u"id IS NULL"_s); // nothing can be theirs
    }
    add(u"(%1)"_s.arg(ways.join(u" OR "_s)), bound);
}

QString SightSql::text() const
{
    return conditions.isEmpty() ? QString() : u" AND "_s + conditions.join(u" AND "_s);
}

} // namespace gridward
