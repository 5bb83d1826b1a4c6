// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/heat/casereach.h"

#include "models/analysis/bandwidth.h"

#include <numbers>

namespace gridward {

double toldReach(KernelShape shape, double bandwidth)
{
    constexpr double kDeviations = 3.0;
    return shape == KernelShape::Gaussian ? kDeviations * bandwidth : bandwidth;
}

std::optional<DensitySum> casesInReach(const DensityPoints &points,
                                       const std::vector<bool> &counted,
                                       const HeatRecipe &recipe,
                                       double bandwidth,
                                       const AnalysisControl &control)
{
    std::vector<double> reaches;
    if (recipe.rule == BandwidthRule::Adaptive) {
        const std::optional<ChosenBandwidth> chosen = chooseBandwidth(points, recipe, control);
        if (!chosen) {
            return std::nullopt;
        }
        reaches = chosen->ofEach;
    }
    DensityPoints some;
    std::vector<double> radii;
    for (std::size_t i = 0; i < points.eastings.size(); ++i) {
        if (!counted.empty() && !counted[i]) {
            continue;
        }
        const double radius = toldReach(recipe.shape, i < reaches.size() ? reaches[i] : bandwidth);
        some.eastings.push_back(points.eastings[i]);
        some.northings.push_back(points.northings[i]);
        some.weights.push_back(std::numbers::pi * radius * radius);
        radii.push_back(radius);
    }
    return reaches.empty()
               ? std::optional<DensitySum>(
                     std::in_place,
                     std::move(some),
                     DensityKernel{KernelShape::Uniform, toldReach(recipe.shape, bandwidth)})
               : std::optional<DensitySum>(
                     std::in_place, std::move(some), KernelShape::Uniform, std::move(radii));
}

} // namespace gridward
