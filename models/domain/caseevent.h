// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/domain/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace gridward {

/** What can be done to a case. `Import` stands for the whole history of a case from another system.
 */
enum class CaseAction {
    Report,
    Import,
    Verify,
    File,
    Refuse,
    Void,
    Dispatch,
    Accept,
    Return,
    Assign,
    Handle,
    Feedback,
    Suspend,
    Resume,
    Extend,
    Check,
    Rework,
    Close,
    Archive,
    Reopen,
    Appeal,
    Merge,
    Split,
    Transfer,
    Urge,
    Call,
    Answer,
    Arrive,
    Checkin,
    Handover,
    Release,
    Supervise,
    Callback,
    Entrust,  ///< sends somebody to verify or to check it
    Withdraw, ///< one's own last step, while nobody has gone on from it
};

[[nodiscard]] QString toId(CaseAction action);
[[nodiscard]] std::optional<CaseAction> caseActionFromId(QStringView id);
[[nodiscard]] QStringList caseActionIds();

/**
 * One line of a case's log: who did what, when, from where, why. Written once, never changed. The
 * events of a case are numbered from 1 without gaps; the number is the version of the case.
 */
struct CaseEvent
{
    int sequence = 0;
    CaseAction action = CaseAction::Report;
    Instant at;
    QString actor;  ///< user name
    QString origin; ///< the station or program it came from
    std::optional<CaseState> from;
    CaseState to = CaseState::Registered;
    QString note;     ///< why
    QByteArray facts; ///< what changed: canonical JSON, see factsText()
    QByteArray hash;  ///< SHA-256 over this event and the hash before it: see chainHash()

    bool operator==(const CaseEvent &) const = default;
};

/** A piece of evidence, kept with the event it came with. */
struct Attachment
{
    QString name;
    QString mediaType;
    QByteArray content;

    bool operator==(const Attachment &) const = default;
};

/** One event to be written; sequence, state before and hash are the store's to fill in. */
struct CaseStep
{
    CaseAction action = CaseAction::Report;
    Instant at;
    QString actor;
    QString origin;
    CaseState to = CaseState::Registered;
    QString note;
    QJsonObject facts;
    QList<Attachment> attachments; ///< their names and SHA-256 become part of the facts
};

/**
 * Names of the facts that events carry. Those of the first group set the field of the case of the
 * same name; those of the second one tell what happened besides: see CaseProcess.
 */
namespace fact {
inline constexpr const char *kNumber = "number";
inline constexpr const char *kScheme = "scheme";
inline constexpr const char *kKind = "kind";
inline constexpr const char *kClass = "class";
inline constexpr const char *kLevel = "level";
inline constexpr const char *kSource = "source";
inline constexpr const char *kText = "text";
inline constexpr const char *kAddress = "address";
inline constexpr const char *kLongitude = "lon";
inline constexpr const char *kLatitude = "lat";
inline constexpr const char *kGrid = "grid";
inline constexpr const char *kCommunity = "community";
inline constexpr const char *kStreet = "street";
inline constexpr const char *kComponent = "component";
inline constexpr const char *kUnit = "unit";
inline constexpr const char *kPerson = "person";
inline constexpr const char *kStandard = "standard";
inline constexpr const char *kReportedAt = "reported_at";
inline constexpr const char *kFiledAt = "filed_at";
inline constexpr const char *kDispatchedAt = "dispatched_at";
inline constexpr const char *kDueAt = "due_at";
inline constexpr const char *kHandledAt = "handled_at";
inline constexpr const char *kCheckedAt = "checked_at";
inline constexpr const char *kClosedAt = "closed_at";
inline constexpr const char *kExternalSource = "external_source";
inline constexpr const char *kExternalId = "external_id";
inline constexpr const char *kStageDueAt = "stage_due_at";
inline constexpr const char *kSuspendedUntil = "suspended_until";
inline constexpr const char *kSceneDueAt = "scene_due_at";
inline constexpr const char *kNextAt = "next_at";
inline constexpr const char *kExempt = "exempt";
inline constexpr const char *kParent = "parent";
inline constexpr const char *kMergedInto = "merged_into";
inline constexpr const char *kBundle = "bundle";

inline constexpr const char *kBy = "by";   ///< id of the person behind the account
inline constexpr const char *kMet = "met"; ///< filing conditions whose closing was confirmed
inline constexpr const char *kAttachments = "attachments"; ///< name and SHA-256 of each
inline constexpr const char *kRules = "rules";       ///< version of the rule book that decided
inline constexpr const char *kCalendar = "calendar"; ///< key of the calendar that counted
inline constexpr const char *kLimit =
    "limit"; ///< of the stage that begins anew, such as "2 urgent-hour"
inline constexpr const char *kLeft =
    "left_ms"; ///< counted time left of the stage that ends or pauses
/** At filing: [{"id","version","condition","closing","mandatory","limit"}], the words as they were.
 */
inline constexpr const char *kConditions = "conditions";
inline constexpr const char *kLevelRule = "level_rule"; ///< {"id","tier","route"}
inline constexpr const char *kRequest = "request";     ///< asked, granted, denied, reviewed, upheld
inline constexpr const char *kUntil = "until";         ///< a suspension that is asked for
inline constexpr const char *kAssisting = "assisting"; ///< units beside the lead
inline constexpr const char *kPart = "part";           ///< the assisting unit whose part is done
inline constexpr const char *kWithdrawn = "withdrawn"; ///< the person who had the case
inline constexpr const char *kMergedFrom = "merged_from"; ///< number of the duplicate
/** Who had the other case in hand that this one was split off from or took in; who judged it. */
inline constexpr const char *kWorkers = "workers";
inline constexpr const char *kJudges = "judges";
inline constexpr const char *kChildren = "children"; ///< ids of the cases split off
inline constexpr const char *kRungs = "rungs";       ///< percents of the ladder that were reached
inline constexpr const char *kTier = "tier";         ///< who was urged
inline constexpr const char *kMissed = "missed";     ///< true: a check-in was missed
inline constexpr const char *kScenePerson = "scene_person"; ///< who stays there; empty: nobody yet
inline constexpr const char *kSceneMinutes = "scene_minutes"; ///< between check-ins
inline constexpr const char *kReleased = "released";          ///< true: the scene is
inline constexpr const char *kDepartment = "department";      ///< that is called, answers, arrives
inline constexpr const char *kSatisfied = "satisfied";        ///< what a call-back heard
inline constexpr const char *kReached = "reached";            ///< false: the reporter was not
/** Who is sent to verify or to check: id of the person, or account; and until when. */
inline constexpr const char *kTaskPerson = "task_person";
inline constexpr const char *kTaskUntil = "task_until";
inline constexpr const char *kReplyUntil = "reply_until"; ///< a supervision is to be answered
inline constexpr const char *kReplies = "replies";        ///< true: the answer is to a supervision
inline constexpr const char *kLacks = "lacks";            ///< "picture": handed in without one
inline constexpr const char *kFollows = "follows";     ///< number of the leading case of a bundle
inline constexpr const char *kWithdraws = "withdraws"; ///< sequence of the step that is taken back
inline constexpr const char *kProcess = "process";     ///< of the case before that step
} // namespace fact

/** The account of the program itself: deadlines that ended, urging by the ladder. */
[[nodiscard]] const QString &programAccount();
/** Nobody took the step: the program did. */
[[nodiscard]] bool isOfProgram(const CaseEvent &event);

/** Canonical JSON: keys sorted, no white space, UTF-8. The same facts always give the same bytes.
 */
[[nodiscard]] QByteArray factsText(const QJsonObject &facts);

/** The facts that make one case's fields those of another; without the moment of the next own step.
 */
[[nodiscard]] QJsonObject factsBetween(const Case &before, const Case &after);

/** The facts of a registration: every field of the case that is set. */
[[nodiscard]] QJsonObject factsOf(const Case &subject);

/**
 * SHA-256 over the hash of the event before (32 zero bytes before the first) and the event's
 * fields, each written as its length in decimal, a colon, its UTF-8 bytes and a comma (a
 * netstring): case id, sequence, action, time, actor, origin, state before (empty at first), state
 * after, note, facts.
 */
[[nodiscard]] QByteArray
chainHash(const QByteArray &previous, const CaseId &subject, const CaseEvent &event);

/**
 * The case after this event. InvalidInput if the event does not follow (sequence, state before) or
 * its facts are no facts. Pure: the current row of a store is apply() over the log, nothing else.
 */
[[nodiscard]] Result<Case> apply(const Case &before, const CaseEvent &event);
/** The same, for whoever has the facts of the event at hand before they became text. */
[[nodiscard]] Result<Case>
apply(const Case &before, const CaseEvent &event, const QJsonObject &facts);

/** The case after all its events, in order. */
[[nodiscard]] Result<Case> replay(const CaseId &id, const QList<CaseEvent> &events);

} // namespace gridward
