// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/commandactor.h"

namespace gridward {

/** `gridward import STORE inbox FILE`, in the name of the user whom the store works for. */
[[nodiscard]] ExitStatus runInboxImport(Store &store, const CommandArguments &arguments);

} // namespace gridward
