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
 * Goes on with a demo store, however fast the clock goes: what is reported, verified, filed, sent,
 * handled, checked and closed happens at its moment, so that about as many cases stay open as there
 * are; staff walk about in their grids, and the roster goes on. Until `goOn` says false (asked
 * several times a second). What is due at once is written in one transaction, of so many cases at
 * the most that those who follow the log are never left behind. While the store cannot be reached,
 * because another program writes for too long or its connection is gone, all of it waits; `waiting`
 * is told why, once each time. A connection is made again as soon as it can be. Blocks. Refused for
 * a store that is no demo. Cases, moments and steps follow from store, seed and the moment at which
 * the clock began; two players of one store do not disturb each other.
 */
[[nodiscard]] Result<void> playLive(Store &store,
                                    const LiveFolders &folders,
                                    const Clock &clock,
                                    const std::function<bool()> &goOn,
                                    const std::function<void(const Error &)> &waiting);

} // namespace gridward
