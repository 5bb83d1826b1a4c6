// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

namespace gridward {

/**
 * A clock that starts at a moment and goes so many times as fast as real time: for a demo that is
 * played. It goes by a steady clock, so that setting the computer's clock does not disturb it.
 */
class ScaledClock final : public Clock
{
public:
    /** `speed` is above 0. */
    ScaledClock(Instant start, double speed);

    [[nodiscard]] Instant now() const override;
    [[nodiscard]] Instant start() const { return mStart; }
    [[nodiscard]] double speed() const { return mSpeed; }

private:
    Instant mStart;
    double mSpeed;
    std::chrono::steady_clock::time_point mBegun;
};

/**
 * How long somebody waits in real time until so much time of this clock has passed: what a timer
 * that means the district's time is started with. Where the clock is scaled, at least `least`, so
 * that what happens once a minute is not done sixty times a second.
 */
[[nodiscard]] std::chrono::milliseconds
realTimeOf(const Clock &clock, std::chrono::milliseconds time, std::chrono::milliseconds least);

/** The moment at which a scaled clock started; of others, the present. */
[[nodiscard]] Instant beginningOf(const Clock &clock);

} // namespace gridward
