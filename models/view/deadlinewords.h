// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/deadline.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <functional>

/**
 * How a deadline came about, in whole sentences and in the language of the moment. Times are
 * those of displayZone(), as everywhere on the screens. GUI thread.
 */
namespace gridward::deadline_words {

/** What an explanation has only the codes of. */
struct Names
{
    std::function<QString(const QString &code)> unit; ///< left out: the code
};

[[nodiscard]] QString word(Stage stage);
/** As in the legend of a drawn timeline. */
[[nodiscard]] QString word(StretchKind kind);
/** Counted time: working time in hours and minutes (its days are no days), else as a duration. */
[[nodiscard]] QString countedText(std::chrono::milliseconds time, bool isWorkingTime);

/**
 * What the clock says at the moment that was asked about: "Handling: 1 h 20 min of working time
 * left, until 11-23 10:40."
 */
[[nodiscard]] QString headline(const DeadlineExplanation &explanation);

/**
 * Everything else, a line each: what happened to the deadlines one after the other, what was not
 * counted, by which rules and calendar, what nobody knows yet, where the log disagrees.
 */
[[nodiscard]] QStringList deadlineLines(const DeadlineExplanation &explanation,
                                        const Names &names = {});

} // namespace gridward::deadline_words
