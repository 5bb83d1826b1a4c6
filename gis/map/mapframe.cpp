// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/map/mapframe.h"

#include "gis/map/mapcanvas.h"
#include "gis/map/mapfurniture.h"

#include <qgsdistancearea.h>
#include <qgsexception.h>
#include <qgsmaplayer.h>
#include <qgsmaplayerserverproperties.h>
#include <qgsproject.h>

using namespace Qt::StringLiterals;

namespace gridward {

MapFrame::MapFrame()
    : mCanvas(new MapCanvas(this))
    , mFurniture(new MapFurniture(this))
{
    setFocusProxy(mCanvas);
}

double MapFrame::metresPerPixel(const QgsProject &project) const
{
    if (mCanvas->width() <= 0) {
        return 0.0;
    }
    QgsDistanceArea ground;
    ground.setSourceCrs(mCanvas->mapSettings().destinationCrs(), project.transformContext());
    ground.setEllipsoid(project.ellipsoid());
    constexpr double kPixels = 100.0; // to measure over
    const QgsPointXY middle = mCanvas->extent().center();
    const double step = kPixels / 2.0 * mCanvas->mapUnitsPerPixel();
    try {
        const double length =
            ground.measureLine({middle.x() - step, middle.y()}, {middle.x() + step, middle.y()});
        return ground.convertLengthMeasurement(length, Qgis::DistanceUnit::Meters) / kPixels;
    } catch (const QgsCsException &) {
        return 0.0;
    }
}

QString MapFrame::attribution() const
{
    QStringList notes;
    for (const QgsMapLayer *layer : mCanvas->layers()) {
        QString note = layer->serverProperties()->attribution();
        if (note.isEmpty()) {
            note = layer->metadata().rights().join(u"; "_s);
        }
        if (!note.isEmpty() && !notes.contains(note)) {
            notes.append(note);
        }
    }
    return notes.join(u" · "_s);
}

void MapFrame::resizeEvent(QResizeEvent * /*event*/)
{
    mCanvas->setGeometry(rect());
    mFurniture->setGeometry(rect());
}

} // namespace gridward
