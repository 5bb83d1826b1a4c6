// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "models/domain/result.h"
#include "models/store/sqlinsert.h"
#include "models/store/sqlscan.h"

#include <QDate>
#include <QHash>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace gridward {

/**
 * One prepared statement while it is used: bound from the first parameter on, reset when it goes
 * out of scope, so that no read lock outlives it. The statement itself is kept by the connection.
 */
class SqlStatement
{
public:
    explicit SqlStatement(QSqlQuery &query)
        : mQuery(&query)
    {
    }
    SqlStatement(SqlStatement &&other) noexcept
        : mQuery(std::exchange(other.mQuery, nullptr))
        , mNext(other.mNext)
    {
    }
    SqlStatement(const SqlStatement &) = delete;
    SqlStatement &operator=(const SqlStatement &) = delete;
    SqlStatement &operator=(SqlStatement &&) = delete;
    ~SqlStatement();

    SqlStatement &bind(const QVariant &value);
    SqlStatement &bind(const QString &value);
    SqlStatement &bind(const char *) = delete;
    SqlStatement &bind(int value) { return bind(QVariant(value)); }
    SqlStatement &bind(qint64 value) { return bind(QVariant(value)); }
    SqlStatement &bind(double value) { return bind(QVariant(value)); }
    SqlStatement &bind(bool value) { return bind(QVariant(value ? 1 : 0)); }
    SqlStatement &bind(const QByteArray &value) { return bind(QVariant(value)); }
    SqlStatement &bind(QDate value);
    SqlStatement &bind(const std::optional<Instant> &value);
    SqlStatement &bindTextOrNull(const QString &value);

    [[nodiscard]] Result<void> run();
    /** After run(): the next row; false behind the last one. */
    [[nodiscard]] bool next() { return mQuery->next(); }
    [[nodiscard]] qint64 changedRows() const { return mQuery->numRowsAffected(); }

    [[nodiscard]] QString text(int column) const { return mQuery->value(column).toString(); }
    [[nodiscard]] QByteArray bytes(int column) const { return mQuery->value(column).toByteArray(); }
    [[nodiscard]] int number(int column) const { return mQuery->value(column).toInt(); }
    [[nodiscard]] qint64 longNumber(int column) const { return mQuery->value(column).toLongLong(); }
    [[nodiscard]] double real(int column) const { return mQuery->value(column).toDouble(); }
    [[nodiscard]] bool flag(int column) const { return mQuery->value(column).toInt() != 0; }
    [[nodiscard]] bool isNull(int column) const { return mQuery->isNull(column); }
    [[nodiscard]] QDate date(int column) const;
    [[nodiscard]] std::optional<Instant> instant(int column) const;

private:
    QSqlQuery *mQuery;
    int mNext = 0;
};

/**
 * A connection to an SQLite file with its prepared statements and nested transactions. Lives on one
 * thread. Errors: Unreachable (somebody else is writing for too long, may not be opened, disk
 * failing), Unreadable (damaged, not a database), DiskFull, Refused (read-only), Conflict (a
 * constraint says no).
 */
class SqlConnection
{
public:
    SqlConnection() = default;
    SqlConnection(const SqlConnection &) = delete;
    SqlConnection &operator=(const SqlConnection &) = delete;
    ~SqlConnection();

    [[nodiscard]] Result<void> open(const QString &path, bool readOnly = false);
    void close();
    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] const QString &path() const { return mPath; }

    /** Runs one statement that gives no rows. */
    [[nodiscard]] Result<void> execute(const QString &sql);
    /** The first column of the first row; an invalid variant if there is none. */
    [[nodiscard]] Result<QVariant> scalar(const QString &sql);
    /** A prepared statement; prepared once for each text. */
    [[nodiscard]] Result<SqlStatement> prepare(const QString &sql);
    /** The same for a statement that is bound without Qt. */
    [[nodiscard]] Result<SqlInsert> prepareInsert(const QString &sql);
    /** The same for one whose rows are read without Qt. */
    [[nodiscard]] Result<SqlScan> prepareScan(const QString &sql);
    /** Forgets all prepared statements; needed before the schema changes. */
    void forgetStatements();

    /**
     * Everything in `work` or nothing; takes the write lock at once (waiting up to 20 s for other
     * writers). Inside another transaction it is a part of that one.
     */
    [[nodiscard]] Result<void> transaction(const std::function<Result<void>()> &work);
    /** The same; and what is deleted or replaced meanwhile is overwritten in the file. */
    [[nodiscard]] Result<void> erasing(const std::function<Result<void>()> &work);
    /**
     * Everything that `work` reads is of one moment. Inside a transaction it is a part of that one;
     * in itself it lets no transaction begin, so that nothing can be written.
     */
    [[nodiscard]] Result<void> snapshot(const std::function<Result<void>()> &work);
    [[nodiscard]] Result<void> begin();
    [[nodiscard]] Result<void> commit();
    void rollback();
    /** How many transactions were committed through this connection. */
    [[nodiscard]] qint64 commits() const { return mCommits; }

    /** The SQLite handle, for counting work; null while closed. */
    [[nodiscard]] void *handle() const;

    /** What an error of Qt SQL means for the user. */
    [[nodiscard]] static Error errorFor(const QSqlError &error, const QString &sql);

private:
    struct Known
    {
        QString text;
        std::shared_ptr<QSqlQuery> query;
    };

    [[nodiscard]] Result<void> runPrepared(const QString &sql);
    [[nodiscard]] Result<sqlite3_stmt *> prepareBare(const QString &sql);

    QString mPath;
    QString mName; ///< under which Qt knows the connection
    QHash<QString, std::shared_ptr<QSqlQuery>> mStatements;
    QHash<const QChar *, Known> mByAddress; ///< the same, found without comparing texts
    QHash<QString, sqlite3_stmt *> mBare;   ///< owned; used without Qt
    int mDepth = 0;
    qint64 mCommits = 0;
    bool mReading = false; ///< inside a snapshot: no transaction may begin
    bool mSpoilt = false;  ///< an inner transaction failed: the outer one may not commit
};

} // namespace gridward
