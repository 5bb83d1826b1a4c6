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
 * they happen, until `goOn` says false (asked several times a second). While the store cannot be
 * reached, because another program writes for too long, the next report waits; `waiting` is told
 * why, once each time. Blocks. Refused for a store that is no demo.
 */
[[nodiscard]] Result<void> playLive(Store &store,
                                    const LiveFolders &folders,
                                    const Clock &clock,
                                    const std::function<bool()> &goOn,
                                    const std::function<void(const Error &)> &waiting);

} // namespace gridward
