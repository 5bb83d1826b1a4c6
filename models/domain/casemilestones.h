// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/domain/caseevent.h"
#include "models/domain/result.h"

#include <QList>
#include <QString>

#include <optional>

namespace gridward {

/**
 * What the indicators count of a case beyond its row: who took which step when, against which
 * limit, and how often it went back. Derived from the events alone, like the row, and kept beside
 * it; a step that was taken back counts as nothing. Everybody is named by identityOf().
 *
 * Of filing, dispatch, handing in and checking the first time counts: what a later round does to a
 * case is counted by `returns`, `transfers` and `reworks`.
 */
struct CaseMilestones
{
    QString reportedBy;
    std::optional<Instant> lookedAt; ///< first step of a person behind the registration
    std::optional<Instant> verifiedAt;
    std::optional<Instant> verifyDueAt; ///< end of the limit that ran when it was verified
    QString verifiedBy;
    std::optional<Instant> filedAt;
    std::optional<Instant> filingDueAt; ///< end of the limit that ran when it was filed
    QString filedBy;
    std::optional<Instant> dispatchedAt;
    std::optional<Instant> dispatchDueAt; ///< end of the limit that ran when it was dispatched
    QString dispatchedBy;
    std::optional<Instant> actedAt; ///< first step of whoever handles it
    std::optional<Instant> handledAt;
    QString handledBy; ///< who handed it in last
    std::optional<Instant> checkedAt;
    std::optional<Instant> checkDueAt; ///< end of the limit that ran when it was first judged
    QString checkedBy;                 ///< who judged it first, passed or sent to rework
    QString closedBy;                  ///< last
    std::optional<Instant> repliedAt;  ///< first call-back to the reporter
    std::optional<bool> satisfied;     ///< what the last call-back heard
    int returns = 0;                   ///< a unit sent it back (回退)
    int transfers = 0;                 ///< the dispatcher gave it to another unit (改派)
    int reworks = 0;                   ///< a judgement sent it back (返工)

    bool operator==(const CaseMilestones &) const = default;

    /** Takes in an event; the case before it and behind it. Not for steps that are taken back. */
    void note(const Case &before, const Case &after, const CaseEvent &event, const QString &who);
};

/** The milestones of a history. InvalidInput if the events do not follow each other. */
[[nodiscard]] Result<CaseMilestones> milestonesOf(const CaseId &id, const QList<CaseEvent> &events);

/** What an indicator looks at: the row as it stands, without what only people read. */
struct EvaluatedCase
{
    CaseId id;
    CaseState state = CaseState::Registered;
    CaseSource source = CaseSource::Patrol;
    CaseLevel level = CaseLevel::Blue;
    QString classCode;
    QString street;
    QString community;
    QString grid;
    QString unit;
    QString person;
    Instant reportedAt;
    std::optional<Instant> dueAt;
    std::optional<Instant> handledAt; ///< as the row has it: none while it is being reworked
    std::optional<Instant> closedAt;
    std::optional<Instant> overdueAt;
    bool exempt = false;
    bool isDuplicate = false; ///< merged into another case
    CaseMilestones milestones;
};

} // namespace gridward
