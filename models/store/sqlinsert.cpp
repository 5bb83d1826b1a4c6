// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sqlinsert.h"

#include "models/store/ewkb.h"
#include "models/store/geopackageblob.h"
#include "models/store/serverstatement.h"
#include "models/store/sqlconnection.h"

#include <sqlite3.h>

namespace gridward {

namespace {

constexpr QChar kNothing[] = {QChar()}; ///< a null pointer would bind NULL

} // namespace

SqlInsert::~SqlInsert()
{
    if (mStatement != nullptr) {
        sqlite3_reset(mStatement);
        sqlite3_clear_bindings(mStatement);
    }
    if (mServer != nullptr) {
        mServer->finish();
    }
}

// The results of binding are not looked at: out of range or out of memory makes run() fail too, or
// leaves NULL in a column that refuses it.

SqlInsert &SqlInsert::bind(const QString &value)
{
    if (mServer != nullptr) {
        mServer->bindText(value);
        return *this;
    }
    // Never NULL, as our text columns are empty instead.
    sqlite3_bind_text16(mStatement,
                        mNext++,
                        value.isNull() ? kNothing : value.constData(),
                        static_cast<int>(value.size() * qsizetype{sizeof(QChar)}),
                        SQLITE_TRANSIENT);
    return *this;
}

SqlInsert &SqlInsert::bind(qint64 value)
{
    if (mServer != nullptr) {
        mServer->bindText(QByteArray::number(value));
        return *this;
    }
    sqlite3_bind_int64(mStatement, mNext++, value);
    return *this;
}

SqlInsert &SqlInsert::bind(const QByteArray &value)
{
    if (mServer != nullptr) {
        mServer->bindBytes(value);
        return *this;
    }
    sqlite3_bind_blob(
        mStatement, mNext++, value.constData(), static_cast<int>(value.size()), SQLITE_TRANSIENT);
    return *this;
}

SqlInsert &SqlInsert::bind(const std::optional<Instant> &value)
{
    return value ? bind(toIsoText(*value)) : bindNull();
}

SqlInsert &SqlInsert::bindTextOrNull(const QString &value)
{
    return value.isEmpty() ? bindNull() : bind(value);
}

SqlInsert &SqlInsert::bindUtf8(const QByteArray &value)
{
    if (mServer != nullptr) {
        mServer->bindText(value);
        return *this;
    }
    sqlite3_bind_text(
        mStatement, mNext++, value.constData(), static_cast<int>(value.size()), SQLITE_TRANSIENT);
    return *this;
}

SqlInsert &SqlInsert::bindNull()
{
    if (mServer != nullptr) {
        mServer->bindNull();
        return *this;
    }
    sqlite3_bind_null(mStatement, mNext++);
    return *this;
}

SqlInsert &SqlInsert::bind(const std::optional<GeoPoint> &place)
{
    if (!place) {
        return bindNull();
    }
    return mServer != nullptr ? bind(ewkb::fromPoint(*place)) : bind(geopackage::fromPoint(*place));
}

Result<void> SqlInsert::run()
{
    if (mServer != nullptr) {
        return mServer->run();
    }
    mNext = 1;
    if (sqlite3_step(mStatement) == SQLITE_DONE) {
        sqlite3_reset(mStatement);
        return {};
    }
    sqlite3 *database = sqlite3_db_handle(mStatement);
    const QSqlError error({},
                          QString::fromUtf8(sqlite3_errmsg(database)),
                          QSqlError::StatementError,
                          QString::number(sqlite3_extended_errcode(database)));
    sqlite3_reset(mStatement);
    return SqlConnection::errorFor(error, QString::fromUtf8(sqlite3_sql(mStatement)));
}

} // namespace gridward
