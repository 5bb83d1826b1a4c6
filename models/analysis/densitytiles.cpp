// SPDX-License-Identifier: GPL-3.0-or-later
// Tiles of 8 × 4 cells. A block of ground that is within the kernel's reach of every cell of a
// tile adds a polynomial to it, known from the moments of its points; blocks beyond every cell's
// reach add nothing; only the points of the ring between are taken one by one. Nothing is ever
// subtracted, so that nothing is lost by it. What is published for these kernels (sweep lines: Chan
// et al., SLAM, SIGMOD 2022) visits each point once a row of cells instead of once a tile.
#include "models/analysis/densityloops.h"
#include "models/analysis/densityparts.h"
#include "models/analysis/densitytileplan.h"
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
using densityloops::RestOrder;
using densityloops::termAt;
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

/** What a thread needs for a row of tiles. */
struct Scratch
{
    std::vector<double> sums;    ///< 32 for each tile
    std::vector<double> moments; ///< about the centre of each tile
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
    void sortPoints();
    [[nodiscard]] bool makeMoments(const AnalysisControl &control, double from, double to);
    void makeSmallest(Level &level, std::size_t row) const;
    void makeLarger(const Level &small, Level &level, std::size_t row) const;
    template <int Degree>
    void addBlock(const Level &level, int row, int column, double *moments) const;
    void addInner(const TilePlan &plan, int tileRow, Scratch &scratch) const;
    void addRing(const TilePlan &plan, int tileRow, Scratch &scratch) const;
    void addPolynomials(Scratch &scratch) const;
    void write(int tileRow, const Scratch &scratch) const;
    void fillRow(int tileRow, Scratch &scratch) const;

    [[nodiscard]] std::uint32_t firstOf(int strip, int column) const
    {
        return mStarts[static_cast<std::size_t>(strip) * static_cast<std::size_t>(mSortColumns) +
                       static_cast<std::size_t>(column)];
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
    int mSortColumns = 0;
    std::vector<std::uint32_t> mStarts;
    std::vector<double> mX;
    std::vector<double> mY;
    std::vector<double> mWeight; ///< empty: each 1
    std::vector<double> mRoot;
    std::vector<Level> mLevels;
    std::size_t mStride = 0;
    Spread mSpread;
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
    mPlans = {planOf(mReach, 0, degree, mStep), planOf(mReach, 1, degree, mStep)};
}

void TileSum::sortPoints()
{
    const CellGrid &grid = mWindow.grid;
    const int high = (mTileRowCount * kTileRows + kBlock - 1) / kBlock * kBlock + 2 * mMargin;
    mSortColumns = (mTiles * kTileColumns + 2 * mMargin) / mReach.sortWidth;
    mStrips = high / mReach.smallest;
    const std::size_t cells =
        static_cast<std::size_t>(mStrips) * static_cast<std::size_t>(mSortColumns);
    mStarts.assign(cells + 1, 0);
    const auto [first, last] = mData.between(grid.south() - mData.reach, grid.north + mData.reach);
    std::vector<std::size_t> cellOf(last - first, cells);
    for (std::size_t i = first; i < last; ++i) {
        const double column =
            std::floor(((mData.eastings[i] - grid.west) / grid.size + mMargin) / mReach.sortWidth);
        const double strip =
            std::floor(((grid.north - mData.northings[i]) / grid.size + mMargin) / mReach.smallest);
        if (column >= 0.0 && column < mSortColumns && strip >= 0.0 && strip < mStrips) {
            const std::size_t cell =
                static_cast<std::size_t>(strip) * static_cast<std::size_t>(mSortColumns) +
                static_cast<std::size_t>(column);
            cellOf[i - first] = cell;
            ++mStarts[cell + 1];
        }
    }
    std::partial_sum(mStarts.begin(), mStarts.end(), mStarts.begin());
    const std::size_t count = mStarts.back();
    mX.resize(count);
    mY.resize(count);
    mWeight.resize(mData.weights.empty() ? 0 : count);
    std::vector<std::uint32_t> next(mStarts.begin(), mStarts.end() - 1);
    const double bandwidth = mData.kernel.bandwidth;
    for (std::size_t i = first; i < last; ++i) {
        if (cellOf[i - first] == cells) {
            continue;
        }
        const std::size_t to = next[cellOf[i - first]]++;
        mX[to] = (mData.eastings[i] - grid.west) / bandwidth;
        mY[to] = (grid.north - mData.northings[i]) / bandwidth;
        if (!mWeight.empty()) {
            mWeight[to] = mData.weights[i];
        }
    }
    mRoot = mWeight;
    if (mPower == 2) {
        std::ranges::transform(mRoot, mRoot.begin(), [](double w) { return std::sqrt(w); });
    } else if (mPower == 3) {
        std::ranges::transform(mRoot, mRoot.begin(), [](double w) { return std::cbrt(w); });
    }
}

template <int Degree>
void TileSum::addBlock(const Level &level, int row, int column, double *moments) const
{
    const int columns = level.size / mReach.sortWidth;
    const double centreX = ((column + 0.5) * level.size - mMargin) * mStep;
    const double centreY = ((row + 0.5) * level.size - mMargin) * mStep;
    const std::uint32_t last = firstOf(row, (column + 1) * columns);
    for (std::uint32_t i = firstOf(row, column * columns); i < last; ++i) {
        const double x = mX[i] - centreX;
        const double y = mY[i] - centreY;
        double ofY = mWeight.empty() ? 1.0 : mWeight[i];
        for (int b = 0; b <= Degree; ++b, ofY *= y) {
            double value = ofY;
            for (int a = 0; a + b <= Degree; ++a, value *= x) {
                moments[termAt(a, b)] += value;
            }
        }
    }
}

void TileSum::makeSmallest(Level &level, std::size_t row) const
{
    const int blocks = static_cast<int>(mStride - kLanesMost) * level.phases;
    const int rowNumber = static_cast<int>(row);
    level.isFilled[row] = firstOf(rowNumber, 0) != firstOf(rowNumber + 1, 0);
    for (int column = 0; column < blocks && level.isFilled[row]; ++column) {
        std::array<double, termsOf(6)> moments{};
        switch (mPower) {
        case 0:
            addBlock<0>(level, rowNumber, column, moments.data());
            break;
        case 1:
            addBlock<2>(level, rowNumber, column, moments.data());
            break;
        case 2:
            addBlock<4>(level, rowNumber, column, moments.data());
            break;
        default:
            addBlock<6>(level, rowNumber, column, moments.data());
            break;
        }
        double *to = level.moments.data() +
                     level.at(rowNumber, column % level.phases, mTerms, mStride) +
                     column / level.phases;
        for (int term = 0; term < mTerms; ++term) {
            to[static_cast<std::size_t>(term) * mStride] = moments[static_cast<std::size_t>(term)];
        }
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
                              mStride - kLanesMost);
        }
    }
}

void TileSum::addInner(const TilePlan &plan, int tileRow, Scratch &scratch) const
{
    std::ranges::fill(scratch.moments, 0.0);
    for (const TilePlan::Group &group : plan.groups) {
        const auto level = std::ranges::find(mLevels, group.level, &Level::size);
        const int row = (tileRow * kTileRows + mMargin + group.row) / level->step();
        if (row < 0 || row >= level->rows || !level->isFilled[static_cast<std::size_t>(row)]) {
            continue;
        }
        scratch.rows.clear();
        const double *factors = group.factors.data();
        for (const int column : group.columns) {
            const int fromWest = column + mMargin; // of the first tile, in cells: not below 0
            const std::size_t at =
                level->at(row, fromWest % kBlock / level->step(), mTerms, mStride) +
                static_cast<std::size_t>(fromWest / kBlock);
            scratch.rows.push_back({level->moments.data() + at, factors});
            factors += densityloops::factorsOf(2 * mPower);
        }
        mLoops.addMoments(2 * mPower,
                          scratch.rows.data(),
                          scratch.rows.size(),
                          mStride,
                          group.down.data(),
                          scratch.moments.data(),
                          static_cast<std::size_t>(mTiles));
    }
}

void TileSum::addPolynomials(Scratch &scratch) const
{
    const int degree = 2 * mPower;
    for (std::size_t tile = 0; tile < static_cast<std::size_t>(mTiles); ++tile) {
        if (scratch.moments[tile] == 0.0) { // the weight of all
            continue;
        }
        std::array<double, termsOf(6)> terms{};
        for (const Spread::Part &part : mSpread.parts) {
            terms[static_cast<std::size_t>(part.target)] +=
                part.factor *
                scratch.moments[static_cast<std::size_t>(part.moment) * mStride + tile];
        }
        double *sums = scratch.sums.data() + tile * kTileCells;
        for (int row = 0; row < kTileRows; ++row) {
            const double y = (row + 0.5 - kTileRows / 2.0) * mStep;
            std::array<double, 7> along{};
            for (int a = 0; a <= degree; ++a) {
                for (int b = degree - a; b >= 0; --b) {
                    along.at(static_cast<std::size_t>(a)) =
                        along.at(static_cast<std::size_t>(a)) * y +
                        terms.at(static_cast<std::size_t>(termAt(a, b)));
                }
            }
            for (int column = 0; column < kTileColumns; ++column) {
                const double x = (column + 0.5 - kTileColumns / 2.0) * mStep;
                double value = 0.0;
                for (int a = degree; a >= 0; --a) {
                    value = value * x + along.at(static_cast<std::size_t>(a));
                }
                sums[row * kTileColumns + column] += value;
            }
        }
    }
}

void TileSum::addRing(const TilePlan &plan, int tileRow, Scratch &scratch) const
{
    for (const TilePlan::Strip &ring : plan.strips) {
        const int cell = tileRow * kTileRows + mMargin + ring.row;
        const int strip = cell / mReach.smallest;
        if (cell < 0 || strip >= mStrips || firstOf(strip, 0) == firstOf(strip + 1, 0)) {
            continue;
        }
        // Only what some tile reaches; the margin is wide enough for all of it.
        const int west = mMargin / mReach.sortWidth;
        const int perTile = kTileColumns / mReach.sortWidth;
        const std::uint32_t first = firstOf(strip, west + ring.first);
        const std::uint32_t last = firstOf(strip, west + (mTiles - 1) * perTile + ring.last + 1);
        if (first == last) {
            continue;
        }
        // Whole cache lines apart, so that the rows do not end up in one place of the cache.
        const std::size_t stride = (last - first + kLanesMost - 1) / kLanesMost * kLanesMost + 8;
        scratch.rest.resize(std::max(scratch.rest.size(), stride * kTileRows));
        RestOrder order;
        order.y = mY.data() + first;
        order.root = mPower > 0 && !mRoot.empty() ? mRoot.data() + first : nullptr;
        order.count = last - first;
        order.isSquare = mPower < 0;
        order.firstRow = (tileRow * kTileRows + 0.5) * mStep;
        order.step = mStep;
        mLoops.makeRest(order, scratch.rest.data(), stride);
        TileStrip run;
        run.x = mX.data() + first;
        run.root = mRoot.empty() ? nullptr : mRoot.data() + first;
        run.rest = scratch.rest.data();
        run.restStride = stride;
        run.starts = mStarts.data() +
                     static_cast<std::size_t>(strip) * static_cast<std::size_t>(mSortColumns) +
                     static_cast<std::size_t>(west);
        run.base = first;
        run.tiles = static_cast<std::size_t>(mTiles);
        run.columnsOfTile = perTile;
        run.first = ring.first;
        run.innerFirst = ring.innerFirst;
        run.innerLast = ring.innerLast;
        run.last = ring.last;
        mLoops.addStrip(mPower, run, mColumns.data(), scratch.sums.data());
    }
}

void TileSum::write(int tileRow, const Scratch &scratch) const
{
    const CellGrid &grid = mWindow.grid;
    for (int row = 0; row < kTileRows; ++row) {
        const qint64 to = static_cast<qint64>(tileRow) * kTileRows + row;
        if (to >= grid.rows) {
            return;
        }
        double *cells = mWindow.values + to * mWindow.stride;
        for (qint64 column = 0; column < grid.columns; ++column) {
            const double sum = scratch.sums[static_cast<std::size_t>(
                column / kTileColumns * kTileCells + row * kTileColumns + column % kTileColumns)];
            cells[column] = std::max(sum, 0.0) * mFactor;
        }
    }
}

void TileSum::fillRow(int tileRow, Scratch &scratch) const
{
    const TilePlan &plan = mPlans.at(static_cast<std::size_t>(tileRow % 2));
    scratch.sums.assign(static_cast<std::size_t>(mTiles) * kTileCells, 0.0);
    if (mPower >= 0) {
        scratch.moments.resize(static_cast<std::size_t>(mTerms) * mStride);
        addInner(plan, tileRow, scratch);
        addPolynomials(scratch);
    }
    addRing(plan, tileRow, scratch);
    write(tileRow, scratch);
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
    sortPoints();
    const double middle = from + 0.1 * (to - from);
    if (mPower >= 0 && !makeMoments(control, from, middle)) {
        return false;
    }
    std::vector<Scratch> scratches(threadsOf(control));
    return forEachPart(static_cast<std::size_t>(mTileRowCount),
                       control,
                       middle,
                       to,
                       [&](std::size_t row, std::size_t worker) {
                           fillRow(static_cast<int>(row), scratches.at(worker));
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
