// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/print/overlayonpaper.h"

#include "gis/overlay/caseoverlay.h"
#include "gis/overlay/caseoverlaypainter.h"
#include "gis/print/paintedlayer.h"

#include <qgscoordinatereferencesystem.h>
#include <qgsrendercontext.h>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr double kMillimetresPerInch = 25.4;

} // namespace

std::unique_ptr<PaintedLayer> overlayOnPaper(const CaseOverlay &overlay,
                                             const QgsCoordinateReferenceSystem &crs)
{
    const std::shared_ptr<const OverlaySnapshot> snapshot = overlay.snapshot();
    if (!snapshot->shown) {
        return nullptr;
    }
    const CaseOverlayPainter painter(snapshot, MapTheme::Day);
    return std::make_unique<PaintedLayer>(u"cases"_s, crs, [painter](QgsRenderContext &context) {
        const QgsRectangle box = context.mapExtent();
        const double unitsPerPixel = context.mapToPixel().mapUnitsPerPixel();
        painter.paint(*context.painter(),
                      QRectF(box.xMinimum(), box.yMinimum(), box.width(), box.height()),
                      QSizeF(box.width(), box.height()) / unitsPerPixel,
                      context.scaleFactor() * kMillimetresPerInch);
    });
}

} // namespace gridward
