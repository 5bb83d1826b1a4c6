// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/map/mapcanvas.h"

namespace gridward {

MapCanvas::MapCanvas(QWidget *parent)
    : QgsMapCanvas(parent)
{
    connect(this, &QgsMapCanvas::renderStarting, this, [this] {
        mStarted = view();
        mDrawing = true;
        mDirty = false;
    });
    connect(this, &QgsMapCanvas::mapRefreshCanceled, this, [this] { mDrawing = false; });
    connect(this, &QgsMapCanvas::mapCanvasRefreshed, this, [this] {
        mShown = mStarted;
        mDrawing = false;
        if (isComplete()) {
            emit completed();
        }
    });
}

bool MapCanvas::isComplete() const
{
    // Without valid settings (no size, no extent) QGIS draws nothing, and nothing is all there is.
    return !mapSettings().hasValidSettings() || (!mDrawing && !mDirty && mShown == view());
}

void MapCanvas::renderAgain()
{
    mDirty = true;
    refresh();
}

void MapCanvas::resizeEvent(QResizeEvent *event)
{
    QgsMapCanvas::resizeEvent(event);
    emit placed();
    refresh();
}

void MapCanvas::showEvent(QShowEvent *event)
{
    // QGIS takes the screen's resolution anew and forgets the magnification in it.
    setMagnificationFactor(1.0);
    QgsMapCanvas::showEvent(event);
    emit placed();
}

void MapCanvas::leaveEvent(QEvent *event)
{
    QgsMapCanvas::leaveEvent(event);
    emit mouseLeft();
}

MapCanvas::View MapCanvas::view() const
{
    return {mapSettings().extent(), mapSettings().outputSize(), mapSettings().layers()};
}

} // namespace gridward
