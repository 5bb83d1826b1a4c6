// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/inboxitem.h"
#include "models/store/sqlconnection.h"

#include <QJsonObject>

#include <optional>

namespace gridward {

// Rows of the inbox as rows of SQL tables, and what a change of one is remembered by.

/** "SELECT … FROM …" with the columns in the order of readInboxItem(). */
[[nodiscard]] const QString &inboxSelect();
[[nodiscard]] InboxItem readInboxItem(const SqlStatement &row);

/** Two values, or two that are absent. */
void bindPoint(SqlStatement &statement, const std::optional<GeoPoint> &point);
void bindPoint(SqlInsert &statement, const std::optional<GeoPoint> &point);
/** Its id; empty for none. */
[[nodiscard]] QString inboxLevelText(const std::optional<CaseLevel> &level);

/** What is otherwise now, and what had been proposed. */
[[nodiscard]] QJsonObject inboxFacts(const InboxItem &before, const InboxItem &after);

} // namespace gridward
