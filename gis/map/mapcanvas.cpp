// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/map/mapcanvas.h"

#include <QGraphicsEffect>
#include <QPaintEvent>

namespace gridward {

MapCanvas::MapCanvas(QWidget *parent)
    : QgsMapCanvas(parent)
{
    // QGIS gives the viewport an effect, for its preview of colour blindness. With one, even a
    // disabled one, Qt paints the box around all that changed instead of what changed.
    if (QGraphicsEffect *preview = viewport()->graphicsEffect()) {
        auto *keeper = new QWidget(this); // QGIS has a pointer to it
        keeper->hide();
        keeper->setGraphicsEffect(preview);
    }
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

void MapCanvas::paintEvent(QPaintEvent *event)
{
    // Items hear of the box around all that is exposed only, which may be the whole map.
    mExposed = event->region();
    QgsMapCanvas::paintEvent(event);
    mExposed = {};
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
