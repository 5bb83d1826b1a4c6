// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/simulation/casetelling.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr double kMinute = 60'000.0;
constexpr double kHour = 60.0 * kMinute;
constexpr double kCalled = 0.6; ///< share of urgent cases to which a department is called

std::chrono::milliseconds between(double least, double most, RandomStream &random)
{
    return std::chrono::milliseconds(static_cast<qint64>(random.uniform(least, most)));
}

} // namespace

CaseTelling::CaseTelling(const Rules &rules, SceneCast cast, QString origin)
    : mRules(rules)
    , mCast(std::move(cast))
    , mOrigin(std::move(origin))
{
}

void CaseTelling::begin(const Case &subject,
                        const Actor &reporter,
                        Instant at,
                        RandomStream &random)
{
    if (follow(reportStep(subject, reporter, mRules, at)) && mRecord.process.scene) {
        drawScene(at, random);
    }
}

void CaseTelling::drawScene(Instant at, RandomStream &random)
{
    mEarly = between(2.0 * kMinute, 9.0 * kMinute, random);
    mWay = between(4.0 * kMinute, 18.0 * kMinute, random);
    mReleaseAt = at + between(1.2 * kHour, 3.5 * kHour, random);
    if (random.chance(kCalled)) {
        mCallAt = at + between(3.0 * kMinute, 15.0 * kMinute, random);
        mAnswerAt = *mCallAt + between(1.0 * kMinute, 8.0 * kMinute, random);
        mArriveAt = *mAnswerAt + between(8.0 * kMinute, 35.0 * kMinute, random);
    }
}

void CaseTelling::resume(const CaseRecord &record, RandomStream &random)
{
    mRecord = record;
    mSteps.clear();
    mCallAt = mAnswerAt = mArriveAt = std::nullopt;
    const std::optional<CaseScene> &scene = record.process.scene;
    if (!scene) {
        return;
    }
    drawScene(scene->since, random);
    if (record.subject.level == CaseLevel::Red) {
        mReleaseAt = Instant::max(); // with its closing
    }
    for (const CaseCall &call : record.process.calls) {
        mCallAt.reset();
        if (call.answered) {
            mAnswerAt.reset();
        }
        if (call.arrived) {
            mAnswerAt.reset();
            mArriveAt.reset();
        }
    }
}

bool CaseTelling::follow(CaseStep step)
{
    step.origin = mOrigin;
    CaseEvent event;
    event.sequence = mRecord.subject.version + 1;
    event.action = step.action;
    event.at = step.at;
    event.actor = step.actor;
    event.origin = step.origin;
    event.to = step.to;
    event.note = step.note;
    if (mRecord.subject.version > 0) {
        event.from = mRecord.subject.state;
    }
    Result<CaseRecord> after = applyRecord(mRecord, event, step.facts);
    if (!after) {
        return false;
    }
    mRecord = std::move(after).value();
    mSteps.append(std::move(step));
    return true;
}

bool CaseTelling::decideOne(const StepRequest &request, const Actor &actor, Instant at)
{
    std::variant<CaseStep, Refused> decision = decide(mRecord, request, actor, mRules, at);
    CaseStep *step = std::get_if<CaseStep>(&decision);
    return step != nullptr && follow(std::move(*step));
}

bool CaseTelling::take(StepRequest request, const Actor &actor, Instant at, RandomStream &random)
{
    pass(at, random);
    // Nobody closes a case whose scene is held: it is released first.
    if (request.action == CaseAction::Close && mRecord.process.sceneIsHeld()) {
        StepRequest release;
        release.action = CaseAction::Release;
        release.note = u"现场已恢复正常"_s;
        static_cast<void>(decideOne(release, mCast.supervisor, at));
    }
    request.hasEvidence = true;
    return decideOne(request, actor, at);
}

std::optional<Instant> CaseTelling::nextAtScene() const
{
    if (!mRecord.process.sceneIsHeld() || !mRecord.subject.sceneDueAt) {
        return std::nullopt;
    }
    Instant next = mRecord.process.scene->person.isEmpty()
                       ? *mRecord.subject.sceneDueAt + mWay
                       : std::min(*mRecord.subject.sceneDueAt - mEarly, mReleaseAt);
    for (const std::optional<Instant> &moment : {mCallAt, mAnswerAt, mArriveAt}) {
        next = moment ? std::min(next, *moment) : next;
    }
    return std::max(next, mRecord.process.lastAt.value_or(next));
}

std::optional<Instant> CaseTelling::nextMoment() const
{
    const std::optional<Instant> scene = nextAtScene();
    const std::optional<Instant> &own = mRecord.subject.nextAt;
    return scene && own ? std::min(scene, own) : scene ? scene : own;
}

bool CaseTelling::actAtScene(Instant at, RandomStream &random)
{
    StepRequest request;
    bool isCall = true;
    const auto isDue = [at](std::optional<Instant> &moment) {
        return moment && *moment <= at && (moment.reset(), true);
    };
    Actor who = mCast.called;
    if (isDue(mCallAt)) {
        request.action = CaseAction::Call;
        request.target = mCast.called.organisation;
        who = mCast.dispatcher;
    } else if (isDue(mAnswerAt)) {
        request.action = CaseAction::Answer;
    } else if (isDue(mArriveAt)) {
        request.action = CaseAction::Arrive;
    } else if (mRecord.process.scene->person.isEmpty()) {
        request.action = CaseAction::Handover;
        request.target = mCast.collector.identity();
        mReleaseAt = std::max(mReleaseAt, at + between(0.5 * kHour, 2.0 * kHour, random));
        who = mCast.dispatcher;
        isCall = false;
    } else if (at >= mReleaseAt && mRecord.subject.level != CaseLevel::Red) {
        request.action = CaseAction::Release;
        request.note = u"现场已稳定"_s;
        who = mCast.supervisor;
        isCall = false;
    } else {
        request.action = CaseAction::Checkin;
        mReleaseAt = at >= mReleaseAt ? at + between(1.0 * kHour, 3.0 * kHour, random) : mReleaseAt;
        mEarly = between(2.0 * kMinute, 9.0 * kMinute, random);
        who = mCast.collector;
        isCall = false;
    }
    return decideOne(request, who, at) || isCall;
}

void CaseTelling::pass(Instant until, RandomStream &random)
{
    for (;;) {
        const std::optional<Instant> &own = mRecord.subject.nextAt;
        const std::optional<Instant> scene = nextAtScene();
        const bool sceneFirst = scene && (!own || *scene <= *own);
        const std::optional<Instant> next = sceneFirst ? scene : own;
        if (!next || *next > until) {
            return;
        }
        // What had run out while others had the case is due at once when the unit has it again.
        const Instant moment = std::max(*next, mRecord.process.lastAt.value_or(*next));
        bool isDone = false;
        if (sceneFirst) {
            isDone = actAtScene(moment, random);
        } else if (std::optional<CaseStep> step = dueStep(mRecord, mRules, moment)) {
            isDone = follow(std::move(*step));
        }
        if (!isDone) {
            return; // nothing comes of it: no reason to wait for it again
        }
    }
}

} // namespace gridward
