// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/map/mapease.h"
#include "models/service/mapport.h"

#include <qgsrectangle.h>

#include <optional>

class QgsProject;

namespace gridward {

class MapCanvas;
class MapFurniture;

/**
 * What a map was told to show (MapPort::watch()), and the way there. GUI thread; canvas, furniture
 * and project must outlive it.
 */
class MapSights final
{
public:
    MapSights(MapCanvas &canvas,
              const MapFurniture &furniture,
              const QgsProject &project,
              MapMode mode);

    /** Goes there, so that one sees where it goes. */
    void watch(const MapSight &sight);
    /** Shows the same at once: size, resolution or district are others now. */
    void again();
    [[nodiscard]] MapEase &ease() { return mEase; }

private:
    /** In the map's CRS; nothing if there is nothing to go to. */
    [[nodiscard]] std::optional<QgsRectangle> extent() const;
    /** So that nothing of it lies under what stands along the lower edge of the map. */
    [[nodiscard]] QgsRectangle lifted(const QgsRectangle &extent) const;

    MapCanvas &mCanvas;
    const MapFurniture &mFurniture;
    const QgsProject &mProject;
    MapEase mEase;
    MapSight mSight;
};

} // namespace gridward
