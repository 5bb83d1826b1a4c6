// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "models/domain/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace gridward {

/** An analysis under a name: what was asked of which data, and what came out. */
struct StoredAnalysis
{
    QString name; ///< one of its kind in the store, at most 100 characters
    QString madeBy;
    Instant madeAt;
    QJsonObject question;   ///< which cases and how they become a surface; whole, with defaults
    qint64 dataVersion = 0; ///< events of the log that there were
    QByteArray dataHash;    ///< SHA-256 of the points that it was computed from
    QByteArray resultHash;  ///< SHA-256 of the values; the same points give the same

    bool operator==(const StoredAnalysis &) const = default;
};

/**
 * Analyses that can be run again. Whoever may see statistics sees all of them (they hold questions,
 * no cases) and keeps their own; another's is replaced or removed only by whoever may change the
 * store. Thread and errors: as Store; Refused without statistics:see.
 */
class AnalysisStore
{
public:
    AnalysisStore() = default;
    AnalysisStore(const AnalysisStore &) = delete;
    AnalysisStore &operator=(const AnalysisStore &) = delete;
    virtual ~AnalysisStore() = default;

    /** By name. */
    [[nodiscard]] virtual Result<QList<StoredAnalysis>> analyses() = 0;
    /** NotFound if there is none of that name. */
    [[nodiscard]] virtual Result<StoredAnalysis> analysis(const QString &name) = 0;
    /** By the acting user, whatever `madeBy` says. Replaces one's own of that name; Conflict if it
     * is another's. InvalidInput without a name, or for one or a question that is too long. */
    [[nodiscard]] virtual Result<void> save(const StoredAnalysis &analysis) = 0;
    /** NotFound if there is none; Conflict if it is another's. */
    [[nodiscard]] virtual Result<void> remove(const QString &name) = 0;
};

} // namespace gridward
