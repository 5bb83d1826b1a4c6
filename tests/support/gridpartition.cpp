// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/gridpartition.h"

#include <QDataStream>
#include <QIODevice>

#include <algorithm>
#include <array>
#include <random>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr double kWest = 116.3;
constexpr double kSouth = 39.8;
constexpr double kSize = 0.2;        ///< degrees, both ways
constexpr double kCornerPush = 0.18; ///< part of a cell
constexpr double kWaveHeight = 0.04; ///< part of a cell
constexpr int kSegments = 6;         ///< of the line between two corners
/** sin(π n / 6) by hand: libraries differ in the last bit. */
constexpr std::array kSwell{0.0, 0.5, 0.866025403784, 1.0, 0.866025403784, 0.5, 0.0};
constexpr quint32 kPolygon = 3;
constexpr quint32 kMultiPolygon = 6;

/** −1 to 1; the distributions of the standard library differ between libraries. */
double uniform(std::mt19937 &random)
{
    return static_cast<double>(random()) / 2147483648.0 - 1.0;
}

void writePolygon(QDataStream &stream, const QList<Ring> &rings)
{
    stream << quint8(1) << kPolygon << static_cast<quint32>(rings.size());
    for (const Ring &ring : rings) {
        Ring closed = ring;
        if (!closed.isEmpty() && closed.front() != closed.back()) {
            closed.append(ring.front());
        }
        stream << static_cast<quint32>(closed.size());
        for (const GeoPoint &point : std::as_const(closed)) {
            stream << point.longitude << point.latitude;
        }
    }
}

} // namespace

QByteArray polygonWkb(const QList<Ring> &rings)
{
    QByteArray wkb;
    QDataStream stream(&wkb, QIODevice::WriteOnly);
    stream.setByteOrder(QDataStream::LittleEndian);
    writePolygon(stream, rings);
    return wkb;
}

QByteArray multiPolygonWkb(const QList<QList<Ring>> &polygons)
{
    QByteArray wkb;
    QDataStream stream(&wkb, QIODevice::WriteOnly);
    stream.setByteOrder(QDataStream::LittleEndian);
    stream << quint8(1) << kMultiPolygon << static_cast<quint32>(polygons.size());
    for (const QList<Ring> &rings : polygons) {
        writePolygon(stream, rings);
    }
    return wkb;
}

QList<GridOutline> irregularPartition(int columns, int rows, unsigned seed)
{
    std::mt19937 random(seed);
    const double width = kSize / columns;
    const double height = kSize / rows;
    const auto at = [columns](int column, int row) {
        return static_cast<qsizetype>(row) * (columns + 1) + column;
    };
    QList<GeoPoint> corners;
    for (int row = 0; row <= rows; ++row) {
        for (int column = 0; column <= columns; ++column) {
            const double east = column + kCornerPush * uniform(random);
            const double north = row + kCornerPush * uniform(random);
            corners.append({kWest + width * east, kSouth + height * north});
        }
    }
    // From each corner the line to the next one eastward and northward, with its first point and
    // without its last.
    const auto line = [&](const GeoPoint &from, const GeoPoint &to) {
        Ring points{from};
        for (int step = 1; step < kSegments; ++step) {
            const double part = static_cast<double>(step) / kSegments;
            const double swell = kWaveHeight * kSwell.at(static_cast<std::size_t>(step));
            const double east = swell * width * uniform(random);
            const double north = swell * height * uniform(random);
            points.append({from.longitude + part * (to.longitude - from.longitude) + east,
                           from.latitude + part * (to.latitude - from.latitude) + north});
        }
        return points;
    };
    QList<Ring> eastward(corners.size());
    QList<Ring> northward(corners.size());
    for (int row = 0; row <= rows; ++row) {
        for (int column = 0; column <= columns; ++column) {
            const qsizetype here = at(column, row);
            if (column < columns) {
                eastward[here] = line(corners.at(here), corners.at(at(column + 1, row)));
            }
            if (row < rows) {
                northward[here] = line(corners.at(here), corners.at(at(column, row + 1)));
            }
        }
    }
    const auto backward = [](Ring points, const GeoPoint &end) {
        points.removeFirst();
        points.append(end);
        std::ranges::reverse(points);
        return points;
    };
    QList<GridOutline> outlines;
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            const GeoPoint southEast = corners.at(at(column + 1, row));
            const GeoPoint northEast = corners.at(at(column + 1, row + 1));
            const GeoPoint northWest = corners.at(at(column, row + 1));
            Ring ring = eastward.at(at(column, row)) + northward.at(at(column + 1, row));
            ring += backward(eastward.at(at(column, row + 1)), northEast);
            ring += backward(northward.at(at(column, row)), northWest);
            Q_ASSERT(ring.contains(southEast));
            outlines.append({u"11010%1%2"_s.arg(row, 4, 10, '0'_L1).arg(column, 4, 10, '0'_L1),
                             polygonWkb({ring})});
        }
    }
    return outlines;
}

} // namespace gridward
