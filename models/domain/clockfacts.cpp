// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/clockfacts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

/** Takes facts one by one; remembers the first that does not fit. */
class Reader
{
public:
    explicit Reader(const QJsonObject &facts)
        : mFacts(facts)
    {
    }

    [[nodiscard]] QJsonValue value(const char *key) const
    {
        return mFacts.value(QLatin1String(key));
    }
    [[nodiscard]] QString text(const char *key) const { return value(key).toString(); }
    Told<QString> told(const char *key)
    {
        const QJsonValue given = value(key);
        if (given.isUndefined()) {
            return {};
        }
        if (!given.isString()) {
            wrongKey = QString::fromLatin1(key);
        }
        return {true, given.toString()};
    }
    Told<Instant> time(const char *key)
    {
        const QJsonValue given = value(key);
        if (given.isUndefined()) {
            return {};
        }
        Told<Instant> result{true, instantFromIso(given.toString())};
        if (!given.isNull() && !result.value) {
            wrongKey = QString::fromLatin1(key);
        }
        return result;
    }

    QString wrongKey;

private:
    const QJsonObject &mFacts;
};

QList<AppliedCondition> conditionsIn(const QJsonArray &list)
{
    QList<AppliedCondition> conditions;
    for (const auto &entry : list) {
        const QJsonObject one = entry.toObject();
        AppliedCondition condition;
        condition.id = one.value("id"_L1).toString();
        condition.version = one.value("version"_L1).toInt(1);
        condition.condition = one.value("condition"_L1).toString();
        condition.closing = one.value("closing"_L1).toString();
        condition.mandatory = one.value("mandatory"_L1).toBool(true);
        condition.limit = limitFromText(one.value("limit"_L1).toString()).value_or(Limit{});
        conditions.append(condition);
    }
    return conditions;
}

Error wrong(const QString &message)
{
    return Error{ErrorCode::InvalidInput, message, {}};
}

} // namespace

Result<ClockFacts> clockFactsOf(const CaseEvent &event)
{
    ClockFacts facts;
    if (event.facts.isEmpty()) {
        return facts;
    }
    const QJsonDocument document = QJsonDocument::fromJson(event.facts);
    if (!document.isObject()) {
        return wrong(u"event %1: the facts are not a JSON object"_s.arg(event.sequence));
    }
    const QJsonObject object = document.object();
    Reader reader(object);
    if (const QJsonValue rules = reader.value(fact::kRules); rules.isDouble()) {
        facts.rules = rules.toInt();
    }
    facts.calendar = reader.text(fact::kCalendar);
    facts.limit = limitFromText(reader.text(fact::kLimit));
    if (const QJsonValue left = reader.value(fact::kLeft); left.isDouble()) {
        facts.left = std::chrono::milliseconds(left.toInteger());
    }
    facts.handlingDue = reader.time(fact::kDueAt);
    facts.stageDue = reader.time(fact::kStageDueAt);
    facts.suspendedUntil = reader.time(fact::kSuspendedUntil);
    facts.unit = reader.told(fact::kUnit);
    facts.bundle = reader.told(fact::kBundle);
    facts.number = reader.told(fact::kNumber).value;
    if (const QJsonValue exempt = reader.value(fact::kExempt); exempt.isBool()) {
        facts.exempt = exempt.toBool();
    }
    facts.follows = reader.text(fact::kFollows);
    facts.request = reader.text(fact::kRequest);
    if (const QJsonValue conditions = reader.value(fact::kConditions); conditions.isArray()) {
        facts.conditions = conditionsIn(conditions.toArray());
    }
    if (!reader.wrongKey.isEmpty()) {
        return wrong(u"event %1: the fact “%2” has a value that does not fit"_s.arg(event.sequence)
                         .arg(reader.wrongKey));
    }
    return facts;
}

} // namespace gridward
