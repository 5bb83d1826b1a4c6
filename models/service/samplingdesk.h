// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/auditdesk.h"
#include "models/service/samplingport.h"

namespace gridward {

class DistrictService;

/**
 * Writes samplingSheet() of a draw to a file whole or not at all, in the language of the program,
 * and its stamp to FILE.meta.json; notes it. Says how many cases. Blocks; on the store's thread.
 * Errors: NotFound, Refused without "case:print", Unreachable for a file that cannot be written.
 */
[[nodiscard]] Result<qint64>
exportSamplingSheet(Store &store, qint64 id, const QString &file, const AuditActor &by);

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
    QFuture<Result<qint64>> writeSheet(qint64 id, const QString &file) override;

private:
    DistrictService &mDistrict;
};

} // namespace gridward
