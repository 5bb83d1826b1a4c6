// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/mapport.h"

#include <QObject>
#include <QPointer>

class QgsMapCanvas;
class QgsMapTool;
class QgsProject;

namespace gridward {

class MeasureTool;
class PickTool;

/**
 * The tools of one canvas, one of which is at work. Owned by MapView, the tools by the canvas;
 * project and canvas outlive any call. GUI thread.
 */
class MapTools final : public QObject
{
    Q_OBJECT
public:
    /** `browse` is what Browse means; it stays its owner's. */
    MapTools(QgsMapCanvas &canvas, const QgsProject &project, QgsMapTool &browse);

    void setTool(MapTool tool);
    [[nodiscard]] MapTool tool() const { return mTool; }

signals:
    void toolChanged(gridward::MapTool tool);
    /** EPSG:4326. */
    void placePicked(const gridward::GeoPoint &place);
    void measured(const gridward::Measurement &measurement);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void pick(const QgsPointXY &place);

    QPointer<QgsMapCanvas> mCanvas;
    const QgsProject &mProject;
    QPointer<QgsMapTool> mBrowse;
    QPointer<PickTool> mPick;
    QPointer<MeasureTool> mLine;
    QPointer<MeasureTool> mArea;
    MapTool mTool = MapTool::Browse;
};

} // namespace gridward
