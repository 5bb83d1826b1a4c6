// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/casejson.h"

#include "models/domain/lifecycle.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

QJsonValue timeOrNull(const std::optional<Instant> &time)
{
    return time ? QJsonValue(toIsoText(*time)) : QJsonValue();
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

} // namespace

QJsonObject toJson(const Case &subject, Instant now)
{
    QJsonObject json{{u"id"_s, subject.id.toText()},
                     {u"number"_s, subject.number},
                     {u"version"_s, subject.version},
                     {u"state"_s, toId(subject.state)},
                     {u"open"_s, isOpen(subject.state)},
                     {u"overdue"_s, isOverdue(subject, now)},
                     {u"scheme"_s, subject.classKey.scheme},
                     {u"kind"_s, toId(subject.classKey.kind)},
                     {u"class"_s, subject.classKey.code},
                     {u"level"_s, toId(subject.level)},
                     {u"source"_s, toId(subject.source)},
                     {u"text"_s, subject.text},
                     {u"address"_s, textOrNull(subject.address)},
                     {u"lon"_s, QJsonValue()},
                     {u"lat"_s, QJsonValue()},
                     {u"grid"_s, textOrNull(subject.grid)},
                     {u"community"_s, textOrNull(subject.community)},
                     {u"street"_s, textOrNull(subject.street)},
                     {u"component"_s, textOrNull(subject.component)},
                     {u"unit"_s, textOrNull(subject.unit)},
                     {u"person"_s, textOrNull(subject.person)},
                     {u"standard"_s, textOrNull(subject.standard)},
                     {u"reported_at"_s, timeOrNull(subject.reportedAt)},
                     {u"filed_at"_s, timeOrNull(subject.filedAt)},
                     {u"dispatched_at"_s, timeOrNull(subject.dispatchedAt)},
                     {u"due_at"_s, timeOrNull(subject.dueAt)},
                     {u"handled_at"_s, timeOrNull(subject.handledAt)},
                     {u"checked_at"_s, timeOrNull(subject.checkedAt)},
                     {u"closed_at"_s, timeOrNull(subject.closedAt)},
                     {u"external_source"_s, textOrNull(subject.externalSource)},
                     {u"external_id"_s, textOrNull(subject.externalId)},
                     {u"stage_due_at"_s, timeOrNull(subject.stageDueAt)},
                     {u"suspended_until"_s, timeOrNull(subject.suspendedUntil)},
                     {u"overdue_at"_s, timeOrNull(subject.overdueAt)},
                     {u"exempt"_s, subject.exempt},
                     {u"scene_due_at"_s, timeOrNull(subject.sceneDueAt)},
                     {u"parent"_s, textOrNull(subject.parent)},
                     {u"merged_into"_s, textOrNull(subject.mergedInto)},
                     {u"bundle"_s, textOrNull(subject.bundle)},
                     {u"request"_s, textOrNull(toId(subject.request))},
                     {u"task_person"_s, textOrNull(subject.taskPerson)},
                     {u"task_due_at"_s, timeOrNull(subject.taskDueAt)},
                     {u"reply_due_at"_s, timeOrNull(subject.replyDueAt)},
                     {u"rung"_s, subject.rung},
                     {u"rung_tier"_s, textOrNull(subject.rungTier)},
                     {u"next_at"_s, timeOrNull(subject.nextAt)},
                     {u"stepped_at"_s, timeOrNull(subject.steppedAt)},
                     {u"called_back_at"_s, timeOrNull(subject.calledBackAt)},
                     {u"lacks_picture"_s, subject.lacksPicture}};
    if (subject.place) {
        json.insert(u"lon"_s, subject.place->longitude);
        json.insert(u"lat"_s, subject.place->latitude);
    }
    return json;
}

QJsonObject toJson(const CaseEvent &event)
{
    const QJsonDocument facts = QJsonDocument::fromJson(event.facts);
    return {{u"sequence"_s, event.sequence},
            {u"action"_s, toId(event.action)},
            {u"at"_s, toIsoText(event.at)},
            {u"actor"_s, event.actor},
            {u"origin"_s, event.origin},
            {u"from"_s, event.from ? QJsonValue(toId(*event.from)) : QJsonValue()},
            {u"to"_s, toId(event.to)},
            {u"note"_s, event.note},
            {u"facts"_s, facts.object()},
            {u"facts_text"_s, QString::fromUtf8(event.facts)},
            {u"hash"_s, QString::fromLatin1(event.hash.toHex())}};
}

QJsonArray clocksOf(const CaseRecord &record, Instant now)
{
    const Case &subject = record.subject;
    const auto seconds = [](std::chrono::milliseconds time) {
        return static_cast<qint64>(std::chrono::floor<std::chrono::seconds>(time).count());
    };
    QJsonArray clocks;
    const std::array<StageClock, kStageCount> stages = clocksAt(record, now);
    for (std::size_t i = 0; i < kStageCount; ++i) {
        const Stage stage = static_cast<Stage>(i);
        const StageClock &clock = stages[i];
        const bool runs =
            stageOf(subject.state) == stage || (stage == Stage::Total && isOpen(subject.state));
        const auto none = std::chrono::milliseconds::zero();
        if (!runs && clock.running == none && clock.paused == none && !clock.limit) {
            continue;
        }
        clocks.append(
            QJsonObject{{u"clock"_s, toId(stage)},
                        {u"running"_s, runs && subject.state != CaseState::Suspended},
                        {u"seconds"_s, seconds(clock.running)},
                        {u"paused_seconds"_s, seconds(clock.paused)},
                        {u"limit"_s, clock.limit ? QJsonValue(toText(*clock.limit)) : QJsonValue()},
                        {u"due_at"_s, timeOrNull(clock.due)},
                        {u"overdue"_s,
                         stage == Stage::Handle ? isOverdue(subject, now)
                                                : runs && clock.due && now > *clock.due}});
    }
    return clocks;
}

QJsonObject
caseShowJson(const CaseRecord &record, const QList<CaseEvent> &events, Instant now, bool simulated)
{
    QJsonObject object = toJson(record.subject, now);
    QJsonArray log;
    for (const CaseEvent &event : events) {
        log.append(toJson(event));
    }
    object.insert(u"events"_s, log);
    object.insert(u"clocks"_s, clocksOf(record, now));
    object.insert(u"process"_s, processJson(record.process));
    object.insert(u"simulated"_s, simulated);
    return object;
}

QJsonObject processJson(const CaseProcess &process)
{
    return QJsonDocument::fromJson(process.toJson()).object();
}

} // namespace gridward
