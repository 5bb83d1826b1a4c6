// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/geopoint.h"
#include "models/domain/gridlocator.h"

#include <QList>

namespace gridward {

/** A grid and what is known of it as a whole: so many residents, say. */
struct GridNumber
{
    GridOutline grid;
    double number = 0.0;
};

/** A place that stands for a part of a grid's number. */
struct WeightedPlace
{
    GeoPoint place;
    double weight = 0.0;
};

/**
 * Spreads the number of each grid evenly over it: on the points of one lattice over all of them
 * that GridLocator finds in the grid, or on one place inside where there is none. The weights of a
 * grid's places sum to its number; grids without one (or with less than nothing) have no place.
 * The lattice is `spacing` metres wide, or wider where it would have more than `most` points.
 * Longitudes and latitudes EPSG:4326. Errors are GridLocator::build()'s. Any thread.
 */
[[nodiscard]] Result<QList<WeightedPlace>>
evenSpread(const QList<GridNumber> &grids, double spacing, qsizetype most);

} // namespace gridward
