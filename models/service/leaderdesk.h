// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/leaderport.h"
#include "models/store/store.h"

#include <memory>

namespace gridward {

class DistrictService;

/** Of these cases; those that the user may not see are left out. Blocks; on the store's thread. */
[[nodiscard]] Result<QList<LeaderFacts>> readLeaderFacts(Store &store, const QList<CaseId> &ids);

/** Answers LeaderPort from the store of a district, as its present user. GUI thread. */
class LeaderDesk final : public LeaderPort
{
    Q_OBJECT
public:
    /** The district outlives it. */
    explicit LeaderDesk(DistrictService &district, QObject *parent = nullptr);

    QFuture<Result<QList<LeaderFacts>>> pressing() override;
    QFuture<Result<QList<LeaderFacts>>> factsOf(const QList<CaseId> &ids) override;

private:
    struct Reading;
    void readOn(const std::shared_ptr<Reading> &reading);

    DistrictService &mDistrict;
};

} // namespace gridward
