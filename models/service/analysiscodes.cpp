// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/analysiscodes.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

template <typename Value>
using Ids = std::pair<Value, const char *>;

constexpr std::array<Ids<HeatRamp>, 4> kRamps{{{HeatRamp::Viridis, "viridis"},
                                               {HeatRamp::Magma, "magma"},
                                               {HeatRamp::Cividis, "cividis"},
                                               {HeatRamp::Greys, "greys"}}};
constexpr std::array<Ids<HeatClasses>, 4> kClasses{{{HeatClasses::Smooth, "smooth"},
                                                    {HeatClasses::EqualSteps, "equal"},
                                                    {HeatClasses::Quantiles, "quantiles"},
                                                    {HeatClasses::Natural, "natural"}}};
constexpr std::array<Ids<HeatCompare>, 3> kCompares{{{HeatCompare::Off, "off"},
                                                     {HeatCompare::Difference, "difference"},
                                                     {HeatCompare::Ratio, "ratio"}}};
constexpr std::array<Ids<HeatLayout>, 3> kLayouts{{{HeatLayout::One, "one"},
                                                   {HeatLayout::SideBySide, "side-by-side"},
                                                   {HeatLayout::Swipe, "swipe"}}};
constexpr std::array<Ids<Denominator>, 2> kDenominators{
    {{Denominator::Components, "components"}, {Denominator::Addresses, "addresses"}}};

template <typename Value, std::size_t n>
QString idOf(const std::array<Ids<Value>, n> &ids, Value value)
{
    const auto found = std::ranges::find(ids, value, &Ids<Value>::first);
    return found == ids.end() ? QString() : QString::fromLatin1(found->second);
}

template <typename Value, std::size_t n>
std::optional<Value> valueOf(const std::array<Ids<Value>, n> &ids, QStringView id)
{
    const auto found = std::ranges::find_if(
        ids, [&](const auto &one) { return id == QLatin1StringView(one.second); });
    return found == ids.end() ? std::nullopt : std::optional(found->first);
}

} // namespace

QString toId(HeatRamp ramp)
{
    return idOf(kRamps, ramp);
}

QString toId(HeatClasses classes)
{
    return idOf(kClasses, classes);
}

QString toId(HeatCompare compare)
{
    return idOf(kCompares, compare);
}

QString toId(HeatLayout layout)
{
    return idOf(kLayouts, layout);
}

QString toId(Denominator denominator)
{
    return idOf(kDenominators, denominator);
}

std::optional<HeatRamp> heatRampFromId(QStringView id)
{
    return valueOf(kRamps, id);
}

std::optional<HeatClasses> heatClassesFromId(QStringView id)
{
    return valueOf(kClasses, id);
}

std::optional<HeatCompare> heatCompareFromId(QStringView id)
{
    return valueOf(kCompares, id);
}

std::optional<HeatLayout> heatLayoutFromId(QStringView id)
{
    return valueOf(kLayouts, id);
}

std::optional<Denominator> denominatorFromId(QStringView id)
{
    return valueOf(kDenominators, id);
}

} // namespace gridward
