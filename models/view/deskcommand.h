// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/domain/caseevent.h"
#include "models/service/responsibility.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace gridward {

// The command line of the dispatch desk, as a grammar:
//
//   line     = [":"] verb [rows] [words]
//   rows     = item { ("," | "、") item };  item = number | number "-" number | "#" digits
//
// A number is a row of the queue that is shown; one that is no row, or has a "#" before it, is the
// end of a case number. Without rows the chosen cases are meant. What the words are depends on the
// verb: a unit, a reason, what to look for. Pure; GUI thread, for its messages.

enum class DeskVerb { Dispatch, Return, Merge, File, Refuse, Urge, Undo, Find, Look, Help };

/** What a line says, before anybody knows what is in the queue. */
struct DeskCommand
{
    DeskVerb verb = DeskVerb::Help;
    QStringList rows; ///< "2", "4-6", "#0131" as they were typed, in Latin digits
    QString into;     ///< merge: the row of the case that stays
    QString words;    ///< unit, reason, text to find

    bool operator==(const DeskCommand &) const = default;
};

/** Why a line is no command: where, and what is expected there. */
struct DeskFault
{
    QString text;
    qsizetype at = 0; ///< from which character of the line on
    /** More than one thing is meant by it: which? Never guessed. */
    QStringList candidates{};

    bool operator==(const DeskFault &) const = default;
};

struct DeskReading
{
    std::optional<DeskCommand> command;
    std::optional<DeskFault> fault; ///< one of the two is set
};

/** What a line says, or what is wrong with it: `offers` tells which verbs to name; without it all.
 */
[[nodiscard]] DeskReading readDeskLine(const QString &line,
                                       const std::function<bool(DeskVerb)> &offers = {});

/** How a verb is written: the short ones first. */
[[nodiscard]] QStringList spellings(DeskVerb verb);
/** "派 2 城管三中队": the verb with what it wants, in the language of the moment. */
[[nodiscard]] QString usage(DeskVerb verb);
/** How the verb is written in the language of the moment, as short as it can be: "派", "d". */
[[nodiscard]] QString shortWord(DeskVerb verb);
/** What the verb does, in a sentence. */
[[nodiscard]] QString meaning(DeskVerb verb);
[[nodiscard]] QList<DeskVerb> deskVerbs();
/** The step of the life cycle that it takes; nothing for those that take none. */
[[nodiscard]] std::optional<CaseAction> stepOf(DeskVerb verb);

/** What the line speaks of: the queue that is shown, what is chosen in it, the units. */
struct DeskView
{
    std::function<int()> rowCount;
    std::function<const Case *(int row)> caseAt; ///< from 0; null where there is none
    QList<CaseId> chosen;
    std::function<const Case *(const CaseId &)> find; ///< among all open cases
    QList<UnitProposal> units; ///< best first for the case in question; then the others
    bool english = false;      ///< which name of a unit comes first
    /** What is offered; without it all. What is typed all the same says why not. */
    std::function<bool(DeskVerb)> offers{};
};

/** A line that could be done: by whom it may be done is not asked here. */
struct DeskOrder
{
    DeskVerb verb = DeskVerb::Help;
    QList<Case> cases; ///< as they stand now: what was shown is what is meant
    std::optional<Case> into;
    QString unit; ///< code
    QString unitName;
    QString words; ///< reason, or what to look for
};

struct DeskResolution
{
    std::optional<DeskOrder> order;
    std::optional<DeskFault> fault;
};

/** Which cases and which unit are meant, or why that cannot be said. */
[[nodiscard]] DeskResolution resolve(const DeskCommand &command, const DeskView &view);

/** The first case that a line speaks of, as far as it has been typed. */
[[nodiscard]] std::optional<CaseId> caseSpokenOf(const QString &line, const DeskView &view);

/** A way to go on with a line. */
struct DeskCompletion
{
    QString line; ///< the whole line, completed
    QString title;
    QString detail;

    bool operator==(const DeskCompletion &) const = default;
};

/** How the line could go on: verbs, then rows, then units in their order. A few at the most. */
[[nodiscard]] QList<DeskCompletion> completions(const QString &line, const DeskView &view);

/** The line without what somebody wrote about somebody: for a history that is kept. */
[[nodiscard]] QString withoutWords(const QString &line);

} // namespace gridward
