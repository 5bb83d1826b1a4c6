// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/wallport.h"
#include "models/view/livecases.h"
#include "tests/support/fakewall.h"

namespace gridward {

/** A busy district for every scene of a wall at 2026-11-20T08:00:00Z: names as long as real ones,
 * everything that can be wrong is so somewhere. Codes are names. */
class WallFill
{
public:
    static void fill(FakeWall &wall, LiveCases &live);
    [[nodiscard]] static Instant now();

private:
    [[nodiscard]] static Case openCase(int number, CaseLevel level, std::chrono::minutes age);
    [[nodiscard]] static WallRhythm rhythm();
    [[nodiscard]] static WallEvents events(const QList<Case> &cases);
    [[nodiscard]] static WallStreets streets();
    [[nodiscard]] static WallIncident incident(const Case &subject);
    [[nodiscard]] static WallDuty duty();
    [[nodiscard]] static WallMonth month();
};

} // namespace gridward
