// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/shapedistance.h"

#include "models/domain/innerpoint.h"
#include "models/domain/outlinerings.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace gridward {

namespace {

/** Degrees of latitude from the place, east and north: so short a way is as good as plane. */
struct Step
{
    double east = 0.0;
    double north = 0.0;
};

struct Plane
{
    GeoPoint origin;
    double narrow; ///< a degree of longitude in degrees of latitude

    explicit Plane(const GeoPoint &place)
        : origin(place)
        , narrow(std::max(1e-6, std::cos(place.latitude * std::numbers::pi / 180.0)))
    {
    }
    [[nodiscard]] Step stepTo(const GeoPoint &point) const
    {
        return {(point.longitude - origin.longitude) * narrow, point.latitude - origin.latitude};
    }
    [[nodiscard]] GeoPoint at(const Step &step) const
    {
        return {origin.longitude + step.east / narrow, origin.latitude + step.north};
    }
};

/** The point of the edge that is nearest to the origin. */
Step nearestOf(const Step &one, const Step &other)
{
    const double east = other.east - one.east;
    const double north = other.north - one.north;
    const double length = east * east + north * north;
    const double along =
        length > 0.0 ? std::clamp(-(one.east * east + one.north * north) / length, 0.0, 1.0) : 0.0;
    return {one.east + along * east, one.north + along * north};
}

/** A ray to the east crosses the edge. */
bool crosses(const Step &one, const Step &other)
{
    return (one.north > 0.0) != (other.north > 0.0) &&
           one.east - one.north * (other.east - one.east) / (other.north - one.north) > 0.0;
}

} // namespace

std::optional<double> metresToShape(const GeoPoint &from, const QByteArray &wkb)
{
    const OutlineRings rings = outlineRings(wkb);
    if (rings.isEmpty()) {
        const std::optional<GeoPoint> point = innerPoint(wkb);
        return point ? std::optional(groundDistance(from, *point)) : std::nullopt;
    }
    const Plane plane(from);
    bool isInside = false;
    std::optional<Step> nearest;
    for (const QList<GeoPoint> &ring : rings) {
        for (qsizetype i = 0; i < ring.size(); ++i) {
            const Step one = plane.stepTo(ring.at(i));
            const Step other = plane.stepTo(ring.at((i + 1) % ring.size()));
            const Step step = nearestOf(one, other);
            isInside ^= crosses(one, other);
            if (!nearest ||
                std::hypot(step.east, step.north) < std::hypot(nearest->east, nearest->north)) {
                nearest = step;
            }
        }
    }
    if (isInside) {
        return 0.0;
    }
    return nearest ? std::optional(groundDistance(from, plane.at(*nearest))) : std::nullopt;
}

} // namespace gridward
