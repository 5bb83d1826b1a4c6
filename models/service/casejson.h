// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/domain/caseevent.h"
#include "models/domain/caseprocess.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>

namespace gridward {

/** A case as scripts read it: every field, times in UTC, places as lon and lat. */
[[nodiscard]] QJsonObject toJson(const Case &subject, Instant now);
[[nodiscard]] QJsonObject toJson(const CaseEvent &event);
/** The clocks of a case, one a stage and the total: seconds by the wall clock, limit, deadline. */
[[nodiscard]] QJsonArray clocksOf(const CaseRecord &record, Instant now);
/** All of it as `gridward case STORE show ID --json` prints it: fields, events, clocks, process. */
[[nodiscard]] QJsonObject
caseShowJson(const CaseRecord &record, const QList<CaseEvent> &events, Instant now, bool simulated);
/** What it has been through, as the store keeps it. */
[[nodiscard]] QJsonObject processJson(const CaseProcess &process);

} // namespace gridward
