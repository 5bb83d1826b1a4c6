// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/caserules.h"
#include "models/domain/deadline.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace gridward {

/** "2026-11-20 16:05" on the clocks of Beijing. */
[[nodiscard]] Instant cn(const QString &text);
/** The same the other way round, with seconds if there are any; "–" for nothing. */
[[nodiscard]] QString cnText(const std::optional<Instant> &moment);

/** "running handle 11-20 16:05…11-20 18:00 e3 U1": kind, stage, time, event, unit, name. */
[[nodiscard]] QStringList lines(const QList<Stretch> &stretches);
/** "went-on handle e5 10800 11-23 10:05": kind, stage, event, seconds left, deadline, limit. */
[[nodiscard]] QStringList lines(const QList<DeadlineChange> &changes);
/** Those of one stage. */
[[nodiscard]] QStringList linesOf(Stage stage, const QList<DeadlineChange> &changes);
/** An empty one if the stage never ran. */
[[nodiscard]] StageAccount accountOf(const DeadlineExplanation &explanation, Stage stage);

/**
 * A case that lives through what a script says, by the real rules: every line is a time and a deed.
 *
 *     2026-11-20 15:50 report            hotline; `report patrol`, `report hotline red`
 *     2026-11-20 16:00 file 4 working-hour
 *     2026-11-20 16:00 file 1 working-day, 10 urgent-hour
 *     2026-11-20 16:05 dispatch U1       `dispatch U1 with 2026-11-24 18:00`: in a bundle
 *     2026-11-20 17:00 suspend 2026-11-24 09:00
 *     2026-11-23 09:00 extend            asked for and granted
 *     2026-11-24 09:00 tick              what the program does by itself then
 *
 * and verify, accept, assign, return, transfer UNIT, handle, feedback, resume, check, rework,
 * close, reopen, archive, void, call, callback, ask-extend, deny-extend.
 */
class CaseHistory
{
public:
    explicit CaseHistory(const RuleBook &book = sampleRuleBook(),
                         const WorkingCalendar &calendar = sampleCalendar());

    RuleBook book;
    WorkingCalendar calendar;
    QList<RuleBook> books;            ///< all that were ever in force
    QList<WorkingCalendar> calendars; ///< all that were ever in force
    CaseRecord record;
    QList<CaseEvent> events;
    QString refusal; ///< why the last deed was refused; empty if it was not

    /** Other rules from now on. */
    void useRules(const RuleBook &newBook, const WorkingCalendar &newCalendar);
    /** False if a line was refused or is no line; `refusal` says which and why. */
    bool play(const QString &script);
    bool file(const QString &limits, Instant at);
    /** "U1", or "U1 with 2026-11-24 18:00". */
    bool dispatch(const QString &words, Instant at);
    bool take(CaseAction action, Role role, StepRequest request, Instant at);
    /** All that the program has to do by then. */
    bool tick(Instant at);
    /** An event as an older program or an import wrote it. */
    bool write(CaseAction action, Instant at, CaseState to, const QJsonObject &facts = {});
    /** The deadline of the leading case of the bundle moved. */
    bool follow(Instant at, Instant due);

    [[nodiscard]] RuleLibrary library() const;
    [[nodiscard]] DeadlineExplanation explain(Instant at) const;
    [[nodiscard]] DeadlineExplanation explain(const QString &at) const { return explain(cn(at)); }
    /** What is wrong with the explanation at a moment: nothing, or a sentence. */
    [[nodiscard]] QString contradiction(Instant at) const;
    /** The same at every event, between them, and after the last. */
    [[nodiscard]] QString contradiction() const;

private:
    bool playLine(const QString &line);
    bool report(const QStringList &words, Instant at);
    bool append(const CaseStep &step);
    [[nodiscard]] Actor actor(Role role) const;
};

} // namespace gridward
