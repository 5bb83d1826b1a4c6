// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/wallport.h"

namespace gridward {

class DistrictService;

/** Answers WallPort from the store of a district, as its present user. GUI thread. */
class WallDesk final : public WallPort
{
    Q_OBJECT
public:
    /** The district outlives it. */
    explicit WallDesk(DistrictService &district, QObject *parent = nullptr);

    QFuture<Result<WallRhythm>> rhythm() override;
    QFuture<Result<WallEvents>> lastEvents(int limit) override;
    QFuture<Result<WallStreets>> streets() override;
    QFuture<Result<WallIncident>> incident(const CaseId &id) override;
    QFuture<Result<WallDuty>> duty() override;
    QFuture<Result<WallMonth>> month() override;

private:
    DistrictService &mDistrict;
};

} // namespace gridward
