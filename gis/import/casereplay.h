// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/import/caseimport.h"
#include "models/domain/caseid.h"
#include "models/domain/instant.h"
#include "models/domain/result.h"
#include "models/store/casestore.h"

#include <QList>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

class QTemporaryFile;

namespace gridward {

struct CaseRow;

/** A case of a file as it happened: to be played into a store. */
struct ReplayItem
{
    Instant reportedAt;
    qint64 line = 0;
    CaseId id;
    /** Report, then what is known of filing, dispatching and ending, each at its own time. */
    QList<CaseStep> steps;
};

/** The times of a replay: when the set's `origin` is now `start`, `speed` times as fast. */
struct ReplayClock
{
    Instant origin;
    Instant start;
    double speed = 1.0;

    [[nodiscard]] Instant toWall(Instant original) const;
};

/**
 * The acceptable cases of a file in the order in which they were reported, whatever the order of
 * the file. Each has the steps of the life cycle that lead from its report to where the set says it
 * ended; of a closed case only the closing time is known, so handling, checking and closing come at
 * once. Bounded memory: 24 bytes a case, the rest in a temporary file. Not thread safe.
 */
class CaseReplay
{
public:
    CaseReplay(const CaseReplay &) = delete;
    CaseReplay &operator=(const CaseReplay &) = delete;
    ~CaseReplay();

    /** Reads the whole file first. Writes the categories and units that are new to the store. */
    [[nodiscard]] static Result<std::unique_ptr<CaseReplay>>
    open(Store &store, const CaseImportOptions &options, const CaseImportProgress &progress);

    [[nodiscard]] qint64 count() const { return static_cast<qint64>(mEntries.size()); }
    [[nodiscard]] qint64 refused() const { return mRefused; }
    /** When the first was reported; nothing without cases. */
    [[nodiscard]] std::optional<Instant> begins() const;
    [[nodiscard]] std::optional<Instant> ends() const;

    /** The next case; nothing behind the last one. */
    [[nodiscard]] Result<std::optional<ReplayItem>> next();
    void rewind() { mNext = 0; }

    /** The item with all of its times, the due time too, moved to the wall clock. */
    [[nodiscard]] static ReplayItem moved(ReplayItem item, const ReplayClock &clock);

private:
    struct Entry
    {
        Instant at;
        qint64 offset = 0;
        qint64 line = 0;
    };

    CaseReplay();
    [[nodiscard]] Result<void> keep(const CaseRow &row);
    [[nodiscard]] QList<CaseStep> stepsOf(const Case &subject, const QString &note) const;

    std::unique_ptr<QTemporaryFile> mFile;
    std::vector<Entry> mEntries;
    std::size_t mNext = 0;
    qint64 mRefused = 0;
    QString mActor;
    QString mOrigin;
};

} // namespace gridward
