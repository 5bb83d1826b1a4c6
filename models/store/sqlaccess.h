// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/accessstore.h"
#include "models/store/sqlconnection.h"
#include "models/store/store.h"

#include <functional>
#include <memory>

namespace gridward {

class StoreGuard;

/** Notes that a table was written, for other programs on the same file. */
using NoteChange = std::function<Result<void>(const QString &table)>;

/** The posts, roles and rights of a GeoPackageStore. Thread: as Store. */
class SqlAccess final : public AccessStore
{
public:
    /** All of them outlive it. */
    SqlAccess(SqlConnection &connection, Store &store, StoreGuard &guard, NoteChange note);

    [[nodiscard]] Result<void> write(const QList<UserPost> &rows) override;
    [[nodiscard]] Result<QList<UserPost>> posts(const QString &user) override;
    [[nodiscard]] Result<void> write(const Permissions &permissions) override;
    [[nodiscard]] Result<Permissions> permissions() override;
    [[nodiscard]] Result<std::shared_ptr<const AccessRules>> rules() override;
    [[nodiscard]] Result<bool> hasPasswords() override;
    [[nodiscard]] Result<std::optional<QString>> login() override;

private:
    [[nodiscard]] Result<DivisionTree> readTree();
    [[nodiscard]] Result<void> writeRoles(const Permissions &permissions);
    [[nodiscard]] Result<void> writeGrants(const Permissions &permissions);

    SqlConnection &mConnection;
    Store &mStore;
    StoreGuard &mGuard;
    NoteChange mNote;
    std::shared_ptr<const AccessRules> mRules;
    QList<qint64> mEdition;                       ///< of the tables that the rules were made of
    std::optional<std::optional<QString>> mLogin; ///< once it was asked for
};

} // namespace gridward
