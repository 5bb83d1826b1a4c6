// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/simulation/casehistorian.h"

#include "models/service/casedesk.h"
#include "models/service/simulation/localtime.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

using std::chrono::milliseconds;

constexpr double kMinute = 60'000.0;
constexpr double kHour = 60.0 * kMinute;
constexpr double kDay = 24.0 * kHour;
constexpr double kWorkBegins = 8.0 * kHour; ///< local; crews work every day of the week
constexpr double kWorkEnds = 18.0 * kHour;

constexpr double kLongestRatio = 4.0; ///< of the handling limit: see the demo data's README
constexpr double kShortestWork = 3.0 * kMinute;
constexpr double kVerifyPatrol = 0.05; ///< staff in the grid have seen it themselves
constexpr double kVerifyOthers = 0.55;
constexpr double kFeedback = 0.35;
constexpr double kFewMinutes = 12.0 / 60.0; ///< hours: a case this young can only have ended early
constexpr double kExtended = 0.07;          ///< of what is not urgent
constexpr double kSuspended = 0.06;         ///< of what is long at its unit
constexpr double kCalledBack = 0.3;         ///< of what citizens told
constexpr double kSent = 0.3;               ///< of open cases to be looked at: somebody was sent
constexpr double kSupervised = 0.1;         ///< of those that are late
constexpr double kReplied = 0.3;            ///< of those: was answered
constexpr double kSatisfied = 0.9;
constexpr const char16_t *kNoVerification = u"06010";

/** The moment `wait` of working time after another one. */
Instant afterWorkingTime(Instant from, double wait)
{
    const double local = static_cast<double>((from + kDemoOffset).time_since_epoch().count());
    double day = std::floor(local / kDay);
    double time = local - day * kDay;
    if (time >= kWorkEnds) {
        day += 1.0;
        time = kWorkBegins;
    }
    time = std::max(time, kWorkBegins);
    while (time + wait > kWorkEnds) {
        wait -= kWorkEnds - time;
        day += 1.0;
        time = kWorkBegins;
    }
    return Instant(milliseconds(static_cast<qint64>(day * kDay + time + wait))) - kDemoOffset;
}

Instant later(Instant from, double wait)
{
    return from + milliseconds(static_cast<qint64>(wait));
}

} // namespace

CaseHistorian::CaseHistorian(const SimulationData &data,
                             const CaseDrafter &drafter,
                             const DemoCast &cast)
    : mDrafter(drafter)
    , mCast(cast)
    , mRatios(data.handlingRatio)
    , mRules{sampleRuleBook(), sampleCalendar()}
{
    addRates(data);
}

void CaseHistorian::addRates(const SimulationData &data)
{
    const std::array<QString, kStages> names{u"accept"_s,
                                             u"verify"_s,
                                             u"file"_s,
                                             u"dispatch"_s,
                                             u"accept-unit"_s,
                                             u"feedback"_s,
                                             u"check"_s,
                                             u"close"_s};
    for (std::size_t i = 0; i < kStages; ++i) {
        mStages[i] = data.stages.value(names[i]);
    }
    mRefused = data.rates.value(u"refused"_s);
    mVoid = data.rates.value(u"void"_s);
    mDuplicate = data.rates.value(u"duplicate"_s);
    mReturn = data.rates.value(u"return"_s);
    mRework = data.rates.value(u"rework"_s);
    mReopened = data.rates.value(u"reopened"_s);
}

double CaseHistorian::stage(Stage stage, RandomStream &random) const
{
    const StageTime &time = mStages[static_cast<std::size_t>(stage)];
    return random.logNormal(time.medianMinutes * kMinute, time.sigma);
}

double CaseHistorian::handlingRatio(RandomStream &random) const
{
    const double place = random.uniform(mRatios.front().first, mRatios.back().first);
    for (std::size_t i = 1; i < mRatios.size(); ++i) {
        const auto &[above, high] = mRatios[i];
        const auto &[below, low] = mRatios[i - 1];
        if (place <= above) {
            const double ratio = low + (high - low) * (place - below) / (above - below);
            return std::min(ratio, kLongestRatio);
        }
    }
    return kLongestRatio;
}

CaseHistorian::Ending CaseHistorian::pickEnding(double ageHours, RandomStream &random) const
{
    const double chance = random.uniform();
    if (ageHours < kFewMinutes) {
        return chance < 0.5 ? Ending::Void : Ending::Refused;
    }
    if (chance < mRefused) {
        return Ending::Refused;
    }
    if (chance < mRefused + mDuplicate) {
        return Ending::Void;
    }
    return chance < mRefused + mDuplicate + mVoid ? Ending::VoidAfterFiling : Ending::Closed;
}

CaseState CaseHistorian::pickState(const CaseDraft &draft,
                                   double age,
                                   double limit,
                                   RandomStream &random) const
{
    if (draft.level >= CaseLevel::Orange) { // somebody is at it
        return age > 0.3 ? CaseState::Handling : CaseState::AtUnit;
    }
    const auto fades = [age](double hours) { return std::exp(-age / hours); };
    const double handled = age < 0.5 ? 0.0 : 1.0 - fades(5.0);
    const std::array weights{0.60 * fades(6.0) + 0.035 * fades(60.0), // not yet filed
                             0.20 * fades(10.0) + 0.03 * fades(100.0),
                             0.14 * fades(14.0) + 0.03 * fades(150.0),
                             0.18 * fades(16.0) + 0.045 * fades(150.0), // not yet dispatched
                             0.16 * fades(12.0 + limit) + 0.035,
                             0.30 * fades(12.0 + 1.2 * limit) + 0.13, // handling
                             0.07 * handled,
                             0.15 * handled, // checking
                             0.045 * handled,
                             0.11 * handled};
    constexpr std::array kStates{CaseState::Registered,
                                 CaseState::Verifying,
                                 CaseState::PendingFiling,
                                 CaseState::Filed,
                                 CaseState::AtUnit,
                                 CaseState::Handling,
                                 CaseState::FedBack,
                                 CaseState::Checking,
                                 CaseState::Rework,
                                 CaseState::PendingClose};
    double sum = 0.0;
    for (const double weight : weights) {
        sum += weight;
    }
    double hit = random.uniform(0.0, sum);
    for (std::size_t i = 0; i < weights.size(); ++i) {
        hit -= weights[i];
        if (hit < 0.0) {
            return i == 0 ? firstState(draft.source) : kStates[i];
        }
    }
    return CaseState::Handling;
}

/** Where an open case stands, and whether it waited long before it was filed. */
void CaseHistorian::prepareOpen(Task &task, RandomStream &random) const
{
    const CaseDraft &draft = *task.draft;
    const double age = static_cast<double>((task.at - draft.at).count());
    task.target = pickState(draft, age / kHour, task.limit / kHour, random);
    const bool isHandled = task.target == CaseState::FedBack ||
                           task.target == CaseState::Checking ||
                           task.target == CaseState::PendingClose;
    const bool atUnit = task.target == CaseState::AtUnit || task.target == CaseState::Handling ||
                        task.target == CaseState::Rework;
    const double chance = random.uniform();
    if (isHandled) {
        task.inTime = chance < 0.76;
    }
    // What is older than its limit has often lain at the desks: it was filed a short while ago.
    const double patience = draft.level >= CaseLevel::Orange ? 1.0 : 0.6;
    if (atUnit && age > 0.9 * task.limit && chance < patience) {
        task.filedNotBefore =
            later(task.at, -task.limit * random.uniform(0.05, 0.9) - 10.0 * kMinute);
    } else if (isHandled && chance < 0.3) {
        task.filedNotBefore = later(task.at, -std::min(age, task.limit + 12.0 * kHour) * 0.9);
    }
}

void CaseHistorian::push(CaseAction action, CaseState to, double wait, bool working)
{
    Planned step;
    step.action = action;
    step.to = to;
    step.wait = wait;
    step.working = working;
    mPlan.push_back(step);
}

bool CaseHistorian::go(const Task &task, CaseAction action, CaseState to, double wait, bool working)
{
    push(action, to, wait, working);
    return task.ending != Ending::Open || to != task.target;
}

void CaseHistorian::plan(const Task &task, RandomStream &random)
{
    mPlan.clear();
    if (!planIntake(task, random)) {
        return;
    }
    if (task.ending == Ending::VoidAfterFiling) {
        push(CaseAction::Void, CaseState::Void, stage(Stage::Dispatch, random));
        return;
    }
    const bool goesOn = planUnit(task, random) && planCheck(task, random);
    if (goesOn && task.ending == Ending::Closed && random.chance(mReopened)) {
        push(CaseAction::Reopen, CaseState::Filed, random.logNormal(2.0 * kDay, 0.6));
        // A closed case goes through all of it again.
        static_cast<void>(planUnit(task, random) && planCheck(task, random));
    }
}

bool CaseHistorian::planIntake(const Task &task, RandomStream &random)
{
    const CaseDraft &draft = *task.draft;
    if (!go(task, CaseAction::Report, firstState(draft.source), 0.0)) {
        return false;
    }
    const ClassKey &key = mDrafter.standard(draft.standard).key;
    const bool mustVerify =
        (task.ending == Ending::Open &&
         (task.target == CaseState::Verifying || task.target == CaseState::PendingFiling)) ||
        mRules.book.ruleFor(key).verifySources.contains(toId(draft.source));
    const bool mayVerify = key.code != QStringView(kNoVerification);
    const double share = draft.source == CaseSource::Patrol ? kVerifyPatrol : kVerifyOthers;
    if (mustVerify || (random.chance(share) && mayVerify)) {
        if (!go(task, CaseAction::Verify, CaseState::Verifying, stage(Stage::Accept, random)) ||
            !go(task, CaseAction::Verify, CaseState::PendingFiling, stage(Stage::Verify, random))) {
            return false;
        }
    }
    const double wait = stage(Stage::File, random);
    if (task.ending == Ending::Refused || task.ending == Ending::Void) {
        const bool isRefused = task.ending == Ending::Refused;
        push(isRefused ? CaseAction::Refuse : CaseAction::Void,
             isRefused ? CaseState::Refused : CaseState::Void,
             wait);
        return false;
    }
    const bool returned = task.target == CaseState::Filed && random.chance(0.15);
    push(CaseAction::File, CaseState::Filed, wait);
    mPlan.back().notBefore = task.filedNotBefore;
    if (task.ending == Ending::Open && task.target == CaseState::Filed) {
        if (returned) {
            push(CaseAction::Dispatch, CaseState::AtUnit, stage(Stage::Dispatch, random));
            push(CaseAction::Return, CaseState::Filed, stage(Stage::AcceptUnit, random), true);
        }
        return false;
    }
    return true;
}

bool CaseHistorian::planUnit(const Task &task, RandomStream &random)
{
    bool other = false;
    if (random.chance(mReturn)) {
        push(CaseAction::Dispatch, CaseState::AtUnit, stage(Stage::Dispatch, random));
        push(CaseAction::Return, CaseState::Filed, stage(Stage::AcceptUnit, random), !task.urgent);
        other = true;
    }
    if (!go(task, CaseAction::Dispatch, CaseState::AtUnit, stage(Stage::Dispatch, random))) {
        return false;
    }
    double ratio = handlingRatio(random);
    if (task.inTime) {
        ratio = std::min(ratio, random.uniform(0.5, 0.97));
    }
    const double work = std::max(task.limit * ratio, kShortestWork);
    const bool ofStreet = unitOf(*task.draft, other).ofStreet;
    const double accept = std::min(stage(Stage::AcceptUnit, random), 0.6 * work);
    const double way = random.uniform();
    const bool assigns = ofStreet && way < 0.85;
    const bool accepts = ofStreet ? way > 0.6 : way < 0.8;
    const bool must = task.ending == Ending::Open && task.target == CaseState::Handling;
    if (accepts || (must && !assigns)) {
        if (!go(task, CaseAction::Accept, CaseState::Handling, accept)) {
            return false;
        }
    }
    if (assigns &&
        !go(task, CaseAction::Assign, CaseState::Handling, accepts ? 0.2 * accept : accept)) {
        return false;
    }
    push(CaseAction::Handle, CaseState::FedBack, work);
    mPlan.back().sinceDispatch = true;
    mPlan.back().counted = work / task.limit;
    return task.ending != Ending::Open || task.target != CaseState::FedBack;
}

bool CaseHistorian::planCheck(const Task &task, RandomStream &random)
{
    const bool isOpen = task.ending == Ending::Open;
    const bool toRework = isOpen && task.target == CaseState::Rework;
    const bool toChecking = isOpen && task.target == CaseState::Checking;
    if (toChecking || random.chance(kFeedback)) {
        if (!go(task,
                CaseAction::Feedback,
                CaseState::Checking,
                stage(Stage::Feedback, random),
                !task.urgent)) {
            return false;
        }
    }
    if (toRework || random.chance(mRework)) {
        if (!go(task, CaseAction::Rework, CaseState::Rework, stage(Stage::Check, random))) {
            return false;
        }
        const double again = 0.3 * task.limit * handlingRatio(random) + kShortestWork;
        push(CaseAction::Handle, CaseState::FedBack, again);
    }
    if (!go(task, CaseAction::Check, CaseState::PendingClose, stage(Stage::Check, random))) {
        return false;
    }
    return go(task, CaseAction::Close, CaseState::Closed, stage(Stage::Close, random));
}

/** Puts the plan into time. What would end too late is drawn together, all waits alike. */
void CaseHistorian::schedule(const Task &task, RandomStream &random)
{
    const Instant begin = task.draft->at;
    Instant now = begin;
    Instant dispatched = begin;
    for (Planned &step : mPlan) {
        if (step.sinceDispatch) {
            // A part of the limit in its own time: crews on working hours finish in working hours.
            const Limit limit = mDrafter.standard(task.draft->standard).limit();
            const double time =
                step.counted * static_cast<double>(mRules.calendar.length(limit).count());
            now = std::max(later(now, kShortestWork),
                           mRules.calendar.addCounted(
                               dispatched, milliseconds(static_cast<qint64>(time)), limit.unit));
        } else if (step.working) {
            now = afterWorkingTime(now, step.wait);
        } else {
            now = later(now, step.wait);
        }
        now = std::max(now, step.notBefore);
        step.at = now;
        dispatched = step.action == CaseAction::Dispatch ? now : dispatched;
    }
    if (now <= task.at) {
        return;
    }
    const double room = static_cast<double>((task.at - begin).count()) * random.uniform(0.7, 0.98);
    const double factor = room / static_cast<double>((now - begin).count());
    for (Planned &step : mPlan) {
        step.at = later(begin, static_cast<double>((step.at - begin).count()) * factor);
    }
}

const CaseHistorian::Unit &CaseHistorian::unitOf(const CaseDraft &draft, bool other) const
{
    return mCast.unitFor(draft.standard, draft.grid, other);
}

QString CaseHistorian::reporter(const CaseDraft &draft, RandomStream &random) const
{
    return draft.source == CaseSource::Patrol ? mCast.collectorOf(draft.grid)
                                              : oneOf(mCast.acceptors(), random);
}

CaseStep CaseHistorian::report(const CaseDraft &draft, RandomStream &random) const
{
    const Actor who = actor(reporter(draft, random));
    CaseStep step = reportStep(mDrafter.subjectOf(draft, random), who, mRules, draft.at);
    step.origin = u"simulation"_s;
    return step;
}

QString CaseHistorian::actorFor(const Planned &planned,
                                const CaseDraft &draft,
                                const Unit &unit,
                                const Cast &cast) const
{
    switch (planned.action) {
    case CaseAction::Verify:
        return planned.to == CaseState::Verifying ? cast.filer : cast.verifier;
    case CaseAction::Dispatch:
        return cast.dispatcher;
    case CaseAction::Assign:
        return mCast.streetUserOf(draft.grid);
    case CaseAction::Accept:
    case CaseAction::Return:
    case CaseAction::Handle:
    case CaseAction::Feedback:
        return unit.handler;
    case CaseAction::Check:
    case CaseAction::Rework:
        return cast.checker;
    default: // file, refuse, void, close, reopen
        return cast.filer;
    }
}

StepRequest CaseHistorian::requestFor(const Planned &planned,
                                      const CaseDraft &draft,
                                      const Unit &unit,
                                      RandomStream &random) const
{
    StepRequest request;
    request.action = planned.action;
    request.note = simulatedReason(planned.action, random);
    if (planned.action == CaseAction::File) {
        request.standards.append(mDrafter.standard(draft.standard));
        request.level = draft.level;
    } else if (planned.action == CaseAction::Dispatch) {
        request.target = unit.code;
    } else if (planned.action == CaseAction::Assign) {
        request.target = oneOf(unit.people, random);
    }
    return request;
}

/** Not urgent, not easy: the unit asks for time while it has some, the dispatcher grants it. */
void CaseHistorian::extend(CaseTelling &telling,
                           const Turns &turns,
                           const Actor &handler,
                           const Actor &dispatcher,
                           Instant until,
                           RandomStream &random) const
{
    const Case &subject = telling.record().subject;
    if (!turns.extends || telling.record().process.extensions > 0 || !subject.dueAt ||
        !subject.dispatchedAt || *subject.dueAt <= *subject.dispatchedAt) {
        return;
    }
    const double room = static_cast<double>((*subject.dueAt - *subject.dispatchedAt).count());
    const Instant asked = std::max(later(*subject.dispatchedAt, room * turns.askAfter),
                                   telling.record().process.lastAt.value_or(*subject.dispatchedAt));
    const Instant granted = later(asked, 0.1 * room);
    const bool waits = turns.requestsWait && asked < until;
    if (granted >= until && !waits) {
        return;
    }
    StepRequest request;
    request.action = CaseAction::Extend;
    request.note = u"材料未到，申请延期"_s;
    if (telling.take(request, handler, asked, random) && granted < until) {
        request.note = u"情况属实，同意延期"_s;
        static_cast<void>(telling.take(request, dispatcher, granted, random));
    }
}

/** What cannot be done now waits for its season or its budget (挂账). */
void CaseHistorian::suspend(CaseTelling &telling,
                            const Task &task,
                            const Actor &actor,
                            RandomStream &random) const
{
    const CaseRecord &record = telling.record();
    const Instant last = record.process.lastAt.value_or(task.at);
    const double age = static_cast<double>((task.at - last).count());
    if (record.subject.state != CaseState::Handling || age < kDay) {
        return;
    }
    StepRequest request;
    request.action = CaseAction::Suspend;
    request.note = u"需待专项资金到位后实施"_s;
    const Instant at = later(last, age * random.uniform(0.3, 0.9));
    request.until = later(task.at, random.uniform(2.0, 40.0) * kDay);
    static_cast<void>(telling.take(request, actor, at, random));
}

void CaseHistorian::supervise(CaseTelling &telling,
                              const Task &task,
                              const Actor &collector,
                              const Actor &checker,
                              const Actor &handler,
                              RandomStream &random) const
{
    // Of a stream of its own: what else happens in the district stays as it was.
    RandomStream own = random;
    const Case &subject = telling.record().subject;
    const Instant last = telling.record().process.lastAt.value_or(task.at);
    StepRequest request;
    if (isTaskState(subject.state, false) || isTaskState(subject.state, true)) {
        if (own.chance(kSent)) {
            request.action = CaseAction::Entrust;
            request.target = collector.identity();
            const Instant at = later(task.at, -own.uniform(2.0, 80.0) * kMinute); // this shift
            static_cast<void>(telling.take(request, checker, std::max(last, at), random));
        }
        return;
    }
    const bool isLate = subject.dueAt && *subject.dueAt < task.at && !subject.handledAt;
    if (!isLate || subject.suspendedUntil || !own.chance(kSupervised)) {
        return;
    }
    request.action = CaseAction::Supervise;
    request.note = u"已超期，请说明原因和完成时间"_s;
    const Instant at =
        later(std::max(last, *subject.dueAt),
              static_cast<double>((task.at - std::max(last, *subject.dueAt)).count()) *
                  own.uniform(0.1, 0.9));
    if (telling.take(request, actor(oneOf(mCast.supervisors(), own)), at, random) &&
        own.chance(kReplied)) {
        request.action = CaseAction::Answer;
        request.note = u"材料已到，三日内完成"_s;
        const Instant replied =
            later(at, static_cast<double>((task.at - at).count()) * own.uniform(0.1, 0.9));
        static_cast<void>(telling.take(request, handler, replied, random));
    }
}

void CaseHistorian::callBack(CaseTelling &telling,
                             const Task &task,
                             const Actor &actor,
                             RandomStream &random) const
{
    const Instant at =
        later(telling.record().process.lastAt.value_or(task.at), random.uniform(1.0, 30.0) * kHour);
    if (telling.record().subject.state != CaseState::Closed || at > task.at) {
        return;
    }
    StepRequest request;
    request.action = CaseAction::Callback;
    request.satisfied = random.chance(kSatisfied);
    request.note = *request.satisfied ? u"已回访，反映人满意"_s : u"已回访，反映人不满意"_s;
    static_cast<void>(telling.take(request, actor, at, random));
}

QList<CaseStep> CaseHistorian::tell(const Task &task, RandomStream &random) const
{
    const CaseDraft &draft = *task.draft;
    const Cast cast{oneOf(mCast.filers(), random),
                    oneOf(mCast.dispatchers(), random),
                    oneOf(random.chance(0.85) ? mCast.checkers() : mCast.supervisors(), random),
                    oneOf(mCast.checkers(), random)};
    const bool fromCitizen = draft.source == CaseSource::Hotline || draft.source == CaseSource::App;
    Turns turns{!task.urgent && random.chance(kExtended),
                random.uniform(0.5, 0.8),
                !task.urgent && draft.level <= CaseLevel::Yellow && random.chance(kSuspended),
                fromCitizen && random.chance(kCalledBack)};
    CaseTelling telling(mRules, mCast.sceneCast(draft.grid, cast.dispatcher), u"simulation"_s);
    const Actor who = actor(reporter(draft, random));
    telling.begin(mDrafter.subjectOf(draft, random), who, draft.at, random);
    bool returned = false;
    for (std::size_t i = 1; i < mPlan.size(); ++i) {
        const Planned &planned = mPlan[i];
        const Unit &unit = unitOf(draft, returned);
        if (planned.action == CaseAction::Handle) {
            extend(telling, turns, actor(unit.handler), actor(cast.dispatcher), planned.at, random);
        }
        if (!telling.take(requestFor(planned, draft, unit, random),
                          actor(actorFor(planned, draft, unit, cast)),
                          planned.at,
                          random)) {
            break;
        }
        returned = returned || planned.action == CaseAction::Return;
    }
    if (task.ending == Ending::Open) {
        const Unit &unit = unitOf(draft, returned);
        turns.requestsWait = true; // for the dispatcher of this moment
        extend(telling, turns, actor(unit.handler), actor(cast.dispatcher), task.at, random);
        if (turns.suspends) {
            suspend(telling, task, actor(cast.dispatcher), random);
        }
        supervise(telling,
                  task,
                  actor(mCast.collectorOf(draft.grid)),
                  actor(cast.verifier),
                  actor(unit.handler),
                  random);
    } else if (turns.callsBack) {
        callBack(telling, task, actor(oneOf(mCast.acceptors(), random)), random);
    }
    telling.pass(task.at, random);
    return telling.steps();
}

QList<CaseStep>
CaseHistorian::write(const CaseDraft &draft, bool open, Instant at, RandomStream &random)
{
    const FilingStandard &standard = mDrafter.standard(draft.standard);
    Task task;
    task.draft = &draft;
    task.at = at;
    task.limit = static_cast<double>(clockLimit(standard).count());
    task.urgent =
        standard.limitUnit == LimitUnit::UrgentHour || standard.limitUnit == LimitUnit::UrgentDay;
    if (open) {
        task.ending = Ending::Open;
        prepareOpen(task, random);
    } else {
        task.ending = pickEnding(static_cast<double>((at - draft.at).count()) / kHour, random);
    }
    plan(task, random);
    schedule(task, random);
    return tell(task, random);
}

} // namespace gridward
