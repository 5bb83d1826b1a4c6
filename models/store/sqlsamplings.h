// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/caseaxes.h"
#include "models/store/samplingstore.h"
#include "models/store/sqlconnection.h"
#include "models/store/storeguard.h"

#include <functional>

namespace gridward {

class Store;

/** The samplings of a GeoPackageStore. Thread: as Store. */
class SqlSamplings final : public SamplingStore
{
public:
    /** All outlive it. */
    SqlSamplings(SqlConnection &connection,
                 Store &store,
                 StoreGuard &guard,
                 std::function<Result<void>(const QString &)> noteChange);

    [[nodiscard]] Result<Sampling> draw(const SamplingOrder &order, Instant at) override;
    [[nodiscard]] Result<QList<Sampling>> samplings() override;
    [[nodiscard]] Result<Sampling> sampling(qint64 id) override;
    [[nodiscard]] Result<QList<SampledCase>> cases(qint64 id) override;
    [[nodiscard]] Result<QByteArray> population(qint64 id) override;
    [[nodiscard]] Result<void> record(qint64 id,
                                      const CaseId &subject,
                                      RecheckResult result,
                                      const QString &note,
                                      const QList<Attachment> &evidence,
                                      Instant at) override;
    [[nodiscard]] Result<QList<Attachment>> evidence(qint64 id, const CaseId &subject) override;
    [[nodiscard]] Result<QStringList> findings() override;

private:
    struct Drawn
    {
        qint64 row = 0; ///< of sampling_cases
        qint64 caseRow = 0;
        SampledCase subject;
    };

    [[nodiscard]] Result<void> checkOrder(const SamplingOrder &order, Instant at);
    [[nodiscard]] Result<QList<PopulationRow>> closedIn(const SamplingOrder &order);
    [[nodiscard]] Result<void>
    write(Sampling &sampling, const QByteArray &population, const QList<PopulationRow> &rows);
    [[nodiscard]] Result<QList<Sampling>> read(const QString &where, qint64 id);
    /** The rows of a draw; `subject` has only its id. */
    [[nodiscard]] Result<QList<Drawn>> readDrawn(qint64 id);
    [[nodiscard]] Result<QStringList> evidenceNames(qint64 row);
    /** Has anybody of these names had the case in hand, or judged it? */
    [[nodiscard]] Result<bool> hadAHand(const CaseId &subject,
                                        const QString &user,
                                        const QString &person,
                                        const PeopleBehind &people);
    [[nodiscard]] QString actingName() const;
    [[nodiscard]] QString actingPerson() const;

    SqlConnection &mConnection;
    Store &mStore;
    StoreGuard &mGuard;
    std::function<Result<void>(const QString &)> mNoteChange;
};

} // namespace gridward
