// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qgsmaptool.h>
#include <qgspointxy.h>

#include <QPoint>

#include <optional>

namespace gridward {

/**
 * What the map tools that want clicks have in common: a left click is a click however shaky the
 * hand, a left drag moves the map, and so do the middle button and the space bar, which the canvas
 * handles itself. Points are in the coordinates of the map. Owned by its canvas; GUI thread.
 */
class ClickTool : public QgsMapTool
{
    Q_OBJECT
public:
    explicit ClickTool(QgsMapCanvas *canvas);

    void canvasPressEvent(QgsMapMouseEvent *event) override;
    void canvasMoveEvent(QgsMapMouseEvent *event) override;
    void canvasReleaseEvent(QgsMapMouseEvent *event) override;
    void canvasDoubleClickEvent(QgsMapMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void deactivate() override;

signals:
    /** Somebody had enough of the tool. */
    void ended();

protected:
    virtual void click(const QgsPointXY &place) = 0;
    virtual void hover(const QgsPointXY & /*place*/, const QPoint & /*position*/) {}
    virtual void finish() {}   ///< right click, double click or Enter
    virtual void stepBack() {} ///< Backspace

private:
    std::optional<QPoint> mPressed; ///< where the left button went down
    bool mDragging = false;
};

} // namespace gridward
