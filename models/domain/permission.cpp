// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/permission.h"

#include "models/domain/idtable.h"
#include "models/domain/lifecycle.h"
#include "models/domain/rights.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr std::array kThings{IdOf{Thing::Case, "case"},
                             IdOf{Thing::Personal, "personal"},
                             IdOf{Thing::Division, "division"},
                             IdOf{Thing::Place, "place"},
                             IdOf{Thing::Staff, "staff"},
                             IdOf{Thing::Roster, "roster"},
                             IdOf{Thing::Catalogue, "catalogue"},
                             IdOf{Thing::Rules, "rules"},
                             IdOf{Thing::Statistics, "statistics"},
                             IdOf{Thing::Account, "account"},
                             IdOf{Thing::Role, "role"},
                             IdOf{Thing::Audit, "audit"},
                             IdOf{Thing::Store, "store"}};

constexpr std::array kReaches{IdOf{Reach::None, "none"},
                              IdOf{Reach::Own, "own"},
                              IdOf{Reach::Unit, "unit"},
                              IdOf{Reach::Division, "division"},
                              IdOf{Reach::District, "district"}};

/** A line of the table of what the roles may do besides the steps of cases. */
struct Standard
{
    Thing thing;
    const char *action;
    Reach reach;
    Roles roles;
};

// Everybody who works here may know the ground, the people on duty and the rules: of the ground
// that is no permission, for without it there is no map. Who sees a case beyond their own part
// needs Reach::District, which nobody has from the start: a user without a division has the whole
// district as his part. Administrators look after accounts and see no caller or household; whoever
// opens one does so for a purpose, which is written down.
constexpr Roles kEverybody{Role::Acceptor,
                           Role::Filer,
                           Role::Dispatcher,
                           Role::Handler,
                           Role::Street,
                           Role::Checker,
                           Role::Supervisor,
                           Role::Analyst,
                           Role::Leader,
                           Role::Admin};
constexpr Roles kOffice{Role::Acceptor,
                        Role::Filer,
                        Role::Dispatcher,
                        Role::Street,
                        Role::Checker,
                        Role::Supervisor,
                        Role::Analyst,
                        Role::Leader,
                        Role::Admin};

constexpr std::array kStandard{
    Standard{Thing::Case, "see", Reach::Division, kOffice},
    Standard{Thing::Case, "see", Reach::Unit, {Role::Handler}},
    Standard{Thing::Case, "print", Reach::Division, kOffice},
    Standard{Thing::Case, "print", Reach::Unit, {Role::Handler}},
    Standard{Thing::Case,
             "export",
             Reach::Division,
             {Role::Dispatcher,
              Role::Street,
              Role::Supervisor,
              Role::Analyst,
              Role::Leader,
              Role::Admin}},
    Standard{Thing::Case, "import", Reach::District, {Role::Admin}},
    // Which closed cases are looked at again is drawn by who supervises, never by who works.
    Standard{Thing::Case, "sample", Reach::Division, {Role::Supervisor}},
    Standard{Thing::Case, "recheck", Reach::Division, {Role::Checker, Role::Supervisor}},
    Standard{Thing::Personal,
             "open",
             Reach::Division,
             {Role::Acceptor, Role::Filer, Role::Checker, Role::Street, Role::Supervisor}},
    Standard{Thing::Personal, "open", Reach::Unit, {Role::Handler}},
    Standard{Thing::Personal, "change", Reach::Division, {Role::Acceptor, Role::Street}},
    Standard{Thing::Personal, "import", Reach::District, {Role::Admin}},
    Standard{Thing::Division, "change", Reach::District, {Role::Admin}},
    Standard{Thing::Division, "export", Reach::District, kOffice},
    Standard{Thing::Division, "print", Reach::District, kEverybody},
    Standard{Thing::Place, "change", Reach::District, {Role::Admin}},
    Standard{Thing::Place, "export", Reach::District, kOffice},
    Standard{Thing::Staff, "see", Reach::District, kEverybody},
    Standard{Thing::Staff, "change", Reach::District, {Role::Admin}},
    Standard{Thing::Staff, "change", Reach::Division, {Role::Street}},
    Standard{Thing::Staff, "export", Reach::Division, {Role::Street, Role::Leader, Role::Admin}},
    Standard{Thing::Roster, "see", Reach::District, kEverybody},
    Standard{
        Thing::Roster, "change", Reach::Division, {Role::Street, Role::Supervisor, Role::Admin}},
    Standard{Thing::Roster, "hand-over", Reach::Division, kOffice},
    Standard{Thing::Roster, "export", Reach::Division, kOffice},
    Standard{Thing::Catalogue, "see", Reach::District, kEverybody},
    Standard{Thing::Catalogue, "change", Reach::District, {Role::Admin}},
    Standard{Thing::Catalogue, "export", Reach::District, kOffice},
    Standard{Thing::Rules, "see", Reach::District, kEverybody},
    Standard{Thing::Rules, "change", Reach::District, {Role::Admin}},
    Standard{Thing::Statistics,
             "see",
             Reach::Division,
             {Role::Dispatcher,
              Role::Street,
              Role::Checker,
              Role::Supervisor,
              Role::Analyst,
              Role::Leader,
              Role::Admin}},
    Standard{Thing::Statistics,
             "export",
             Reach::Division,
             {Role::Street, Role::Supervisor, Role::Analyst, Role::Leader, Role::Admin}},
    Standard{Thing::Statistics,
             "print",
             Reach::Division,
             {Role::Street, Role::Supervisor, Role::Analyst, Role::Leader, Role::Admin}},
    Standard{Thing::Account, "see", Reach::District, {Role::Admin}},
    Standard{Thing::Account, "change", Reach::District, {Role::Admin}},
    Standard{Thing::Role, "see", Reach::District, {Role::Admin, Role::Leader}},
    Standard{Thing::Role, "change", Reach::District, {Role::Admin}},
    Standard{Thing::Audit, "see", Reach::District, {Role::Admin, Role::Leader}},
    Standard{Thing::Audit, "export", Reach::District, {Role::Admin}},
    Standard{Thing::Store, "change", Reach::District, {Role::Admin}},
    Standard{Thing::Store, "back-up", Reach::District, {Role::Admin}},
};

/** The reach of a role over a step of a case: handlers work on what their unit has. */
Reach stepReach(Role role, CaseAction action)
{
    if (!mayDo(role, action)) {
        return Reach::None;
    }
    switch (action) {
    case CaseAction::Answer: // by the call or the scene, not by the unit: decide() looks at those
    case CaseAction::Arrive:
    case CaseAction::Checkin:
    case CaseAction::Handover:
        return Reach::Division;
    default:
        return role == Role::Handler ? Reach::Unit : Reach::Division;
    }
}

QStringList stepIds()
{
    QStringList ids;
    for (const QString &id : caseActionIds()) {
        const std::optional<CaseAction> action = caseActionFromId(id);
        const bool byHand = action && std::ranges::any_of(roleIds(), [&](const QString &role) {
                                return role != "owner"_L1 && mayDo(role, *action);
                            });
        if (byHand) {
            ids.append(id);
        }
    }
    return ids;
}

} // namespace

QString toId(Thing thing)
{
    return idIn(kThings, thing);
}

QString toId(Reach reach)
{
    return idIn(kReaches, reach);
}

std::optional<Thing> thingFromId(QStringView id)
{
    return valueIn(kThings, id);
}

std::optional<Reach> reachFromId(QStringView id)
{
    return valueIn(kReaches, id);
}

QList<Thing> allThings()
{
    QList<Thing> things;
    for (const auto &entry : kThings) {
        things.append(entry.value);
    }
    return things;
}

QList<Reach> allReaches()
{
    QList<Reach> reaches;
    for (const auto &entry : kReaches) {
        reaches.append(entry.value);
    }
    return reaches;
}

QStringList actionsOn(Thing thing)
{
    QStringList actions;
    for (const Standard &line : kStandard) {
        const QString action = QString::fromLatin1(line.action);
        if (line.thing == thing && !actions.contains(action)) {
            actions.append(action);
        }
    }
    if (thing == Thing::Case) {
        static const QStringList kSteps = stepIds();
        actions += kSteps;
    }
    return actions;
}

User inPost(User user, const UserPost &post)
{
    user.role = post.role;
    user.division = post.division;
    user.organisation = post.organisation;
    user.actsForAllUnits = false;
    return user;
}

Permissions Permissions::standard()
{
    static const Permissions kMade = [] {
        Permissions made;
        for (const QString &id : roleIds()) {
            if (id != "owner"_L1) {
                made.mRoles.append({id, {}, {}, true});
            }
        }
        for (const Standard &line : kStandard) {
            for (const RoleInfo &role : std::as_const(made.mRoles)) {
                if (line.roles.contains(*roleFromId(role.id))) {
                    made.set({role.id, line.thing, QString::fromLatin1(line.action), line.reach});
                }
            }
        }
        for (const RoleInfo &role : std::as_const(made.mRoles)) {
            for (const QString &step : stepIds()) {
                made.set({role.id,
                          Thing::Case,
                          step,
                          stepReach(*roleFromId(role.id), *caseActionFromId(step))});
            }
        }
        return made;
    }();
    return kMade;
}

Reach Permissions::reach(const QString &role, Thing thing, const QString &action) const
{
    if (role == "owner"_L1) {
        return Reach::District;
    }
    const auto found = mReaches.find({role, thing, action});
    return found == mReaches.end() ? Reach::None : found->second;
}

void Permissions::set(const Grant &grant)
{
    const Key key{grant.role, grant.thing, grant.action};
    if (grant.reach == Reach::None) {
        mReaches.erase(key);
    } else {
        mReaches[key] = grant.reach;
    }
}

void Permissions::add(const RoleInfo &role)
{
    const auto known = std::ranges::find(mRoles, role.id, &RoleInfo::id);
    if (known == mRoles.end()) {
        mRoles.append(role);
    } else if (!known->builtIn) {
        *known = role;
    }
}

bool Permissions::hasRole(const QString &id) const
{
    return std::ranges::find(mRoles, id, &RoleInfo::id) != mRoles.end();
}

QList<Grant> Permissions::changes() const
{
    const Permissions standard = Permissions::standard();
    std::map<Key, Reach> differing;
    for (const auto &[key, reach] : mReaches) {
        const auto before = standard.mReaches.find(key);
        if (before == standard.mReaches.end() || before->second != reach) {
            differing[key] = reach;
        }
    }
    for (const auto &[key, reach] : standard.mReaches) {
        if (!mReaches.contains(key)) {
            differing[key] = Reach::None;
        }
    }
    QList<Grant> changes;
    for (const auto &[key, reach] : differing) {
        changes.append({std::get<0>(key), std::get<1>(key), std::get<2>(key), reach});
    }
    return changes;
}

DivisionTree::DivisionTree(const QList<Division> &divisions,
                           QHash<QString, QString> communityOfGrid)
    : mCommunities(std::move(communityOfGrid))
{
    for (const Division &division : divisions) {
        mParents.insert(division.code, division.parent);
    }
}

bool DivisionTree::isRoot(const QString &code) const
{
    return code.isEmpty() || (mParents.contains(code) && mParents.value(code).isEmpty());
}

bool DivisionTree::isWithin(const QString &code, const QString &division) const
{
    if (isRoot(division)) {
        return true;
    }
    if (code == division) {
        return true;
    }
    QString at = mCommunities.value(code, code);
    for (qsizetype steps = 0; !at.isEmpty() && steps <= mParents.size(); ++steps) {
        if (at == division) {
            return true;
        }
        at = mParents.value(at);
    }
    return false;
}

QStringList DivisionTree::below(const QString &division) const
{
    QStringList found;
    for (auto it = mParents.cbegin(); it != mParents.cend(); ++it) {
        if (isWithin(it.key(), division)) {
            found.append(it.key());
        }
    }
    found.sort();
    return found;
}

bool DivisionTree::holds(const QString &division, const Spot &spot) const
{
    return isRoot(division) || spot.grid == division || isWithin(spot.community, division) ||
           isWithin(spot.street, division);
}

QString Denied::permission() const
{
    return toId(thing) + u':' + action;
}

AccessRules::AccessRules(Permissions permissions, DivisionTree tree)
    : mPermissions(std::move(permissions))
    , mTree(std::move(tree))
{
}

std::optional<Denied>
AccessRules::denied(const User &user, Thing thing, const QString &action) const
{
    if (mPermissions.reach(user.role, thing, action) != Reach::None) {
        return std::nullopt;
    }
    return Denied{user.role, thing, action, Reach::None};
}

std::optional<Denied>
AccessRules::denied(const User &user, Thing thing, const QString &action, const Spot &spot) const
{
    const Reach has = mPermissions.reach(user.role, thing, action);
    const bool isOwn = spot.people.contains(user.name) ||
                       (!user.person.isEmpty() && spot.people.contains(user.person));
    const bool isOfUnit = isOwn || user.actsForAllUnits ||
                          (!user.organisation.isEmpty() && spot.units.contains(user.organisation));
    const bool isThere = mTree.holds(user.division, spot);
    const bool allowed = has == Reach::District || (has == Reach::Division && isThere) ||
                         (has == Reach::Unit && isThere && isOfUnit) ||
                         (has == Reach::Own && isThere && isOwn);
    return allowed ? std::nullopt : std::optional(Denied{user.role, thing, action, has});
}

} // namespace gridward
