// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QTransform>

namespace gridward {

/** Where the map is and how large: from EPSG:3857 to logical pixels and back. A value. */
struct OverlayView
{
    QTransform toPixels; ///< from map units; y of the map goes up, y of the picture down
    QTransform toMap;
    double unitsPerPixel = 1.0;
    double denominator = 1.0; ///< of the scale on the ground, in the middle
    QRectF area;              ///< what is to be covered, logical pixels

    /** `rotation`: clockwise turn of the map, degrees. The middle of `size` shows `middle`. */
    [[nodiscard]] static OverlayView
    make(QPointF middle, double unitsPerPixel, QSizeF size, double rotation = 0.0);

    [[nodiscard]] QPointF pixelOf(double x, double y) const { return toPixels.map(QPointF(x, y)); }
};

} // namespace gridward
