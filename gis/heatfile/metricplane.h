// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/heatfile/pointfile.h"
#include "models/analysis/edgecorrection.h"

#include <optional>

namespace gridward {

/** A box on the plane, metres. */
struct PlaneBox
{
    double west = 0.0;
    double south = 0.0;
    double east = 0.0;
    double north = 0.0;

    bool operator==(const PlaneBox &) const = default;
};

/** A projected coordinate system in metres, in which a surface is computed and written. */
struct MetricPlane
{
    QString wkt;
    QString name;   ///< "CH1903+ / LV95 (EPSG:2056)"
    QString code;   ///< "EPSG:2056"; may be empty
    QString remark; ///< what to mind about its metres, translated; empty: nothing
};

/**
 * The plane by its name or, without one, the points' own if it is projected in metres (Web Mercator
 * apart, whose metres are none on the ground), else the UTM zone (WGS 84) of the middle of the
 * points: the medians, which a few points far off do not move. InvalidInput if the name is none, or
 * that of a system in degrees or feet, or the points cannot be placed.
 */
[[nodiscard]] Result<MetricPlane> planeFor(const PointSet &points, const QString &named);

/** Puts the points on the plane; those it has no place for become not finite. */
[[nodiscard]] Result<void> putOn(const MetricPlane &plane, PointSet &points);

/** The same for rings in WGS 84, longitude first. */
[[nodiscard]] Result<GroundRings>
putOn(const MetricPlane &plane, const QString &crs, GroundRings rings);

/**
 * The box of all points but a few far off: a few wrong places do not make a map of the world. Far
 * off is beyond Tukey's outer fences, three times the distance of the quartiles beyond them, on
 * either axis; none is left out unless they are at most one in 100 of at least 100, and the box
 * were more than four times as large with them. An axis on which the quartiles coincide has no
 * fences. Source of the fences: Tukey, Exploratory Data Analysis (1977), section 2D. Nothing
 * without a finite point.
 */
[[nodiscard]] std::optional<PlaneBox> crowdOf(const PointSet &points);

} // namespace gridward
