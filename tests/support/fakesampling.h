// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/samplingport.h"
#include "tests/support/fakedistrict.h"

namespace gridward {

/** Samplings without a store. */
class FakeSampling final : public SamplingPort
{
public:
    QFuture<Result<QList<Sampling>>> samplings() override
    {
        return FakeDistrict::answer<QList<Sampling>>(all);
    }
    QFuture<Result<QList<SampledCase>>> cases(qint64 id) override
    {
        asked.append(id);
        return FakeDistrict::answer<QList<SampledCase>>(drawn);
    }
    QFuture<Result<Sampling>> draw(const SamplingOrder &order) override
    {
        orders.append(order);
        return FakeDistrict::answer<Sampling>(outcome);
    }
    QFuture<Result<QList<SampledCase>>> record(const RecheckOrder &order) override
    {
        results.append(order);
        for (SampledCase &one : drawn) {
            if (one.subject.id == order.subject) {
                one.recheck =
                    Recheck{order.result, order.note, QStringLiteral("c1"), {}, Instant{}, {}};
            }
        }
        return FakeDistrict::answer<QList<SampledCase>>(drawn);
    }

    QFuture<Result<qint64>> writeSheet(qint64 id, const QString &file) override
    {
        sheets.append({id, file});
        return FakeDistrict::answer<qint64>(2);
    }

    QList<Sampling> all;
    QList<SampledCase> drawn;
    QList<std::pair<qint64, QString>> sheets;
    Result<Sampling> outcome = Sampling{};
    QList<qint64> asked;
    QList<SamplingOrder> orders;
    QList<RecheckOrder> results;
};

} // namespace gridward
