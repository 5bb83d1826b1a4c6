// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/simulation/demodistrict.h"
#include "models/service/simulation/randomstream.h"
#include "models/store/store.h"

#include <QHash>
#include <QList>

namespace gridward {

/**
 * Lets the staff of a demo go on: those who are out at that hour walk about inside of their grids
 * and are seen there, and the duty roster goes on when it comes to its end. The same seed and the
 * same moments give the same walks. One thread, that of the store.
 */
class StaffPlayer
{
public:
    /** The district outlives it. */
    explicit StaffPlayer(const DemoDistrict &district);

    /** Where everybody who is out is at this moment, from where they were at the last one. */
    [[nodiscard]] QList<StaffPosition> walk(Instant now);
    /** The same, written; and more of the roster where its end is near. */
    [[nodiscard]] Result<void> play(Store &store, Instant now);

private:
    struct Walker
    {
        QString person;
        int grid = 0;
        double share = 0.0; ///< how likely they are out by day
        GeoPoint place;
        bool hasPlace = false;
    };

    void step(Walker &walker, double metres, RandomStream &random) const;
    [[nodiscard]] Result<void> continueRoster(Store &store, Instant now);

    const DemoDistrict &mDistrict;
    std::vector<Walker> mWalkers;
    Instant mLast;          ///< of walk()
    Instant mRosterKnownTo; ///< it was seen that the roster goes as far
};

} // namespace gridward
