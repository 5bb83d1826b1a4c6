// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/sqlconnection.h"

#include <QByteArray>

#include <cstdio>
#include <libpq-fe.h>
#include <sqlite3.h>

namespace gridward {

/** Counts the statements of a connection while it lives: inside of transactions, and outside. */
class SqlOrder
{
public:
    explicit SqlOrder(SqlConnection &connection)
        : mConnection(connection)
    {
        if (connection.isServer()) {
            PQtrace(server(), mTrace);
        } else {
            sqlite3_trace_v2(file(), SQLITE_TRACE_STMT, &SqlOrder::look, this);
        }
    }
    SqlOrder(const SqlOrder &) = delete;
    SqlOrder &operator=(const SqlOrder &) = delete;
    ~SqlOrder()
    {
        if (mConnection.isServer()) {
            PQuntrace(server());
        } else {
            sqlite3_trace_v2(file(), 0, nullptr, nullptr);
        }
        std::fclose(mTrace);
    }

    [[nodiscard]] int inside() const { return mConnection.isServer() ? answers().first : mInside; }
    [[nodiscard]] int outside() const
    {
        return mConnection.isServer() ? answers().second : mOutside;
    }

private:
    [[nodiscard]] sqlite3 *file() const { return static_cast<sqlite3 *>(mConnection.handle()); }
    [[nodiscard]] PGconn *server() const { return static_cast<PGconn *>(mConnection.handle()); }
    static int look(unsigned, void *self, void *, void *text)
    {
        auto *order = static_cast<SqlOrder *>(self);
        if (!QByteArray(static_cast<const char *>(text)).startsWith("BEGIN")) {
            ++(sqlite3_get_autocommit(order->file()) == 0 ? order->mInside : order->mOutside);
        }
        return 0;
    }
    /** After each statement the server says whether a transaction is open (T) or not (I). */
    [[nodiscard]] std::pair<int, int> answers() const
    {
        std::fflush(mTrace);
        std::rewind(mTrace);
        QByteArray trace;
        char piece[4096];
        while (const std::size_t read = std::fread(piece, 1, sizeof piece, mTrace)) {
            trace.append(piece, static_cast<qsizetype>(read));
        }
        int inside = 0;
        int outside = 0;
        int ends = 0;
        for (const QByteArray &line : trace.split('\n')) {
            ends += line.contains("CommandComplete") &&
                            (line.contains("\"ROLLBACK\"") || line.contains("\"COMMIT\""))
                        ? 1
                        : 0;
            if (line.contains("ReadyForQuery")) {
                ++(line.trimmed().endsWith('T') ? inside : outside);
            }
        }
        return {inside, outside - ends};
    }

    SqlConnection &mConnection;
    std::FILE *mTrace = std::tmpfile();
    int mInside = 0;
    int mOutside = 0;
};

} // namespace gridward
