// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/heat/heatfingerprint.h"

#include "gis/heat/heattask.h"
#include "gis/heat/placedheat.h"
#include "models/analysis/analysishash.h"

#include <QCryptographicHash>
#include <QPromise>
#include <QThreadPool>

namespace gridward {

namespace {

/** Where they are and when they were registered: with decay, both make the surface. */
QByteArray hashOfCases(const PlacedCases &cases)
{
    DensityPoints points = cases.points;
    points.weights = cases.days;
    return hashOf(points);
}

/** A hash of points sorts them: the number that each corner weighs keeps their order. */
QByteArray hashOfGround(const PlacedHeat &placed)
{
    DensityPoints corners;
    const auto add = [&corners](double easting, double northing, double number) {
        corners.eastings.push_back(easting);
        corners.northings.push_back(northing);
        corners.weights.push_back(number);
    };
    double number = 0.0;
    for (const auto &ring : placed.rings()) {
        for (const GroundPoint &corner : ring) {
            add(corner.easting, corner.northing, ++number);
        }
    }
    add(placed.ground().xMinimum(), placed.ground().yMinimum(), 0.0);
    add(placed.ground().xMaximum(), placed.ground().yMaximum(), 0.0);
    return hashOf(corners);
}

HeatFingerprint make(const ShownSurface &shown)
{
    const PlacedHeat &placed = *shown.placed;
    QCryptographicHash data(QCryptographicHash::Sha256);
    data.addData(hashOfCases(placed.cases()));
    data.addData(hashOfGround(placed));
    if (placed.compared()) {
        data.addData(hashOfCases(*placed.compared()));
    }
    if (shown.wanted.order.recipe.unit == HeatUnit::PerTenThousand) {
        data.addData(hashOf(placed.denominator()));
    }
    QCryptographicHash values(QCryptographicHash::Sha256);
    values.addData(hashOf(std::span<const float>(shown.surface.values)));
    if (shown.other) {
        values.addData(hashOf(std::span<const float>(shown.other->values)));
    }
    return {data.result(), values.result()};
}

} // namespace

QFuture<Result<HeatFingerprint>> fingerprintOf(const std::shared_ptr<const ShownSurface> &shown)
{
    auto promise = std::make_shared<QPromise<Result<HeatFingerprint>>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, shown] {
        promise->addResult(make(*shown));
        promise->finish();
    });
    return promise->future();
}

} // namespace gridward
