// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/store/analysisstore.h"

#include <QFuture>
#include <QObject>

namespace gridward {

class DistrictService;

/** What is on the shelf, and how much data there are by now. */
struct ShelvedAnalyses
{
    QList<StoredAnalysis> analyses; ///< by name
    qint64 dataVersion = 0;         ///< events of the log
};

/** Analyses under a name, as the screens keep and find them: see AnalysisStore. GUI thread. */
class AnalysisShelfPort : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] virtual QFuture<Result<ShelvedAnalyses>> analyses() = 0;
    /** Made now, by the present user, of the data that there are; both are filled in. */
    [[nodiscard]] virtual QFuture<Result<StoredAnalysis>> save(const StoredAnalysis &analysis) = 0;
    [[nodiscard]] virtual QFuture<Result<bool>> remove(const QString &name) = 0;
};

/** Keeps them in the store of a district, which outlives it. */
class AnalysisShelf final : public AnalysisShelfPort
{
    Q_OBJECT
public:
    explicit AnalysisShelf(DistrictService &district, QObject *parent = nullptr);

    [[nodiscard]] QFuture<Result<ShelvedAnalyses>> analyses() override;
    [[nodiscard]] QFuture<Result<StoredAnalysis>> save(const StoredAnalysis &analysis) override;
    [[nodiscard]] QFuture<Result<bool>> remove(const QString &name) override;

private:
    DistrictService &mDistrict;
};

} // namespace gridward
