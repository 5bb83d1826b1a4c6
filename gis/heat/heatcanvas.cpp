// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/heat/heatcanvas.h"

#include "gis/heat/heatraster.h"
#include "gis/map/mapcanvas.h"
#include "gis/map/mapfurniture.h"
#include "gis/tools/dragtool.h"

#include <qgscoordinatetransform.h>
#include <qgsexception.h>
#include <qgsmapcanvasitem.h>
#include <qgsmaplayer.h>
#include <qgsmapmouseevent.h>
#include <qgsproject.h>
#include <qgsvertexmarker.h>

#include <QEvent>
#include <QImage>
#include <QKeyEvent>
#include <QPainter>
#include <QTimer>

#include <algorithm>
#include <functional>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr double kRoomAround = 1.06;

/** Null if the ground cannot be measured in that zone. */
QgsRectangle inZone(const GeoExtent &extent, int epsg)
{
    return inPlane(extent, QgsCoordinateReferenceSystem(u"EPSG:%1"_s.arg(epsg)));
}

/** From the metres of a zone to longitude and latitude. */
QgsCoordinateTransform degreesFrom(int epsg)
{
    return QgsCoordinateTransform(QgsCoordinateReferenceSystem(u"EPSG:%1"_s.arg(epsg)),
                                  QgsCoordinateReferenceSystem(u"EPSG:4326"_s),
                                  QgsCoordinateTransformContext());
}

/** Drags the map; a plain click points at a place. */
class SpotTool final : public DragTool
{
public:
    SpotTool(QgsMapCanvas *canvas, std::function<void(const QgsPointXY &)> chosen)
        : DragTool(canvas)
        , mChosen(std::move(chosen))
    {
    }
    void canvasReleaseEvent(QgsMapMouseEvent *event) override
    {
        const bool isClick = !isDragging() && event->button() == Qt::LeftButton;
        DragTool::canvasReleaseEvent(event);
        if (isClick) {
            mChosen(event->mapPoint());
        }
    }

private:
    std::function<void(const QgsPointXY &)> mChosen;
};

/** Values in colours, a pixel to a cell. */
QImage pictureOf(const HeatSurface &surface, const QList<HeatStop> &stops)
{
    QImage picture(surface.grid.columns, surface.grid.rows, QImage::Format_ARGB32);
    picture.fill(Qt::transparent);
    if (stops.isEmpty()) {
        return picture;
    }
    for (int row = 0; row < surface.grid.rows; ++row) {
        auto *line = reinterpret_cast<QRgb *>(picture.scanLine(row));
        for (int column = 0; column < surface.grid.columns; ++column) {
            const auto value = static_cast<double>(
                surface.values[static_cast<std::size_t>(row) *
                                   static_cast<std::size_t>(surface.grid.columns) +
                               static_cast<std::size_t>(column)]);
            if (value == kHeatNoData) {
                continue;
            }
            const auto above = std::ranges::upper_bound(
                stops, value, std::less<double>(), [](const HeatStop &stop) { return stop.value; });
            line[column] = above == stops.begin() ? above->argb : std::prev(above)->argb;
        }
    }
    return picture;
}

} // namespace

/** A quick picture of a surface above the rendered map. */
class CoarseItem final : public QgsMapCanvasItem
{
public:
    explicit CoarseItem(QgsMapCanvas *canvas)
        : QgsMapCanvasItem(canvas)
    {
        setZValue(-1.0); // below marks
        hide();
    }
    void showPicture(const QImage &picture, const QgsRectangle &ground)
    {
        mPicture = picture;
        mGround = ground;
        setRect(mGround);
        show();
        update();
    }
    void paint(QPainter *painter) override
    {
        painter->setRenderHint(QPainter::SmoothPixmapTransform);
        painter->drawImage(QRectF(QPointF(), mItemSize), mPicture);
    }
    void updatePosition() override { setRect(mGround); }

private:
    QImage mPicture;
    QgsRectangle mGround;
};

HeatCanvas::HeatCanvas(MapMode mode, QWidget *parent)
    : QWidget(parent)
    , mProject(std::make_unique<QgsProject>())
    , mCanvas(new MapCanvas(this))
    , mFurniture(new MapFurniture(this))
    , mCoarse(new CoarseItem(mCanvas))
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
    mCanvas->setMapTool(new SpotTool(mCanvas, [this](const QgsPointXY &place) { choose(place); }));
    mCanvas->setFocusPolicy(Qt::StrongFocus);
    mCanvas->installEventFilter(this);
    mCanvas->viewport()->installEventFilter(this);
    connect(mCanvas, &QgsMapCanvas::extentsChanged, this, &HeatCanvas::updateScale);
    connect(mCanvas, &QgsMapCanvas::renderStarting, this, &HeatCanvas::drawn);
    connect(mCanvas, &QgsMapCanvas::extentsChanged, this, &HeatCanvas::viewChanged);
    connect(mCanvas, &MapCanvas::completed, this, [this] {
        if (mCoarseEnds) {
            mCoarseEnds = false;
            mCoarse->hide();
        }
        emit drawn();
    });
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
    mShowsCoarse = false;
    mCoarseEnds = mCoarse->isVisible();
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

void HeatCanvas::showCoarse(const HeatSurface &surface)
{
    const HeatGrid &grid = surface.grid;
    setZone(grid.epsg);
    mCoarseEnds = false;
    mCoarse->showPicture(pictureOf(surface, mStops),
                         QgsRectangle(grid.west,
                                      grid.north - grid.rows * grid.pixel,
                                      grid.west + grid.columns * grid.pixel,
                                      grid.north));
    if (!mShowsCoarse) {
        mShowsCoarse = true;
        showLayers();
    }
}

void HeatCanvas::setSpot(const std::optional<GeoPoint> &place)
{
    if (mMark == nullptr) {
        mMark = new QgsVertexMarker(mCanvas);
        mMark->setIconType(QgsVertexMarker::ICON_CROSS);
        mMark->setIconSize(18);
        mMark->setPenWidth(2);
    }
    mMark->setVisible(place.has_value());
    if (!place || mEpsg == 0) {
        return;
    }
    mMark->setColor(mTheme == MapTheme::Day ? QColor(0x11, 0x16, 0x1e) : QColor(0xff, 0xff, 0xff));
    const QgsRectangle at =
        inZone({place->longitude, place->latitude, place->longitude, place->latitude}, mEpsg);
    mMark->setCenter(at.center());
}

void HeatCanvas::chooseMiddle()
{
    choose(mCanvas->center());
}

void HeatCanvas::choose(const QgsPointXY &place)
{
    if (mEpsg == 0) {
        return;
    }
    try {
        const QgsPointXY degrees = degreesFrom(mEpsg).transform(place);
        emit spotChosen({degrees.x(), degrees.y()});
    } catch (const QgsCsException &) {
        return; // far outside of everything: there is nothing to be told of
    }
}

void HeatCanvas::follow(HeatCanvas &other)
{
    const auto link = [](HeatCanvas *from, HeatCanvas *to) {
        connect(from->mCanvas, &QgsMapCanvas::extentsChanged, to, [from, to] {
            if (to->isVisible() && to->mCanvas->extent() != from->mCanvas->extent() &&
                to->size() == from->size()) {
                to->mShowsAll = from->mShowsAll;
                to->mCanvas->setExtent(from->mCanvas->extent());
                to->mCanvas->refresh();
            }
        });
    };
    link(this, &other);
    link(&other, this);
}

std::optional<GeoExtent> HeatCanvas::seenDegrees() const
{
    if (mEpsg == 0) {
        return std::nullopt;
    }
    try {
        const QgsRectangle seen = degreesFrom(mEpsg).transformBoundingBox(mCanvas->extent());
        return GeoExtent{seen.xMinimum(), seen.yMinimum(), seen.xMaximum(), seen.yMaximum()};
    } catch (const QgsCsException &) {
        return std::nullopt;
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
    // A coarse picture stands for the raster, and two of them would be too much.
    const QString surface = mShowsCoarse ? QString() : mSurface;
    for (const QString &id : mBorders + QStringList{surface} + mGround) {
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

void HeatCanvas::resizeEvent(QResizeEvent * /*event*/)
{
    mCanvas->setGeometry(rect());
    mFurniture->setGeometry(rect());
}

bool HeatCanvas::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
        if (watched == mCanvas) {
            const int key = static_cast<QKeyEvent *>(event)->key();
            if (key == Qt::Key_Return || key == Qt::Key_Enter) {
                chooseMiddle();
                return true;
            }
        }
        [[fallthrough]];
    case QEvent::NativeGesture:
    case QEvent::Wheel:
    case QEvent::MouseButtonPress:
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
