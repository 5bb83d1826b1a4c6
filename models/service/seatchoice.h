// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/district.h"
#include "models/domain/instant.h"
#include "models/domain/result.h"
#include "models/store/store.h"

#include <QList>
#include <QString>

#include <optional>

namespace gridward {

/** As whom a seat wants to work. */
struct SeatWish
{
    QString name;             ///< claimed; empty: the first administrator
    std::optional<User> user; ///< signed in, or in another post or part of its area
    bool isNobody = false;    ///< has signed out: the store shows nothing
};

/** As whom it does. */
struct SeatChoice
{
    User user;         ///< without a name: nobody is signed in, and the store shows nothing
    QList<User> posts; ///< all that the user may act as; the user's own row first
    std::optional<Error> refusal; ///< why it is not the post that was asked for
};

/**
 * All that a user may act as at that moment: the own row, further posts in force, and those of
 * people on leave whose deputy the user is. Blocks; on the store's thread.
 */
[[nodiscard]] Result<QList<User>> postsOf(Store &store, const User &user, Instant now);

/**
 * The wish as the store allows it. On a server it is who logged in. Names are taken at their word
 * where the store trusts claims; elsewhere only who signed in is anybody, and without any password
 * the local owner. A post that ended falls back to the user's own. Blocks; on the store's thread.
 */
[[nodiscard]] Result<SeatChoice>
chooseSeat(Store &store, const SeatWish &wish, const QList<User> &users, Instant now);

/** The local owner of a store in which nobody has a password. */
[[nodiscard]] User localOwner();

} // namespace gridward
