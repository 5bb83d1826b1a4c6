// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/geopoint.h"
#include "models/domain/result.h"
#include "models/service/analysisport.h"
#include "models/store/store.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace gridward {

class PlacedHeat;

/** Square cells in the metres of a UTM zone (WGS 84), north up. */
struct HeatGrid
{
    int epsg = 0;
    double west = 0.0;  ///< easting of the left edge, a multiple of `pixel`
    double north = 0.0; ///< northing of the upper edge, a multiple of `pixel`
    double pixel = 20.0;
    int columns = 0;
    int rows = 0;

    bool operator==(const HeatGrid &) const = default;
};

/** A value in the recipe's unit for every cell. A cell that no case reaches holds 0: that is known;
 * what is not known is kHeatNoData. */
struct HeatSurface
{
    HeatGrid grid;
    HeatFacts facts;
    std::vector<float> values; ///< row by row from the north-west
    /** Ends of the classes of the legend, rising, by the order. */
    std::vector<double> breaks = {};
};

/** What a surface is made of; copied into the task that makes it. */
struct HeatInput
{
    CasePoints points;
    std::optional<GeoExtent> ground; ///< of the district; without it the points say how large
    HeatOrder order;
    CasePoints denominator = {};             ///< for "per 10,000"
    QList<QByteArray> outlines = {};         ///< of the district, WKB of EPSG:4326: for its edge
    std::optional<CasePoints> compared = {}; ///< of the other period
    HeatPlay play = {};
};

/** What was computed since the beginning, for tests that count it. */
struct HeatWork
{
    int coarse = 0; ///< begun
    int exact = 0;  ///< made and told of
    int mostAtOnce = 0;
};

/** At most so many cells: beyond, they grow. */
inline constexpr int kMostHeatCells = 4'000'000;

/** EPSG code of the UTM zone of a place; the zone of the pole's cap is the one to its south. */
[[nodiscard]] int utmZoneOf(const GeoPoint &place);

/** The smallest box around all points; nothing if there is none. */
[[nodiscard]] std::optional<GeoExtent> extentOf(const CasePoints &points);

/**
 * Makes the surface by the recipe, in the metres of the ground's UTM zone, whose areas are right
 * within 0.1 % in the zone. Cells are as wanted, or a tenth of the bandwidth if that is less, or
 * what kMostHeatCells asks for. Any thread, takes all cores. Cancelled if `isCancelled` says so,
 * InvalidInput for a recipe or ground that is none.
 */
[[nodiscard]] Result<HeatSurface> makeHeatSurface(const HeatInput &input,
                                                  const std::function<bool()> &isCancelled,
                                                  const std::function<void(double)> &progress);

/** Which surface of what was placed. */
struct HeatWanted
{
    HeatOrder order;
    HeatPlay play;
    /** Cells four times as large, cases that are close by taken together, nothing corrected, the
     * bandwidth of the last exact surface where a rule chooses it: in milliseconds. */
    bool isCoarse = false;
};

/** The surface on the map and, where two lie beside each other, the other one. */
struct HeatSurfaces
{
    HeatSurface first;
    std::optional<HeatSurface> other; ///< with the breaks of the first
};

/** The same of cases that were placed before. One call at a time for the same `placed`. */
[[nodiscard]] Result<HeatSurfaces> makeHeatSurfaces(PlacedHeat &placed,
                                                    const HeatWanted &wanted,
                                                    const std::function<bool()> &isCancelled,
                                                    const std::function<void(double)> &progress);

} // namespace gridward
