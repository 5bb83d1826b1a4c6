// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/store.h"

#include <optional>

namespace gridward {

// Cases as they stood at a moment of the past: as their events up to then make them. All of these
// block; on the store's thread. Errors as Store.

/** As it stands, without a moment; also if there are no events up to it. */
[[nodiscard]] Result<CaseRecord>
recordAt(Store &store, const CaseId &id, const std::optional<Instant> &at);
/** Itself if there are no events up to then. */
[[nodiscard]] Result<Case> caseAt(Store &store, const Case &subject, Instant at);
/** Nothing if there are no events up to then. */
[[nodiscard]] Result<std::optional<EvaluatedCase>>
evaluatedAt(Store &store, const CaseId &id, Instant at);

} // namespace gridward
