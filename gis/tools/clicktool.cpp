// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/tools/clicktool.h"

#include <qgsmapcanvas.h>
#include <qgsmapmouseevent.h>

#include <QApplication>
#include <QKeyEvent>

#include <utility>

namespace gridward {

ClickTool::ClickTool(QgsMapCanvas *canvas)
    : QgsMapTool(canvas)
{
    mCursor = Qt::CrossCursor;
}

void ClickTool::canvasPressEvent(QgsMapMouseEvent *event)
{
    if (event->button() == Qt::LeftButton) {
        mPressed = event->pos();
        mDragging = false;
        canvas()->panActionStart(event->pos());
    }
}

void ClickTool::canvasMoveEvent(QgsMapMouseEvent *event)
{
    if (mPressed && !mDragging) {
        mDragging =
            (event->pos() - *mPressed).manhattanLength() >= QApplication::startDragDistance();
    }
    if (mDragging) {
        canvas()->panAction(event);
    } else {
        hover(event->mapPoint(), event->pos());
    }
}

void ClickTool::canvasReleaseEvent(QgsMapMouseEvent *event)
{
    if (event->button() == Qt::RightButton) {
        finish();
        return;
    }
    // The release that ends a double click had no press of its own.
    const std::optional<QPoint> pressed = std::exchange(mPressed, std::nullopt);
    if (event->button() != Qt::LeftButton || !pressed) {
        return;
    }
    if (std::exchange(mDragging, false)) {
        canvas()->panActionEnd(event->pos());
    } else if ((event->pos() - *pressed).manhattanLength() < QApplication::startDragDistance()) {
        click(event->mapPoint());
    }
}

void ClickTool::canvasDoubleClickEvent(QgsMapMouseEvent *event)
{
    if (event->button() == Qt::LeftButton) {
        mPressed.reset();
        finish();
    }
}

void ClickTool::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        event->ignore(); // to QGIS this says: done with it
        emit ended();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        event->ignore();
        finish();
        return;
    case Qt::Key_Backspace:
        event->ignore();
        stepBack();
        return;
    default:
        QgsMapTool::keyPressEvent(event);
    }
}

void ClickTool::deactivate()
{
    mPressed.reset();
    mDragging = false;
    QgsMapTool::deactivate();
}

} // namespace gridward
