// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/accessdesk.h"

#include "models/service/signindesk.h"
#include "models/store/accessstore.h"
#include "models/store/auditstore.h"
#include "models/store/storeguard.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AccessDesk)
};

constexpr int kMostCounted = 10'000;
constexpr qsizetype kLongestName = 64;

Error refused(const QString &message)
{
    return Error{ErrorCode::Refused, message, {}};
}

Error wrong(const QString &message)
{
    return Error{ErrorCode::InvalidInput, message, {}};
}

/** Does it lie somewhere, so that it can be granted for a part of the district? */
bool hasPlace(Thing thing, const QString &action)
{
    switch (thing) {
    case Thing::Case:
        return action != "import"_L1;
    case Thing::Personal:
    case Thing::Statistics:
        return true;
    case Thing::Staff:
    case Thing::Roster:
        return action != "see"_L1;
    default:
        return false;
    }
}

/** Letters, digits and a few signs: what can be typed everywhere, and is no option. */
bool isName(const QString &name)
{
    static const QRegularExpression kName(u"^[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]*$"_s);
    return name.size() <= kLongestName && kName.match(name).hasMatch();
}

} // namespace

QList<PreviewLine> previewLines(const AccessRules &rules, const User &user, const Spot &place)
{
    // Something there that is not theirs, and something there that is as much theirs as can be.
    Spot theirs = place;
    theirs.units.append(user.organisation);
    theirs.people.append(user.name);
    QList<PreviewLine> lines;
    for (const Thing thing : allThings()) {
        for (const QString &action : actionsOn(thing)) {
            PreviewLine line{thing, action, Reach::None, false, false};
            line.reach = rules.permissions().reach(user.role, thing, action);
            line.isHere = !rules.denied(user, thing, action, place);
            line.isPartly = !line.isHere && !rules.denied(user, thing, action, theirs);
            lines.append(line);
        }
    }
    return lines;
}

AccessDesk::AccessDesk(Store &store, const Clock &clock, User actor, QString origin)
    : mStore(store)
    , mClock(clock)
    , mActor(std::move(actor))
    , mOrigin(std::move(origin))
{
}

Result<void> AccessDesk::may(Thing thing, const QString &action)
{
    const Result<std::shared_ptr<const AccessRules>> rules = mStore.access().rules();
    if (!rules) {
        return rules.error();
    }
    const std::optional<Denied> denied = rules.value()->denied(mActor, thing, action);
    return denied ? Result<void>(deniedError(mActor, *denied)) : Result<void>();
}

Result<AccessPicture> AccessDesk::read()
{
    // Roles and accounts are read together: who may see one of them sees what both pages need.
    if (const Result<void> allowed = may(Thing::Account, u"see"_s); !allowed) {
        if (const Result<void> roles = may(Thing::Role, u"see"_s); !roles) {
            return allowed.error();
        }
    }
    AccessPicture picture;
    const Result<void> done = mStore.snapshot([&]() -> Result<void> {
        Result<QList<User>> users = mStore.users();
        Result<QList<UserPost>> posts = mStore.access().posts({});
        Result<Permissions> permissions = mStore.access().permissions();
        const Result<bool> passwords = mStore.access().hasPasswords();
        if (!users || !posts) {
            return users ? posts.error() : users.error();
        }
        if (!permissions || !passwords) {
            return permissions ? passwords.error() : permissions.error();
        }
        picture = {std::move(users).value(),
                   std::move(posts).value(),
                   std::move(permissions).value(),
                   {},
                   passwords.value()};
        for (const User &user : std::as_const(picture.users)) {
            const Result<std::optional<Person>> person = mStore.person(user.person);
            if (!person) {
                return person.error();
            }
            if (person.value()) {
                picture.people.insert(user.person, person.value()->name);
            }
        }
        return {};
    });
    return done ? Result<AccessPicture>(picture) : Result<AccessPicture>(done.error());
}

Result<void> AccessDesk::checkNames(const QString &division, const QString &organisation)
{
    if (!division.isEmpty()) {
        const Result<std::optional<Division>> known = mStore.division(division);
        const Result<std::optional<UnitGrid>> grid = mStore.grid(division);
        if (!known || !grid) {
            return known ? grid.error() : known.error();
        }
        if (!known.value() && !grid.value()) {
            return wrong(
                Words::tr("There is no division or grid “%1” in this store.").arg(division));
        }
    }
    if (!organisation.isEmpty()) {
        const Result<QList<Organisation>> all = mStore.organisations();
        if (!all) {
            return all.error();
        }
        if (std::ranges::find(all.value(), organisation, &Organisation::code) ==
            all.value().end()) {
            return wrong(
                Words::tr("There is no organisation “%1” in this store.").arg(organisation));
        }
    }
    return {};
}

Result<void> AccessDesk::checkUser(const User &user)
{
    if (!isUserName(user.name)) {
        return wrong(Words::tr("A user's name has 2 to 64 letters, digits, dots, hyphens or "
                               "underscores, and begins with a letter or digit."));
    }
    const Result<Permissions> permissions = mStore.access().permissions();
    if (!permissions) {
        return permissions.error();
    }
    if (!permissions.value().hasRole(user.role)) {
        QStringList ids;
        for (const RoleInfo &known : permissions.value().roles()) {
            ids.append(known.id);
        }
        return wrong(Words::tr("There is no role “%1”. The roles are: %2")
                         .arg(user.role, ids.join(u", "_s)));
    }
    if (!user.person.isEmpty()) {
        const Result<std::optional<Person>> person = mStore.person(user.person);
        if (!person) {
            return person.error();
        }
        if (!person.value()) {
            return wrong(Words::tr("There is no person “%1” in this store.").arg(user.person));
        }
    }
    return checkNames(user.division, user.organisation);
}

Result<void> AccessDesk::checkKeeper(const QList<User> &users, const Permissions &permissions)
{
    const Result<bool> passwords = mStore.access().hasPasswords();
    if (!passwords) {
        return passwords.error();
    }
    if (!passwords.value() && !mStore.info().trustsClaims()) {
        return {}; // the local owner may do everything, whoever else is there
    }
    // A post may end by itself; the row of a user does not.
    const bool anybody = std::ranges::any_of(users, [&](const User &user) {
        return !user.isDisabled &&
               permissions.reach(user.role, Thing::Account, u"change"_s) == Reach::District &&
               permissions.reach(user.role, Thing::Role, u"change"_s) == Reach::District;
    });
    return anybody || users.isEmpty()
               ? Result<void>()
               : Result<void>(refused(Words::tr(
                     "Nobody would be left who may change accounts and rights. Give that to "
                     "somebody else first.")));
}

Result<void> AccessDesk::note(AuditKind kind, const QString &subject, const QJsonObject &facts)
{
    return mStore.audit().append({mClock.now(), mActor.name, mOrigin, kind, subject, facts});
}

Result<void> AccessDesk::save(const User &user)
{
    if (Result<void> allowed = may(Thing::Account, u"change"_s); !allowed) {
        return allowed;
    }
    return mStore.transaction([&]() -> Result<void> {
        Result<QList<User>> read = mStore.users();
        if (!read) {
            return read.error();
        }
        QList<User> users = std::move(read).value();
        const auto known = std::ranges::find(users, user.name, &User::name);
        QJsonObject facts{{u"role"_s, user.role}};
        const bool wasDisabled = known != users.end() && known->isDisabled;
        if (known != users.end()) {
            if (*known == user) {
                return {};
            }
            facts.insert(u"before"_s, known->role);
            *known = user;
        } else {
            facts.insert(u"new"_s, true);
            users.append(user);
        }
        if (user.isDisabled || wasDisabled) {
            facts.insert(u"disabled"_s, user.isDisabled);
        }
        if (!user.division.isEmpty()) {
            facts.insert(u"division"_s, user.division);
        }
        if (!user.organisation.isEmpty()) {
            facts.insert(u"organisation"_s, user.organisation);
        }
        const Result<Permissions> permissions = mStore.access().permissions();
        if (!permissions) {
            return permissions.error();
        }
        for (const Result<void> &step : {checkUser(user),
                                         checkKeeper(users, permissions.value()),
                                         mStore.write(QList<User>{user})}) {
            if (!step) {
                return step;
            }
        }
        return note(AuditKind::Account, user.name, facts);
    });
}

Result<void> AccessDesk::save(const UserPost &post)
{
    if (Result<void> allowed = may(Thing::Account, u"change"_s); !allowed) {
        return allowed;
    }
    return mStore.transaction([&]() -> Result<void> {
        const Result<std::optional<User>> user = mStore.user(post.user);
        if (!user) {
            return user.error();
        }
        if (!user.value()) {
            return wrong(Words::tr("There is no user “%1” in this store.").arg(post.user));
        }
        if (post.to.isValid() && post.from.isValid() && post.to < post.from.addDays(-1)) {
            return wrong(Words::tr("A post cannot end (%1) before it begins (%2).")
                             .arg(post.to.toString(Qt::ISODate), post.from.toString(Qt::ISODate)));
        }
        for (const Result<void> &step : {checkUser(inPost(*user.value(), post)),
                                         mStore.access().write(QList<UserPost>{post})}) {
            if (!step) {
                return step;
            }
        }
        return note(AuditKind::Account,
                    post.user,
                    {{u"post"_s, post.role},
                     {u"division"_s, post.division},
                     {u"organisation"_s, post.organisation},
                     {u"from"_s, post.from.toString(Qt::ISODate)},
                     {u"to"_s, post.to.toString(Qt::ISODate)}});
    });
}

Result<void>
AccessDesk::write(const Permissions &permissions, const QString &subject, const QJsonObject &facts)
{
    const Result<QList<User>> users = mStore.users();
    if (!users) {
        return users.error();
    }
    for (const Result<void> &step :
         {checkKeeper(users.value(), permissions), mStore.access().write(permissions)}) {
        if (!step) {
            return step;
        }
    }
    return note(AuditKind::Permission, subject, facts);
}

Result<void> AccessDesk::set(const Grant &grant)
{
    if (Result<void> allowed = may(Thing::Role, u"change"_s); !allowed) {
        return allowed;
    }
    if (!actionsOn(grant.thing).contains(grant.action)) {
        return wrong(
            Words::tr("There is no permission “%1:%2”.").arg(toId(grant.thing), grant.action));
    }
    if (!hasPlace(grant.thing, grant.action) && grant.reach != Reach::None &&
        grant.reach != Reach::District) {
        return wrong(Words::tr("“%1:%2” has no place: it can be granted everywhere (district) or "
                               "not at all (none).")
                         .arg(toId(grant.thing), grant.action));
    }
    return mStore.transaction([&]() -> Result<void> {
        Result<Permissions> read = mStore.access().permissions();
        if (!read) {
            return read.error();
        }
        Permissions permissions = std::move(read).value();
        if (!permissions.hasRole(grant.role)) {
            return wrong(Words::tr("There is no role “%1” in this store.").arg(grant.role));
        }
        const Reach before = permissions.reach(grant.role, grant.thing, grant.action);
        if (before == grant.reach) {
            return {};
        }
        permissions.set(grant);
        return write(permissions,
                     grant.role,
                     {{u"permission"_s, toId(grant.thing) + u':' + grant.action},
                      {u"before"_s, toId(before)},
                      {u"after"_s, toId(grant.reach)}});
    });
}

Result<void> AccessDesk::reset(const QString &role)
{
    if (Result<void> allowed = may(Thing::Role, u"change"_s); !allowed) {
        return allowed;
    }
    return mStore.transaction([&]() -> Result<void> {
        Result<Permissions> read = mStore.access().permissions();
        if (!read) {
            return read.error();
        }
        Permissions permissions = std::move(read).value();
        if (!permissions.hasRole(role)) {
            return wrong(Words::tr("There is no role “%1” in this store.").arg(role));
        }
        const Permissions standard = Permissions::standard();
        for (const Thing thing : allThings()) {
            for (const QString &action : actionsOn(thing)) {
                permissions.set({role, thing, action, standard.reach(role, thing, action)});
            }
        }
        return write(permissions, role, {{u"reset"_s, true}});
    });
}

Result<void> AccessDesk::add(const RoleInfo &role)
{
    if (Result<void> allowed = may(Thing::Role, u"change"_s); !allowed) {
        return allowed;
    }
    if (!isName(role.id) || role.id == "owner"_L1 || role.id == "system"_L1) {
        return wrong(Words::tr("“%1” is no id for a role: up to %2 letters and digits, with "
                               ". _ @ - between them.")
                         .arg(role.id)
                         .arg(kLongestName));
    }
    if (role.name.trimmed().isEmpty()) {
        return wrong(Words::tr("Give the role “%1” a name.").arg(role.id));
    }
    return mStore.transaction([&]() -> Result<void> {
        Result<Permissions> read = mStore.access().permissions();
        if (!read) {
            return read.error();
        }
        Permissions permissions = std::move(read).value();
        if (permissions.hasRole(role.id)) {
            return Error{
                ErrorCode::Conflict, Words::tr("There is a role “%1” already.").arg(role.id), {}};
        }
        permissions.add({role.id, role.name.trimmed(), role.nameEn.trimmed(), false});
        return write(permissions, role.id, {{u"new"_s, true}, {u"name"_s, role.name.trimmed()}});
    });
}

Result<AccessPreview> AccessDesk::preview(const User &user, const QString &place)
{
    if (const Result<void> allowed = may(Thing::Account, u"see"_s); !allowed) {
        return allowed.error();
    }
    if (const Result<void> known = checkNames(place, {}); !known) {
        return known.error();
    }
    const Result<std::shared_ptr<const AccessRules>> rules = mStore.access().rules();
    const Result<std::optional<UnitGrid>> grid = mStore.grid(place);
    if (!rules || !grid) {
        return rules ? grid.error() : rules.error();
    }
    Spot spot;
    spot.community = place;
    if (grid.value()) {
        spot = {grid.value()->street, grid.value()->community, place, {}, {}};
    }
    AccessPreview preview{user, place, previewLines(*rules.value(), user, spot), 0};
    // Counted as the store would show them to that user.
    const std::optional<User> before = mStore.acting();
    const Instant beforeAt = mStore.actingAt();
    mStore.actAs(user, mClock.now());
    CaseQuery query;
    query.openOnly = true;
    query.limit = kMostCounted;
    const Result<QList<Case>> open = mStore.cases().list(query);
    mStore.actAs(before, beforeAt);
    if (!open) {
        return open.error();
    }
    const DivisionTree &tree = rules.value()->tree();
    preview.openCases = static_cast<int>(std::ranges::count_if(
        open.value(), [&](const Case &one) { return tree.holds(place, spotOf(one)); }));
    return preview;
}

} // namespace gridward
