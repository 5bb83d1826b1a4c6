// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/casedesk.h"

#include <optional>

namespace gridward {

// Which of the steps that a user may take stands in front: pure functions, any thread.

/** Does the step turn a case down, send it back, or end it without its having been handled? */
[[nodiscard]] bool isRejection(CaseAction action);

/** Is the step the decision on what was asked for and waits: an extension, a suspension, an appeal?
 */
[[nodiscard]] bool decidesRequest(const ActionOffer &offer, const CaseRequest &request);

/** What moves the case stands in front; what is only written down, or is rare, comes behind. */
[[nodiscard]] bool isAside(const ActionOffer &offer, const CaseProcess &process);

/**
 * The step that usually comes next for whom these are offered: the decision where something was
 * asked for, else the first of the life cycle that moves the case on. Never a rejection; nothing
 * where only such are left.
 */
[[nodiscard]] std::optional<CaseAction>
usualStep(CaseState state, const CaseProcess &process, const QList<ActionOffer> &offers);

} // namespace gridward
