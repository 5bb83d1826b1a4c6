// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/commandio.h"
#include "gis/heatfile/heatmapseries.h"

namespace gridward {

/** A heat map, or a series of them. */
struct HeatmapOrder
{
    HeatmapJob job;
    QList<SeriesPart> parts; ///< empty: one file
    QString folder;          ///< of the series
};

/** The options of `gridward heatmap`, but for who runs it. */
[[nodiscard]] QList<OptionSpec> heatmapOptions();

/**
 * What they ask for, checked, but for what only a store can tell. Days of --from and --to begin at
 * midnight in `timeZone` (IANA; empty: UTC). InvalidInput with what is wrong and what would do.
 */
[[nodiscard]] Result<HeatmapOrder> heatmapOrder(const CommandArguments &arguments,
                                                const QString &timeZone);

} // namespace gridward
