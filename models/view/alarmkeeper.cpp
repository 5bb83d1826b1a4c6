// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/alarmkeeper.h"

#include <algorithm>
#include <utility>

namespace gridward {

namespace {

void sortWorstFirst(QList<PendingAlarm> &alarms)
{
    std::ranges::sort(alarms, [](const PendingAlarm &one, const PendingAlarm &other) {
        if (one.level != other.level) {
            return one.level > other.level;
        }
        return one.at != other.at ? one.at > other.at : one.id < other.id;
    });
}

} // namespace

void AlarmKeeper::sitDown(const QList<Case> &inSight)
{
    mSeen.clear();
    mPending.clear();
    mTold.clear();
    for (const Case &subject : inSight) {
        mSeen.insert(subject.id.value, subject.level);
    }
}

void AlarmKeeper::remember(const QList<Alarm> &known, Instant now)
{
    for (const Alarm &alarm : known) {
        mTold.insert(alarm.id.value, alarm.level);
        const bool isThere = mSeen.contains(alarm.id.value);
        if (!alarm.acknowledged && isThere && alarm.level >= mLeast &&
            !mPending.contains(alarm.id.value)) {
            mPending.insert(alarm.id.value, {alarm.id, alarm.level, now});
        } else if (alarm.acknowledged) {
            mPending.remove(alarm.id.value); // at another seat
        }
    }
}

QList<Alarm> AlarmKeeper::cameAfter(const QList<Case> &inSight, Instant since, CaseLevel least)
{
    QList<Alarm> news;
    const qint64 first = firstRowNumber(since);
    for (const Case &subject : inSight) {
        // What was brought in later than it was reported is new all the same.
        const bool isNew = subject.id.rowNumber() >= first || subject.reportedAt > since;
        if (isNew && subject.level >= least) {
            news.append({subject.id, subject.level, false});
        }
    }
    return news;
}

QList<Alarm> AlarmKeeper::reset(const QList<Case> &inSight)
{
    QHash<QUuid, CaseLevel> before = std::exchange(mSeen, {});
    for (const Case &subject : inSight) {
        const auto known = before.constFind(subject.id.value);
        if (known != before.constEnd()) {
            mSeen.insert(subject.id.value, *known);
        }
    }
    mPending.removeIf([&](const auto &one) { return !mSeen.contains(one.key()); });
    return take(inSight);
}

QList<Alarm> AlarmKeeper::take(const QList<Case> &inSight)
{
    QList<Alarm> news;
    for (const Case &subject : inSight) {
        const auto known = mSeen.constFind(subject.id.value);
        const bool isRaised = known == mSeen.constEnd() || *known < subject.level;
        if (isRaised) {
            mSeen.insert(subject.id.value, subject.level);
        }
        if (isRaised && subject.level >= mLeast) {
            news.append({subject.id, subject.level, false});
        }
    }
    return news;
}

QList<CaseId> AlarmKeeper::leave(const QList<CaseId> &ids)
{
    QList<CaseId> remembered;
    for (const CaseId &id : ids) {
        mSeen.remove(id.value);
        mPending.remove(id.value);
        if (mTold.remove(id.value) > 0) {
            remembered.append(id);
        }
    }
    return remembered;
}

QList<PendingAlarm> AlarmKeeper::settle(const AlarmPort::Claim &claim, Instant now)
{
    remember(claim.known, now);
    QList<PendingAlarm> heard;
    for (const Alarm &alarm : claim.told) {
        mTold.insert(alarm.id.value, alarm.level);
        if (mSeen.contains(alarm.id.value)) { // it may have ended while the store was asked
            const PendingAlarm one{alarm.id, alarm.level, now};
            mPending.insert(alarm.id.value, one);
            heard.append(one);
        }
    }
    sortWorstFirst(heard);
    return heard;
}

bool AlarmKeeper::acknowledge(const CaseId &id)
{
    return mPending.remove(id.value) > 0;
}

QList<PendingAlarm> AlarmKeeper::pending() const
{
    QList<PendingAlarm> alarms = mPending.values();
    sortWorstFirst(alarms);
    return alarms;
}

} // namespace gridward
