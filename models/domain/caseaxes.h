// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/caseevent.h"

#include <span>

namespace gridward {

// The axes are separate (SEED-034): whoever dispatched or handled a case does not judge it, and
// whoever checked it does not take it in hand.

/** Does this event judge the work: a check, sending somebody to check, a closing, the answer to an
 * appeal? */
[[nodiscard]] bool judgesWork(const CaseEvent &event);

/** Is it the work: dispatching, transferring, accepting, assigning, handling, feeding back? */
[[nodiscard]] bool isWork(CaseAction action);

/**
 * The earlier event of the same case that keeps whoever took the next one from taking it; null if
 * nothing does. Somebody is the same by the account or by the person behind it. What a store
 * refuses to write and what a check finds in one are both this. Whoever is sent to look at a case
 * may be none of those who had it in hand either.
 */
[[nodiscard]] const CaseEvent *ownWork(std::span<const CaseEvent> earlier, const CaseEvent &next);

} // namespace gridward
