// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "models/domain/result.h"
#include "models/store/store.h"

#include <QString>

#include <functional>

namespace gridward {

/** Where the data of the demo lie. */
struct LiveFolders
{
    QString data;      ///< resources/demo
    QString catalogue; ///< resources/catalogue
};

/**
 * Goes on with a demo store: writes further simulated reports at the moments of the clock at which
 * they happen, until `goOn` says false (asked several times a second). Blocks. Refused for a store
 * that is no demo.
 */
[[nodiscard]] Result<void> playLive(Store &store,
                                    const LiveFolders &folders,
                                    const Clock &clock,
                                    const std::function<bool()> &goOn);

} // namespace gridward
