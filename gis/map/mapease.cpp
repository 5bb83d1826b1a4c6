// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/map/mapease.h"

#include "gis/map/mapcanvas.h"

#include <QEasingCurve>

#include <algorithm>
#include <cmath>
#include <utility>

namespace gridward {

MapEase::MapEase(MapCanvas &canvas, MapMode mode)
    : mCanvas(canvas)
    , mMode(mode)
{
    mTime.setDuration(kLength);
    mTime.setStartValue(0.0);
    mTime.setEndValue(1.0);
    mTime.setEasingCurve(QEasingCurve::InOutCubic);
    connect(&mTime, &QVariantAnimation::valueChanged, this, [this](const QVariant &share) {
        if (mRunning) {
            advance(share.toDouble());
        }
    });
    connect(&mTime, &QVariantAnimation::finished, this, &MapEase::arrive);
    connect(&canvas, &QObject::destroyed, this, [this] {
        mRunning = false;
        mTime.stop();
    });
}

MapEase::~MapEase()
{
    mTime.disconnect(this);
}

bool MapEase::isRunning() const
{
    return mRunning;
}

QgsRectangle MapEase::fitted(const QgsRectangle &extent) const
{
    const QSizeF size = mCanvas.mapSettings().outputSize();
    if (size.isEmpty() || extent.isEmpty()) {
        return extent;
    }
    const double units = std::max(extent.width() / size.width(), extent.height() / size.height());
    return QgsRectangle::fromCenterAndSize(
        extent.center(), units * size.width(), units * size.height());
}

bool MapEase::isWorthSeeing(const QgsRectangle &target) const
{
    const QgsRectangle from = mCanvas.extent();
    if (mMode == MapMode::Headless || !mCanvas.isVisible() || !mCanvas.renderFlag() ||
        mCanvas.rotation() != 0.0 || !mCanvas.mapSettings().hasValidSettings() || from.isEmpty() ||
        target.isEmpty()) {
        return false;
    }
    const double way = from.center().distance(target.center());
    const double screen = std::max(from.width(), target.width());
    return way <= kFarthest * screen &&
           std::abs(std::log2(target.width() / from.width())) <= kMostDoublings;
}

void MapEase::to(const QgsRectangle &extent)
{
    const QgsRectangle target = fitted(extent);
    if (mRunning && target == mTo) {
        return; // on the way there already
    }
    if (!isWorthSeeing(target)) {
        cutTo(extent);
        return;
    }
    mTime.stop();
    mFrom = mCanvas.extent();
    mTo = target;
    // Whatever is being rendered would be put where the map is by then.
    mCanvas.stopRendering();
    mCanvas.freeze(true);
    mRunning = true;
    emit begun(std::max(mFrom.width(), mTo.width()) / mCanvas.mapSettings().outputSize().width());
    mTime.start();
}

void MapEase::cutTo(const QgsRectangle &extent)
{
    const bool wasRunning = std::exchange(mRunning, false);
    mTime.stop();
    mTo = fitted(extent);
    mCanvas.freeze(false);
    mCanvas.setExtent(mTo, true); // as it is, whatever the magnification
    if (wasRunning) {
        emit ended();
    }
    mCanvas.refresh();
}

/** The scale changes evenly for the eye; what both extents have in common stays where it is. */
void MapEase::advance(double share)
{
    const double ratio = mTo.width() / mFrom.width();
    const double width = mFrom.width() * std::pow(ratio, share);
    const double height = mFrom.height() * width / mFrom.width();
    const bool sameScale = std::abs(ratio - 1.0) < 0.01;
    const double way = sameScale ? share : (width - mFrom.width()) / (mTo.width() - mFrom.width());
    const QgsPointXY from = mFrom.center();
    const QgsPointXY to = mTo.center();
    mCanvas.setExtent(
        QgsRectangle::fromCenterAndSize(
            QgsPointXY(from.x() + (to.x() - from.x()) * way, from.y() + (to.y() - from.y()) * way),
            width,
            height),
        true);
}

void MapEase::arrive()
{
    if (mRunning) {
        cutTo(mTo);
    }
}

} // namespace gridward
