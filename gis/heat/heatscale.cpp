// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/heat/heatscale.h"

#include "gis/heat/heatramp.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

/** A colour just beyond a boundary begins so much of the class beyond it. */
constexpr double kSharp = 1.0e-6;

QString markText(double value, bool isSigned)
{
    return isSigned && value > 0.0 ? u'+' + heatValueText(value) : heatValueText(value);
}

HeatScale classedScale(const HeatLegend &legend, bool isSigned)
{
    QList<double> ends;
    QList<quint32> colours;
    for (const HeatStop &stop : legend.stops) {
        if (stop.labelled) {
            ends.append(stop.value);
            colours.append(onWhite(stop.argb));
        } else if (!colours.isEmpty()) {
            // The last stop of a class says its colour: one that begins at 0 has none there.
            colours.last() = onWhite(stop.argb);
        }
    }
    HeatScale scale;
    const qsizetype classes = ends.size() - 1;
    const auto shareOf = [classes](qsizetype i) {
        return static_cast<double>(i) / static_cast<double>(std::max<qsizetype>(1, classes));
    };
    for (qsizetype i = 0; i <= classes; ++i) {
        scale.marks.append({shareOf(i), markText(ends.at(i), isSigned)});
        if (i < classes) {
            const double end = i + 1 == classes ? 1.0 : shareOf(i + 1) - kSharp;
            scale.colours.append({shareOf(i), colours.at(i)});
            scale.colours.append({end, colours.at(i)});
        }
    }
    return scale;
}

} // namespace

HeatScale scaleOf(const HeatLegend &legend)
{
    if (legend.stops.isEmpty()) {
        return {};
    }
    const double least = legend.stops.first().value;
    const double most = legend.stops.last().value;
    const bool isSigned = legend.isDiverging && least < 0.0;
    if (legend.isClassed) {
        return classedScale(legend, isSigned);
    }
    HeatScale scale;
    for (const HeatStop &stop : legend.stops) {
        const double share = (stop.value - least) / (most - least);
        scale.colours.append({share, onWhite(stop.argb)});
        if (stop.labelled) {
            scale.marks.append({share, markText(stop.value, isSigned)});
        }
    }
    return scale;
}

} // namespace gridward
