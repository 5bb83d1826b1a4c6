// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "models/domain/result.h"

#include <QString>
#include <QVariant>

#include <optional>
#include <utility>

struct sqlite3_stmt;

namespace gridward {

class ServerStatement;

/**
 * A prepared statement whose rows are read without Qt: for reading hundreds of thousands
 * of rows, where Qt's values take longer than SQLite takes to find them. Bound from the first
 * parameter on and reset when it goes out of scope; the statement is kept by the connection. Errors
 * as SqlConnection.
 */
class SqlScan
{
public:
    explicit SqlScan(sqlite3_stmt *statement)
        : mStatement(statement)
    {
    }
    explicit SqlScan(ServerStatement &statement)
        : mServer(&statement)
    {
    }
    SqlScan(SqlScan &&other) noexcept
        : mStatement(std::exchange(other.mStatement, nullptr))
        , mServer(std::exchange(other.mServer, nullptr))
        , mHasRun(other.mHasRun)
        , mNext(other.mNext)
        , mError(std::move(other.mError))
    {
    }
    SqlScan(const SqlScan &) = delete;
    SqlScan &operator=(const SqlScan &) = delete;
    SqlScan &operator=(SqlScan &&) = delete;
    ~SqlScan();

    SqlScan &bind(qint64 value);
    SqlScan &bind(const QString &value);
    /** A whole number or a text. */
    SqlScan &bind(const QVariant &value);

    /** The next row; false behind the last one, and when reading failed: then error() says why. */
    [[nodiscard]] bool next();
    [[nodiscard]] const std::optional<Error> &error() const { return mError; }

    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] qint64 number(int column) const;
    [[nodiscard]] bool isNull(int column) const;
    /** Nothing for NULL and for what is no time. */
    [[nodiscard]] std::optional<Instant> instant(int column) const;

private:
    sqlite3_stmt *mStatement = nullptr; ///< one of the two
    ServerStatement *mServer = nullptr;
    bool mHasRun = false; ///< on the server
    int mNext = 1;
    std::optional<Error> mError;
};

} // namespace gridward
