// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/simulation/demogeometry.h"

#include <QtEndian>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace gridward {

namespace {

constexpr double kMetresPerDegree = 111'195.0;
constexpr double kCell = 0.001; ///< degrees, of NearestPoints
constexpr int kFarthestCells = 10;
constexpr int kTries = 100;

double metresPerLongitude(double latitude)
{
    return kMetresPerDegree * std::cos(latitude * std::numbers::pi / 180.0);
}

double cross(const GeoPoint &from, const GeoPoint &to, const GeoPoint &point)
{
    return (to.longitude - from.longitude) * (point.latitude - from.latitude) -
           (to.latitude - from.latitude) * (point.longitude - from.longitude);
}

bool meet(const GeoPoint &a, const GeoPoint &b, const GeoPoint &c, const GeoPoint &d)
{
    return cross(a, b, c) * cross(a, b, d) <= 0.0 && cross(c, d, a) * cross(c, d, b) <= 0.0;
}

void put(QByteArray &bytes, quint32 number)
{
    const quint32 little = qToLittleEndian(number);
    bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
}

void put(QByteArray &bytes, double number)
{
    const double little = qToLittleEndian(number);
    bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
}

void putHead(QByteArray &bytes, quint32 type)
{
    bytes.append('\x01');
    put(bytes, type);
}

qint64 cellOf(int column, int row)
{
    return (static_cast<qint64>(row) << 32) + column;
}

} // namespace

GeoPoint moved(const GeoPoint &point, const Offset &offset)
{
    return {point.longitude + offset.east / metresPerLongitude(point.latitude),
            point.latitude + offset.north / kMetresPerDegree};
}

Offset offsetBetween(const GeoPoint &from, const GeoPoint &to)
{
    return {(to.longitude - from.longitude) * metresPerLongitude(from.latitude),
            (to.latitude - from.latitude) * kMetresPerDegree};
}

double metresBetween(const GeoPoint &from, const GeoPoint &to)
{
    const Offset offset = offsetBetween(from, to);
    return std::hypot(offset.east, offset.north);
}

double lineLength(std::span<const GeoPoint> line)
{
    double length = 0.0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        length += metresBetween(line[i - 1], line[i]);
    }
    return length;
}

GeoPoint pointAlong(std::span<const GeoPoint> line, double metres, double right)
{
    double left = std::max(metres, 0.0);
    for (std::size_t i = 1; i < line.size(); ++i) {
        const Offset step = offsetBetween(line[i - 1], line[i]);
        const double length = std::hypot(step.east, step.north);
        if (length <= 0.0 || (left > length && i + 1 < line.size())) {
            left -= length;
            continue;
        }
        const double part = std::min(left / length, 1.0);
        return moved(line[i - 1],
                     {step.east * part + step.north / length * right,
                      step.north * part - step.east / length * right});
    }
    return line.empty() ? GeoPoint{} : line.back();
}

double ringArea(std::span<const GeoPoint> ring)
{
    double twice = 0.0;
    for (std::size_t i = 1; i + 1 < ring.size(); ++i) {
        const Offset one = offsetBetween(ring[0], ring[i]);
        const Offset other = offsetBetween(ring[0], ring[i + 1]);
        twice += one.east * other.north - one.north * other.east;
    }
    return std::abs(twice) / 2.0;
}

bool isInside(std::span<const GeoPoint> ring, const GeoPoint &point)
{
    bool inside = false;
    for (std::size_t i = 0, before = ring.size() - 1; i < ring.size(); before = i++) {
        const GeoPoint &one = ring[i];
        const GeoPoint &other = ring[before];
        if ((one.latitude > point.latitude) != (other.latitude > point.latitude) &&
            point.longitude < (other.longitude - one.longitude) * (point.latitude - one.latitude) /
                                      (other.latitude - one.latitude) +
                                  one.longitude) {
            inside = !inside;
        }
    }
    return inside;
}

std::optional<GeoPoint> randomInside(std::span<const GeoPoint> ring, RandomStream &random)
{
    if (ring.empty()) {
        return std::nullopt;
    }
    const auto [west, east] = std::ranges::minmax(ring, {}, &GeoPoint::longitude);
    const auto [south, north] = std::ranges::minmax(ring, {}, &GeoPoint::latitude);
    for (int i = 0; i < kTries; ++i) {
        const double longitude = random.uniform(west.longitude, east.longitude);
        const double latitude = random.uniform(south.latitude, north.latitude);
        if (isInside(ring, {longitude, latitude})) {
            return GeoPoint{longitude, latitude};
        }
    }
    return std::nullopt;
}

bool liesInside(std::span<const GeoPoint> inner, std::span<const GeoPoint> outer)
{
    for (std::size_t i = 0; i < inner.size(); ++i) {
        const GeoPoint &from = inner[i];
        const GeoPoint &to = inner[(i + 1) % inner.size()];
        if (!isInside(outer, from)) {
            return false;
        }
        for (std::size_t j = 0; j < outer.size(); ++j) {
            if (from != to && meet(from, to, outer[j], outer[(j + 1) % outer.size()])) {
                return false;
            }
        }
    }
    return !inner.empty();
}

QByteArray pointBytes(const GeoPoint &point)
{
    QByteArray bytes;
    putHead(bytes, 1);
    put(bytes, point.longitude);
    put(bytes, point.latitude);
    return bytes;
}

QByteArray polygonBytes(std::span<const GeoPoint> ring)
{
    QByteArray bytes;
    if (ring.empty()) {
        return bytes;
    }
    const bool closed = ring.front() == ring.back();
    putHead(bytes, 3);
    put(bytes, quint32{1});
    put(bytes, static_cast<quint32>(ring.size() + (closed ? 0 : 1)));
    for (const GeoPoint &point : ring) {
        put(bytes, point.longitude);
        put(bytes, point.latitude);
    }
    if (!closed) {
        put(bytes, ring.front().longitude);
        put(bytes, ring.front().latitude);
    }
    return bytes;
}

QByteArray multiPolygonBytes(std::span<const GeoPoint> ring)
{
    QByteArray bytes;
    putHead(bytes, 6);
    put(bytes, quint32{1});
    return bytes + polygonBytes(ring);
}

std::vector<GeoPoint> ringOfMultiPolygon(const QByteArray &bytes)
{
    constexpr qsizetype kHead = 9 + 13; // of the multipolygon and of its first polygon
    std::vector<GeoPoint> ring;
    for (qsizetype at = kHead; at + 16 <= bytes.size(); at += 16) {
        ring.push_back({qFromLittleEndian<double>(bytes.constData() + at),
                        qFromLittleEndian<double>(bytes.constData() + at + 8)});
    }
    return ring;
}

void NearestPoints::add(const GeoPoint &point, int value)
{
    const int column = static_cast<int>(std::floor(point.longitude / kCell));
    const int row = static_cast<int>(std::floor(point.latitude / kCell));
    mCells[cellOf(column, row)].push_back({point, value});
}

int NearestPoints::nearest(const GeoPoint &point) const
{
    const int column = static_cast<int>(std::floor(point.longitude / kCell));
    const int row = static_cast<int>(std::floor(point.latitude / kCell));
    int best = -1;
    double distance = std::numeric_limits<double>::max();
    int farthest = kFarthestCells;
    for (int ring = 0; ring <= farthest; ++ring) {
        for (int y = -ring; y <= ring; ++y) {
            for (int x = -ring; x <= ring; x += (std::abs(y) == ring || ring == 0) ? 1 : 2 * ring) {
                const auto cell = mCells.find(cellOf(column + x, row + y));
                if (cell == mCells.end()) {
                    continue;
                }
                for (const Entry &entry : cell->second) {
                    const double metres = metresBetween(point, entry.point);
                    if (metres < distance) {
                        distance = metres;
                        best = entry.value;
                        farthest = std::min(farthest, ring + 1); // a nearer one may be next door
                    }
                }
            }
        }
    }
    return best;
}

} // namespace gridward
