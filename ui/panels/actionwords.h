// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/caseevent.h"

#include <QString>

namespace gridward {

/**
 * "&Dispatch"; "派遣(&D)" where the word has no such letter: the same key in every language. GUI
 * thread.
 */
[[nodiscard]] QString actionButtonText(CaseAction action);
/** The same for a case in this state: sending somebody to verify is not saying that it is true. */
[[nodiscard]] QString actionButtonText(CaseAction action, CaseState state);

} // namespace gridward
