// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/domain/caseevent.h"
#include "models/domain/catalogue.h"
#include "models/domain/district.h"
#include "models/domain/limit.h"

#include <QString>

/**
 * The words of the interface for what cases are made of, in the language of the moment (the
 * Chinese ones are those of the standards). Times are those of displayZone(). GUI thread.
 */
namespace gridward::case_words {

[[nodiscard]] QString word(CaseState state);
[[nodiscard]] QString word(CaseLevel level);
[[nodiscard]] QString word(CaseSource source);
[[nodiscard]] QString word(CaseKind kind);
/** What waits for a decision: "Extension asked"; empty where nothing does. */
[[nodiscard]] QString word(RequestKind request);
/** As on a button: what is done. */
[[nodiscard]] QString word(CaseAction action);
[[nodiscard]] QString word(GridType type);
[[nodiscard]] QString word(GridLevel level);
/** Of a user's role; an unknown id is its own word. */
[[nodiscard]] QString roleWord(const QString &role);
/** Who took a step: the program itself in words, everybody else as they are called. */
[[nodiscard]] QString actorWord(const QString &actor);
/** Of a post in a grid; an unknown id is its own word. */
[[nodiscard]] QString postWord(const QString &post);
/** Of a key location or key area; an unknown id is its own word. */
[[nodiscard]] QString placeKindWord(const QString &kind);

/** Of a vehicle, store, post and so on; an unknown id is its own word. */
[[nodiscard]] QString resourceKindWord(const QString &kind);

/** "check 2 h 5 min overdue" of a case that waits for its check: what runs beside the handling
 * limit, which stopped. Empty for every other. */
[[nodiscard]] QString checkText(const Case &subject, Instant now);
/** "11-21 08:30"; with the year if it is not the year of `now`, and while YearsTold. */
[[nodiscard]] QString timeText(Instant moment, Instant now);
/** As timeText, of the end of something: midnight is the "11-23 24:00" of the day that ends. */
[[nodiscard]] QString endText(Instant moment, Instant now);
/** "12 minutes ago" under an hour, the time beyond. */
[[nodiscard]] QString sinceText(Instant moment, Instant now);
/** How long something may take: "2 working days". */
[[nodiscard]] QString limitText(const Limit &limit);
/** How long the handling of a case filed under this condition may take. */
[[nodiscard]] QString limitText(const FilingStandard &standard);
/** "2 h 10 min": the two largest units, never more than days. */
[[nodiscard]] QString durationText(std::chrono::milliseconds duration);
/** The same, but "12 min 05 s" under an hour. */
[[nodiscard]] QString tickingDurationText(std::chrono::milliseconds duration);
/**
 * What the handling clock says: "2 h 10 min left", "35 min overdue", "handed back in time", or
 * "no limit yet" before dispatch.
 */
[[nodiscard]] QString clockText(const Case &subject, Instant now);
/** The same, to the second while it is under an hour: for clocks that tick. */
[[nodiscard]] QString tickingClockText(const Case &subject, Instant now);

} // namespace gridward::case_words
