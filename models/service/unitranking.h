// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/responsibility.h"

namespace gridward {

struct ResponsibilityScene;

/** The units that serve a place, ranked as ResponsibilityDesk says. Blocks. */
[[nodiscard]] Result<QList<UnitProposal>> rankUnits(Store &store, const ResponsibilityScene &scene);

} // namespace gridward
