// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/domain/caseevent.h"

#include <QJsonArray>
#include <QJsonObject>

namespace gridward {

/** A case as scripts read it: every field, times in UTC, places as lon and lat. */
[[nodiscard]] QJsonObject toJson(const Case &subject, Instant now);
[[nodiscard]] QJsonObject toJson(const CaseEvent &event);
/** The clocks of a case: what they count, since when, until when, how they stand. */
[[nodiscard]] QJsonArray clocksOf(const Case &subject, Instant now);

} // namespace gridward
