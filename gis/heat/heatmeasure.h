// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/analysisport.h"

#include <QString>

#include <optional>

namespace gridward {

/** "Quartic kernel, radius 300 m, cells of 20 m (by Scott's rule)"; lengths in metres, translated.
 */
[[nodiscard]] QString methodWords(const HeatRecipe &recipe, double bandwidth, double cellMetres);

/** "10,000 residents", or "10,000" of what no register counts; translated. */
[[nodiscard]] QString tenThousandOf(const std::optional<Denominator> &per);

/** "Density: cases per km²", above a legend; `per` as in HeatOrder. Translated. */
[[nodiscard]] QString measureWords(HeatUnit unit,
                                   HeatCompare compare = HeatCompare::Off,
                                   const std::optional<Denominator> &per = {});

/** "cases/km2": what GDAL's users read. */
[[nodiscard]] QString gdalUnit(HeatUnit unit);
/** The same of a surface; "ratio" of two periods. */
[[nodiscard]] QString gdalUnit(const HeatFacts &facts);

} // namespace gridward
