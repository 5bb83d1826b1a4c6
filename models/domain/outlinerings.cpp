// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/outlinerings.h"

#include <QtEndian>

#include <bit>
#include <cstdint>
#include <optional>

namespace gridward {

namespace {

constexpr std::uint32_t kPolygon = 3;
constexpr std::uint32_t kMultiPolygon = 6;
constexpr qsizetype kPointSize = 16;

/** Reads numbers one after the other; `isCut` once there were not enough bytes. */
class WkbReader
{
public:
    explicit WkbReader(const QByteArray &bytes)
        : mBytes(bytes)
    {
    }

    [[nodiscard]] bool isCut() const { return mIsCut; }
    void readOrder() { mIsLittle = take(1) && mBytes.at(mAt - 1) == 1; }
    [[nodiscard]] std::uint32_t count()
    {
        if (!take(4)) {
            return 0;
        }
        const char *from = mBytes.constData() + mAt - 4;
        return mIsLittle ? qFromLittleEndian<quint32>(from) : qFromBigEndian<quint32>(from);
    }
    [[nodiscard]] double number()
    {
        if (!take(8)) {
            return 0.0;
        }
        const char *from = mBytes.constData() + mAt - 8;
        return std::bit_cast<double>(mIsLittle ? qFromLittleEndian<quint64>(from)
                                               : qFromBigEndian<quint64>(from));
    }
    /** No more things of that size can follow than there are bytes. */
    [[nodiscard]] bool holds(std::uint32_t count, qsizetype size)
    {
        mIsCut = mIsCut || static_cast<qsizetype>(count) > (mBytes.size() - mAt) / size;
        return !mIsCut;
    }

private:
    bool take(qsizetype size)
    {
        mIsCut = mIsCut || mBytes.size() - mAt < size;
        mAt += mIsCut ? 0 : size;
        return !mIsCut;
    }

    const QByteArray &mBytes;
    qsizetype mAt = 0;
    bool mIsLittle = true;
    bool mIsCut = false;
};

void readPolygon(WkbReader &reader, OutlineRings &rings)
{
    const std::uint32_t count = reader.count();
    for (std::uint32_t ring = 0; ring < count && !reader.isCut(); ++ring) {
        const std::uint32_t points = reader.count();
        if (!reader.holds(points, kPointSize)) {
            return;
        }
        QList<GeoPoint> made;
        made.reserve(static_cast<qsizetype>(points));
        for (std::uint32_t point = 0; point < points; ++point) {
            const double longitude = reader.number();
            const double latitude = reader.number();
            made.append({longitude, latitude});
        }
        rings.append(made);
    }
}

} // namespace

OutlineRings outlineRings(const QByteArray &wkb)
{
    WkbReader reader(wkb);
    reader.readOrder();
    const std::uint32_t type = reader.count();
    OutlineRings rings;
    if (type == kPolygon) {
        readPolygon(reader, rings);
    } else if (type == kMultiPolygon) {
        const std::uint32_t parts = reader.count();
        for (std::uint32_t part = 0; part < parts && !reader.isCut(); ++part) {
            reader.readOrder();
            if (reader.count() != kPolygon) {
                return {};
            }
            readPolygon(reader, rings);
        }
    }
    return reader.isCut() ? OutlineRings() : rings;
}

} // namespace gridward
