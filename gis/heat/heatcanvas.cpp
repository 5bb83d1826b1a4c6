// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/heat/heatcanvas.h"

#include "gis/map/mapcanvas.h"
#include "gis/map/mapfurniture.h"
#include "gis/tools/dragtool.h"

#include <qgscoordinatetransform.h>
#include <qgsexception.h>
#include <qgsmaplayer.h>
#include <qgsproject.h>

#include <QEvent>
#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr double kRoomAround = 1.06;

/** Null if the ground cannot be measured in that zone. */
QgsRectangle inZone(const GeoExtent &extent, int epsg)
{
    try {
        const QgsCoordinateTransform toMetres(QgsCoordinateReferenceSystem(u"EPSG:4326"_s),
                                              QgsCoordinateReferenceSystem(u"EPSG:%1"_s.arg(epsg)),
                                              QgsCoordinateTransformContext());
        const QgsRectangle metres = toMetres.transformBoundingBox(
            QgsRectangle(extent.west, extent.south, extent.east, extent.north));
        return metres.isFinite() ? metres : QgsRectangle();
    } catch (const QgsCsException &) {
        return {};
    }
}

} // namespace

HeatCanvas::HeatCanvas(MapMode mode, QWidget *parent)
    : QWidget(parent)
    , mProject(std::make_unique<QgsProject>())
    , mCanvas(new MapCanvas(this))
    , mFurniture(new MapFurniture(this))
{
    setObjectName(u"heatCanvas"_s);
    setFocusProxy(mCanvas);
    mProject->setEllipsoid(u"EPSG:7030"_s);
    mCanvas->setObjectName(u"heatMap"_s);
    mCanvas->setFrameShape(QFrame::NoFrame);
    mCanvas->setProject(mProject.get());
    mCanvas->setParallelRenderingEnabled(mode == MapMode::Interactive);
    mCanvas->setCachingEnabled(mode == MapMode::Interactive);
    mCanvas->enableAntiAliasing(true);
    mCanvas->setPreviewJobsEnabled(false);
    mCanvas->setMapTool(new DragTool(mCanvas));
    mCanvas->setFocusPolicy(Qt::StrongFocus);
    mCanvas->installEventFilter(this);
    mCanvas->viewport()->installEventFilter(this);
    connect(mCanvas, &QgsMapCanvas::extentsChanged, this, &HeatCanvas::updateScale);
    connect(mCanvas, &QgsMapCanvas::renderStarting, this, &HeatCanvas::drawn);
    connect(mCanvas, &MapCanvas::completed, this, &HeatCanvas::drawn);
}

HeatCanvas::~HeatCanvas()
{
    stop();
    // The canvas looks at the project and its layers until it is gone.
    delete mCanvas;
}

void HeatCanvas::stop()
{
    mCanvas->disconnect(this);
    mCanvas->cancelJobs();
    mCanvas->setLayers({});
}

void HeatCanvas::setGround(const DistrictPicture &picture, const std::optional<GeoExtent> &extent)
{
    const bool isSame = picture.name == mName && extent == mExtent && !mBorders.isEmpty();
    mName = picture.name;
    mExtent = extent;
    const QStringList old = std::exchange(mBorders, {}) + std::exchange(mGround, {});
    for (HeatLayer &made : makeGroundLayers(picture)) {
        dressGroundLayer(*made.layer, mTheme);
        QStringList &ids = made.place == HeatLayerPlace::Border ? mBorders : mGround;
        ids.append(made.layer->id());
        mProject->addMapLayer(made.layer.release()); // the project owns it from here
    }
    if (extent) {
        setZone(utmZoneOf(
            {(extent->west + extent->east) / 2.0, (extent->south + extent->north) / 2.0}));
    }
    mFurniture->setAttribution(groundAttribution(picture));
    showLayers();
    mProject->removeMapLayers(old);
    if (!isSame) {
        showAll();
    }
}

void HeatCanvas::setSurface(const QString &path, int epsg, const std::optional<GeoExtent> &ground)
{
    const QString old = std::exchange(mSurface, {});
    if (std::unique_ptr<QgsMapLayer> layer = path.isEmpty() ? nullptr : makeSurfaceLayer(path)) {
        dressSurfaceLayer(*layer, mStops);
        mSurface = layer->id();
        mProject->addMapLayer(layer.release());
        setZone(epsg);
    }
    if (!mExtent && ground) {
        mExtent = ground; // without a district the points say where to look
        showAll();
    }
    showLayers();
    mProject->removeMapLayer(old);
}

void HeatCanvas::setStops(const QList<HeatStop> &stops)
{
    mStops = stops;
    if (QgsMapLayer *layer = mProject->mapLayer(mSurface)) {
        dressSurfaceLayer(*layer, stops);
        mCanvas->renderAgain();
        emit drawn();
    }
}

void HeatCanvas::setTheme(MapTheme theme)
{
    mTheme = theme;
    mCanvas->setCanvasColor(theme == MapTheme::Day ? QColor(0xf3, 0xf5, 0xf8)
                                                   : QColor(0x11, 0x16, 0x1e));
    mFurniture->setTheme(theme);
    for (QgsMapLayer *layer : mProject->mapLayers()) {
        dressGroundLayer(*layer, theme);
    }
    mCanvas->renderAgain();
    emit drawn();
}

void HeatCanvas::retranslate(const DistrictPicture &picture)
{
    mFurniture->setAttribution(groundAttribution(picture));
}

void HeatCanvas::setZone(int epsg)
{
    if (epsg != 0 && epsg != mEpsg) {
        mEpsg = epsg;
        const QgsCoordinateReferenceSystem crs(u"EPSG:%1"_s.arg(epsg));
        mProject->setCrs(crs);
        mCanvas->setDestinationCrs(crs);
        fit();
    }
}

void HeatCanvas::showLayers()
{
    QList<QgsMapLayer *> layers;
    for (const QString &id : mBorders + QStringList{mSurface} + mGround) {
        if (QgsMapLayer *layer = mProject->mapLayer(id)) {
            layers.append(layer);
        }
    }
    mCanvas->setLayers(layers);
    mCanvas->renderAgain();
    updateScale();
    emit drawn();
}

void HeatCanvas::showAll()
{
    mShowsAll = true;
    fit();
}

void HeatCanvas::fit()
{
    if (!mShowsAll || !mExtent || mEpsg == 0) {
        return;
    }
    QgsRectangle metres = inZone(*mExtent, mEpsg);
    if (metres.isNull()) {
        return;
    }
    metres.scale(kRoomAround);
    mCanvas->setExtent(metres);
    mCanvas->refresh();
    emit drawn();
}

void HeatCanvas::updateScale()
{
    // A metre of the zone is a metre on the ground, within 0.1 %.
    mFurniture->setMetresPerPixel(mCanvas->layers().isEmpty() ? 0.0 : mCanvas->mapUnitsPerPixel());
    mFurniture->setRotation(mCanvas->rotation());
}

bool HeatCanvas::isComplete() const
{
    return mCanvas->layers().isEmpty() || mCanvas->isComplete();
}

QgsRectangle HeatCanvas::seen() const
{
    const QgsRectangle view = mCanvas->extent();
    if (!mExtent) {
        return view;
    }
    QgsRectangle all = inZone(*mExtent, mEpsg);
    if (all.isNull() || !(mShowsAll || view.contains(all))) {
        return view;
    }
    all.scale(kRoomAround);
    return all;
}

std::vector<std::unique_ptr<QgsMapLayer>>
HeatCanvas::layersForPaper(const QList<HeatStop> &stops) const
{
    std::vector<std::unique_ptr<QgsMapLayer>> copies;
    for (const QgsMapLayer *layer : mCanvas->layers()) {
        std::unique_ptr<QgsMapLayer> copy(layer->clone());
        dressGroundLayer(*copy, MapTheme::Day);
        dressSurfaceLayer(*copy, stops);
        copies.push_back(std::move(copy));
    }
    return copies;
}

void HeatCanvas::resizeEvent(QResizeEvent * /*event*/)
{
    mCanvas->setGeometry(rect());
    mFurniture->setGeometry(rect());
}

bool HeatCanvas::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Wheel:
    case QEvent::MouseButtonPress:
    case QEvent::KeyPress:
    case QEvent::NativeGesture:
        mShowsAll = false; // from now on the view is what somebody made it
        break;
    case QEvent::Resize:
        if (watched == mCanvas) {
            QTimer::singleShot(0, this, &HeatCanvas::fit); // when QGIS has had its say
        }
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace gridward
