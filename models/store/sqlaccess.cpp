// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sqlaccess.h"

#include "models/store/sqlaccounts.h"
#include "models/store/storeguard.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

SqlAccess::SqlAccess(SqlConnection &connection, Store &store, StoreGuard &guard, NoteChange note)
    : mConnection(connection)
    , mStore(store)
    , mGuard(guard)
    , mNote(std::move(note))
{
}

Result<void> SqlAccess::write(const QList<UserPost> &rows)
{
    if (Result<void> may = mGuard.may(Thing::Account, u"change"_s); !may) {
        return may;
    }
    return mConnection.transaction([&]() -> Result<void> {
        for (const UserPost &row : rows) {
            Result<SqlStatement> prepared = mConnection.prepare(
                u"INSERT INTO user_posts (user, role, division, organisation, valid_from, "
                "valid_to) VALUES (?, ?, ?, ?, ?, ?) "
                "ON CONFLICT (user, role, division, organisation, coalesce(valid_from, '%1')) "
                "DO UPDATE SET valid_to = excluded.valid_to"_s.arg(
                    mConnection.pick({}, u"-infinity"_s)));
            if (!prepared) {
                return prepared.error();
            }
            SqlStatement statement = std::move(prepared).value();
            statement.bind(row.user).bind(row.role).bind(row.division).bind(row.organisation);
            if (Result<void> run = statement.bind(row.from).bind(row.to).run(); !run) {
                return run;
            }
        }
        if (Result<void> left = checkAdministratorLeft(mStore); !left) {
            return left;
        }
        return mNote(u"user_posts"_s);
    });
}

Result<QList<UserPost>> SqlAccess::posts(const QString &user)
{
    Result<SqlStatement> prepared = mConnection.prepare(
        u"SELECT user, role, division, organisation, valid_from, valid_to FROM user_posts "
        "WHERE user = ? OR ? = '' ORDER BY user, role, division, organisation, valid_from"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    if (const Result<void> run = statement.bind(user).bind(user).run(); !run) {
        return run.error();
    }
    QList<UserPost> posts;
    while (statement.next()) {
        posts.append({statement.text(0),
                      statement.text(1),
                      statement.text(2),
                      statement.text(3),
                      statement.date(4),
                      statement.date(5)});
    }
    return posts;
}

Result<void> SqlAccess::write(const Permissions &permissions)
{
    if (Result<void> may = mGuard.may(Thing::Role, u"change"_s); !may) {
        return may;
    }
    return mConnection.transaction([&]() -> Result<void> {
        for (const Result<void> &step : {writeRoles(permissions), writeGrants(permissions)}) {
            if (!step) {
                return step;
            }
        }
        if (Result<void> left = checkAdministratorLeft(mStore); !left) {
            return left;
        }
        return mNote(u"gridward_grants"_s);
    });
}

Result<void> SqlAccess::writeRoles(const Permissions &permissions)
{
    if (Result<void> emptied = mConnection.execute(u"DELETE FROM gridward_roles"_s); !emptied) {
        return emptied;
    }
    for (const RoleInfo &role : permissions.roles()) {
        if (role.builtIn) {
            continue;
        }
        Result<SqlStatement> prepared = mConnection.prepare(
            u"INSERT INTO gridward_roles (role, name, name_en) VALUES (?, ?, ?)"_s);
        if (!prepared) {
            return prepared.error();
        }
        SqlStatement statement = std::move(prepared).value();
        statement.bind(role.id).bind(role.name).bind(role.nameEn);
        if (Result<void> run = statement.run(); !run) {
            return run;
        }
    }
    return {};
}

Result<void> SqlAccess::writeGrants(const Permissions &permissions)
{
    if (Result<void> emptied = mConnection.execute(u"DELETE FROM gridward_grants"_s); !emptied) {
        return emptied;
    }
    for (const Grant &grant : permissions.changes()) {
        Result<SqlStatement> prepared = mConnection.prepare(
            u"INSERT INTO gridward_grants (role, thing, action, reach) VALUES (?, ?, ?, ?)"_s);
        if (!prepared) {
            return prepared.error();
        }
        SqlStatement statement = std::move(prepared).value();
        statement.bind(grant.role).bind(toId(grant.thing)).bind(grant.action);
        if (Result<void> run = statement.bind(toId(grant.reach)).run(); !run) {
            return run;
        }
    }
    return {};
}

Result<Permissions> SqlAccess::permissions()
{
    Permissions permissions = Permissions::standard();
    Result<SqlStatement> roles =
        mConnection.prepare(u"SELECT role, name, name_en FROM gridward_roles ORDER BY role"_s);
    Result<SqlStatement> grants = mConnection.prepare(
        u"SELECT role, thing, action, reach FROM gridward_grants ORDER BY id"_s);
    if (!roles || !grants) {
        return roles ? grants.error() : roles.error();
    }
    SqlStatement role = std::move(roles).value();
    SqlStatement grant = std::move(grants).value();
    if (const Result<void> run = role.run(); !run) {
        return run.error();
    }
    while (role.next()) {
        permissions.add({role.text(0), role.text(1), role.text(2), false});
    }
    if (const Result<void> run = grant.run(); !run) {
        return run.error();
    }
    while (grant.next()) {
        const std::optional<Thing> thing = thingFromId(grant.text(1));
        const std::optional<Reach> reach = reachFromId(grant.text(3));
        if (thing && reach) { // what a newer program wrote gives nobody anything here
            permissions.set({grant.text(0), *thing, grant.text(2), *reach});
        }
    }
    return permissions;
}

Result<std::shared_ptr<const AccessRules>> SqlAccess::rules()
{
    const Result<StoreMark> mark = mStore.mark();
    if (!mark) {
        return mark.error();
    }
    QList<qint64> edition;
    for (const QString &table : {u"users"_s,
                                 u"user_posts"_s,
                                 u"gridward_grants"_s,
                                 u"gridward_passwords"_s,
                                 u"leaves"_s,
                                 u"divisions"_s,
                                 u"grids"_s}) {
        edition.append(mark.value().tables.value(table));
    }
    if (mRules && edition == mEdition) {
        return mRules;
    }
    Result<Permissions> permissions = this->permissions();
    Result<DivisionTree> tree = readTree();
    if (!permissions || !tree) {
        return permissions ? tree.error() : permissions.error();
    }
    mRules = std::make_shared<const AccessRules>(std::move(permissions).value(),
                                                 std::move(tree).value());
    mEdition = edition;
    return mRules;
}

Result<DivisionTree> SqlAccess::readTree()
{
    // Codes alone: the outlines would be most of what is read.
    Result<SqlStatement> divisions = mConnection.prepare(u"SELECT code, parent FROM divisions"_s);
    Result<SqlStatement> grids = mConnection.prepare(u"SELECT code, community FROM grids"_s);
    if (!divisions || !grids) {
        return divisions ? grids.error() : divisions.error();
    }
    SqlStatement division = std::move(divisions).value();
    SqlStatement grid = std::move(grids).value();
    if (const Result<void> run = division.run(); !run) {
        return run.error();
    }
    QList<Division> known;
    while (division.next()) {
        Division one;
        one.code = division.text(0);
        one.parent = division.text(1);
        known.append(one);
    }
    if (const Result<void> run = grid.run(); !run) {
        return run.error();
    }
    QHash<QString, QString> communities;
    while (grid.next()) {
        communities.insert(grid.text(0), grid.text(1));
    }
    return DivisionTree(known, std::move(communities));
}

Result<std::optional<QString>> SqlAccess::login()
{
    if (!mLogin && !mConnection.isServer()) {
        mLogin.emplace();
    }
    if (!mLogin) {
        const Result<QVariant> name = mConnection.scalar(u"SELECT gridward_login()"_s);
        if (!name) {
            return name.error();
        }
        mLogin = name.value().isValid() ? std::optional(name.value().toString())
                                        : std::optional<QString>();
    }
    return *mLogin;
}

Result<bool> SqlAccess::hasPasswords()
{
    const Result<std::optional<QString>> login = this->login();
    if (!login || login.value()) {
        return login ? Result<bool>(true) : Result<bool>(login.error()); // the server asked for it
    }
    if (mConnection.isServer()) {
        return false;
    }
    const Result<QVariant> count =
        mConnection.scalar(u"SELECT EXISTS (SELECT 1 FROM gridward_passwords)"_s);
    return count ? Result<bool>(count.value().toBool()) : Result<bool>(count.error());
}

} // namespace gridward
