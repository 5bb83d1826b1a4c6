// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/analysiscodes.h"

#include "models/domain/idtable.h"

#include <array>

namespace gridward {

namespace {

constexpr std::array kRamps{IdOf{HeatRamp::Viridis, "viridis"},
                            IdOf{HeatRamp::Magma, "magma"},
                            IdOf{HeatRamp::Cividis, "cividis"},
                            IdOf{HeatRamp::Greys, "greys"}};
constexpr std::array kClasses{IdOf{HeatClasses::Smooth, "smooth"},
                              IdOf{HeatClasses::EqualSteps, "equal"},
                              IdOf{HeatClasses::Quantiles, "quantiles"},
                              IdOf{HeatClasses::Natural, "natural"}};
constexpr std::array kCompares{IdOf{HeatCompare::Off, "off"},
                               IdOf{HeatCompare::Difference, "difference"},
                               IdOf{HeatCompare::Ratio, "ratio"}};
constexpr std::array kLayouts{IdOf{HeatLayout::One, "one"},
                              IdOf{HeatLayout::SideBySide, "side-by-side"},
                              IdOf{HeatLayout::Swipe, "swipe"}};
constexpr std::array kDenominators{IdOf{Denominator::Residents, "residents"},
                                   IdOf{Denominator::Households, "households"},
                                   IdOf{Denominator::Components, "components"},
                                   IdOf{Denominator::Addresses, "addresses"}};

} // namespace

QString toId(HeatRamp ramp)
{
    return idIn(kRamps, ramp);
}

QString toId(HeatClasses classes)
{
    return idIn(kClasses, classes);
}

QString toId(HeatCompare compare)
{
    return idIn(kCompares, compare);
}

QString toId(HeatLayout layout)
{
    return idIn(kLayouts, layout);
}

QString toId(Denominator denominator)
{
    return idIn(kDenominators, denominator);
}

std::optional<HeatRamp> heatRampFromId(QStringView id)
{
    return valueIn(kRamps, id);
}

std::optional<HeatClasses> heatClassesFromId(QStringView id)
{
    return valueIn(kClasses, id);
}

std::optional<HeatCompare> heatCompareFromId(QStringView id)
{
    return valueIn(kCompares, id);
}

std::optional<HeatLayout> heatLayoutFromId(QStringView id)
{
    return valueIn(kLayouts, id);
}

std::optional<Denominator> denominatorFromId(QStringView id)
{
    return valueIn(kDenominators, id);
}

} // namespace gridward
