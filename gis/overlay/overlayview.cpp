// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/overlay/overlayview.h"

#include "gis/overlay/mercator.h"

namespace gridward {

OverlayView OverlayView::make(QPointF middle, double unitsPerPixel, QSizeF size, double rotation)
{
    constexpr double kMetresPerPixel = 0.0254 / 96.0; // of a screen, as CSS has it
    OverlayView view;
    view.unitsPerPixel = unitsPerPixel;
    view.area = QRectF({0.0, 0.0}, size);
    view.denominator = unitsPerPixel / mercatorStretch(middle.y()) / kMetresPerPixel;
    view.toPixels.translate(size.width() / 2.0, size.height() / 2.0);
    view.toPixels.rotate(rotation);
    view.toPixels.scale(1.0 / unitsPerPixel, -1.0 / unitsPerPixel);
    view.toPixels.translate(-middle.x(), -middle.y());
    view.toMap = view.toPixels.inverted();
    return view;
}

} // namespace gridward
