// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/caseprocess.h"
#include "models/domain/rulebook.h"
#include "models/domain/workingcalendar.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <chrono>
#include <functional>
#include <optional>

namespace gridward {

/** Why a stretch of a case's time counts or does not. */
enum class StretchKind {
    Running,  ///< the clock of the stage counts
    OffHours, ///< outside working time, for a limit that counts working time
    Weekend,
    Holiday,   ///< with its name
    Suspended, ///< 挂账
    Ended,     ///< closed, until it was reopened
};

[[nodiscard]] QString toId(StretchKind kind);

/** A piece of the main thread of a case. Stretches follow each other without gap or overlap. */
struct Stretch
{
    StretchKind kind = StretchKind::Running;
    std::optional<Stage> stage; ///< nothing while ended
    Instant from;
    Instant to;
    int event = 0; ///< sequence number of the event that began the stage or the pause
    QString unit;  ///< that had it, in the handling stage
    QString name;  ///< of the holiday

    bool operator==(const Stretch &) const = default;
    [[nodiscard]] std::chrono::milliseconds length() const { return to - from; }
};

/** Something that changed a deadline. */
struct DeadlineChange
{
    enum class Kind {
        Began,     ///< a stage began with its whole limit, or without one
        WentOn,    ///< the case came back to a stage, which goes on with what was left
        Extended,  ///< one original limit more
        Suspended, ///< until a date, which the deadline now lies behind
        Resumed,   ///< by somebody, or by itself at its date (then the event is the suspension)
        Returned,  ///< the case was sent back, and the earlier stage goes on
        Shared,    ///< the deadline of the leading case of a bundle; its number is the note
        Ended,     ///< the case left a stage, which keeps what is left
    };
    Kind kind = Kind::Began;
    Stage stage = Stage::Handle;
    int event = 0;
    Instant at;
    std::optional<Limit> limit;                    ///< that began, or was added
    std::optional<std::chrono::milliseconds> left; ///< counted time that there was afterwards
    std::optional<Instant> due;                    ///< afterwards
    QString calendar;                              ///< key of the calendar that counted
    QString note;                                  ///< the reason given

    bool operator==(const DeadlineChange &) const = default;
};

[[nodiscard]] QString toId(DeadlineChange::Kind kind);

/** One clock at the moment that was asked about. */
struct StageAccount
{
    Stage stage = Stage::Accept;
    std::optional<Limit> limit;
    std::chrono::milliseconds running{}; ///< clock time in the stage, suspensions left out
    std::chrono::milliseconds paused{};  ///< suspended (of Total: and ended)
    std::chrono::milliseconds counted{}; ///< what of it counts against the limit that is in force
    std::optional<Instant> due;
    std::optional<std::chrono::milliseconds> left; ///< counted; negative: over
    bool isRunning = false;

    bool operator==(const StageAccount &) const = default;
};

/** How a deadline came about: everything an inspector needs, from the events alone. */
struct DeadlineExplanation
{
    QString number;
    Instant at;      ///< the moment it is about
    int version = 0; ///< of the case then
    CaseState state = CaseState::Registered;
    std::optional<Stage> stage; ///< whose clock runs or is paused
    std::optional<Instant> due; ///< of that stage
    std::optional<Instant> handlingDue;
    std::optional<std::chrono::milliseconds> left; ///< of that stage, counted; negative: over
    bool overdue = false;                          ///< the handling limit ran out by then
    std::optional<Instant> overdueSince;           ///< the mark
    bool exempt = false;
    int rules = 0; ///< version of the rule book
    QString calendar;
    QString calendarName;
    int lastKnownYear = 0;
    bool beyondCalendar = false;        ///< the deadline lies in a year whose holidays nobody knows
    QList<AppliedCondition> conditions; ///< rule text and version
    int extensions = 0;
    QList<Stretch> stretches;
    QList<DeadlineChange> changes;
    QList<StageAccount> accounts; ///< of every stage that ran, then Total
    QStringList disagreements; ///< where the events say another deadline than the rules; for check

    bool operator==(const DeadlineExplanation &) const = default;
};

/** Where the explainer finds the rule books and calendars that events name. */
struct RuleLibrary
{
    std::function<std::optional<RuleBook>(int version)> book;
    std::function<std::optional<WorkingCalendar>(const QString &key)> calendar;
};

/**
 * Explains a case's clocks at a moment: later events are left out, the last stretch goes on until
 * then (a suspension ends at its date). Counts everything anew from limits, calendars and the times
 * of the events; the deadlines that the events tell of are only compared (`disagreements`). Pure.
 * InvalidInput if the events are no history; NotFound if a book or calendar is missing, or if the
 * moment is before the first event.
 */
[[nodiscard]] Result<DeadlineExplanation> explainDeadline(const CaseId &id,
                                                          const QList<CaseEvent> &events,
                                                          const RuleLibrary &library,
                                                          Instant at);

/**
 * The same without looking at single days: stretches are not cut at the pieces of the calendar
 * (`Running` covers nights, weekends and holidays). Some microseconds an event: for whoever asks
 * about many cases.
 */
[[nodiscard]] Result<DeadlineExplanation> clockState(const CaseId &id,
                                                     const QList<CaseEvent> &events,
                                                     const RuleLibrary &library,
                                                     Instant at);

/**
 * Where a stored record is not what the explanation of its events up to the same one says: row,
 * clocks, marks. Readable entries, empty if all is well.
 */
[[nodiscard]] QStringList differences(const DeadlineExplanation &explanation,
                                      const CaseRecord &stored);

/** The same as JSON, with ids, seconds and UTC times: what `gridward case … explain --json` prints.
 */
[[nodiscard]] QJsonObject toJson(const DeadlineExplanation &explanation);

} // namespace gridward
