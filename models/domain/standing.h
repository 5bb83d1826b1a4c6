// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/domain/caseevent.h"

#include <QDate>
#include <QHash>
#include <QList>
#include <QString>

#include <optional>

class QTimeZone;

namespace gridward {

/**
 * Counters of the cases that were registered in one month (domain reference 2.7.1), as they stand
 * at one moment. A case that came too late is so for ever, unless an appeal of its unit was upheld:
 * then it is in no figure of lateness.
 */
struct StandingFigures
{
    int registered = 0;   ///< 登记数
    int closed = 0;       ///< 结案数: closed or archived
    int closedInTime = 0; ///< 按期结案数: closed, and the handling limit never ran out
    int dueToClose = 0;   ///< 应结案数: closed, or open, the limit ever passed; exempt ones not
    int overdueOpen = 0;  ///< 超期未结案数: open, and the handling limit ever ran out
    int handled = 0;      ///< 处置数: handed in at least once
    int returned = 0;     ///< 退回数: a unit sent it back at least once
    int reworked = 0;     ///< 返工数: sent back for rework at least once

    bool operator==(const StandingFigures &) const = default;

    /** 按期结案率 = closedInTime ÷ dueToClose, 0 to 1; nothing while nothing is due. */
    [[nodiscard]] std::optional<double> inTimeRate() const;
    /** 返工率 = reworked ÷ handled, 0 to 1; nothing while nothing was handled. */
    [[nodiscard]] std::optional<double> reworkRate() const;
};

/** How often a case went back, which its log alone knows. */
struct CaseTurns
{
    int version = 0; ///< of the case up to which it was counted
    int returns = 0; ///< a unit sent it back (回退)
    int reworks = 0; ///< a check or the closing desk did (返工)

    bool operator==(const CaseTurns &) const = default;
};

/** A step that was taken back counts as nothing. The events of one case, in order. */
[[nodiscard]] CaseTurns turnsOf(const QList<CaseEvent> &events);

/** One part of a street: this month so far, and the whole month before. */
struct StandingRow
{
    QString community; ///< code; empty: the street as a whole, or cases in no community
    StandingFigures now;
    StandingFigures before;

    bool operator==(const StandingRow &) const = default;
};

/** How a street stands this month (月度情况). */
struct Standing
{
    QString street;
    QString community; ///< code: all of it is of this one alone; empty: of the whole street
    QDate month;       ///< its first day, in the district's zone
    Instant asOf;
    StandingRow all;
    QList<StandingRow> communities;      ///< those with any case, by code
    QHash<QString, int> handledByPerson; ///< handed in this month, of those cases
    qint64 visited = 0;                  ///< cases that were looked at

    bool operator==(const Standing &) const = default;
};

/**
 * Counts a street's cases into its standing: those registered in the month of `now` or the one
 * before. Pure.
 */
class StandingCount
{
public:
    /** `community`: cases of others are not counted; empty: the whole street. */
    StandingCount(const QString &street,
                  Instant now,
                  const QTimeZone &zone,
                  const QString &community = {});

    /** Cases registered before this are in no figure. */
    [[nodiscard]] Instant since() const { return mBefore; }
    void add(const Case &subject, const CaseTurns &turns);
    [[nodiscard]] Standing result() const;

private:
    Instant mBefore; ///< begin of the month before
    Instant mMonth;  ///< begin of this month
    Standing mStanding;
    QHash<QString, StandingRow> mRows;
};

} // namespace gridward
