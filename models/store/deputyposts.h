// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/district.h"
#include "models/domain/result.h"

#include <QDate>
#include <QList>

namespace gridward {

class Store;

/** What a user may act as that day for somebody on leave. */
struct DeputyPost
{
    User post;      ///< the user, in the post of the absent
    QString absent; ///< the person who is away
    QDate until;    ///< the last day of the leave
};

/**
 * The posts of those who are away that day and for whom the user's person acts: what their users
 * have by their own row and by further posts in force; accounts that are disabled give nothing.
 * Asks the tables, not the rights. Blocks; on the store's thread.
 */
[[nodiscard]] Result<QList<DeputyPost>> deputyPosts(Store &store, const User &user, QDate day);

} // namespace gridward
