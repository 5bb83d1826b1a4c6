// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/tools/maptools.h"

#include "gis/tools/measuretool.h"
#include "gis/tools/picktool.h"

#include <qgscoordinatetransform.h>
#include <qgsexception.h>
#include <qgsmapcanvas.h>
#include <qgsproject.h>

#include <QKeyEvent>

#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

MapTools::MapTools(QgsMapCanvas &canvas, const QgsProject &project, QgsMapTool &browse)
    : mCanvas(&canvas)
    , mProject(project)
    , mBrowse(&browse)
    , mPick(new PickTool(&canvas))
    , mLine(new MeasureTool(&canvas, project, MeasureTool::What::Line))
    , mArea(new MeasureTool(&canvas, project, MeasureTool::What::Area))
{
    connect(mPick, &PickTool::clicked, this, &MapTools::pick);
    for (MeasureTool *measure : {mLine.data(), mArea.data()}) {
        connect(measure, &MeasureTool::measured, this, &MapTools::measured);
    }
    for (ClickTool *tool : std::initializer_list<ClickTool *>{mPick, mLine, mArea}) {
        connect(tool, &ClickTool::ended, this, [this] { setTool(MapTool::Browse); });
    }
    canvas.installEventFilter(this);
}

void MapTools::setTool(MapTool tool)
{
    if (!mCanvas) {
        return;
    }
    QgsMapTool *next = mBrowse;
    switch (tool) {
    case MapTool::Browse:
        break;
    case MapTool::PickPlace:
        next = mPick;
        break;
    case MapTool::MeasureLine:
        next = mLine;
        break;
    case MapTool::MeasureArea:
        next = mArea;
        break;
    }
    const MapTool before = std::exchange(mTool, tool);
    if (tool == before) {
        return;
    }
    mCanvas->setMapTool(next);
    if (tool != MapTool::Browse) {
        mCanvas->setFocus(); // the keys belong to the tool, not to the button that chose it
    }
    if (before == MapTool::MeasureLine || before == MapTool::MeasureArea) {
        emit measured({}); // what was measured is gone from the map
    }
    emit toolChanged(tool);
}

bool MapTools::eventFilter(QObject *watched, QEvent *event)
{
    // A shortcut of the window on one of these keys must wait while a tool uses them.
    if (event->type() == QEvent::ShortcutOverride && mTool != MapTool::Browse) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Backspace || key == Qt::Key_Return ||
            key == Qt::Key_Enter) {
            event->accept();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

void MapTools::pick(const QgsPointXY &place)
{
    GeoPoint geo;
    try {
        const QgsCoordinateTransform toDegrees(mCanvas->mapSettings().destinationCrs(),
                                               QgsCoordinateReferenceSystem(u"EPSG:4326"_s),
                                               mProject.transformContext());
        const QgsPointXY degrees = toDegrees.transform(place);
        geo = {degrees.x(), degrees.y()};
    } catch (const QgsCsException &) {
        return; // beyond the edge of the world: there is no such place, ask again
    }
    if (isValid(geo)) {
        setTool(MapTool::Browse); // first: who is told may choose a tool again
        emit placePicked(geo);
    }
}

} // namespace gridward
