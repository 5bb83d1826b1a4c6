// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/overlay/overlayitem.h"

#include "gis/map/mapcanvas.h"

#include <QStyleOptionGraphicsItem>

#include <utility>

namespace gridward {

namespace {
constexpr double kAboveMap = -5.0; ///< QGIS: the picture is at -10, rubber bands are at 0
}

OverlayItem::OverlayItem(QgsMapCanvas *canvas, Painting painting, std::function<void()> moved)
    : QgsMapCanvasItem(canvas)
    , mPainting(std::move(painting))
    , mMoved(std::move(moved))
{
    setZValue(kAboveMap);
    setFlag(QGraphicsItem::ItemUsesExtendedStyleOption); // asks for what is exposed
}

QRectF OverlayItem::boundingRect() const
{
    const QSizeF size = mMapCanvas->viewport()->size();
    return {-size.width(), -size.height(), 3.0 * size.width(), 3.0 * size.height()};
}

void OverlayItem::updatePosition()
{
    prepareGeometryChange();
    mMoved();
    update();
}

void OverlayItem::paint(QPainter *painter,
                        const QStyleOptionGraphicsItem *option,
                        QWidget * /*widget*/)
{
    // The box around boxes far apart would be nearly everything: each by itself, if known.
    constexpr int kMostBoxes = 64;
    mExposed.clear();
    if (const auto *canvas = qobject_cast<const MapCanvas *>(mMapCanvas);
        canvas != nullptr && canvas->exposed().rectCount() <= kMostBoxes) {
        for (const QRect &box : canvas->exposed()) {
            mExposed.push_back(canvas->mapToScene(box).boundingRect());
        }
    }
    if (mExposed.empty()) {
        mExposed.push_back(option->exposedRect);
    }
    mPainting(*painter, mExposed);
}

void OverlayItem::paint(QPainter *painter)
{
    const QRectF all = boundingRect();
    mPainting(*painter, {&all, 1});
}

} // namespace gridward
