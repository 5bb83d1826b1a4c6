// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/intakeport.h"

#include <QString>

namespace gridward {

/** What kind of place it is, in the language of the moment. GUI thread. */
[[nodiscard]] QString kindWord(const PlaceCandidate &one);
/** As it stands in a list and in a field: what has a number is known by it. */
[[nodiscard]] QString titleOf(const PlaceCandidate &one);

} // namespace gridward
