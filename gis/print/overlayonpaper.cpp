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
        // Not the extent of the context: on a turned map that is the box around the picture.
        const QgsMapToPixel &pixels = context.mapToPixel();
        const QSizeF size(pixels.mapWidth(), pixels.mapHeight());
        QRectF extent({}, size * pixels.mapUnitsPerPixel());
        extent.moveCenter({pixels.xCenter(), pixels.yCenter()});
        painter.paint(*context.painter(),
                      extent,
                      size,
                      context.scaleFactor() * kMillimetresPerInch,
                      pixels.mapRotation());
    });
}

} // namespace gridward
