// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/heatrecipe.h"

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr std::array kRules{BandwidthRule::ByHand,
                            BandwidthRule::Scott,
                            BandwidthRule::Silverman,
                            BandwidthRule::Likelihood,
                            BandwidthRule::Adaptive};
constexpr std::array kUnits{
    HeatUnit::PerSquareKilometre, HeatUnit::PerSquareKilometreAndMonth, HeatUnit::PerTenThousand};

const auto kKernel = u"kernel"_s;
const auto kRule = u"bandwidth-rule"_s;
const auto kBandwidth = u"bandwidth-metres"_s;
const auto kCell = u"cell-metres"_s;
const auto kEdge = u"edge-corrected"_s;
const auto kUnit = u"unit"_s;
const auto kHalfLife = u"half-life-days"_s;
const auto kLeast = u"least-denominator"_s;

template <typename Value, typename List>
std::optional<Value> byCode(const List &list, const QString &code)
{
    const auto found =
        std::ranges::find_if(list, [&](Value value) { return codeOf(value) == code; });
    return found == list.end() ? std::nullopt : std::optional<Value>(*found);
}

} // namespace

QString codeOf(BandwidthRule rule)
{
    switch (rule) {
    case BandwidthRule::ByHand:
        return u"by-hand"_s;
    case BandwidthRule::Scott:
        return u"scott"_s;
    case BandwidthRule::Silverman:
        return u"silverman"_s;
    case BandwidthRule::Likelihood:
        return u"likelihood"_s;
    case BandwidthRule::Adaptive:
        break;
    }
    return u"adaptive"_s;
}

std::optional<BandwidthRule> bandwidthRuleOf(const QString &code)
{
    return byCode<BandwidthRule>(kRules, code);
}

QString codeOf(HeatUnit unit)
{
    switch (unit) {
    case HeatUnit::PerSquareKilometre:
        return u"per-km2"_s;
    case HeatUnit::PerSquareKilometreAndMonth:
        return u"per-km2-month"_s;
    case HeatUnit::PerTenThousand:
        break;
    }
    return u"per-10000"_s;
}

std::optional<HeatUnit> heatUnitOf(const QString &code)
{
    return byCode<HeatUnit>(kUnits, code);
}

QJsonObject toJson(const HeatRecipe &recipe)
{
    return {{kKernel, codeOf(recipe.shape)},
            {kRule, codeOf(recipe.rule)},
            {kBandwidth, recipe.bandwidth},
            {kCell, recipe.cell},
            {kEdge, recipe.isEdgeCorrected},
            {kUnit, codeOf(recipe.unit)},
            {kHalfLife, recipe.halfLifeDays},
            {kLeast, recipe.leastDenominator}};
}

std::optional<HeatRecipe> heatRecipeOf(const QJsonObject &json)
{
    const std::optional<KernelShape> shape = kernelShapeOf(json.value(kKernel).toString());
    const std::optional<BandwidthRule> rule = bandwidthRuleOf(json.value(kRule).toString());
    const std::optional<HeatUnit> unit = heatUnitOf(json.value(kUnit).toString());
    if (!shape || !rule || !unit || !json.value(kEdge).isBool()) {
        return std::nullopt;
    }
    HeatRecipe recipe;
    recipe.shape = *shape;
    recipe.rule = *rule;
    recipe.unit = *unit;
    recipe.isEdgeCorrected = json.value(kEdge).toBool();
    recipe.bandwidth = json.value(kBandwidth).toDouble(-1.0);
    recipe.cell = json.value(kCell).toDouble(-1.0);
    recipe.halfLifeDays = json.value(kHalfLife).toDouble(-1.0);
    recipe.leastDenominator = json.value(kLeast).toDouble(-1.0);
    return isValid(recipe) ? std::optional(recipe) : std::nullopt;
}

bool isValid(const HeatRecipe &recipe)
{
    const auto isLength = [](double metres) { return std::isfinite(metres) && metres > 0.0; };
    const auto isCount = [](double count) { return std::isfinite(count) && count >= 0.0; };
    return isLength(recipe.bandwidth) && isLength(recipe.cell) && isCount(recipe.halfLifeDays) &&
           isCount(recipe.leastDenominator);
}

} // namespace gridward
