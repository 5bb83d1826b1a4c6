// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/inboxstore.h"
#include "models/store/sqlaccess.h"

#include <QHash>

#include <cstdint>
#include <functional>

namespace gridward {

/** The inbox of a GeoPackageStore. Thread: as Store. */
class SqlInbox final : public InboxStore
{
public:
    /** All of them outlive it. */
    SqlInbox(SqlConnection &connection, Store &store, StoreGuard &guard, NoteChange note);

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
    /** May they bring rows in, wherever those may turn out to belong? */
    [[nodiscard]] Result<void> mayImport();
    /** May they read any at all: to work on them, or because they brought some in? */
    [[nodiscard]] Result<void> mayRead();
    /** Is the row one that they may work on, or one that they brought in themselves? */
    [[nodiscard]] Result<bool> isTheirs(const InboxItem &item, QHash<QString, bool> &grids);
    [[nodiscard]] Result<bool> isImporter(InboxId id);
    /** May they work on rows there, or, without a grid, on any at all? */
    [[nodiscard]] Result<void> mayWork(const QString &grid);
    /** Nobody writes in somebody else's name. */
    [[nodiscard]] Result<void> isThem(const PersonalActor &by);
    /** The rows that a bound statement gives. */
    [[nodiscard]] Result<QList<InboxItem>> read(SqlStatement statement);
    /** Those that are theirs. */
    [[nodiscard]] Result<QList<InboxItem>> theirs(QList<InboxItem> items);
    /** Pages of `page`, each behind the last row of the one before, until one holds theirs. */
    [[nodiscard]] Result<QList<InboxItem>>
    firstTheirs(int limit, const std::function<Result<QList<InboxItem>>(const InboxItem *)> &page);
    [[nodiscard]] Result<qint64> nextChange();
    /** What is there under this number says something else, the same, or nothing. */
    enum class Known : std::uint8_t { Not, SameNumber, Same };
    [[nodiscard]] Result<Known> known(const InboxItem &item, const QString &key);
    [[nodiscard]] Result<Known>
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
