// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/geopackageaccess.h"
#include "models/store/inboxstore.h"

#include <QHash>

namespace gridward {

/** The inbox of a GeoPackageStore. Thread: as Store. */
class GeoPackageInbox final : public InboxStore
{
public:
    /** All of them outlive it. */
    GeoPackageInbox(SqlConnection &connection, Store &store, StoreGuard &guard, NoteChange note);

    [[nodiscard]] Result<InboxArrivals> add(const QList<InboxArrival> &rows,
                                            const PersonalActor &by) override;
    [[nodiscard]] Result<void> noteImport(const QString &file,
                                          const InboxArrivals &rows,
                                          qint64 refused,
                                          const PersonalActor &by) override;
    [[nodiscard]] Result<QList<InboxItem>> list(const InboxQuery &query) override;
    [[nodiscard]] Result<InboxItem> item(InboxId id) override;
    [[nodiscard]] Result<QList<InboxItem>> changedSince(qint64 change, int limit) override;
    [[nodiscard]] Result<qint64> lastChange() override;
    [[nodiscard]] Result<QList<InboxCount>> counts() override;
    [[nodiscard]] Result<QList<InboxItem>> followersOf(InboxId leader) override;
    [[nodiscard]] Result<QList<InboxStep>> history(InboxId id) override;
    [[nodiscard]] Result<InboxItem> change(const InboxItem &wanted,
                                           const QString &action,
                                           const PersonalActor &by,
                                           const QString &reportedAs) override;
    [[nodiscard]] Result<Caller>
    openCaller(InboxId id, Purpose purpose, const PersonalActor &by) override;

private:
    /** May they work on rows there, or, without a grid, on any at all? */
    [[nodiscard]] Result<void> mayWork(const QString &grid);
    /** Nobody writes in somebody else's name. */
    [[nodiscard]] Result<void> isThem(const PersonalActor &by);
    /** The rows that a bound statement gives, as far as they are theirs. */
    [[nodiscard]] Result<QList<InboxItem>> read(SqlStatement statement);
    [[nodiscard]] Result<qint64> nextChange();
    [[nodiscard]] Result<bool>
    insert(const InboxArrival &row, qint64 change, const PersonalActor &by);
    [[nodiscard]] Result<void> log(InboxId id, const InboxStep &step);
    [[nodiscard]] Result<InboxItem> update(const InboxItem &wanted, const PersonalActor &by);
    [[nodiscard]] Result<void> handOver(InboxId id, const QString &caseId, const PersonalActor &by);

    SqlConnection &mConnection;
    Store &mStore;
    StoreGuard &mGuard;
    NoteChange mNote;
};

} // namespace gridward
