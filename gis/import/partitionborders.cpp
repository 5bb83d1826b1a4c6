// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/import/partitionborders.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace gridward {

namespace {

/** Metres: a straight piece of the union's outside may be bent by rounding, not more. */
constexpr double kOnOutside = 0.001;
/** Cosine between a border and one that runs back along it. */
constexpr double kRunsBack = -0.9;

struct Edge
{
    GeoPoint lower;
    GeoPoint upper;
    bool isUpward = true;
    int area = 0;
};

bool isLess(const GeoPoint &a, const GeoPoint &b)
{
    return a.longitude != b.longitude ? a.longitude < b.longitude : a.latitude < b.latitude;
}

bool isSame(const Edge &a, const Edge &b)
{
    return a.lower == b.lower && a.upper == b.upper;
}

/** Adds a ring so that the area lies on the left of its edges. */
void addRing(
    const Geos &geos, const GEOSGeometry *ring, bool isShell, int area, std::vector<Edge> &edges)
{
    const GEOSCoordSequence *sequence = GEOSGeom_getCoordSeq_r(geos.handle(), ring);
    unsigned int size = 0;
    char isLeft = 1;
    if (sequence == nullptr || GEOSCoordSeq_getSize_r(geos.handle(), sequence, &size) == 0 ||
        size < 4 || GEOSCoordSeq_isCCW_r(geos.handle(), sequence, &isLeft) == 0) {
        return;
    }
    const bool isForward = (isLeft != 0) == isShell;
    GeoPoint last;
    for (unsigned int place = 0; place < size; ++place) {
        GeoPoint point;
        GEOSCoordSeq_getXY_r(geos.handle(), sequence, place, &point.longitude, &point.latitude);
        if (place > 0 && last != point) {
            const bool isUpward = isLess(last, point);
            edges.push_back(
                {isUpward ? last : point, isUpward ? point : last, isUpward == isForward, area});
        }
        last = point;
    }
}

std::vector<Edge> edgesOf(const Geos &geos, const std::vector<const GEOSGeometry *> &degrees)
{
    std::vector<Edge> edges;
    for (std::size_t area = 0; area < degrees.size(); ++area) {
        for (const GEOSGeometry *polygon : geos.polygonsOf(degrees[area])) {
            const int number = static_cast<int>(area);
            addRing(geos, GEOSGetExteriorRing_r(geos.handle(), polygon), true, number, edges);
            const int holes = GEOSGetNumInteriorRings_r(geos.handle(), polygon);
            for (int hole = 0; hole < holes; ++hole) {
                addRing(geos,
                        GEOSGetInteriorRingN_r(geos.handle(), polygon, hole),
                        false,
                        number,
                        edges);
            }
        }
    }
    std::ranges::sort(edges, [](const Edge &a, const Edge &b) {
        if (a.lower != b.lower) {
            return isLess(a.lower, b.lower);
        }
        return a.upper != b.upper ? isLess(a.upper, b.upper) : a.area < b.area;
    });
    return edges;
}

UnmatchedEdge inMetres(const UtmPlane &plane, const Edge &edge)
{
    UnmatchedEdge result;
    result.area = edge.area;
    result.from = edge.isUpward ? edge.lower : edge.upper;
    result.to = edge.isUpward ? edge.upper : edge.lower;
    std::array<double, 2> x{result.from.longitude, result.to.longitude};
    std::array<double, 2> y{result.from.latitude, result.to.latitude};
    if (plane.project(x, y)) {
        result.fromX = x[0];
        result.fromY = y[0];
        result.toX = x[1];
        result.toY = y[1];
    }
    return result;
}

/** The outer rings of the union, to ask how far away they are. */
Geos::Geometry outsideOf(const Geos &geos, const GEOSGeometry *whole)
{
    std::vector<GEOSGeometry *> rings;
    for (const GEOSGeometry *polygon : geos.polygonsOf(whole)) {
        const GEOSGeometry *ring = GEOSGetExteriorRing_r(geos.handle(), polygon);
        rings.push_back(GEOSGeom_createLineString_r(
            geos.handle(),
            GEOSCoordSeq_clone_r(geos.handle(), GEOSGeom_getCoordSeq_r(geos.handle(), ring))));
    }
    return geos.own(GEOSGeom_createCollection_r(geos.handle(),
                                                GEOS_MULTILINESTRING,
                                                rings.data(),
                                                static_cast<unsigned int>(rings.size())));
}

bool runsBackBeside(const UnmatchedEdge &edge, const UnmatchedEdge &other, double nearMiss)
{
    const double dx = edge.toX - edge.fromX;
    const double dy = edge.toY - edge.fromY;
    const double ox = other.toX - other.fromX;
    const double oy = other.toY - other.fromY;
    const double length = std::hypot(dx, dy);
    const double otherLength = std::hypot(ox, oy);
    if (other.area == edge.area || length == 0.0 || otherLength == 0.0 ||
        (dx * ox + dy * oy) / (length * otherLength) > kRunsBack) {
        return false;
    }
    const double x = (edge.fromX + edge.toX) / 2.0 - other.fromX;
    const double y = (edge.fromY + edge.toY) / 2.0 - other.fromY;
    const double along = (x * ox + y * oy) / otherLength;
    const double beside = std::abs(x * oy - y * ox) / otherLength;
    return along > 0.0 && along < otherLength && beside < nearMiss;
}

/** Finds the edges on the outside that have a neighbour's border within reach. */
class SlitFinder
{
public:
    SlitFinder(const Geos &geos, const std::vector<UnmatchedEdge> &edges, double nearMiss)
        : mGeos(geos)
        , mEdges(edges)
        , mNearMiss(nearMiss)
        , mTree(geos.tree())
    {
        for (const UnmatchedEdge &edge : edges) {
            mBoxes.push_back(mGeos.own(box(std::min(edge.fromX, edge.toX) - nearMiss,
                                           std::min(edge.fromY, edge.toY) - nearMiss,
                                           std::max(edge.fromX, edge.toX) + nearMiss,
                                           std::max(edge.fromY, edge.toY) + nearMiss)));
            GEOSSTRtree_insert_r(mGeos.handle(),
                                 mTree.get(),
                                 mBoxes.back().get(),
                                 const_cast<UnmatchedEdge *>(&edge));
        }
    }

    [[nodiscard]] bool isSlit(const UnmatchedEdge &edge) const
    {
        struct Search
        {
            const UnmatchedEdge *edge;
            double nearMiss;
            bool isFound;
        } search{&edge, mNearMiss, false};
        const double x = (edge.fromX + edge.toX) / 2.0;
        const double y = (edge.fromY + edge.toY) / 2.0;
        const Geos::Geometry point = mGeos.own(GEOSGeom_createPointFromXY_r(mGeos.handle(), x, y));
        const auto visit = [](void *item, void *data) {
            auto *found = static_cast<Search *>(data);
            found->isFound =
                found->isFound || runsBackBeside(*found->edge,
                                                 *static_cast<const UnmatchedEdge *>(item),
                                                 found->nearMiss);
        };
        GEOSSTRtree_query_r(mGeos.handle(), mTree.get(), point.get(), visit, &search);
        return search.isFound;
    }

private:
    [[nodiscard]] GEOSGeometry *box(double west, double south, double east, double north) const
    {
        return GEOSGeom_createRectangle_r(mGeos.handle(), west, south, east, north);
    }

    const Geos &mGeos;
    const std::vector<UnmatchedEdge> &mEdges;
    double mNearMiss;
    std::vector<Geos::Geometry> mBoxes;
    Geos::Tree mTree;
};

} // namespace

std::vector<UnmatchedEdge> unmatchedEdges(const Geos &geos,
                                          const UtmPlane &plane,
                                          const std::vector<const GEOSGeometry *> &degrees,
                                          const GEOSGeometry *whole,
                                          double nearMiss)
{
    std::vector<UnmatchedEdge> single; // perhaps on the outside
    std::vector<UnmatchedEdge> result;
    const std::vector<Edge> edges = edgesOf(geos, degrees);
    for (auto first = edges.begin(); first != edges.end();) {
        const auto last = std::find_if(
            first, edges.end(), [&](const Edge &edge) { return !isSame(edge, *first); });
        const auto count = last - first;
        const bool isMatched = count == 2 && first->isUpward != (first + 1)->isUpward;
        if (count == 1) {
            single.push_back(inMetres(plane, *first));
        } else if (!isMatched) {
            std::for_each(
                first, last, [&](const Edge &edge) { result.push_back(inMetres(plane, edge)); });
        }
        first = last;
    }
    const Geos::Geometry outside = outsideOf(geos, whole);
    const Geos::Prepared prepared = outside ? geos.prepare(outside) : Geos::Prepared();
    const SlitFinder slits(geos, single, nearMiss);
    for (const UnmatchedEdge &edge : single) {
        const Geos::Geometry middle = geos.own(GEOSGeom_createPointFromXY_r(
            geos.handle(), (edge.fromX + edge.toX) / 2.0, (edge.fromY + edge.toY) / 2.0));
        const bool isOutside =
            prepared && GEOSPreparedDistanceWithin_r(
                            geos.handle(), prepared.get(), middle.get(), kOnOutside) == 1;
        if (!isOutside || slits.isSlit(edge)) {
            result.push_back(edge);
        }
    }
    std::ranges::stable_sort(result, {}, &UnmatchedEdge::area);
    return result;
}

} // namespace gridward
