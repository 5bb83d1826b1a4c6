// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/evaluationdesk.h"
#include "models/service/wallport.h"

#include <QTimeZone>

#include <memory>

namespace gridward {

// What the wall tells of streets and of the month: one pass over the cases each, piece by piece.
// Blocking; on the store's thread. Refused without "statistics:see". `now` is the present, `at` the
// moment as of which the store is looked at, if it is not the present: then cases are what their
// events up to it make them (whose they are to see is judged by what they are now).

/** The last 30 days by street. */
class WallStreetsReader
{
public:
    WallStreetsReader(Instant now, const std::optional<Instant> &at);

    /** Reads on; false when all is read. */
    [[nodiscard]] Result<bool> readOn(Store &store);
    [[nodiscard]] WallStreets result() const;

private:
    void begin(const Store &store);

    Instant mMoment;
    std::optional<Instant> mAt;
    QDate mToday;
    std::unique_ptr<EvaluationReader> mReader; ///< none before the first piece
    std::shared_ptr<QHash<QString, QList<int>>> mDays;
};

/** This month so far and the same days of the month before. */
class WallMonthReader
{
public:
    WallMonthReader(Instant now, const std::optional<Instant> &at);

    [[nodiscard]] Result<bool> readOn(Store &store);
    [[nodiscard]] WallMonth result() const;

private:
    using Counts = QHash<QString, int>; ///< cases by area
    [[nodiscard]] Result<void> begin(Store &store);

    Instant mMoment;
    std::optional<Instant> mAt;
    Instant mMomentBefore = {};
    Period mPresent;
    Period mBefore;
    QList<WallArea> mAreas;
    std::unique_ptr<EvaluationReader> mReader; ///< none before the first piece
    std::unique_ptr<EvaluationReader> mReaderBefore;
    bool mHasPresent = false;
    std::shared_ptr<Counts> mCounts;
    std::shared_ptr<Counts> mCountsBefore;
};

/** The days of this month up to this one, and those of the month before, all it has of them. */
[[nodiscard]] std::pair<Period, Period> monthSoFar(QDate today);
/** The same hour of the same day of the month before; the end of that month if it has no such day.
 */
[[nodiscard]] Instant aMonthBefore(Instant moment, const QTimeZone &zone);

} // namespace gridward
