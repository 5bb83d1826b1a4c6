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

    /** Rows that can be registered at once, and how many ready ones that leaves for a closer look.
     */
    struct Ready
    {
        QList<InboxId> ids;
        int left = 0;
    };
    /** Of the selected rows, or, with fewer than two of them, of the lane of the ready ones. */
    [[nodiscard]] Ready ready(const QList<InboxId> &selected) const;
    /** Registers them. Where all may be told of already it says so, and does nothing. */
    void registerRows(const Ready &ready);

    void carryOut(const QList<InboxOrder> &orders);
    /** Takes back the refusals among the selected rows that ended, or else the last run. */
    void undo(const QList<InboxId> &selected);
    [[nodiscard]] bool canUndo(const QList<InboxId> &selected) const;
    /** Another user or another store: none of it is theirs to take back. */
    void forget() { mUndo.clear(); }
    /** Of the rows: a run that was begun in another one is not told as done in this one. */
    void setTurn(int turn) { mPresent = turn; }

signals:
    /** Rows as they are now, and those that could not be done. */
    void finished(const QList<gridward::InboxItem> &after, const QList<gridward::InboxId> &failed);
    /** The rows are of another turn by now: they have to be read. */
    void becameOthers();
    void messageRequested(const gridward::Message &message);

private:
    [[nodiscard]] QList<InboxOrder> takeBackOrders(const QList<InboxId> &selected) const;
    void remember(const QList<InboxOutcome> &outcomes);
    void end(const QList<InboxOutcome> &outcomes);

    InboxPort &mInbox;
    const InboxModel &mRows;
    int mTurn = 0;    ///< of the rows when the last run began
    int mPresent = 0; ///< of the rows now
    qsizetype mOrdered = 0;
    int mLeftRows = 0; ///< that were left out of what is being registered
    bool mIsUndoing = false;
    QHash<InboxId, InboxItem> mBefore; ///< of the rows that are being worked on
    QList<QList<InboxOrder>> mUndo;    ///< the last one last
};

} // namespace gridward
