// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/gridlocator.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <geos_c.h>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(GridLocator)
};

/** Smaller cells than this, in degrees (0.1 mm), are not made: rounding must stay far below. */
constexpr double kSmallestCell = 1e-9;
/** By this part of a cell, edges are taken as wider than they are when they are put into cells. */
constexpr double kMargin = 0.01;
/** More cells answer faster and cost memory: with 8, 44 MB for 10,000 grids of 24 edges. */
constexpr double kCellsPerEdge = 8.0;
constexpr int kMostLines = 2048;  ///< columns or rows of one directory
constexpr std::size_t kCrowd = 8; ///< a cell with more candidates is divided
constexpr int kDeepest = 5;

struct ContextDeleter
{
    void operator()(GEOSContextHandle_t context) const { GEOS_finish_r(context); }
};
/** A GEOS context serves one thread at a time, so each use makes its own. */
using Context = std::unique_ptr<std::remove_pointer_t<GEOSContextHandle_t>, ContextDeleter>;

/** Reads WKB and keeps what GEOS says about it. */
class OutlineReader
{
public:
    OutlineReader()
        : mContext(GEOS_init_r())
        , mReader(GEOSWKBReader_create_r(mContext.get()))
    {
        GEOSContext_setErrorMessageHandler_r(mContext.get(), &OutlineReader::keep, &mSaid);
    }
    ~OutlineReader() { GEOSWKBReader_destroy_r(mContext.get(), mReader); }
    Q_DISABLE_COPY_MOVE(OutlineReader)

    /** The rings of the outline, each closed; or the reason why there are none. */
    Result<std::vector<std::vector<GeoPoint>>> rings(const GridOutline &outline);

private:
    static void keep(const char *message, void *said)
    {
        *static_cast<QString *>(said) = QString::fromUtf8(message);
    }
    bool addRing(const GEOSGeometry *ring, std::vector<std::vector<GeoPoint>> &rings);
    bool addPolygon(const GEOSGeometry *polygon, std::vector<std::vector<GeoPoint>> &rings);

    Context mContext;
    GEOSWKBReader *mReader;
    QString mSaid;
};

Result<std::vector<std::vector<GeoPoint>>> OutlineReader::rings(const GridOutline &outline)
{
    mSaid.clear();
    GEOSContextHandle_t context = mContext.get();
    const auto destroy = [context](GEOSGeometry *geometry) {
        GEOSGeom_destroy_r(context, geometry);
    };
    const std::unique_ptr<GEOSGeometry, decltype(destroy)> geometry(
        GEOSWKBReader_read_r(context,
                             mReader,
                             reinterpret_cast<const unsigned char *>(outline.wkb.constData()),
                             static_cast<std::size_t>(outline.wkb.size())),
        destroy);
    if (geometry == nullptr) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("The outline of grid “%1” cannot be read. Import the grid again.")
                         .arg(outline.code),
                     mSaid};
    }
    const int type = GEOSGeomTypeId_r(context, geometry.get());
    if ((type != GEOS_POLYGON && type != GEOS_MULTIPOLYGON) ||
        GEOSisEmpty_r(context, geometry.get()) != 0) {
        return Error{
            ErrorCode::InvalidInput,
            Words::tr("Grid “%1” has no area. Draw or import its outline.").arg(outline.code),
            u"GEOS geometry type %1"_s.arg(type)};
    }
    if (GEOSisValid_r(context, geometry.get()) != 1) {
        char *reason = GEOSisValidReason_r(context, geometry.get());
        const Error error{
            ErrorCode::InvalidInput,
            Words::tr("The outline of grid “%1” is not valid: it crosses or touches itself in a "
                      "way that leaves its area unclear. Mend the outline and import it again.")
                .arg(outline.code),
            reason != nullptr ? QString::fromUtf8(reason) : mSaid};
        GEOSFree_r(context, reason);
        return error;
    }
    std::vector<std::vector<GeoPoint>> rings;
    const int parts = GEOSGetNumGeometries_r(context, geometry.get());
    bool isRead = true;
    for (int part = 0; part < parts && isRead; ++part) {
        isRead = addPolygon(GEOSGetGeometryN_r(context, geometry.get(), part), rings);
    }
    const bool isOnEarth = std::ranges::all_of(rings, [](const std::vector<GeoPoint> &ring) {
        return std::ranges::all_of(ring, isValid);
    });
    if (!isRead || !isOnEarth) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("The outline of grid “%1” is not in degrees of longitude and "
                               "latitude. Import it with its coordinate system set.")
                         .arg(outline.code),
                     mSaid};
    }
    return rings;
}

bool OutlineReader::addPolygon(const GEOSGeometry *polygon,
                               std::vector<std::vector<GeoPoint>> &rings)
{
    GEOSContextHandle_t context = mContext.get();
    if (GEOSisEmpty_r(context, polygon) != 0) {
        return true;
    }
    bool isRead = addRing(GEOSGetExteriorRing_r(context, polygon), rings);
    const int holes = GEOSGetNumInteriorRings_r(context, polygon);
    for (int hole = 0; hole < holes && isRead; ++hole) {
        isRead = addRing(GEOSGetInteriorRingN_r(context, polygon, hole), rings);
    }
    return isRead;
}

bool OutlineReader::addRing(const GEOSGeometry *ring, std::vector<std::vector<GeoPoint>> &rings)
{
    GEOSContextHandle_t context = mContext.get();
    const GEOSCoordSequence *sequence =
        ring != nullptr ? GEOSGeom_getCoordSeq_r(context, ring) : nullptr;
    unsigned int size = 0;
    if (sequence == nullptr || GEOSCoordSeq_getSize_r(context, sequence, &size) == 0) {
        return false;
    }
    std::vector<GeoPoint> points(size);
    for (unsigned int place = 0; place < size; ++place) {
        GeoPoint &point = points[place];
        if (GEOSCoordSeq_getXY_r(context, sequence, place, &point.longitude, &point.latitude) ==
            0) {
            return false;
        }
    }
    rings.push_back(std::move(points));
    return true;
}

/**
 * Positive if `point` lies to the left of the way from `lower` to `upper`, negative to the right,
 * 0 if the three are in line. Exact: a floating point filter, and where it cannot tell, GEOS.
 */
int orientation(const GeoPoint &lower, const GeoPoint &upper, const GeoPoint &point)
{
    // Shewchuk, Adaptive Precision Floating-Point Arithmetic (1997), bound A of orient2d.
    constexpr double kEpsilon = std::numeric_limits<double>::epsilon() / 2.0;
    constexpr double kBound = (3.0 + 16.0 * kEpsilon) * kEpsilon;
    const double left = (lower.longitude - point.longitude) * (upper.latitude - point.latitude);
    const double right = (lower.latitude - point.latitude) * (upper.longitude - point.longitude);
    const double determinant = left - right;
    if (std::abs(determinant) > kBound * (std::abs(left) + std::abs(right))) {
        return determinant > 0.0 ? 1 : -1;
    }
    const Context context(GEOS_init_r());
    return GEOSOrientationIndex_r(context.get(),
                                  lower.longitude,
                                  lower.latitude,
                                  upper.longitude,
                                  upper.latitude,
                                  point.longitude,
                                  point.latitude);
}

/** The number of the cell; monotone in the value, which is all that the directory relies on. */
int cellOf(double value, double first, double cellsPerDegree, int cells)
{
    const double place = (value - first) * cellsPerDegree;
    return static_cast<int>(std::clamp(place, 0.0, static_cast<double>(cells - 1)));
}

} // namespace

int GridLocator::Directory::columnOf(double longitude) const
{
    return cellOf(longitude, west, columnsPerDegree, columns);
}

int GridLocator::Directory::rowOf(double latitude) const
{
    return cellOf(latitude, south, rowsPerDegree, rows);
}

/** Fills a locator: directories from the whole extent downwards, each row by row. */
class GridLocator::Builder
{
public:
    explicit Builder(GridLocator &locator)
        : mLocator(locator)
    {
    }
    /** The grids come in the order of their codes. */
    void addGrid(const std::vector<std::vector<GeoPoint>> &rings);
    void finish();

private:
    struct Box
    {
        double west = std::numeric_limits<double>::infinity();
        double south = std::numeric_limits<double>::infinity();
        double east = -std::numeric_limits<double>::infinity();
        double north = -std::numeric_limits<double>::infinity();
    };
    /** A grid with those of its edges that a ray eastward from some rectangle may cross. */
    struct Part
    {
        std::int32_t grid = 0;
        std::vector<Edge> edges; ///< empty: the grid covers the whole rectangle
    };
    using Parts = std::vector<Part>; ///< by grid
    /** A cell while its row is being filled. */
    struct OpenCell
    {
        std::vector<std::size_t> parts; ///< which of the row's, by grid
        bool isCovered = false;         ///< by the last of them, so that no more are needed
    };
    /** A row of a directory while it is being filled. */
    struct Row
    {
        const Directory &directory;
        int number = 0;
        const Parts &parts;
        std::vector<OpenCell> cells;
        /** For each part where its edges are in mEdges; both 0: not stored yet. */
        std::vector<std::pair<std::uint32_t, std::uint32_t>> stored;
    };

    std::uint32_t addDirectory(const Box &box, const Parts &parts, int depth);
    static Directory layOut(const Box &box, const Parts &parts);
    static std::vector<Parts> splitIntoRows(const Directory &directory, const Parts &parts);
    static std::vector<std::pair<int, int>> columnsMet(const Row &row, const Part &part);
    static void spread(Row &row, std::size_t number);
    Cell cell(Row &row, int column, int depth);
    Cell mixedCell(Row &row, const OpenCell &open);
    [[nodiscard]] bool isWorthDividing(const Row &row, const OpenCell &open, int depth) const;
    std::uint32_t divide(const Row &row, int column, int depth);

    GridLocator &mLocator;
    Parts mGrids;
    Box mExtent;
    std::size_t mBudget = 0; ///< of cells and candidates; past it no cell is divided
};

void GridLocator::Builder::addGrid(const std::vector<std::vector<GeoPoint>> &rings)
{
    Part part{static_cast<std::int32_t>(mGrids.size()), {}};
    for (const std::vector<GeoPoint> &ring : rings) {
        for (std::size_t place = 1; place < ring.size(); ++place) {
            GeoPoint lower = ring[place - 1];
            GeoPoint upper = ring[place];
            if (lower == upper) {
                continue;
            }
            if (lower.latitude > upper.latitude ||
                (lower.latitude == upper.latitude && lower.longitude > upper.longitude)) {
                std::swap(lower, upper);
            }
            part.edges.push_back({lower, upper});
            mExtent.west = std::min({mExtent.west, lower.longitude, upper.longitude});
            mExtent.east = std::max({mExtent.east, lower.longitude, upper.longitude});
            mExtent.south = std::min(mExtent.south, lower.latitude);
            mExtent.north = std::max(mExtent.north, upper.latitude);
        }
    }
    mBudget += 32 * part.edges.size();
    mGrids.push_back(std::move(part));
}

void GridLocator::Builder::finish()
{
    if (mGrids.empty()) {
        return;
    }
    mLocator.mSouthWest = {mExtent.west, mExtent.south};
    mLocator.mNorthEast = {mExtent.east, mExtent.north};
    addDirectory(mExtent, mGrids, 0);
    mLocator.mDirectories.shrink_to_fit();
    mLocator.mCells.shrink_to_fit();
    mLocator.mCandidates.shrink_to_fit();
    mLocator.mEdges.shrink_to_fit();
}

std::uint32_t GridLocator::Builder::addDirectory(const Box &box, const Parts &parts, int depth)
{
    Directory directory = layOut(box, parts);
    directory.firstCell = mLocator.mCells.size();
    const auto columns = static_cast<std::size_t>(directory.columns);
    mLocator.mCells.resize(directory.firstCell +
                           columns * static_cast<std::size_t>(directory.rows));
    const auto index = static_cast<std::uint32_t>(mLocator.mDirectories.size());
    mLocator.mDirectories.push_back(directory);

    const std::vector<Parts> partsOfRows = splitIntoRows(directory, parts);
    std::size_t next = directory.firstCell;
    for (std::size_t number = 0; number < partsOfRows.size(); ++number) {
        const Parts &own = partsOfRows[number];
        Row row{directory, static_cast<int>(number), own, {}, {}};
        row.cells.resize(columns);
        row.stored.resize(own.size());
        for (std::size_t part = 0; part < own.size(); ++part) {
            spread(row, part);
        }
        for (int column = 0; column < directory.columns; ++column) {
            const Cell filled = cell(row, column, depth);
            mLocator.mCells[next] = filled; // only now: filling may have moved the cells
            ++next;
        }
    }
    return index;
}

GridLocator::Directory GridLocator::Builder::layOut(const Box &box, const Parts &parts)
{
    std::vector<const Edge *> inside;
    for (const Part &part : parts) {
        for (const Edge &edge : part.edges) {
            const auto [west, east] = std::minmax(edge.lower.longitude, edge.upper.longitude);
            if (east >= box.west && west <= box.east && edge.upper.latitude >= box.south &&
                edge.lower.latitude <= box.north) {
                inside.push_back(&edge);
            }
        }
    }
    const double width = box.east - box.west;
    const double height = box.north - box.south;
    const double cells = kCellsPerEdge * static_cast<double>(inside.size()) + 1.0;
    const auto lines = [](double wanted, double length) {
        const double most = std::min<double>(kMostLines, length / kSmallestCell);
        return static_cast<int>(std::max(1.0, std::min(std::round(wanted), most)));
    };
    Directory directory;
    directory.west = box.west;
    directory.south = box.south;
    directory.columns = lines(std::sqrt(cells * width / height), width);
    directory.rows = lines(std::sqrt(cells * height / width), height);
    // Every row stores the edges that pass through it: with long upright edges, fewer rows.
    for (;;) {
        directory.columnsPerDegree = directory.columns / width;
        directory.rowsPerDegree = directory.rows / height;
        std::size_t entries = 0;
        for (const Edge *edge : inside) {
            entries += static_cast<std::size_t>(1 + directory.rowOf(edge->upper.latitude) -
                                                directory.rowOf(edge->lower.latitude));
        }
        if (directory.rows == 1 || entries <= 8 * inside.size()) {
            return directory;
        }
        directory.rows /= 2;
        directory.columns = lines(2.0 * directory.columns, width);
    }
}

std::vector<GridLocator::Builder::Parts>
GridLocator::Builder::splitIntoRows(const Directory &directory, const Parts &parts)
{
    std::vector<Parts> rows(static_cast<std::size_t>(directory.rows));
    for (const Part &part : parts) {
        if (part.edges.empty()) {
            for (Parts &row : rows) {
                row.push_back(part);
            }
        }
        for (const Edge &edge : part.edges) {
            const int last = directory.rowOf(edge.upper.latitude);
            for (int number = directory.rowOf(edge.lower.latitude); number <= last; ++number) {
                Parts &row = rows[static_cast<std::size_t>(number)];
                if (row.empty() || row.back().grid != part.grid) {
                    row.push_back({part.grid, {}});
                }
                row.back().edges.push_back(edge);
            }
        }
    }
    return rows;
}

/** First and last of the columns in whose cells some edge of the part may lie; sorted. */
std::vector<std::pair<int, int>> GridLocator::Builder::columnsMet(const Row &row, const Part &part)
{
    const Directory &directory = row.directory;
    const double south = directory.south + (row.number - kMargin) / directory.rowsPerDegree;
    const double north = directory.south + (row.number + 1 + kMargin) / directory.rowsPerDegree;
    std::vector<std::pair<int, int>> met;
    for (const Edge &edge : part.edges) {
        const auto [lower, upper] = edge;
        if (upper.latitude < south || lower.latitude > north) {
            continue;
        }
        // Where the edge enters and leaves the row. Rounding moves the places along the edge by
        // far less than the margin.
        const double height = upper.latitude - lower.latitude;
        const double width = upper.longitude - lower.longitude;
        const double from = lower.latitude < south
                                ? lower.longitude + width * ((south - lower.latitude) / height)
                                : lower.longitude;
        const double to = upper.latitude > north
                              ? lower.longitude + width * ((north - lower.latitude) / height)
                              : upper.longitude;
        const double first =
            (std::min(from, to) - directory.west) * directory.columnsPerDegree - kMargin;
        const double last =
            (std::max(from, to) - directory.west) * directory.columnsPerDegree + kMargin;
        if (last >= 0.0 && first <= directory.columns) {
            const double most = directory.columns - 1;
            met.emplace_back(static_cast<int>(std::clamp(first, 0.0, most)),
                             static_cast<int>(std::clamp(last, 0.0, most)));
        }
    }
    std::ranges::sort(met);
    return met;
}

/** Enters the part into the cells that its edges meet and into those that lie wholly in it. */
void GridLocator::Builder::spread(Row &row, std::size_t number)
{
    const Part &part = row.parts[number];
    const Directory &directory = row.directory;
    const auto enter = [&row, number](int column, bool isCovered) {
        OpenCell &open = row.cells[static_cast<std::size_t>(column)];
        if (!open.isCovered) {
            open.parts.push_back(number);
            open.isCovered = isCovered;
        }
    };
    // No edge comes between the cells of such a run, so that one point answers for all of it.
    const auto enterRun = [&](int first, int last) {
        const GeoPoint middle{directory.west + (first + 0.5) / directory.columnsPerDegree,
                              directory.south + (row.number + 0.5) / directory.rowsPerDegree};
        if (first <= last && (part.edges.empty() || sideOf(middle, part.edges) == Side::Inside)) {
            for (int column = first; column <= last; ++column) {
                enter(column, true);
            }
        }
    };
    int next = 0;
    for (const auto &[first, last] : columnsMet(row, part)) {
        enterRun(next, first - 1);
        for (int column = std::max(first, next); column <= last; ++column) {
            enter(column, false);
        }
        next = std::max(next, last + 1);
    }
    enterRun(next, directory.columns - 1);
}

GridLocator::Cell GridLocator::Builder::cell(Row &row, int column, int depth)
{
    const OpenCell &open = row.cells[static_cast<std::size_t>(column)];
    if (open.parts.empty()) {
        return {};
    }
    if (open.isCovered && open.parts.size() == 1) {
        const std::int32_t grid = row.parts[open.parts.front()].grid;
        return {Cell::Kind::Inside, static_cast<std::uint32_t>(grid)};
    }
    if (isWorthDividing(row, open, depth)) {
        return {Cell::Kind::Divided, divide(row, column, depth)};
    }
    return mixedCell(row, open);
}

GridLocator::Cell GridLocator::Builder::mixedCell(Row &row, const OpenCell &open)
{
    const Cell filled{Cell::Kind::Mixed, static_cast<std::uint32_t>(mLocator.mCandidates.size())};
    for (const std::size_t number : open.parts) {
        const Part &part = row.parts[number];
        const bool isLast = number == open.parts.back();
        if (isLast && open.isCovered) {
            mLocator.mCandidates.push_back({part.grid, true, 0, 0});
            continue;
        }
        auto &[first, end] = row.stored[number];
        if (end == 0) {
            first = static_cast<std::uint32_t>(mLocator.mEdges.size());
            mLocator.mEdges.insert(mLocator.mEdges.end(), part.edges.begin(), part.edges.end());
            end = static_cast<std::uint32_t>(mLocator.mEdges.size());
        }
        mLocator.mCandidates.push_back({part.grid, isLast, first, end});
    }
    return filled;
}

bool GridLocator::Builder::isWorthDividing(const Row &row, const OpenCell &open, int depth) const
{
    const double finest = 1.0 / (4.0 * kSmallestCell);
    return open.parts.size() > kCrowd && depth < kDeepest &&
           row.directory.columnsPerDegree < finest && row.directory.rowsPerDegree < finest &&
           mLocator.mCells.size() + mLocator.mCandidates.size() < mBudget;
}

std::uint32_t GridLocator::Builder::divide(const Row &row, int column, int depth)
{
    const Directory &directory = row.directory;
    const OpenCell &open = row.cells[static_cast<std::size_t>(column)];
    const Box box{directory.west + column / directory.columnsPerDegree,
                  directory.south + row.number / directory.rowsPerDegree,
                  directory.west + (column + 1) / directory.columnsPerDegree,
                  directory.south + (row.number + 1) / directory.rowsPerDegree};
    const double west = box.west - kMargin / directory.columnsPerDegree;
    Parts parts;
    for (const std::size_t number : open.parts) {
        const Part &whole = row.parts[number];
        Part part{whole.grid, {}};
        if (open.isCovered && number == open.parts.back()) {
            parts.push_back(part);
            continue;
        }
        std::ranges::copy_if(whole.edges, std::back_inserter(part.edges), [west](const Edge &edge) {
            return std::max(edge.lower.longitude, edge.upper.longitude) >= west;
        });
        if (!part.edges.empty()) {
            parts.push_back(std::move(part));
        }
    }
    return addDirectory(box, parts, depth + 1);
}

Result<std::shared_ptr<const GridLocator>> GridLocator::build(const QList<GridOutline> &outlines)
{
    QList<GridOutline> sorted = outlines;
    std::ranges::sort(sorted, {}, &GridOutline::code);
    const auto twice = std::ranges::adjacent_find(std::as_const(sorted), {}, &GridOutline::code);
    if (twice != sorted.cend()) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("There are two grids with the code “%1”. Give one of them another "
                               "code.")
                         .arg(twice->code),
                     {}};
    }
    std::shared_ptr<GridLocator> locator(new GridLocator);
    Builder builder(*locator);
    OutlineReader reader;
    for (const GridOutline &outline : std::as_const(sorted)) {
        const Result<std::vector<std::vector<GeoPoint>>> rings = reader.rings(outline);
        if (!rings) {
            return rings.error();
        }
        builder.addGrid(rings.value());
        locator->mCodes.append(outline.code);
    }
    builder.finish();
    return std::shared_ptr<const GridLocator>(std::move(locator));
}

std::optional<QString> GridLocator::locate(const GeoPoint &point) const
{
    const int index = indexOf(point);
    return index < 0 ? std::nullopt : std::optional(mCodes.at(index));
}

int GridLocator::indexOf(const GeoPoint &point) const
{
    // The comparisons are false for NaN as well.
    const bool isNear =
        point.longitude >= mSouthWest.longitude && point.longitude <= mNorthEast.longitude &&
        point.latitude >= mSouthWest.latitude && point.latitude <= mNorthEast.latitude;
    if (!isNear || mDirectories.empty()) {
        return -1;
    }
    Cell cell{Cell::Kind::Divided, 0};
    while (cell.kind == Cell::Kind::Divided) {
        const Directory &directory = mDirectories[cell.index];
        const auto row = static_cast<std::size_t>(directory.rowOf(point.latitude));
        const auto column = static_cast<std::size_t>(directory.columnOf(point.longitude));
        cell = mCells[directory.firstCell + row * static_cast<std::size_t>(directory.columns) +
                      column];
    }
    if (cell.kind == Cell::Kind::Inside) {
        return static_cast<int>(cell.index);
    }
    if (cell.kind == Cell::Kind::Outside) {
        return -1;
    }
    const std::span edges(mEdges);
    for (std::size_t place = cell.index;; ++place) {
        const Candidate &candidate = mCandidates[place];
        const std::size_t count = candidate.endEdge - candidate.firstEdge;
        if (count == 0 ||
            sideOf(point, edges.subspan(candidate.firstEdge, count)) != Side::Outside) {
            return candidate.grid;
        }
        if (candidate.isLast) {
            return -1;
        }
    }
}

void GridLocator::locate(std::span<const GeoPoint> points, std::span<int> indexes) const
{
    Q_ASSERT(points.size() == indexes.size());
    const std::size_t count = std::min(points.size(), indexes.size());
    for (std::size_t place = 0; place < count; ++place) {
        indexes[place] = indexOf(points[place]);
    }
}

/** By the number of edges that a ray eastward crosses; an edge owns its lower end, not its upper.
 */
GridLocator::Side GridLocator::sideOf(const GeoPoint &point, std::span<const Edge> edges)
{
    bool isInside = false;
    for (const Edge &edge : edges) {
        const auto &[lower, upper] = edge;
        if (point.latitude < lower.latitude || point.latitude > upper.latitude) {
            continue;
        }
        const auto [west, east] = std::minmax(lower.longitude, upper.longitude);
        if (point.longitude > east) {
            continue;
        }
        if (point.longitude >= west) {
            // In the edge's rectangle; if that is a line, then on the edge.
            const bool isFlat = lower.latitude == upper.latitude || west == east;
            const int side = isFlat ? 0 : orientation(lower, upper, point);
            if (side == 0) {
                return Side::Border;
            }
            if (side < 0) {
                continue;
            }
        }
        if (point.latitude < upper.latitude) {
            isInside = !isInside;
        }
    }
    return isInside ? Side::Inside : Side::Outside;
}

} // namespace gridward
