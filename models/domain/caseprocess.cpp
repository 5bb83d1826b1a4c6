// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/caseprocess.h"

#include "models/domain/lifecycle.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

using std::chrono::milliseconds;

StageClock &clockOf(CaseProcess &process, Stage stage)
{
    return process.clocks[static_cast<std::size_t>(stage)];
}

QString textOf(const QJsonObject &facts, const char *key)
{
    return facts.value(QLatin1String(key)).toString();
}

std::optional<Instant> timeOf(const QJsonObject &facts, const char *key)
{
    return instantFromIso(textOf(facts, key));
}

void addOnce(QStringList &list, const QString &entry)
{
    if (!entry.isEmpty() && !list.contains(entry)) {
        list.append(entry);
    }
}

/** Time that passed in the state before; the whole is the sum of its parts. */
void letPass(std::array<StageClock, kStageCount> &clocks,
             const Case &before,
             Instant from,
             Instant to)
{
    const std::optional<Stage> stage = stageOf(before.state);
    if (!stage) {
        return; // at the end nothing passes; whoever reopens the case says how long that was
    }
    // A suspension ends at its date, whenever that is written down.
    Instant runsFrom = from;
    if (before.state == CaseState::Suspended) {
        const Instant until = before.suspendedUntil.value_or(to);
        runsFrom = until < to ? std::max(from, until) : to;
    }
    for (const Stage counted : {*stage, Stage::Total}) {
        StageClock &clock = clocks[static_cast<std::size_t>(counted)];
        clock.paused += runsFrom - from;
        clock.running += to - runsFrom;
    }
}

/** What the facts say of the stage that ends and of the one that begins. */
void turnClocks(CaseProcess &process,
                const Case &before,
                const Case &after,
                const QJsonObject &facts)
{
    const std::optional<Stage> from = before.version == 0 ? std::nullopt : stageOf(before.state);
    const std::optional<Stage> to = stageOf(after.state);
    const QJsonValue left = facts.value(QLatin1String(fact::kLeft));
    if (from && left.isDouble()) {
        clockOf(process, *from).left = milliseconds(left.toInteger());
    }
    if (!to) {
        return;
    }
    StageClock &clock = clockOf(process, *to);
    if (const std::optional<Limit> limit = limitFromText(textOf(facts, fact::kLimit))) {
        clock.limit = limit;
        clock.left.reset();
        if (*to == Stage::Handle) {
            process.extensions = 0;
            process.rungs.clear();
            process.urgedTier.clear();
        }
    }
    const std::optional<Instant> &due = *to == Stage::Handle ? after.dueAt : after.stageDueAt;
    if (due) {
        clock.due = due;
    }
    if (const QString calendar = textOf(facts, fact::kCalendar); !calendar.isEmpty()) {
        process.calendar = calendar;
    }
}

void takeConditions(CaseProcess &process, const QJsonObject &facts)
{
    const QJsonValue list = facts.value(QLatin1String(fact::kConditions));
    if (!list.isArray()) {
        return;
    }
    process.conditions.clear();
    process.met.clear();
    for (const QJsonValue &entry : list.toArray()) {
        const std::optional<Limit> limit = limitFromText(entry[u"limit"].toString());
        process.conditions.append({entry[u"id"].toString(),
                                   entry[u"version"].toInt(1),
                                   entry[u"condition"].toString(),
                                   entry[u"closing"].toString(),
                                   entry[u"mandatory"].toBool(true),
                                   limit.value_or(Limit{})});
    }
}

void noteMet(CaseProcess &process, const QJsonObject &facts)
{
    for (const QJsonValue &entry : facts.value(QLatin1String(fact::kMet)).toArray()) {
        addOnce(process.met, entry.toString());
    }
}

CaseRequest::Kind requestOf(CaseAction action)
{
    switch (action) {
    case CaseAction::Extend:
        return CaseRequest::Kind::Extend;
    case CaseAction::Suspend:
        return CaseRequest::Kind::Suspend;
    default:
        return CaseRequest::Kind::Appeal;
    }
}

/** Asked, reviewed, granted or denied. */
void noteRequest(CaseProcess &process,
                 const CaseEvent &event,
                 const QJsonObject &facts,
                 const QString &who)
{
    const QString said = textOf(facts, fact::kRequest);
    const CaseRequest::Kind kind = requestOf(event.action);
    if (said == "asked"_L1) {
        process.request = {kind, 1, who, {}, event.at, timeOf(facts, fact::kUntil), event.note};
        process.appealed = process.appealed || kind == CaseRequest::Kind::Appeal;
    } else if (said == "reviewed"_L1) {
        process.request.answers = 2;
        process.request.reviewer = who;
    } else if (said == "granted"_L1 || said == "denied"_L1) {
        const bool granted = said == "granted"_L1;
        process.extensions += granted && kind == CaseRequest::Kind::Extend ? 1 : 0;
        process.suspensions += granted && kind == CaseRequest::Kind::Suspend ? 1 : 0;
        process.request = {};
    }
}

void noteScene(CaseProcess &process, const CaseEvent &event, const QJsonObject &facts)
{
    const QJsonValue person = facts.value(QLatin1String(fact::kScenePerson));
    if (person.isString() && !process.scene) {
        CaseScene scene{person.toString(), event.at, event.at, 30, false, std::nullopt};
        scene.minutes = facts.value(QLatin1String(fact::kSceneMinutes)).toInt(scene.minutes);
        process.scene = scene;
    } else if (person.isString()) {
        process.scene->person = person.toString();
        process.scene->since = event.at;
        process.scene->lastSeen = event.at;
        process.scene->missed = false;
    }
    if (!process.scene) {
        return;
    }
    if (event.action == CaseAction::Checkin) {
        process.scene->lastSeen = event.at;
        process.scene->missed = false;
    }
    if (facts.value(QLatin1String(fact::kMissed)).toBool()) {
        process.scene->missed = true;
    }
    if (facts.value(QLatin1String(fact::kReleased)).toBool()) {
        process.scene->released = event.at;
    }
}

void noteCall(CaseProcess &process, const CaseEvent &event, const QJsonObject &facts)
{
    const QString department = textOf(facts, fact::kDepartment);
    if (department.isEmpty()) {
        return;
    }
    if (event.action == CaseAction::Call) {
        process.calls.append({department, event.actor, event.at, std::nullopt, std::nullopt});
        return;
    }
    for (CaseCall &call : process.calls) {
        if (call.department != department || call.arrived) {
            continue;
        }
        if (!call.answered) { // whoever comes without a word has answered by coming
            call.answered = event.at;
        }
        if (event.action == CaseAction::Arrive) {
            call.arrived = event.at;
        }
        return;
    }
}

/** The axes: who handled it may not judge it (SEED-034). */
void noteWho(CaseProcess &process, const CaseEvent &event, const QString &who)
{
    switch (event.action) {
    case CaseAction::Dispatch:
    case CaseAction::Transfer:
        addOnce(process.dispatchers, who);
        break;
    case CaseAction::Accept:
    case CaseAction::Assign:
    case CaseAction::Handle:
    case CaseAction::Feedback:
        addOnce(process.handlers, who);
        break;
    case CaseAction::Check:
        addOnce(process.checkers, who);
        break;
    default:
        break;
    }
}

void noteUnits(CaseProcess &process,
               const CaseEvent &event,
               const Case &after,
               const QJsonObject &facts)
{
    if (!after.unit.isEmpty()) {
        process.lastUnit = after.unit;
    }
    if (event.action == CaseAction::Dispatch || event.action == CaseAction::Transfer) {
        process.assisting.clear();
        process.partsDone.clear();
        for (const QJsonValue &unit : facts.value(QLatin1String(fact::kAssisting)).toArray()) {
            addOnce(process.assisting, unit.toString());
        }
    }
    addOnce(process.partsDone, textOf(facts, fact::kPart));
}

void noteFamily(CaseProcess &process, const QJsonObject &facts)
{
    for (const QJsonValue &child : facts.value(QLatin1String(fact::kChildren)).toArray()) {
        addOnce(process.children, child.toString());
    }
    addOnce(process.duplicates, textOf(facts, fact::kMergedFrom));
    // Of one matter that is cut in two or put together, nobody judges the part of their own.
    for (const QJsonValue &worker : facts.value(QLatin1String(fact::kWorkers)).toArray()) {
        addOnce(process.handlers, worker.toString());
    }
    for (const QJsonValue &judge : facts.value(QLatin1String(fact::kJudges)).toArray()) {
        addOnce(process.checkers, judge.toString());
    }
}

void noteRungs(CaseProcess &process, const QJsonObject &facts)
{
    for (const QJsonValue &rung : facts.value(QLatin1String(fact::kRungs)).toArray()) {
        if (!process.rungs.contains(rung.toInt())) {
            process.rungs.append(rung.toInt());
        }
    }
    if (const QString tier = textOf(facts, fact::kTier); !tier.isEmpty()) {
        process.urgedTier = tier;
    }
}

/** One reply answers for all that was asked until then. */
void noteReply(CaseProcess &process,
               const CaseEvent &event,
               const QJsonObject &facts,
               const QString &who)
{
    if (!facts.value(QLatin1String(fact::kReplies)).toBool()) {
        return;
    }
    for (CaseSupervision &one : process.supervisions) {
        if (one.waits()) {
            one.replied = event.at;
            one.repliedBy = who;
            one.reply = event.note;
        }
    }
}

/** Who is sent where; what they were sent for ends with the state that it was for. */
void noteTask(CaseProcess &process,
              const CaseEvent &event,
              const Case &after,
              const QJsonObject &facts,
              const QString &who)
{
    const QString person = textOf(facts, fact::kTaskPerson);
    if (!person.isEmpty()) {
        process.task = CaseTask{after.state == CaseState::Verifying,
                                person,
                                who,
                                event.at,
                                timeOf(facts, fact::kTaskUntil).value_or(event.at),
                                event.sequence};
    } else if (process.task && !isTaskState(after.state, process.task->verifies)) {
        process.task.reset();
    }
}

/** Reopened: no stage has anything left, the next unit gets the whole limit. */
void beginAnew(CaseProcess &process, Instant closed, Instant reopened)
{
    for (StageClock &clock : process.clocks) {
        clock.left.reset();
    }
    clockOf(process, Stage::Total).paused += reopened - closed;
    process.lastUnit.clear();
}

void noteDeed(CaseProcess &process,
              const CaseEvent &event,
              const Case &before,
              const Case &after,
              const QJsonObject &facts)
{
    const QString who = identityOf(event, facts);
    noteWho(process, event, who);
    noteUnits(process, event, after, facts);
    noteFamily(process, facts);
    noteScene(process, event, facts);
    noteTask(process, event, after, facts, who);
    switch (event.action) {
    case CaseAction::Verify:
        process.verified = process.verified || before.state == CaseState::Verifying;
        break;
    case CaseAction::File:
        takeConditions(process, facts);
        break;
    case CaseAction::Check:
        noteMet(process, facts);
        break;
    case CaseAction::Rework:
        process.met.clear(); // it is looked at again
        process.partsDone.clear();
        break;
    case CaseAction::Reopen:
        ++process.reopenings;
        beginAnew(process, before.closedAt.value_or(event.at), event.at);
        process.met.clear();
        process.request = {};
        break;
    case CaseAction::Transfer:
        process.request = {};
        break;
    case CaseAction::Return:
    case CaseAction::Handle:
        if (before.state != after.state) {
            process.request = {}; // what the unit asked for is no longer asked
            process.lacksPicture = textOf(facts, fact::kLacks) == "picture"_L1;
        }
        break;
    case CaseAction::Extend:
    case CaseAction::Suspend:
    case CaseAction::Appeal:
        noteRequest(process, event, facts, who);
        break;
    case CaseAction::Urge:
        noteRungs(process, facts);
        break;
    case CaseAction::Supervise:
        process.supervised = true;
        if (const std::optional<Instant> until = timeOf(facts, fact::kReplyUntil)) {
            process.supervisions.append({who, event.at, until, event.note, {}, {}, {}});
        }
        break;
    case CaseAction::Call:
    case CaseAction::Answer:
    case CaseAction::Arrive:
        noteCall(process, event, facts);
        noteReply(process, event, facts, who);
        break;
    case CaseAction::Callback:
        if (facts.value(QLatin1String(fact::kReached)).toBool(true)) {
            process.calledBackAt = event.at;
        } else {
            ++process.missedCalls;
        }
        if (facts.contains(QLatin1String(fact::kSatisfied))) {
            process.satisfied = facts.value(QLatin1String(fact::kSatisfied)).toBool();
        }
        break;
    default:
        break;
    }
}

/**
 * As if the step before had not been taken. Only who had the case in hand stays so: the axes are
 * kept apart by what people did, not by what they took back.
 */
Result<CaseRecord> takenBack(CaseRecord record, const CaseEvent &event, const QJsonObject &facts)
{
    const QJsonObject told = facts.value(QLatin1String(fact::kProcess)).toObject();
    Result<CaseProcess> before =
        CaseProcess::fromJson(QJsonDocument(told).toJson(QJsonDocument::Compact));
    if (!before) {
        return before.error();
    }
    CaseProcess process = std::move(before).value();
    if (process.lastAt) {
        letPass(process.clocks, record.subject, *process.lastAt, event.at);
    }
    process.lastAt = event.at;
    process.rules = facts.contains(QLatin1String(fact::kRules))
                        ? facts.value(QLatin1String(fact::kRules)).toInt()
                        : record.process.rules;
    const auto keep = [](QStringList &list, const QStringList &people) {
        for (const QString &person : people) {
            addOnce(list, person);
        }
    };
    keep(process.dispatchers, record.process.dispatchers);
    keep(process.handlers, record.process.handlers);
    keep(process.checkers, record.process.checkers);
    record.process = std::move(process);
    return record;
}

} // namespace

QString identityOf(const CaseEvent &event, const QJsonObject &facts)
{
    const QString person = textOf(facts, fact::kBy);
    return person.isEmpty() ? event.actor : person;
}

std::optional<Instant> CaseProcess::replyDue() const
{
    std::optional<Instant> due;
    for (const CaseSupervision &one : supervisions) {
        if (one.waits()) {
            due = one.until;
        }
    }
    return due;
}

bool isTaskState(CaseState state, bool verifies)
{
    return verifies ? state == CaseState::Verifying
                    : state == CaseState::FedBack || state == CaseState::Checking;
}

Result<CaseRecord> applyRecord(CaseRecord before, const CaseEvent &event)
{
    const QJsonDocument document = QJsonDocument::fromJson(event.facts);
    if (!event.facts.isEmpty() && !document.isObject()) {
        return Error{ErrorCode::InvalidInput,
                     u"event %1: the facts are not a JSON object"_s.arg(event.sequence),
                     {}};
    }
    return applyRecord(std::move(before), event, document.object());
}

namespace {

/** Lists of cases have only the row, and must say what waits for a decision, a reply, a look. */
void tellRow(Case &row, const CaseProcess &process)
{
    row.request = process.request.kind;
    row.taskPerson = process.task ? process.task->person : QString();
    row.taskDueAt = process.task ? std::optional(process.task->until) : std::nullopt;
    row.replyDueAt = isOpen(row.state) ? process.replyDue() : std::nullopt;
    row.rung = process.rungs.isEmpty() ? 0 : std::ranges::max(process.rungs);
    row.rungTier = row.rung > 0 ? process.urgedTier : QString();
    row.calledBackAt = process.calledBackAt;
    row.lacksPicture = process.lacksPicture;
    row.hands = (process.dispatchers + process.handlers).join(u',');
}

Result<CaseRecord> follow(CaseRecord before, const CaseEvent &event, const QJsonObject &facts)
{
    Result<Case> after = apply(before.subject, event, facts);
    if (!after) {
        return after.error();
    }
    CaseRecord record{std::move(after).value(), std::move(before.process)};
    CaseProcess &process = record.process;
    // A history that came in one piece has no clocks of ours.
    if (event.action == CaseAction::Import) {
        return record;
    }
    if (event.action == CaseAction::Withdraw) {
        return takenBack(std::move(record), event, facts);
    }
    if (process.lastAt) {
        letPass(process.clocks, before.subject, *process.lastAt, event.at);
    } else {
        process.firstAt = event.at;
    }
    if (facts.contains(QLatin1String(fact::kRules))) {
        process.rules = facts.value(QLatin1String(fact::kRules)).toInt();
    }
    process.lastAt = event.at;
    turnClocks(process, before.subject, record.subject, facts);
    noteDeed(process, event, before.subject, record.subject, facts);
    return record;
}

} // namespace

Result<CaseRecord> applyRecord(CaseRecord before, const CaseEvent &event, const QJsonObject &facts)
{
    Result<CaseRecord> after = follow(std::move(before), event, facts);
    if (!after) {
        return after;
    }
    CaseRecord record = std::move(after).value();
    tellRow(record.subject, record.process);
    return record;
}

Result<CaseRecord> replayRecord(const CaseId &id, const QList<CaseEvent> &events)
{
    CaseRecord record;
    record.subject.id = id;
    for (const CaseEvent &event : events) {
        Result<CaseRecord> next = applyRecord(std::move(record), event);
        if (!next) {
            return next;
        }
        record = std::move(next).value();
    }
    return record;
}

std::array<StageClock, kStageCount> clocksAt(const CaseRecord &record, Instant at)
{
    std::array<StageClock, kStageCount> clocks = record.process.clocks;
    if (record.process.lastAt && at > *record.process.lastAt) {
        letPass(clocks, record.subject, *record.process.lastAt, at);
    }
    return clocks;
}

} // namespace gridward
