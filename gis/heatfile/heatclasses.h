// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/heatfile/heatmapjob.h"

namespace gridward {

/** In so many steps of one round width from 0 to the first that is not below `highest`. */
[[nodiscard]] std::vector<double> roundSteps(double highest, int classes);

/**
 * The legend of a surface that SurfaceTiff wrote, by day: its classes as the look asks for, or
 * those of a comparison. Of a large surface some of the cells say where classes end. Internal if
 * the file cannot be read back.
 */
[[nodiscard]] Result<HeatLegend>
legendFor(const QString &tiff, const HeatStudy &study, const HeatLook &look, HeatCompare compare);

} // namespace gridward
