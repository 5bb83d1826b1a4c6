// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sqlconnection.h"

#include "models/store/serverrefusal.h"
#include "models/store/serverstatement.h"
#include "models/store/storelocation.h"

#include <QCoreApplication>
#include <QSet>
#include <QSqlDriver>
#include <QSqlError>
#include <QThread>
#include <QUuid>

#include <array>
#include <libpq-fe.h>
#include <sqlite3.h>
#include <sys/socket.h>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SqlConnection)
};

constexpr int kBusyTimeout = 20'000;       ///< milliseconds; an import holds the lock for seconds
constexpr qint64 kWholeLock = 0x6772'6964; ///< of advisory locks: "grid"

// The primary result codes of SQLite that tell what to do.
constexpr int kBusy = 5;
constexpr int kLocked = 6;
constexpr int kReadOnly = 8;
constexpr int kInputOutput = 10;
constexpr int kCorrupt = 11;
constexpr int kFull = 13;
constexpr int kCannotOpen = 14;
constexpr int kConstraint = 19;
constexpr int kNotADatabase = 26;
constexpr int kCannotWrite = kInputOutput | (3 << 8);
constexpr int kCannotGrowIndex = kInputOutput | (19 << 8); ///< of the write-ahead log

/** How soon libpq gives up, unless the address or the environment says otherwise: a cut line must
 * not hold a seat for the two hours that TCP would wait. Seconds; the last one milliseconds. */
constexpr std::array kLineChecks{std::pair{"connect_timeout", "5"},
                                 std::pair{"keepalives_idle", "5"},
                                 std::pair{"keepalives_interval", "2"},
                                 std::pair{"keepalives_count", "3"},
                                 std::pair{"tcp_user_timeout", "10000"}};

Error cannotReach(const QString &why, const QString &detail)
{
    return Error{ErrorCode::Unreachable,
                 Words::tr("The server cannot be reached: %1").arg(why.trimmed()),
                 detail};
}

} // namespace

SqlConnection::~SqlConnection()
{
    close();
}

Result<void> SqlConnection::open(const QString &path, bool readOnly)
{
    close();
    mPath = path;
    mName = u"gridward-"_s + QUuid::createUuid().toString(QUuid::Id128);
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, mName);
    if (!database.isValid()) {
        return Error{ErrorCode::Internal,
                     Words::tr("Qt's SQLite driver is missing; install libqt6sql6-sqlite."),
                     {}};
    }
    database.setDatabaseName(path);
    database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=%1%2"_s.arg(kBusyTimeout)
                                   .arg(readOnly ? u";QSQLITE_OPEN_READONLY"_s : QString()));
    if (!database.open()) {
        return errorFor(database.lastError(), path);
    }
    return {};
}

Result<void> SqlConnection::openServer(const QString &url)
{
    close();
    char *complaint = nullptr;
    PQconninfoOption *given = PQconninfoParse(url.toUtf8().constData(), &complaint);
    if (given == nullptr) {
        const QString why = QString::fromUtf8(complaint).trimmed();
        PQfreemem(complaint);
        return Error{ErrorCode::InvalidInput,
                     Words::tr("“%1” is no address of a server: %2. Write "
                               "postgresql://user@host/database.")
                         .arg(withoutPassword(url), why),
                     {}};
    }
    mName = u"gridward-"_s + QUuid::createUuid().toString(QUuid::Id128);
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QPSQL"_s, mName);
    if (!database.isValid()) {
        PQconninfoFree(given);
        database = {};
        QSqlDatabase::removeDatabase(std::exchange(mName, {}));
        return Error{ErrorCode::Internal,
                     Words::tr("Qt's PostgreSQL driver is missing; install libqt6sql6-psql."),
                     {}};
    }
    // As options and not as fields: Qt's fields would hide what the environment says.
    QStringList options{u"application_name=gridward"_s};
    QSet<QString> said;
    for (const PQconninfoOption *one = given; one->keyword != nullptr; ++one) {
        const QString key = QString::fromLatin1(one->keyword);
        if (one->val == nullptr || key == u"application_name"_s) {
            continue;
        }
        said.insert(key);
        const QString value = QString::fromUtf8(one->val);
        if (key == u"password"_s) {
            database.setPassword(value); // an option may hold no semicolon
        } else {
            options.append(key + u"='"_s +
                           QString(value).replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s) +
                           u'\'');
        }
    }
    PQconninfoFree(given);
    for (const auto &[key, value] : kLineChecks) {
        if (!said.contains(QString::fromLatin1(key))) {
            options.append(QString::fromLatin1(key) + u'=' + QString::fromLatin1(value));
        }
    }
    database.setConnectOptions(options.join(u';'));
    mDialect = SqlDialect::PostgreSQL;
    mPath = withoutPassword(url);
    if (!database.open()) {
        const QSqlError error = database.lastError();
        database = {}; // Qt complains of a connection that is taken away from under somebody
        close();
        const std::optional<Error> refusal = server::refusalOf(url, error.databaseText());
        return refusal ? *refusal : cannotReach(error.databaseText(), error.text());
    }
    mServerHandle = *static_cast<void *const *>(database.driver()->handle().data());
    // What the server remarks is for nobody who uses a command: libpq would print it.
    PQsetNoticeReceiver(static_cast<PGconn *>(mServerHandle), server::takeNotice, nullptr);
    return greetServer();
}

Result<void> SqlConnection::greetServer()
{
    for (const QString &setting : {u"SET search_path TO gridward, public"_s,
                                   u"SET TimeZone TO 'UTC'"_s,
                                   u"SET DateStyle TO 'ISO'"_s,
                                   u"SET bytea_output TO 'hex'"_s,
                                   u"SET extra_float_digits TO 1"_s,
                                   u"SET client_min_messages TO warning"_s,
                                   u"SET lock_timeout TO %1"_s.arg(kBusyTimeout),
                                   // Every list has an index in its order (in a file: INDEXED BY).
                                   // A server that has not counted its rows yet would rather
                                   // collect all that match, and sort them.
                                   u"SET enable_bitmapscan TO off"_s,
                                   // An index answers what is asked in microseconds; a planner that
                                   // guesses more would compile it first, for half a second.
                                   u"SET jit TO off"_s}) {
        if (Result<void> set = execute(setting); !set) {
            return set;
        }
    }
    return {};
}

Result<void> SqlConnection::reopen()
{
    Q_ASSERT(isServer() && mDepth == 0);
    auto *connection = static_cast<PGconn *>(handle());
    mServer.clear(); // the server has forgotten them
    mReading = false;
    PQreset(connection);
    if (PQstatus(connection) != CONNECTION_OK) {
        return cannotReach(QString::fromUtf8(PQerrorMessage(connection)), mPath);
    }
    return greetServer();
}

void SqlConnection::breakOff()
{
    shutdown(socket(), SHUT_RDWR);
    (void)execute(u"SELECT 1"_s); // it notices
}

bool SqlConnection::isBroken() const
{
    return isServer() && PQstatus(static_cast<const PGconn *>(handle())) != CONNECTION_OK;
}

int SqlConnection::socket() const
{
    return isServer() ? PQsocket(static_cast<const PGconn *>(handle())) : -1;
}

void SqlConnection::close()
{
    if (mName.isEmpty()) {
        return;
    }
    forgetStatements();
    QSqlDatabase::database(mName, false).close();
    QSqlDatabase::removeDatabase(mName);
    mName.clear();
    mServerHandle = nullptr;
    mDialect = SqlDialect::SQLite;
    mDepth = 0;
    mReading = false;
}

bool SqlConnection::isOpen() const
{
    return !mName.isEmpty() && QSqlDatabase::database(mName, false).isOpen();
}

Result<QVariant> SqlConnection::askServer(const QString &sql, const QByteArray &text)
{
    auto *connection = static_cast<PGconn *>(handle());
    PGresult *answer = PQexec(connection, text.constData());
    const ExecStatusType status = PQresultStatus(answer);
    Result<QVariant> result = QVariant();
    if (status == PGRES_TUPLES_OK && PQntuples(answer) > 0 && PQgetisnull(answer, 0, 0) == 0) {
        const QString value = QString::fromUtf8(PQgetvalue(answer, 0, 0));
        result = PQftype(answer, 0) == server::kTruth ? QVariant(value == u't') : QVariant(value);
    } else if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK) {
        result = server::errorOf(connection, answer, text);
    } else if (sql == u"COMMIT"_s && QByteArray(PQcmdStatus(answer)) != "COMMIT") {
        // A transaction in which something failed is rolled back, and that is no error to it.
        result =
            Error{ErrorCode::Internal, Words::tr("Part of the work failed; nothing was kept."), {}};
    }
    PQclear(answer);
    return result;
}

Result<void> SqlConnection::execute(const QString &sql)
{
    if (isServer()) {
        const Result<QVariant> asked = askServer(sql, sql.toUtf8());
        return asked ? Result<void>() : Result<void>(asked.error());
    }
    QSqlQuery query(QSqlDatabase::database(mName, false));
    query.setForwardOnly(true);
    if (!query.exec(sql)) {
        return errorFor(query.lastError(), sql);
    }
    return {};
}

Result<QVariant> SqlConnection::scalar(const QString &sql)
{
    if (isServer()) {
        return askServer(sql, server::translated(sql));
    }
    QSqlQuery query(QSqlDatabase::database(mName, false));
    query.setForwardOnly(true);
    if (!query.exec(sql)) {
        return errorFor(query.lastError(), sql);
    }
    return query.next() ? query.value(0) : QVariant();
}

Result<SqlStatement> SqlConnection::prepare(const QString &sql)
{
    if (isServer()) {
        const Result<ServerStatement *> statement = prepareServer(sql);
        return statement ? Result<SqlStatement>(SqlStatement(*statement.value()))
                         : Result<SqlStatement>(statement.error());
    }
    // Most texts are constants: the same characters at the same address, which the entry keeps
    // alive.
    const auto known = mByAddress.constFind(sql.constData());
    if (known != mByAddress.constEnd() && known->text.size() == sql.size()) {
        return SqlStatement(*known->query);
    }
    const auto found = mStatements.constFind(sql);
    if (found != mStatements.constEnd()) {
        return SqlStatement(**found);
    }
    auto query = std::make_shared<QSqlQuery>(QSqlDatabase::database(mName, false));
    query->setForwardOnly(true);
    if (!query->prepare(sql)) {
        return errorFor(query->lastError(), sql);
    }
    mStatements.insert(sql, query);
    mByAddress.insert(sql.constData(), {sql, query});
    return SqlStatement(*query);
}

Result<ServerStatement *> SqlConnection::prepareServer(const QString &sql)
{
    const auto known = mServer.constFind(sql);
    if (known != mServer.constEnd()) {
        return known->get();
    }
    auto statement = std::make_shared<ServerStatement>(static_cast<PGconn *>(handle()),
                                                       "g" + QByteArray::number(mServer.size() + 1),
                                                       server::translated(sql));
    if (const Result<void> prepared = statement->prepare(); !prepared) {
        return prepared.error();
    }
    ServerStatement *made = statement.get();
    mServer.insert(sql, std::move(statement));
    return made;
}

Result<void> SqlConnection::runPrepared(const QString &sql)
{
    Result<SqlStatement> prepared = prepare(sql);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    return statement.run();
}

Result<SqlInsert> SqlConnection::prepareInsert(const QString &sql)
{
    if (isServer()) {
        const Result<ServerStatement *> statement = prepareServer(sql);
        return statement ? Result<SqlInsert>(SqlInsert(*statement.value()))
                         : Result<SqlInsert>(statement.error());
    }
    const Result<sqlite3_stmt *> statement = prepareBare(sql);
    return statement ? Result<SqlInsert>(SqlInsert(statement.value()))
                     : Result<SqlInsert>(statement.error());
}

Result<SqlScan> SqlConnection::prepareScan(const QString &sql)
{
    if (isServer()) {
        const Result<ServerStatement *> statement = prepareServer(sql);
        return statement ? Result<SqlScan>(SqlScan(*statement.value()))
                         : Result<SqlScan>(statement.error());
    }
    const Result<sqlite3_stmt *> statement = prepareBare(sql);
    return statement ? Result<SqlScan>(SqlScan(statement.value()))
                     : Result<SqlScan>(statement.error());
}

Result<sqlite3_stmt *> SqlConnection::prepareBare(const QString &sql)
{
    const auto known = mBare.constFind(sql);
    if (known != mBare.constEnd()) {
        return *known;
    }
    auto *database = static_cast<sqlite3 *>(handle());
    sqlite3_stmt *statement = nullptr;
    const QByteArray text = sql.toUtf8();
    const int code = sqlite3_prepare_v3(database,
                                        text.constData(),
                                        static_cast<int>(text.size()),
                                        SQLITE_PREPARE_PERSISTENT,
                                        &statement,
                                        nullptr);
    if (code != SQLITE_OK) {
        return errorFor(QSqlError({},
                                  QString::fromUtf8(sqlite3_errmsg(database)),
                                  QSqlError::StatementError,
                                  QString::number(sqlite3_extended_errcode(database))),
                        sql);
    }
    mBare.insert(sql, statement);
    return statement;
}

void SqlConnection::forgetStatements()
{
    for (sqlite3_stmt *statement : std::as_const(mBare)) {
        sqlite3_finalize(statement);
    }
    mBare.clear();
    mByAddress.clear();
    mStatements.clear();
    if (!mServer.isEmpty()) {
        mServer.clear();
        (void)execute(u"DEALLOCATE ALL"_s);
    }
}

Result<void> SqlConnection::transaction(const std::function<Result<void>()> &work, WriteLock lock)
{
    if (Result<void> begun = begin(lock); !begun) {
        return begun;
    }
    if (Result<void> done = work(); !done) {
        rollback();
        return done;
    }
    return commit();
}

Result<void> SqlConnection::erasing(const std::function<Result<void>()> &work)
{
    if (isServer()) {
        return transaction(work); // overwritten by the vacuum that follows: see SqlPersonal
    }
    if (Result<void> set = execute(u"PRAGMA secure_delete=ON"_s); !set) {
        return set;
    }
    Result<void> done = transaction(work);
    const Result<void> reset = execute(u"PRAGMA secure_delete=OFF"_s);
    return done ? reset : done;
}

Result<void> SqlConnection::snapshot(const std::function<Result<void>()> &work)
{
    if (mDepth > 0 || mReading) {
        return work();
    }
    Result<void> begun = isServer() ? execute(u"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"_s)
                                    : runPrepared(u"BEGIN"_s);
    if (!begun) {
        return begun;
    }
    mReading = true;
    Result<void> done = work();
    mReading = false;
    (void)execute(u"ROLLBACK"_s); // there is nothing to keep
    return done;
}

Result<void> SqlConnection::lockWhole()
{
    if (!isServer() || mIsWhole) {
        return {};
    }
    Result<void> locked = execute(u"SELECT pg_advisory_xact_lock(%1)"_s.arg(kWholeLock));
    mIsWhole = locked.isOk();
    return locked;
}

Result<void> SqlConnection::begin(WriteLock lock)
{
    if (mReading) {
        return Error{ErrorCode::Internal, Words::tr("Nothing can be written while reading."), {}};
    }
    if (mDepth == 0) {
        // At once, not at the first write: a read lock that cannot be raised would be a conflict.
        Result<void> begun = isServer() ? execute(u"BEGIN"_s) : runPrepared(u"BEGIN IMMEDIATE"_s);
        if (!begun) {
            return begun;
        }
        mSpoilt = false;
        mIsWhole = false;
    }
    ++mDepth;
    if (lock == WriteLock::Whole) {
        if (Result<void> locked = lockWhole(); !locked) {
            rollback();
            return locked;
        }
    }
    return {};
}

Result<void> SqlConnection::commit()
{
    Q_ASSERT(mDepth > 0);
    if (mDepth > 1) {
        --mDepth;
        return {};
    }
    if (mSpoilt) {
        rollback();
        return Error{
            ErrorCode::Internal, Words::tr("Part of the work failed; nothing was kept."), {}};
    }
    if (Result<void> committed = isServer() ? execute(u"COMMIT"_s) : runPrepared(u"COMMIT"_s);
        !committed) {
        rollback();
        // The server may have kept it, and only its word was lost.
        return isBroken() ? Error{ErrorCode::Unreachable,
                                  Words::tr("The connection to the server broke at the very end of "
                                            "this step, which may have been kept or not. Look at "
                                            "it again before you repeat it."),
                                  committed.error().detail}
                          : committed;
    }
    mDepth = 0;
    ++mCommits;
    if (mCommitted) {
        mCommitted();
    }
    return {};
}

void SqlConnection::rollback()
{
    if (mDepth > 1) {
        mSpoilt = true;
        --mDepth;
        return;
    }
    mDepth = 0;
    // After a full disk SQLite may have rolled back already; then this one has nothing to do.
    (void)execute(u"ROLLBACK"_s);
}

void *SqlConnection::handle() const
{
    if (mServerHandle != nullptr) {
        return mServerHandle;
    }
    const QVariant handle = QSqlDatabase::database(mName, false).driver()->handle();
    return handle.isValid() ? *static_cast<void *const *>(handle.data()) : nullptr;
}

Error SqlConnection::errorFor(const QSqlError &error, const QString &sql)
{
    const QString detail = error.text() + u" ["_s + sql.left(200) + u']';
    const int extended = error.nativeErrorCode().toInt();
    // A file that cannot grow is a full disk far more often than a broken one.
    const bool cannotGrow = extended == kCannotWrite || extended == kCannotGrowIndex;
    switch (cannotGrow ? kFull : extended & 0xff) {
    case kBusy:
    case kLocked:
        return Error{ErrorCode::Unreachable,
                     Words::tr("Another program has been writing to the store for too long. Wait "
                               "until it is done, then try again."),
                     detail};
    case kFull:
        return Error{ErrorCode::DiskFull,
                     Words::tr("The disk is full. Nothing of this step was kept; make room, then "
                               "try again."),
                     detail};
    case kInputOutput:
        return Error{ErrorCode::Unreachable,
                     Words::tr("The disk failed while the store was used. Nothing of this step was "
                               "kept; see to the disk, then try again."),
                     detail};
    case kReadOnly:
        return Error{ErrorCode::Refused,
                     Words::tr("The store may not be written to. Ask for write permission for the "
                               "file and its folder."),
                     detail};
    case kCannotOpen:
        return Error{ErrorCode::Unreachable,
                     Words::tr("The store cannot be opened. Check the folder and its permissions."),
                     detail};
    case kCorrupt:
    case kNotADatabase:
        return Error{
            ErrorCode::Unreadable,
            Words::tr("The file is no store, or it is damaged. Name another one, or take the last "
                      "backup."),
            detail};
    case kConstraint:
        return Error{
            ErrorCode::Conflict,
            Words::tr("The store refused this because it contradicts what is there: something of "
                      "the same name exists already, or something it refers to does not."),
            detail};
    default:
        return Error{ErrorCode::Internal,
                     Words::tr("The store could not do this: %1").arg(error.databaseText()),
                     detail};
    }
}

} // namespace gridward
