// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/densitykernel.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace gridward {

/** Where the bandwidth comes from; formulas in bandwidth.h. */
enum class BandwidthRule {
    ByHand,
    Scott,
    Silverman,
    Likelihood, ///< cross-validation
    Adaptive,   ///< Abramson: by hand for the whole, small in a crowd and large where few are
};

/** What a value of the surface means. */
enum class HeatUnit {
    PerSquareKilometre,
    PerSquareKilometreAndMonth,
    PerTenThousand, ///< of the denominator's people, or whatever it counts
};

/**
 * How cases become a surface: everything but which cases and on which ground. The same recipe over
 * the same cases gives the same bytes.
 */
struct HeatRecipe
{
    KernelShape shape = KernelShape::Quartic;
    BandwidthRule rule = BandwidthRule::ByHand;
    double bandwidth = 300.0; ///< metres; by hand, or the middle one of an adaptive estimate
    double cell = 20.0;       ///< metres
    bool isEdgeCorrected = false;
    HeatUnit unit = HeatUnit::PerSquareKilometre;
    /** Days after which a case counts half; 0: all count the same however old. */
    double halfLifeDays = 0.0;
    /** So many of the denominator, weighted by the kernel, must be in reach: else not known. */
    double leastDenominator = 100.0;

    bool operator==(const HeatRecipe &) const = default;
};

/** "scott": the name on the command line and in files. */
[[nodiscard]] QString codeOf(BandwidthRule rule);
[[nodiscard]] std::optional<BandwidthRule> bandwidthRuleOf(const QString &code);
/** "per-km2", "per-km2-month", "per-10000". */
[[nodiscard]] QString codeOf(HeatUnit unit);
[[nodiscard]] std::optional<HeatUnit> heatUnitOf(const QString &code);

[[nodiscard]] QJsonObject toJson(const HeatRecipe &recipe);
/** Nothing if a value is missing, unknown or out of range; other keys are left alone. */
[[nodiscard]] std::optional<HeatRecipe> heatRecipeOf(const QJsonObject &json);

/** Whether lengths are finite and above 0, and the rest not below it. */
[[nodiscard]] bool isValid(const HeatRecipe &recipe);

} // namespace gridward
