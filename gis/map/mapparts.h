// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/basemap/basemaps.h"
#include "gis/layers/gridload.h"
#include "gis/map/savedviews.h"
#include "gis/print/mapprinter.h"
#include "gis/tools/maptools.h"

namespace gridward {

/**
 * What MapView hands its less common work to, wired to its signals. `browse` is the tool that the
 * canvas starts with. Owned by MapView; canvas and project outlive any call. GUI thread.
 */
struct MapParts
{
    MapParts(MapPort &port, QgsMapCanvas &canvas, QgsProject &project, QgsMapTool &browse);

    MapTools tools;
    GridLoad gridLoad;
    BaseMaps baseMaps;
    SavedViews views; ///< in the profile folder that the engine was started with
    MapPrinter printer;
};

} // namespace gridward
