// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/leadermatter.h"

#include "models/domain/lifecycle.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

LeaderMatter::Ask
askOfRed(const Case &subject, const std::optional<LeaderFacts> &facts, Instant now)
{
    if (subject.unit.isEmpty()) {
        return LeaderMatter::Ask::Dispatch;
    }
    if (isOverdue(subject, now)) {
        return LeaderMatter::Ask::TakeOver;
    }
    const bool isSilent =
        facts && facts->scene && (facts->scene->missed || facts->scene->person.isEmpty());
    // The moment itself tells, before the program has written that somebody missed it.
    const bool isLate = subject.sceneDueAt && now > *subject.sceneDueAt;
    return isSilent || isLate ? LeaderMatter::Ask::Scene : LeaderMatter::Ask::Follow;
}

/** Suspended with approval: until that ends nothing runs, and nobody is late. */
bool isAtRest(const Case &subject, Instant now)
{
    return subject.state == CaseState::Suspended &&
           (!subject.suspendedUntil || now < *subject.suspendedUntil);
}

} // namespace

const QString &leaderTier()
{
    static const QString tier = u"leader"_s;
    return tier;
}

LeaderFacts leaderFacts(const CaseRecord &record, const QList<CaseEvent> &events)
{
    const CaseProcess &process = record.process;
    LeaderFacts facts;
    facts.id = record.subject.id;
    facts.version = record.subject.version;
    facts.isSupervised = process.supervised;
    if (process.sceneIsHeld()) {
        facts.scene = process.scene;
    }
    for (const CaseCall &call : process.calls) {
        if (!call.answered && !call.arrived) {
            facts.waiting.append(call);
        }
    }
    // Of each rung the last time that it was logged: a limit that began anew came to it again.
    QHash<int, Instant> reached;
    for (const CaseEvent &event : events) {
        if (event.action != CaseAction::Urge || !event.facts.contains(fact::kTier)) {
            continue;
        }
        const QJsonObject told = QJsonDocument::fromJson(event.facts).object();
        if (told.value(QLatin1String(fact::kTier)).toString() != leaderTier()) {
            continue;
        }
        for (const QJsonValue &rung : told.value(QLatin1String(fact::kRungs)).toArray()) {
            // Rungs of a limit that is over are not among those of the process any more.
            if (process.rungs.contains(rung.toInt())) {
                reached.insert(rung.toInt(), event.at);
            }
        }
    }
    for (auto rung = reached.cbegin(); rung != reached.cend(); ++rung) {
        if (!facts.escalation) {
            facts.escalation = Escalation{rung.key(), rung.value()};
        }
        facts.escalation->percent = std::max(facts.escalation->percent, rung.key());
        facts.escalation->since = std::min(facts.escalation->since, rung.value());
    }
    return facts;
}

QList<LeaderMatter>
leaderMatters(const Case &subject, const std::optional<LeaderFacts> &facts, Instant now)
{
    if (!isOpen(subject.state)) {
        return {};
    }
    QList<LeaderMatter> matters;
    if (subject.level == CaseLevel::Red) {
        matters.append({LeaderMatter::Kind::Red,
                        askOfRed(subject, facts, now),
                        subject,
                        subject.reportedAt.value_or(now),
                        0,
                        {}});
    }
    if (isAtRest(subject, now)) {
        return matters;
    }
    // What was handed in waits for others than those who were late with it.
    if (facts && facts->escalation && stageOf(subject.state) == Stage::Handle) {
        matters.append(
            {LeaderMatter::Kind::Escalation,
             facts->isSupervised ? LeaderMatter::Ask::Reply : LeaderMatter::Ask::Answerer,
             subject,
             facts->escalation->since,
             facts->escalation->percent,
             {}});
    }
    if (facts) {
        for (const CaseCall &call : facts->waiting) {
            matters.append({LeaderMatter::Kind::Whistle,
                            LeaderMatter::Ask::Department,
                            subject,
                            call.called,
                            0,
                            call.department});
        }
    }
    return matters;
}

bool comesBefore(const LeaderMatter &one, const LeaderMatter &other)
{
    const auto key = [](const LeaderMatter &matter) {
        // What was escalated long ago was decided on, or was left: what is new must not be behind
        // it.
        const auto since = matter.since.time_since_epoch().count();
        return std::tuple(matter.kind,
                          -static_cast<int>(matter.subject.level),
                          matter.kind == LeaderMatter::Kind::Escalation ? -since : since,
                          matter.subject.number,
                          matter.department);
    };
    return key(one) < key(other);
}

} // namespace gridward
