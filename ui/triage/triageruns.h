// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/inboxport.h"
#include "ui/notify/messagebar.h"

#include <QHash>
#include <QList>
#include <QObject>

namespace gridward {

class InboxModel;

/**
 * What the triage does to many rows at once: hands the orders to the inbox, tells how it went, and
 * remembers what takes it back. One run at a time. GUI thread.
 */
class TriageRuns final : public QObject
{
    Q_OBJECT
public:
    /** Both outlive it. */
    TriageRuns(InboxPort &inbox, const InboxModel &rows, QObject *parent);

    /** Rows that can be registered at once, and how many that leaves. */
    struct Ready
    {
        QList<InboxId> ids;
        int left = 0;    ///< ready, but for a closer look: they may be told of already
        int unready = 0; ///< selected, but without a class or a place, or ended
    };
    /** Of the selected rows, or, with fewer than two of them, of the lane of the ready ones. */
    [[nodiscard]] Ready ready(const QList<InboxId> &selected) const;
    /** Registers what is ready of the selected rows; where nothing is, it says why. */
    void registerRows(const QList<InboxId> &selected);

    /** `unproposed`: so many rows were meant too, but had nothing proposed. */
    void carryOut(const QList<InboxOrder> &orders, int unproposed = 0);
    /**
     * Takes back the refusals among the selected rows that ended, or else the last run. Where that
     * was a registration it says that it cannot, and takes back nothing that is older.
     */
    void undo(const QList<InboxId> &selected);
    [[nodiscard]] bool canUndo(const QList<InboxId> &selected) const;
    /** Another user or another store: none of it is theirs to take back. */
    void forget() { mUndo.clear(); }
    /** Of the rows: a run that was begun in another one is not told as done in this one. */
    void setTurn(int turn) { mPresent = turn; }

signals:
    /** Rows as they are now, and those that could not be done. */
    void finished(const QList<gridward::InboxItem> &after,
                  const QList<gridward::InboxId> &failed,
                  bool isUndo);
    /** The rows are of another turn by now: they have to be read. */
    void becameOthers();
    void messageRequested(const gridward::Message &message);

private:
    /** A run that was done: what takes it back; nothing where it cannot be. */
    struct Done
    {
        InboxOrder::Kind kind = InboxOrder::Kind::Classify; ///< what was done
        QList<InboxOrder> back;
        QList<InboxItem> after;
    };
    [[nodiscard]] QList<InboxOrder> takeBackOrders(const QList<InboxId> &selected) const;
    [[nodiscard]] QList<InboxOrder> presentOrders(const Done &run) const;
    [[nodiscard]] QString whyNothing(const QList<InboxId> &selected, const Ready &ready) const;
    [[nodiscard]] QStringList
    wordsOf(const QList<InboxOutcome> &outcomes, const QList<InboxItem> &after, bool isUndo);
    void remember(const QList<InboxOutcome> &outcomes);
    void end(const QList<InboxOutcome> &outcomes);

    InboxPort &mInbox;
    const InboxModel &mRows;
    int mTurn = 0;    ///< of the rows when the last run began
    int mPresent = 0; ///< of the rows now
    qsizetype mOrdered = 0;
    Ready mLeftOut; ///< of what is being registered
    int mUnproposed = 0;
    bool mIsUndoing = false;
    InboxOrder::Kind mUndoing = InboxOrder::Kind::Refuse;
    QHash<InboxId, InboxItem> mBefore; ///< of the rows that are being worked on
    QList<Done> mUndo;                 ///< the last one last
};

} // namespace gridward
