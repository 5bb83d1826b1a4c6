// SPDX-License-Identifier: GPL-3.0-or-later
// `gridward admin role STORE …`: roles, what they may do, and what somebody can do somewhere.
#include "app/commands/admincommand.h"
#include "app/commands/commandactor.h"
#include "models/service/accessdesk.h"
#include "models/store/accessstore.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AdminRoleCommand)
};

QString idOf(const Grant &grant)
{
    return toId(grant.thing) + u':' + grant.action;
}

/** "case:file" in its two parts; InvalidInput if there is no such permission. */
Result<std::pair<Thing, QString>> permissionFrom(const QString &text)
{
    const std::optional<Thing> thing = thingFromId(text.section(u':', 0, 0));
    const QString action = text.section(u':', 1);
    if (!thing || !actionsOn(*thing).contains(action)) {
        QStringList things;
        for (const Thing one : allThings()) {
            things.append(toId(one));
        }
        return Error{ErrorCode::InvalidInput,
                     thing ? Words::tr("“%1” is no permission. Of %2 there are: %3")
                                 .arg(text, toId(*thing), actionsOn(*thing).join(u", "_s))
                           : Words::tr("“%1” is no permission: it is a kind of thing and an "
                                       "action, such as case:file. Things: %2")
                                 .arg(text, things.join(u", "_s)),
                     {}};
    }
    return std::pair(*thing, action);
}

ExitStatus listRoles(AccessDesk &desk, bool json)
{
    const Result<AccessPicture> picture = desk.read();
    if (!picture) {
        return failWith(picture.error());
    }
    QJsonArray roles;
    for (const RoleInfo &role : picture.value().permissions.roles()) {
        const auto users = std::ranges::count(picture.value().users, role.id, &User::role);
        if (json) {
            roles.append(QJsonObject{{u"id"_s, role.id},
                                     {u"name"_s, role.name},
                                     {u"name_en"_s, role.nameEn},
                                     {u"built_in"_s, role.builtIn},
                                     {u"users"_s, static_cast<qint64>(users)}});
        } else {
            printText(u"%1  %2  %3"_s.arg(role.id).arg(users).arg(role.name));
        }
    }
    if (json) {
        printJson(QJsonDocument(roles));
    }
    return ExitStatus::Done;
}

ExitStatus showRole(AccessDesk &desk, const QString &role, bool json)
{
    const Result<AccessPicture> picture = desk.read();
    if (!picture) {
        return failWith(picture.error());
    }
    const Permissions &permissions = picture.value().permissions;
    if (!permissions.hasRole(role)) {
        return wrongUsage(Words::tr("There is no role “%1” in this store.").arg(role));
    }
    QJsonObject grants;
    for (const Thing thing : allThings()) {
        for (const QString &action : actionsOn(thing)) {
            const Grant grant{role, thing, action, permissions.reach(role, thing, action)};
            if (json) {
                grants.insert(idOf(grant), toId(grant.reach));
            } else if (grant.reach != Reach::None) {
                printText(u"%1  %2"_s.arg(idOf(grant), toId(grant.reach)));
            }
        }
    }
    if (json) {
        printJson(QJsonDocument(QJsonObject{{u"id"_s, role}, {u"permissions"_s, grants}}));
    }
    return ExitStatus::Done;
}

ExitStatus done(const Result<void> &result)
{
    return result ? ExitStatus::Done : failWith(result.error());
}

ExitStatus grantRole(AccessDesk &desk, const CommandArguments &arguments)
{
    const Result<std::pair<Thing, QString>> permission = permissionFrom(arguments.at(3));
    if (!permission) {
        return wrongUsage(permission.error().message);
    }
    const std::optional<Reach> reach = reachFromId(arguments.at(4));
    if (!reach) {
        QStringList reaches;
        for (const Reach one : allReaches()) {
            reaches.append(toId(one));
        }
        return wrongUsage(Words::tr("How far must be one of: %1").arg(reaches.join(u", "_s)));
    }
    return done(
        desk.set({arguments.at(2), permission.value().first, permission.value().second, *reach}));
}

ExitStatus preview(AccessDesk &desk, Store &store, const CommandArguments &arguments)
{
    const Result<std::optional<User>> user = store.user(arguments.at(2));
    if (!user) {
        return failWith(user.error());
    }
    if (!user.value()) {
        return wrongUsage(Words::tr("There is no user “%1” in this store.").arg(arguments.at(2)));
    }
    const Result<AccessPreview> read = desk.preview(*user.value(), arguments.value("in"));
    if (!read) {
        return failWith(read.error());
    }
    QJsonArray lines;
    for (const PreviewLine &line : read.value().lines) {
        const QString id = toId(line.thing) + u':' + line.action;
        const QString how = line.isHere ? u"yes"_s : line.isPartly ? toId(line.reach) : u"no"_s;
        if (arguments.has("json")) {
            lines.append(QJsonObject{{u"permission"_s, id}, {u"here"_s, how}});
        } else if (how != "no"_L1) {
            printText(u"%1  %2"_s.arg(id, how));
        }
    }
    if (arguments.has("json")) {
        printJson(QJsonDocument(QJsonObject{{u"user"_s, read.value().user.name},
                                            {u"role"_s, read.value().user.role},
                                            {u"in"_s, read.value().place},
                                            {u"open_cases"_s, read.value().openCases},
                                            {u"permissions"_s, lines}}));
    }
    return ExitStatus::Done;
}

} // namespace

ExitStatus runAdminRole(const QStringList &arguments)
{
    const Result<CommandArguments> parsed = CommandArguments::parse(
        arguments,
        withActor({{"in", "CODE"}, {"name", "NAME"}, {"name-en", "NAME"}, {"json"}}),
        2,
        5);
    if (!parsed) {
        return wrongUsage(parsed.error().message);
    }
    const CommandArguments &given = parsed.value();
    const QString verb = given.at(1);
    const QHash<QString, int> counts{{u"list"_s, 2},
                                     {u"show"_s, 3},
                                     {u"add"_s, 3},
                                     {u"grant"_s, 5},
                                     {u"reset"_s, 3},
                                     {u"preview"_s, 3}};
    if (!counts.contains(verb) || counts.value(verb) != given.count()) {
        return wrongUsage(Words::tr(
            "After the store: list, show ROLE, add ROLE --name NAME, grant ROLE THING:ACTION "
            "REACH, reset ROLE, or preview USER --in CODE."));
    }
    Result<std::unique_ptr<Store>> opened = openStore(given.at(0));
    if (!opened) {
        return failWith(opened.error());
    }
    const std::unique_ptr<Store> store = std::move(opened).value();
    const SystemClock clock;
    const Result<User> user = actFor(*store, given, clock.now());
    if (!user) {
        return failWith(user.error());
    }
    AccessDesk desk(*store, clock, user.value(), commandOrigin());
    if (verb == "list"_L1) {
        return listRoles(desk, given.has("json"));
    }
    if (verb == "show"_L1) {
        return showRole(desk, given.at(2), given.has("json"));
    }
    if (verb == "add"_L1) {
        return done(desk.add({given.at(2), given.value("name"), given.value("name-en"), false}));
    }
    if (verb == "reset"_L1) {
        return done(desk.reset(given.at(2)));
    }
    return verb == "grant"_L1 ? grantRole(desk, given) : preview(desk, *store, given);
}

} // namespace gridward
