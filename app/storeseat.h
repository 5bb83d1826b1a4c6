// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/service/districtservice.h"
#include "models/service/secret.h"

#include <QString>

#include <memory>
#include <optional>

namespace gridward {

/**
 * As whom a store is opened: see actFor(). In a demo or drill that is a claim, elsewhere proved.
 * Refused or Unreachable if not.
 */
[[nodiscard]] Result<DistrictSeat>
seatFor(const QString &path, const QString &user, const std::optional<Secret> &password);

/**
 * The clock of a window that plays a demo so many times as fast as real time, from that moment or,
 * without one, from where the demo stands. Refused for a store that is no demo, InvalidInput for a
 * moment before something that has happened in it.
 */
[[nodiscard]] Result<std::unique_ptr<Clock>>
playedClock(const QString &path, double speed, const std::optional<Instant> &from);

} // namespace gridward
