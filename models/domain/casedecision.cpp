// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/casedecision.h"

#include "models/domain/caseaxes.h"

#include <QJsonArray>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

CaseRequest::Kind kindOf(CaseAction action)
{
    switch (action) {
    case CaseAction::Extend:
        return CaseRequest::Kind::Extend;
    case CaseAction::Suspend:
        return CaseRequest::Kind::Suspend;
    case CaseAction::Appeal:
        return CaseRequest::Kind::Appeal;
    default:
        return CaseRequest::Kind::None;
    }
}

std::variant<CaseStep, Refused> CaseDecision::make()
{
    if (!findRow() || !checkAxes() || !checkUnit() || !checkInput() || !checkEvidence() ||
        !fillFacts()) {
        return mRefused;
    }
    return finish();
}

bool CaseDecision::findRow()
{
    const CaseAction action = mRequest.action;
    if (!mayDo(mActor.role, action)) {
        return refuse(StepRefusal::LacksRight);
    }
    const bool waits =
        mProcess.request.kind != CaseRequest::Kind::None && mProcess.request.kind == kindOf(action);
    const std::optional<Transition> row =
        transition(mSubject.state, action, mActor.role, waits ? mProcess.request.answers : 0);
    if (!row) {
        return refuse(transition(mSubject.state, action) ? StepRefusal::NotByThisRole
                                                         : StepRefusal::NotNow);
    }
    mRow = *row;
    mTurn.to = mRow.to;
    return true;
}

bool CaseDecision::checkAxes()
{
    const auto isIn = [&](const QStringList &people) {
        return people.contains(mActor.identity()) || people.contains(mActor.user);
    };
    const CaseAction action = mRequest.action;
    // A dispatcher may send back to work what he dispatched, but nobody supervises their own.
    const bool supervises = action == CaseAction::Entrust || action == CaseAction::Supervise ||
                            action == CaseAction::Callback ||
                            (action == CaseAction::Rework && mActor.role != Role::Dispatcher &&
                             mActor.role != Role::Owner) ||
                            (action == CaseAction::Urge && mActor.role == Role::Supervisor);
    const bool judges = action == CaseAction::Check || action == CaseAction::Close || supervises ||
                        (action == CaseAction::Appeal && mRow.effect != Effect::Ask);
    const bool works = isWork(action);
    if (judges && (isIn(mProcess.dispatchers) || isIn(mProcess.handlers))) {
        return refuse(StepRefusal::OwnWork);
    }
    // The other way round too: who judged it once may not get it into hand afterwards.
    if (works && isIn(mProcess.checkers)) {
        return refuse(StepRefusal::OwnWork);
    }
    if ((judges || works) && mActor.isBarred) {
        return refuse(StepRefusal::OwnWork);
    }
    return true;
}

bool CaseDecision::checkUnit()
{
    if (mActor.role == Role::Street) {
        // The office answers for its own units. In its street it may also name who of another
        // unit is to go, and urge that unit.
        const bool isTheirs = mRequest.action != CaseAction::Return &&
                              mRequest.action != CaseAction::Extend &&
                              mRequest.action != CaseAction::Suspend;
        return isTheirs || mActor.units.contains(mSubject.unit) || refuse(StepRefusal::OtherUnit);
    }
    if (mRequest.action == CaseAction::Withdraw) {
        return true; // by whose step it was
    }
    if (mActor.role != Role::Handler || mActor.actsForAllUnits) {
        return true;
    }
    switch (mRequest.action) {
    case CaseAction::Answer:
    case CaseAction::Arrive:
    case CaseAction::Checkin:
    case CaseAction::Handover:
        return true; // by the call or the scene, not by the unit
    case CaseAction::Handle:
        if (mProcess.assisting.contains(mActor.organisation)) {
            return true;
        }
        break;
    default:
        break;
    }
    return mSubject.unit == mActor.organisation || refuse(StepRefusal::OtherUnit);
}

bool CaseDecision::checkInput()
{
    if (mRow.needsReason && mRequest.note.trimmed().isEmpty() &&
        !(mRow.effect == Effect::Decide && mProcess.asksFor(kindOf(mRequest.action)))) {
        return refuse(StepRefusal::NeedsReason);
    }
    if (mRow.needsTarget && mRequest.target.isEmpty()) {
        return refuse(StepRefusal::NeedsTarget);
    }
    return true;
}

bool CaseDecision::checkEvidence()
{
    const ClassRule rule = mRules.book.ruleFor(mSubject.classKey);
    if (rule.evidenceFor.contains(toId(mRequest.action)) && !mRequest.hasEvidence) {
        return refuse(StepRefusal::NoEvidence);
    }
    return true;
}

bool CaseDecision::fillFacts()
{
    switch (mRequest.action) {
    case CaseAction::File:
        return file();
    case CaseAction::Dispatch:
        return dispatch();
    case CaseAction::Transfer:
        return transfer();
    case CaseAction::Assign:
        put(fact::kPerson, mRequest.target);
        return true;
    case CaseAction::Return:
        if (mSubject.state != CaseState::Filed) {
            withdraw();
            put(fact::kUnit, QString());
            leaveBundle();
        }
        return true;
    case CaseAction::Handle:
        return handle();
    case CaseAction::Extend:
        return extend();
    case CaseAction::Suspend:
        return suspend();
    case CaseAction::Resume:
        comeBack();
        return true;
    case CaseAction::Check:
        return check();
    case CaseAction::Close:
        return close();
    case CaseAction::Archive:
        return !mProcess.asksFor(CaseRequest::Kind::Appeal) || refuse(StepRefusal::Pending);
    case CaseAction::Reopen:
        reopen();
        return !mProcess.asksFor(CaseRequest::Kind::Appeal) || refuse(StepRefusal::Pending);
    case CaseAction::Appeal:
        return appeal();
    case CaseAction::Merge:
        return merge();
    case CaseAction::Split:
        put(fact::kChildren, QJsonArray::fromStringList(mRequest.children));
        return !mRequest.children.isEmpty() || refuse(StepRefusal::NeedsTarget);
    case CaseAction::Call:
        return call();
    case CaseAction::Answer:
        if (mProcess.replyDue() &&
            (mRequest.target.isEmpty() || mRequest.target == mSubject.unit) && speaksForCase()) {
            return reply();
        }
        return come();
    case CaseAction::Arrive:
        return come();
    case CaseAction::Checkin:
        return checkin();
    case CaseAction::Handover:
        return handover();
    case CaseAction::Release:
        return release();
    case CaseAction::Callback:
        return callBack();
    case CaseAction::Verify:
    case CaseAction::Entrust:
        return send();
    case CaseAction::Supervise:
        return supervise();
    case CaseAction::Withdraw:
        return takeBack();
    default:
        return true;
    }
}

CaseStep CaseDecision::finish()
{
    if (mActor.role != Role::System && !mActor.person.isEmpty() && mActor.person != mActor.user) {
        put(fact::kBy, mActor.person);
    }
    if (mProcess.rules != mRules.book.version) {
        put(fact::kRules, mRules.book.version);
    }
    if (mRow.effect != Effect::Undo) { // its clocks go on as they were
        turnClocks(mFacts, mRecord, mTurn, mRules.book, mRules.calendar, mNow);
    }
    if (mRow.effect != Effect::Undo && !isOpen(mTurn.to) && mSubject.sceneDueAt) {
        put(fact::kSceneDueAt, QJsonValue());
    }
    CaseStep step;
    step.action = mRequest.action;
    step.at = mNow;
    step.actor = mActor.user;
    step.to = mTurn.to;
    step.note = mRequest.note.trimmed();
    step.facts = mFacts;
    addNextMoment(step, mRecord, mRules);
    return step;
}

} // namespace gridward
