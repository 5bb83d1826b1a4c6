// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/livecases.h"

#include "models/view/caseheat.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace gridward {

void LiveCases::reset(const QList<Case> &cases)
{
    mCases.clear();
    mCases.reserve(cases.size());
    mCounts = {};
    mRunning.clear();
    mLate = 0;
    mPassed = 0;
    for (const Case &subject : cases) {
        if (isOpen(subject.state) && !mCases.contains(subject.id.value)) {
            mCases.insert(subject.id.value, subject);
            count(subject, 1);
        }
    }
    mIndex.reset(mCases);
    emit wasReset();
}

void LiveCases::renew(const QList<Case> &cases)
{
    if (mCases.isEmpty()) {
        reset(cases);
        return;
    }
    QList<Case> changes;
    QSet<QUuid> open;
    open.reserve(cases.size());
    for (const Case &subject : cases) {
        if (!isOpen(subject.state)) {
            continue;
        }
        open.insert(subject.id.value);
        const auto known = mCases.constFind(subject.id.value);
        if (known == mCases.constEnd() || *known != subject) {
            changes.append(subject);
        }
    }
    for (const Case &subject : std::as_const(mCases)) {
        if (!open.contains(subject.id.value)) {
            changes.append(subject);
            changes.last().state = CaseState::Archived; // ended, or no longer theirs to see
        }
    }
    if (!changes.isEmpty()) {
        update(changes);
    }
}

void LiveCases::update(const QList<Case> &cases)
{
    mIndex.beginUpdate();
    for (const Case &subject : cases) {
        const auto known = mCases.find(subject.id.value);
        if (known != mCases.end()) {
            count(*known, -1);
            mCases.erase(known);
        }
        if (isOpen(subject.state)) {
            mCases.insert(subject.id.value, subject);
            count(subject, 1);
            mIndex.put(subject);
        } else {
            mIndex.remove(subject.id.value);
        }
    }
    emit changed(cases);
}

const Case *LiveCases::find(const CaseId &id) const
{
    const auto known = mCases.constFind(id.value);
    return known == mCases.constEnd() ? nullptr : &*known;
}

CaseCounts LiveCases::counts(Instant now) const
{
    CaseCounts counts = mCounts;
    // Asked each second: only from the moment of last time to this one, forwards or back.
    const auto [from, to] = std::minmax(mCountedAt, now);
    int between = 0;
    for (auto end = mRunning.lower_bound(from); end != mRunning.cend() && end->first < to; ++end) {
        between += end->second;
        ++mEndsVisited;
    }
    mPassed += now >= mCountedAt ? between : -between;
    mCountedAt = now;
    counts.overdue = mLate + mPassed;
    return counts;
}

void LiveCases::count(const Case &subject, int step)
{
    mCounts.open += step;
    mCounts.byLevel.at(static_cast<std::size_t>(subject.level)) += step;
    if (subject.level >= CaseLevel::Orange) {
        mCounts.urgent += step;
    }
    if (waitsForCheck(subject.state)) {
        mCounts.waitingForCheck += step;
    }
    if (!subject.dueAt) {
        return;
    }
    if (const std::optional<Instant> end =
            subject.handledAt ? subject.handledAt : subject.closedAt) {
        mLate += *end > *subject.dueAt ? step : 0;
        return;
    }
    mPassed += *subject.dueAt < mCountedAt ? step : 0;
    int &running = mRunning[*subject.dueAt];
    running += step;
    if (running == 0) {
        mRunning.erase(*subject.dueAt);
    }
}

} // namespace gridward
