// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/analysisquestion.h"

#include "models/domain/idtable.h"
#include "models/service/analysiscodes.h"

#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

const auto kFrom = u"from"_s;
const auto kTo = u"to"_s;
const auto kAt = u"at"_s;
const auto kKind = u"kind"_s;
const auto kClass = u"class"_s;
const auto kStreet = u"street"_s;
const auto kLevel = u"level"_s;
const auto kSource = u"source"_s;
const auto kLate = u"late"_s;
const auto kOpenOnly = u"open-only"_s;

constexpr std::array kSteps{
    IdOf{TimeStep::Day, "day"}, IdOf{TimeStep::Week, "week"}, IdOf{TimeStep::Month, "month"}};

template <typename Value>
QJsonValue idOrNull(const std::optional<Value> &value)
{
    return value ? QJsonValue(toId(*value)) : QJsonValue();
}

/** False if there is a value that the reader does not know; none is none. */
template <typename Value, typename Reader>
bool read(const QJsonValue &json, std::optional<Value> &value, const Reader &reader)
{
    value = json.isString() ? reader(json.toString()) : std::nullopt;
    return json.isNull() || value.has_value();
}

bool read(const QJsonValue &json, Instant &moment)
{
    const std::optional<Instant> known = instantFromIso(json.toString());
    moment = known.value_or(Instant{});
    return known.has_value();
}

QJsonObject casesToJson(const CasePlaceQuery &cases)
{
    return {{kFrom, toIsoText(cases.from)},
            {kTo, toIsoText(cases.to)},
            {kAt, toIsoText(cases.at)},
            {kKind, idOrNull(cases.kind)},
            {kClass, cases.classCode},
            {kStreet, cases.street},
            {kLevel, idOrNull(cases.level)},
            {kSource, idOrNull(cases.source)},
            {kLate, cases.late ? QJsonValue(*cases.late) : QJsonValue()},
            {kOpenOnly, cases.openOnly}};
}

bool readCases(const QJsonObject &json, CasePlaceQuery &cases)
{
    const QJsonValue late = json.value(kLate);
    if (late.isBool()) {
        cases.late = late.toBool();
    }
    cases.classCode = json.value(kClass).toString();
    cases.street = json.value(kStreet).toString();
    cases.openOnly = json.value(kOpenOnly).toBool();
    return read(json.value(kFrom), cases.from) && read(json.value(kTo), cases.to) &&
           read(json.value(kAt), cases.at) && cases.from < cases.to &&
           read(json.value(kKind), cases.kind, caseKindFromId) &&
           read(json.value(kLevel), cases.level, caseLevelFromId) &&
           read(json.value(kSource), cases.source, caseSourceFromId) &&
           (late.isBool() || late.isNull()) && json.value(kOpenOnly).isBool() &&
           json.value(kClass).isString() && json.value(kStreet).isString();
}

QJsonArray hoursToJson(const HourChoice &hours)
{
    QJsonArray chosen;
    for (int hour = 0; hour < kHoursOfWeek; ++hour) {
        if (hours.test(static_cast<std::size_t>(hour))) {
            chosen.append(hour);
        }
    }
    return chosen;
}

bool readHours(const QJsonValue &json, HourChoice &hours)
{
    const QJsonArray chosen = json.toArray();
    for (const QJsonValue &one : chosen) {
        const int hour = one.toInt(-1);
        if (hour < 0 || hour >= kHoursOfWeek) {
            return false;
        }
        hours.set(static_cast<std::size_t>(hour));
    }
    return json.isArray();
}

QJsonObject lookToJson(const HeatOrder &order)
{
    return {{u"ramp"_s, toId(order.ramp)},
            {u"classes"_s, toId(order.classes)},
            {u"compare"_s, toId(order.compare)},
            {u"layout"_s, toId(order.layout)}};
}

bool readOrder(const QJsonObject &json, HeatOrder &order)
{
    const QJsonObject look = json.value(u"look"_s).toObject();
    const std::optional<HeatRecipe> recipe = heatRecipeOf(json.value(u"recipe"_s).toObject());
    const std::optional<HeatRamp> ramp = heatRampFromId(look.value(u"ramp"_s).toString());
    const std::optional<HeatClasses> classes =
        heatClassesFromId(look.value(u"classes"_s).toString());
    const std::optional<HeatCompare> compare =
        heatCompareFromId(look.value(u"compare"_s).toString());
    const std::optional<HeatLayout> layout = heatLayoutFromId(look.value(u"layout"_s).toString());
    if (!recipe || !ramp || !classes || !compare || !layout) {
        return false;
    }
    order = {*recipe, *ramp, *classes, *compare, *layout};
    return true;
}

QJsonObject otherToJson(const AnalysisQuestion &question)
{
    if (!question.other) {
        return {};
    }
    return {{u"with"_s, question.with},
            {kFrom, toIsoText(question.other->from)},
            {kTo, toIsoText(question.other->to)}};
}

bool readOther(const QJsonValue &json, AnalysisQuestion &question)
{
    const QJsonObject other = json.toObject();
    if (other.isEmpty()) {
        return json.isObject();
    }
    TimeSpan span;
    question.with = other.value(u"with"_s).toString();
    if (question.with.isEmpty() || !read(other.value(kFrom), span.from) ||
        !read(other.value(kTo), span.to) || span.from >= span.to) {
        return false;
    }
    question.other = span;
    return true;
}

QJsonObject stepsToJson(const AnalysisQuestion &question)
{
    return question.step ? QJsonObject{{u"step"_s, idIn(kSteps, *question.step)},
                                       {u"shown"_s, question.stepShown}}
                         : QJsonObject();
}

bool readSteps(const QJsonValue &json, AnalysisQuestion &question)
{
    const QJsonObject steps = json.toObject();
    if (steps.isEmpty()) {
        return json.isObject();
    }
    question.step = valueIn(kSteps, steps.value(u"step"_s).toString());
    question.stepShown = steps.value(u"shown"_s).toInt(-1);
    return question.step && question.stepShown >= 0;
}

} // namespace

QJsonObject toJson(const AnalysisQuestion &question)
{
    return {{u"cases"_s, casesToJson(question.cases)},
            {u"period"_s, question.period},
            {u"hours"_s, hoursToJson(question.hours)},
            {u"recipe"_s, toJson(question.order.recipe)},
            {u"denominator"_s, idOrNull(question.order.per)},
            {u"look"_s, lookToJson(question.order)},
            {u"other"_s, otherToJson(question)},
            {u"steps"_s, stepsToJson(question)}};
}

std::optional<AnalysisQuestion> analysisQuestionOf(const QJsonObject &json)
{
    AnalysisQuestion question;
    question.period = json.value(u"period"_s).toString();
    const bool isWhole =
        readCases(json.value(u"cases"_s).toObject(), question.cases) &&
        readHours(json.value(u"hours"_s), question.hours) && readOrder(json, question.order) &&
        read(json.value(u"denominator"_s), question.order.per, denominatorFromId) &&
        readOther(json.value(u"other"_s), question) && readSteps(json.value(u"steps"_s), question);
    // What is made of two periods, or against something, has to have it.
    const bool isSound =
        (question.order.compare == HeatCompare::Off && question.order.layout == HeatLayout::One) ==
            !question.other &&
        (question.order.recipe.unit == HeatUnit::PerTenThousand) == question.order.per.has_value();
    return isWhole && isSound ? std::optional(question) : std::nullopt;
}

} // namespace gridward
