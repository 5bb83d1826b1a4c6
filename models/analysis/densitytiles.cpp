// SPDX-License-Identifier: GPL-3.0-or-later
// Tiles of 8 × 4 cells. A block of ground that is within the kernel's reach of every cell of a
// tile adds a polynomial to it, known from the moments of its points; blocks beyond every cell's
// reach add nothing; only the points of the ring between are taken one by one. Nothing is ever
// subtracted, so that nothing is lost by it. What is published for these kernels (sweep lines: Chan
// et al., SLAM, SIGMOD 2022) visits each point once a row of cells instead of once a tile.
#include "models/analysis/densityloops.h"
#include "models/analysis/densityparts.h"
#include "models/analysis/parallelrows.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <map>
#include <memory>
#include <numeric>

namespace gridward {

namespace {

using densityloops::kTileCells;
using densityloops::kTileColumns;
using densityloops::kTileRows;
using densityloops::Loops;
using densityloops::MomentRow;
using densityloops::termAt;
using densityloops::termsOf;
using densityloops::TileRun;

/** The largest blocks, in cells; as wide as a tile. */
constexpr int kBlock = kTileColumns;
/** Vectors may run on to the end of a register. */
constexpr std::size_t kLanesMost = 8;

/** (1 - |q - p|²)^power as a polynomial in q, with coefficients from the moments of p. */
struct Spread
{
    struct Part
    {
        int target; ///< term in q
        int moment; ///< term in p
        double factor;
    };
    std::vector<Part> parts;
};

Spread spreadOf(int power)
{
    using Term = std::array<int, 4>; // powers of qx, qy, px, py
    const std::map<Term, double> base{{{0, 0, 0, 0}, 1.0},
                                      {{2, 0, 0, 0}, -1.0},
                                      {{1, 0, 1, 0}, 2.0},
                                      {{0, 0, 2, 0}, -1.0},
                                      {{0, 2, 0, 0}, -1.0},
                                      {{0, 1, 0, 1}, 2.0},
                                      {{0, 0, 0, 2}, -1.0}};
    std::map<Term, double> product{{{0, 0, 0, 0}, 1.0}};
    for (int i = 0; i < power; ++i) {
        std::map<Term, double> next;
        for (const auto &[one, factor] : product) {
            for (const auto &[other, times] : base) {
                Term sum{};
                std::ranges::transform(one, other, sum.begin(), std::plus());
                next[sum] += factor * times;
            }
        }
        product = std::move(next);
    }
    Spread spread;
    for (const auto &[term, factor] : product) {
        spread.parts.push_back({termAt(term[0], term[1]), termAt(term[2], term[3]), factor});
    }
    return spread;
}

/** How near to the edge of the kernel a block is still summed by its moments, as the least
 * 1 - u²: nearer, the polynomial would lose digits where the kernel is next to nothing. */
double leastRest(int power)
{
    constexpr std::array kRest{1.0e-9, 1.0e-4, 0.01, 0.047};
    return kRest.at(static_cast<std::size_t>(power));
}

/** Cells between a tile and a block, both relative to the tile's north-western corner. */
struct Span
{
    double least = 0.0;
    double most = 0.0;
};

Span spanOf(double block, double size, double lastCentre)
{
    return {std::max({block - lastCentre, 0.5 - (block + size), 0.0}),
            std::max(std::abs(lastCentre - block), std::abs(block + size - 0.5))};
}

/** What a tile adds up, relative to itself: the same for all tiles of one parity. */
struct TilePlan
{
    struct Group ///< blocks of one size in one row
    {
        int level = 0;
        int row = 0; ///< first row of cells, from the tile's first
        std::vector<int> columns;
    };
    struct Strip ///< points to be taken one by one
    {
        int row = 0;
        int first = 0; ///< columns of the sort, from the tile's first …
        int last = 0;
        int innerFirst = 0; ///< … without these, if innerFirst is not beyond innerLast
        int innerLast = -1;
    };
    std::vector<Group> groups;
    std::vector<Strip> strips;
};

/** Block sizes and the distances, in cells, at which they count. */
struct Reach
{
    double inner = 0.0; ///< a block is in reach of a whole tile up to here; 0: never
    double outer = 0.0;
    int smallest = 2;  ///< size of the smallest blocks, 2, 4 or 8
    int sortWidth = 1; ///< columns of the sort are so many cells wide

    [[nodiscard]] bool isInside(double column, double row, double size) const
    {
        const Span x = spanOf(column, size, kTileColumns - 0.5);
        const Span y = spanOf(row, size, kTileRows - 0.5);
        return x.most * x.most + y.most * y.most <= inner * inner;
    }
    [[nodiscard]] bool isOutside(double column, double row, double size) const
    {
        const Span x = spanOf(column, size, kTileColumns - 0.5);
        const Span y = spanOf(row, size, kTileRows - 0.5);
        return x.least * x.least + y.least * y.least > outer * outer;
    }
};

void cover(const Reach &reach,
           int size,
           int column,
           int row,
           std::map<std::pair<int, int>, std::vector<int>> &found)
{
    if (reach.isOutside(column, row, size)) {
        return;
    }
    if (reach.isInside(column, row, size)) {
        found[{size, row}].push_back(column);
        return;
    }
    const int half = size / 2;
    if (half >= reach.smallest) {
        for (const int down : {0, half}) {
            for (const int along : {0, half}) {
                cover(reach, half, column + along, row + down, found);
            }
        }
    }
}

TilePlan planOf(const Reach &reach, int parity)
{
    TilePlan plan;
    const int far = (static_cast<int>(std::ceil(reach.outer)) / kBlock + 2) * kBlock;
    std::map<std::pair<int, int>, std::vector<int>> found;
    for (int row = -far - kTileRows * parity; row <= far; row += kBlock) {
        for (int column = -far; column <= far && reach.inner > 0.0; column += kBlock) {
            cover(reach, kBlock, column, row, found);
        }
    }
    for (auto &[key, columns] : found) {
        plan.groups.push_back({key.first, key.second, std::move(columns)});
    }
    const int offset = reach.smallest == kBlock ? kTileRows * parity : 0;
    for (int row = -far - offset; row <= far; row += reach.smallest) {
        const Span y = spanOf(row, reach.smallest, kTileRows - 0.5);
        if (y.least > reach.outer) {
            continue;
        }
        const double half = std::sqrt(reach.outer * reach.outer - y.least * y.least);
        TilePlan::Strip strip;
        strip.row = row;
        strip.first = static_cast<int>(std::floor((0.5 - half) / reach.sortWidth));
        strip.last = static_cast<int>(std::floor((kTileColumns - 0.5 + half) / reach.sortWidth));
        bool isFirst = true;
        for (int column = -far; column <= far && reach.inner > 0.0; column += reach.smallest) {
            if (reach.isInside(column, row, reach.smallest)) {
                if (std::exchange(isFirst, false)) {
                    strip.innerFirst = column / reach.sortWidth;
                }
                strip.innerLast = (column + reach.smallest) / reach.sortWidth - 1;
            }
        }
        plan.strips.push_back(strip);
    }
    return plan;
}

/** Moments of all blocks of one size; blocks that are a tile's width apart lie side by side. */
struct Level
{
    int size = kBlock;
    int phases = 1; ///< blocks to a tile's width
    int rows = 0;
    std::vector<double> moments;
    std::vector<char> isFilled; ///< a row with a point in it

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
    void makeMoments(Level &level, std::size_t row) const;
    void addBlock(const Level &level, int row, int column, double *moments) const;
    void addInner(const TilePlan &plan, int tileRow, Scratch &scratch) const;
    void addRing(const TilePlan &plan, int tileRow, Scratch &scratch) const;
    void addRun(int strip, int first, int last, std::size_t tile, Scratch &scratch) const;
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
    // Some points to a block, or else making the blocks costs more than they spare.
    mReach.smallest = perCell > 0.4 ? 2 : perCell > 0.1 ? 4 : 8;
    mReach.sortWidth = mReach.smallest / 2;
    mPlans = {planOf(mReach, 0), planOf(mReach, 1)};
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

void TileSum::addBlock(const Level &level, int row, int column, double *moments) const
{
    const int strips = level.size / mReach.smallest;
    const int columns = level.size / mReach.sortWidth;
    const double centreX = ((column + 0.5) * level.size - mMargin) * mStep;
    const double centreY = ((row + 0.5) * level.size - mMargin) * mStep;
    const int degree = 2 * mPower;
    std::array<double, 7> x{1.0};
    std::array<double, 7> y{1.0};
    for (int strip = row * strips; strip < (row + 1) * strips; ++strip) {
        const std::uint32_t last = firstOf(strip, (column + 1) * columns);
        for (std::uint32_t i = firstOf(strip, column * columns); i < last; ++i) {
            for (std::size_t n = 1; n <= static_cast<std::size_t>(degree); ++n) {
                x.at(n) = x.at(n - 1) * (mX[i] - centreX);
                y.at(n) = y.at(n - 1) * (mY[i] - centreY);
            }
            const double weight = mWeight.empty() ? 1.0 : mWeight[i];
            int term = 0;
            for (int sum = 0; sum <= degree; ++sum) {
                for (int b = 0; b <= sum; ++b) {
                    moments[term++] += weight * x[static_cast<std::size_t>(sum - b)] *
                                       y[static_cast<std::size_t>(b)];
                }
            }
        }
    }
}

void TileSum::makeMoments(Level &level, std::size_t row) const
{
    const int blocks = static_cast<int>(mStride - kLanesMost) * level.phases;
    const int rowNumber = static_cast<int>(row);
    const int strips = level.size / mReach.smallest;
    level.isFilled[row] = firstOf(rowNumber * strips, 0) != firstOf((rowNumber + 1) * strips, 0);
    if (!level.isFilled[row]) {
        return;
    }
    for (int column = 0; column < blocks; ++column) {
        std::array<double, termsOf(6)> moments{};
        addBlock(level, rowNumber, column, moments.data());
        double *to = level.moments.data() +
                     level.at(rowNumber, column % level.phases, mTerms, mStride) +
                     column / level.phases;
        for (int term = 0; term < mTerms; ++term) {
            to[static_cast<std::size_t>(term) * mStride] = moments[static_cast<std::size_t>(term)];
        }
    }
}

void TileSum::addInner(const TilePlan &plan, int tileRow, Scratch &scratch) const
{
    std::ranges::fill(scratch.moments, 0.0);
    for (const TilePlan::Group &group : plan.groups) {
        const auto level = std::ranges::find(mLevels, group.level, &Level::size);
        const int row = (tileRow * kTileRows + mMargin + group.row) / level->size;
        if (row < 0 || row >= level->rows || !level->isFilled[static_cast<std::size_t>(row)]) {
            continue;
        }
        scratch.rows.clear();
        for (const int column : group.columns) {
            const int fromWest = column + mMargin; // of the first tile, in cells: not below 0
            const std::size_t at =
                level->at(row, fromWest % kBlock / level->size, mTerms, mStride) +
                static_cast<std::size_t>(fromWest / kBlock);
            scratch.rows.push_back({level->moments.data() + at,
                                    (column + level->size / 2.0 - kTileColumns / 2.0) * mStep});
        }
        mLoops.addMoments(2 * mPower,
                          scratch.rows.data(),
                          scratch.rows.size(),
                          mStride,
                          (group.row + level->size / 2.0 - kTileRows / 2.0) * mStep,
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

void TileSum::addRun(int strip, int first, int last, std::size_t tile, Scratch &scratch) const
{
    first = std::max(first, 0);
    last = std::min(last, mSortColumns - 1);
    if (first > last) {
        return;
    }
    const std::size_t begin = firstOf(strip, first);
    const std::size_t end = firstOf(strip, last + 1);
    if (begin == end) {
        return;
    }
    const std::size_t offset = begin - firstOf(strip, 0);
    TileRun run;
    run.x = mX.data() + begin;
    run.root = mRoot.empty() ? nullptr : mRoot.data() + begin;
    run.rest = scratch.rest.data() + offset * kTileRows;
    run.count = end - begin;
    double *sums = scratch.sums.data() + tile * kTileCells;
    const double *columns = mColumns.data() + tile * kTileColumns;
    if (mPower < 0) {
        mLoops.addTriangularRun(run, columns, sums);
    } else {
        mLoops.addRun(mPower, run, columns, sums);
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
        const std::size_t first = firstOf(strip, 0);
        const std::size_t last = firstOf(strip + 1, 0);
        scratch.rest.resize(std::max(scratch.rest.size(), (last - first) * kTileRows));
        for (int row = 0; row < kTileRows; ++row) {
            const double y = (tileRow * kTileRows + row + 0.5) * mStep;
            for (std::size_t i = first; i < last; ++i) {
                const double dy = y - mY[i];
                const double rest = mPower < 0 ? dy * dy : 1.0 - dy * dy;
                const bool isScaled = mPower > 0 && !mRoot.empty();
                scratch.rest[(i - first) * kTileRows + static_cast<std::size_t>(row)] =
                    isScaled ? rest * mRoot[i] : rest;
            }
        }
        for (std::size_t tile = 0; tile < static_cast<std::size_t>(mTiles); ++tile) {
            const int west = (static_cast<int>(tile) * kTileColumns + mMargin) / mReach.sortWidth;
            if (ring.innerFirst > ring.innerLast) {
                addRun(strip, west + ring.first, west + ring.last, tile, scratch);
                continue;
            }
            addRun(strip, west + ring.first, west + ring.innerFirst - 1, tile, scratch);
            addRun(strip, west + ring.innerLast + 1, west + ring.last, tile, scratch);
        }
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

bool TileSum::fill(const AnalysisControl &control, double from, double to)
{
    choosePlan();
    sortPoints();
    const double middle = from + 0.1 * (to - from);
    for (int size = mReach.smallest; mPower >= 0 && size <= kBlock; size *= 2) {
        Level level;
        level.size = size;
        level.phases = kBlock / size;
        level.rows = mStrips * mReach.smallest / size;
        level.isFilled.assign(static_cast<std::size_t>(level.rows), 0);
        level.moments.assign(level.at(level.rows, 0, mTerms, mStride), 0.0);
        mLevels.push_back(std::move(level));
        if (!forEachPart(static_cast<std::size_t>(mLevels.back().rows),
                         {control.isCancelled, {}, control.threads},
                         from,
                         middle,
                         [&](std::size_t row, std::size_t) { makeMoments(mLevels.back(), row); })) {
            return false;
        }
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
