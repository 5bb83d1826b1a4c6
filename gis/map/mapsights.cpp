// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/map/mapsights.h"

#include "gis/map/layerextent.h"
#include "gis/map/mapcanvas.h"
#include "gis/map/mapfurniture.h"
#include "gis/overlay/mercator.h"

#include <qgsproject.h>

#include <algorithm>

namespace gridward {

MapSights::MapSights(MapCanvas &canvas,
                     const MapFurniture &furniture,
                     const QgsProject &project,
                     MapMode mode)
    : mCanvas(canvas)
    , mFurniture(furniture)
    , mProject(project)
    , mEase(canvas, mode)
{
}

std::optional<QgsRectangle> MapSights::extent() const
{
    constexpr double kLeast = 20.0; // metres: closer, nothing is seen
    switch (mSight.kind) {
    case MapSight::Kind::District:
        break;
    case MapSight::Kind::Extent: {
        const QPointF low = toMercator({mSight.extent.west, mSight.extent.south});
        const QPointF high = toMercator({mSight.extent.east, mSight.extent.north});
        QgsRectangle box(low.x(), low.y(), high.x(), high.y());
        if (box.width() < kLeast && box.height() < kLeast) {
            box.grow(kLeast);
        }
        return box;
    }
    case MapSight::Kind::Around: {
        const QPointF middle = toMercator(mSight.middle);
        const double reach = std::max(kLeast, mSight.metres) * mercatorStretch(middle.y());
        return QgsRectangle::fromCenterAndSize(QgsPointXY(middle), 2.0 * reach, 2.0 * reach);
    }
    }
    // What lies outside by mistake, such as a case with a wrong place, must not shrink the rest.
    const std::optional<QgsRectangle> framed =
        framedExtentOf(areaLayersOf(mCanvas.layers()), mProject, !mCanvas.extent().isEmpty());
    return framed ? std::optional(lifted(*framed)) : std::nullopt;
}

QgsRectangle MapSights::lifted(const QgsRectangle &extent) const
{
    const QSizeF size = mCanvas.mapSettings().outputSize();
    const double below = mFurniture.heightBelow();
    const double above = size.height() - below;
    if (size.isEmpty() || above < below) {
        return extent;
    }
    const double units = std::max(extent.width() / size.width(), extent.height() / above);
    const QgsPointXY middle = extent.center();
    return QgsRectangle(middle.x() - units * size.width() / 2.0,
                        middle.y() - units * (above / 2.0 + below),
                        middle.x() + units * size.width() / 2.0,
                        middle.y() + units * above / 2.0);
}

void MapSights::watch(const MapSight &sight)
{
    mSight = sight;
    if (const auto there = extent()) {
        mEase.to(*there);
    }
}

void MapSights::again()
{
    if (const auto there = extent()) {
        mEase.cutTo(*there);
    }
}

} // namespace gridward
