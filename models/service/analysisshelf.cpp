// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/analysisshelf.h"

#include "models/service/districtservice.h"

namespace gridward {

AnalysisShelf::AnalysisShelf(DistrictService &district, QObject *parent)
    : AnalysisShelfPort(parent)
    , mDistrict(district)
{
}

QFuture<Result<ShelvedAnalyses>> AnalysisShelf::analyses()
{
    return mDistrict.askStore<ShelvedAnalyses>([](Store &store) -> Result<ShelvedAnalyses> {
        const Result<QList<StoredAnalysis>> analyses = store.analyses().analyses();
        if (!analyses) {
            return analyses.error();
        }
        const Result<LogPosition> position = store.cases().lastPosition();
        return position ? Result<ShelvedAnalyses>(
                              ShelvedAnalyses{analyses.value(), position.value().number})
                        : Result<ShelvedAnalyses>(position.error());
    });
}

QFuture<Result<StoredAnalysis>> AnalysisShelf::save(const StoredAnalysis &analysis)
{
    return mDistrict.askStore<StoredAnalysis>([made = analysis, now = mDistrict.clock().now()](
                                                  Store &store) mutable -> Result<StoredAnalysis> {
        const Result<LogPosition> position = store.cases().lastPosition();
        if (!position) {
            return position.error();
        }
        made.madeAt = now;
        made.dataVersion = position.value().number;
        if (const Result<void> saved = store.analyses().save(made); !saved) {
            return saved.error();
        }
        return store.analyses().analysis(made.name.trimmed());
    });
}

QFuture<Result<bool>> AnalysisShelf::remove(const QString &name)
{
    return mDistrict.askStore<bool>([name](Store &store) -> Result<bool> {
        const Result<void> removed = store.analyses().remove(name);
        return removed ? Result<bool>(true) : Result<bool>(removed.error());
    });
}

} // namespace gridward
