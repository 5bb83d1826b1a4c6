// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/caserules.h"

#include "models/domain/caseaxes.h"
#include "models/domain/caseclocks.h"
#include "models/domain/idtable.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr std::array kRefusals{IdOf{StepRefusal::NotNow, "not-now"},
                               IdOf{StepRefusal::LacksRight, "lacks-right"},
                               IdOf{StepRefusal::NotByThisRole, "not-by-this-role"},
                               IdOf{StepRefusal::NeedsReason, "needs-reason"},
                               IdOf{StepRefusal::NeedsTarget, "needs-target"},
                               IdOf{StepRefusal::NeedsDate, "needs-date"},
                               IdOf{StepRefusal::BadDate, "bad-date"},
                               IdOf{StepRefusal::BadTarget, "bad-target"},
                               IdOf{StepRefusal::OwnWork, "own-work"},
                               IdOf{StepRefusal::OtherUnit, "other-unit"},
                               IdOf{StepRefusal::NotVerified, "not-verified"},
                               IdOf{StepRefusal::NoEvidence, "no-evidence"},
                               IdOf{StepRefusal::NoStandard, "no-standard"},
                               IdOf{StepRefusal::NotMet, "not-met"},
                               IdOf{StepRefusal::UnknownCondition, "unknown-condition"},
                               IdOf{StepRefusal::SceneHeld, "scene-held"},
                               IdOf{StepRefusal::NoScene, "no-scene"},
                               IdOf{StepRefusal::NotOnScene, "not-on-scene"},
                               IdOf{StepRefusal::ChildrenOpen, "children-open"},
                               IdOf{StepRefusal::PartsOpen, "parts-open"},
                               IdOf{StepRefusal::Overdue, "overdue"},
                               IdOf{StepRefusal::Exhausted, "exhausted"},
                               IdOf{StepRefusal::NoLimit, "no-limit"},
                               IdOf{StepRefusal::AlreadyAsked, "already-asked"},
                               IdOf{StepRefusal::NotAsked, "not-asked"},
                               IdOf{StepRefusal::SamePerson, "same-person"},
                               IdOf{StepRefusal::NotOverdue, "not-overdue"},
                               IdOf{StepRefusal::Appealed, "appealed"},
                               IdOf{StepRefusal::Pending, "pending"},
                               IdOf{StepRefusal::NotCalled, "not-called"},
                               IdOf{StepRefusal::AlreadyCalled, "already-called"},
                               IdOf{StepRefusal::Bundled, "bundled"},
                               IdOf{StepRefusal::NoDecision, "no-decision"},
                               IdOf{StepRefusal::NothingDue, "nothing-due"},
                               IdOf{StepRefusal::NotOwnStep, "not-own-step"},
                               IdOf{StepRefusal::StaysDone, "stays-done"},
                               IdOf{StepRefusal::TooLate, "too-late"}};

QLatin1StringView key(const char *name)
{
    return QLatin1StringView(name);
}

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

/** One decision: checks one thing after another, gathers facts on the way. */
class Decision
{
public:
    Decision(const CaseRecord &record,
             const StepRequest &request,
             const Actor &actor,
             const Rules &rules,
             Instant now)
        : mRecord(record)
        , mSubject(record.subject)
        , mProcess(record.process)
        , mRequest(request)
        , mActor(actor)
        , mRules(rules)
        , mNow(now)
    {
        mTurn.to = mSubject.state;
    }

    std::variant<CaseStep, Refused> make()
    {
        if (!findRow() || !checkAxes() || !checkUnit() || !checkInput() || !checkEvidence() ||
            !fillFacts()) {
            return mRefused;
        }
        return finish();
    }

private:
    bool refuse(StepRefusal why, const QString &what = {})
    {
        mRefused = {why, what};
        return false;
    }
    void put(const char *name, const QJsonValue &value) { mFacts.insert(key(name), value); }
    void withdraw()
    {
        if (!mSubject.person.isEmpty()) {
            put(fact::kWithdrawn, mSubject.person);
            put(fact::kPerson, QString());
        }
    }
    void leaveBundle()
    {
        if (!mSubject.bundle.isEmpty()) {
            put(fact::kBundle, QString());
        }
    }

    bool findRow();
    bool checkAxes();
    bool checkUnit();
    bool checkInput();
    bool checkEvidence();
    bool fillFacts();
    bool file();
    bool applyLevel();
    bool dispatch();
    bool transfer();
    bool handle();
    bool extend();
    bool suspend();
    bool check();
    bool close();
    bool appeal();
    bool merge();
    bool call();
    bool come();
    bool checkin();
    bool handover();
    bool release();
    bool takeBack();
    bool ask();
    bool decideRequest();
    void reopen();
    void startScene(const QString &person);
    void comeBack();
    [[nodiscard]] Limit handlingLimit() const;
    CaseStep finish();

    const CaseRecord &mRecord;
    const Case &mSubject;
    const CaseProcess &mProcess;
    const StepRequest &mRequest;
    const Actor &mActor;
    const Rules &mRules;
    Instant mNow;
    Transition mRow{};
    ClockTurn mTurn;
    QJsonObject mFacts;
    Refused mRefused;
};

bool Decision::findRow()
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

bool Decision::checkAxes()
{
    const auto isIn = [&](const QStringList &people) {
        return people.contains(mActor.identity()) || people.contains(mActor.user);
    };
    const CaseAction action = mRequest.action;
    const bool judges = action == CaseAction::Check || action == CaseAction::Close ||
                        (action == CaseAction::Appeal && mRow.effect != Effect::Ask);
    if (judges && (isIn(mProcess.dispatchers) || isIn(mProcess.handlers))) {
        return refuse(StepRefusal::OwnWork);
    }
    // The other way round too: who checked it once may not get it into hand afterwards.
    if (isWork(action) && isIn(mProcess.checkers)) {
        return refuse(StepRefusal::OwnWork);
    }
    return true;
}

bool Decision::checkUnit()
{
    if (mActor.role == Role::Street) {
        // The office answers for its own units; what other units have, it may urge.
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

bool Decision::checkInput()
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

bool Decision::checkEvidence()
{
    const ClassRule rule = mRules.book.ruleFor(mSubject.classKey);
    if (rule.evidenceFor.contains(toId(mRequest.action)) && !mRequest.hasEvidence) {
        return refuse(StepRefusal::NoEvidence);
    }
    return true;
}

bool Decision::fillFacts()
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
    case CaseAction::Arrive:
        return come();
    case CaseAction::Checkin:
        return checkin();
    case CaseAction::Handover:
        return handover();
    case CaseAction::Release:
        return release();
    case CaseAction::Callback:
        if (mRequest.satisfied) {
            put(fact::kSatisfied, *mRequest.satisfied);
        }
        return true;
    case CaseAction::Withdraw:
        return takeBack();
    default:
        return true;
    }
}

bool Decision::file()
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
bool Decision::applyLevel()
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

void Decision::startScene(const QString &person)
{
    put(fact::kScenePerson, person);
    put(fact::kSceneMinutes, static_cast<int>(mRules.book.sceneInterval.count()));
    // Nobody there is a missed check-in from the first moment on.
    put(fact::kSceneDueAt, toIsoText(person.isEmpty() ? mNow : mNow + mRules.book.sceneInterval));
}

/** The shortest of the conditions it was filed under; without any, the book's. */
Limit Decision::handlingLimit() const
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

bool Decision::dispatch()
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

bool Decision::transfer()
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

bool Decision::handle()
{
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
bool Decision::ask()
{
    if (mProcess.request.kind != CaseRequest::Kind::None) {
        return refuse(StepRefusal::AlreadyAsked);
    }
    mTurn.to = mSubject.state;
    put(fact::kRequest, u"asked"_s);
    return true;
}

/** Granting or denying what another person asked for. */
bool Decision::decideRequest()
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

bool Decision::extend()
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

bool Decision::suspend()
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
        return refuse(StepRefusal::BadDate, toIsoText(*until));
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

void Decision::comeBack()
{
    put(fact::kSuspendedUntil, QJsonValue());
}

bool Decision::check()
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

bool Decision::close()
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

void Decision::reopen()
{
    withdraw();
    if (!mSubject.unit.isEmpty()) {
        put(fact::kUnit, QString());
    }
    leaveBundle();
    mTurn.freshStages = true;
}

bool Decision::appeal()
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

bool Decision::merge()
{
    if (!mRequest.other || mRequest.other->id == mSubject.id || !isOpen(mRequest.other->state)) {
        return refuse(StepRefusal::BadTarget, mRequest.target);
    }
    put(fact::kMergedInto, mRequest.other->id.toText());
    return true;
}

bool Decision::call()
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
bool Decision::come()
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

bool Decision::checkin()
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

bool Decision::handover()
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

bool Decision::release()
{
    if (!mProcess.sceneIsHeld()) {
        return refuse(StepRefusal::NoScene);
    }
    put(fact::kReleased, true);
    put(fact::kSceneDueAt, QJsonValue());
    return true;
}

/** While nobody has gone on from it, and within minutes: a slip of the hand, not a new decision. */
bool Decision::takeBack()
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

CaseStep Decision::finish()
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

} // namespace

QString toId(StepRefusal refusal)
{
    return idIn(kRefusals, refusal);
}

bool isMissingInput(StepRefusal refusal)
{
    switch (refusal) {
    case StepRefusal::NeedsReason:
    case StepRefusal::NeedsTarget:
    case StepRefusal::NeedsDate:
    case StepRefusal::BadDate:
    case StepRefusal::BadTarget:
    case StepRefusal::NoEvidence:
    case StepRefusal::NoStandard:
    case StepRefusal::UnknownCondition:
        return true;
    default:
        return false;
    }
}

std::variant<CaseStep, Refused> decide(const CaseRecord &record,
                                       const StepRequest &request,
                                       const Actor &actor,
                                       const Rules &rules,
                                       Instant now)
{
    return Decision(record, request, actor, rules, now).make();
}

} // namespace gridward
