// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/permission.h"
#include "models/service/accessdesk.h"
#include "models/service/signindesk.h"

#include <optional>

namespace gridward {

/** An account as those see it who keep accounts. */
struct Account
{
    User user;
    QList<UserPost> posts; ///< besides the user's own, also past and future ones
    std::optional<PasswordState> password;
};

/** An account to be made. */
struct NewAccount
{
    User user;
    std::optional<Secret> password; ///< without one nobody can sign in with it
    bool mustChange = false;
};

/**
 * Keeping accounts: in the name of the user whom the store acts for, who needs the right to change
 * them. What was changed is in the audit log. Every function blocks; on the store's thread. Errors:
 * Refused (right, rule, last administrator), NotFound, Conflict, InvalidInput, those of Store.
 */
class AccountDesk
{
public:
    /** All are borrowed; `origin` names the seat. */
    AccountDesk(Store &store, const Clock &clock, QString origin, const PasswordHasher &hasher);

    [[nodiscard]] Result<Account> add(const NewAccount &account);
    /** By name. */
    [[nodiscard]] Result<QList<Account>> list();
    /** Ends the user's sessions. On a server the password of the login: Unsupported with
     * `mustChange`. */
    [[nodiscard]] Result<void>
    setPassword(const QString &name, const Secret &password, bool mustChange);
    /** Disabling ends the user's sessions. */
    [[nodiscard]] Result<void> setDisabled(const QString &name, bool disabled);
    [[nodiscard]] Result<void> addPost(const UserPost &post);
    /** All posts of that kind that are open on the day end with it. NotFound if there is none. */
    [[nodiscard]] Result<void> endPost(const UserPost &post, QDate last);

private:
    [[nodiscard]] Result<User> find(const QString &name);
    /** What accounts and posts have to keep is looked after there, for the window too. */
    [[nodiscard]] AccessDesk access();
    /** A password as this store keeps it: its hash, or, for a login of a server, itself. */
    struct Prepared
    {
        StoredPassword kept;
        Secret plain;
    };
    [[nodiscard]] Result<Prepared>
    prepare(const QString &name, const Secret &password, bool mustChange);
    [[nodiscard]] Result<void> keep(const Prepared &prepared);
    [[nodiscard]] Result<void>
    note(AuditKind kind, const QString &subject, const QJsonObject &facts);

    Store &mStore;
    const Clock &mClock;
    QString mOrigin;
    const PasswordHasher &mHasher;
    SignInDesk mDesk;
};

} // namespace gridward
