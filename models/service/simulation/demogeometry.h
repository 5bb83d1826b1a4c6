// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/geopoint.h"
#include "models/service/simulation/randomstream.h"

#include <QByteArray>

#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace gridward {

// Plane geometry for a simulated district: small distances, taken as flat. Metres are good to a few
// tenths of a percent, which is enough to place made-up things; nothing measured is computed here.

/** An offset in metres, east and north. */
struct Offset
{
    double east = 0.0;
    double north = 0.0;
};

[[nodiscard]] GeoPoint moved(const GeoPoint &point, const Offset &offset);
[[nodiscard]] Offset offsetBetween(const GeoPoint &from, const GeoPoint &to);
[[nodiscard]] double metresBetween(const GeoPoint &from, const GeoPoint &to);

[[nodiscard]] double lineLength(std::span<const GeoPoint> line);
/** The point so many metres along the line, and so many to its right; the ends are never passed. */
[[nodiscard]] GeoPoint pointAlong(std::span<const GeoPoint> line, double metres, double right);

/** Square metres of a ring. */
[[nodiscard]] double ringArea(std::span<const GeoPoint> ring);
[[nodiscard]] bool isInside(std::span<const GeoPoint> ring, const GeoPoint &point);
/** A point inside, all places equally likely; nothing if a hundred draws hit none. */
[[nodiscard]] std::optional<GeoPoint> randomInside(std::span<const GeoPoint> ring,
                                                   RandomStream &random);
/** True if no edge of one ring meets an edge of the other and the inner's corners are inside. */
[[nodiscard]] bool liesInside(std::span<const GeoPoint> inner, std::span<const GeoPoint> outer);

/** Well-known binary, little endian. Rings are closed as they are written. */
[[nodiscard]] QByteArray pointBytes(const GeoPoint &point);
[[nodiscard]] QByteArray polygonBytes(std::span<const GeoPoint> ring);
[[nodiscard]] QByteArray multiPolygonBytes(std::span<const GeoPoint> ring);
/** The ring of what multiPolygonBytes() made. */
[[nodiscard]] std::vector<GeoPoint> ringOfMultiPolygon(const QByteArray &bytes);

/** Finds the nearest of many points. */
class NearestPoints
{
public:
    void add(const GeoPoint &point, int value);
    /** The value of the nearest point within about 1 km; -1 without one. */
    [[nodiscard]] int nearest(const GeoPoint &point) const;

private:
    struct Entry
    {
        GeoPoint point;
        int value;
    };
    std::unordered_map<qint64, std::vector<Entry>> mCells;
};

} // namespace gridward
