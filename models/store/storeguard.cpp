// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/storeguard.h"

#include "models/domain/caseevent.h"
#include "models/domain/dutyroster.h"
#include "models/store/accessstore.h"
#include "models/store/deputyposts.h"
#include "models/store/store.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(StoreGuard)
};

Error refused(const QString &message, const QString &detail = {})
{
    return Error{ErrorCode::Refused, message, detail};
}

/** Is the acting user this one in that post, or in a part of its area? */
bool isIn(const User &acting, const User &post, const DivisionTree &tree)
{
    return acting.role == post.role && acting.organisation == post.organisation &&
           acting.person == post.person && acting.actsForAllUnits <= post.actsForAllUnits &&
           (acting.division == post.division || post.division.isEmpty() ||
            (!acting.division.isEmpty() && tree.isWithin(acting.division, post.division)));
}

} // namespace

Spot spotOf(const Case &subject)
{
    Spot spot{subject.street, subject.community, subject.grid, {}, {}};
    if (!subject.unit.isEmpty()) {
        spot.units.append(subject.unit);
    }
    if (!subject.person.isEmpty()) {
        spot.people.append(subject.person);
    }
    return spot;
}

Spot spotOf(const CaseRecord &record)
{
    Spot spot = spotOf(record.subject);
    const CaseProcess &process = record.process;
    spot.units += process.assisting;
    for (const CaseCall &call : process.calls) {
        spot.units.append(call.department);
    }
    if (process.scene && !process.scene->person.isEmpty()) {
        spot.people.append(process.scene->person);
    }
    return spot;
}

Error deniedError(const User &user, const Denied &denied)
{
    const QString permission = denied.permission();
    switch (denied.has) {
    case Reach::None:
        return refused(Words::tr("%1 (role %2) lacks the permission “%3”.")
                           .arg(user.name, denied.role, permission),
                       permission);
    case Reach::Own:
        return refused(Words::tr("%1 (role %2) has the permission “%3” for their own only.")
                           .arg(user.name, denied.role, permission),
                       permission);
    case Reach::Unit:
        return refused(Words::tr("%1 (role %2) has the permission “%3” for what is with their "
                                 "unit only.")
                           .arg(user.name, denied.role, permission),
                       permission);
    default:
        return refused(Words::tr("%1 (role %2) has the permission “%3” in the area %4 only.")
                           .arg(user.name, denied.role, permission, user.division),
                       permission);
    }
}

Error unseenError(const User &user, const Denied &denied, const QString &number)
{
    switch (denied.has) {
    case Reach::Division:
        return refused(Words::tr("Case %1 lies outside the area of %2 (%3).")
                           .arg(number, user.name, user.division),
                       denied.permission());
    case Reach::Unit:
        return refused(Words::tr("Case %1 is not with the unit of %2.").arg(number, user.name),
                       denied.permission());
    default:
        return deniedError(user, denied);
    }
}

Result<Spot> spotFor(Store &store,
                     const AccessRules &rules,
                     const User &user,
                     const CaseRecord &record,
                     const QString &action)
{
    Spot spot = spotOf(record);
    if (rules.permissions().reach(user.role, Thing::Case, action) == Reach::Own) {
        const AsProgram program(store);
        const Result<QList<CaseEvent>> events = store.cases().events(record.subject.id);
        if (!events) {
            return events.error();
        }
        if (!events.value().isEmpty()) {
            spot.people.append(events.value().first().actor);
        }
    }
    return spot;
}

void StoreGuard::actAs(std::optional<User> user, Instant now)
{
    mIsVerified = mIsVerified && user == mUser && now == mNow;
    mUser = std::move(user);
    mNow = now;
}

Result<void> StoreGuard::verify()
{
    const Result<std::shared_ptr<const AccessRules>> rules = mStore.access().rules();
    if (!rules) {
        return rules.error();
    }
    if (mIsVerified && rules.value() == mRules) {
        return {};
    }
    mRules = rules.value();
    mIsVerified = false;
    const User &acting = *mUser;
    if (acting.role == "owner"_L1) {
        const Result<bool> passwords = mStore.access().hasPasswords();
        if (!passwords) {
            return passwords.error();
        }
        if (passwords.value()) {
            return refused(Words::tr("There are accounts in this store: sign in."));
        }
        mIsVerified = true;
        return {};
    }
    const Result<std::optional<User>> known = mStore.user(acting.name);
    const Result<QList<UserPost>> posts = mStore.access().posts(acting.name);
    if (!known || !posts) {
        return known ? posts.error() : known.error();
    }
    if (!known.value() || known.value()->isDisabled) {
        return refused(
            Words::tr("The account “%1” does not exist or is disabled.").arg(acting.name));
    }
    const QDate day = localDayOf(mNow, timeZoneNamed(mStore.info().timeZone));
    const DivisionTree &tree = mRules->tree();
    mIsVerified = isIn(acting, *known.value(), tree) ||
                  std::ranges::any_of(posts.value(), [&](const UserPost &post) {
                      return post.holdsOn(day) && isIn(acting, inPost(*known.value(), post), tree);
                  });
    if (!mIsVerified) {
        const Result<QList<DeputyPost>> deputy = deputyPosts(mStore, *known.value(), day);
        if (!deputy) {
            return deputy.error();
        }
        mIsVerified = std::ranges::any_of(
            deputy.value(), [&](const DeputyPost &one) { return isIn(acting, one.post, tree); });
    }
    return mIsVerified ? Result<void>()
                       : Result<void>(refused(
                             Words::tr("%1 is no longer “%2” there. Choose a post that is theirs.")
                                 .arg(acting.name, acting.role)));
}

Result<void> StoreGuard::may(Thing thing, const QString &action)
{
    if (isOpen()) {
        return {};
    }
    if (Result<void> verified = verify(); !verified) {
        return verified;
    }
    // What lies nowhere is theirs everywhere or not at all: a part of it would be all of it.
    const Reach has = mRules->permissions().reach(mUser->role, thing, action);
    const bool isAll = has == Reach::District ||
                       (has == Reach::Division && mRules->tree().isRoot(mUser->division));
    return isAll ? Result<void>()
                 : Result<void>(deniedError(*mUser, {mUser->role, thing, action, has}));
}

Result<void> StoreGuard::may(Thing thing, const QString &action, const Spot &spot)
{
    if (isOpen()) {
        return {};
    }
    if (Result<void> verified = verify(); !verified) {
        return verified;
    }
    const std::optional<Denied> denied = mRules->denied(*mUser, thing, action, spot);
    return denied ? Result<void>(deniedError(*mUser, *denied)) : Result<void>();
}

Result<void> StoreGuard::mayAt(Thing thing, const QString &action, const QString &area)
{
    if (isOpen()) {
        return {};
    }
    Spot spot;
    spot.community = area; // a division of whatever level: its ancestors are looked up
    const Result<std::optional<UnitGrid>> grid = mStore.grid(area);
    if (!grid) {
        return grid.error();
    }
    if (grid.value()) {
        spot = {grid.value()->street, grid.value()->community, area, {}, {}};
    }
    return may(thing, action, spot);
}

Result<void> StoreGuard::mayStep(const CaseRecord &before, const CaseStep &step)
{
    if (isOpen()) {
        return {};
    }
    if (Result<void> verified = verify(); !verified) {
        return verified;
    }
    if (step.actor != mUser->name) {
        return refused(
            Words::tr("%1 cannot take a step in the name of %2.").arg(mUser->name, step.actor));
    }
    const Result<Spot> spot = spotFor(mStore, *mRules, *mUser, before, toId(step.action));
    return spot ? may(Thing::Case, toId(step.action), spot.value()) : Result<void>(spot.error());
}

Result<void> StoreGuard::mayReport(const Case &subject, const CaseStep &report)
{
    if (isOpen()) {
        return {};
    }
    if (report.actor != mUser->name) {
        return refused(
            Words::tr("%1 cannot take a step in the name of %2.").arg(mUser->name, report.actor));
    }
    Spot spot = spotOf(subject);
    spot.people.append(report.actor);
    if (!mUser->organisation.isEmpty()) {
        spot.units.append(mUser->organisation);
    }
    return may(Thing::Case, toId(report.action), spot);
}

Result<void> StoreGuard::maySee(const CaseRecord &record)
{
    if (isOpen()) {
        return {};
    }
    if (Result<void> verified = verify(); !verified) {
        return verified;
    }
    const Result<Spot> spot = spotFor(mStore, *mRules, *mUser, record, u"see"_s);
    if (!spot) {
        return spot.error();
    }
    const std::optional<Denied> denied =
        mRules->denied(*mUser, Thing::Case, u"see"_s, spot.value());
    return denied ? Result<void>(unseenError(*mUser, *denied, record.subject.number))
                  : Result<void>();
}

Result<CaseSight> StoreGuard::sight()
{
    CaseSight sight;
    if (isOpen()) {
        return sight;
    }
    if (const Result<void> verified = verify(); !verified) {
        return verified.error();
    }
    const Reach reach = mRules->permissions().reach(mUser->role, Thing::Case, u"see"_s);
    sight.isBlind = reach == Reach::None;
    if (reach == Reach::District || reach == Reach::None) {
        return sight;
    }
    if (!mRules->tree().isRoot(mUser->division)) {
        const Result<std::optional<Division>> part = mStore.division(mUser->division);
        if (!part) {
            return part.error();
        }
        if (!part.value()) {
            sight.grid = mUser->division;
        } else if (part.value()->level == "street"_L1) {
            sight.street = mUser->division; // cases have an index of streets
        } else {
            sight.divisions = mRules->tree().below(mUser->division);
        }
    }
    if (reach == Reach::Unit && !mUser->actsForAllUnits) {
        sight.onlyTheirs = true;
        sight.unit = mUser->organisation;
        sight.person = mUser->person;
    }
    if (reach == Reach::Own) {
        sight.onlyTheirs = true;
        sight.person = mUser->person;
        sight.user = mUser->name;
    }
    return sight;
}

} // namespace gridward
