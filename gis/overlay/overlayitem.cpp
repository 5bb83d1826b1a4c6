// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/overlay/overlayitem.h"

#include <qgsmapcanvas.h>

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
    mPainting(*painter, option->exposedRect);
}

void OverlayItem::paint(QPainter *painter)
{
    mPainting(*painter, boundingRect());
}

} // namespace gridward
