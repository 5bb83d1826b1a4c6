// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/domain/caseevent.h"

#include <QList>

#include <optional>

namespace gridward {

/**
 * The plain life cycle: report → file → dispatch → (accept, assign) → handle → (feedback) → check →
 * close, with refusing, returning, reworking and reopening beside it. One table; screens ask it
 * what to offer, services ask it again before they write.
 */
struct Transition
{
    CaseState from;
    CaseAction action;
    CaseState to;
    bool needsReason = false; ///< a note must say why
    bool needsTarget = false; ///< a unit or a person must be named
};

/** What an action does to a case in this state; nothing if it may not be done now. */
[[nodiscard]] std::optional<Transition> transition(CaseState from, CaseAction action);

/** All of them, in the order in which a screen should offer them. */
[[nodiscard]] QList<Transition> transitionsFrom(CaseState from);

/** True if the life cycle knows the action at all, in whatever state. */
[[nodiscard]] bool hasTransition(CaseAction action);

/** Where a report from this source starts: staff in the grid report, everyone else is registered.
 */
[[nodiscard]] CaseState firstState(CaseSource source);

} // namespace gridward
