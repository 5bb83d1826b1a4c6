// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/analysisport.h"

namespace gridward {

/** A number below the bar of a legend; `share` is its place, from 0 at the left to 1. */
struct ScaleMark
{
    double share = 0.0;
    QString text;

    bool operator==(const ScaleMark &) const = default;
};

/** A colour of the bar at such a place; between two of them it changes evenly. */
struct ScaleColour
{
    double share = 0.0;
    quint32 argb = 0;

    bool operator==(const ScaleColour &) const = default;
};

/** The bar of a legend on paper. */
struct HeatScale
{
    QList<ScaleColour> colours; ///< opaque, as they look on white; from 0 to 1
    QList<ScaleMark> marks;
};

/** Smooth colours lie where their values do; classes are as wide as each other, so that narrow ones
 * can be read, too. Numbers of a difference have their sign. */
[[nodiscard]] HeatScale scaleOf(const HeatLegend &legend);

} // namespace gridward
