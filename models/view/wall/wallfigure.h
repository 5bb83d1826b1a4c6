// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <QString>
#include <QTimeZone>

#include <chrono>
#include <optional>

namespace gridward {

/** What a figure of the wall counts. */
enum class WallUnit { Cases, PerCent, Hours, People, Grids, Posts, CasesPerKm2 };

/** Which time a figure is about. */
enum class WallPeriod { Now, Today, Last7Days, Last14Days, Last30Days, Next24Hours, ThisMonth };

/**
 * A number on the wall with all that makes it one: unit, period, the moment for which it is true.
 * The id is also the name of the query that counts it once more: tests/support/recount/wall.
 */
struct WallFigure
{
    QString id;                  ///< "situation.overdue", "streets.in_time:110101001"
    std::optional<double> value; ///< nothing: not known, or nothing to divide by
    qint64 part = 0;             ///< of a share: so many …
    qint64 whole = 0;            ///< … of so many; 0: it is no share
    WallUnit unit = WallUnit::Cases;
    WallPeriod period = WallPeriod::Now;
    Instant asOf;

    bool operator==(const WallFigure &) const = default;
};

/** A number of something. */
[[nodiscard]] WallFigure countFigure(const QString &id,
                                     qint64 count,
                                     Instant asOf,
                                     WallPeriod period = WallPeriod::Now,
                                     WallUnit unit = WallUnit::Cases);

/** Words for figures, in the language of the moment. */
namespace wall_words {

/** "1,503", "93.7 %", "–": a percentage carries its sign, for it is no number without it. */
[[nodiscard]] QString valueText(const WallFigure &figure);
/** "cases", "件"; empty for a percentage. */
[[nodiscard]] QString unitText(WallUnit unit);
/** "now", "last 7 days". */
[[nodiscard]] QString periodText(WallPeriod period);
/** "as of 16:00"; with the day if that is not the day of `now`. */
[[nodiscard]] QString asOfText(Instant asOf, Instant now, const QTimeZone &zone);
/** "12 min": how old something is; minutes, then hours, then days. */
[[nodiscard]] QString ageText(std::chrono::milliseconds age);
/** A count, grouped the same way in both languages. */
[[nodiscard]] QString countText(qint64 count);

} // namespace wall_words

} // namespace gridward
