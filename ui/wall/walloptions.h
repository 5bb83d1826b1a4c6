// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/view/wall/walldirector.h"
#include "ui/wall/walltype.h"

#include <QString>

namespace gridward {

/** How a wall is set up. */
struct WallOptions
{
    WallSight sight;
    bool showsNames = false; ///< of staff
    TakeoverRules takeover;
    QString ownScenes; ///< folder of the user's own scenes; empty: none

    bool operator==(const WallOptions &) const = default;
};

} // namespace gridward
