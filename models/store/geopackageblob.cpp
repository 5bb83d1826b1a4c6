// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/geopackageblob.h"

#include <QtEndian>

#include <algorithm>
#include <cstring>
#include <limits>

namespace gridward::geopackage {

namespace {

constexpr qsizetype kHeader = 8;
constexpr qsizetype kEnvelope = 32;
constexpr char kLittleEndian = 0x01;
constexpr char kWithEnvelope = 0x02; ///< envelope type 1 (x and y), shifted by one bit
constexpr quint32 kPoint = 1;
constexpr quint32 kPolygon = 3;
constexpr quint32 kMultiPolygon = 6;
constexpr qint32 kWgs84 = 4326;

template <typename T>
void append(QByteArray &bytes, T value)
{
    const T little = qToLittleEndian(value);
    bytes.append(reinterpret_cast<const char *>(&little), sizeof(T));
}

void appendHeader(QByteArray &bytes, char flags)
{
    bytes.append("GP", 2);
    bytes.append('\0');
    bytes.append(flags);
    append<qint32>(bytes, kWgs84);
}

/** Reads little-endian numbers one after another; knows when there are none left. */
class Reader
{
public:
    explicit Reader(const QByteArray &bytes, qsizetype from = 0)
        : mBytes(bytes)
        , mAt(from)
    {
    }
    template <typename T>
    bool take(T &value)
    {
        if (mBytes.size() - mAt < static_cast<qsizetype>(sizeof(T))) {
            return false;
        }
        value = qFromLittleEndian<T>(mBytes.constData() + mAt);
        mAt += static_cast<qsizetype>(sizeof(T));
        return true;
    }

private:
    const QByteArray &mBytes;
    qsizetype mAt;
};

struct Box
{
    double west = std::numeric_limits<double>::infinity();
    double east = -std::numeric_limits<double>::infinity();
    double south = std::numeric_limits<double>::infinity();
    double north = -std::numeric_limits<double>::infinity();
};

/** Widens the box by one geometry; false if the bytes end too early or the kind is unknown. */
bool widen(Reader &reader, Box &box) // NOLINT(misc-no-recursion): as deep as collections nest
{
    quint8 order = 0;
    quint32 kind = 0;
    if (!reader.take(order) || order != 1 || !reader.take(kind)) {
        return false;
    }
    const auto takePoint = [&] {
        double x = 0.0;
        double y = 0.0;
        if (!reader.take(x) || !reader.take(y)) {
            return false;
        }
        box.west = std::min(box.west, x);
        box.east = std::max(box.east, x);
        box.south = std::min(box.south, y);
        box.north = std::max(box.north, y);
        return true;
    };
    if (kind == kPoint) {
        return takePoint();
    }
    quint32 parts = 0;
    if (!reader.take(parts)) {
        return false;
    }
    for (quint32 part = 0; part < parts; ++part) {
        if (kind != kPolygon) {
            if (!widen(reader, box)) {
                return false;
            }
            continue;
        }
        quint32 points = 0;
        if (!reader.take(points)) {
            return false;
        }
        for (quint32 i = 0; i < points; ++i) {
            if (!takePoint()) {
                return false;
            }
        }
    }
    return true;
}

} // namespace

QByteArray fromPoint(const GeoPoint &point)
{
    QByteArray bytes;
    bytes.reserve(kHeader + 21);
    appendHeader(bytes, kLittleEndian);
    bytes.append('\1');
    append<quint32>(bytes, kPoint);
    append<double>(bytes, point.longitude);
    append<double>(bytes, point.latitude);
    return bytes;
}

std::optional<GeoPoint> toPoint(const QByteArray &blob)
{
    const QByteArray wkb = toWkb(blob);
    Reader reader(wkb);
    quint8 order = 0;
    quint32 kind = 0;
    GeoPoint point;
    if (!reader.take(order) || order != 1 || !reader.take(kind) || kind != kPoint ||
        !reader.take(point.longitude) || !reader.take(point.latitude)) {
        return std::nullopt;
    }
    return point;
}

QByteArray fromWkb(const QByteArray &wkb, bool multi)
{
    if (wkb.isEmpty()) {
        return {};
    }
    Reader start(wkb);
    quint8 order = 0;
    quint32 kind = 0;
    if (!start.take(order) || order != 1 || !start.take(kind)) {
        return {};
    }
    QByteArray body = wkb;
    if (multi && kind == kPolygon) {
        body.clear();
        body.append('\1');
        append<quint32>(body, kMultiPolygon);
        append<quint32>(body, 1);
        body.append(wkb);
    }
    Box box;
    Reader reader(body);
    if (!widen(reader, box)) {
        return {};
    }
    QByteArray bytes;
    bytes.reserve(kHeader + kEnvelope + body.size());
    if (kind == kPoint) {
        appendHeader(bytes, kLittleEndian);
    } else {
        appendHeader(bytes, kLittleEndian | kWithEnvelope);
        for (const double side : {box.west, box.east, box.south, box.north}) {
            append<double>(bytes, side);
        }
    }
    bytes.append(body);
    return bytes;
}

QByteArray toWkb(const QByteArray &blob)
{
    if (blob.size() < kHeader || !blob.startsWith("GP")) {
        return {};
    }
    const int envelope = (blob.at(3) >> 1) & 0x07;
    constexpr int kSizes[] = {0, 32, 48, 48, 64};
    if (envelope > 4) {
        return {};
    }
    return blob.mid(kHeader + kSizes[envelope]);
}

} // namespace gridward::geopackage
