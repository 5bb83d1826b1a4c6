// SPDX-License-Identifier: GPL-3.0-or-later
// What each step of the life cycle adds to the facts of a case.
#include "models/domain/casedecision.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

void CaseDecision::withdraw()
{
    if (!mSubject.person.isEmpty()) {
        put(fact::kWithdrawn, mSubject.person);
        put(fact::kPerson, QString());
    }
}

void CaseDecision::leaveBundle()
{
    if (!mSubject.bundle.isEmpty()) {
        put(fact::kBundle, QString());
    }
}

bool CaseDecision::file()
{
    const ClassRule rule = mRules.book.ruleFor(mSubject.classKey);
    if (rule.verifySources.contains(toId(mSubject.source)) && !mProcess.verified) {
        return refuse(StepRefusal::NotVerified);
    }
    QStringList ids;
    QJsonArray conditions;
    for (const FilingStandard &standard : mRequest.standards) {
        if (standard.key != mSubject.classKey) {
            return refuse(StepRefusal::NoStandard, standard.id);
        }
        ids.append(standard.id);
        conditions.append(QJsonObject{{u"id"_s, standard.id},
                                      {u"version"_s, standard.version},
                                      {u"condition"_s, standard.condition},
                                      {u"closing"_s, standard.closingCondition},
                                      {u"mandatory"_s, standard.closingMandatory},
                                      {u"limit"_s, toText(standard.limit())}});
    }
    put(fact::kStandard, ids.join(u','));
    put(fact::kConditions, conditions);
    return applyLevel();
}

/** Whoever files decides the level; left out, a rule may raise it. */
bool CaseDecision::applyLevel()
{
    CaseLevel level = mRequest.level.value_or(mSubject.level);
    for (const FilingStandard &standard : mRequest.standards) {
        const std::optional<LevelRule> rule = mRules.book.levelFor(mSubject.classKey, standard.id);
        if (rule && !mRequest.level && rule->level > level) {
            level = rule->level;
            put(fact::kLevelRule,
                QJsonObject{
                    {u"id"_s, rule->id}, {u"tier"_s, rule->tier}, {u"route"_s, rule->route}});
        }
    }
    if (level != mSubject.level) {
        put(fact::kLevel, toId(level));
    }
    if (level >= CaseLevel::Orange && !mProcess.scene) {
        startScene(mRequest.reporterPerson);
    }
    return true;
}

void CaseDecision::startScene(const QString &person)
{
    put(fact::kScenePerson, person);
    put(fact::kSceneMinutes, static_cast<int>(mRules.book.sceneInterval.count()));
    // Nobody there is a missed check-in from the first moment on.
    put(fact::kSceneDueAt, toIsoText(person.isEmpty() ? mNow : mNow + mRules.book.sceneInterval));
}

/** The shortest of the conditions it was filed under; without any, the book's. */
Limit CaseDecision::handlingLimit() const
{
    std::optional<Limit> shortest;
    for (const AppliedCondition &condition : mProcess.conditions) {
        if (!shortest || mRules.calendar.deadline(mNow, condition.limit) <
                             mRules.calendar.deadline(mNow, *shortest)) {
            shortest = condition.limit;
        }
    }
    return shortest.value_or(
        mRules.book.stageLimit(Stage::Handle).value_or(Limit{5, LimitUnit::WorkingDay}));
}

bool CaseDecision::dispatch()
{
    if (mRequest.assisting.contains(mRequest.target)) {
        return refuse(StepRefusal::BadTarget, mRequest.target);
    }
    put(fact::kUnit, mRequest.target);
    if (!mRequest.assisting.isEmpty()) {
        put(fact::kAssisting, QJsonArray::fromStringList(mRequest.assisting));
    }
    if (mRequest.leading) {
        const Case &leading = *mRequest.leading;
        if (leading.id == mSubject.id || !leading.dueAt || !isOpen(leading.state) ||
            !leading.bundle.isEmpty()) {
            return refuse(StepRefusal::BadTarget, leading.number);
        }
        put(fact::kBundle, leading.id.toText());
        put(fact::kFollows, leading.number);
        mTurn.sharedDue = leading.dueAt;
    }
    // Handing a case back does not win time: only another unit gets the whole limit.
    if (mProcess.lastUnit != mRequest.target || !mProcess.clock(Stage::Handle).left) {
        mTurn.freshHandling = handlingLimit();
    }
    return true;
}

bool CaseDecision::transfer()
{
    if (mRequest.target == mSubject.unit) {
        return refuse(StepRefusal::BadTarget, mRequest.target);
    }
    withdraw();
    put(fact::kUnit, mRequest.target);
    leaveBundle();
    mTurn.freshHandling = handlingLimit();
    return true;
}

bool CaseDecision::handle()
{
    const ClassRule rule = mRules.book.ruleFor(mSubject.classKey);
    if (rule.evidenceFor.contains(toId(CaseAction::Handle)) && !mRequest.hasPicture) {
        put(fact::kLacks, u"picture"_s); // a letter is evidence, but shows nothing
    }
    // Who acts for all units says which part is ready; a unit speaks for itself.
    const QString unit = mRequest.target.isEmpty() && !mActor.actsForAllUnits ? mActor.organisation
                                                                              : mRequest.target;
    const bool assists = mProcess.assisting.contains(unit);
    if (!mRequest.target.isEmpty() && !assists && mRequest.target != mSubject.unit) {
        return refuse(StepRefusal::BadTarget, mRequest.target);
    }
    if (assists) {
        mTurn.to = mSubject.state;
        put(fact::kPart, unit);
        return !mProcess.partsDone.contains(unit) || refuse(StepRefusal::BadTarget, unit);
    }
    for (const QString &assisting : mProcess.assisting) {
        if (!mProcess.partsDone.contains(assisting)) {
            return refuse(StepRefusal::PartsOpen, assisting);
        }
    }
    return true;
}

/** Asking: once at a time. */
bool CaseDecision::ask()
{
    if (mProcess.request.kind != CaseRequest::Kind::None) {
        return refuse(StepRefusal::AlreadyAsked);
    }
    mTurn.to = mSubject.state;
    put(fact::kRequest, u"asked"_s);
    return true;
}

/** Granting or denying what another person asked for. */
bool CaseDecision::decideRequest()
{
    if (!mProcess.asksFor(kindOf(mRequest.action))) {
        return refuse(StepRefusal::NotAsked);
    }
    if (mProcess.request.by == mActor.identity() ||
        mProcess.request.reviewer == mActor.identity()) {
        return refuse(StepRefusal::SamePerson);
    }
    put(fact::kRequest, mRequest.grants ? u"granted"_s : u"denied"_s);
    if (!mRequest.grants) {
        mTurn.to = mSubject.state;
    }
    return true;
}

bool CaseDecision::extend()
{
    const bool asks = mRow.effect == Effect::Ask;
    if (!asks && !decideRequest()) {
        return false;
    }
    if (!asks && !mRequest.grants) {
        return true;
    }
    if (!mSubject.bundle.isEmpty()) {
        return refuse(StepRefusal::Bundled);
    }
    if (!mSubject.dueAt || !mProcess.clock(Stage::Handle).limit) {
        return refuse(StepRefusal::NoLimit);
    }
    // By the limit that runs: what another unit was late with is not held against this one.
    if (mNow > *mSubject.dueAt) {
        return refuse(StepRefusal::Overdue);
    }
    if (mProcess.extensions >= mRules.book.extensions) {
        return refuse(StepRefusal::Exhausted, QString::number(mRules.book.extensions));
    }
    if (asks) {
        return ask();
    }
    mTurn.extends = true;
    return true;
}

bool CaseDecision::suspend()
{
    const bool asks = mRow.effect == Effect::Ask;
    const bool waits = mProcess.asksFor(CaseRequest::Kind::Suspend);
    // The dispatcher may suspend without having been asked: then he says until when himself.
    if (!asks && waits && !decideRequest()) {
        return false;
    }
    if (!asks && !mRequest.grants) {
        return waits || refuse(StepRefusal::NotAsked);
    }
    if (!mSubject.bundle.isEmpty()) {
        return refuse(StepRefusal::Bundled);
    }
    if (mProcess.suspensions >= mRules.book.suspensions) {
        return refuse(StepRefusal::Exhausted, QString::number(mRules.book.suspensions));
    }
    const std::optional<Instant> until = mRequest.until ? mRequest.until : mProcess.request.until;
    if (!until) {
        return refuse(StepRefusal::NeedsDate);
    }
    if (*until <= mNow || *until > mNow + std::chrono::days(mRules.book.longestSuspension)) {
        return refuse(StepRefusal::BadDate, QString::number(mRules.book.longestSuspension));
    }
    if (asks) {
        put(fact::kUntil, toIsoText(*until));
        return ask();
    }
    put(fact::kRequest, u"granted"_s);
    put(fact::kSuspendedUntil, toIsoText(*until));
    mTurn.suspendedUntil = until;
    return true;
}

void CaseDecision::comeBack()
{
    put(fact::kSuspendedUntil, QJsonValue());
}

bool CaseDecision::check()
{
    QStringList met = mRequest.met;
    const bool all = met.isEmpty();
    for (const AppliedCondition &condition : mProcess.conditions) {
        if (all) {
            met.append(condition.id);
        }
    }
    for (const QString &id : std::as_const(met)) {
        const auto same = [&](const AppliedCondition &condition) { return condition.id == id; };
        if (std::ranges::none_of(mProcess.conditions, same)) {
            return refuse(StepRefusal::UnknownCondition, id);
        }
    }
    if (!met.isEmpty()) {
        put(fact::kMet, QJsonArray::fromStringList(met));
    }
    return true;
}

bool CaseDecision::close()
{
    for (const AppliedCondition &condition : mProcess.conditions) {
        if (condition.mandatory && !mProcess.met.contains(condition.id)) {
            return refuse(StepRefusal::NotMet, condition.id);
        }
    }
    if (mProcess.sceneIsHeld()) {
        return refuse(StepRefusal::SceneHeld);
    }
    return !mRequest.hasOpenChildren || refuse(StepRefusal::ChildrenOpen);
}

void CaseDecision::reopen()
{
    withdraw();
    if (!mSubject.unit.isEmpty()) {
        put(fact::kUnit, QString());
    }
    leaveBundle();
    mTurn.freshStages = true;
}

bool CaseDecision::appeal()
{
    if (mRow.effect == Effect::Ask) {
        if (!mSubject.overdueAt) {
            return refuse(StepRefusal::NotOverdue);
        }
        return !mProcess.appealed ? ask() : refuse(StepRefusal::Appealed);
    }
    const int answers = mProcess.request.answers;
    if (!mProcess.asksFor(CaseRequest::Kind::Appeal) ||
        answers != (mRow.effect == Effect::Review ? 1 : 2)) {
        return refuse(StepRefusal::NotAsked);
    }
    if (!decideRequest()) {
        return false;
    }
    if (mRow.effect == Effect::Review && mRequest.grants) {
        put(fact::kRequest, u"reviewed"_s);
    } else if (mRequest.grants) {
        put(fact::kExempt, true); // the overdue mark stays
    }
    return true;
}

bool CaseDecision::merge()
{
    if (!mRequest.other || mRequest.other->id == mSubject.id || !isOpen(mRequest.other->state)) {
        return refuse(StepRefusal::BadTarget, mRequest.target);
    }
    put(fact::kMergedInto, mRequest.other->id.toText());
    return true;
}

bool CaseDecision::call()
{
    const auto waits = [&](const CaseCall &entry) {
        return entry.department == mRequest.target && !entry.arrived;
    };
    if (std::ranges::any_of(mProcess.calls, waits)) {
        return refuse(StepRefusal::AlreadyCalled, mRequest.target);
    }
    put(fact::kDepartment, mRequest.target);
    return true;
}

/** A called department answers, or arrives: its own people say so. */
bool CaseDecision::come()
{
    QStringList waiting;
    for (const CaseCall &entry : mProcess.calls) {
        const bool waits = mRequest.action == CaseAction::Answer ? !entry.answered : !entry.arrived;
        if (waits) {
            waiting.append(entry.department);
        }
    }
    QString department = mRequest.target;
    if (department.isEmpty()) {
        department = waiting.contains(mActor.organisation) || waiting.size() != 1
                         ? mActor.organisation
                         : waiting.first();
    }
    if (!waiting.contains(department)) {
        return refuse(StepRefusal::NotCalled, department);
    }
    const bool speaksForIt =
        mActor.actsForAllUnits || mActor.organisation == department || mActor.role == Role::Owner;
    put(fact::kDepartment, department);
    return speaksForIt || refuse(StepRefusal::OtherUnit, department);
}

bool CaseDecision::checkin()
{
    if (!mProcess.sceneIsHeld()) {
        return refuse(StepRefusal::NoScene);
    }
    const QString &there = mProcess.scene->person;
    if (there.isEmpty()) {
        put(fact::kScenePerson, mActor.identity());
    } else if (there != mActor.identity() && there != mActor.user) {
        return refuse(StepRefusal::NotOnScene, there);
    }
    put(fact::kSceneDueAt, toIsoText(mNow + std::chrono::minutes(mProcess.scene->minutes)));
    return true;
}

bool CaseDecision::handover()
{
    if (!mProcess.sceneIsHeld()) {
        return refuse(StepRefusal::NoScene);
    }
    const QString &there = mProcess.scene->person;
    const bool isThere = there == mActor.identity() || there == mActor.user;
    const bool sends = mActor.role == Role::Dispatcher || mActor.role == Role::Supervisor ||
                       mActor.role == Role::Owner;
    if (!isThere && !sends) {
        return refuse(StepRefusal::NotOnScene, there);
    }
    if (mRequest.target == there) {
        return refuse(StepRefusal::BadTarget, mRequest.target);
    }
    put(fact::kScenePerson, mRequest.target);
    put(fact::kSceneDueAt, toIsoText(mNow + std::chrono::minutes(mProcess.scene->minutes)));
    return true;
}

bool CaseDecision::release()
{
    if (!mProcess.sceneIsHeld()) {
        return refuse(StepRefusal::NoScene);
    }
    put(fact::kReleased, true);
    put(fact::kSceneDueAt, QJsonValue());
    return true;
}

/** While nobody has gone on from it, and within minutes: a slip of the hand, not a new decision. */
bool CaseDecision::takeBack()
{
    if (!mRequest.undone || !mRequest.before || !mRequest.before->process.lastAt ||
        !canBeTakenBack(mRequest.undone->action)) {
        return refuse(StepRefusal::StaysDone);
    }
    const CaseEvent &undone = *mRequest.undone;
    if (undone.action == CaseAction::Extend && undone.facts.contains("\"follows\"")) {
        return refuse(StepRefusal::Bundled); // it followed the leading case, whose step that was
    }
    if (undone.actor != mActor.user) {
        return refuse(StepRefusal::NotOwnStep, undone.actor);
    }
    const std::chrono::minutes within = mRules.book.takeBackWithin;
    if (mNow - undone.at > within) {
        return refuse(StepRefusal::TooLate, QString::number(within.count()));
    }
    const CaseRecord &before = *mRequest.before;
    mTurn.to = before.subject.state;
    mFacts = factsBetween(mSubject, before.subject);
    put(fact::kWithdraws, undone.sequence);
    put(fact::kProcess, QJsonDocument::fromJson(before.process.toJson()).object());
    return true;
}

} // namespace gridward
