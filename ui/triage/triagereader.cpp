// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/triage/triagereader.h"

#include "models/service/inboxport.h"
#include "models/view/inboxmodel.h"
#include "ui/panels/answer.h"

#include <utility>

namespace gridward {

namespace {

constexpr int kPage = 500;      ///< rows that are read in one turn: no stall that anybody feels
constexpr int kAgain = 5000;    ///< milliseconds until a reading that failed is tried again
constexpr int kMostDone = 5000; ///< ended rows of a kind that are looked back at

} // namespace

TriageReader::TriageReader(DistrictPort &district,
                           InboxPort &inbox,
                           InboxModel &rows,
                           QObject *parent)
    : QObject(parent)
    , mDistrict(district)
    , mInbox(inbox)
    , mRows(rows)
{
    mAgain.setSingleShot(true);
    mAgain.setInterval(kAgain);
    connect(&mAgain, &QTimer::timeout, this, [this] {
        if (mIsStale) {
            readAll();
        } else {
            readChanges();
        }
    });
    connect(&mInbox, &InboxPort::changed, this, &TriageReader::readChanges);
}

void TriageReader::setLookedAt(bool looked)
{
    mIsLookedAt = looked;
    if (!looked) {
        return;
    }
    if (mIsStale) {
        readAll();
    } else {
        readChanges();
    }
}

void TriageReader::readAll()
{
    const StoreState state = mDistrict.state();
    mIsStale = !mIsLookedAt || (state != StoreState::Live && state != StoreState::Stale);
    ++mTurn;
    mRows.clear();
    mHasDone = false;
    mDoneRows = -1;
    mError.reset();
    mAgain.stop();
    mIsReading = !mIsStale;
    emit stateChanged();
    if (mIsStale) {
        return;
    }
    // The mark first: what changes while the rows are read is read once more.
    whenAnswered(
        mInbox.lastChange(), mDistrict, this, [this, turn = mTurn](const Result<qint64> &change) {
            if (turn != mTurn) {
                return;
            }
            if (!change) {
                fail(change.error());
                return;
            }
            mChange = change.value();
            readPage({}, turn);
        });
}

void TriageReader::readPage(InboxId after, int turn)
{
    InboxQuery query;
    query.state = InboxState::Waiting;
    query.after = after;
    query.limit = kPage;
    whenAnswered(
        mInbox.list(query), mDistrict, this, [this, turn](const Result<QList<InboxItem>> &page) {
            if (turn != mTurn) {
                return;
            }
            if (!page) {
                emit finished();
                fail(page.error());
                return;
            }
            if (page.value().isEmpty()) {
                mIsReading = false;
                emit finished();
                emit stateChanged();
                readCounts();
                readChanges();
                if (mRows.lane() == InboxLane::Done) {
                    readDone();
                }
                return;
            }
            take(page.value());
            readPage(page.value().last().id, turn);
        });
}

/** What is there is not all: said beside it, and read again as soon as that can be. */
void TriageReader::fail(const Error &error)
{
    mIsReading = false;
    mError = error;
    mIsStale = true;
    if (mDistrict.state() == StoreState::Live) {
        mAgain.start(); // otherwise the district says when it is
    }
    emit stateChanged();
}

void TriageReader::readCounts()
{
    whenAnswered(mInbox.counts(),
                 mDistrict,
                 this,
                 [this, turn = mTurn](const Result<QList<InboxCount>> &counts) {
                     if (turn != mTurn || !counts) {
                         return;
                     }
                     mDoneRows = 0;
                     for (const InboxCount &count : counts.value()) {
                         mDoneRows += count.state == InboxState::Waiting ? 0 : count.rows;
                     }
                     emit stateChanged();
                 });
}

void TriageReader::readDone()
{
    if (!mHasDone) {
        mHasDone = true;
        readDone({}, {InboxState::Registered, InboxState::Joined, InboxState::Refused});
    }
}

/** Kind by kind, and shown together: the newest row of all is the first from the beginning. */
void TriageReader::readDone(const QList<InboxItem> &known, const QList<InboxState> &missing)
{
    if (missing.isEmpty()) {
        take(known);
        emit finished();
        emit stateChanged();
        return;
    }
    InboxQuery query;
    query.state = missing.first();
    query.limit = kMostDone;
    query.newestFirst = true;
    whenAnswered(mInbox.list(query),
                 mDistrict,
                 this,
                 [this, known, missing, turn = mTurn](const Result<QList<InboxItem>> &rows) {
                     if (turn != mTurn) {
                         return;
                     }
                     if (rows) {
                         readDone(known + rows.value(), missing.mid(1));
                     } else {
                         mHasDone = false; // asked for again when the lane is chosen again
                         emit doneFailed(rows.error().message);
                     }
                 });
}

void TriageReader::readChanges()
{
    if (mIsReading || mIsStale || !mIsLookedAt) {
        mWantsChanges = mIsReading;
        return;
    }
    mIsReading = true;
    mWantsChanges = false;
    whenAnswered(mInbox.changedSince(mChange, kPage),
                 mDistrict,
                 this,
                 [this, turn = mTurn](const Result<QList<InboxItem>> &rows) {
                     if (turn != mTurn) {
                         return;
                     }
                     mIsReading = false;
                     if (!rows) {
                         mError = rows.error(); // what is shown stays: it was all, a while ago
                         mAgain.start();
                         emit stateChanged();
                         emit settled();
                         return;
                     }
                     if (std::exchange(mError, std::nullopt)) {
                         emit stateChanged();
                     }
                     if (!rows.value().isEmpty()) {
                         mChange = rows.value().last().change;
                         take(rows.value());
                         emit finished();
                         readCounts();
                     }
                     // A page that is not full is not the last one: some of it may be others'.
                     if (!rows.value().isEmpty() || mWantsChanges) {
                         readChanges();
                     } else {
                         emit settled();
                     }
                 });
}

void TriageReader::take(const QList<InboxItem> &items)
{
    mRows.take(items);
    emit taken();
}

} // namespace gridward
