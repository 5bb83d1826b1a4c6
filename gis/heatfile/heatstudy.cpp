// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/heatfile/heatstudy.h"

#include "gis/heat/casereach.h"
#include "gis/heat/heatcompare.h"
#include "gis/heatfile/groundfile.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HeatFile)
};

constexpr double kMostSide = 1'000'000.0;       ///< cells
constexpr double kMostCells = 20'000'000'000.0; ///< some 80 GB
constexpr double kMillisecondsOfADay = 86'400'000.0;
constexpr double kSquareKilometre = 1.0e6;

Error stopped()
{
    return {ErrorCode::Cancelled, Words::tr("Stopped; nothing was written."), {}};
}

Error wrong(const QString &message)
{
    return {ErrorCode::InvalidInput, message, {}};
}

Error noSurface(SurfaceProblem problem)
{
    switch (problem) {
    case SurfaceProblem::Cancelled:
        return stopped();
    case SurfaceProblem::BadRecipe:
        return wrong(Words::tr("Bandwidth and cell must be lengths above 0 metres."));
    case SurfaceProblem::NoPeriod:
        return wrong(
            Words::tr("Per month needs a period: say --from and --to, or name the field of "
                      "times by --time."));
    case SurfaceProblem::NoDenominator:
        return wrong(Words::tr("Per 10,000 needs people to divide by: name their file by "
                               "--denominator FILE:FIELD."));
    case SurfaceProblem::NoGround:
        return wrong(Words::tr("The ground of --edge encloses nothing: it must be areas."));
    }
    return stopped();
}

bool isWithin(const std::optional<PlaneBox> &box, double x, double y)
{
    return box && x >= box->west && x <= box->east && y >= box->south && y <= box->north;
}

/** Leaves the points that count; the others are told of. */
void keepCrowd(PointSet &points,
               const std::optional<PlaneBox> &crowd,
               const std::optional<PlaneBox> &extent,
               StudyFacts &facts)
{
    std::size_t kept = 0;
    for (std::size_t i = 0; i < points.xs.size(); ++i) {
        const double x = points.xs[i];
        const double y = points.ys[i];
        if (!std::isfinite(x) || !std::isfinite(y)) {
            ++facts.notPlaced;
            continue;
        }
        if (!isWithin(crowd, x, y) && !isWithin(extent, x, y)) {
            ++facts.farOff;
            continue;
        }
        points.xs[kept] = x;
        points.ys[kept] = y;
        if (!points.weights.empty()) {
            points.weights[kept] = points.weights[i];
        }
        if (!points.times.empty()) {
            points.times[kept] = points.times[i];
        }
        if (!points.personal.empty()) {
            points.personal[kept] = points.personal[i];
        }
        ++kept;
    }
    points.xs.resize(kept);
    points.ys.resize(kept);
    points.weights.resize(std::min(kept, points.weights.size()));
    points.times.resize(std::min(kept, points.times.size()));
    points.personal.resize(std::min(kept, points.personal.size()));
    facts.points = static_cast<qint64>(kept);
}

/** The period in milliseconds: as ordered, or from the first point to the last. */
std::pair<qint64, qint64> periodOf(const StudyOrder &order, const StudyFacts &facts)
{
    const Instant from = order.from.value_or(facts.first.value_or(Instant()));
    const Instant to = order.to.value_or(facts.last.value_or(Instant()));
    return {from.time_since_epoch().count(), to.time_since_epoch().count()};
}

Result<DensityPoints> denominatorOf(const StudyOrder &order, const MetricPlane &plane)
{
    if (order.denominator.isEmpty()) {
        return DensityPoints();
    }
    const qsizetype colon = order.denominator.lastIndexOf(u':');
    const QString file = colon > 0 ? order.denominator.left(colon) : order.denominator;
    const QString field = colon > 0 ? order.denominator.mid(colon + 1) : QString();
    return readDenominator(file, field, plane, order.recipe.cell);
}

Result<GroundRings> groundFor(const StudyOrder &order, const MetricPlane &plane)
{
    if (!order.edgeOutlines.isEmpty()) {
        return groundOf(order.edgeOutlines, plane);
    }
    return order.edge.isEmpty() ? Result<GroundRings>(GroundRings())
                                : readGround(order.edge, plane);
}

/** How many personal cases reach a place; none where there is no such rule. */
Result<std::optional<DensitySum>> personalReach(const PointSet &points,
                                                const StudyOrder &order,
                                                double bandwidth,
                                                const AnalysisControl &control)
{
    if (order.fewest <= 0) {
        return std::optional<DensitySum>();
    }
    std::optional<DensitySum> reach =
        casesInReach(DensityPoints{points.xs, points.ys, points.weights},
                     points.personal,
                     order.recipe,
                     bandwidth,
                     control);
    return reach ? Result<std::optional<DensitySum>>(std::move(reach)) : stopped();
}

/** The smallest box around both; cells of both lie on the same lines. */
CellGrid around(const CellGrid &one, const CellGrid &other)
{
    CellGrid both = one;
    both.west = std::min(one.west, other.west);
    both.north = std::max(one.north, other.north);
    const double east = std::max(one.east(), other.east());
    const double south = std::min(one.south(), other.south());
    both.columns = std::llround((east - both.west) / one.size);
    both.rows = std::llround((both.north - south) / one.size);
    return both;
}

} // namespace

Result<void> HeatStudy::layGrid(const std::optional<PlaneBox> &extent, const PlaneBox &crowd)
{
    const double cell = recipe().cell;
    mGrid.size = cell;
    PlaneBox box = extent.value_or(crowd);
    if (!extent) {
        // Multiples of a cell: surfaces of one place lie on each other.
        const double margin = toldReach(recipe().shape, surfaceFacts().bandwidth) + cell;
        box = {std::floor((crowd.west - margin) / cell) * cell,
               std::floor((crowd.south - margin) / cell) * cell,
               std::ceil((crowd.east + margin) / cell) * cell,
               std::ceil((crowd.north + margin) / cell) * cell};
    }
    const double columns = std::ceil((box.east - box.west) / cell - 1.0e-9);
    const double rows = std::ceil((box.north - box.south) / cell - 1.0e-9);
    if (!(columns >= 1.0) || !(rows >= 1.0)) {
        return wrong(Words::tr("--extent must be west, south, east and north in metres of the "
                               "coordinate system, west before east and south before north."));
    }
    const auto isTooMany = [](double across, double down) {
        return across > kMostSide || down > kMostSide || across * down > kMostCells;
    };
    if (isTooMany(columns, rows)) {
        const double crowdAcross = std::ceil((crowd.east - crowd.west) / cell);
        const double crowdDown = std::ceil((crowd.north - crowd.south) / cell);
        if (!extent && !isTooMany(crowdAcross, crowdDown)) {
            // The points alone would fit: what reaches out beyond them does not.
            return wrong(Words::tr("A bandwidth of %1 m reaches so far that there would be %2 × %3 "
                                   "cells. Make it smaller by --bandwidth, or name the ground by "
                                   "--extent W,S,E,N.")
                             .arg(surfaceFacts().bandwidth, 0, 'f', 0)
                             .arg(columns, 0, 'f', 0)
                             .arg(rows, 0, 'f', 0));
        }
        return wrong(Words::tr("That would be %1 × %2 cells. Make them larger by --cell, or the "
                               "ground smaller by --extent W,S,E,N.")
                         .arg(columns, 0, 'f', 0)
                         .arg(rows, 0, 'f', 0));
    }
    mGrid.west = box.west;
    mGrid.north = box.north;
    mGrid.columns = static_cast<qint64>(columns);
    mGrid.rows = static_cast<qint64>(rows);
    return {};
}

Result<HeatStudy> HeatStudy::make(PointSet points, const StudyOrder &order, const FileWatch &watch)
{
    const Result<MetricPlane> plane = planeFor(points, order.crs);
    if (!plane) {
        return plane.error();
    }
    if (const Result<void> placed = putOn(plane.value(), points); !placed) {
        return placed.error();
    }
    StudyFacts facts;
    const std::optional<PlaneBox> crowd = crowdOf(points);
    if (!crowd && !order.extent) {
        return wrong(Words::tr("There is no point to be drawn. Check the file, --where, --from and "
                               "--to; with --extent W,S,E,N an empty map can be made."));
    }
    keepCrowd(points, crowd, order.extent, facts);
    if (!points.times.empty()) {
        const auto [first, last] = std::ranges::minmax(points.times);
        facts.first = Instant(std::chrono::milliseconds(first));
        facts.last = Instant(std::chrono::milliseconds(last));
    }
    const auto [from, to] = periodOf(order, facts);
    const double days = static_cast<double>(to - from) / kMillisecondsOfADay;
    facts.months = days / kDaysOfAMonth;
    const Result<DensityPoints> denominator = denominatorOf(order, plane.value());
    const Result<GroundRings> ground = groundFor(order, plane.value());
    if (!denominator || !ground) {
        return denominator ? ground.error() : denominator.error();
    }
    const AnalysisControl control{watch.isCancelled, watch.progress, order.threads};
    SurfaceInput input;
    input.recipe = order.recipe;
    input.points = {points.xs, points.ys, points.weights};
    input.months = facts.months;
    input.denominator = denominator.value();
    input.ground = ground.value();
    if (order.recipe.halfLifeDays > 0.0) {
        for (const qint64 time : points.times) {
            const double age = static_cast<double>(to - time) / kMillisecondsOfADay;
            input.agesInDays.push_back(std::max(0.0, age));
        }
    }
    DensitySurface::Made made = DensitySurface::make(std::move(input), control);
    if (!made.surface) {
        return noSurface(made.problem);
    }
    HeatStudy study(plane.value(), std::move(*made.surface));
    study.mFacts = facts;
    study.mFewest = order.fewest;
    study.mThreads = order.threads;
    if (const Result<void> laid = study.layGrid(order.extent, crowd.value_or(PlaneBox())); !laid) {
        return laid.error();
    }
    const CellGrid &grid = study.mGrid;
    const std::optional<PlaneBox> cells =
        PlaneBox{grid.west, grid.south(), grid.east(), grid.north};
    for (std::size_t i = 0; i < points.xs.size(); ++i) {
        study.mFacts.outside += isWithin(cells, points.xs[i], points.ys[i]) ? 0 : 1;
    }
    Result<std::optional<DensitySum>> personal =
        personalReach(points, order, study.surfaceFacts().bandwidth, control);
    if (!personal) {
        return personal.error();
    }
    study.mPersonal = std::move(personal).value();
    return study;
}

Result<HeatStudy> HeatStudy::makeOfTwo(PointSet points,
                                       PointSet others,
                                       const StudyOrder &order,
                                       const FileWatch &watch)
{
    Result<HeatStudy> first = make(std::move(points), order, watch);
    if (!first) {
        return first.error();
    }
    HeatStudy study = std::move(first).value();
    StudyOrder then = order;
    then.crs = study.plane().wkt;
    then.from = order.otherFrom;
    then.to = order.otherTo;
    if (order.recipe.rule != BandwidthRule::Adaptive) {
        // The same kernel for both, or the difference would be one of bandwidths.
        then.recipe.rule = BandwidthRule::ByHand;
        then.recipe.bandwidth = study.surfaceFacts().bandwidth;
    }
    if (others.xs.empty()) { // nothing at all happened then: that is an answer
        const CellGrid &grid = study.mGrid;
        then.extent = PlaneBox{grid.west, grid.south(), grid.east(), grid.north};
    }
    Result<HeatStudy> second = make(std::move(others), then, watch);
    if (!second) {
        return second.error();
    }
    study.mOther = std::make_unique<HeatStudy>(std::move(second).value());
    study.mGrid = around(study.mGrid, study.mOther->mGrid);
    study.mOther->mGrid = study.mGrid;
    study.mCompare = order.compare;
    study.mFacts.compared = study.mOther->mFacts.points;
    study.mFacts.outside += study.mOther->mFacts.outside;
    study.mFacts.farOff += study.mOther->mFacts.farOff;
    study.mFacts.notPlaced += study.mOther->mFacts.notPlaced;
    return study;
}

bool HeatStudy::fill(const CellGrid &window,
                     std::vector<double> &values,
                     const AnalysisControl &control)
{
    return mSurface.fill(window, values, control) && hide(window, values);
}

bool HeatStudy::compareWindow(const CellGrid &window,
                              std::vector<double> &values,
                              const AnalysisControl &control)
{
    std::vector<double> others(values.size());
    std::vector<double> cases;
    if (mCompare == HeatCompare::Ratio) {
        cases.resize(values.size());
        if (!mOther->mSurface.cases().fill(window, cases, control)) {
            return false;
        }
    }
    if (!mOther->fill(window, others, control)) {
        return false;
    }
    if (mOther->mPersonal) {
        for (std::size_t i = 0; i < values.size(); ++i) {
            mFacts.hidden += std::isnan(others[i]) && !std::isnan(values[i]) ? 1 : 0;
        }
    }
    compareInto(mCompare,
                values,
                others,
                cases,
                {mOther->recipe().shape, mOther->surfaceFacts().bandwidth});
    return true;
}

bool HeatStudy::hide(const CellGrid &window, std::vector<double> &values)
{
    if (!mPersonal) {
        return true;
    }
    std::vector<double> counts(values.size());
    if (!mPersonal->fill(window, counts, {{}, {}, mThreads})) {
        return false;
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto count = static_cast<qint64>(std::llround(counts[i]));
        // Where nothing is, nothing is said either: else a hole around one case would have its
        // place in the middle.
        const bool isTold = count >= mFewest || (count == 0 && values[i] > 0.0);
        if (!isTold) {
            mFacts.hidden += count > 0 && !std::isnan(values[i]) ? 1 : 0;
            values[i] = std::numeric_limits<double>::quiet_NaN();
        }
    }
    return true;
}

void HeatStudy::note(std::span<const double> values)
{
    double sum = 0.0;
    for (const double value : values) {
        if (std::isfinite(value)) {
            sum += value;
            mFacts.highest = std::max(mFacts.highest, value);
            mFacts.lowest = std::min(mFacts.lowest, value);
        } else {
            mFacts.hasUnknown = true;
        }
    }
    mFacts.integral += sum * mGrid.size * mGrid.size / kSquareKilometre;
}

Result<void> HeatStudy::compute(const RowSink &sink, const FileWatch &watch)
{
    mFacts.hidden = 0;
    mFacts.highest = 0.0;
    mFacts.lowest = 0.0;
    mFacts.hasUnknown = false;
    mFacts.integral = 0.0;
    const qint64 fitting = kWindowCells / mGrid.columns / kBlockRows * kBlockRows;
    const qint64 most = std::max(kBlockRows, fitting);
    std::vector<double> values;
    for (qint64 row = 0; row < mGrid.rows; row += most) {
        const qint64 rows = std::min(most, mGrid.rows - row);
        CellGrid window = mGrid;
        window.north = mGrid.north - static_cast<double>(row) * mGrid.size;
        window.rows = rows;
        values.resize(static_cast<std::size_t>(rows * mGrid.columns));
        const double done = static_cast<double>(row) / static_cast<double>(mGrid.rows);
        const double share = static_cast<double>(rows) / static_cast<double>(mGrid.rows);
        const AnalysisControl control{watch.isCancelled,
                                      [&](double part) {
                                          if (watch.progress) {
                                              watch.progress(done + share * part);
                                          }
                                      },
                                      mThreads};
        if (!fill(window, values, control) || (mOther && !compareWindow(window, values, control))) {
            return stopped();
        }
        note(values);
        if (const Result<void> taken = sink(row, rows, values); !taken) {
            return taken.error();
        }
    }
    return {};
}

} // namespace gridward
