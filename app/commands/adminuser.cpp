// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/admincommand.h"
#include "app/commands/commandactor.h"
#include "models/service/accountdesk.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AdminCommand)
};

/** What every one of these commands has. */
struct Office
{
    Store &store;
    AccountDesk desk;
    const CommandArguments &given;
    bool json = false;
};

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue orNull(QDate day)
{
    return day.isValid() ? QJsonValue(day.toString(Qt::ISODate)) : QJsonValue();
}

QJsonObject toJson(const Account &account)
{
    QJsonArray posts;
    for (const UserPost &post : account.posts) {
        posts.append(QJsonObject{{u"role"_s, post.role},
                                 {u"division"_s, orNull(post.division)},
                                 {u"organisation"_s, orNull(post.organisation)},
                                 {u"from"_s, orNull(post.from)},
                                 {u"to"_s, orNull(post.to)}});
    }
    return {{u"name"_s, account.user.name},
            {u"person"_s, orNull(account.user.person)},
            {u"role"_s, account.user.role},
            {u"division"_s, orNull(account.user.division)},
            {u"organisation"_s, orNull(account.user.organisation)},
            {u"disabled"_s, account.user.isDisabled},
            {u"password"_s, account.password.has_value()},
            {u"must_change"_s, account.password && account.password->mustChange},
            {u"posts"_s, posts}};
}

QJsonObject toJson(const UserSession &session)
{
    return {{u"id"_s, session.id},
            {u"user"_s, session.user},
            {u"origin"_s, session.origin},
            {u"started"_s, toIsoText(session.started)},
            {u"last_seen"_s, toIsoText(session.lastSeen)},
            {u"ends"_s, toIsoText(session.ends)},
            {u"ended"_s, session.ended ? QJsonValue(toIsoText(*session.ended)) : QJsonValue()},
            {u"why"_s, orNull(session.why)}};
}

/** One line for people: what is there, by words. */
QString lineOf(const Account &account)
{
    QStringList parts{account.user.name, account.user.role};
    for (const QString &more : {account.user.division, account.user.organisation}) {
        if (!more.isEmpty()) {
            parts.append(more);
        }
    }
    if (account.user.isDisabled) {
        parts.append(Words::tr("(disabled)"));
    }
    if (!account.password) {
        parts.append(Words::tr("(no password)"));
    } else if (account.password->mustChange) {
        parts.append(Words::tr("(must change the password)"));
    }
    for (const UserPost &post : account.posts) {
        parts.append(u"+ %1 %2 %3 %4..%5"_s
                         .arg(post.role,
                              post.division,
                              post.organisation,
                              post.from.toString(Qt::ISODate),
                              post.to.toString(Qt::ISODate))
                         .simplified());
    }
    return parts.join(u"  "_s);
}

ExitStatus done(Office &office, const Result<void> &result, const QString &name)
{
    if (!result) {
        return failWith(result.error());
    }
    const Result<QList<Account>> accounts =
        office.json ? office.desk.list() : Result<QList<Account>>(QList<Account>());
    if (!accounts) {
        return failWith(accounts.error());
    }
    for (const Account &account : accounts.value()) {
        if (account.user.name == name) {
            printJson(QJsonDocument(toJson(account)));
        }
    }
    return ExitStatus::Done;
}

Result<QDate> dateFrom(const CommandArguments &given, const char *option)
{
    if (!given.has(option)) {
        return QDate();
    }
    const QDate day = QDate::fromString(given.value(option), Qt::ISODate);
    return day.isValid()
               ? Result<QDate>(day)
               : Result<QDate>(Error{
                     ErrorCode::InvalidInput,
                     Words::tr("--%1 must be a day such as 2026-12-01.").arg(QLatin1String(option)),
                     {}});
}

/** The password that is to be set; nothing if none is named. */
Result<std::optional<Secret>> freshPassword(const CommandArguments &given)
{
    if (!given.has("password-file") && !given.has("password-fd")) {
        return std::optional<Secret>();
    }
    const Result<Secret> secret = passwordOption(given, "password-file", "password-fd");
    return secret ? Result<std::optional<Secret>>(std::optional(secret.value()))
                  : Result<std::optional<Secret>>(secret.error());
}

ExitStatus addUser(Office &office)
{
    if (!office.given.has("role")) {
        return wrongUsage(Words::tr("Say what the user is: --role ROLE."));
    }
    NewAccount account;
    account.user.name = office.given.at(2);
    account.user.role = office.given.value("role");
    account.user.division = office.given.value("division");
    account.user.organisation = office.given.value("organisation");
    account.user.person = office.given.value("person");
    account.mustChange = office.given.has("must-change");
    const Result<std::optional<Secret>> password = freshPassword(office.given);
    if (!password) {
        return failWith(password.error());
    }
    account.password = password.value();
    const Result<Account> added = office.desk.add(account);
    if (!added) {
        return failWith(added.error());
    }
    if (office.json) {
        printJson(QJsonDocument(toJson(added.value())));
    }
    return ExitStatus::Done;
}

ExitStatus listUsers(Office &office)
{
    if (const Result<void> may = requireRight(office.store, Thing::Account, u"see"_s); !may) {
        return failWith(may.error());
    }
    const Result<QList<Account>> accounts = office.desk.list();
    if (!accounts) {
        return failWith(accounts.error());
    }
    QJsonArray json;
    for (const Account &account : accounts.value()) {
        if (office.json) {
            json.append(toJson(account));
        } else {
            printText(lineOf(account));
        }
    }
    if (office.json) {
        printJson(QJsonDocument(json));
    }
    return ExitStatus::Done;
}

ExitStatus setPassword(Office &office)
{
    const QString name = office.given.at(2);
    const Result<std::optional<Secret>> fresh = freshPassword(office.given);
    if (!fresh) {
        return failWith(fresh.error());
    }
    if (!fresh.value()) {
        return wrongUsage(Words::tr("Say where the new password is: --password-file FILE."));
    }
    return done(office,
                office.desk.setPassword(name, *fresh.value(), office.given.has("must-change")),
                name);
}

ExitStatus changePost(Office &office)
{
    const QString verb = office.given.at(3);
    if ((verb != "add"_L1 && verb != "end"_L1) || !office.given.has("role")) {
        return wrongUsage(
            Words::tr("Say which post: gridward admin user STORE post NAME add|end --role ROLE"));
    }
    const Result<QDate> from = dateFrom(office.given, "from");
    const Result<QDate> to = dateFrom(office.given, "to");
    if (!from || !to) {
        return failWith(from ? to.error() : from.error());
    }
    const UserPost post{office.given.at(2),
                        office.given.value("role"),
                        office.given.value("division"),
                        office.given.value("organisation"),
                        from.value(),
                        to.value()};
    if (verb == "add"_L1) {
        return done(office, office.desk.addPost(post), post.user);
    }
    const QTimeZone zone(office.store.info().timeZone.toLatin1());
    const QDate today =
        QDateTime::currentDateTimeUtc().toTimeZone(zone.isValid() ? zone : QTimeZone::utc()).date();
    return done(office,
                office.desk.endPost(post, post.to.isValid() ? post.to : today.addDays(-1)),
                post.user);
}

ExitStatus listSessions(Office &office)
{
    const Result<QList<UserSession>> sessions = office.store.accounts().sessions({});
    if (!sessions) {
        return failWith(sessions.error());
    }
    QJsonArray json;
    for (const UserSession &session : sessions.value()) {
        if (office.json) {
            json.append(toJson(session));
        } else {
            printText(
                u"%1  %2  %3  %4  %5"_s.arg(session.user,
                                            session.origin,
                                            toIsoText(session.started),
                                            toIsoText(session.lastSeen),
                                            session.isOpen() ? Words::tr("open") : session.why));
        }
    }
    if (office.json) {
        printJson(QJsonDocument(json));
    }
    return ExitStatus::Done;
}

ExitStatus disableUser(Office &office)
{
    return done(office, office.desk.setDisabled(office.given.at(2), true), office.given.at(2));
}

ExitStatus enableUser(Office &office)
{
    return done(office, office.desk.setDisabled(office.given.at(2), false), office.given.at(2));
}

/** One's own password, with the old one: the only thing that may be done before a forced change. */
ExitStatus changeOwn(Store &store, const CommandArguments &given)
{
    const Result<Secret> old = passwordOption(given, "old-password-file", "old-password-fd");
    const Result<std::optional<Secret>> fresh = freshPassword(given);
    if (!old || !fresh) {
        return failWith(old ? fresh.error() : old.error());
    }
    if (!fresh.value()) {
        return wrongUsage(Words::tr("Say where the new password is: --password-file FILE."));
    }
    const SystemClock clock;
    const PasswordHasher hasher;
    SignInDesk desk(store, clock, commandOrigin(), hasher);
    const Result<SignInOutcome> outcome =
        desk.changePassword(given.at(2), old.value(), *fresh.value(), {});
    if (!outcome) {
        return failWith(outcome.error());
    }
    if (outcome.value().kind != SignInOutcome::Kind::In) {
        return failWith(Error{ErrorCode::Refused, outcomeWords(outcome.value()), {}});
    }
    const Result<void> ended = desk.signOut(outcome.value().session);
    return ended ? ExitStatus::Done : failWith(ended.error());
}

struct Verb
{
    const char *name;
    QList<OptionSpec> options;
    int count; ///< of words: STORE, the verb …
    ExitStatus (*run)(Office &);
};

const QList<Verb> &verbs()
{
    static const QList<Verb> kVerbs{{"add",
                                     {{"role", "R"},
                                      {"division", "CODE"},
                                      {"organisation", "CODE"},
                                      {"person", "ID"},
                                      {"password-file", "FILE"},
                                      {"password-fd", "N"},
                                      {"must-change"}},
                                     3,
                                     &addUser},
                                    {"list", {}, 2, &listUsers},
                                    {"set-password",
                                     {{"password-file", "FILE"},
                                      {"password-fd", "N"},
                                      {"old-password-file", "FILE"},
                                      {"old-password-fd", "N"},
                                      {"must-change"}},
                                     3,
                                     &setPassword},
                                    {"disable", {}, 3, &disableUser},
                                    {"enable", {}, 3, &enableUser},
                                    {"post",
                                     {{"role", "R"},
                                      {"division", "CODE"},
                                      {"organisation", "CODE"},
                                      {"from", "DATE"},
                                      {"to", "DATE"}},
                                     4,
                                     &changePost},
                                    {"sessions", {}, 2, &listSessions}};
    return kVerbs;
}

/** Here --password-file may be that of somebody else: the administrator's has a name of its own. */
Result<ActorClaim> administratorOf(const CommandArguments &given)
{
    ActorClaim claim{given.value("as"), std::nullopt};
    if (given.has("as-password-file") || given.has("as-password-fd")) {
        const Result<Secret> secret = passwordOption(given, "as-password-file", "as-password-fd");
        if (!secret) {
            return secret.error();
        }
        claim.password = secret.value();
    }
    return claim;
}

} // namespace

ExitStatus runAdminUser(const QStringList &arguments)
{
    const QString name = arguments.value(1);
    const auto verb = std::ranges::find_if(
        verbs(), [&](const Verb &one) { return name == QLatin1String(one.name); });
    if (verb == verbs().end()) {
        return wrongUsage(Words::tr("Say what to do: gridward admin user STORE "
                                    "add|list|set-password|disable|enable|post|sessions"));
    }
    QList<OptionSpec> options = verb->options;
    options.append(
        {{"as", "USER"}, {"as-password-file", "FILE"}, {"as-password-fd", "N"}, {"json"}});
    const Result<CommandArguments> parsed =
        CommandArguments::parse(arguments, options, verb->count, verb->count);
    if (!parsed) {
        return wrongUsage(parsed.error().message);
    }
    const CommandArguments &given = parsed.value();
    Result<std::unique_ptr<Store>> opened = openStore(given.at(0));
    if (!opened) {
        return failWith(opened.error());
    }
    const std::unique_ptr<Store> store = std::move(opened).value();
    if (given.has("old-password-file") || given.has("old-password-fd")) {
        if (store->accounts().keepsLogins()) {
            return wrongUsage(Words::tr("On a server the login has proved who you are: leave "
                                        "--old-password-file out."));
        }
        return changeOwn(*store, given);
    }
    const Result<ActorClaim> claim = administratorOf(given);
    const SystemClock clock;
    const Result<User> user =
        claim ? actFor(*store, claim.value(), clock.now()) : Result<User>(claim.error());
    if (!user) {
        return failWith(user.error());
    }
    const PasswordHasher hasher;
    Office office{
        *store, AccountDesk(*store, clock, commandOrigin(), hasher), given, given.has("json")};
    return verb->run(office);
}

} // namespace gridward
