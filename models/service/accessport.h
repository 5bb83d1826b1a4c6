// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/accessdesk.h"
#include "models/service/secret.h"

#include <QFuture>
#include <QObject>

namespace gridward {

/**
 * What the administrator's pages ask about accounts and rights, and how they change them. Nothing
 * blocks; errors are those of AccessDesk. GUI thread.
 */
class AccessPort : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] virtual QFuture<Result<AccessPicture>> read() = 0;
    [[nodiscard]] virtual QFuture<Result<bool>> save(const User &user) = 0;
    [[nodiscard]] virtual QFuture<Result<bool>> save(const UserPost &post) = 0;
    /** A new password for somebody's account; `mustChange`: for the next sign-in only. */
    [[nodiscard]] virtual QFuture<Result<bool>>
    setPassword(const QString &name, const Secret &password, bool mustChange) = 0;
    [[nodiscard]] virtual QFuture<Result<bool>> set(const Grant &grant) = 0;
    [[nodiscard]] virtual QFuture<Result<bool>> reset(const QString &role) = 0;
    [[nodiscard]] virtual QFuture<Result<bool>> add(const RoleInfo &role) = 0;
    [[nodiscard]] virtual QFuture<Result<AccessPreview>> preview(const User &user,
                                                                 const QString &place) = 0;

signals:
    /** Accounts, posts or rights were written, from here or by another program. */
    void changed();
};

} // namespace gridward
