// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/overlay/clusterer.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

namespace gridward {

namespace {

constexpr double kCasesCell = 46.0; ///< logical pixels: a little more than any two symbols need
constexpr double kStaffCell = 26.0;
constexpr double kStepsPerDoubling = 8.0;
constexpr double kWidestPair = 44.0; ///< logical pixels; two symbols never want more
constexpr std::uint64_t kManyPoints = 0xFFFF;
/** One of each two cells that touch: east, north-west, north, north-east. */
constexpr std::array<std::pair<int, int>, 4> kBeside{{{1, 0}, {-1, 1}, {0, 1}, {1, 1}}};

std::uint64_t mixed(std::int32_t column, std::int32_t row)
{
    std::uint64_t value = static_cast<std::uint64_t>(static_cast<std::uint32_t>(column)) << 32 |
                          static_cast<std::uint32_t>(row);
    value ^= value >> 30;
    value *= 0xbf58476d1ce4e5b9ULL;
    value ^= value >> 27;
    value *= 0x94d049bb133111ebULL;
    return value ^ value >> 31;
}

/** The last chosen zoom level may be half a step away from the picture's: a little more room. */
const double kSlack = std::exp2(0.5 / kStepsPerDoubling);

} // namespace

float symbolRadius(SymbolSizes sizes, int count, bool anyOverdue)
{
    if (sizes == SymbolSizes::Staff) {
        return count > 1 ? 12.0F : 9.0F;
    }
    if (count <= 1) {
        return anyOverdue ? 17.0F : 14.0F;
    }
    return count < 10 ? 15.0F : count < 100 ? 17.0F : count < 1000 ? 19.0F : 21.5F;
}

int zoomStepOf(double unitsPerPixel)
{
    return static_cast<int>(std::lround(std::log2(unitsPerPixel) * kStepsPerDoubling));
}

double unitsPerPixelOf(int zoomStep)
{
    return std::exp2(zoomStep / kStepsPerDoubling);
}

CaseClusterer::CaseClusterer(SymbolSizes sizes)
    : mSizes(sizes)
{
}

void CaseClusterer::rebuild(const PointColumns &points, int zoomStep)
{
    mZoomStep = zoomStep;
    mUnitsPerPixel = unitsPerPixelOf(zoomStep);
    mBucketSize = kWidestPair * mUnitsPerPixel * kSlack;
    mCellSize = mUnitsPerPixel * (mSizes == SymbolSizes::Cases ? kCasesCell : kStaffCell);
    mStale = true;
    ++mRebuildings;
    mCells.clear();
    std::ranges::fill(mTable, -1);
    const std::size_t size = points.x.size();
    mNextPoint.assign(size, -1);
    mPreviousPoint.assign(size, -1);
    mCellOfPoint.assign(size, -1);
    for (std::size_t i = 0; i < size; ++i) {
        if (points.shown[i] != 0) {
            add(points, static_cast<std::int32_t>(i));
        }
    }
}

void CaseClusterer::add(const PointColumns &points, std::int32_t index)
{
    const auto point = static_cast<std::size_t>(index);
    if (point >= mNextPoint.size()) {
        mNextPoint.resize(point + 1, -1);
        mPreviousPoint.resize(point + 1, -1);
        mCellOfPoint.resize(point + 1, -1);
    }
    const std::int32_t number = cellAt(points.x[point], points.y[point]);
    Cell &cell = mCells[static_cast<std::size_t>(number)];
    cell.sumX += points.x[point];
    cell.sumY += points.y[point];
    cell.overdue += points.overdue[point];
    ++cell.levels[points.level[point]];
    mNextPoint[point] = cell.firstPoint;
    mPreviousPoint[point] = -1;
    if (cell.firstPoint >= 0) {
        mPreviousPoint[static_cast<std::size_t>(cell.firstPoint)] = index;
    }
    cell.firstPoint = index;
    mCellOfPoint[point] = number;
    mStale = true;
}

void CaseClusterer::remove(const PointColumns &points, std::int32_t index)
{
    const auto point = static_cast<std::size_t>(index);
    if (point >= mCellOfPoint.size() || mCellOfPoint[point] < 0) {
        return;
    }
    Cell &cell = mCells[static_cast<std::size_t>(mCellOfPoint[point])];
    cell.sumX -= points.x[point];
    cell.sumY -= points.y[point];
    cell.overdue -= points.overdue[point];
    --cell.levels[points.level[point]];
    const std::int32_t before = mPreviousPoint[point];
    const std::int32_t after = mNextPoint[point];
    (before >= 0 ? mNextPoint[static_cast<std::size_t>(before)] : cell.firstPoint) = after;
    if (after >= 0) {
        mPreviousPoint[static_cast<std::size_t>(after)] = before;
    }
    mCellOfPoint[point] = -1;
    mStale = true;
}

std::int32_t CaseClusterer::cellAt(double x, double y)
{
    if ((mCells.size() + 1) * 2 > mTable.size()) {
        growTable();
    }
    // Far too small a zoom level for the world would overflow: its cells are one then.
    const auto number = [this](double metres) {
        return static_cast<std::int32_t>(std::clamp(std::floor(metres / mCellSize), -2e9, 2e9));
    };
    const std::int32_t column = number(x);
    const std::int32_t row = number(y);
    const std::size_t slot = slotOf(column, row);
    if (mTable[slot] < 0) {
        mTable[slot] = static_cast<std::int32_t>(mCells.size());
        addCell(column, row);
    }
    return mTable[slot];
}

std::size_t CaseClusterer::slotOf(std::int32_t column, std::int32_t row) const
{
    const std::size_t mask = mTable.size() - 1;
    std::size_t slot = mixed(column, row) & mask;
    while (mTable[slot] >= 0) {
        const Cell &cell = mCells[static_cast<std::size_t>(mTable[slot])];
        if (cell.column == column && cell.row == row) {
            break;
        }
        slot = (slot + 1) & mask;
    }
    return slot;
}

void CaseClusterer::addCell(std::int32_t column, std::int32_t row)
{
    const auto number = static_cast<std::int32_t>(mCells.size());
    mCells.push_back({.column = column, .row = row});
    for (std::size_t i = 0; i < kBeside.size(); ++i) {
        const auto [right, up] = kBeside.at(i);
        mCells.back().beside.at(i) = mTable[slotOf(column + right, row + up)];
        const std::int32_t other = mTable[slotOf(column - right, row - up)];
        if (other >= 0) {
            mCells[static_cast<std::size_t>(other)].beside.at(i) = number;
        }
    }
}

void CaseClusterer::growTable()
{
    mTable.assign(std::max<std::size_t>(1024, mTable.size() * 2), -1);
    const std::size_t mask = mTable.size() - 1;
    for (std::size_t i = 0; i < mCells.size(); ++i) {
        std::size_t slot = mixed(mCells[i].column, mCells[i].row) & mask;
        while (mTable[slot] >= 0) {
            slot = (slot + 1) & mask;
        }
        mTable[slot] = static_cast<std::int32_t>(i);
    }
}

const std::vector<ClusterSymbol> &CaseClusterer::symbols()
{
    if (!mStale) {
        return mSymbols;
    }
    mStale = false;
    ++mMergings;
    collectNodes();
    fillBuckets();
    findFirstOverlapping();
    while (mergePass()) {
        findOverlapping();
    }
    mSymbols.clear();
    mSymbolOfCell.assign(mCells.size(), -1);
    for (const Node &node : mNodes) {
        if (node.symbol.count == 0) {
            continue;
        }
        for (std::int32_t cell = node.symbol.firstCell; cell >= 0;
             cell = mCells[static_cast<std::size_t>(cell)].nextCell) {
            mSymbolOfCell[static_cast<std::size_t>(cell)] =
                static_cast<std::int32_t>(mSymbols.size());
        }
        mSymbols.push_back(node.symbol);
    }
    return mSymbols;
}

const SymbolIndex &CaseClusterer::index()
{
    constexpr double kStrip = 24.0; // logical pixels: no symbol wants less for itself
    const std::vector<ClusterSymbol> &all = symbols();
    if (mIndexed != mMergings) {
        mIndexed = mMergings;
        mIndex.build(all, kStrip * mUnitsPerPixel);
    }
    return mIndex;
}

void CaseClusterer::settle(Node &node) const
{
    ClusterSymbol &symbol = node.symbol;
    symbol.x = node.sumX / symbol.count;
    symbol.y = node.sumY / symbol.count;
    symbol.radius = symbolRadius(mSizes, symbol.count, symbol.overdue > 0);
}

void CaseClusterer::collectNodes()
{
    mNodes.clear();
    mEmptyCells = 0;
    for (std::size_t i = 0; i < mCells.size(); ++i) {
        Cell &cell = mCells[i];
        cell.nextCell = -1;
        cell.node = -1;
        const std::int32_t count = cell.count();
        if (count == 0) {
            ++mEmptyCells;
            continue; // all that were there have gone
        }
        Node node;
        node.sumX = cell.sumX;
        node.sumY = cell.sumY;
        node.symbol.count = count;
        node.symbol.overdue = cell.overdue;
        node.symbol.only = count == 1 ? cell.firstPoint : -1;
        node.symbol.firstCell = node.lastCell = static_cast<std::int32_t>(i);
        for (std::uint8_t level = 0; level < 4; ++level) {
            if (cell.levels[level] > 0) {
                node.symbol.level = level;
            }
        }
        settle(node);
        cell.node = static_cast<std::int32_t>(mNodes.size());
        mNodes.push_back(node);
    }
}

namespace {

std::int32_t bucketNumber(double metres, double size)
{
    return static_cast<std::int32_t>(std::clamp(std::floor(metres / size), -2e9, 2e9));
}

} // namespace

void CaseClusterer::fillBuckets()
{
    mBucketHead.assign(std::bit_ceil(mNodes.size() * 2 + 16), -1);
    mBucketNext.assign(mNodes.size(), -1);
    mParts.assign(mNodes.size(), Part::None);
    mMoved.clear();
    for (std::uint32_t i = 0; i < mNodes.size(); ++i) {
        link(i);
    }
}

void CaseClusterer::link(std::uint32_t node)
{
    const ClusterSymbol &symbol = mNodes[node].symbol;
    const std::size_t bucket =
        mixed(bucketNumber(symbol.x, mBucketSize), bucketNumber(symbol.y, mBucketSize)) &
        (mBucketHead.size() - 1);
    mBucketNext[node] = mBucketHead[bucket];
    mBucketHead[bucket] = static_cast<std::int32_t>(node);
}

void CaseClusterer::unlink(std::uint32_t node)
{
    const ClusterSymbol &symbol = mNodes[node].symbol;
    const std::size_t bucket =
        mixed(bucketNumber(symbol.x, mBucketSize), bucketNumber(symbol.y, mBucketSize)) &
        (mBucketHead.size() - 1);
    std::int32_t *link = &mBucketHead[bucket];
    while (*link != static_cast<std::int32_t>(node)) {
        link = &mBucketNext[static_cast<std::size_t>(*link)];
    }
    *link = mBucketNext[node];
}

/** Every node in reach, and perhaps others or one of them twice. */
template <typename Visit>
void CaseClusterer::visitAround(const ClusterSymbol &symbol, const Visit &visit) const
{
    const std::int32_t column = bucketNumber(symbol.x, mBucketSize);
    const std::int32_t row = bucketNumber(symbol.y, mBucketSize);
    for (int right = -1; right <= 1; ++right) {
        for (int up = -1; up <= 1; ++up) {
            std::int32_t other =
                mBucketHead[mixed(column + right, row + up) & (mBucketHead.size() - 1)];
            for (; other >= 0; other = mBucketNext[static_cast<std::size_t>(other)]) {
                visit(static_cast<std::uint32_t>(other));
            }
        }
    }
}

/** From rim to rim, map units; negative if the two overlap. */
double CaseClusterer::gap(const ClusterSymbol &one, const ClusterSymbol &other) const
{
    const double x = one.x - other.x;
    const double y = one.y - other.y;
    const double room = double(one.radius + other.radius) * mUnitsPerPixel * kSlack;
    return std::sqrt(x * x + y * y) - room;
}

void CaseClusterer::wait(std::uint32_t node)
{
    if (mParts[node] != Part::Waiting) {
        mParts[node] = Part::Waiting;
        const ClusterSymbol &symbol = mNodes[node].symbol;
        const Cell &cell = mCells[static_cast<std::size_t>(symbol.firstCell)];
        const std::uint64_t count = std::min(static_cast<std::uint64_t>(symbol.count), kManyPoints);
        mTurns.push_back({(kManyPoints - count) << 48 | mixed(cell.column, cell.row) >> 16, node});
    }
}

/**
 * What overlaps before anything was merged. Each symbol still lies in its cell then, and a cell is
 * as wide as any two symbols need: those of cells that touch are all there is to look at.
 */
void CaseClusterer::findFirstOverlapping()
{
    mTurns.clear();
    for (const Cell &cell : mCells) {
        if (cell.node < 0) {
            continue;
        }
        const auto node = static_cast<std::uint32_t>(cell.node);
        for (const std::int32_t beside : cell.beside) {
            const std::int32_t other =
                beside < 0 ? -1 : mCells[static_cast<std::size_t>(beside)].node;
            if (other >= 0 &&
                gap(mNodes[node].symbol, mNodes[static_cast<std::size_t>(other)].symbol) < 0.0) {
                wait(node);
                wait(static_cast<std::uint32_t>(other));
            }
        }
    }
    std::ranges::sort(mTurns, {}, &Turn::key);
}

/** Nodes that moved or grew and overlap something, and what they overlap, in their order. */
void CaseClusterer::findOverlapping()
{
    mTurns.clear();
    for (const std::uint32_t node : mMoved) {
        visitAround(mNodes[node].symbol, [&](std::uint32_t other) {
            if (other != node && gap(mNodes[node].symbol, mNodes[other].symbol) < 0.0) {
                wait(node);
                wait(other);
            }
        });
    }
    std::ranges::sort(mTurns, {}, &Turn::key);
}

std::int32_t CaseClusterer::nearestRoot(std::uint32_t node) const
{
    std::int32_t nearest = -1;
    double least = 0.0;
    const ClusterSymbol &symbol = mNodes[node].symbol;
    visitAround(symbol, [&](std::uint32_t other) {
        if (mParts[other] == Part::Root || mParts[other] == Part::GrownRoot) {
            if (const double between = gap(symbol, mNodes[other].symbol); between < least) {
                nearest = static_cast<std::int32_t>(other);
                least = between;
            }
        }
    });
    return nearest;
}

void CaseClusterer::absorb(Node &root, Node &node)
{
    mCells[static_cast<std::size_t>(root.lastCell)].nextCell = node.symbol.firstCell;
    root.lastCell = node.lastCell;
    root.sumX += node.sumX;
    root.sumY += node.sumY;
    root.symbol.count += node.symbol.count;
    root.symbol.overdue += node.symbol.overdue;
    root.symbol.level = std::max(root.symbol.level, node.symbol.level);
    root.symbol.only = -1;
    node.symbol.count = 0;
}

/**
 * Lets the larger symbols absorb what they overlap; false if nothing overlaps. Nodes stay where
 * they are until the end of the pass, so that its outcome does not depend on who is looked at
 * first, only on the order of size.
 */
bool CaseClusterer::mergePass()
{
    for (const Turn &turn : mTurns) {
        const std::int32_t root = nearestRoot(turn.node);
        if (root < 0) {
            mParts[turn.node] = Part::Root;
        } else {
            absorb(mNodes[static_cast<std::size_t>(root)], mNodes[turn.node]);
            mParts[static_cast<std::size_t>(root)] = Part::GrownRoot;
        }
    }
    finishPass();
    return !mTurns.empty();
}

void CaseClusterer::finishPass()
{
    mMoved.clear();
    for (const Turn &turn : mTurns) {
        const Part part = std::exchange(mParts[turn.node], Part::None);
        if (part == Part::Root) {
            continue;
        }
        unlink(turn.node);
        if (part == Part::GrownRoot) {
            settle(mNodes[turn.node]);
            link(turn.node);
            mMoved.push_back(turn.node);
        }
    }
}

const ClusterSymbol *CaseClusterer::symbolOf(std::int32_t index)
{
    const std::vector<ClusterSymbol> &all = symbols();
    const auto point = static_cast<std::size_t>(index);
    if (index < 0 || point >= mCellOfPoint.size() || mCellOfPoint[point] < 0) {
        return nullptr;
    }
    const std::int32_t number = mSymbolOfCell[static_cast<std::size_t>(mCellOfPoint[point])];
    return &all[static_cast<std::size_t>(number)];
}

bool CaseClusterer::isWorn() const
{
    return mEmptyCells > 1024 && mEmptyCells * 2 > mCells.size();
}

void CaseClusterer::members(const ClusterSymbol &symbol, std::vector<std::int32_t> &indexes) const
{
    std::int32_t number = symbol.firstCell;
    while (number >= 0) {
        const Cell &cell = mCells[static_cast<std::size_t>(number)];
        for (std::int32_t point = cell.firstPoint; point >= 0;
             point = mNextPoint[static_cast<std::size_t>(point)]) {
            indexes.push_back(point);
        }
        number = cell.nextCell;
    }
}

std::size_t CaseClusterer::capacity() const
{
    return mCells.capacity() + mTable.capacity() + mNextPoint.capacity() + mNodes.capacity() +
           mTurns.capacity() + mBucketHead.capacity() + mBucketNext.capacity() + mMoved.capacity() +
           mParts.capacity() + mSymbols.capacity();
}

} // namespace gridward
