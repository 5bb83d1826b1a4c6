// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/analysisstore.h"
#include "models/store/sqlconnection.h"
#include "models/store/storeguard.h"

#include <functional>

namespace gridward {

/** The analyses of an SqlStore. Thread: as Store. */
class SqlAnalyses final : public AnalysisStore
{
public:
    /** All outlive it. */
    SqlAnalyses(SqlConnection &connection,
                StoreGuard &guard,
                std::function<Result<void>(const QString &)> noteChange);

    [[nodiscard]] Result<QList<StoredAnalysis>> analyses() override;
    [[nodiscard]] Result<StoredAnalysis> analysis(const QString &name) override;
    [[nodiscard]] Result<void> save(const StoredAnalysis &analysis) override;
    [[nodiscard]] Result<void> remove(const QString &name) override;

private:
    [[nodiscard]] Result<QList<StoredAnalysis>> read(const QString &name);
    /** Conflict if somebody else made the one of that name, unless the user may change the store.
     */
    [[nodiscard]] Result<void> checkMaker(const QString &name);

    SqlConnection &mConnection;
    StoreGuard &mGuard;
    std::function<Result<void>(const QString &)> mNoteChange;
};

} // namespace gridward
