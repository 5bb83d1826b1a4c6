// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qgsmapcanvasitem.h>

#include <QRectF>

#include <functional>
#include <span>
#include <vector>

namespace gridward {

/**
 * The place of the overlay among the canvas's items: above the rendered base, below rubber bands.
 * It moves with the canvas while that is dragged, reaches a view farther on each side so that no
 * edge stays bare, and draws nothing itself. Its coordinates are logical pixels of the view. Owned
 * by the canvas's scene.
 */
class OverlayItem final : public QgsMapCanvasItem
{
public:
    using Painting = std::function<void(QPainter &painter, std::span<const QRectF> exposed)>;

    OverlayItem(QgsMapCanvas *canvas, Painting painting, std::function<void()> moved);

    [[nodiscard]] QRectF boundingRect() const override;
    void updatePosition() override;
    void paint(QPainter *painter,
               const QStyleOptionGraphicsItem *option,
               QWidget *widget = nullptr) override;

protected:
    void paint(QPainter *painter) override;

private:
    Painting mPainting;
    std::vector<QRectF> mExposed; ///< while painting
    std::function<void()> mMoved;
};

} // namespace gridward
