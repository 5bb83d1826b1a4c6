// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/caseprocess.h"
#include "models/domain/catalogue.h"
#include "models/domain/lifecycle.h"
#include "models/domain/rulebook.h"
#include "models/domain/workingcalendar.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace gridward {

/** Who takes a step. */
struct Actor
{
    QString user;         ///< account, as the log names it
    QString person;       ///< id of the person behind it; may be empty
    QString organisation; ///< code of the unit or department they act for
    Role role = Role::Analyst;
    bool actsForAllUnits = false;
    QStringList units{}; ///< a street office's own and those below it, whose cases it answers for
    /** The log of the case keeps this step from them: see ownWork(). The process knows most of it.
     */
    bool isBarred = false;

    /** What the axes are kept apart by: the person, or the account where none is known. */
    [[nodiscard]] QString identity() const { return person.isEmpty() ? user : person; }
};

/** Why a step was refused. Programs and tests decide by it; words are made elsewhere. */
enum class StepRefusal {
    NotNow,        ///< the life cycle knows no such step in this state
    LacksRight,    ///< this role never takes such a step
    NotByThisRole, ///< this role does not take it in this state
    NeedsReason,
    NeedsTarget,
    NeedsDate,        ///< a suspension until when
    BadDate,          ///< in the past, or further away than the longest suspension (days)
    BadTarget,        ///< a child class, case or unit that does not fit
    OwnWork,          ///< they dispatched or handled it: the axes are separate
    OtherUnit,        ///< the case is not with the unit they act for
    NotVerified,      ///< the class asks for verification before filing
    NoEvidence,       ///< the class asks for an attachment
    NoStandard,       ///< the condition is none of the class
    NotMet,           ///< a mandatory closing condition is not confirmed
    UnknownCondition, ///< the case was not filed under it
    SceneHeld,        ///< the scene is not released
    NoScene,          ///< the case has none, or it is released
    NotOnScene,       ///< somebody else stays there
    ChildrenOpen,     ///< cases split off are still open
    PartsOpen,        ///< assisting units are not ready
    Overdue,          ///< an extension is asked for before the limit runs out
    Exhausted,        ///< as many extensions or suspensions as there may be
    NoLimit,          ///< there is no limit that could be extended
    AlreadyAsked,
    NotAsked,   ///< nobody asked for it
    SamePerson, ///< two approvals are two persons'
    NotOverdue, ///< an appeal is against an overdue mark
    Appealed,   ///< once is enough
    Pending,    ///< an appeal waits: not archived, not reopened before it is decided
    NotCalled,  ///< that department was not called, or has arrived
    AlreadyCalled,
    Bundled,    ///< its deadline is that of the leading case
    NoDecision, ///< nothing to grant or deny
    NothingDue, ///< the program has nothing to do now
    NotOwnStep, ///< the last step is somebody else's: what others went on from stays
    StaysDone,  ///< a step that cannot be taken back
    TooLate,    ///< to take the last step back
    NoReporter, ///< staff, a camera or a sensor found it: there is nobody to call back
};

[[nodiscard]] QString toId(StepRefusal refusal);

/** True if something was left out that can be given; else a rule or a right says no. */
[[nodiscard]] bool isMissingInput(StepRefusal refusal);

struct Refused
{
    StepRefusal why = StepRefusal::NotNow;
    QString what; ///< the condition, unit, person … it is about

    bool operator==(const Refused &) const = default;
};

/** A step that somebody wants to take, with everything that was looked up for it. */
struct StepRequest
{
    CaseAction action = CaseAction::File;
    QString target;        ///< code of the unit, id of the person, id of the other case
    QStringList assisting; ///< dispatch: units beside the lead
    QString note;
    QStringList met;                ///< check: conditions whose closing it confirms; none: all
    std::optional<Instant> until;   ///< suspend; entrust, verify, supervise: the deadline
    bool grants = true;             ///< deciding: yes or no
    std::optional<bool> satisfied;  ///< call-back
    bool reached = true;            ///< call-back: false if the reporter was not
    std::optional<CaseLevel> level; ///< filing may raise or lower it
    bool hasEvidence = false;
    bool hasPicture = false;            ///< among the evidence is a picture
    QString targetUnit{};               ///< entrust, verify: whose person it is that is sent
    QList<FilingStandard> standards;    ///< file: the conditions it is filed under
    std::optional<Case> leading;        ///< dispatch: the case whose deadline is shared
    std::optional<Case> other;          ///< merge: the case it is a duplicate of
    QStringList children;               ///< split: ids of the new cases
    bool hasOpenChildren = false;       ///< close: what was split off is still open
    QString reporterPerson;             ///< file: who stays at a scene that begins now
    std::optional<CaseEvent> undone{};  ///< withdraw: the last step of the case …
    std::optional<CaseRecord> before{}; ///< … and what the case was before it
};

/** The rules and the calendar in force. Both outlive the call. */
struct Rules
{
    const RuleBook &book;
    const WorkingCalendar &calendar;
};

/**
 * Decides whether a step may be taken, and makes the event of it: state, facts, clocks. Pure. The
 * one place where the rules of the life cycle are; `CaseDesk` looks things up for it and writes
 * what it says.
 */
[[nodiscard]] std::variant<CaseStep, Refused> decide(const CaseRecord &record,
                                                     const StepRequest &request,
                                                     const Actor &actor,
                                                     const Rules &rules,
                                                     Instant now);

/** The registration of a case: first state, clocks, scene. The subject's fields become its facts.
 */
[[nodiscard]] CaseStep
reportStep(const Case &subject, const Actor &actor, const Rules &rules, Instant now);

/** What the class asks for of a report, or nothing if the report may be taken. */
[[nodiscard]] std::optional<Refused>
mayReport(const Case &subject, const Actor &actor, bool hasEvidence, const Rules &rules);

/** Adds to a step when the program has to act next, if that changes with it. */
void addNextMoment(CaseStep &step, const CaseRecord &before, const Rules &rules);

/**
 * What the program itself has to do now: resume a suspension whose date has come, urge by the
 * ladder, tell of a missed check-in. One step at a time, oldest first; nothing if nothing is due.
 */
[[nodiscard]] std::optional<CaseStep>
dueStep(const CaseRecord &record, const Rules &rules, Instant now);

} // namespace gridward
