// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/view/casetablemodel.h"
#include "models/view/queuefilter.h"

#include <QHash>
#include <QString>

/** What the queues of the supervising axis say, in the language of the moment. */
namespace gridward::watch_words {

/** What stands over the column that says why a case is there; empty where that is the limit. */
[[nodiscard]] QString title(Watch watch);
/** Why the case is there, now: "Wang Fang, 12 min late"; `people`: names by id. Empty for what the
 * limit says already. */
[[nodiscard]] QString
text(const Case &subject, Watch watch, Instant now, const QHash<QString, QString> &people);
/** How that stands: late is Overdue. */
[[nodiscard]] CaseTableModel::HandlingClock clock(const Case &subject, Watch watch, Instant now);
/** How many times its limit it has waited, in thousandths; -1 where nothing waits. A check waits
 * from being handed in, and its limit is its own. */
[[nodiscard]] qint64
heatShare(const Case &subject, Watch watch, const HeatLimits &limits, Instant now);
/** Behind what text() says, and behind the flames of heatShare(); empty where the table has words
 * of its own. */
[[nodiscard]] QString toolTip(const Case &subject, Watch watch, Instant now);
[[nodiscard]] QString heatToolTip(const Case &subject, Watch watch, Instant now);
/** "1–3 days". */
[[nodiscard]] QString word(AgeBand band);
/** Who is told at a rung of the ladder. */
[[nodiscard]] QString tierWord(const QString &tier);

} // namespace gridward::watch_words
