// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/geopoint.h"
#include "models/domain/instant.h"
#include "models/domain/result.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <utility>

struct sqlite3_stmt;

namespace gridward {

class ServerStatement;

/**
 * A prepared statement without rows, bound through SQLite itself, or libpq, on the connection that
 * Qt opened. For the inserts of cases and events alone: there Qt's binding, which makes a name and
 * copies lists for each value, takes longer than SQLite takes to write. Bound from the first
 * parameter on and reset when it goes out of scope; the statement is kept by the connection. Values
 * are copied. Errors as SqlConnection.
 */
class SqlInsert
{
public:
    explicit SqlInsert(sqlite3_stmt *statement)
        : mStatement(statement)
    {
    }
    explicit SqlInsert(ServerStatement &statement)
        : mServer(&statement)
    {
    }
    SqlInsert(SqlInsert &&other) noexcept
        : mStatement(std::exchange(other.mStatement, nullptr))
        , mServer(std::exchange(other.mServer, nullptr))
        , mNext(other.mNext)
    {
    }
    SqlInsert(const SqlInsert &) = delete;
    SqlInsert &operator=(const SqlInsert &) = delete;
    SqlInsert &operator=(SqlInsert &&) = delete;
    ~SqlInsert();

    SqlInsert &bind(const QString &value);
    SqlInsert &bind(const char *) = delete;
    SqlInsert &bind(qint64 value);
    SqlInsert &bind(int value) { return bind(qint64{value}); }
    SqlInsert &bind(bool value) { return bind(qint64{value ? 1 : 0}); }
    SqlInsert &bind(const QByteArray &value);
    SqlInsert &bind(const std::optional<Instant> &value);
    SqlInsert &bindTextOrNull(const QString &value);
    /** Text that is UTF-8 already. */
    SqlInsert &bindUtf8(const QByteArray &value);
    SqlInsert &bindNull();
    /** A point of EPSG:4326, or NULL. */
    SqlInsert &bind(const std::optional<GeoPoint> &place);

    [[nodiscard]] Result<void> run();

private:
    sqlite3_stmt *mStatement = nullptr; ///< one of the two
    ServerStatement *mServer = nullptr;
    int mNext = 1;
};

} // namespace gridward
