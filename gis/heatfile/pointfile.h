// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "models/domain/result.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace gridward {

/** How long work on a file is watched; both may be empty. */
struct FileWatch
{
    std::function<bool()> isCancelled;
    std::function<void(double)> progress; ///< from 0 to 1
};

/** Which points of which file. */
struct PointOrder
{
    QString file;        ///< whatever OGR reads; also packed by gzip
    QString layer;       ///< empty: the only one
    QString where;       ///< an SQL condition of OGR on the file's fields; empty: all
    QString weightField; ///< empty: each point counts 1
    QString timeField;   ///< empty: the first date or time, where one is needed
    bool needsTimes = false;
    std::optional<Instant> from; ///< both ask for times
    std::optional<Instant> to;   ///< until before this moment
    QString personalSources;     ///< name of a field of case sources; empty: none, see PointSet
    QString crs;                 ///< of a file that does not say its own; may be empty
};

/** What was read, and what was left out. */
struct ReadCounts
{
    QString layer;            ///< the one read
    qint64 features = 0;      ///< that the condition wants
    qint64 withoutPlace = 0;  ///< no geometry, or an empty one
    qint64 otherShapes = 0;   ///< neither points nor several
    qint64 noNumbers = 0;     ///< a coordinate is not finite
    qint64 withoutTime = 0;   ///< one is needed, and there is none
    qint64 outsidePeriod = 0; ///< no part of what was asked for
    qint64 withoutWeight = 0; ///< no number, or below 0
    bool isStamped = false;   ///< times have no zone and count as UTC
};

/** Points as they stand in a file. */
struct PointSet
{
    std::vector<double> xs; ///< longitude or easting
    std::vector<double> ys;
    std::vector<double> weights; ///< as many, or empty: each 1
    std::vector<qint64> times;   ///< UTC, milliseconds since 1970; as many, or empty
    std::vector<bool> personal;  ///< reported by somebody outside; as many, or empty
    QString crs;                 ///< WKT
    ReadCounts counts;
};

/**
 * Reads points; several in one feature count each. What is no point is left out and counted. CSV
 * needs columns lon and lat (WGS 84), or e and n, or x and y (of the order's CRS), or a column WKT.
 * Any thread. Errors: NotFound, Unsupported (no file that OGR reads), InvalidInput (no such layer,
 * field or condition; no CRS), Unreadable, Cancelled.
 */
[[nodiscard]] Result<PointSet> readPoints(const PointOrder &order, const FileWatch &watch);

} // namespace gridward
