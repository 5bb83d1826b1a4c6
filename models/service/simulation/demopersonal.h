// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/audit.h"
#include "models/domain/personal.h"
#include "models/service/simulation/demodistrict.h"
#include "models/service/simulation/randomstream.h"

#include <QList>
#include <QStringList>

namespace gridward {

// All made up, and marked so: names end in （模拟）, telephone numbers begin with 1000, which no
// network gives out. Each draws from streams of its own. Any thread.

/** Draws names from those that the demo's staff have. The data outlives it. */
class DemoPersonMaker
{
public:
    explicit DemoPersonMaker(const SimulationData &data);

    /** Who called about the case of this number in the simulation. */
    [[nodiscard]] Caller caller(qint64 seed, qint64 index) const;
    /** None to a dozen or so for each grid. */
    [[nodiscard]] QList<Household> households(const DemoDistrict &district) const;

private:
    [[nodiscard]] QString name(RandomStream &random) const;

    QStringList mSurnames;
    QStringList mGivenNames;
    AliasTable mSurnameTable;
    AliasTable mGivenNameTable;
};

/** What the audit log of the last working hours may hold, oldest first; nothing after `at`. */
[[nodiscard]] QList<AuditEntry> demoAuditEntries(const DemoDistrict &district,
                                                 const QList<Household> &households);

} // namespace gridward
