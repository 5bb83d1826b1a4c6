// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/scaledclock.h"

#include <algorithm>
#include <cmath>

namespace gridward {

using std::chrono::milliseconds;

ScaledClock::ScaledClock(Instant start, double speed)
    : mStart(start)
    , mSpeed(speed)
    , mBegun(std::chrono::steady_clock::now())
{
}

Instant ScaledClock::now() const
{
    const std::chrono::duration<double, std::milli> passed =
        std::chrono::steady_clock::now() - mBegun;
    return mStart + milliseconds(static_cast<qint64>(passed.count() * mSpeed));
}

milliseconds realTimeOf(const Clock &clock, milliseconds time, milliseconds least)
{
    const auto *scaled = dynamic_cast<const ScaledClock *>(&clock);
    if (scaled == nullptr) {
        return time;
    }
    const double real = std::ceil(static_cast<double>(time.count()) / scaled->speed());
    return std::max(least, milliseconds(static_cast<qint64>(real)));
}

Instant beginningOf(const Clock &clock)
{
    const auto *scaled = dynamic_cast<const ScaledClock *>(&clock);
    return scaled != nullptr ? scaled->start() : clock.now();
}

} // namespace gridward
