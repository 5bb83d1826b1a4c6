// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/heatfile/metricplane.h"
#include "models/analysis/densitysurface.h"
#include "models/service/analysisport.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <span>

namespace gridward {

/** What is to be computed, over which points. */
struct StudyOrder
{
    HeatRecipe recipe;
    QString crs;                    ///< as named; empty: see planeFor()
    std::optional<PlaneBox> extent; ///< exactly these cells, from its north-western corner
    std::optional<Instant> from;    ///< the period
    std::optional<Instant> to;      ///< until before this moment
    HeatCompare compare = HeatCompare::Off;
    std::optional<Instant> otherFrom; ///< the period compared with
    std::optional<Instant> otherTo;
    QString denominator;            ///< FILE or FILE:FIELD
    QString edge;                   ///< a file of areas; empty: none
    QList<QByteArray> edgeOutlines; ///< or these, WKB in WGS 84
    /** No cell that rests on fewer personal cases is revealed; 0: there is no such rule. */
    qint64 fewest = 0;
    int threads = 0;
};

/** What came of the points on the way into a surface. */
struct StudyFacts
{
    qint64 points = 0;       ///< that count
    qint64 farOff = 0;       ///< left out: beyond the fences of crowdOf()
    qint64 outside = 0;      ///< count, but lie outside of the cells
    qint64 notPlaced = 0;    ///< the plane has no place for them
    qint64 hidden = 0;       ///< cells that rest on too few personal cases; known after the cells
    double highest = 0.0;    ///< likewise
    double lowest = 0.0;     ///< likewise; below 0 for a difference
    bool hasUnknown = false; ///< likewise: some cell has no value
    qint64 compared = 0;     ///< points of the other period
    double integral = 0.0;   ///< Σ value × area (km²), likewise
    double months = 0.0;
    std::optional<Instant> first; ///< of the points that count, where their times are known …
    std::optional<Instant> last;  ///< … and the last of them
};

/** One row of windows after the other; `values` are those of `rows` whole rows. False: stop. */
using RowSink =
    std::function<Result<void>(qint64 firstRow, qint64 rows, std::span<const double> values)>;

/**
 * A surface over the points of a file, in a plane in metres, computed a window at a time: cells
 * need not fit into memory. One thread at a time; takes all cores.
 */
class HeatStudy
{
public:
    /** Projects, reads what else is needed, chooses the bandwidth. Errors say what to do. */
    [[nodiscard]] static Result<HeatStudy>
    make(PointSet points, const StudyOrder &order, const FileWatch &watch);

    /** Of two periods, made into one as ordered: over the ground of both, on the same plane, by the
     * bandwidth of the first. */
    [[nodiscard]] static Result<HeatStudy>
    makeOfTwo(PointSet points, PointSet others, const StudyOrder &order, const FileWatch &watch);

    [[nodiscard]] const MetricPlane &plane() const { return mPlane; }
    [[nodiscard]] const CellGrid &grid() const { return mGrid; }
    [[nodiscard]] const SurfaceFacts &surfaceFacts() const { return mSurface.facts(); }
    [[nodiscard]] const HeatRecipe &recipe() const { return mSurface.recipe(); }
    [[nodiscard]] const StudyFacts &facts() const { return mFacts; }

    /** All cells to the sink, from the north; NaN: not known, or hidden. */
    [[nodiscard]] Result<void> compute(const RowSink &sink, const FileWatch &watch);

private:
    HeatStudy(MetricPlane plane, DensitySurface surface)
        : mPlane(std::move(plane))
        , mSurface(std::move(surface))
    {
    }
    [[nodiscard]] Result<void> layGrid(const std::optional<PlaneBox> &extent,
                                       const PlaneBox &crowd);
    [[nodiscard]] bool
    fill(const CellGrid &window, std::vector<double> &values, const AnalysisControl &control);
    [[nodiscard]] bool compareWindow(const CellGrid &window,
                                     std::vector<double> &values,
                                     const AnalysisControl &control);
    [[nodiscard]] bool hide(const CellGrid &window, std::vector<double> &values);
    void note(std::span<const double> values);

    MetricPlane mPlane;
    DensitySurface mSurface;
    CellGrid mGrid;
    StudyFacts mFacts;
    qint64 mFewest = 0;
    int mThreads = 0;
    std::optional<DensitySum> mPersonal; ///< how many in reach, at any place
    HeatCompare mCompare = HeatCompare::Off;
    std::unique_ptr<HeatStudy> mOther; ///< of the other period
};

/** Cells of a window: 16 million numbers are 128 MB. */
inline constexpr qint64 kWindowCells = qint64(1) << 24;
/** Rows of a window are a multiple of this, a block of the file. */
inline constexpr qint64 kBlockRows = 512;

} // namespace gridward
