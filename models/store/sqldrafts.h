// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/draftstore.h"
#include "models/store/sqlconnection.h"
#include "models/store/storeguard.h"

namespace gridward {

/** The drafts of a GeoPackageStore. Thread: as Store. */
class SqlDrafts final : public DraftStore
{
public:
    /** Both outlive it. */
    SqlDrafts(SqlConnection &connection, StoreGuard &guard);

    [[nodiscard]] Result<QList<FormDraft>> drafts(const QString &form = {}) override;
    [[nodiscard]] Result<void> save(const FormDraft &draft) override;
    [[nodiscard]] Result<void> remove(const QString &form, const QString &about) override;

private:
    /** Whose drafts these are; Refused for nobody. */
    [[nodiscard]] Result<QString> owner();

    SqlConnection &mConnection;
    StoreGuard &mGuard;
};

} // namespace gridward
