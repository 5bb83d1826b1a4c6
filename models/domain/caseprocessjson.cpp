// SPDX-License-Identifier: GPL-3.0-or-later
// How a store keeps what a case has been through.
#include "models/domain/caseprocess.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

using std::chrono::milliseconds;

/** Writes only what differs from the beginning: most cases have been through little. */
class Writer
{
public:
    void text(QLatin1StringView key, const QString &value)
    {
        if (!value.isEmpty()) {
            mObject.insert(key, value);
        }
    }
    void number(QLatin1StringView key, qint64 value)
    {
        if (value != 0) {
            mObject.insert(key, value);
        }
    }
    void flag(QLatin1StringView key, bool value)
    {
        if (value) {
            mObject.insert(key, true);
        }
    }
    void time(QLatin1StringView key, const std::optional<Instant> &value)
    {
        if (value) {
            mObject.insert(key, toIsoText(*value));
        }
    }
    void list(QLatin1StringView key, const QStringList &value)
    {
        if (!value.isEmpty()) {
            mObject.insert(key, QJsonArray::fromStringList(value));
        }
    }
    void value(QLatin1StringView key, const QJsonValue &value) { mObject.insert(key, value); }
    [[nodiscard]] const QJsonObject &object() const { return mObject; }

private:
    QJsonObject mObject;
};

QString textIn(const QJsonValue &object, QLatin1StringView key)
{
    return object[key].toString();
}

std::optional<Instant> timeIn(const QJsonValue &object, QLatin1StringView key)
{
    return instantFromIso(object[key].toString());
}

QStringList listIn(const QJsonValue &object, QLatin1StringView key)
{
    QStringList list;
    for (const QJsonValue &entry : object[key].toArray()) {
        list.append(entry.toString());
    }
    return list;
}

QJsonObject clockJson(const StageClock &clock)
{
    Writer writer;
    writer.number("running"_L1, clock.running.count());
    writer.number("paused"_L1, clock.paused.count());
    if (clock.limit) {
        writer.text("limit"_L1, toText(*clock.limit));
    }
    if (clock.left) {
        writer.value("left"_L1, static_cast<qint64>(clock.left->count()));
    }
    writer.time("due"_L1, clock.due);
    return writer.object();
}

StageClock clockFrom(const QJsonValue &json)
{
    StageClock clock;
    clock.running = milliseconds(json["running"_L1].toInteger());
    clock.paused = milliseconds(json["paused"_L1].toInteger());
    clock.limit = limitFromText(textIn(json, "limit"_L1));
    if (json["left"_L1].isDouble()) {
        clock.left = milliseconds(json["left"_L1].toInteger());
    }
    clock.due = timeIn(json, "due"_L1);
    return clock;
}

QJsonObject conditionJson(const AppliedCondition &condition)
{
    return {{u"id"_s, condition.id},
            {u"version"_s, condition.version},
            {u"condition"_s, condition.condition},
            {u"closing"_s, condition.closing},
            {u"mandatory"_s, condition.mandatory},
            {u"limit"_s, toText(condition.limit)}};
}

AppliedCondition conditionFrom(const QJsonValue &json)
{
    return {textIn(json, "id"_L1),
            json["version"_L1].toInt(1),
            textIn(json, "condition"_L1),
            textIn(json, "closing"_L1),
            json["mandatory"_L1].toBool(true),
            limitFromText(textIn(json, "limit"_L1)).value_or(Limit{})};
}

QJsonObject requestJson(const CaseRequest &request)
{
    Writer writer;
    writer.text("kind"_L1, toId(request.kind));
    writer.number("answers"_L1, request.answers);
    writer.text("by"_L1, request.by);
    writer.text("reviewer"_L1, request.reviewer);
    writer.time("at"_L1, request.at);
    writer.time("until"_L1, request.until);
    writer.text("reason"_L1, request.reason);
    return writer.object();
}

CaseRequest requestFrom(const QJsonValue &json)
{
    CaseRequest request;
    request.kind = requestKindFromId(textIn(json, "kind"_L1));
    request.answers = json["answers"_L1].toInt();
    request.by = textIn(json, "by"_L1);
    request.reviewer = textIn(json, "reviewer"_L1);
    request.at = timeIn(json, "at"_L1).value_or(Instant{});
    request.until = timeIn(json, "until"_L1);
    request.reason = textIn(json, "reason"_L1);
    return request;
}

QJsonObject sceneJson(const CaseScene &scene)
{
    Writer writer;
    writer.text("person"_L1, scene.person);
    writer.time("since"_L1, scene.since);
    writer.time("seen"_L1, scene.lastSeen);
    writer.number("minutes"_L1, scene.minutes);
    writer.flag("missed"_L1, scene.missed);
    writer.time("released"_L1, scene.released);
    return writer.object();
}

CaseScene sceneFrom(const QJsonValue &json)
{
    return {textIn(json, "person"_L1),
            timeIn(json, "since"_L1).value_or(Instant{}),
            timeIn(json, "seen"_L1).value_or(Instant{}),
            json["minutes"_L1].toInt(),
            json["missed"_L1].toBool(),
            timeIn(json, "released"_L1)};
}

QJsonObject callJson(const CaseCall &call)
{
    Writer writer;
    writer.text("department"_L1, call.department);
    writer.text("caller"_L1, call.caller);
    writer.time("called"_L1, call.called);
    writer.time("answered"_L1, call.answered);
    writer.time("arrived"_L1, call.arrived);
    return writer.object();
}

CaseCall callFrom(const QJsonValue &json)
{
    return {textIn(json, "department"_L1),
            textIn(json, "caller"_L1),
            timeIn(json, "called"_L1).value_or(Instant{}),
            timeIn(json, "answered"_L1),
            timeIn(json, "arrived"_L1)};
}

QJsonObject taskJson(const CaseTask &task)
{
    Writer writer;
    writer.flag("verifies"_L1, task.verifies);
    writer.text("person"_L1, task.person);
    writer.text("by"_L1, task.by);
    writer.time("at"_L1, task.at);
    writer.time("until"_L1, task.until);
    writer.number("event"_L1, task.event);
    return writer.object();
}

CaseTask taskFrom(const QJsonValue &json)
{
    return {json["verifies"_L1].toBool(),
            textIn(json, "person"_L1),
            textIn(json, "by"_L1),
            timeIn(json, "at"_L1).value_or(Instant{}),
            timeIn(json, "until"_L1).value_or(Instant{}),
            json["event"_L1].toInt()};
}

QJsonObject supervisionJson(const CaseSupervision &supervision)
{
    Writer writer;
    writer.text("by"_L1, supervision.by);
    writer.time("at"_L1, supervision.at);
    writer.time("until"_L1, supervision.until);
    writer.text("reason"_L1, supervision.reason);
    writer.time("replied"_L1, supervision.replied);
    writer.text("replied_by"_L1, supervision.repliedBy);
    writer.text("reply"_L1, supervision.reply);
    return writer.object();
}

CaseSupervision supervisionFrom(const QJsonValue &json)
{
    return {textIn(json, "by"_L1),
            timeIn(json, "at"_L1).value_or(Instant{}),
            timeIn(json, "until"_L1),
            textIn(json, "reason"_L1),
            timeIn(json, "replied"_L1),
            textIn(json, "replied_by"_L1),
            textIn(json, "reply"_L1)};
}

template <typename List, typename ToJson>
void putAll(Writer &writer, QLatin1StringView key, const List &list, ToJson toJson)
{
    QJsonArray array;
    for (const auto &entry : list) {
        array.append(toJson(entry));
    }
    if (!array.isEmpty()) {
        writer.value(key, array);
    }
}

} // namespace

QByteArray CaseProcess::toJson() const
{
    Writer writer;
    writer.number("rules"_L1, rules);
    writer.text("calendar"_L1, calendar);
    writer.time("first"_L1, firstAt);
    writer.time("last"_L1, lastAt);
    QJsonObject stages;
    for (std::size_t i = 0; i < kStageCount; ++i) {
        if (const QJsonObject clock = clockJson(clocks[i]); !clock.isEmpty()) {
            stages.insert(toId(static_cast<Stage>(i)), clock);
        }
    }
    if (!stages.isEmpty()) {
        writer.value("clocks"_L1, stages);
    }
    putAll(writer, "conditions"_L1, conditions, conditionJson);
    writer.list("met"_L1, met);
    writer.flag("verified"_L1, verified);
    writer.list("dispatchers"_L1, dispatchers);
    writer.list("handlers"_L1, handlers);
    writer.list("checkers"_L1, checkers);
    writer.text("last_unit"_L1, lastUnit);
    writer.number("extensions"_L1, extensions);
    writer.number("suspensions"_L1, suspensions);
    writer.number("reopenings"_L1, reopenings);
    if (request.kind != CaseRequest::Kind::None) {
        writer.value("request"_L1, requestJson(request));
    }
    writer.flag("appealed"_L1, appealed);
    writer.list("assisting"_L1, assisting);
    writer.list("parts_done"_L1, partsDone);
    writer.list("children"_L1, children);
    writer.list("duplicates"_L1, duplicates);
    putAll(writer, "rungs"_L1, rungs, [](int rung) { return rung; });
    writer.flag("supervised"_L1, supervised);
    if (scene) {
        writer.value("scene"_L1, sceneJson(*scene));
    }
    putAll(writer, "calls"_L1, calls, callJson);
    if (satisfied) {
        writer.value("satisfied"_L1, *satisfied);
    }
    writer.time("called_back"_L1, calledBackAt);
    writer.number("missed_calls"_L1, missedCalls);
    if (task) {
        writer.value("task"_L1, taskJson(*task));
    }
    putAll(writer, "supervisions"_L1, supervisions, supervisionJson);
    writer.text("urged"_L1, urgedTier);
    writer.flag("lacks_picture"_L1, lacksPicture);
    return writer.object().isEmpty()
               ? QByteArray()
               : QJsonDocument(writer.object()).toJson(QJsonDocument::Compact);
}

Result<CaseProcess> CaseProcess::fromJson(const QByteArray &json)
{
    CaseProcess process;
    if (json.isEmpty()) {
        return process;
    }
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject()) {
        return Error{ErrorCode::InvalidInput, u"the process of a case is not a JSON object"_s, {}};
    }
    const QJsonValue object(document.object());
    process.rules = object["rules"_L1].toInt();
    process.calendar = textIn(object, "calendar"_L1);
    process.firstAt = timeIn(object, "first"_L1);
    process.lastAt = timeIn(object, "last"_L1);
    for (std::size_t i = 0; i < kStageCount; ++i) {
        process.clocks[i] = clockFrom(object["clocks"_L1][toId(static_cast<Stage>(i))]);
    }
    for (const QJsonValue &entry : object["conditions"_L1].toArray()) {
        process.conditions.append(conditionFrom(entry));
    }
    process.met = listIn(object, "met"_L1);
    process.verified = object["verified"_L1].toBool();
    process.dispatchers = listIn(object, "dispatchers"_L1);
    process.handlers = listIn(object, "handlers"_L1);
    process.checkers = listIn(object, "checkers"_L1);
    process.lastUnit = textIn(object, "last_unit"_L1);
    process.extensions = object["extensions"_L1].toInt();
    process.suspensions = object["suspensions"_L1].toInt();
    process.reopenings = object["reopenings"_L1].toInt();
    if (object["request"_L1].isObject()) {
        process.request = requestFrom(object["request"_L1]);
    }
    process.appealed = object["appealed"_L1].toBool();
    process.assisting = listIn(object, "assisting"_L1);
    process.partsDone = listIn(object, "parts_done"_L1);
    process.children = listIn(object, "children"_L1);
    process.duplicates = listIn(object, "duplicates"_L1);
    for (const QJsonValue &rung : object["rungs"_L1].toArray()) {
        process.rungs.append(rung.toInt());
    }
    process.supervised = object["supervised"_L1].toBool();
    if (object["scene"_L1].isObject()) {
        process.scene = sceneFrom(object["scene"_L1]);
    }
    for (const QJsonValue &call : object["calls"_L1].toArray()) {
        process.calls.append(callFrom(call));
    }
    if (object["satisfied"_L1].isBool()) {
        process.satisfied = object["satisfied"_L1].toBool();
    }
    process.calledBackAt = timeIn(object, "called_back"_L1);
    process.missedCalls = object["missed_calls"_L1].toInt();
    if (object["task"_L1].isObject()) {
        process.task = taskFrom(object["task"_L1]);
    }
    for (const QJsonValue &one : object["supervisions"_L1].toArray()) {
        process.supervisions.append(supervisionFrom(one));
    }
    process.urgedTier = textIn(object, "urged"_L1);
    process.lacksPicture = object["lacks_picture"_L1].toBool();
    return process;
}

} // namespace gridward
