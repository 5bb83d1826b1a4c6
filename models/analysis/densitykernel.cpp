// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/densitykernel.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr std::array kShapes{KernelShape::Uniform,
                             KernelShape::Triangular,
                             KernelShape::Epanechnikov,
                             KernelShape::Quartic,
                             KernelShape::Triweight,
                             KernelShape::Gaussian};

/** √(2 ln 1e16): there a Gaussian is 1e-16 of its peak. */
const double kGaussianReach = std::sqrt(2.0 * std::log(1.0e16));

/** Value in units of bandwidth, u within the support. */
double unitValue(KernelShape shape, double u)
{
    const double rest = std::max(1.0 - u * u, 0.0);
    switch (shape) {
    case KernelShape::Uniform:
        return std::numbers::inv_pi;
    case KernelShape::Triangular:
        return 3.0 * std::numbers::inv_pi * std::max(1.0 - u, 0.0);
    case KernelShape::Epanechnikov:
        return 2.0 * std::numbers::inv_pi * rest;
    case KernelShape::Quartic:
        return 3.0 * std::numbers::inv_pi * rest * rest;
    case KernelShape::Triweight:
        return 4.0 * std::numbers::inv_pi * rest * rest * rest;
    case KernelShape::Gaussian:
        return 0.5 * std::numbers::inv_pi * std::exp(-0.5 * u * u);
    }
    return 0.0;
}

} // namespace

std::span<const KernelShape> allKernelShapes()
{
    return kShapes;
}

QString codeOf(KernelShape shape)
{
    switch (shape) {
    case KernelShape::Uniform:
        return u"uniform"_s;
    case KernelShape::Triangular:
        return u"triangular"_s;
    case KernelShape::Epanechnikov:
        return u"epanechnikov"_s;
    case KernelShape::Quartic:
        return u"quartic"_s;
    case KernelShape::Triweight:
        return u"triweight"_s;
    case KernelShape::Gaussian:
        break;
    }
    return u"gaussian"_s;
}

std::optional<KernelShape> kernelShapeOf(const QString &code)
{
    const auto *found =
        std::ranges::find_if(kShapes, [&](KernelShape shape) { return codeOf(shape) == code; });
    return found == kShapes.end() ? std::nullopt : std::optional(*found);
}

double supportRadius(const DensityKernel &kernel)
{
    return kernel.shape == KernelShape::Gaussian ? kernel.bandwidth * kGaussianReach
                                                 : kernel.bandwidth;
}

double kernelValue(const DensityKernel &kernel, double distance)
{
    return distance > supportRadius(kernel) ? 0.0
                                            : unitValue(kernel.shape, distance / kernel.bandwidth) /
                                                  (kernel.bandwidth * kernel.bandwidth);
}

double standardDeviationOf(KernelShape shape)
{
    switch (shape) {
    case KernelShape::Uniform:
        return 0.5;
    case KernelShape::Triangular:
        return std::sqrt(0.15);
    case KernelShape::Epanechnikov:
        return std::sqrt(1.0 / 6.0);
    case KernelShape::Quartic:
        return std::sqrt(1.0 / 8.0);
    case KernelShape::Triweight:
        return std::sqrt(1.0 / 10.0);
    case KernelShape::Gaussian:
        break;
    }
    return 1.0;
}

double bandwidthForDeviation(KernelShape shape, double deviation)
{
    return deviation / standardDeviationOf(shape);
}

} // namespace gridward
