// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/overlay/districtindex.h"

#include "gis/overlay/mercator.h"

#include <qgsgeometry.h>

#include <QLoggingCategory>

#include <algorithm>
#include <cmath>

namespace gridward {

namespace {

Q_LOGGING_CATEGORY(indexLog, "gridward.gis.overlay")

QgsGeometry geometryOf(const QByteArray &wkb)
{
    QgsGeometry geometry;
    geometry.fromWkb(wkb);
    return geometry;
}

} // namespace

void DistrictIndex::set(const DistrictPicture &picture)
{
    if (picture.grids != mGrids) {
        mGrids = picture.grids;
        mLocator.reset();
    }
    mDivisions = picture.divisions;
    mKeyPlaces = picture.keyPlaces;
    mPlacesReady = false;
}

void DistrictIndex::prepareGrids()
{
    QList<GridOutline> outlines;
    for (const UnitGrid &grid : std::as_const(mGrids)) {
        if (!grid.outline.isEmpty()) {
            outlines.append({grid.code, grid.outline});
        }
    }
    Result<std::shared_ptr<const GridLocator>> locator = GridLocator::build(outlines);
    if (!locator) {
        // One bad outline must not hide all the others.
        qCWarning(indexLog).noquote() << locator.error().message << locator.error().detail;
        outlines.removeIf(
            [](const GridOutline &outline) { return !GridLocator::build({outline}).isOk(); });
        locator = GridLocator::build(outlines);
    }
    if (!locator) {
        locator = GridLocator::build({});
    }
    mLocator = std::move(locator).value();
}

void DistrictIndex::preparePlaces()
{
    mPlacesReady = true;
    mPlaces.clear();
    for (const KeyPlace &place : std::as_const(mKeyPlaces)) {
        const QgsGeometry shape = geometryOf(place.shape);
        const QgsGeometry middle = place.isArea ? shape.pointOnSurface() : shape;
        if (shape.isNull() || middle.isNull()) {
            continue;
        }
        const QgsPointXY point = middle.asPoint();
        Place known{place.id, toMercator({point.x(), point.y()}), {}, {}};
        if (place.isArea) {
            known.box = shape.boundingBox().toRectF();
            known.area = place.shape;
        }
        mPlaces.push_back(std::move(known));
    }
}

QString DistrictIndex::gridAt(const GeoPoint &place)
{
    if (!mLocator) {
        prepareGrids();
    }
    return mLocator->locate(place).value_or(QString());
}

QString DistrictIndex::keyPlaceAt(const GeoPoint &place, double tolerance)
{
    if (!mPlacesReady) {
        preparePlaces();
    }
    const QPointF point = toMercator(place);
    const Place *nearest = nullptr;
    double least = tolerance;
    for (const Place &known : mPlaces) {
        const QPointF way = known.middle - point;
        if (const double away = std::hypot(way.x(), way.y()); away <= least) {
            nearest = &known;
            least = away;
        }
    }
    if (nearest != nullptr) {
        return nearest->id;
    }
    const QPointF degrees(place.longitude, place.latitude);
    for (const Place &known : mPlaces) {
        if (!known.area.isEmpty() && known.box.contains(degrees) &&
            geometryOf(known.area).contains(degrees.x(), degrees.y())) {
            return known.id;
        }
    }
    return {};
}

QByteArray DistrictIndex::outlineOf(MapThing kind, const QString &id) const
{
    const auto find = [&id](const auto &list, const auto member) {
        return std::ranges::find(list, id, member);
    };
    if (kind == MapThing::Grid) {
        const auto found = find(mGrids, &UnitGrid::code);
        return found == mGrids.end() ? QByteArray() : found->outline;
    }
    if (kind == MapThing::Division) {
        const auto found = find(mDivisions, &Division::code);
        return found == mDivisions.end() ? QByteArray() : found->outline;
    }
    if (kind == MapThing::KeyPlace) {
        const auto found = find(mKeyPlaces, &KeyPlace::id);
        return found == mKeyPlaces.end() || !found->isArea ? QByteArray() : found->shape;
    }
    return {};
}

std::optional<QPointF> DistrictIndex::keyPlace(const QString &id)
{
    if (!mPlacesReady) {
        preparePlaces();
    }
    const auto found = std::ranges::find(mPlaces, id, &Place::id);
    return found == mPlaces.end() ? std::nullopt : std::optional(found->middle);
}

} // namespace gridward
