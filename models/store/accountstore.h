// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "models/domain/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace gridward {

/** That an account has a password, and since when. Never the hash. */
struct PasswordState
{
    QString user;
    bool mustChange = false;
    Instant changedAt;

    bool operator==(const PasswordState &) const = default;
};

/** A password as the store keeps it. */
struct StoredPassword
{
    PasswordState state;
    QByteArray hash; ///< Argon2id with its parameters and salt, as libsodium writes it
};

/** How often in a row signing in failed, with one name from one origin. */
struct SignInFailures
{
    QString mark;   ///< of the name, see SignInDesk; the name itself is not kept
    QString origin; ///< empty: all that this account has not signed in from before
    int count = 0;
    Instant lastAt;

    bool operator==(const SignInFailures &) const = default;
};

/** One stay of a user at a seat. */
struct UserSession
{
    QString id;
    QString user;
    QString origin;
    QByteArray tokenHash; ///< empty unless the seat keeps a token
    Instant started;
    Instant lastSeen;
    Instant ends;
    std::optional<Instant> ended;
    QString why; ///< "signed-out", "expired", "idle", "disabled", "password", "replaced"

    bool operator==(const UserSession &) const = default;
    [[nodiscard]] bool isOpen() const { return !ended.has_value(); }
};

/**
 * Passwords, failed attempts and sessions of a store. Hashes, failures and marks are for the
 * program alone: Refused while the store works for a user. Thread and other errors: as Store.
 */
class AccountStore
{
public:
    AccountStore() = default;
    AccountStore(const AccountStore &) = delete;
    AccountStore &operator=(const AccountStore &) = delete;
    virtual ~AccountStore() = default;

    /**
     * One's own, or anybody's with the right to change accounts; else Refused. The first password
     * of a store must be that of somebody who may change accounts, or nobody could ever again.
     */
    [[nodiscard]] virtual Result<void> write(const StoredPassword &password) = 0;
    /**
     * Does the server keep the passwords, as those of its logins? Then write(StoredPassword) is not
     * for users of this store, but writeLogin().
     */
    [[nodiscard]] virtual bool keepsLogins() const { return false; }
    /**
     * Gives the user a login with that password, or its login another one. The password (UTF-8)
     * itself does not leave the program. One's own, or anybody's with the right to change accounts;
     * else Refused. Unsupported where there are no logins.
     */
    [[nodiscard]] virtual Result<void> writeLogin(const QString &user, const QByteArray &password);
    /**
     * Is that the password of the login which the store was opened with? Asked of the server, by a
     * connection of its own; never true where the server takes its logins without a password.
     */
    [[nodiscard]] virtual Result<bool> isLoginPassword(const QByteArray &password);
    /** Nobody can log in as the user any more, or again; nothing for one without a login. */
    [[nodiscard]] virtual Result<void> lockLogin(const QString &user, bool locked);

    /** For the program only; nothing if the user has none. */
    [[nodiscard]] virtual Result<std::optional<StoredPassword>> password(const QString &user) = 0;
    /** Of those who have one, by name; with the right to see accounts, else one's own. */
    [[nodiscard]] virtual Result<QList<PasswordState>> passwordStates() = 0;
    /** Enabled accounts with a password that may change accounts, by themselves or in a post. */
    [[nodiscard]] virtual Result<QStringList> administrators() = 0;

    /** 32 random bytes, made at the first call, the same ever after. */
    [[nodiscard]] virtual Result<QByteArray> nameKey() = 0;
    /** None counted: a count of 0. */
    [[nodiscard]] virtual Result<SignInFailures> failures(const QString &mark,
                                                          const QString &origin) = 0;
    /** Replaces the count; 0 removes it. At most kMostFailures are kept: the oldest go. */
    [[nodiscard]] virtual Result<void> write(const SignInFailures &failures) = 0;
    [[nodiscard]] virtual Result<bool> knowsOrigin(const QString &user, const QString &origin) = 0;
    /** Notes that the user has signed in from there; the last kMostOrigins are kept. */
    [[nodiscard]] virtual Result<void>
    writeOrigin(const QString &user, const QString &origin, Instant at) = 0;

    /** Matches by id. Ended ones older than kKeptSessions are forgotten. */
    [[nodiscard]] virtual Result<void> write(const UserSession &session) = 0;
    [[nodiscard]] virtual Result<std::optional<UserSession>> session(const QString &id) = 0;
    [[nodiscard]] virtual Result<std::optional<UserSession>>
    sessionOf(const QByteArray &tokenHash) = 0;
    /** Newest first, at most 1,000; of one user, or of all with the right to see accounts. */
    [[nodiscard]] virtual Result<QList<UserSession>> sessions(const QString &user) = 0;

    static constexpr int kMostFailures = 5000;
    static constexpr int kMostOrigins = 20;
    static constexpr std::chrono::hours kKeptSessions{90 * 24};
};

inline Result<void> AccountStore::writeLogin(const QString &, const QByteArray &)
{
    return Error{ErrorCode::Unsupported, QStringLiteral("no logins"), {}};
}

inline Result<bool> AccountStore::isLoginPassword(const QByteArray &)
{
    return false;
}

inline Result<void> AccountStore::lockLogin(const QString &, bool)
{
    return Error{ErrorCode::Unsupported, QStringLiteral("no logins"), {}};
}

} // namespace gridward
