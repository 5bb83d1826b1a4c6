// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/movedtables.h"
#include "models/store/sqlstore.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

namespace gridward {

class UnfinishedStore;

/** What a table amounts to in both stores, each read afresh. */
struct MovedProof
{
    QString table;
    MovedChain from;
    MovedChain to;

    [[nodiscard]] bool isEqual() const { return from.rows == to.rows && from.hash == to.hash; }
};

/** What became of a move. */
struct MoveReport
{
    bool wasResumed = false;
    QList<MovedProof> tables;
    qint64 chains = 0;      ///< logs of cases that were counted anew from their first step
    QStringList findings;   ///< what is not as it must be in the copy; translated
    bool hasGoneOn = false; ///< the store that was copied was written to meanwhile
    double copySeconds = 0; ///< this try alone
    double proofSeconds = 0;

    /** Nothing changed: only then is the copy a store. */
    [[nodiscard]] bool isEqual() const;
};

/**
 * Copies a whole store into a new one, of whichever kind, and proves that nothing changed. All of
 * it is of one moment: others may write to the store meanwhile, and the copy has none of that. What
 * was begun and left is gone on with, if the store is still as it was; two states are never mixed.
 * Nothing is written to the store that is copied. Thread: that of the store.
 */
class StoreMove
{
public:
    /** Says how far it is, in per cent and in words; false to stop. Translated. */
    using Progress = std::function<bool(int, const QString &)>;

    /** Rows of one transaction at the most. */
    static constexpr qint64 kRowsAtOnce = 20'000;

    /** The store outlives it. */
    StoreMove(SqlStore &from, Progress progress, qint64 rowsAtOnce = kRowsAtOnce);

    /**
     * Into a file or the database of an address (`name`). The copy is a store only if the report is
     * equal; otherwise what is there stays as it is, for looking at. Cancelled: go on by the same
     * order. Conflict: `name` is taken, or what was begun there is not of this store as it is now
     * (see UnfinishedStore::discard()). Other errors as Store.
     */
    [[nodiscard]] Result<MoveReport> run(const QString &name);

private:
    [[nodiscard]] Result<void> move(UnfinishedStore &to);
    [[nodiscard]] Result<void> prepare(UnfinishedStore &to);
    [[nodiscard]] Result<void> checkBegun(UnfinishedStore &to);
    [[nodiscard]] Result<void> forgetEachTry(UnfinishedStore &to);
    [[nodiscard]] Result<void> copy(UnfinishedStore &to, const MovedTable &table);
    [[nodiscard]] Result<void> prove(UnfinishedStore &to);
    [[nodiscard]] Result<void> proveChains(SqlStore &store);
    /** What the rows of a table amount to, up to a key. */
    [[nodiscard]] Result<MovedChain> chainOf(SqlConnection &connection,
                                             const MovedTable &table,
                                             const QString &words,
                                             qint64 upTo = std::numeric_limits<qint64>::max());
    /** Notes that so many rows more are done; Cancelled once the user wants to stop. */
    [[nodiscard]] Result<void> tell(qint64 rows, const QString &words);

    SqlStore &mFrom;
    Progress mProgress;
    qint64 mRowsAtOnce;
    MoveReport mReport;
    qint64 mAll = 1;  ///< rows to be copied and looked at
    qint64 mDone = 0; ///< of them
};

} // namespace gridward
