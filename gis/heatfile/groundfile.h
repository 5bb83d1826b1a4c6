// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/heatfile/metricplane.h"
#include "models/analysis/densitysum.h"

namespace gridward {

/** All areas of a file (`FILE`) on the plane, as one ground. */
[[nodiscard]] Result<GroundRings> readGround(const QString &file, const MetricPlane &plane);

/** Areas in WKB, WGS 84, on the plane. */
[[nodiscard]] Result<GroundRings> groundOf(const QList<QByteArray> &outlines,
                                           const MetricPlane &plane);

/**
 * What a density is divided by: the points of a file with their weights in `field` (empty: each
 * counts 1), or its areas, whose weight is spread evenly over nodes `spacing` metres apart. Any
 * thread. Errors as of readPoints().
 */
[[nodiscard]] Result<DensityPoints> readDenominator(const QString &file,
                                                    const QString &field,
                                                    const MetricPlane &plane,
                                                    double spacing);

} // namespace gridward
