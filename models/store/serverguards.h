// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/schemamigrations.h"
#include "models/store/sqlconnection.h"

#include <QStringList>

namespace gridward {

/**
 * Which guards of a server's store are missing, switched off or not those that these migrations
 * make, in words; the functions behind them, too. Makes temporary tables to compare with, and keeps
 * none: not inside of a transaction or a snapshot. What kept it from looking is a finding as well.
 */
[[nodiscard]] QStringList serverGuardFindings(SqlConnection &connection,
                                              const QList<Migration> &migrations);

} // namespace gridward
