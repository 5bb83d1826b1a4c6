// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/analysisport.h"

#include <QList>

#include <vector>

namespace gridward {

/**
 * Values and colours for a surface whose highest value is `highest`, up to a round number that is
 * not below it. Nothing is transparent; few is near the ground of the theme and many stands out:
 * dark by day and on paper, bright by night. Empty for a surface without cases.
 */
[[nodiscard]] QList<HeatStop> heatStops(double highest, HeatRamp ramp, MapTheme theme);

/**
 * The same up to the last of the breaks: evenly, with the breaks beside the colours, or in one
 * colour between two of them (`isClassed`). Nothing is transparent in both. Breaks below 0 give a
 * ramp of two colours, blue for less and orange for more, that eyes of all kinds tell apart.
 */
[[nodiscard]] QList<HeatStop>
heatStops(const std::vector<double> &breaks, bool isClassed, HeatRamp ramp, MapTheme theme);

/** A ratio: as less and more, with 1 in the middle. */
[[nodiscard]] QList<HeatStop> ratioStops(const std::vector<double> &breaks, MapTheme theme);

/** The colour as it looks on white, opaque: for paper. */
[[nodiscard]] quint32 onWhite(quint32 argb);

/** "1,250" or "0.5": as many decimals as the values need to be told apart. */
[[nodiscard]] QString heatValueText(double value);

} // namespace gridward
