// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/heatfile/heatmapjob.h"

#include <QDate>
#include <QList>

namespace gridward {

enum class SeriesStep { Day, Week, Month };

/** A part of a period, and how it is called in a file name: its first day. */
struct SeriesPart
{
    Instant from;
    Instant to; ///< until before this moment
    QString name;
};

/** The parts of a period in days of an IANA zone (empty: UTC): weeks begin on Monday and months on
 * their first, so the first part and the last one may be shorter. */
[[nodiscard]] QList<SeriesPart>
partsOf(Instant from, Instant to, SeriesStep step, const QString &timeZone);

/** Whether pictures can go there, before anything is read. Errors as of AsideFile. */
[[nodiscard]] Result<void> checkSeriesFolder(const QString &folder);

/**
 * One picture for each part, `folder`/heat-2026-11-01.png and so on: over the same ground, by the
 * same bandwidth and in the same colours, so that they can be laid beside each other. The folder is
 * there. GUI thread. Errors as of makeHeatmap(); those that are complete stay.
 */
[[nodiscard]] Result<HeatmapReport> makeHeatmapSeries(const HeatmapJob &job,
                                                      const QList<SeriesPart> &parts,
                                                      const QString &folder,
                                                      const FileWatch &watch);

} // namespace gridward
