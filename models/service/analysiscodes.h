// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/analysisport.h"

#include <QString>
#include <QStringView>

#include <optional>

namespace gridward {

/** Names of choices as they stand in stored analyses and on the command line; never translated. */
[[nodiscard]] QString toId(HeatRamp ramp);
[[nodiscard]] QString toId(HeatClasses classes);
[[nodiscard]] QString toId(HeatCompare compare);
[[nodiscard]] QString toId(HeatLayout layout);
[[nodiscard]] QString toId(Denominator denominator);

/** Nothing for what is no id. */
[[nodiscard]] std::optional<HeatRamp> heatRampFromId(QStringView id);
[[nodiscard]] std::optional<HeatClasses> heatClassesFromId(QStringView id);
[[nodiscard]] std::optional<HeatCompare> heatCompareFromId(QStringView id);
[[nodiscard]] std::optional<HeatLayout> heatLayoutFromId(QStringView id);
[[nodiscard]] std::optional<Denominator> denominatorFromId(QStringView id);

} // namespace gridward
