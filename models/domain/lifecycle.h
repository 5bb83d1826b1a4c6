// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/domain/caseevent.h"
#include "models/domain/rights.h"
#include "models/domain/rulebook.h"

#include <QList>

#include <cstdint>
#include <optional>
#include <span>

namespace gridward {

/** What a row of the life cycle does besides moving the case from one state to another. */
enum class Effect : std::uint8_t {
    Move,   ///< nothing besides
    Note,   ///< it is written down; the case stays where it is
    Ask,    ///< something is asked for; it waits for a decision
    Decide, ///< what was asked for is granted (or denied, and the case stays where it is)
    Review, ///< the first of two decisions
    Part,   ///< an assisting unit is ready; the lead hands the case back
    Absorb, ///< a duplicate was merged into this case: the other half of a merge
    Follow, ///< the deadline follows the leading case of the bundle
    Undo,   ///< one's own last step is taken back; `to` of the row means nothing
};

/**
 * One row of the one life cycle. Screens ask it what to offer, services ask it again before they
 * write, `gridward check` asks it over the whole history, and docs/lifecycle.md is drawn from it.
 */
struct Transition
{
    CaseState from;
    CaseAction action;
    CaseState to;
    Roles roles;              ///< who may; empty: only together with another case's step
    bool needsReason = false; ///< a note must say why
    bool needsTarget = false; ///< a unit, a person or a case must be named
    Effect effect = Effect::Move;
};

/** The whole table, in the order in which a screen should offer the steps of a state. */
[[nodiscard]] std::span<const Transition> lifeCycle();

/** Who may register a report. */
[[nodiscard]] Roles reporters();

/** The first row for an action in a state, whoever takes it; nothing if it is not possible. */
[[nodiscard]] std::optional<Transition> transition(CaseState from, CaseAction action);

/**
 * The row for a role. `answers`: how often something that was asked for was spoken of already (0:
 * nothing is asked for; 1: asked; 2: reviewed): who may both ask and decide, as the owner of a
 * store without accounts may, has a row for each. Nothing if the role may not do it in this state.
 */
[[nodiscard]] std::optional<Transition>
transition(CaseState from, CaseAction action, Role role, int answers = 0);

/** All rows of a state that somebody may take by himself, one an action. */
[[nodiscard]] QList<Transition> transitionsFrom(CaseState from);

/** True if the life cycle knows the action at all, in whatever state. */
[[nodiscard]] bool hasTransition(CaseAction action);

/** Can whoever took the step take it back? Not what others were told or made of it (merge, split).
 */
[[nodiscard]] bool canBeTakenBack(CaseAction action);

/** True if an event that goes from … by … to … is a row of the table. */
[[nodiscard]] bool isLawful(CaseState from, CaseAction action, CaseState to);

/** Where a report from this source starts: staff in the grid report, everyone else is registered.
 */
[[nodiscard]] CaseState firstState(CaseSource source);

/**
 * The stage whose clock runs (or is paused, while suspended) in a state; nothing at the end. A case
 * that waits to be closed is still in the checking stage.
 */
[[nodiscard]] std::optional<Stage> stageOf(CaseState state);

/** The roles in whose queues a case of this state stands: those that can move it on. */
[[nodiscard]] QList<Role> queuesOf(CaseState state);

} // namespace gridward
