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

} // namespace gridward
