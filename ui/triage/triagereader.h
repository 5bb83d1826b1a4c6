// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/inboxitem.h"
#include "models/domain/result.h"
#include "models/service/districtport.h"

#include <QList>
#include <QObject>
#include <QTimer>

#include <optional>

namespace gridward {

class InboxModel;
class InboxPort;

/**
 * Keeps the rows of the triage as the inbox has them: reads them page by page when they are first
 * looked at, then only what changed, by anybody; after a failure again by itself. Nothing is read
 * while nobody looks. GUI thread.
 */
class TriageReader final : public QObject
{
    Q_OBJECT
public:
    /** All of them outlive it. */
    TriageReader(DistrictPort &district, InboxPort &inbox, InboxModel &rows, QObject *parent);

    /** Somebody looks at the rows from now on, or no longer. */
    void setLookedAt(bool looked);
    /** Forgets the rows and reads them anew; when somebody looks, if nobody does. */
    void readAll();
    void readChanges();
    /** The newest of those that ended: asked for when their lane is. */
    void readDone();

    [[nodiscard]] bool isReading() const { return mIsReading; }
    /** Grows when another user or another store comes: what was begun before is not theirs. */
    [[nodiscard]] int turn() const { return mTurn; }
    /** How many rows have ended, shown or not; -1: nobody knows yet. */
    [[nodiscard]] qint64 doneRows() const { return mDoneRows; }
    [[nodiscard]] bool hasDone() const { return mHasDone; }
    /** Why not all rows are here. */
    [[nodiscard]] const std::optional<Error> &error() const { return mError; }
    /** The rows are not those of the present store and user yet. */
    [[nodiscard]] bool isStale() const { return mIsStale; }

signals:
    /** Rows came or changed. */
    void taken();
    /** All that was to be read is here, or as much as could be. */
    void finished();
    /** What had changed is here, or cannot be read now. */
    void settled();
    /** isReading(), error(), doneRows() or hasDone() are others. */
    void stateChanged();
    /** The rows that ended could not be read. */
    void doneFailed(const QString &message);

private:
    void readPage(InboxId after, int turn);
    void readDone(const QList<InboxItem> &known, const QList<InboxState> &missing);
    void readCounts();
    void take(const QList<InboxItem> &items);
    void fail(const Error &error);

    DistrictPort &mDistrict;
    InboxPort &mInbox;
    InboxModel &mRows;
    QTimer mAgain;
    qint64 mChange = 0; ///< everything up to here is in the rows
    qint64 mDoneRows = -1;
    int mTurn = 0;
    bool mIsLookedAt = false;
    bool mIsReading = false;
    bool mWantsChanges = false;
    bool mHasDone = false;
    bool mIsStale = true;
    std::optional<Error> mError;
};

} // namespace gridward
