// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/map/mapparts.h"

#include <qgsapplication.h>
#include <qgsmapcanvas.h>
#include <qgsproject.h>

using namespace Qt::StringLiterals;

namespace gridward {

MapParts::MapParts(MapPort &port, QgsMapCanvas &canvas, QgsProject &project, QgsMapTool &browse)
    : tools(canvas, project, browse)
    , gridLoad(project)
    , baseMaps(project)
    , views(canvas, project, QgsApplication::qgisSettingsDirPath() + u"/saved-views.xml"_s)
    , printer(project)
{
    QObject::connect(&tools, &MapTools::toolChanged, &port, &MapPort::toolChanged);
    QObject::connect(&tools, &MapTools::placePicked, &port, &MapPort::placePicked);
    QObject::connect(&tools, &MapTools::measured, &port, &MapPort::measured);
    QObject::connect(&views, &SavedViews::bookmarksChanged, &port, &MapPort::bookmarksChanged);
    QObject::connect(&views, &SavedViews::themesChanged, &port, &MapPort::layerThemesChanged);
    QObject::connect(&printer, &MapPrinter::printed, &port, &MapPort::printed);
}

} // namespace gridward
