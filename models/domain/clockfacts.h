// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/caseevent.h"
#include "models/domain/caseprocess.h"
#include "models/domain/limit.h"
#include "models/domain/result.h"

#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace gridward {

/** A fact that an event may set, clear, or say nothing about. */
template <typename T>
struct Told
{
    bool isGiven = false;
    std::optional<T> value;
};

/** What one event says that matters to the clocks of its case. */
struct ClockFacts
{
    std::optional<int> rules;
    QString calendar;
    std::optional<Limit> limit;
    std::optional<std::chrono::milliseconds> left;
    Told<Instant> handlingDue;
    Told<Instant> stageDue;
    Told<Instant> suspendedUntil;
    Told<QString> unit;
    Told<QString> bundle;
    std::optional<QString> number;
    std::optional<bool> exempt;
    QString follows;
    QString request;
    std::optional<QList<AppliedCondition>> conditions;
};

/** InvalidInput if the facts are no facts. */
[[nodiscard]] Result<ClockFacts> clockFactsOf(const CaseEvent &event);

} // namespace gridward
