// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/auditstore.h"
#include "models/store/sqlaccess.h"
#include "models/store/sqlconnection.h"

namespace gridward {

/** The audit log of a GeoPackageStore. Thread: as Store. */
class SqlAudit final : public AuditStore
{
public:
    /** Both outlive it. */
    SqlAudit(SqlConnection &connection, StoreGuard &guard, NoteChange note);

    [[nodiscard]] Result<void> append(const AuditEntry &entry) override;
    [[nodiscard]] Result<QList<AuditRecord>> list(const AuditQuery &query) override;
    [[nodiscard]] Result<QStringList> findings() override;

private:
    SqlConnection &mConnection;
    StoreGuard &mGuard;
    NoteChange mNote;
};

} // namespace gridward
