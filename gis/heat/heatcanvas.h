// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/heat/heatlayers.h"
#include "gis/map/mapview.h"

#include <qgsrectangle.h>

#include <QPointer>
#include <QStringList>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QgsMapLayer;
class QgsPointXY;
class QgsProject;
class QgsVertexMarker;

namespace gridward {

class CoarseItem;
class MapCanvas;
class MapFurniture;

/**
 * The widget of the heat map: canvas, furniture and the layers on it, in the metres of a UTM zone.
 * Shows all of the ground until somebody moves the view. GUI thread.
 */
class HeatCanvas final : public QWidget
{
    Q_OBJECT
public:
    explicit HeatCanvas(MapMode mode, QWidget *parent = nullptr);
    ~HeatCanvas() override;

    /** The ground in degrees; another one is shown as a whole, the same keeps the view. */
    void setGround(const DistrictPicture &picture, const std::optional<GeoExtent> &extent);
    /** Lays a raster on the ground, or none; the file must stay until the next one. */
    void setSurface(const QString &path, int epsg, const std::optional<GeoExtent> &ground);
    void setStops(const QList<HeatStop> &stops);
    /** Lays values on the map at once, in the colours of the stops, instead of the raster; until
     * the next raster is drawn. */
    void showCoarse(const HeatSurface &surface);
    /** A mark where somebody pointed at, or none. */
    void setSpot(const std::optional<GeoPoint> &place);
    /** Points at the middle of the view: spotChosen() follows. */
    void chooseMiddle();
    /** Looks where the other one looks, from now on and both ways. */
    void follow(HeatCanvas &other);
    /** The part of the ground in view; nothing if it cannot be told in degrees. */
    [[nodiscard]] std::optional<GeoExtent> seenDegrees() const;
    void setTheme(MapTheme theme);
    /** Names the ground anew, in the language of the moment. */
    void retranslate(const DistrictPicture &picture);
    void showAll();
    /** Draws no more: the engine is about to go. */
    void stop();

    [[nodiscard]] bool isComplete() const;
    /** What is to be seen on paper: the view, or all of the ground if all of it is in view. */
    [[nodiscard]] QgsRectangle seen() const;

signals:
    /** Busy or complete may have changed. */
    void drawn();
    void spotChosen(const gridward::GeoPoint &place);
    /** Somebody moved the view, or its size changed. */
    void viewChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setZone(int epsg);
    void showLayers();
    void fit();
    void updateScale();
    void choose(const QgsPointXY &place);

    std::unique_ptr<QgsProject> mProject;
    MapCanvas *mCanvas;
    MapFurniture *mFurniture;
    QStringList mBorders; ///< ids of layers, top-most first
    QStringList mGround;
    QString mSurface;
    CoarseItem *mCoarse; ///< belongs to the scene of the canvas
    bool mShowsCoarse = false;
    bool mCoarseEnds = false; ///< when the raster is drawn
    QgsVertexMarker *mMark = nullptr;
    QList<HeatStop> mStops;
    MapTheme mTheme = MapTheme::Day;
    int mEpsg = 0;
    std::optional<GeoExtent> mExtent;
    QString mName;
    bool mShowsAll = true;
};

} // namespace gridward
