// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/samplingdesk.h"

#include "models/service/districtservice.h"

namespace gridward {

SamplingDesk::SamplingDesk(DistrictService &district, QObject *parent)
    : SamplingPort(parent)
    , mDistrict(district)
{
}

QFuture<Result<QList<Sampling>>> SamplingDesk::samplings()
{
    return mDistrict.askStore<QList<Sampling>>(
        [](Store &store) { return store.samplings().samplings(); });
}

QFuture<Result<QList<SampledCase>>> SamplingDesk::cases(qint64 id)
{
    return mDistrict.askStore<QList<SampledCase>>(
        [id](Store &store) { return store.samplings().cases(id); });
}

QFuture<Result<Sampling>> SamplingDesk::draw(const SamplingOrder &order)
{
    return mDistrict.askStore<Sampling>([order, now = mDistrict.clock().now()](Store &store) {
        return store.samplings().draw(order, now);
    });
}

QFuture<Result<QList<SampledCase>>> SamplingDesk::record(const RecheckOrder &order)
{
    return mDistrict.askStore<QList<SampledCase>>(
        [order, now = mDistrict.clock().now()](Store &store) -> Result<QList<SampledCase>> {
            const Result<void> done = store.samplings().record(
                order.sampling, order.subject, order.result, order.note, order.evidence, now);
            return done ? store.samplings().cases(order.sampling)
                        : Result<QList<SampledCase>>(done.error());
        });
}

} // namespace gridward
