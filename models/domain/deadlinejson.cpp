// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/deadline.h"

#include <QJsonArray>

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

QJsonValue limitOrNull(const std::optional<Limit> &limit)
{
    return limit ? QJsonValue(toText(*limit)) : QJsonValue();
}

QJsonValue stageOrNull(const std::optional<Stage> &stage)
{
    return stage ? QJsonValue(toId(*stage)) : QJsonValue();
}

/** Whole seconds without a fraction; nothing of a millisecond is lost. */
QJsonValue seconds(std::chrono::milliseconds time)
{
    constexpr qint64 kSecond = 1000;
    const qint64 count = time.count();
    return count % kSecond == 0 ? QJsonValue(count / kSecond)
                                : QJsonValue(static_cast<double>(count) / kSecond);
}

QJsonValue secondsOrNull(const std::optional<std::chrono::milliseconds> &time)
{
    return time ? seconds(*time) : QJsonValue();
}

QJsonObject objectOf(const AppliedCondition &condition)
{
    return {{u"id"_s, condition.id},
            {u"version"_s, condition.version},
            {u"condition"_s, condition.condition},
            {u"closing"_s, condition.closing},
            {u"mandatory"_s, condition.mandatory},
            {u"limit"_s, toText(condition.limit)}};
}

QJsonObject objectOf(const Stretch &stretch)
{
    return {{u"kind"_s, toId(stretch.kind)},
            {u"stage"_s, stageOrNull(stretch.stage)},
            {u"from"_s, toIsoText(stretch.from)},
            {u"to"_s, toIsoText(stretch.to)},
            {u"seconds"_s, seconds(stretch.length())},
            {u"event"_s, stretch.event},
            {u"unit"_s, textOrNull(stretch.unit)},
            {u"name"_s, textOrNull(stretch.name)}};
}

QJsonObject objectOf(const DeadlineChange &change)
{
    return {{u"kind"_s, toId(change.kind)},
            {u"stage"_s, toId(change.stage)},
            {u"event"_s, change.event},
            {u"at"_s, toIsoText(change.at)},
            {u"limit"_s, limitOrNull(change.limit)},
            {u"left_seconds"_s, secondsOrNull(change.left)},
            {u"due_at"_s, timeOrNull(change.due)},
            {u"calendar"_s, textOrNull(change.calendar)},
            {u"note"_s, textOrNull(change.note)}};
}

QJsonObject objectOf(const StageAccount &account)
{
    return {{u"stage"_s, toId(account.stage)},
            {u"limit"_s, limitOrNull(account.limit)},
            {u"running_seconds"_s, seconds(account.running)},
            {u"paused_seconds"_s, seconds(account.paused)},
            {u"counted_seconds"_s, seconds(account.counted)},
            {u"due_at"_s, timeOrNull(account.due)},
            {u"left_seconds"_s, secondsOrNull(account.left)},
            {u"running"_s, account.isRunning}};
}

template <typename T>
QJsonArray arrayOf(const QList<T> &entries)
{
    QJsonArray array;
    for (const T &entry : entries) {
        array.append(objectOf(entry));
    }
    return array;
}

} // namespace

QJsonObject toJson(const DeadlineExplanation &explanation)
{
    const QJsonObject calendar{{u"key"_s, textOrNull(explanation.calendar)},
                               {u"name"_s, textOrNull(explanation.calendarName)},
                               {u"last_known_year"_s, explanation.lastKnownYear},
                               {u"beyond"_s, explanation.beyondCalendar}};
    return {{u"number"_s, explanation.number},
            {u"at"_s, toIsoText(explanation.at)},
            {u"version"_s, explanation.version},
            {u"state"_s, toId(explanation.state)},
            {u"stage"_s, stageOrNull(explanation.stage)},
            {u"due_at"_s, timeOrNull(explanation.due)},
            {u"handling_due_at"_s, timeOrNull(explanation.handlingDue)},
            {u"left_seconds"_s, secondsOrNull(explanation.left)},
            {u"overdue"_s, explanation.overdue},
            {u"overdue_since"_s, timeOrNull(explanation.overdueSince)},
            {u"exempt"_s, explanation.exempt},
            {u"rules"_s, explanation.rules},
            {u"calendar"_s, calendar},
            {u"conditions"_s, arrayOf(explanation.conditions)},
            {u"extensions"_s, explanation.extensions},
            {u"stretches"_s, arrayOf(explanation.stretches)},
            {u"changes"_s, arrayOf(explanation.changes)},
            {u"accounts"_s, arrayOf(explanation.accounts)},
            {u"disagreements"_s, QJsonArray::fromStringList(explanation.disagreements)}};
}

} // namespace gridward
