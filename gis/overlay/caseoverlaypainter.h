// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/overlay/casecolumns.h"
#include "gis/overlay/staffpoints.h"

#include <QRectF>
#include <QSizeF>

#include <memory>

class QPainter;

namespace gridward {

/** What the overlay shows at one moment, copied: nothing that happens later changes it. */
struct OverlaySnapshot
{
    CaseColumns cases;
    StaffPoints staff;
    bool shown = true;    ///< the tick in the layer panel
    bool chinese = false; ///< how large counts are written
};

/**
 * Paints a snapshot somewhere else than on the screen, as vectors: onto paper, into a layout item
 * or a picture. The same snapshot, extent and size give the same picture. Any one thread.
 */
class CaseOverlayPainter
{
public:
    CaseOverlayPainter(std::shared_ptr<const OverlaySnapshot> snapshot, MapTheme theme);

    /**
     * `extent`: EPSG:3857, metres, of the proportions of `size`. `size`: of the picture, in the
     * painter's units, `dpi` of which make an inch. Symbols are as large as on a screen of 96 DPI
     * (a single case 6 mm wide) and are clustered for this scale. `rotation`: clockwise turn of the
     * map around its middle, degrees; the extent is the one before the turn.
     */
    void paint(QPainter &painter,
               const QRectF &extent,
               QSizeF size,
               double dpi,
               double rotation = 0.0) const;

private:
    std::shared_ptr<const OverlaySnapshot> mSnapshot;
    MapTheme mTheme;
};

} // namespace gridward
