// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sqlaccounts.h"

#include "models/store/storeguard.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <algorithm>
#include <array>
#include <libpq-fe.h>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SqlAccounts)
};

constexpr int kMostSessions = 1000;
const QString kSessionColumns =
    u"session, user, origin, token_hash, started_at, seen_at, ends_at, ended_at, ended_why"_s;

/** What gridward_seat_role() says of a login that another store has given. */
const QString kElsewhere = u"is a login of another store"_s;

Error refused(const QString &message)
{
    return Error{ErrorCode::Refused, message, {}};
}

UserSession readSession(const SqlStatement &row)
{
    UserSession session;
    session.id = row.text(0);
    session.user = row.text(1);
    session.origin = row.text(2);
    session.tokenHash = row.bytes(3);
    session.started = row.instant(4).value_or(Instant{});
    session.lastSeen = row.instant(5).value_or(Instant{});
    session.ends = row.instant(6).value_or(Instant{});
    session.ended = row.instant(7);
    session.why = row.text(8);
    return session;
}

} // namespace

Result<void> checkAdministratorLeft(Store &store)
{
    const Result<bool> passwords = store.access().hasPasswords();
    if (!passwords) {
        return passwords.error();
    }
    if (!passwords.value()) {
        return {}; // the local owner may do everything, and so may the superuser of a server
    }
    const Result<QStringList> left = store.accounts().administrators();
    if (!left) {
        return left.error();
    }
    return left.value().isEmpty()
               ? Result<void>(refused(Words::tr(
                     "An enabled administrator with a password has to be there, or nobody could "
                     "change accounts any more. Give somebody else that role first.")))
               : Result<void>();
}

SqlAccounts::SqlAccounts(SqlConnection &connection,
                         Store &store,
                         StoreGuard &guard,
                         NoteChange note)
    : mConnection(connection)
    , mStore(store)
    , mGuard(guard)
    , mNote(std::move(note))
{
}

Result<void> SqlAccounts::programOnly() const
{
    return mGuard.isOpen() ? Result<void>()
                           : Result<void>(refused(Words::tr(
                                 "Passwords, failed attempts and sessions are kept by the program "
                                 "itself; nobody else reads or writes them.")));
}

Result<void> SqlAccounts::run(const QString &sql, const QVariantList &values)
{
    Result<SqlStatement> prepared = mConnection.prepare(sql);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    for (const QVariant &value : values) {
        if (value.typeId() == QMetaType::QString) {
            statement.bind(value.toString()); // an empty text is no NULL
        } else {
            statement.bind(value);
        }
    }
    return statement.run();
}

Result<void> SqlAccounts::write(const StoredPassword &password)
{
    const QString &user = password.state.user;
    const bool isOwn = !mGuard.isOpen() && mGuard.acting()->name == user;
    if (const Result<void> may = mGuard.may(Thing::Account, u"change"_s); !may && !isOwn) {
        return may;
    }
    return mConnection.transaction([&]() -> Result<void> {
        Result<void> written =
            run(u"INSERT INTO gridward_passwords (user, hash, must_change, changed_at) "
                "VALUES (?, ?, ?, ?) ON CONFLICT (user) DO UPDATE SET hash = excluded.hash, "
                "must_change = excluded.must_change, changed_at = excluded.changed_at"_s,
                {user,
                 QString::fromLatin1(password.hash),
                 password.state.mustChange ? 1 : 0,
                 toIsoText(password.state.changedAt)});
        if (!written) {
            return written;
        }
        if (Result<void> left = checkAdministratorLeft(mStore); !left) {
            return left;
        }
        return mNote(u"gridward_passwords"_s);
    });
}

Result<bool> SqlAccounts::isSeat()
{
    const Result<std::optional<QString>> login = mStore.access().login();
    return login ? Result<bool>(login.value().has_value()) : Result<bool>(login.error());
}

QString SqlAccounts::withPassword() const
{
    // The passwords of a file that was moved to a server open nothing there.
    return mConnection.isServer()
               ? u"SELECT user, 0 AS must_change, changed_at FROM gridward_logins"_s
               : u"SELECT user, must_change, changed_at FROM gridward_passwords"_s;
}

Result<void> SqlAccounts::writeLogin(const QString &user, const QByteArray &password)
{
    if (!keepsLogins()) {
        return AccountStore::writeLogin(user, password);
    }
    const bool isOwn = !mGuard.isOpen() && mGuard.acting()->name == user;
    if (const Result<void> may = mGuard.may(Thing::Account, u"change"_s); !may && !isOwn) {
        return may;
    }
    // What the server is told proves a password without telling it.
    char *made = PQencryptPasswordConn(static_cast<PGconn *>(mConnection.handle()),
                                       password.constData(),
                                       user.toUtf8().constData(),
                                       "scram-sha-256");
    if (made == nullptr) {
        return Error{ErrorCode::Internal,
                     Words::tr("The password could not be prepared for the server."),
                     {}};
    }
    const QString verifier = QString::fromLatin1(made);
    PQfreemem(made);
    const Result<void> set = mConnection.transaction([&]() -> Result<void> {
        Result<void> written = run(u"SELECT gridward_set_login(?, ?)"_s, {user, verifier});
        return written ? mNote(u"gridward_passwords"_s) : written;
    });
    return !set && set.error().detail.contains(kElsewhere)
               ? refused(Words::tr("“%1” is a login of another store of this server already, and "
                                   "would lose its password there. Take another name.")
                             .arg(user))
               : set;
}

Result<bool> SqlAccounts::isLoginPassword(const QByteArray &password)
{
    // Without one libpq would look for it in its own files, and find it.
    if (!keepsLogins() || password.isEmpty()) {
        return AccountStore::isLoginPassword(password);
    }
    PQconninfoOption *known = PQconninfo(static_cast<PGconn *>(mConnection.handle()));
    if (known == nullptr) {
        return Error{ErrorCode::Internal, u"no connection"_s, {}};
    }
    std::vector<const char *> keys;
    std::vector<const char *> values;
    for (const PQconninfoOption *one = known; one->keyword != nullptr; ++one) {
        const QByteArrayView key(one->keyword);
        if (one->val != nullptr && key != "password" && key != "passfile" && key != "service") {
            keys.push_back(one->keyword);
            values.push_back(one->val);
        }
    }
    keys.insert(keys.end(), {"password", nullptr});
    values.insert(values.end(), {password.constData(), nullptr});
    PGconn *trial = PQconnectdbParams(keys.data(), values.data(), 0);
    const bool isOpen = PQstatus(trial) == CONNECTION_OK;
    // A server that asks for none has proved nothing.
    const bool isRight = isOpen && PQconnectionUsedPassword(trial) == 1;
    PQfinish(trial);
    PQconninfoFree(known);
    return isRight;
}

Result<void> SqlAccounts::lockLogin(const QString &user, bool locked)
{
    if (!keepsLogins()) {
        return AccountStore::lockLogin(user, locked);
    }
    if (Result<void> may = mGuard.may(Thing::Account, u"change"_s); !may) {
        return may;
    }
    return run(u"SELECT gridward_lock_login(?, ?)"_s, {user, locked});
}

Result<std::optional<StoredPassword>> SqlAccounts::password(const QString &user)
{
    if (const Result<void> may = programOnly(); !may) {
        return may.error();
    }
    Result<SqlStatement> prepared = mConnection.prepare(
        u"SELECT user, hash, must_change, changed_at FROM gridward_passwords WHERE user = ?"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement row = std::move(prepared).value();
    if (const Result<void> read = row.bind(user).run(); !read) {
        return read.error();
    }
    if (!row.next()) {
        return std::optional<StoredPassword>();
    }
    return std::optional(StoredPassword{
        {row.text(0), row.flag(2), row.instant(3).value_or(Instant{})}, row.text(1).toLatin1()});
}

Result<QList<PasswordState>> SqlAccounts::passwordStates()
{
    const Result<void> may = mGuard.may(Thing::Account, u"see"_s);
    Result<SqlStatement> prepared = mConnection.prepare(withPassword() + u" ORDER BY 1"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement row = std::move(prepared).value();
    if (const Result<void> read = row.run(); !read) {
        return read.error();
    }
    QList<PasswordState> states;
    while (row.next()) {
        if (may || row.text(0) == mGuard.acting()->name) {
            states.append({row.text(0), row.flag(1), row.instant(2).value_or(Instant{})});
        }
    }
    return states;
}

Result<QStringList> SqlAccounts::administrators()
{
    const Result<Permissions> permissions = mStore.access().permissions();
    if (!permissions) {
        return permissions.error();
    }
    // By their own row: a further post may begin later, or end, and would leave nobody meanwhile.
    Result<SqlStatement> prepared =
        mConnection.prepare(u"SELECT u.name, u.role FROM users u JOIN (%1) p ON p.user = u.name "
                            "WHERE u.disabled = 0 ORDER BY 1"_s.arg(withPassword()));
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement row = std::move(prepared).value();
    if (const Result<void> read = row.run(); !read) {
        return read.error();
    }
    QStringList names;
    while (row.next()) {
        const auto hasAll = [&](Thing thing) {
            return permissions.value().reach(row.text(1), thing, u"change"_s) == Reach::District;
        };
        if (hasAll(Thing::Account) && hasAll(Thing::Role)) {
            names.append(row.text(0));
        }
    }
    return names;
}

Result<QByteArray> SqlAccounts::readNameKey()
{
    Result<SqlStatement> prepared = mConnection.prepare(u"SELECT name_key FROM gridward_sign_in"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement row = std::move(prepared).value();
    if (const Result<void> read = row.run(); !read) {
        return read.error();
    }
    return row.next() ? row.bytes(0) : QByteArray();
}

Result<QByteArray> SqlAccounts::nameKey()
{
    if (const Result<void> may = programOnly(); !may) {
        return may.error();
    }
    const Result<QByteArray> known = readNameKey();
    if (!known || !known.value().isEmpty()) {
        return known;
    }
    std::array<quint32, 8> random{};
    QRandomGenerator::system()->fillRange(random.data(), random.size());
    const QByteArray key(reinterpret_cast<const char *>(random.data()), sizeof random);
    const Result<void> made = mConnection.transaction([&] {
        return run(
            u"INSERT INTO gridward_sign_in (id, name_key) VALUES (1, ?) ON CONFLICT DO NOTHING"_s,
            {key});
    });
    // Another program may have been first.
    return made ? readNameKey() : Result<QByteArray>(made.error());
}

Result<SignInFailures> SqlAccounts::failures(const QString &mark, const QString &origin)
{
    if (const Result<void> may = programOnly(); !may) {
        return may.error();
    }
    if (mConnection.isInTransaction()) {
        // To be counted on: on a server two that try at once would both read the same number.
        const Result<void> alone = mConnection.transaction([] { return Result<void>(); });
        if (!alone) {
            return alone.error();
        }
    }
    Result<SqlStatement> prepared = mConnection.prepare(
        u"SELECT count, last_at FROM gridward_failures WHERE mark = ? AND origin = ?"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement row = std::move(prepared).value();
    if (const Result<void> read = row.bind(mark).bind(origin).run(); !read) {
        return read.error();
    }
    SignInFailures failures{mark, origin, 0, {}};
    if (row.next()) {
        failures.count = row.number(0);
        failures.lastAt = row.instant(1).value_or(Instant{});
    }
    return failures;
}

Result<void> SqlAccounts::write(const SignInFailures &failures)
{
    if (Result<void> may = programOnly(); !may) {
        return may;
    }
    return mConnection.transaction([&]() -> Result<void> {
        if (failures.count <= 0) {
            return run(u"DELETE FROM gridward_failures WHERE mark = ? AND origin = ?"_s,
                       {failures.mark, failures.origin});
        }
        Result<void> written =
            run(u"INSERT INTO gridward_failures (mark, origin, count, last_at) "
                "VALUES (?, ?, ?, ?) ON CONFLICT (mark, origin) DO UPDATE SET "
                "count = excluded.count, last_at = excluded.last_at"_s,
                {failures.mark, failures.origin, failures.count, toIsoText(failures.lastAt)});
        if (!written) {
            return written;
        }
        return run(u"DELETE FROM gridward_failures WHERE id IN (SELECT id FROM gridward_failures "
                   "ORDER BY last_at DESC, id DESC LIMIT 9223372036854775807 OFFSET ?)"_s,
                   {kMostFailures});
    });
}

Result<bool> SqlAccounts::knowsOrigin(const QString &user, const QString &origin)
{
    if (const Result<void> may = programOnly(); !may) {
        return may.error();
    }
    Result<SqlStatement> prepared =
        mConnection.prepare(u"SELECT 1 FROM gridward_origins WHERE user = ? AND origin = ?"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement row = std::move(prepared).value();
    if (const Result<void> read = row.bind(user).bind(origin).run(); !read) {
        return read.error();
    }
    return row.next();
}

Result<void> SqlAccounts::writeOrigin(const QString &user, const QString &origin, Instant at)
{
    if (Result<void> may = programOnly(); !may) {
        return may;
    }
    return mConnection.transaction([&]() -> Result<void> {
        Result<void> written = run(u"INSERT INTO gridward_origins (user, origin, last_at) "
                                   "VALUES (?, ?, ?) ON CONFLICT (user, origin) DO UPDATE SET "
                                   "last_at = excluded.last_at"_s,
                                   {user, origin, toIsoText(at)});
        if (!written) {
            return written;
        }
        return run(
            u"DELETE FROM gridward_origins WHERE id IN (SELECT id FROM gridward_origins "
            "WHERE user = ? ORDER BY last_at DESC, id DESC LIMIT 9223372036854775807 OFFSET ?)"_s,
            {user, kMostOrigins});
    });
}

Result<void> SqlAccounts::write(const UserSession &session)
{
    if (Result<void> may = programOnly(); !may) {
        return may;
    }
    const Result<bool> seat = isSeat();
    if (!seat || seat.value()) {
        return seat ? Result<void>() : Result<void>(seat.error()); // the server keeps its own
    }
    return mConnection.transaction([&]() -> Result<void> {
        Result<void> written = run(
            u"INSERT INTO gridward_sessions (%1) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (session) DO UPDATE SET token_hash = excluded.token_hash, "
            "seen_at = excluded.seen_at, ends_at = excluded.ends_at, "
            "ended_at = excluded.ended_at, ended_why = excluded.ended_why"_s.arg(kSessionColumns),
            {session.id,
             session.user,
             session.origin,
             session.tokenHash.isEmpty() ? QVariant() : QVariant(session.tokenHash),
             toIsoText(session.started),
             toIsoText(session.lastSeen),
             toIsoText(session.ends),
             session.ended ? QVariant(toIsoText(*session.ended)) : QVariant(),
             session.why});
        if (!written) {
            return written;
        }
        return run(u"DELETE FROM gridward_sessions WHERE ended_at < ?"_s,
                   {toIsoText(session.lastSeen - kKeptSessions)});
    });
}

Result<QList<UserSession>>
SqlAccounts::readSessions(const QString &condition, const QVariant &value, int limit)
{
    const Result<bool> seat = isSeat();
    if (!seat || seat.value()) {
        return seat ? Result<QList<UserSession>>(QList<UserSession>()) // the server keeps its own
                    : Result<QList<UserSession>>(seat.error());
    }
    Result<SqlStatement> prepared = mConnection.prepare(
        u"SELECT %1 FROM gridward_sessions WHERE %2 ORDER BY started_at DESC, id DESC LIMIT ?"_s
            .arg(kSessionColumns, condition));
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement row = std::move(prepared).value();
    if (value.typeId() == QMetaType::QString) {
        row.bind(value.toString());
    } else {
        row.bind(value);
    }
    if (const Result<void> read = row.bind(limit).run(); !read) {
        return read.error();
    }
    QList<UserSession> sessions;
    while (row.next()) {
        sessions.append(readSession(row));
    }
    return sessions;
}

Result<std::optional<UserSession>> SqlAccounts::session(const QString &id)
{
    if (const Result<void> may = programOnly(); !may) {
        return may.error();
    }
    const Result<QList<UserSession>> found = readSessions(u"session = ?"_s, id, 1);
    if (!found) {
        return found.error();
    }
    return found.value().isEmpty() ? std::optional<UserSession>()
                                   : std::optional(found.value().first());
}

Result<std::optional<UserSession>> SqlAccounts::sessionOf(const QByteArray &tokenHash)
{
    if (const Result<void> may = programOnly(); !may) {
        return may.error();
    }
    const Result<QList<UserSession>> found = readSessions(u"token_hash = ?"_s, tokenHash, 1);
    if (!found) {
        return found.error();
    }
    return found.value().isEmpty() ? std::optional<UserSession>()
                                   : std::optional(found.value().first());
}

Result<QList<UserSession>> SqlAccounts::sessions(const QString &user)
{
    const bool isOwn = !mGuard.isOpen() && mGuard.acting()->name == user;
    if (const Result<void> may = mGuard.may(Thing::Account, u"see"_s); !may && !isOwn) {
        return may.error();
    }
    Result<QList<UserSession>> read = user.isEmpty()
                                          ? readSessions(u"user <> ?"_s, u""_s, kMostSessions)
                                          : readSessions(u"user = ?"_s, user, kMostSessions);
    if (!read) {
        return read;
    }
    QList<UserSession> sessions = std::move(read).value();
    for (UserSession &session : sessions) {
        session.tokenHash.clear(); // of no use to anybody but the program
    }
    return sessions;
}

} // namespace gridward
