// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/service/casedesk.h"

#include <QString>

namespace gridward {

/**
 * What a step is called on its button: somebody is sent to verify, and who was there says that it
 * is true. In the language of the moment. GUI thread.
 */
[[nodiscard]] QString stepName(CaseAction action, CaseState state);

/** What a button does that decides on what was asked for: "Grant the extension". GUI thread. */
[[nodiscard]] QString decisionName(CaseAction action, bool grants);
/** The same when it is done: "Extension denied". GUI thread. */
[[nodiscard]] QString decisionText(CaseAction action, bool grants);

/**
 * What was done, for the message about it: that something was asked for is not that it is granted.
 * `state` and `answers` are those of the case before the step, `role` is the user's. In the
 * language of the moment. GUI thread.
 */
[[nodiscard]] QString
stepText(const ActionRequest &request, CaseState state, int answers, const QString &role);

} // namespace gridward
