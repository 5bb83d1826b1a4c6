// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/inboxport.h"

#include <QList>
#include <QString>

/** What the triage says of steps on rows, in full sentences. GUI thread. */
namespace gridward {

class InboxModel;

namespace triage_words {

/** "row 85", "rows 80, 85", "16 rows". */
[[nodiscard]] QString rows(QList<InboxId> ids);
/** What was done: the orders are of one kind, `after` the rows as they are now. */
[[nodiscard]] QString done(const InboxOrder &order, const QList<InboxItem> &after);
/** What was taken back of it, of these rows. */
[[nodiscard]] QString undone(InboxOrder::Kind kind, const QList<InboxItem> &after);
/** Why a registration or a joining of these rows is not taken back, and what to do. */
[[nodiscard]] QString whyNotUndone(const QList<InboxItem> &after);
/** Why a row cannot be registered; empty: it can. */
[[nodiscard]] QString whyNotRegistered(const InboxItem &item, const InboxModel &rows);

} // namespace triage_words

} // namespace gridward
