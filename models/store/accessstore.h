// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/permission.h"
#include "models/domain/result.h"

#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace gridward {

/** Posts of users, roles and what they may do, in a store. Thread and errors: as Store. */
class AccessStore
{
public:
    AccessStore() = default;
    AccessStore(const AccessStore &) = delete;
    AccessStore &operator=(const AccessStore &) = delete;
    virtual ~AccessStore() = default;

    /** Matches by user, role, division, organisation and first day; the end may change. */
    [[nodiscard]] virtual Result<void> write(const QList<UserPost> &rows) = 0;
    /** All posts of a user besides the one in the user's own row; of everybody without a name. */
    [[nodiscard]] virtual Result<QList<UserPost>> posts(const QString &user) = 0;

    /** Keeps what differs from Permissions::standard(), and the roles that were added. */
    [[nodiscard]] virtual Result<void> write(const Permissions &permissions) = 0;
    [[nodiscard]] virtual Result<Permissions> permissions() = 0;

    /** What decides who may do what now; made anew when somebody changed any of it. */
    [[nodiscard]] virtual Result<std::shared_ptr<const AccessRules>> rules() = 0;

    /**
     * Has anybody a password here? Then nobody works without having signed in. Never so for a login
     * of a server that the store's rights do not bind: it has signed in there.
     */
    [[nodiscard]] virtual Result<bool> hasPasswords() = 0;

    /**
     * The user whom the connection itself proves: on a server the login is who somebody is, and
     * nobody else. Nothing for a file, and for a login that the store's rights do not bind.
     */
    [[nodiscard]] virtual Result<std::optional<QString>> login()
    {
        return std::optional<QString>();
    }
};

} // namespace gridward
