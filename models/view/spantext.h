// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <QString>
#include <QTimeZone>

namespace gridward {

/** "2026-10-01" or, of a moment that is no midnight in the zone, "2026-10-01 14:30". */
[[nodiscard]] QString momentText(Instant moment, const QTimeZone &zone);

/** A period until before `to`, on every screen and sheet alike: "2026-10-01 – 2026-10-31", its
 * first day and its last one; where it begins or ends within a day, both moments. */
[[nodiscard]] QString spanText(Instant from, Instant to, const QTimeZone &zone);

} // namespace gridward
