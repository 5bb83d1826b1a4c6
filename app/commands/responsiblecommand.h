// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/commandio.h"
#include "models/service/responsibility.h"

#include <QJsonArray>
#include <QJsonObject>

namespace gridward {

/** `gridward case STORE responsible --at LON,LAT`: who is responsible there. All arguments of
 * `case`. */
[[nodiscard]] ExitStatus runResponsible(const QStringList &arguments);

/** Proposals as scripts read them: each with its reasons, best first. */
[[nodiscard]] QJsonObject toJson(const UnitProposal &proposal);
[[nodiscard]] QJsonObject toJson(const PersonProposal &proposal);
/** Who of its unit could handle a case; empty unless it is there. */
[[nodiscard]] Result<QJsonArray> assigneesOf(Store &store, const Case &subject, Instant now);

} // namespace gridward
