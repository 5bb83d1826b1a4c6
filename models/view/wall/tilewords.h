// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/view/wall/wallscene.h"

#include <QString>

namespace gridward {

/** "Burning cases": what a tile shows, in the language of the moment. */
[[nodiscard]] QString tileWord(TileKind kind);

} // namespace gridward
