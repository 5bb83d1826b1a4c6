// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/domain/caseevent.h"
#include "models/domain/limit.h"
#include "models/domain/result.h"
#include "models/domain/rulebook.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <array>
#include <chrono>
#include <optional>

namespace gridward {

/** One of the clocks of a case, as the events so far leave it. Times by the clock on the wall. */
struct StageClock
{
    std::chrono::milliseconds running{}; ///< in this stage, up to the last event
    std::chrono::milliseconds paused{};  ///< suspended, or between closing and reopening
    std::optional<Limit> limit;          ///< that the stage began with
    /** Counted time that was left when the stage was last left or paused; negative: over. */
    std::optional<std::chrono::milliseconds> left;
    std::optional<Instant> due; ///< end of the limit, while it runs or as it was

    bool operator==(const StageClock &) const = default;
};

/** What a case was filed under, in the words of that day. */
struct AppliedCondition
{
    QString id; ///< of the filing condition
    int version = 1;
    QString condition;
    QString closing;
    bool mandatory = true;
    Limit limit;

    bool operator==(const AppliedCondition &) const = default;
};

/** Something that was asked for (extension, suspension, appeal) and how it stands. */
struct CaseRequest
{
    using Kind = RequestKind;
    Kind kind = Kind::None;
    int answers = 0;  ///< 1: asked; 2: reviewed
    QString by;       ///< identity of who asked
    QString reviewer; ///< identity of who reviewed
    Instant at;
    std::optional<Instant> until; ///< of a suspension
    QString reason;

    bool operator==(const CaseRequest &) const = default;
};

/** The scene of an orange or red case: who stays there (SEED-096). */
struct CaseScene
{
    QString person; ///< id; empty: nobody yet
    Instant since;  ///< of this person
    Instant lastSeen;
    int minutes = 30;    ///< between check-ins
    bool missed = false; ///< the last one, and it was told
    std::optional<Instant> released;

    bool operator==(const CaseScene &) const = default;
};

/** A department called to a case (吹哨报到, SEED-037). */
struct CaseCall
{
    QString department; ///< code
    QString caller;     ///< user
    Instant called;
    std::optional<Instant> answered;
    std::optional<Instant> arrived;

    bool operator==(const CaseCall &) const = default;
};

/** Somebody who was sent to verify a report (核实) or to check what was handed in (核查). */
struct CaseTask
{
    bool verifies = false; ///< before filing; else it is a check after handling
    QString person;        ///< id, or account where accounts have no persons
    QString by;            ///< identity of who sent them
    Instant at;
    Instant until;
    int event = 0; ///< sequence of the step that sent them

    bool operator==(const CaseTask &) const = default;
};

/** A supervision (督办): whoever has the case has to answer for it. */
struct CaseSupervision
{
    QString by; ///< identity
    Instant at;
    std::optional<Instant> until; ///< reply deadline; from before there were any: none
    QString reason;
    std::optional<Instant> replied;
    QString repliedBy; ///< identity
    QString reply;

    bool operator==(const CaseSupervision &) const = default;
    [[nodiscard]] bool waits() const { return until && !replied; }
};

/**
 * What a case has been through beyond its row: clocks, requests, who did what. Derived from the
 * events alone, like the row, and kept beside it.
 */
struct CaseProcess
{
    int rules = 0;    ///< version of the rule book that decided last; 0: before there were any
    QString calendar; ///< key of the calendar that the running deadline was counted with
    std::optional<Instant> firstAt; ///< of the first event
    std::optional<Instant> lastAt;  ///< of the last event
    std::array<StageClock, kStageCount> clocks;
    QList<AppliedCondition> conditions;
    QStringList met; ///< ids of the conditions whose closing was confirmed
    bool verified = false;
    QStringList dispatchers; ///< identities of all who dispatched or transferred it
    QStringList handlers;    ///< … who accepted, assigned, handled or fed it back
    QStringList checkers;    ///< … who checked it
    QString lastUnit;        ///< that had it last: a fresh limit is for another one only
    int extensions = 0;      ///< granted, of the limit that runs
    int suspensions = 0;     ///< granted, ever
    int reopenings = 0;
    CaseRequest request;
    bool appealed = false;  ///< once is enough
    QStringList assisting;  ///< units beside the lead
    QStringList partsDone;  ///< those of them that are ready
    QStringList children;   ///< ids of cases split off
    QStringList duplicates; ///< numbers of cases merged into it
    QList<int> rungs;       ///< percents of the ladder reached, of the limit that runs
    bool supervised = false;
    std::optional<CaseScene> scene;
    QList<CaseCall> calls;
    std::optional<bool> satisfied;       ///< what the last call-back heard
    std::optional<Instant> calledBackAt; ///< when the reporter was last reached
    int missedCalls = 0;                 ///< how often they were not
    std::optional<CaseTask> task;        ///< that waits to be done
    QList<CaseSupervision> supervisions; ///< oldest first
    QString urgedTier;                   ///< of the highest of `rungs`
    bool lacksPicture = false;           ///< of what was handed in last

    bool operator==(const CaseProcess &) const = default;

    [[nodiscard]] const StageClock &clock(Stage stage) const
    {
        return clocks[static_cast<std::size_t>(stage)];
    }
    [[nodiscard]] bool asksFor(CaseRequest::Kind kind) const { return request.kind == kind; }
    /** Until when the supervision is to be answered that waits; the last one if there are several.
     */
    [[nodiscard]] std::optional<Instant> replyDue() const;
    [[nodiscard]] bool sceneIsHeld() const { return scene && !scene->released; }

    /** Canonical JSON without what is as at the beginning; empty for a process without anything. */
    [[nodiscard]] QByteArray toJson() const;
    [[nodiscard]] static Result<CaseProcess> fromJson(const QByteArray &json);
};

/** A case and what it has been through. */
struct CaseRecord
{
    Case subject;
    CaseProcess process;

    bool operator==(const CaseRecord &) const = default;
};

/** In this state somebody may be sent to verify it, or to check it. */
[[nodiscard]] bool isTaskState(CaseState state, bool verifies);

/** Whose deed an event is: the person behind the account if it names one, else the account. */
[[nodiscard]] QString identityOf(const CaseEvent &event, const QJsonObject &facts);

/**
 * The record after this event: the row by apply(), and the process beside it. InvalidInput if the
 * event does not follow or its facts are no facts. Pure: what a store keeps of a case is this over
 * its log, nothing else. The facts are the event's own, for whoever has them before they became
 * text.
 */
[[nodiscard]] Result<CaseRecord> applyRecord(CaseRecord before, const CaseEvent &event);
[[nodiscard]] Result<CaseRecord>
applyRecord(CaseRecord before, const CaseEvent &event, const QJsonObject &facts);

/** The record after all its events, in order. */
[[nodiscard]] Result<CaseRecord> replayRecord(const CaseId &id, const QList<CaseEvent> &events);

/**
 * The clocks at a moment after the last event: time grows in the stage that runs, or is paused
 * while the case is suspended (until its date at the latest). Nothing grows once it is closed.
 */
[[nodiscard]] std::array<StageClock, kStageCount> clocksAt(const CaseRecord &record, Instant at);

} // namespace gridward
