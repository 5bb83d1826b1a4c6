// SPDX-License-Identifier: GPL-3.0-or-later
// Steps that nobody decides on: registration, and what the program does by itself.
#include "models/domain/caseclocks.h"
#include "models/domain/caserules.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

CaseStep ownStep(CaseAction action, CaseState to, Instant at)
{
    CaseStep step;
    step.action = action;
    step.at = at;
    step.actor = programAccount();
    step.to = to;
    return step;
}

CaseStep resumption(const CaseRecord &record, const Rules &rules)
{
    // It resumes at its date, whenever the program gets to write it down.
    const Instant at =
        std::max(*record.subject.suspendedUntil, record.process.lastAt.value_or(Instant{}));
    CaseStep step = ownStep(CaseAction::Resume, CaseState::Handling, at);
    step.facts.insert(QLatin1String(fact::kSuspendedUntil), QJsonValue());
    ClockTurn turn;
    turn.to = step.to;
    turnClocks(step.facts, record, turn, rules.book, rules.calendar, at);
    addNextMoment(step, record, rules);
    return step;
}

/** The rungs that were reached by now and not yet logged; the highest one says who is told. */
std::optional<CaseStep> urging(const CaseRecord &record, const Rules &rules, Instant now)
{
    QJsonArray rungs;
    QString tier;
    for (const UrgeRung &rung : rules.book.ladder) {
        if (record.process.rungs.contains(rung.percent)) {
            continue;
        }
        const std::optional<Instant> moment = rungMoment(record, rung.percent, rules.calendar);
        if (!moment || *moment > now) {
            break;
        }
        rungs.append(rung.percent);
        tier = rung.tier;
    }
    if (rungs.isEmpty()) {
        return std::nullopt;
    }
    CaseStep step = ownStep(CaseAction::Urge, record.subject.state, now);
    step.facts.insert(QLatin1String(fact::kRungs), rungs);
    step.facts.insert(QLatin1String(fact::kTier), tier);
    addNextMoment(step, record, rules);
    return step;
}

} // namespace

void addNextMoment(CaseStep &step, const CaseRecord &before, const Rules &rules)
{
    CaseEvent event;
    event.sequence = before.subject.version + 1;
    event.action = step.action;
    event.at = step.at;
    event.actor = step.actor;
    event.to = step.to;
    event.note = step.note;
    if (before.subject.version > 0) {
        event.from = before.subject.state;
    }
    const Result<CaseRecord> after = applyRecord(before, event, step.facts);
    if (!after) {
        return; // the store will say why
    }
    const std::optional<Instant> next = nextMoment(after.value(), rules.book, rules.calendar);
    if (next != before.subject.nextAt) {
        step.facts.insert(QLatin1String(fact::kNextAt),
                          next ? QJsonValue(toIsoText(*next)) : QJsonValue());
    }
}

std::optional<Refused>
mayReport(const Case &subject, const Actor &actor, bool hasEvidence, const Rules &rules)
{
    if (!mayDo(actor.role, CaseAction::Report)) {
        return Refused{StepRefusal::LacksRight, {}};
    }
    const ClassRule rule = rules.book.ruleFor(subject.classKey);
    if (rule.evidenceFor.contains(toId(CaseAction::Report)) && !hasEvidence) {
        return Refused{StepRefusal::NoEvidence, {}};
    }
    return std::nullopt;
}

CaseStep reportStep(const Case &subject, const Actor &actor, const Rules &rules, Instant now)
{
    CaseStep step;
    step.action = CaseAction::Report;
    step.at = now;
    step.actor = actor.user;
    step.to = firstState(subject.source);
    step.facts = factsOf(subject);
    step.facts.insert(QLatin1String(fact::kRules), rules.book.version);
    if (!actor.person.isEmpty() && actor.person != actor.user) {
        step.facts.insert(QLatin1String(fact::kBy), actor.person);
    }
    const std::optional<LevelRule> rule = rules.book.levelFor(subject.classKey, {});
    if (rule && rule->level == subject.level) {
        step.facts.insert(
            QLatin1String(fact::kLevelRule),
            QJsonObject{{u"id"_s, rule->id}, {u"tier"_s, rule->tier}, {u"route"_s, rule->route}});
    }
    if (subject.level >= CaseLevel::Orange) {
        // Whoever reports from the street stays there; a caller is nobody's staff.
        const QString person = subject.source == CaseSource::Patrol ? actor.identity() : QString();
        step.facts.insert(QLatin1String(fact::kScenePerson), person);
        step.facts.insert(QLatin1String(fact::kSceneMinutes),
                          static_cast<int>(rules.book.sceneInterval.count()));
        step.facts.insert(QLatin1String(fact::kSceneDueAt),
                          toIsoText(person.isEmpty() ? now : now + rules.book.sceneInterval));
    }
    CaseRecord nothing;
    nothing.subject.id = subject.id;
    ClockTurn turn;
    turn.to = step.to;
    turnClocks(step.facts, nothing, turn, rules.book, rules.calendar, now);
    addNextMoment(step, nothing, rules);
    return step;
}

std::optional<CaseStep> dueStep(const CaseRecord &record, const Rules &rules, Instant now)
{
    const Case &subject = record.subject;
    if (!isOpen(subject.state)) {
        return std::nullopt;
    }
    if (subject.state == CaseState::Suspended && subject.suspendedUntil &&
        *subject.suspendedUntil <= now) {
        return resumption(record, rules);
    }
    if (record.process.sceneIsHeld() && !record.process.scene->missed && subject.sceneDueAt &&
        *subject.sceneDueAt <= now) {
        CaseStep step = ownStep(CaseAction::Urge, subject.state, now);
        step.facts.insert(QLatin1String(fact::kMissed), true);
        step.facts.insert(QLatin1String(fact::kTier), u"supervisor"_s);
        addNextMoment(step, record, rules);
        return step;
    }
    const bool isUrged = subject.level <= CaseLevel::Yellow &&
                         stageOf(subject.state) == Stage::Handle &&
                         subject.state != CaseState::Suspended;
    return isUrged ? urging(record, rules, now) : std::nullopt;
}

} // namespace gridward
