// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qgsmapcanvas.h>
#include <qgsmaptoolpan.h>

namespace gridward {

/** Drags the map; a plain click, which QGIS takes as "centre here", leaves it where it is. */
class DragTool : public QgsMapToolPan
{
public:
    using QgsMapToolPan::QgsMapToolPan;
    void canvasReleaseEvent(QgsMapMouseEvent *event) override
    {
        if (isDragging()) {
            QgsMapToolPan::canvasReleaseEvent(event);
        } else {
            canvas()->setCursor(Qt::OpenHandCursor);
        }
    }
};

} // namespace gridward
