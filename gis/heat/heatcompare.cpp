// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/heat/heatcompare.h"

#include "models/analysis/classbreaks.h"

#include <algorithm>
#include <functional>
#include <limits>

namespace gridward {

namespace {

constexpr double kLeastOfRatio = 5.0;
/** Ratios have one scale everywhere: a quarter, half, much the same, twice, four times as many. */
const std::vector<double> kRatioBreaks{0.0, 0.25, 0.5, 0.8, 1.25, 2.0, 4.0, 8.0};

} // namespace

void compareInto(HeatCompare compare,
                 std::span<double> first,
                 std::span<const double> other,
                 std::span<const double> otherCases,
                 const DensityKernel &otherKernel)
{
    if (compare == HeatCompare::Difference) {
        std::ranges::transform(first, other, first.begin(), std::minus<double>());
        return;
    }
    const double least = kLeastOfRatio * kernelValue(otherKernel, 0.0);
    for (std::size_t i = 0; i < first.size(); ++i) {
        first[i] =
            otherCases[i] >= least ? first[i] / other[i] : std::numeric_limits<double>::quiet_NaN();
    }
}

std::vector<double> comparedBreaks(HeatCompare compare, double lowest, double highest)
{
    if (compare == HeatCompare::Difference) {
        return divergingBreaks(lowest, highest);
    }
    return highest > 0.0 ? kRatioBreaks : std::vector<double>();
}

} // namespace gridward
