// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/casejson.h"

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
                     {u"external_id"_s, textOrNull(subject.externalId)}};
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

QJsonArray clocksOf(const Case &subject, Instant now)
{
    const auto clock = [&](const QString &name,
                           const std::optional<Instant> &start,
                           const std::optional<Instant> &end,
                           const std::optional<Instant> &due) {
        QJsonObject json{{u"clock"_s, name},
                         {u"started_at"_s, timeOrNull(start)},
                         {u"ended_at"_s, timeOrNull(end)},
                         {u"due_at"_s, timeOrNull(due)},
                         {u"overdue"_s, due && end.value_or(now) > *due}};
        if (start) {
            const auto seconds =
                std::chrono::duration_cast<std::chrono::seconds>(end.value_or(now) - *start);
            json.insert(u"seconds"_s, static_cast<qint64>(seconds.count()));
        }
        return json;
    };
    const std::optional<Instant> stopped = isOpen(subject.state) ? std::nullopt : subject.closedAt;
    QJsonArray clocks{clock(u"total"_s, subject.reportedAt, stopped, {})};
    if (subject.reportedAt && subject.externalId.isEmpty()) {
        clocks.append(clock(u"filing"_s, subject.reportedAt, subject.filedAt, {}));
    }
    if (subject.filedAt) {
        clocks.append(clock(u"dispatch"_s, subject.filedAt, subject.dispatchedAt, {}));
    }
    if (subject.dispatchedAt || subject.dueAt) {
        clocks.append(clock(u"handling"_s,
                            subject.dispatchedAt ? subject.dispatchedAt : subject.reportedAt,
                            subject.handledAt ? subject.handledAt : stopped,
                            subject.dueAt));
    }
    if (subject.handledAt) {
        clocks.append(clock(u"check"_s, subject.handledAt, subject.checkedAt, {}));
    }
    return clocks;
}

} // namespace gridward
