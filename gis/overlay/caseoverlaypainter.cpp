// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/overlay/caseoverlaypainter.h"

#include "gis/overlay/overlaypainter.h"

#include <QPainter>

#include <utility>

namespace gridward {

CaseOverlayPainter::CaseOverlayPainter(std::shared_ptr<const OverlaySnapshot> snapshot,
                                       MapTheme theme)
    : mSnapshot(std::move(snapshot))
    , mTheme(theme)
{
}

void CaseOverlayPainter::paint(
    QPainter &painter, const QRectF &extent, QSizeF size, double dpi, double rotation) const
{
    if (!mSnapshot || !mSnapshot->shown || extent.isEmpty() || size.isEmpty() || dpi <= 0.0) {
        return;
    }
    const double density = dpi / 96.0;
    const QSizeF logical = size / density;
    const OverlayView view =
        OverlayView::make(extent.center(), extent.width() / logical.width(), logical, rotation);
    CaseClusterer cases;
    CaseClusterer staff(SymbolSizes::Staff);
    OverlayFrame frame;
    frame.points = mSnapshot->cases.columns();
    cases.rebuild(frame.points, zoomStepOf(view.unitsPerPixel));
    frame.cases = cases.symbols();
    staff.rebuild(mSnapshot->staff.columns(), zoomStepOf(view.unitsPerPixel));
    frame.staff = staff.symbols();
    frame.staffNames = mSnapshot->staff.names();
    OverlayPainter drawing(mTheme, OverlayPainter::Medium::Paper);
    drawing.setChinese(mSnapshot->chinese);
    painter.save();
    painter.scale(density, density);
    painter.setClipRect(view.area, Qt::IntersectClip);
    drawing.paint(painter, view, frame, view.area);
    painter.restore();
}

} // namespace gridward
