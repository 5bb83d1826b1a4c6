// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/stamp.h"
#include "models/service/evaluationport.h"

#include <QString>

#include <optional>

namespace gridward {

/** What goes on paper: the figures and with what they are compared. */
struct EvaluationReport
{
    Evaluation evaluation;
    QString district; ///< its name
    bool isSimulated = false;
    std::optional<Evaluation> before;     ///< of the period before
    std::optional<Evaluation> yearBefore; ///< of the same period of the year before
};

/**
 * Prints a report into a PDF (A4, lying): figures of all with their comparison, a table of the
 * units, the definitions behind it. Written aside and renamed. Says how many pages. Unreadable if
 * it cannot be written. GUI thread.
 */
[[nodiscard]] Result<int>
printEvaluation(const EvaluationReport &report, const Stamp &stamp, const QString &path);

} // namespace gridward
