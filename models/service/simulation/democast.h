// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/simulation/casetelling.h"
#include "models/service/simulation/demodistrict.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <utility>
#include <vector>

namespace gridward {

/**
 * Who does what in the simulated district: whose report it is, who files, sends and checks, which
 * unit has which matter. A value that stands still; any thread.
 */
class DemoCast
{
public:
    struct Unit
    {
        QString code;
        QString handler;    ///< user
        QStringList people; ///< ids
        bool ofStreet = false;
    };

    /** Units are found by the place of a filing standard in this list. */
    DemoCast(const DemoDistrict &district, const std::vector<FilingStandard> &standards);

    [[nodiscard]] Actor actor(const QString &user) const { return mActors.value(user); }
    // Users, all of one role.
    [[nodiscard]] const QStringList &acceptors() const { return mAcceptors; }
    [[nodiscard]] const QStringList &filers() const { return mFilers; }
    [[nodiscard]] const QStringList &dispatchers() const { return mDispatchers; }
    [[nodiscard]] const QStringList &checkers() const { return mCheckers; }
    [[nodiscard]] const QStringList &supervisors() const { return mSupervisors; }
    /** The user who reports what is found on patrol in a grid, by its place in the district. */
    [[nodiscard]] QString collectorOf(int grid) const { return mCollectorOfGrid.at(grid); }
    [[nodiscard]] QString streetUserOf(int grid) const { return mStreetUserOfGrid.at(grid); }

    /** The unit whose matter it is there; `other`: the one that gets it when that sends it back. */
    [[nodiscard]] const Unit &unitFor(int standard, int grid, bool other) const;
    /** By its code; null for one that handles nothing. */
    [[nodiscard]] const Unit *unit(const QString &code) const;
    /** Who appears at a scene in that grid. */
    [[nodiscard]] SceneCast sceneCast(int grid, const QString &dispatcher) const;

private:
    void addUsers(const DemoDistrict &district);
    void addUnits(const DemoDistrict &district, const std::vector<FilingStandard> &standards);

    QHash<QString, Actor> mActors; ///< by user
    QStringList mAcceptors;
    QStringList mFilers;
    QStringList mDispatchers;
    QStringList mCheckers;
    QStringList mSupervisors;
    QStringList mCollectorOfGrid;
    QStringList mStreetUserOfGrid;
    std::vector<int> mStreetOfGrid;
    std::vector<Unit> mUnits;
    std::vector<std::vector<int>> mUnitOfStandard; ///< [standard][street]
    std::vector<std::pair<int, int>> mStreetUnits; ///< [street]: office, enforcement team
};

/** One of them, all equally likely; nothing of none. */
[[nodiscard]] QString oneOf(const QStringList &list, RandomStream &random);

/** What people write when a step needs a reason. Made-up data like the reports, not words of ours.
 */
[[nodiscard]] QString simulatedReason(CaseAction action, RandomStream &random);

} // namespace gridward
