// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/movedtables.h"

#include <QCryptographicHash>
#include <QHash>

using namespace Qt::StringLiterals;

namespace gridward {

const std::vector<MovedTable> &movedTables()
{
    using Way = MovedTable::Way;
    static const std::vector<MovedTable> tables{
        {"gridward_store"},
        {"divisions"},
        {"grids"},
        {"grid_history"},
        {"key_places"},
        {"components"},
        {"addresses"},
        {"resources"},
        {"organisations"},
        {"people"},
        {"staff_positions"},
        {"duties"},
        {"shifts"},
        {"posts"},
        {"post_holders"},
        {"leaves"},
        {"handovers"},
        {"staffing_needs"},
        {"coverage_needs"},
        {"users"},
        {"user_posts"},
        {"gridward_roles"},
        {"gridward_grants"},
        {"gridward_passwords"},
        {"catalogue"},
        {"catalogue_history"},
        {"filing_standards"},
        {"gridward_rule_books"},
        {"gridward_calendars"},
        {"cases"},
        {"events"}, // by number, so that the feed tells of them in the same order
        {"case_milestones", Way::InBatches, "case_id"},
        {"attachments"},
        {"tasks"},
        {"import_runs"},
        {"personal_callers"},
        {"personal_households"},
        {"gridward_drafts"},
        {"gridward_inbox", Way::AtOnce}, // a row may follow any other one
        {"gridward_inbox_log"},
        {"personal_inbox"},
        {"samplings"},
        {"sampling_cases"},
        {"sampling_results"},
        {"sampling_evidence"},
        {"gridward_analyses"},
        {"audit_log"},
        {"gridward_sign_in", Way::EachTry},
        {"gridward_failures", Way::EachTry},
        {"gridward_origins", Way::EachTry},
        {"gridward_sessions", Way::EachTry},
        {"gridward_changes", Way::EachTry}};
    return tables;
}

const QStringList &derivedTables()
{
    static const QStringList tables{
        u"gpkg_*"_s,                   // what makes a file a GeoPackage
        u"sqlite_*"_s,                 // SQLite's own
        u"layer_styles"_s,             // how QGIS draws it: from the program
        u"gridward_schema"_s,          // which migrations a kind of store went through
        u"gridward_open_cases"_s,      // counted anew
        u"gridward_standard_grants"_s, // from the program
        u"gridward_logins"_s,          // passwords that a server keeps stay there
        u"component_extent*"_s,        // indexes of a file
        u"address_extent*"_s,          // …
        u"gridward_address_words*"_s}; // …
    return tables;
}

namespace {

std::optional<MovedKind> kindOf(const QString &type)
{
    static const QHash<QString, MovedKind> kinds{// as the schema of a file calls them …
                                                 {u"INTEGER"_s, MovedKind::Number},
                                                 {u"BOOLEAN"_s, MovedKind::Number},
                                                 {u"DOUBLE"_s, MovedKind::Real},
                                                 {u"REAL"_s, MovedKind::Real},
                                                 {u"TEXT"_s, MovedKind::Text},
                                                 {u"DATETIME"_s, MovedKind::Time},
                                                 {u"DATE"_s, MovedKind::Date},
                                                 {u"BLOB"_s, MovedKind::Bytes},
                                                 {u"POINT"_s, MovedKind::Shape},
                                                 {u"MULTIPOLYGON"_s, MovedKind::Shape},
                                                 {u"GEOMETRY"_s, MovedKind::Shape},
                                                 // … and a server
                                                 {u"bigint"_s, MovedKind::Number},
                                                 {u"integer"_s, MovedKind::Number},
                                                 {u"smallint"_s, MovedKind::Number},
                                                 {u"double precision"_s, MovedKind::Real},
                                                 {u"text"_s, MovedKind::Text},
                                                 {u"timestamp with time zone"_s, MovedKind::Time},
                                                 {u"date"_s, MovedKind::Date},
                                                 {u"bytea"_s, MovedKind::Bytes},
                                                 {u"geometry"_s, MovedKind::Shape}};
    const auto found = kinds.constFind(type);
    return found == kinds.constEnd() ? std::nullopt : std::optional(*found);
}

} // namespace

Result<QList<MovedColumn>> movedColumns(SqlConnection &connection, const MovedTable &table)
{
    // Which transaction and which login of the server wrote an event is of that server alone.
    Result<SqlStatement> prepared = connection.prepare(connection.pick(
        u"SELECT name, type FROM pragma_table_info(?) ORDER BY name"_s,
        u"SELECT attname, format_type(atttypid, NULL) FROM pg_attribute "
        "WHERE attrelid = to_regclass('gridward.' || quote_ident(?)) AND attnum > 0 "
        "AND NOT attisdropped AND attname NOT IN ('tx', 'login') ORDER BY attname COLLATE \"C\""_s));
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    statement.bind(QString::fromLatin1(table.name));
    if (const Result<void> run = statement.run(); !run) {
        return run.error();
    }
    QList<MovedColumn> columns;
    while (statement.next()) {
        const std::optional<MovedKind> kind = kindOf(statement.text(1));
        if (!kind) {
            return Error{
                ErrorCode::Internal,
                u"%1.%2: %3"_s.arg(QLatin1String(table.name), statement.text(0), statement.text(1)),
                {}};
        }
        columns.append({statement.text(0), *kind});
    }
    return columns;
}

void MovedRow::clear()
{
    mText.resize(0); // what was allocated is used again
    mFields.clear();
}

void MovedRow::addNull()
{
    mText += '-';
    mFields.emplace_back();
}

void MovedRow::add(QByteArrayView value)
{
    mText += QByteArray::number(value.size());
    mText += ':';
    mFields.push_back({mText.size(), value.size(), false});
    mText += value;
}

void MovedChain::add(qint64 key, const MovedRow &row)
{
    QCryptographicHash sum(QCryptographicHash::Sha256);
    sum.addData(hash);
    sum.addData(row.text());
    hash = sum.result();
    lastKey = key;
    ++rows;
}

} // namespace gridward
