// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qgsmapcanvas.h>

#include <QList>
#include <QRegion>
#include <QSize>

namespace gridward {

/**
 * The QGIS canvas, knowing whether what it shows is the final picture of the present view, and
 * rendering again at once when its size changes (QGIS waits for half a second).
 */
class MapCanvas final : public QgsMapCanvas
{
    Q_OBJECT
public:
    explicit MapCanvas(QWidget *parent = nullptr);

    /** False while anything is drawn, or about to be drawn, for the present view. */
    [[nodiscard]] bool isComplete() const;
    /** What is shown is out of date although view and layers are the same: their content changed.
     */
    void renderAgain();
    /** What is being painted just now, pixels of the viewport; empty outside of a paint event. */
    [[nodiscard]] const QRegion &exposed() const { return mExposed; }

signals:
    /** The picture is the final one for the present view. */
    void completed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void leaveEvent(QEvent *event) override;

signals:
    void mouseLeft();
    /** It has a new size or resolution; what it shows was moved by QGIS. */
    void placed();

private:
    /** What a picture depends on. */
    struct View
    {
        QgsRectangle extent;
        QSize size;
        QList<QgsMapLayer *> layers;
        bool operator==(const View &) const = default;
    };
    [[nodiscard]] View view() const;

    View mStarted;
    View mShown;
    bool mDrawing = false;
    bool mDirty = false;
    QRegion mExposed;
};

} // namespace gridward
