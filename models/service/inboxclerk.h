// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/casedesk.h"
#include "models/service/inboxport.h"
#include "models/service/inboxproposer.h"

#include <QSet>

#include <functional>
#include <memory>

namespace gridward {

/**
 * Works on the inbox of a store: what the screen does through InboxDesk and the command line at
 * once. Keeps what it has read of the ground between two orders. Blocks; the store's thread.
 */
class InboxClerk
{
public:
    /** Both outlive it. */
    InboxClerk(Store &store, const Clock &clock, QString origin, CaseWording wording = {});

    /**
     * One order, in a transaction of its own. Conflict if somebody was first; Refused and
     * InvalidInput as InboxStore::change() and CaseDesk::report().
     */
    [[nodiscard]] Result<InboxItem> carryOut(const InboxOrder &order, const User &user);
    /**
     * Several: those that only prepare rows in one transaction, so that they cost one wait for the
     * disk; each that makes a case in one of its own.
     */
    [[nodiscard]] QList<InboxOutcome> carryOutAll(const QList<InboxOrder> &orders,
                                                  const User &user);

    [[nodiscard]] Result<std::shared_ptr<const InboxProposer>> proposer();
    /** Code of the grid of a place; empty outside of all. */
    [[nodiscard]] Result<QString> gridAt(const GeoPoint &place) { return mDesk.gridAt(place); }
    /** Open cases that a row likely tells of, the nearest first: in its grid and those beside. */
    [[nodiscard]] Result<QList<Case>> casesNear(const InboxItem &item);
    /**
     * Those of the rows that another waiting row or an open case likely tells of too: many at once
     * they would be many cases of one trouble. Reads all rows that wait.
     */
    [[nodiscard]] Result<QSet<InboxId>> likelyKnown(const QList<InboxItem> &rows);

    /**
     * Reads a file into the inbox with `reader`, proposals and all: read and proposed first, when
     * nobody has to wait for it, then written in one transaction, all of it or nothing.
     */
    [[nodiscard]] Result<InboxImportReport>
    importFile(const QString &file,
               const InboxFileOptions &options,
               const User &user,
               const InboxFileReader &reader,
               const std::function<bool(int percent)> &progress);

private:
    [[nodiscard]] PersonalActor actor(const User &user) const;
    [[nodiscard]] Result<InboxItem> prepared(const InboxOrder &order, const InboxItem &before);
    [[nodiscard]] Result<void> checkLeader(InboxId leader, const InboxItem &follower);
    /** Is the row taken to its end by another one? One that has ended leads nothing any more. */
    [[nodiscard]] Result<bool> isLed(const InboxItem &item);
    /** All of them, wherever they lie: none is left behind because it is another's. */
    [[nodiscard]] Result<QList<InboxItem>> followersOf(InboxId leader);
    [[nodiscard]] Result<void>
    prepareFollowers(const InboxOrder &order, const InboxItem &before, const PersonalActor &by);
    [[nodiscard]] Result<InboxItem>
    prepare(const InboxOrder &order, const InboxItem &before, const User &user);
    [[nodiscard]] Result<InboxItem>
    makeCase(const InboxOrder &order, const InboxItem &before, const User &user);
    [[nodiscard]] Result<void> joinFollowers(const InboxItem &leader, const User &user);
    [[nodiscard]] Result<InboxItem>
    joinTo(const InboxItem &item, const Case &known, const User &user);
    [[nodiscard]] Result<Case> knownCase(const QString &name);

    Store &mStore;
    const Clock &mClock;
    QString mOrigin;
    CaseDesk mDesk;
    std::shared_ptr<const InboxProposer> mProposer;
    StoreMark mGround; ///< of what the proposer was made of
};

} // namespace gridward
