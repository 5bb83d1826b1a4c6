// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/leaderport.h"
#include "tests/support/fakedistrict.h"

namespace gridward {

/** What concerns leaders, without a store; counts what it is asked. */
class FakeLeader final : public LeaderPort
{
    Q_OBJECT
public:
    QFuture<Result<QList<LeaderFacts>>> pressing() override
    {
        ++pressingAsked;
        return FakeDistrict::answer<QList<LeaderFacts>>(all);
    }
    QFuture<Result<QList<LeaderFacts>>> factsOf(const QList<CaseId> &ids) override
    {
        asked.append(ids);
        QList<LeaderFacts> found;
        if (all) {
            for (const LeaderFacts &one : all.value()) {
                if (ids.contains(one.id)) {
                    found.append(one);
                }
            }
        }
        return FakeDistrict::answer<QList<LeaderFacts>>(found);
    }

    Result<QList<LeaderFacts>> all = QList<LeaderFacts>{};
    int pressingAsked = 0;
    QList<QList<CaseId>> asked;
};

} // namespace gridward
