// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/ewkb.h"

#include <QtEndian>

namespace gridward::ewkb {

namespace {

constexpr quint32 kWithReference = 0x2000'0000;
constexpr quint32 kPoint = 1;
constexpr quint32 kPolygon = 3;
constexpr quint32 kMultiPolygon = 6;
constexpr quint32 kWgs84 = 4326;
constexpr qsizetype kHeader = 5; ///< order of bytes, kind
constexpr qsizetype kReference = 4;
constexpr qsizetype kCoordinate = 8;

template <typename T>
void append(QByteArray &bytes, T value)
{
    const T little = qToLittleEndian(value);
    bytes.append(reinterpret_cast<const char *>(&little), sizeof(T));
}

QByteArray headerOf(quint32 kind)
{
    QByteArray bytes(1, '\1');
    append<quint32>(bytes, kind | kWithReference);
    append<quint32>(bytes, kWgs84);
    return bytes;
}

/** Of what begins as little-endian well-known binary; 0 for anything else. */
quint32 kindOf(const QByteArray &bytes)
{
    return bytes.size() >= kHeader && bytes.at(0) == '\1'
               ? qFromLittleEndian<quint32>(bytes.constData() + 1)
               : 0;
}

} // namespace

QString fromPoint(const GeoPoint &point)
{
    QByteArray bytes = headerOf(kPoint);
    append<double>(bytes, point.longitude);
    append<double>(bytes, point.latitude);
    return QString::fromLatin1(bytes.toHex());
}

std::optional<GeoPoint> toPoint(const QByteArray &text)
{
    const QByteArray wkb = toWkb(text);
    if (kindOf(wkb) != kPoint || wkb.size() != kHeader + 2 * kCoordinate) {
        return std::nullopt;
    }
    return GeoPoint{qFromLittleEndian<double>(wkb.constData() + kHeader),
                    qFromLittleEndian<double>(wkb.constData() + kHeader + kCoordinate)};
}

QString fromWkb(const QByteArray &wkb, bool multi)
{
    const quint32 kind = kindOf(wkb);
    if (kind == 0) {
        return {};
    }
    QByteArray bytes;
    if (multi && kind == kPolygon) {
        bytes = headerOf(kMultiPolygon);
        append<quint32>(bytes, 1);
        bytes += wkb;
    } else {
        bytes = headerOf(kind) + wkb.mid(kHeader);
    }
    return QString::fromLatin1(bytes.toHex());
}

QByteArray toWkb(const QByteArray &text)
{
    const QByteArray bytes = QByteArray::fromHex(text);
    const quint32 kind = kindOf(bytes);
    if (kind == 0) {
        return {};
    }
    QByteArray wkb(1, '\1');
    append<quint32>(wkb, kind & ~kWithReference);
    return wkb + bytes.mid(kHeader + ((kind & kWithReference) != 0 ? kReference : 0));
}

} // namespace gridward::ewkb
