// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/overlay/spread.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace gridward {

namespace {

constexpr double kRoom = 38.0; ///< logical pixels from symbol to symbol
constexpr double kSymbol = 17.0;
constexpr int kOneRing = 10;
constexpr int kInnerRing = 6;

double length(QPointF vector)
{
    return std::hypot(vector.x(), vector.y());
}

void addRing(std::vector<QPointF> &offsets, int count, double least)
{
    const double radius =
        std::max(least, count < 2 ? 0.0 : kRoom / 2.0 / std::sin(std::numbers::pi / count));
    for (int i = 0; i < count; ++i) {
        const double angle = 2.0 * std::numbers::pi * i / count;
        offsets.emplace_back(radius * std::sin(angle), -radius * std::cos(angle));
    }
}

} // namespace

double Spread::reach() const
{
    double most = 0.0;
    for (const Member &member : members) {
        most = std::max(most, length(member.offset));
    }
    return most + kSymbol;
}

int Spread::memberAt(QPointF offset) const
{
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (length(members[i].offset - offset) <= kSymbol) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

std::vector<QPointF> spreadOffsets(int count)
{
    std::vector<QPointF> offsets;
    if (count <= kOneRing) {
        addRing(offsets, count, kRoom);
    } else {
        addRing(offsets, kInnerRing, kRoom + 4.0);
        addRing(offsets, count - kInnerRing, 2.0 * kRoom + 4.0);
    }
    return offsets;
}

} // namespace gridward
