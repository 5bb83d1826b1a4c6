// SPDX-License-Identifier: GPL-3.0-or-later
// What the supervising axis decides: whom to send, what is to be answered, who was called back.
#include "models/domain/casedecision.h"

#include <algorithm>

namespace gridward {

namespace {

/** A supervision without a date of its own is to be answered within this. */
constexpr Limit kReplyWithin{1, LimitUnit::WorkingDay};
constexpr Limit kTaskWithin{30, LimitUnit::UrgentMinute}; ///< where the book has no limit
constexpr int kLongestTask = 366;                         ///< days

} // namespace

bool CaseDecision::isInHands(const QString &identity) const
{
    return !identity.isEmpty() &&
           (mProcess.dispatchers.contains(identity) || mProcess.handlers.contains(identity));
}

/**
 * Somebody is sent to verify or to check: none of those who had the case in hand, and nobody of the
 * unit whose work it is.
 */
bool CaseDecision::send()
{
    const bool answers =
        mRequest.action == CaseAction::Verify && mSubject.state == CaseState::Verifying;
    if (answers || (mRequest.target.isEmpty() && mRequest.action == CaseAction::Verify)) {
        return true; // whoever is near, or the desk itself
    }
    const QString &unit = mRequest.targetUnit;
    if (isInHands(mRequest.target) ||
        (!unit.isEmpty() && (unit == mSubject.unit || mProcess.assisting.contains(unit)))) {
        return refuse(StepRefusal::OwnWork, mRequest.target);
    }
    if (mProcess.task && mProcess.task->person == mRequest.target) {
        return refuse(StepRefusal::AlreadyAsked, mRequest.target);
    }
    if (mRequest.until &&
        (*mRequest.until <= mNow || *mRequest.until > mNow + std::chrono::days(kLongestTask))) {
        return refuse(StepRefusal::BadDate);
    }
    const Stage stage = mTurn.to == CaseState::Verifying ? Stage::Verify : Stage::Check;
    const Limit limit = mRules.book.stageLimit(stage).value_or(kTaskWithin);
    put(fact::kTaskPerson, mRequest.target);
    put(fact::kTaskUntil,
        toIsoText(mRequest.until.value_or(mRules.calendar.deadline(mNow, limit))));
    return true;
}

bool CaseDecision::supervise()
{
    if (mRequest.until &&
        (*mRequest.until <= mNow || *mRequest.until > mNow + std::chrono::days(kLongestTask))) {
        return refuse(StepRefusal::BadDate);
    }
    put(fact::kReplyUntil,
        toIsoText(mRequest.until.value_or(mRules.calendar.deadline(mNow, kReplyWithin))));
    return true;
}

/** Whoever has the case answers for it: its unit and the office above it; before that the desks. */
bool CaseDecision::speaksForCase() const
{
    if (mActor.role == Role::Owner || mActor.actsForAllUnits) {
        return true;
    }
    if (mSubject.unit.isEmpty()) {
        return mActor.role == Role::Filer || mActor.role == Role::Dispatcher;
    }
    return mActor.organisation == mSubject.unit || mActor.units.contains(mSubject.unit);
}

bool CaseDecision::reply()
{
    put(fact::kReplies, true);
    return !mRequest.note.trimmed().isEmpty() || refuse(StepRefusal::NeedsReason);
}

bool CaseDecision::callBack()
{
    if (!hasReporter(mSubject.source)) {
        return refuse(StepRefusal::NoReporter);
    }
    if (!mRequest.reached) {
        put(fact::kReached, false);
    } else if (mRequest.satisfied) {
        put(fact::kSatisfied, *mRequest.satisfied);
    }
    return true;
}

} // namespace gridward
