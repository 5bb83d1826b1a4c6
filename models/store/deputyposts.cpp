// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/deputyposts.h"

#include "models/domain/permission.h"
#include "models/domain/staffing.h"
#include "models/store/accessstore.h"
#include "models/store/staffstore.h"
#include "models/store/store.h"

namespace gridward {

namespace {

User inPostOf(const User &user, const User &absent)
{
    User post = user;
    post.role = absent.role;
    post.division = absent.division;
    post.organisation = absent.organisation;
    post.actsForAllUnits = absent.actsForAllUnits;
    return post;
}

} // namespace

Result<QList<DeputyPost>> deputyPosts(Store &store, const User &user, QDate day)
{
    if (user.person.isEmpty()) {
        return QList<DeputyPost>();
    }
    const Result<QList<Leave>> leaves = store.staff().leaves(day, day);
    if (!leaves) {
        return leaves.error();
    }
    const LeaveBook book(leaves.value());
    const QStringList absent = book.absentFor(user.person, day);
    if (absent.isEmpty()) {
        return QList<DeputyPost>();
    }
    const Result<QList<User>> users = store.users();
    if (!users) {
        return users.error();
    }
    QList<DeputyPost> posts;
    for (const User &other : users.value()) {
        if (other.isDisabled || other.name == user.name || !absent.contains(other.person)) {
            continue;
        }
        const Result<QList<UserPost>> further = store.access().posts(other.name);
        if (!further) {
            return further.error();
        }
        const QDate until = book.leaveOf(other.person, day)->to;
        posts.append({inPostOf(user, other), other.person, until});
        for (const UserPost &post : further.value()) {
            if (post.holdsOn(day)) {
                posts.append({inPostOf(user, inPost(other, post)), other.person, until});
            }
        }
    }
    return posts;
}

} // namespace gridward
