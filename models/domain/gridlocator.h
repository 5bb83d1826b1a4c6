// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/geopoint.h"
#include "models/domain/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace gridward {

/** The border of one unit grid as it is stored. A plain value. */
struct GridOutline
{
    QString code;   ///< unique among the grids of one locator
    QByteArray wkb; ///< Polygon or MultiPolygon, holes allowed; EPSG:4326, longitude first
};

/**
 * Tells in which grid a point lies. Immutable once built and shared by pointer, so that any number
 * of threads may ask it at once.
 *
 * A grid covers its inside and its border. Where several grids cover a point (a shared edge or
 * corner, or grids that overlap) the point belongs to the one with the smallest code (QString's
 * order, by code unit), whatever the order in which the grids were given. No rounding takes part in
 * the answer: edges are the straight segments between the stored coordinates, and a point is beside
 * an edge or on it by an exact predicate. Two neighbours that store the same edge, in either
 * direction, therefore leave no gap between them; where only one of them has a vertex, the gap or
 * overlap that the stored coordinates really have is answered as it is.
 *
 * Inside: cells that lie wholly in one grid answer by themselves; others list the grids they meet
 * and the edges that matter to them; crowded cells are divided again.
 */
class GridLocator
{
public:
    /**
     * A locator for the given grids (none is allowed). InvalidInput with the code in the message
     * for an outline that is unreadable, empty, not an area, not valid (crossing itself, say), or
     * outside ±180 and ±90 degrees, and for a code that comes twice. Takes a second for some tens
     * of thousands of grids; any thread.
     */
    [[nodiscard]] static Result<std::shared_ptr<const GridLocator>>
    build(const QList<GridOutline> &outlines);

    /** The codes of all grids, sorted. */
    [[nodiscard]] const QStringList &codes() const { return mCodes; }

    /** The code of the point's grid; nothing if it lies in none or is not a valid point. */
    [[nodiscard]] std::optional<QString> locate(const GeoPoint &point) const;

    /** The place of the point's grid in codes(); -1 if it lies in none or is not a valid point. */
    [[nodiscard]] int indexOf(const GeoPoint &point) const;

    /** indexOf() for each point, into the place of `indexes` with the same number; sizes equal. */
    void locate(std::span<const GeoPoint> points, std::span<int> indexes) const;

private:
    /** A segment, lower end first (then western), so that both neighbours hold the same one. */
    struct Edge
    {
        GeoPoint lower;
        GeoPoint upper;
    };
    /** A grid that a cell meets, with its edges that a ray eastward from the cell may cross. */
    struct Candidate
    {
        std::int32_t grid = 0;
        bool isLast = false;         ///< the cell has no further candidates
        std::uint32_t firstEdge = 0; ///< in mEdges
        std::uint32_t endEdge = 0;   ///< equal to firstEdge: the grid covers the whole cell
    };
    /** A rectangle divided evenly into cells. */
    struct Directory
    {
        double west = 0.0;
        double south = 0.0;
        double columnsPerDegree = 0.0;
        double rowsPerDegree = 0.0;
        int columns = 1;
        int rows = 1;
        std::size_t firstCell = 0; ///< in mCells, row by row

        [[nodiscard]] int columnOf(double longitude) const;
        [[nodiscard]] int rowOf(double latitude) const;
    };
    /** What a cell says. */
    struct Cell
    {
        enum class Kind : std::uint8_t { Outside, Inside, Mixed, Divided };
        Kind kind = Kind::Outside;
        std::uint32_t index = 0; ///< a grid, the first of mCandidates, or one of mDirectories
    };
    enum class Side { Outside, Inside, Border };
    class Builder;

    GridLocator() = default;
    [[nodiscard]] static Side sideOf(const GeoPoint &point, std::span<const Edge> edges);

    QStringList mCodes;
    GeoPoint mSouthWest; ///< of all grids; without any, both corners are 0
    GeoPoint mNorthEast;
    std::vector<Directory> mDirectories; ///< the first is the whole; empty without grids
    std::vector<Cell> mCells;
    std::vector<Candidate> mCandidates;
    std::vector<Edge> mEdges;
};

} // namespace gridward
