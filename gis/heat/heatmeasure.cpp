// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/heat/heatmeasure.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HeatFile)
};

/** As many decimals as a length deserves. */
QString metres(double value)
{
    const QLocale numbers(QLocale::English);
    const bool isWhole = value >= 100.0 || value == std::floor(value);
    return numbers.toString(value, 'f', isWhole ? 0 : 1);
}

QString kernelWords(KernelShape shape)
{
    switch (shape) {
    case KernelShape::Uniform:
        return Words::tr("Uniform kernel");
    case KernelShape::Triangular:
        return Words::tr("Triangular kernel");
    case KernelShape::Epanechnikov:
        return Words::tr("Epanechnikov kernel");
    case KernelShape::Quartic:
        return Words::tr("Quartic kernel");
    case KernelShape::Triweight:
        return Words::tr("Triweight kernel");
    case KernelShape::Gaussian:
        return Words::tr("Gaussian kernel");
    }
    return {};
}

QString ruleWords(const HeatRecipe &recipe)
{
    switch (recipe.rule) {
    case BandwidthRule::ByHand:
        return {};
    case BandwidthRule::Scott:
        return Words::tr("by Scott's rule");
    case BandwidthRule::Silverman:
        return Words::tr("by Silverman's rule");
    case BandwidthRule::Likelihood:
        return Words::tr("by likelihood cross-validation");
    case BandwidthRule::Adaptive:
        return Words::tr("adaptive after Abramson");
    }
    return {};
}

} // namespace

QString methodWords(const HeatRecipe &recipe, double bandwidth, double cellMetres)
{
    const QString length = metres(bandwidth);
    const QString cell = metres(cellMetres);
    const QString shape = kernelWords(recipe.shape);
    const QString line =
        recipe.shape == KernelShape::Gaussian
            ? Words::tr("%1, standard deviation %2 m, cells of %3 m").arg(shape, length, cell)
            : Words::tr("%1, radius %2 m, cells of %3 m").arg(shape, length, cell);
    const QString rule = ruleWords(recipe);
    return rule.isEmpty() ? line : Words::tr("%1 (%2)", "kernel, rule").arg(line, rule);
}

QString tenThousandOf(const std::optional<Denominator> &per)
{
    if (!per) {
        return Words::tr("10,000");
    }
    switch (*per) {
    case Denominator::Residents:
        return Words::tr("10,000 residents");
    case Denominator::Households:
        return Words::tr("10,000 households");
    case Denominator::Components:
        return Words::tr("10,000 components");
    case Denominator::Addresses:
        return Words::tr("10,000 addresses");
    }
    return {};
}

QString measureWords(HeatUnit unit, HeatCompare compare, const std::optional<Denominator> &per)
{
    if (compare == HeatCompare::Ratio) {
        return Words::tr("Times as many cases as in the other period");
    }
    const bool isLess = compare == HeatCompare::Difference;
    switch (unit) {
    case HeatUnit::PerSquareKilometre:
        return isLess ? Words::tr("Cases per km² more or fewer")
                      : Words::tr("Density: cases per km²");
    case HeatUnit::PerSquareKilometreAndMonth:
        return isLess ? Words::tr("Cases per km² and month more or fewer")
                      : Words::tr("Density: cases per km² and month");
    case HeatUnit::PerTenThousand:
        return (isLess ? Words::tr("Cases per %1 more or fewer", "10,000 residents")
                       : Words::tr("Rate: cases per %1", "10,000 residents"))
            .arg(tenThousandOf(per));
    }
    return {};
}

QString gdalUnit(HeatUnit unit)
{
    return unit == HeatUnit::PerSquareKilometre           ? u"cases/km2"_s
           : unit == HeatUnit::PerSquareKilometreAndMonth ? u"cases/km2/month"_s
                                                          : u"cases/10000"_s;
}

QString gdalUnit(const HeatFacts &facts)
{
    return facts.compare == HeatCompare::Ratio ? u"ratio"_s : gdalUnit(facts.recipe.unit);
}

} // namespace gridward
