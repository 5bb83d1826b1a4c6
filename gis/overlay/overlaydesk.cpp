// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/overlay/overlaydesk.h"

#include "gis/layers/districtlayers.h"
#include "gis/overlay/mercator.h"

#include <qgscoordinatereferencesystem.h>
#include <qgscoordinatetransform.h>
#include <qgsexception.h>
#include <qgsgeometry.h>
#include <qgsmapcanvas.h>
#include <qgsmaptoolpan.h>
#include <qgsproject.h>
#include <qgsrubberband.h>

#include <QApplication>
#include <QMouseEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr double kLargestScale = 2000.0; ///< showThing() comes no closer
constexpr double kMargin = 48.0;         ///< pixels: what is nearer to the edge is not seen
constexpr double kPlaceTolerance = 9.0;  ///< pixels around a key location
constexpr double kLeastArea = 1.0 / 6.0; ///< of what is seen: a smaller outline is no sight

} // namespace

OverlayDesk::OverlayDesk(QgsMapCanvas *canvas, MapMode mode)
    : QObject(canvas)
    , mCanvas(canvas)
    , mOverlay(new CaseOverlay(canvas, mode))
    , mOutline(new QgsRubberBand(canvas, Qgis::GeometryType::Polygon))
{
    mOutline->setWidth(3);
    mOutline->setZValue(-6.0); // below the cases
    canvas->viewport()->installEventFilter(this);
}

OverlayDesk::~OverlayDesk() = default;

void OverlayDesk::setDistrict(const DistrictPicture &picture)
{
    mIndex.set(picture);
    mOverlay->setCases(picture.openCases);
}

void OverlayDesk::followLayers()
{
    const QList<QgsMapLayer *> shown = mCanvas->layers();
    mOverlay->setShown(openCaseLayer(shown) != nullptr);
    mPlacesShown = keyPlaceLayer(shown) != nullptr;
}

void OverlayDesk::setTheme(MapTheme theme)
{
    mOverlay->setTheme(theme);
    const bool day = theme == MapTheme::Day;
    mOutline->setStrokeColor(day ? QColor(31, 41, 55) : QColor(232, 236, 243));
    mOutline->setSecondaryStrokeColor(day ? QColor(255, 255, 255, 200) : QColor(16, 20, 27, 200));
    mOutline->setFillColor(day ? QColor(31, 41, 55, 24) : QColor(232, 236, 243, 24));
}

bool OverlayDesk::isBrowsing() const
{
    return qobject_cast<QgsMapToolPan *>(mCanvas->mapTool()) != nullptr;
}

QPointF OverlayDesk::onScene(QPoint pixel) const
{
    return mCanvas->mapToScene(pixel);
}

bool OverlayDesk::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress: {
        const auto *mouse = static_cast<const QMouseEvent *>(event);
        mPressed = mouse->button() == Qt::LeftButton && isBrowsing()
                       ? std::optional(mouse->position().toPoint())
                       : std::nullopt;
        break;
    }
    case QEvent::MouseMove: {
        const auto *mouse = static_cast<const QMouseEvent *>(event);
        if (mouse->buttons() == Qt::NoButton) {
            hover(mouse->position().toPoint());
        }
        break;
    }
    case QEvent::MouseButtonRelease:
        if (static_cast<const QMouseEvent *>(event)->button() == Qt::LeftButton) {
            takeRelease(static_cast<const QMouseEvent *>(event)->position().toPoint());
        }
        break;
    case QEvent::Leave:
        mOverlay->endHover();
        mPointing = false;
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void OverlayDesk::hover(QPoint pixel)
{
    if (!isBrowsing()) {
        mOverlay->endHover();
        mPointing = false;
        return;
    }
    const bool any = mOverlay->hoverAt(onScene(pixel));
    if (any || mPointing) {
        // The tool puts its own cursor back when a button is released.
        mCanvas->setCursor(any ? QCursor(Qt::PointingHandCursor) : QCursor(Qt::OpenHandCursor));
        mPointing = any;
    }
}

void OverlayDesk::takeRelease(QPoint pixel)
{
    const std::optional<QPoint> pressed = std::exchange(mPressed, std::nullopt);
    if (!pressed || !isBrowsing() ||
        (pixel - *pressed).manhattanLength() >= QApplication::startDragDistance()) {
        return;
    }
    // Later: the canvas has not seen this release yet, and who hears of it may move the map.
    QMetaObject::invokeMethod(
        this, [this, pick = pickAt(pixel)] { emit picked(pick); }, Qt::QueuedConnection);
}

MapPick OverlayDesk::pickAt(QPoint pixel)
{
    const QPointF scene = onScene(pixel);
    MapPick pick;
    pick.place = fromMercator(mOverlay->mapPointAt(scene));
    const CaseOverlay::Hit hit = mOverlay->hitAt(scene);
    pick.cases = hit.cases;
    pick.person = hit.person;
    if (mPlacesShown) {
        pick.keyPlace =
            mIndex.keyPlaceAt(pick.place, kPlaceTolerance * mCanvas->mapUnitsPerPixel());
    }
    pick.grid = mIndex.gridAt(pick.place);
    return pick;
}

void OverlayDesk::showThing(MapThing kind, const QString &id, const std::optional<GeoPoint> &place)
{
    clearMark();
    const auto point = place ? std::optional(toMercator(*place)) : std::nullopt;
    std::optional<QPointF> there = point;
    switch (kind) {
    case MapThing::Case:
        if (const std::optional<CaseId> known = CaseId::fromText(id);
            known && mOverlay->clusterSizeAround(*known) > 0) {
            mOverlay->markCase(*known);
            showCase(*known);
            return;
        }
        break; // ended, or not shown: where it is said to be
    case MapThing::Grid:
    case MapThing::Division:
        showArea(mIndex.outlineOf(kind, id));
        return;
    case MapThing::KeyPlace:
        if (const QByteArray outline = mIndex.outlineOf(kind, id); !outline.isEmpty()) {
            showArea(outline);
            return;
        }
        there = mIndex.keyPlace(id);
        break;
    case MapThing::Person:
        if (const std::optional<QPointF> seen = mOverlay->placeOfPerson(id); seen || point) {
            mOverlay->markPerson(id, point);
            showPoint(seen ? *seen : *point);
        }
        return;
    case MapThing::Place:
        break;
    }
    if (there) {
        mOverlay->markPlace(*there);
        showPoint(*there);
    }
}

void OverlayDesk::clearMark()
{
    mOverlay->clearMark();
    mOutline->reset(Qgis::GeometryType::Polygon);
}

void OverlayDesk::showCase(const CaseId &id)
{
    const std::optional<QPointF> place = mOverlay->placeOf(id);
    if (!place) {
        return;
    }
    const double units = mCanvas->mapUnitsPerPixel();
    if (mOverlay->clusterSizeAround(id) < 2) {
        showPoint(*place);
        return;
    }
    const double closest =
        units * kLargestScale /
        OverlayView::make(*place, units, mCanvas->mapSettings().outputSize()).denominator;
    const double wanted = std::max(mOverlay->unitsToStandAlone(id), closest);
    if (wanted < units) {
        moveTo(*place, wanted);
    } else {
        showPoint(*place);
    }
}

void OverlayDesk::showPoint(QPointF place)
{
    // In pixels: of a turned map, the extent is the box around what is seen.
    const QPointF pixel =
        mCanvas->mapSettings().mapToPixel().transform(QgsPointXY(place)).toQPointF();
    const QRectF seen(QPointF(), mCanvas->mapSettings().outputSize());
    if (!seen.adjusted(kMargin, kMargin, -kMargin, -kMargin).contains(pixel)) {
        moveTo(place, mCanvas->mapUnitsPerPixel());
    }
}

void OverlayDesk::moveTo(QPointF place, double unitsPerPixel)
{
    const QSizeF size = QSizeF(mCanvas->mapSettings().outputSize()) * unitsPerPixel;
    mCanvas->setExtent(
        QgsRectangle::fromCenterAndSize(QgsPointXY(place), size.width(), size.height()));
    mCanvas->refresh();
}

void OverlayDesk::showArea(const QByteArray &outline)
{
    QgsGeometry shape;
    shape.fromWkb(outline);
    if (shape.isNull()) {
        return;
    }
    const QgsCoordinateReferenceSystem degrees(u"EPSG:4326"_s);
    mOutline->setToGeometry(shape, degrees);
    try {
        const QgsCoordinateTransform toMap(degrees,
                                           mCanvas->mapSettings().destinationCrs(),
                                           mCanvas->project()->transformContext());
        QgsRectangle box = toMap.transformBoundingBox(shape.boundingBox());
        const QgsRectangle seen = mCanvas->extent();
        const double least = kLeastArea * std::min(seen.width(), seen.height());
        const bool fits = box.width() < seen.width() && box.height() < seen.height();
        if (!fits || std::max(box.width(), box.height()) < least) {
            box.scale(1.6);
            mCanvas->setExtent(box);
            mCanvas->refresh();
        } else if (!seen.contains(box)) {
            moveTo(box.center().toQPointF(), mCanvas->mapUnitsPerPixel());
        }
    } catch (const QgsCsException &) {
        return; // outside of what the map can show
    }
}

} // namespace gridward
