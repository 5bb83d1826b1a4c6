// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/accountstore.h"
#include "models/store/sqlaccess.h"

namespace gridward {

/**
 * Refused if there are passwords and nobody is left who may change accounts: the last administrator
 * can neither be disabled nor lose the role. Inside the transaction that may have done it.
 */
[[nodiscard]] Result<void> checkAdministratorLeft(Store &store);

/** Passwords, failed attempts and sessions of a GeoPackageStore. Thread: as Store. */
class SqlAccounts final : public AccountStore
{
public:
    /** All of them outlive it. */
    SqlAccounts(SqlConnection &connection, Store &store, StoreGuard &guard, NoteChange note);

    [[nodiscard]] Result<void> write(const StoredPassword &password) override;
    [[nodiscard]] bool keepsLogins() const override { return mConnection.isServer(); }
    [[nodiscard]] Result<void> writeLogin(const QString &user, const QByteArray &password) override;
    [[nodiscard]] Result<bool> isLoginPassword(const QByteArray &password) override;
    [[nodiscard]] Result<void> lockLogin(const QString &user, bool locked) override;
    [[nodiscard]] Result<std::optional<StoredPassword>> password(const QString &user) override;
    [[nodiscard]] Result<QList<PasswordState>> passwordStates() override;
    [[nodiscard]] Result<QStringList> administrators() override;
    [[nodiscard]] Result<QByteArray> nameKey() override;
    [[nodiscard]] Result<SignInFailures> failures(const QString &mark,
                                                  const QString &origin) override;
    [[nodiscard]] Result<void> write(const SignInFailures &failures) override;
    [[nodiscard]] Result<bool> knowsOrigin(const QString &user, const QString &origin) override;
    [[nodiscard]] Result<void>
    writeOrigin(const QString &user, const QString &origin, Instant at) override;
    [[nodiscard]] Result<void> write(const UserSession &session) override;
    [[nodiscard]] Result<std::optional<UserSession>> session(const QString &id) override;
    [[nodiscard]] Result<std::optional<UserSession>>
    sessionOf(const QByteArray &tokenHash) override;
    [[nodiscard]] Result<QList<UserSession>> sessions(const QString &user) override;

private:
    [[nodiscard]] Result<void> programOnly() const;
    /** Does the connection belong to a seat of a server? It knows logins, and no password. */
    [[nodiscard]] Result<bool> isSeat();
    /** Who has a password or a login: a statement of user, must_change and changed_at. */
    [[nodiscard]] QString withPassword() const;
    /** Empty as long as there is none. */
    [[nodiscard]] Result<QByteArray> readNameKey();
    [[nodiscard]] Result<QList<UserSession>>
    readSessions(const QString &condition, const QVariant &value, int limit);
    [[nodiscard]] Result<void> run(const QString &sql, const QVariantList &values);

    SqlConnection &mConnection;
    Store &mStore;
    StoreGuard &mGuard;
    NoteChange mNote;
};

} // namespace gridward
