// SPDX-License-Identifier: GPL-3.0-or-later
// Tiles of 8 × 4 cells. A block of ground that is within the kernel's reach of every cell of a
// tile adds a polynomial to it, known from the moments of its points; blocks beyond every cell's
// reach add nothing; only the points of the ring between are taken one by one. Nothing is ever
// subtracted, so that nothing is lost by it. What is published for these kernels (sweep lines: Chan
// et al., SLAM, SIGMOD 2022) visits each point once a row of cells instead of once a tile.
#include "models/analysis/densityloops.h"
#include "models/analysis/densityparts.h"
#include "models/analysis/densitytileplan.h"
#include "models/analysis/densitytilepoints.h"
#include "models/analysis/parallelrows.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numeric>

namespace gridward {

namespace {

using densityloops::kTileCells;
using densityloops::kTileColumns;
using densityloops::kTileRows;
using densityloops::Loops;
using densityloops::MomentRow;
using densityloops::PointOrder;
using densityloops::PolynomialOrder;
using densityloops::RestOrder;
using densityloops::termsOf;
using densityloops::TileStrip;

/** Vectors may run on to the end of a register. */
constexpr std::size_t kLanesMost = 8;

/** Moments of all blocks of one size; blocks that are a tile's width apart lie side by side. */
struct Level
{
    int size = kBlock;
    int phases = 1; ///< blocks to a tile's width
    int rows = 0;
    std::vector<double> moments;
    std::vector<char> isFilled; ///< a row with a point in it

    /** From row to row, in cells. */
    [[nodiscard]] int step() const { return std::min(size, kBlock); }

    [[nodiscard]] std::size_t at(int row, int phase, int terms, std::size_t stride) const
    {
        return (static_cast<std::size_t>(row) * static_cast<std::size_t>(phases) +
                static_cast<std::size_t>(phase)) *
               static_cast<std::size_t>(terms) * stride;
    }
};

/** Rows of tiles that are summed together: what they read of moments is the same. */
constexpr int kRowsAtOnce = 4;
/** Tiles of a row that are: more would need larger buffers, fewer read the points beside them more
 * often. */
constexpr int kTilesAtOnce = 160;
constexpr std::size_t kSumsStride = kTilesAtOnce + kLanesMost;

/** Some tiles of a row. */
struct TileRun
{
    int row = 0;
    int first = 0;
    int count = 0;
};

/** What a thread needs for a run of tiles. */
struct Scratch
{
    std::vector<double> sums;    ///< 32 for each tile
    std::vector<double> moments; ///< of kRowsAtOnce rows, term by term, about each tile's centre
    std::vector<double> rest;    ///< of the points of a strip
    std::vector<MomentRow> rows;
};

/** Sums a window by tiles. Lengths are in units of the kernel's support, y runs south. */
class TileSum
{
public:
    TileSum(const DensityData &data, const CellWindow &window);

    [[nodiscard]] bool fill(const AnalysisControl &control, double from, double to);

private:
    void choosePlan();
    [[nodiscard]] bool sortPoints(const AnalysisControl &control);
    [[nodiscard]] bool makeMoments(const AnalysisControl &control, double from, double to);
    void makeSmallest(Level &level, std::size_t row) const;
    void makeLarger(const Level &small, Level &level, std::size_t row) const;
    void addGroup(const TilePlan::Group &group,
                  const TileRun &tiles,
                  std::vector<MomentRow> &rows,
                  double *moments) const;
    void addInner(const TileRun &tiles, int rows, Scratch &scratch) const;
    void addRing(const TileRun &tiles, Scratch &scratch) const;
    void write(const TileRun &tiles, const Scratch &scratch) const;
    void fillRows(const TileRun &tiles, int rows, Scratch &scratch) const;

    [[nodiscard]] const TilePlan &planOf(int tileRow) const
    {
        return mPlans.at(static_cast<std::size_t>(tileRow % 2));
    }

    const DensityData &mData;
    const CellWindow &mWindow;
    const Loops &mLoops = densityloops::best();
    int mPower; ///< -1 for triangular
    int mTerms = 0;
    double mStep;   ///< a cell
    double mFactor; ///< of a unit sum to weight per square metre
    int mTiles;
    int mTileRowCount;
    int mMargin; ///< cells around the window, a multiple of 8
    Reach mReach;
    std::array<TilePlan, 2> mPlans;
    int mStrips = 0;
    TilePoints mPoints;
    std::vector<Level> mLevels;
    std::size_t mStride = 0;
    std::vector<densityloops::SpreadPart> mSpread;
    std::vector<double> mColumns; ///< centres of the columns
};

TileSum::TileSum(const DensityData &data, const CellWindow &window)
    : mData(data)
    , mWindow(window)
    , mPower(powerOf(data.kernel.shape).value_or(-1))
    , mStep(window.grid.size / data.kernel.bandwidth)
    , mFactor(kernelValue(data.kernel, 0.0))
    , mTiles(static_cast<int>((window.grid.columns + kTileColumns - 1) / kTileColumns))
    , mTileRowCount(static_cast<int>((window.grid.rows + kTileRows - 1) / kTileRows))
{
    const double cells = data.kernel.bandwidth / window.grid.size;
    mMargin = (static_cast<int>(std::ceil(cells)) / kBlock + 2) * kBlock;
    mReach.outer = cells * (1.0 + 1.0e-12);
    if (mPower >= 0) {
        mReach.inner = cells * std::sqrt(1.0 - leastRest(mPower));
        mTerms = termsOf(2 * mPower);
        mSpread = spreadOf(mPower);
    }
    for (int column = 0; column < mTiles * kTileColumns; ++column) {
        mColumns.push_back((column + 0.5) * mStep);
    }
    mStride = static_cast<std::size_t>(mTiles + 2 * mMargin / kBlock) + kLanesMost;
}

void TileSum::choosePlan()
{
    const double wide = mTiles * kTileColumns + 2.0 * mMargin;
    const double high = mTileRowCount * kTileRows + 2.0 * mMargin;
    const auto [first, last] =
        mData.between(mWindow.grid.south() - mData.reach, mWindow.grid.north + mData.reach);
    const double perCell = static_cast<double>(last - first) / (wide * high);
    mReach.smallest = smallestBlock(perCell);
    mReach.largest = largestBlock(mReach.inner);
    mReach.sortWidth = mReach.smallest == kBlock ? 2 : 1;
    const int degree = 2 * std::max(mPower, 0);
    mPlans = {gridward::planOf(mReach, 0, degree, mStep),
              gridward::planOf(mReach, 1, degree, mStep)};
}

bool TileSum::sortPoints(const AnalysisControl &control)
{
    const int high = (mTileRowCount * kTileRows + kBlock - 1) / kBlock * kBlock + 2 * mMargin;
    TileSort sort;
    sort.margin = mMargin;
    sort.high = mReach.smallest;
    sort.wide = mReach.sortWidth;
    sort.strips = mStrips = high / mReach.smallest;
    sort.columns = (mTiles * kTileColumns + 2 * mMargin) / mReach.sortWidth;
    return mPoints.sort(mData, mWindow.grid, sort, control);
}

void TileSum::makeSmallest(Level &level, std::size_t row) const
{
    const int blocks = static_cast<int>(mStride - kLanesMost) * level.phases;
    const int rowNumber = static_cast<int>(row);
    const int columns = level.size / mReach.sortWidth;
    level.isFilled[row] = mPoints.isEmpty(rowNumber) ? 0 : 1;
    for (int column = 0; column < blocks && level.isFilled[row]; ++column) {
        const std::uint32_t first = mPoints.firstOf(rowNumber, column * columns);
        PointOrder order;
        order.count = mPoints.firstOf(rowNumber, (column + 1) * columns) - first;
        if (order.count == 0) {
            continue;
        }
        order.x = mPoints.x() + first;
        order.y = mPoints.y() + first;
        order.weight = mPoints.weight() == nullptr ? nullptr : mPoints.weight() + first;
        order.centreX = ((column + 0.5) * level.size - mMargin) * mStep;
        order.centreY = ((rowNumber + 0.5) * level.size - mMargin) * mStep;
        mLoops.makeMoments(2 * mPower,
                           order,
                           level.moments.data() +
                               level.at(rowNumber, column % level.phases, mTerms, mStride) +
                               column / level.phases,
                           mStride);
    }
}

/** A block from the four that it is made of. */
void TileSum::makeLarger(const Level &small, Level &level, std::size_t row) const
{
    const double shift = small.size * mStep / 2.0;
    const std::array<std::vector<double>, 2> factors{momentFactors(2 * mPower, -shift),
                                                     momentFactors(2 * mPower, shift)};
    // Larger than a tile they begin at every block of a tile's width, or the four would be apart.
    const bool isLarge = level.size > kBlock;
    const std::size_t apart = isLarge ? static_cast<std::size_t>(small.size / kBlock) : 1;
    for (std::size_t half = 0; half < 2; ++half) {
        const std::size_t from = (isLarge ? row : 2 * row) + half * apart;
        if (from >= static_cast<std::size_t>(small.rows) || !small.isFilled[from]) {
            continue;
        }
        level.isFilled[row] = 1;
        for (int phase = 0; phase < level.phases; ++phase) {
            std::array<MomentRow, 2> rows;
            for (std::size_t i = 0; i < 2; ++i) {
                const int smallPhase = isLarge ? 0 : 2 * phase + static_cast<int>(i);
                rows.at(i) = {small.moments.data() +
                                  small.at(static_cast<int>(from), smallPhase, mTerms, mStride) +
                                  (isLarge ? i * apart : 0),
                              factors.at(i).data()};
            }
            mLoops.addMoments(2 * mPower,
                              rows.data(),
                              rows.size(),
                              mStride,
                              factors.at(half).data(),
                              level.moments.data() +
                                  level.at(static_cast<int>(row), phase, mTerms, mStride),
                              mStride,
                              mStride - kLanesMost);
        }
    }
}

void TileSum::addGroup(const TilePlan::Group &group,
                       const TileRun &tiles,
                       std::vector<MomentRow> &rows,
                       double *moments) const
{
    const auto level = std::ranges::find(mLevels, group.level, &Level::size);
    const int row = (tiles.row * kTileRows + mMargin + group.row) / level->step();
    if (row < 0 || row >= level->rows || !level->isFilled[static_cast<std::size_t>(row)]) {
        return;
    }
    rows.clear();
    const double *factors = group.factors.data();
    for (const int column : group.columns) {
        const int fromWest = // of the first tile, in cells: not below 0
            column + mMargin + tiles.first * kTileColumns;
        const std::size_t at = level->at(row, fromWest % kBlock / level->step(), mTerms, mStride) +
                               static_cast<std::size_t>(fromWest / kBlock);
        rows.push_back({level->moments.data() + at, factors});
        factors += densityloops::factorsOf(2 * mPower);
    }
    mLoops.addMoments(2 * mPower,
                      rows.data(),
                      rows.size(),
                      mStride,
                      group.down.data(),
                      moments,
                      kSumsStride,
                      static_cast<std::size_t>(tiles.count));
}

/** The moments of `rows` rows of tiles; of all what lies in the same row of blocks at a time. */
void TileSum::addInner(const TileRun &tiles, int rows, Scratch &scratch) const
{
    const std::size_t size = static_cast<std::size_t>(mTerms) * kSumsStride;
    scratch.moments.assign(size * kRowsAtOnce, 0.0);
    std::array<std::size_t, kRowsAtOnce> next{};
    while (true) {
        const TilePlan::Group *least = nullptr;
        int leastRow = 0;
        for (int row = 0; row < rows; ++row) {
            const auto &groups = planOf(tiles.row + row).groups;
            const std::size_t at = next.at(static_cast<std::size_t>(row));
            if (at < groups.size() &&
                (least == nullptr ||
                 std::pair(groups[at].level, groups[at].row + row * kTileRows) <
                     std::pair(least->level, least->row + leastRow * kTileRows))) {
                least = &groups[at];
                leastRow = row;
            }
        }
        if (least == nullptr) {
            return;
        }
        const auto row = static_cast<std::size_t>(leastRow);
        ++next.at(row);
        addGroup(*least,
                 {tiles.row + leastRow, tiles.first, tiles.count},
                 scratch.rows,
                 scratch.moments.data() + row * size);
    }
}

void TileSum::addRing(const TileRun &tiles, Scratch &scratch) const
{
    for (const TilePlan::Strip &ring : planOf(tiles.row).strips) {
        const int cell = tiles.row * kTileRows + mMargin + ring.row;
        const int strip = cell / mReach.smallest;
        if (cell < 0 || strip >= mStrips || mPoints.isEmpty(strip)) {
            continue;
        }
        // Only what some tile reaches; the margin is wide enough for all of it.
        const int perTile = kTileColumns / mReach.sortWidth;
        const int west = mMargin / mReach.sortWidth + tiles.first * perTile;
        const std::uint32_t first = mPoints.firstOf(strip, west + ring.first);
        const std::uint32_t last =
            mPoints.firstOf(strip, west + (tiles.count - 1) * perTile + ring.last + 1);
        if (first == last) {
            continue;
        }
        // Whole cache lines apart, so that the rows do not end up in one place of the cache.
        const std::size_t stride = (last - first + kLanesMost - 1) / kLanesMost * kLanesMost + 8;
        scratch.rest.resize(std::max(scratch.rest.size(), stride * kTileRows));
        RestOrder order;
        order.y = mPoints.y() + first;
        const double *root = mPoints.root() == nullptr ? nullptr : mPoints.root() + first;
        order.root = mPower > 0 ? root : nullptr;
        order.count = last - first;
        order.isSquare = mPower < 0;
        order.isStepped = mPower > 0;
        order.firstRow = (tiles.row * kTileRows + 0.5) * mStep;
        order.step = mStep;
        mLoops.makeRest(order, scratch.rest.data(), stride);
        TileStrip run;
        run.x = mPoints.x() + first;
        run.root = root;
        run.rest = scratch.rest.data();
        run.restStride = stride;
        run.starts = mPoints.starts(strip) + west;
        run.base = first;
        run.tiles = static_cast<std::size_t>(tiles.count);
        run.columnsOfTile = perTile;
        run.first = ring.first;
        run.innerFirst = ring.innerFirst;
        run.innerLast = ring.innerLast;
        run.last = ring.last;
        mLoops.addStrip(
            mPower, run, mColumns.data() + tiles.first * kTileColumns, scratch.sums.data());
    }
}

void TileSum::write(const TileRun &tiles, const Scratch &scratch) const
{
    const CellGrid &grid = mWindow.grid;
    const qint64 west = static_cast<qint64>(tiles.first) * kTileColumns;
    const qint64 columns =
        std::min(static_cast<qint64>(tiles.count) * kTileColumns, grid.columns - west);
    for (int row = 0; row < kTileRows; ++row) {
        const qint64 to = static_cast<qint64>(tiles.row) * kTileRows + row;
        if (to >= grid.rows) {
            return;
        }
        double *cells = mWindow.values + to * mWindow.stride + west;
        const double *sums = scratch.sums.data() + static_cast<std::ptrdiff_t>(row) * kTileColumns;
        for (qint64 first = 0; first < columns; first += kTileColumns, sums += kTileCells) {
            const qint64 count = std::min<qint64>(columns - first, kTileColumns);
            for (qint64 column = 0; column < count; ++column) {
                cells[first + column] = std::max(sums[column], 0.0) * mFactor;
            }
        }
    }
}

/** `rows` rows of tiles, from that of `tiles`. */
void TileSum::fillRows(const TileRun &tiles, int rows, Scratch &scratch) const
{
    if (mPower >= 0) {
        addInner(tiles, rows, scratch);
    }
    for (int row = 0; row < rows; ++row) {
        const TileRun run{tiles.row + row, tiles.first, tiles.count};
        scratch.sums.assign(static_cast<std::size_t>(tiles.count) * kTileCells, 0.0);
        if (mPower >= 0) {
            PolynomialOrder order;
            order.parts = mSpread.data();
            order.partCount = mSpread.size();
            order.moments =
                scratch.moments.data() + static_cast<std::size_t>(row * mTerms) * kSumsStride;
            order.stride = kSumsStride;
            order.tiles = static_cast<std::size_t>(tiles.count);
            order.step = mStep;
            mLoops.addPolynomials(2 * mPower, order, scratch.sums.data());
        }
        addRing(run, scratch);
        write(run, scratch);
    }
}

bool TileSum::makeMoments(const AnalysisControl &control, double from, double to)
{
    mLevels.reserve(8);
    for (int size = mReach.smallest; size <= mReach.largest; size *= 2) {
        Level level;
        level.size = size;
        level.phases = kBlock / level.step();
        level.rows = mStrips * mReach.smallest / level.step();
        level.isFilled.assign(static_cast<std::size_t>(level.rows), 0);
        // Larger blocks are made of what lies further east, at the very end nothing.
        level.moments.assign(level.at(level.rows, 0, mTerms, mStride) + kLargestBlock, 0.0);
        mLevels.push_back(std::move(level));
        Level &made = mLevels.back();
        if (!forEachPart(static_cast<std::size_t>(made.rows),
                         {control.isCancelled, {}, control.threads},
                         from,
                         to,
                         [&](std::size_t row, std::size_t) {
                             if (mLevels.size() == 1) {
                                 makeSmallest(made, row);
                             } else {
                                 makeLarger(mLevels[mLevels.size() - 2], made, row);
                             }
                         })) {
            return false;
        }
    }
    return true;
}

bool TileSum::fill(const AnalysisControl &control, double from, double to)
{
    choosePlan();
    if (!sortPoints(control)) {
        return false;
    }
    const double middle = from + 0.1 * (to - from);
    if (mPower >= 0 && !makeMoments(control, from, middle)) {
        return false;
    }
    std::vector<Scratch> scratches(threadsOf(control));
    const int down = (mTileRowCount + kRowsAtOnce - 1) / kRowsAtOnce;
    const int across = (mTiles + kTilesAtOnce - 1) / kTilesAtOnce;
    return forEachPart(
        static_cast<std::size_t>(down) * static_cast<std::size_t>(across),
        control,
        middle,
        to,
        [&](std::size_t part, std::size_t worker) {
            TileRun tiles;
            tiles.row = static_cast<int>(part) % down * kRowsAtOnce;
            tiles.first = static_cast<int>(part) / down * kTilesAtOnce;
            tiles.count = std::min(kTilesAtOnce, mTiles - tiles.first);
            fillRows(tiles, std::min(kRowsAtOnce, mTileRowCount - tiles.row), scratches.at(worker));
        });
}

} // namespace

bool fillByTiles(const DensityData &data,
                 const CellWindow &window,
                 const AnalysisControl &control,
                 double from,
                 double to)
{
    return TileSum(data, window).fill(control, from, to);
}

} // namespace gridward
