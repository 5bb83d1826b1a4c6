// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sqlscan.h"

#include "models/store/serverstatement.h"
#include "models/store/sqlconnection.h"

#include <sqlite3.h>

namespace gridward {

SqlScan::~SqlScan()
{
    if (mStatement != nullptr) {
        sqlite3_reset(mStatement);
        sqlite3_clear_bindings(mStatement);
    }
    if (mServer != nullptr) {
        mServer->finish();
    }
}

SqlScan &SqlScan::bind(qint64 value)
{
    if (mServer != nullptr) {
        mServer->bindText(QByteArray::number(value));
        return *this;
    }
    sqlite3_bind_int64(mStatement, mNext++, value);
    return *this;
}

SqlScan &SqlScan::bind(const QString &value)
{
    if (mServer != nullptr) {
        mServer->bindText(value);
        return *this;
    }
    const QByteArray text = value.toUtf8();
    sqlite3_bind_text(
        mStatement, mNext++, text.constData(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
    return *this;
}

SqlScan &SqlScan::bind(const QVariant &value)
{
    return value.typeId() == QMetaType::QString ? bind(value.toString()) : bind(value.toLongLong());
}

bool SqlScan::next()
{
    if (mServer != nullptr) {
        if (!std::exchange(mHasRun, true)) {
            if (const Result<void> run = mServer->run(); !run) {
                mError = run.error();
                return false;
            }
        }
        return mServer->next();
    }
    const int code = sqlite3_step(mStatement);
    if (code == SQLITE_ROW) {
        return true;
    }
    if (code != SQLITE_DONE) {
        sqlite3 *database = sqlite3_db_handle(mStatement);
        mError =
            SqlConnection::errorFor(QSqlError({},
                                              QString::fromUtf8(sqlite3_errmsg(database)),
                                              QSqlError::StatementError,
                                              QString::number(sqlite3_extended_errcode(database))),
                                    QString::fromUtf8(sqlite3_sql(mStatement)));
    }
    return false;
}

QString SqlScan::text(int column) const
{
    if (mServer != nullptr) {
        return mServer->text(column);
    }
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(mStatement, column));
    return QString::fromUtf8(text, sqlite3_column_bytes(mStatement, column));
}

qint64 SqlScan::number(int column) const
{
    if (mServer != nullptr) {
        return mServer->number(column);
    }
    return sqlite3_column_int64(mStatement, column);
}

bool SqlScan::isNull(int column) const
{
    if (mServer != nullptr) {
        return mServer->isNull(column);
    }
    return sqlite3_column_type(mStatement, column) == SQLITE_NULL;
}

std::optional<Instant> SqlScan::instant(int column) const
{
    return isNull(column) ? std::nullopt : instantFromIso(text(column));
}

} // namespace gridward
