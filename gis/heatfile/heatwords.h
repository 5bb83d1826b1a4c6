// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/heat/heatraster.h"
#include "gis/heatfile/heatmapjob.h"

namespace gridward {

/** What a raster says about itself: how it was made, from what, what was left out. */
[[nodiscard]] RasterNotes
notesOf(const HeatmapJob &job, const ReadCounts &points, const HeatStudy &study);

/** The same for programs, as JSON. */
[[nodiscard]] QJsonObject
factsOf(const HeatmapJob &job, const ReadCounts &points, const HeatStudy &study);

/** Fills in the words of a look that are empty: for people, translated. */
void complete(HeatLook &look,
              const HeatmapJob &job,
              const ReadCounts &points,
              const HeatStudy &study);

/** What was left out, and why, a sentence each, translated. */
[[nodiscard]] QStringList remarksOn(const ReadCounts &points);

/** What a user must know besides, a sentence each, translated. */
[[nodiscard]] QStringList remarksOn(const ReadCounts &points, const HeatStudy &study);

} // namespace gridward
