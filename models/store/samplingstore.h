// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/caseevent.h"
#include "models/domain/result.h"
#include "models/domain/sampling.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace gridward {

/** What shall be drawn. */
struct SamplingOrder
{
    QString month; ///< "2026-10"; it must be over
    SamplingSize size;
    SamplingStrata strata = SamplingStrata::None;
    QString area;                ///< division; empty: the whole district
    std::optional<QString> seed; ///< decimal; without one the program takes one at random

    bool operator==(const SamplingOrder &) const = default;
};

/**
 * Closed cases that were drawn for another look, and what that found. Nothing of it is ever changed
 * or taken away. Thread and errors: as Store; Refused without the permission to draw (case:sample)
 * or to look again (case:recheck), and for whoever had the case in hand or judged it.
 */
class SamplingStore
{
public:
    SamplingStore() = default;
    SamplingStore(const SamplingStore &) = delete;
    SamplingStore &operator=(const SamplingStore &) = delete;
    virtual ~SamplingStore() = default;

    /**
     * Draws and records it, at `at` by the acting user. InvalidInput for a month that is none or is
     * not over, an area that is none, a seed that is no number; NotFound if nothing was closed.
     */
    [[nodiscard]] virtual Result<Sampling> draw(const SamplingOrder &order, Instant at) = 0;
    /** Newest first; those of the user's part of the district. */
    [[nodiscard]] virtual Result<QList<Sampling>> samplings() = 0;
    /** NotFound if there is none of that number. */
    [[nodiscard]] virtual Result<Sampling> sampling(qint64 id) = 0;
    /** In the order of the draw; those that the user may see. */
    [[nodiscard]] virtual Result<QList<SampledCase>> cases(qint64 id) = 0;
    /** What it was drawn from: see populationText(). */
    [[nodiscard]] virtual Result<QByteArray> population(qint64 id) = 0;
    /**
     * The acting user has looked at a case again. InvalidInput without a reason where it was not
     * confirmed; NotFound if it was not drawn; Conflict if there is a result already.
     */
    [[nodiscard]] virtual Result<void> record(qint64 id,
                                              const CaseId &subject,
                                              RecheckResult result,
                                              const QString &note,
                                              const QList<Attachment> &evidence,
                                              Instant at) = 0;
    /** What is kept with a result. */
    [[nodiscard]] virtual Result<QList<Attachment>> evidence(qint64 id, const CaseId &subject) = 0;
    /** Draws that cannot be repeated, results by whoever had a hand in the case. */
    [[nodiscard]] virtual Result<QStringList> findings() = 0;
};

} // namespace gridward
