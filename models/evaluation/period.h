// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "models/domain/result.h"

#include <QDate>
#include <QList>
#include <QString>

class QTimeZone;

namespace gridward {

/**
 * A stretch of whole days in the district's time zone: a day, an ISO week, a month, a quarter, a
 * year or any range.
 */
struct Period
{
    enum class Kind { Day, Week, Month, Quarter, Year, Range };

    Kind kind = Kind::Month;
    QDate first;
    QDate last; ///< included

    bool operator==(const Period &) const = default;

    /** "2026", "2026-Q4", "2026-11", "2026-W47", "2026-11-22" or "2026-11-01..2026-11-22". */
    [[nodiscard]] QString toText() const;
    /** Of toText(). InvalidInput says what is wrong with it and how it is written. */
    [[nodiscard]] static Result<Period> fromText(const QString &text);
    /** The one of this kind that the day lies in; of a range the day alone. */
    [[nodiscard]] static Period of(Kind kind, QDate day);

    /** The stretch of the same kind before it; a range has one as long as itself. */
    [[nodiscard]] Period before() const;
    /** The one behind it. */
    [[nodiscard]] Period after() const;
    /** The same stretch of the year before (同期); of a week the one of the same number. */
    [[nodiscard]] Period yearBefore() const;
    /**
     * What a trend shows of it, in order: the days of a week, month or short range, the months of a
     * quarter, year or long range, a day as itself.
     */
    [[nodiscard]] QList<Period> parts() const;

    /** Its first moment. */
    [[nodiscard]] Instant begin(const QTimeZone &zone) const;
    /** The first moment behind it. */
    [[nodiscard]] Instant end(const QTimeZone &zone) const;
};

} // namespace gridward
