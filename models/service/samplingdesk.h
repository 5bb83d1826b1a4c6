// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/samplingport.h"

namespace gridward {

class DistrictService;

/** Answers SamplingPort from the store of a district, as its present user. GUI thread. */
class SamplingDesk final : public SamplingPort
{
    Q_OBJECT
public:
    /** The district outlives it. */
    explicit SamplingDesk(DistrictService &district, QObject *parent = nullptr);

    QFuture<Result<QList<Sampling>>> samplings() override;
    QFuture<Result<QList<SampledCase>>> cases(qint64 id) override;
    QFuture<Result<Sampling>> draw(const SamplingOrder &order) override;
    QFuture<Result<QList<SampledCase>>> record(const RecheckOrder &order) override;

private:
    DistrictService &mDistrict;
};

} // namespace gridward
