// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/alarmport.h"

#include <QHash>
#include <QList>

namespace gridward {

/** A case that waits to be acknowledged. */
struct PendingAlarm
{
    CaseId id;
    CaseLevel level = CaseLevel::Orange;
    Instant at; ///< when this seat learned of it

    bool operator==(const PendingAlarm &) const = default;
};

/**
 * Decides which cases to make heard: those that come into sight at a level that alarms, or are
 * raised to a higher one; each once. What is there when somebody sits down is news only if it came
 * while nobody sat there. Pure: who
 * uses it asks the AlarmPort and tells the answers. A plain value.
 */
class AlarmKeeper
{
public:
    /** From which level on; what is below never alarms. */
    void setLeast(CaseLevel least) { mLeast = least; }
    [[nodiscard]] CaseLevel least() const { return mLeast; }

    /**
     * Another user, another part of the district or another store: what is there now is not news.
     */
    void sitDown(const QList<Case> &inSight);
    /** What was remembered: what was told and not acknowledged waits again, without a sound. */
    void remember(const QList<Alarm> &known, Instant now);

    /** Of those in sight what came after that moment, of that level or worse. To be claimed. */
    [[nodiscard]] static QList<Alarm>
    cameAfter(const QList<Case> &inSight, Instant since, CaseLevel least);

    /** Everything anew, for the same user: what is new in it is news. To be claimed. */
    [[nodiscard]] QList<Alarm> reset(const QList<Case> &inSight);
    /** Cases as they stand now, in sight: what is to be claimed because of that. */
    [[nodiscard]] QList<Alarm> take(const QList<Case> &inSight);
    /** These ended, or went out of sight. Returns those that were remembered. */
    QList<CaseId> leave(const QList<CaseId> &ids);

    /** What the claim brought; returns those to make heard now, the worst first. */
    [[nodiscard]] QList<PendingAlarm> settle(const AlarmPort::Claim &claim, Instant now);
    /** Somebody saw it, here or elsewhere; false if it did not wait. */
    bool acknowledge(const CaseId &id);

    /** The worst first; of one level the last told first, of those told together the oldest. */
    [[nodiscard]] QList<PendingAlarm> pending() const;
    [[nodiscard]] int pendingCount() const { return static_cast<int>(mPending.size()); }
    [[nodiscard]] bool isPending(const CaseId &id) const { return mPending.contains(id.value); }

private:
    CaseLevel mLeast = CaseLevel::Orange;
    QHash<QUuid, CaseLevel> mSeen; ///< everything in sight, at its highest level
    QHash<QUuid, PendingAlarm> mPending;
    QHash<QUuid, CaseLevel> mTold; ///< is remembered
};

} // namespace gridward
