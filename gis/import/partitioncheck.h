// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/district.h"
#include "models/domain/geopoint.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace gridward {

/** A grid or division as the check of a partition sees it. */
struct PartitionArea
{
    QString code;
    QString parent;
    QByteArray wkb; ///< polygon or multipolygon, EPSG:4326; empty: without an outline
};

struct PartitionOptions
{
    QList<PartitionArea> parents; ///< what the grids' `parent` may name; outlines may be absent
    /** How codes are built; without it neither their form nor their prefix is checked. */
    std::optional<GridCodeTemplate> codeTemplate = GridCodeTemplate::standard();
    double tolerance = 1.0;      ///< m²: overlaps, and gaps, that add up to no more are not told
    double sliver = 200.0;       ///< m²: a smaller grid is a sliver
    double nearMiss = 0.5;       ///< metres between two borders that were meant to be one
    int mostPlaces = 20;         ///< of borders that do not match
    qsizetype mostOfKind = 1000; ///< findings of one kind; the sums count all
};

/** What can be wrong with a partition. */
enum class PartitionFindingKind {
    Empty,   ///< no outline, or one without points
    Invalid, ///< not an area, crossing itself, outside of the earth
    DuplicateCode,
    BadCode,        ///< not built as the template says
    PrefixMismatch, ///< does not begin with its parent's code
    UnknownParent,
    OutsideParent, ///< most of it lies outside
    BeyondParent,  ///< a part of it lies outside
    Overlap,
    Gap,
    Sliver,         ///< a warning
    MultiPart,      ///< a warning
    UnmatchedBorder ///< a warning: neighbours that do not share their vertices
};

[[nodiscard]] QString toId(PartitionFindingKind kind);

/** One thing that is wrong with a partition. */
struct PartitionFinding
{
    PartitionFindingKind kind = PartitionFindingKind::Invalid;
    bool isWarning = false;
    QStringList codes;
    double squareMetres = 0.0; ///< of the overlap, gap, sliver or part outside
    GeoPoint place;
    QString message; ///< what, where, what to do; translated

    bool operator==(const PartitionFinding &) const = default;
};

/** What the check of a partition found. Areas are planar square metres in the zone `epsg`. */
struct PartitionReport
{
    int epsg = 0;               ///< 0: nothing could be measured
    QList<double> squareMetres; ///< of each area, in the order given; 0 where it is unreadable
    double sumOfAreas = 0.0;
    double unionArea = 0.0;
    double parentsUnionArea = 0.0;
    double overlapArea = 0.0;
    double gapArea = 0.0;
    qint64 unmatchedEdges = 0;
    QList<GeoPoint> unmatchedPlaces; ///< the first of them
    QList<PartitionFinding> findings;

    /** No findings but warnings. */
    [[nodiscard]] bool isSound() const;
};

/**
 * Checks grids against each other and against the divisions they belong to: codes, outlines,
 * overlaps, gaps, borders. Takes about a second for some thousand grids; any thread.
 */
[[nodiscard]] PartitionReport checkPartition(const QList<PartitionArea> &areas,
                                             const PartitionOptions &options);

} // namespace gridward
