// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <span>

namespace gridward {

/**
 * Radially symmetric kernels, in u = distance / bandwidth; each is a density in the plane: its
 * integral is 1. All but Gaussian are 0 beyond u = 1. Source: Silverman, Density Estimation for
 * Statistics and Data Analysis (1986), chapter 4; names as in Wand and Jones (1995).
 */
enum class KernelShape {
    Uniform,      ///< 1 / π
    Triangular,   ///< 3 / π · (1 - u)
    Epanechnikov, ///< 2 / π · (1 - u²)
    Quartic,      ///< 3 / π · (1 - u²)²; also called biweight
    Triweight,    ///< 4 / π · (1 - u²)³
    Gaussian,     ///< 1 / 2π · exp(-u² / 2), 0 where that is below 1e-16 of its peak
};

/** How far a point reaches, and how its share falls off. */
struct DensityKernel
{
    KernelShape shape = KernelShape::Quartic;
    /** Metres, more than 0: the support radius; of a Gaussian its standard deviation. */
    double bandwidth = 300.0;

    bool operator==(const DensityKernel &) const = default;
};

/** All of them, in the order of the enumeration. */
[[nodiscard]] std::span<const KernelShape> allKernelShapes();

/** "quartic": the name on the command line and in files. */
[[nodiscard]] QString codeOf(KernelShape shape);
[[nodiscard]] std::optional<KernelShape> kernelShapeOf(const QString &code);

/** Beyond so many metres a point adds nothing. */
[[nodiscard]] double supportRadius(const DensityKernel &kernel);

/** What a point of weight 1 adds at so many metres from it, per square metre. */
[[nodiscard]] double kernelValue(const DensityKernel &kernel, double distance);

/** Standard deviation along either axis of a kernel whose bandwidth is 1. */
[[nodiscard]] double standardDeviationOf(KernelShape shape);

/** The bandwidth at which the kernel has that standard deviation (metres) along either axis. */
[[nodiscard]] double bandwidthForDeviation(KernelShape shape, double deviation);

} // namespace gridward
