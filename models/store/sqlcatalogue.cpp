// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogue and its filing standards as GeoPackageStore reads them.
#include "models/store/sqlstore.h"

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

const QString kClassColumns =
    u"scheme, kind, code, major_code, major_name, name, name_en, local, valid_from, valid_to, "
    "note"_s;
const QString kStandardColumns =
    u"standard_id, version, scheme, kind, code, condition, condition_en, limit_value, limit_unit, "
    "closing_condition, closing_condition_en, closing_mandatory, unit_kind, supervisor, "
    "valid_from, valid_to, area, source"_s;
/** The newest version, unless that one was ended. */
const QString kInForce = u"valid_to IS NULL AND version = (SELECT max(other.version) "
                         "FROM filing_standards AS other "
                         "WHERE other.standard_id = filing_standards.standard_id)"_s;

CatalogueEntry readClass(const SqlStatement &row)
{
    return CatalogueEntry{
        {row.text(0), caseKindFromId(row.text(1)).value_or(CaseKind::Matter), row.text(2)},
        row.text(3),
        row.text(4),
        row.text(5),
        row.text(6),
        row.flag(7),
        row.date(8),
        row.date(9),
        row.text(10)};
}

FilingStandard readStandard(const SqlStatement &row)
{
    return FilingStandard{
        row.text(0),
        row.number(1),
        {row.text(2), caseKindFromId(row.text(3)).value_or(CaseKind::Matter), row.text(4)},
        row.text(5),
        row.text(6),
        row.number(7),
        limitUnitFromId(row.text(8)).value_or(LimitUnit::WorkingDay),
        row.text(9),
        row.text(10),
        row.flag(11),
        row.text(12),
        row.text(13),
        row.date(14),
        row.date(15),
        row.text(16),
        row.text(17)};
}

/** The statement with its first values bound. */
template <typename... Values>
Result<SqlStatement> bound(Result<SqlStatement> prepared, const Values &...values)
{
    if (!prepared) {
        return prepared;
    }
    SqlStatement statement = std::move(prepared).value();
    (statement.bind(values), ...);
    return statement;
}

template <typename T>
Result<std::optional<T>> firstOf(const Result<QList<T>> &found)
{
    if (!found) {
        return found.error();
    }
    return found.value().isEmpty() ? std::nullopt : std::optional(found.value().first());
}

} // namespace

Result<QStringList> SqlStore::schemes()
{
    return readAll<QString>(
        mConnection.prepare(u"SELECT DISTINCT scheme FROM catalogue ORDER BY scheme"_s),
        [](const SqlStatement &row) { return row.text(0); });
}

Result<QList<CatalogueEntry>> SqlStore::catalogue(const QString &scheme)
{
    static const QString sql =
        u"SELECT %1 FROM catalogue WHERE scheme = ? ORDER BY kind, code"_s.arg(kClassColumns);
    return readAll<CatalogueEntry>(bound(mConnection.prepare(sql), scheme), readClass);
}

Result<std::optional<CatalogueEntry>> SqlStore::catalogueEntry(const ClassKey &key)
{
    static const QString sql =
        u"SELECT %1 FROM catalogue WHERE scheme = ? AND kind = ? AND code = ?"_s.arg(kClassColumns);
    return firstOf(readAll<CatalogueEntry>(
        bound(mConnection.prepare(sql), key.scheme, toId(key.kind), key.code), readClass));
}

Result<QList<CatalogueEntry>> SqlStore::catalogueHistory(const ClassKey &key)
{
    static const QString sql =
        u"SELECT %1 FROM catalogue_history WHERE scheme = ? AND kind = ? AND code = ? ORDER BY id"_s
            .arg(kClassColumns);
    return readAll<CatalogueEntry>(
        bound(mConnection.prepare(sql), key.scheme, toId(key.kind), key.code), readClass);
}

Result<QList<FilingStandard>> SqlStore::filingStandards(const ClassKey &key)
{
    static const QString sql =
        u"SELECT %1 FROM filing_standards WHERE scheme = ? AND kind = ? AND code = ? AND %2 "
        "ORDER BY standard_id"_s.arg(kStandardColumns, kInForce);
    return readAll<FilingStandard>(
        bound(mConnection.prepare(sql), key.scheme, toId(key.kind), key.code), readStandard);
}

Result<QList<FilingStandard>> SqlStore::allFilingStandards()
{
    static const QString sql =
        u"SELECT %1 FROM filing_standards WHERE %2 ORDER BY scheme, kind, code, standard_id"_s.arg(
            kStandardColumns, kInForce);
    return readAll<FilingStandard>(mConnection.prepare(sql), readStandard);
}

Result<std::optional<FilingStandard>> SqlStore::filingStandard(const QString &id, int version)
{
    static const QString sql =
        u"SELECT %1 FROM filing_standards WHERE standard_id = ? AND version = ?"_s.arg(
            kStandardColumns);
    return firstOf(
        readAll<FilingStandard>(bound(mConnection.prepare(sql), id, version), readStandard));
}

Result<QList<FilingStandard>> SqlStore::filingStandardVersions(const QString &id)
{
    static const QString sql =
        u"SELECT %1 FROM filing_standards WHERE standard_id = ? ORDER BY version"_s.arg(
            kStandardColumns);
    return readAll<FilingStandard>(bound(mConnection.prepare(sql), id), readStandard);
}

} // namespace gridward
