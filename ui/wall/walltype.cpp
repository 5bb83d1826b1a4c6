// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wall/walltype.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace gridward {

namespace {

constexpr double kDistancePerCap = 250.0;
constexpr int kLeast = 8; ///< pixels; no letter can be told from another one below
constexpr int kSample = 1000;

} // namespace

double leastCapHeight(const WallSight &sight)
{
    return sight.metres * 1000.0 / kDistancePerCap;
}

int wallUnit(const WallSight &sight, int pixelsHigh, const QFont &font)
{
    const double capPixels = leastCapHeight(sight) * pixelsHigh / sight.heightMillimetres;
    QFont sample = font;
    sample.setPixelSize(kSample);
    const double share = QFontMetricsF(sample).capHeight() / kSample;
    int unit = std::max(kLeast, static_cast<int>(std::ceil(capPixels / std::max(0.3, share))));
    // Hinting rounds the height of small letters, sometimes down.
    for (;; ++unit) {
        sample.setPixelSize(unit);
        if (unit == kLeast || QFontMetricsF(sample).capHeight() >= capPixels) {
            return unit;
        }
    }
}

} // namespace gridward
