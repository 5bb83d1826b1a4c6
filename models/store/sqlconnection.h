// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/geopoint.h"
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

class ServerStatement;

/** Which language a connection speaks. Most statements are understood by both. */
enum class SqlDialect { SQLite, PostgreSQL };

/** What a transaction keeps others from while it lasts. With SQLite always all writing. */
enum class WriteLock {
    Whole, ///< all writing, but for single cases
    Rows,  ///< writing the same rows
};

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
    explicit SqlStatement(ServerStatement &statement)
        : mServer(&statement)
    {
    }
    SqlStatement(SqlStatement &&other) noexcept
        : mQuery(std::exchange(other.mQuery, nullptr))
        , mServer(std::exchange(other.mServer, nullptr))
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

    /** A point of EPSG:4326, or NULL. */
    SqlStatement &bind(const std::optional<GeoPoint> &place);
    /**
     * Well-known binary of EPSG:4326; empty: NULL. A polygon becomes a multipolygon if `multi` asks
     * for it.
     */
    SqlStatement &bindShape(const QByteArray &wkb, bool multi);

    [[nodiscard]] Result<void> run();
    /** After run(): the next row; false behind the last one. */
    [[nodiscard]] bool next();
    [[nodiscard]] qint64 changedRows() const;

    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;
    [[nodiscard]] int number(int column) const { return static_cast<int>(longNumber(column)); }
    [[nodiscard]] qint64 longNumber(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] bool flag(int column) const { return longNumber(column) != 0; }
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] QDate date(int column) const;
    [[nodiscard]] std::optional<Instant> instant(int column) const;
    /** Nothing for NULL and for another shape. */
    [[nodiscard]] std::optional<GeoPoint> point(int column) const;
    /** Well-known binary; empty for NULL. */
    [[nodiscard]] QByteArray shape(int column) const;

private:
    QSqlQuery *mQuery = nullptr; ///< one of the two
    ServerStatement *mServer = nullptr;
    int mNext = 0;
};

/**
 * A connection to an SQLite file or a PostgreSQL server, with its prepared statements and nested
 * transactions. Lives on one thread. Statements mark their parameters with "?"; hints of SQLite
 * (INDEXED BY) are left out for a server. Errors: Unreachable (somebody else is writing for too
 * long, may not be opened, disk failing, no answer), Unreadable (damaged, not a database),
 * DiskFull, Refused (read-only, no rights), Conflict (a constraint says no).
 */
class SqlConnection
{
public:
    SqlConnection() = default;
    SqlConnection(const SqlConnection &) = delete;
    SqlConnection &operator=(const SqlConnection &) = delete;
    ~SqlConnection();

    [[nodiscard]] Result<void> open(const QString &path, bool readOnly = false);
    /**
     * `url`: "postgresql://user@host:port/database?sslmode=…" or what else libpq understands;
     * what it does not say comes from libpq's environment, service and pass files.
     */
    [[nodiscard]] Result<void> openServer(const QString &url);
    void close();
    [[nodiscard]] bool isOpen() const;
    /** A server's: the connection broke. Everything fails until reopen(). */
    [[nodiscard]] bool isBroken() const;
    /** As if the server had closed it: isBroken() from then on, until it is opened again. */
    void breakOff();
    /** Connects again, as openServer() did; not inside of a transaction. */
    [[nodiscard]] Result<void> reopen();
    /** The socket to the server; -1 if there is none. */
    [[nodiscard]] int socket() const;
    /** What is done after each transaction that was committed; on the connection's thread. */
    void setCommitted(std::function<void()> committed) { mCommitted = std::move(committed); }
    [[nodiscard]] bool isInTransaction() const { return mDepth > 0; }
    [[nodiscard]] SqlDialect dialect() const { return mDialect; }
    [[nodiscard]] bool isServer() const { return mDialect == SqlDialect::PostgreSQL; }
    /** One of two texts, as the connection needs it. */
    [[nodiscard]] QString pick(const QString &ofFile, const QString &ofServer) const
    {
        return isServer() ? ofServer : ofFile;
    }
    [[nodiscard]] const QString &path() const { return mPath; }

    /** Runs one statement that gives no rows; on a server several, with nothing translated. */
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
    [[nodiscard]] Result<void> transaction(const std::function<Result<void>()> &work,
                                           WriteLock lock = WriteLock::Whole);
    /** The same; and what is deleted or replaced meanwhile is overwritten in the file. */
    [[nodiscard]] Result<void> erasing(const std::function<Result<void>()> &work);
    /**
     * Everything that `work` reads is of one moment. Inside a transaction it is a part of that one;
     * in itself it lets no transaction begin, so that nothing can be written.
     */
    [[nodiscard]] Result<void> snapshot(const std::function<Result<void>()> &work);
    [[nodiscard]] Result<void> begin(WriteLock lock = WriteLock::Whole);
    [[nodiscard]] Result<void> commit();
    void rollback();
    /** How many transactions were committed through this connection. */
    [[nodiscard]] qint64 commits() const { return mCommits; }

    /** The handle of SQLite or libpq; null while closed. */
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
    [[nodiscard]] Result<ServerStatement *> prepareServer(const QString &sql);
    [[nodiscard]] Result<QVariant> askServer(const QString &sql, const QByteArray &text);
    [[nodiscard]] Result<void> lockWhole();
    [[nodiscard]] Result<void> greetServer();

    SqlDialect mDialect = SqlDialect::SQLite;
    QString mPath;                 ///< or the URL, without a password
    QString mName;                 ///< under which Qt knows the connection
    void *mServerHandle = nullptr; ///< Qt's, which it would look for at every question
    QHash<QString, std::shared_ptr<QSqlQuery>> mStatements;
    QHash<const QChar *, Known> mByAddress; ///< the same, found without comparing texts
    QHash<QString, sqlite3_stmt *> mBare;   ///< owned; used without Qt
    QHash<QString, std::shared_ptr<ServerStatement>> mServer;
    bool mIsWhole = false; ///< the transaction keeps others from all writing
    std::function<void()> mCommitted;
    int mDepth = 0;
    qint64 mCommits = 0;
    bool mReading = false; ///< inside a snapshot: no transaction may begin
    bool mSpoilt = false;  ///< an inner transaction failed: the outer one may not commit
};

} // namespace gridward
