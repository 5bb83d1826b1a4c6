// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/analysisport.h"
#include "models/view/hourofweek.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace gridward {

/** When cases were registered: from a moment until before another one. */
struct TimeSpan
{
    Instant from;
    Instant to;

    bool operator==(const TimeSpan &) const = default;
};

/**
 * All that an analysis asks: which cases, in which hours, against what, and how they become a map.
 * The same question over the same data gives the same bytes: its moments are absolute, however its
 * period was chosen.
 */
struct AnalysisQuestion
{
    CasePlaceQuery cases;
    QString period; ///< how the period was chosen, "30d" or "from-to": for words about it
    HourChoice hours;
    HeatOrder order;
    QString with;                  ///< how the other period was chosen; empty: none is
    std::optional<TimeSpan> other; ///< the other period
    std::optional<TimeStep> step;  ///< the period is shown in such steps, …
    int stepShown = 0;             ///< … of which this one
};

/** Whole, with defaults: what is not said later is not guessed. */
[[nodiscard]] QJsonObject toJson(const AnalysisQuestion &question);
/** Nothing if a part is missing, unknown or out of range; other keys are left alone. */
[[nodiscard]] std::optional<AnalysisQuestion> analysisQuestionOf(const QJsonObject &json);

} // namespace gridward
