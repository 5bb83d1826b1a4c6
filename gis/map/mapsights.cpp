// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/map/mapsights.h"

#include "gis/map/layerextent.h"
#include "gis/map/mapcanvas.h"
#include "gis/overlay/mercator.h"

#include <qgsproject.h>

#include <algorithm>

namespace gridward {

MapSights::MapSights(MapCanvas &canvas, const QgsProject &project, MapMode mode)
    : mCanvas(canvas)
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
    return framedExtentOf(areaLayersOf(mCanvas.layers()), mProject, !mCanvas.extent().isEmpty());
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
