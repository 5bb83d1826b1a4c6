// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/analysishash.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <vector>

namespace gridward {

namespace {

/** Numbers go into the hash so many at a time. */
constexpr std::size_t kAtOnce = 4096;

template <typename Value>
QByteArray hashOfValues(std::span<const Value> values)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    std::array<Value, kAtOnce> bytes{};
    for (std::size_t from = 0; from < values.size(); from += kAtOnce) {
        const std::size_t count = std::min(kAtOnce, values.size() - from);
        qToLittleEndian<Value>(values.data() + from, static_cast<qsizetype>(count), bytes.data());
        hash.addData({reinterpret_cast<const char *>(bytes.data()),
                      static_cast<qsizetype>(count * sizeof(Value))});
    }
    return hash.result();
}

} // namespace

QByteArray hashOf(const DensityPoints &points)
{
    std::vector<std::array<double, 3>> rows;
    rows.reserve(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        rows.push_back({points.northings[i],
                        points.eastings[i],
                        points.weights.empty() ? 1.0 : points.weights[i]});
    }
    std::ranges::sort(rows);
    return hashOfValues(
        std::span<const double>(rows.empty() ? nullptr : rows.front().data(), rows.size() * 3));
}

QByteArray hashOf(std::span<const float> values)
{
    return hashOfValues(values);
}

} // namespace gridward
