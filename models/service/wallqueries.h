// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/wallport.h"
#include "models/store/store.h"

namespace gridward {

// What the wall asks of a district, answered from a store: see WallPort. All of these block; on the
// store's thread. `now` is the present, `at` the moment as of which the store is looked at, if it
// is not the present: then nothing that was registered or done later is in the answer. What a store
// keeps no history of is as it is now: rosters, leaves and duties that were entered or changed
// later, resources and key places. Of positions the store has the last one of each person: who was
// seen later is not among those seen then.

[[nodiscard]] Result<WallRhythm>
readWallRhythm(Store &store, Instant now, const std::optional<Instant> &at = std::nullopt);
[[nodiscard]] Result<WallEvents> readWallEvents(Store &store,
                                                int limit,
                                                Instant now,
                                                const std::optional<Instant> &at = std::nullopt);
/** All pieces of WallStreetsReader at once. */
[[nodiscard]] Result<WallStreets>
readWallStreets(Store &store, Instant now, const std::optional<Instant> &at = std::nullopt);
/** NotFound for a case that is not there (yet), or that the user may not see. */
[[nodiscard]] Result<WallIncident> readWallIncident(
    Store &store, const CaseId &id, Instant now, const std::optional<Instant> &at = std::nullopt);
/** Refused without "roster:see". Posts are those that have to be covered at that moment. */
[[nodiscard]] Result<WallDuty>
readWallDuty(Store &store, Instant now, const std::optional<Instant> &at = std::nullopt);
/** All pieces of WallMonthReader at once. */
[[nodiscard]] Result<WallMonth>
readWallMonth(Store &store, Instant now, const std::optional<Instant> &at = std::nullopt);

} // namespace gridward
