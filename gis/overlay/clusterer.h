// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/overlay/casecolumns.h"
#include "gis/overlay/symbolindex.h"

#include <array>
#include <cstdint>
#include <vector>

namespace gridward {

/** One symbol on the map: a single point, or a cluster of several. */
struct ClusterSymbol
{
    double x = 0.0; ///< EPSG:3857, metres: the mean of its points
    double y = 0.0;
    std::int32_t count = 0;
    std::int32_t overdue = 0;    ///< how many of them
    std::int32_t only = -1;      ///< the point's index if there is just one
    std::int32_t firstCell = -1; ///< for CaseClusterer::members()
    float radius = 0.0F;         ///< room it takes, logical pixels
    std::uint8_t level = 0;      ///< the highest

    bool operator==(const ClusterSymbol &) const = default;
};

/** How large symbols are, by what they stand for. */
enum class SymbolSizes { Cases, Staff };

/** The room that a symbol takes around its middle, logical pixels. */
[[nodiscard]] float symbolRadius(SymbolSizes sizes, int count, bool anyOverdue);

/** Zoom levels at which clusters are formed: eight to a doubling of the scale. */
[[nodiscard]] int zoomStepOf(double unitsPerPixel);
[[nodiscard]] double unitsPerPixelOf(int zoomStep);

/**
 * Groups points so that no two symbols overlap. Points first meet in cells of a grid that is
 * anchored in the world and as wide as a symbol at the zoom level; symbols that would still
 * overlap a neighbour are merged into the larger one. Which points belong together therefore
 * depends on the zoom level and the points alone, never on where the view is or in which order
 * they came. A point comes or goes at the cost of that point; the symbols are merged again when
 * they are next asked for. Keeps its memory from one time to the next. One thread.
 */
class CaseClusterer
{
public:
    explicit CaseClusterer(SymbolSizes sizes = SymbolSizes::Cases);

    /** Forms the cells anew: the zoom level, the filter or the clock changed, or everything. */
    void rebuild(const PointColumns &points, int zoomStep);
    [[nodiscard]] int zoomStep() const { return mZoomStep; }

    /** A point that is to be shown has come; its columns are filled already. */
    void add(const PointColumns &points, std::int32_t index);
    /** A shown point is about to change or to go; its columns still say what was added. */
    void remove(const PointColumns &points, std::int32_t index);

    /** All symbols, wherever they are. */
    [[nodiscard]] const std::vector<ClusterSymbol> &symbols();
    /** The same symbols by place. Until the next change. */
    [[nodiscard]] const SymbolIndex &index();
    /** The points behind a symbol of symbols(), put at the end of `indexes`, in no order. */
    void members(const ClusterSymbol &symbol, std::vector<std::int32_t> &indexes) const;

    /** The symbol that stands for a shown point; null for others. Until the next change. */
    [[nodiscard]] const ClusterSymbol *symbolOf(std::int32_t index);

    /** So many cells have emptied that rebuild() is worth its price. */
    [[nodiscard]] bool isWorn() const;

    /** How often symbols were merged, and cells formed, so far: for tests. */
    [[nodiscard]] int mergings() const { return mMergings; }
    [[nodiscard]] int rebuildings() const { return mRebuildings; }
    /** Elements that its arrays can hold without asking for more memory: for tests. */
    [[nodiscard]] std::size_t capacity() const;

private:
    struct Cell
    {
        std::int32_t column = 0;
        std::int32_t row = 0;
        std::int32_t firstPoint = -1;
        std::int32_t nextCell = -1; ///< of the same symbol
        std::int32_t overdue = 0;
        std::int32_t node = -1;               ///< the symbol that it is at first; -1: empty
        std::array<std::int32_t, 4> levels{}; ///< how many of each
        std::array<std::int32_t, 4> beside{-1, -1, -1, -1}; ///< see kBeside
        double sumX = 0.0;
        double sumY = 0.0;

        [[nodiscard]] std::int32_t count() const
        {
            return levels[0] + levels[1] + levels[2] + levels[3];
        }
    };
    /** A symbol in the making. */
    struct Node
    {
        double sumX = 0.0;
        double sumY = 0.0;
        ClusterSymbol symbol;
        std::int32_t lastCell = -1;
    };
    /** What a node does in a pass. */
    enum class Part : std::uint8_t { None, Waiting, Root, GrownRoot };
    struct Turn
    {
        std::uint64_t key = 0; ///< larger counts first, then by the place of the cell
        std::uint32_t node = 0;
    };

    [[nodiscard]] std::int32_t cellAt(double x, double y);
    /** The place of a cell in the table, or the free one that it would take. */
    [[nodiscard]] std::size_t slotOf(std::int32_t column, std::int32_t row) const;
    void addCell(std::int32_t column, std::int32_t row);
    void growTable();
    void collectNodes();
    void fillBuckets();
    void link(std::uint32_t node);
    void unlink(std::uint32_t node);
    void wait(std::uint32_t node);
    void findFirstOverlapping();
    void findOverlapping();
    [[nodiscard]] bool mergePass();
    void finishPass();
    template <typename Visit>
    void visitAround(const ClusterSymbol &symbol, const Visit &visit) const;
    [[nodiscard]] double gap(const ClusterSymbol &one, const ClusterSymbol &other) const;
    [[nodiscard]] std::int32_t nearestRoot(std::uint32_t node) const;
    void absorb(Node &root, Node &node);
    void settle(Node &node) const;

    SymbolSizes mSizes;
    int mZoomStep = 0;
    double mCellSize = 1.0;
    double mUnitsPerPixel = 1.0;
    double mBucketSize = 1.0; ///< map units; no two symbols of overlapping ones are farther apart
    bool mStale = true;
    int mMergings = 0;
    int mRebuildings = 0;
    std::size_t mEmptyCells = 0; ///< when symbols were last merged

    std::vector<Cell> mCells;
    std::vector<std::int32_t> mTable; ///< open addressing, a power of two; -1: free
    std::vector<std::int32_t> mNextPoint;
    std::vector<std::int32_t> mPreviousPoint;
    std::vector<std::int32_t> mCellOfPoint;

    std::vector<Node> mNodes;              ///< those that were absorbed have a count of 0
    std::vector<std::int32_t> mBucketHead; ///< of nodes, by place; a power of two; -1: empty
    std::vector<std::int32_t> mBucketNext; ///< by node
    std::vector<std::uint32_t> mMoved;     ///< nodes that may overlap something now
    std::vector<Turn> mTurns;              ///< nodes that do
    std::vector<Part> mParts;              ///< by node
    std::vector<ClusterSymbol> mSymbols;
    std::vector<std::int32_t> mSymbolOfCell;
    SymbolIndex mIndex;
    int mIndexed = -1; ///< mergings when it was built
};

} // namespace gridward
