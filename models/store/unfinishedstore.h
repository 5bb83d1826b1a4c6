// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/movedtables.h"
#include "models/store/sqlstore.h"

#include <QHash>
#include <QLockFile>

#include <memory>
#include <optional>

namespace gridward {

/** Is this the connection to a store that another one is being copied into? */
[[nodiscard]] Result<bool> isUnfinishedCopy(SqlConnection &connection);

/**
 * A store while another one is being copied into it. Nobody can open it before it is complete: a
 * file has the name that it will have with ".part" behind it, and both kinds have a table that says
 * how far the copy is, written in the transactions that write the rows. So it can be gone on with,
 * whenever it was left. One program at a time. Thread: that which opened it. Errors as
 * SqlConnection.
 */
class UnfinishedStore
{
public:
    /**
     * Goes on with what was begun under this name (a file or the address of a server), or begins.
     * Conflict if a store, or another file, has the name; Unreachable while somebody else is at it.
     */
    [[nodiscard]] static Result<std::unique_ptr<UnfinishedStore>> open(const QString &name);
    /** Takes away what was begun under this name; nothing if there is nothing of the kind. */
    [[nodiscard]] static Result<void> discard(const QString &name);
    ~UnfinishedStore();

    [[nodiscard]] SqlConnection &connection() { return mStore->connection(); }
    /** What is there so far, as a store. */
    [[nodiscard]] SqlStore &store() { return *mStore; }

    /** How far each table is that was begun. */
    [[nodiscard]] const QHash<QString, MovedChain> &noted() const { return mNoted; }
    /** In the transaction that writes the rows. */
    [[nodiscard]] Result<void> note(const QString &table, const MovedChain &chain);

    /** Parts of the log on a server, for cases of these row numbers; before the first case. */
    [[nodiscard]] Result<void> makeRoom(qint64 firstCase, qint64 lastCase);
    /**
     * Lifts the guards that ask of each step about all earlier ones of its case: what is copied was
     * let in by the guards of the store it comes from. All others stand. As often as one likes.
     */
    [[nodiscard]] Result<void> liftGuards();
    /** Counters, indexes and counts made from the rows; and all guards stand again. */
    [[nodiscard]] Result<void> settle();
    /** Gives it its name: from now on it is a store as any other. */
    [[nodiscard]] Result<void> complete();

private:
    UnfinishedStore() = default;

    [[nodiscard]] Result<void> readNotes();
    [[nodiscard]] Result<void> settleFile();
    [[nodiscard]] Result<void> settleServer();
    [[nodiscard]] Result<void> writeExtents(const QString &table, const QString &index);

    QString mName;
    std::unique_ptr<QLockFile> mLock; ///< of a file; a server keeps a lock of its own
    std::unique_ptr<SqlStore> mStore;
    QHash<QString, MovedChain> mNoted;
};

} // namespace gridward
