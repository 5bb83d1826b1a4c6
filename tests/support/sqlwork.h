// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/sqlconnection.h"

#include <sqlite3.h>

namespace gridward {

/**
 * Counts the steps of SQLite's virtual machine on a connection while it lives: they grow with every
 * row that is visited, and do not wobble.
 */
class SqlWork
{
public:
    explicit SqlWork(SqlConnection &connection)
        : mHandle(static_cast<sqlite3 *>(connection.handle()))
    {
        sqlite3_progress_handler(mHandle, kGrain, &SqlWork::count, &mTicks);
    }
    SqlWork(const SqlWork &) = delete;
    SqlWork &operator=(const SqlWork &) = delete;
    ~SqlWork() { sqlite3_progress_handler(mHandle, 0, nullptr, nullptr); }

    [[nodiscard]] qint64 steps() const { return mTicks * kGrain; }

private:
    static constexpr int kGrain = 10;
    static int count(void *ticks)
    {
        ++*static_cast<qint64 *>(ticks);
        return 0;
    }

    sqlite3 *mHandle;
    qint64 mTicks = 0;
};

} // namespace gridward
