// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/seatchoice.h"

#include "models/domain/dutyroster.h"
#include "models/domain/permission.h"
#include "models/store/accessstore.h"
#include "models/store/deputyposts.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SeatChoice)
};

/** Is there such a division or grid? All of the district is one. */
Result<bool> isArea(Store &store, const QString &code)
{
    const Result<std::optional<Division>> division = store.division(code);
    const Result<std::optional<UnitGrid>> grid = store.grid(code);
    if (!division || !grid) {
        return division ? grid.error() : division.error();
    }
    return code.isEmpty() || division.value() || grid.value();
}

/** Is it one of those posts, or a part of the area of one? */
bool isAmong(const User &wanted, const QList<User> &posts, const DivisionTree &tree)
{
    return std::ranges::any_of(posts, [&](const User &post) {
        User whole = wanted;
        whole.division = post.division;
        const bool isPart =
            post.division.isEmpty() ||
            (!wanted.division.isEmpty() && tree.isWithin(wanted.division, post.division));
        return whole == post && isPart;
    });
}

} // namespace

User localOwner()
{
    User owner;
    owner.name = u"owner"_s;
    owner.role = u"owner"_s;
    return owner;
}

Result<QList<User>> postsOf(Store &store, const User &user, Instant now)
{
    const Result<QList<UserPost>> posts = store.access().posts(user.name);
    if (!posts) {
        return posts.error();
    }
    const QDate day = localDayOf(now, timeZoneNamed(store.info().timeZone));
    QList<User> all{user};
    for (const UserPost &post : posts.value()) {
        if (post.holdsOn(day)) {
            all.append(inPost(user, post));
        }
    }
    const Result<QList<DeputyPost>> deputy = deputyPosts(store, user, day);
    if (!deputy) {
        return deputy.error();
    }
    for (const DeputyPost &one : deputy.value()) {
        if (!all.contains(one.post)) { // two of them may have the same post
            all.append(one.post);
        }
    }
    return all;
}

Result<SeatChoice>
chooseSeat(Store &store, const SeatWish &wish, const QList<User> &users, Instant now)
{
    const Result<bool> passwords = store.access().hasPasswords();
    const Result<std::shared_ptr<const AccessRules>> rules = store.access().rules();
    const Result<std::optional<QString>> login = store.access().login();
    if (!passwords || !rules || !login) {
        return !passwords ? passwords.error() : !rules ? rules.error() : login.error();
    }
    if (wish.isNobody) {
        return SeatChoice{};
    }
    // The login of a server has proved who it is, whatever name was wished for.
    const bool isProven = login.value().has_value();
    const QString name = isProven ? *login.value() : wish.user ? wish.user->name : wish.name;
    const bool trusts = store.info().trustsClaims() || isProven;
    if (!trusts && !wish.user) {
        // Where claims are not trusted, nobody is anybody without having signed in.
        return passwords.value() ? SeatChoice{} : SeatChoice{localOwner(), {localOwner()}, {}};
    }
    if (users.isEmpty() || (wish.user && wish.user->role == "owner"_L1)) {
        return passwords.value() ? SeatChoice{} : SeatChoice{localOwner(), {localOwner()}, {}};
    }
    auto found = std::ranges::find(users, name.isEmpty() ? u"admin1"_s : name, &User::name);
    if (found == users.end() && !wish.user && !isProven) {
        found = users.begin();
    }
    if (found == users.end() || found->isDisabled) {
        return SeatChoice{
            {},
            {},
            Error{ErrorCode::Refused,
                  Words::tr("The account “%1” does not exist or is disabled.").arg(name),
                  {}}};
    }
    const Result<QList<User>> posts = postsOf(store, *found, now);
    if (!posts) {
        return posts.error();
    }
    const Result<bool> known = wish.user ? isArea(store, wish.user->division) : Result<bool>(true);
    if (!known) {
        return known.error();
    }
    SeatChoice choice{*found, posts.value(), {}};
    if (wish.user && known.value() && isAmong(*wish.user, posts.value(), rules.value()->tree())) {
        choice.user = *wish.user;
    } else if (wish.user && *wish.user != *found) {
        choice.refusal = Error{ErrorCode::Refused,
                               Words::tr("%1 is no longer “%2” there; going on as “%3”.")
                                   .arg(name, wish.user->role, found->role),
                               {}};
    }
    return choice;
}

} // namespace gridward
