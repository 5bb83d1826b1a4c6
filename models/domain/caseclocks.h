// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/caseprocess.h"
#include "models/domain/rulebook.h"
#include "models/domain/workingcalendar.h"

#include <QJsonObject>

#include <optional>

namespace gridward {

/** What a step means to the clocks of a case. */
struct ClockTurn
{
    CaseState to = CaseState::Registered;
    std::optional<Limit> freshHandling; ///< the limit of a handling stage that begins anew
    bool freshStages = false;           ///< reopened: every stage begins anew
    bool extends = false;
    std::optional<Instant> suspendedUntil;
    std::optional<Instant> sharedDue; ///< the deadline of the leading case of a bundle
};

/**
 * The facts that a step adds for its clocks: `left_ms` of the stage that ends, `limit` of one that
 * begins anew, `stage_due_at` and `due_at`, `calendar`. The rules (domain reference 2.6):
 * - a clock runs only while the case is in its stage; leaving keeps what was used, coming back
 *   goes on with what is left (return, rework), and what had run out stays out;
 * - another unit than the last one gets the whole limit, and so does a case that was reopened;
 * - an extension adds one original limit to the current deadline;
 * - a suspension moves the deadline behind its date by what was left, and ends at that date,
 *   whenever that is written down;
 * - a deadline that was only told, without a limit (imports, older stores), counts by the clock;
 * - a deadline stands as it was counted; what is left of it is measured with the calendar in force
 *   when the clock stops.
 */
void turnClocks(QJsonObject &facts,
                const CaseRecord &before,
                const ClockTurn &turn,
                const RuleBook &book,
                const WorkingCalendar &calendar,
                Instant at);

/** When the program itself has to act next, for a record as it stands after its last event. */
[[nodiscard]] std::optional<Instant>
nextMoment(const CaseRecord &record, const RuleBook &book, const WorkingCalendar &calendar);

/** When so many percent of the handling limit (with its extensions) are used up. */
[[nodiscard]] std::optional<Instant>
rungMoment(const CaseRecord &record, int percent, const WorkingCalendar &calendar);

} // namespace gridward
