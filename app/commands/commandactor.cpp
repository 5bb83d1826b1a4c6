// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commandactor.h"

#include "models/service/casedesk.h"
#include "models/service/seatchoice.h"
#include "models/service/signindesk.h"
#include "models/store/accessstore.h"
#include "models/store/auditstore.h"
#include "models/store/storeguard.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

constexpr qint64 kLongestLine = 4096;

Error refused(const QString &message)
{
    return Error{ErrorCode::Refused, message, {}};
}

/** The first line of what was opened, without its end. */
Result<Secret> passwordFrom(QFile &file, bool opened, const QString &name)
{
    if (!opened) {
        return Error{
            ErrorCode::InvalidInput,
            Words::tr("The password cannot be read from %1: %2").arg(name, file.errorString()),
            {}};
    }
    QByteArray line = file.readLine(kLongestLine);
    while (line.endsWith('\n') || line.endsWith('\r')) {
        line.chop(1);
    }
    QString text = QString::fromUtf8(line);
    line.fill('\0');
    Secret secret = Secret::take(text);
    if (secret.isEmpty()) {
        return Error{
            ErrorCode::InvalidInput, Words::tr("There is no password in %1.").arg(name), {}};
    }
    return secret;
}

Result<User> prove(Store &store, const ActorClaim &claim, const Clock &clock)
{
    const PasswordHasher hasher;
    const Result<SignInOutcome> outcome = SignInDesk(store, clock, commandOrigin(), hasher)
                                              .prove(claim.user, *claim.password, u"command"_s);
    if (!outcome) {
        return outcome.error();
    }
    switch (outcome.value().kind) {
    case SignInOutcome::Kind::In:
        return outcome.value().user;
    case SignInOutcome::Kind::MustChange:
        return refused(Words::tr("The password has to be changed first: “gridward admin user STORE "
                                 "set-password %1 --password-file NEW --old-password-file OLD”.")
                           .arg(claim.user));
    default:
        return refused(outcomeWords(outcome.value()));
    }
}

/** On a server the login is who somebody is: nothing else is asked, and nothing else believed. */
Result<User> userOfLogin(Store &store, const QString &login, const ActorClaim &claim)
{
    if (!claim.user.isEmpty() && claim.user != login) {
        return refused(Words::tr("On a server the login says who you are: this one is “%1”. Leave "
                                 "--as out, or log in as “%2”: postgresql://%2@host/database.")
                           .arg(login, claim.user));
    }
    const Result<std::optional<User>> user = store.user(login);
    if (!user) {
        return user.error();
    }
    return user.value() && !user.value()->isDisabled
               ? Result<User>(*user.value())
               : Result<User>(
                     refused(Words::tr("The account “%1” does not exist or is disabled. Ask an "
                                       "administrator.")
                                 .arg(login)));
}

Result<User> userFor(Store &store, const ActorClaim &claim, const Clock &clock)
{
    const Result<std::optional<QString>> login = store.access().login();
    if (!login) {
        return login.error();
    }
    if (login.value()) {
        return userOfLogin(store, *login.value(), claim);
    }
    if (store.info().trustsClaims()) {
        const Result<User> user = CaseDesk(store, clock, commandOrigin()).user(claim.user);
        if (user && user.value().isDisabled) {
            return refused(Words::tr("The account “%1” is disabled.").arg(user.value().name));
        }
        return user;
    }
    if (!claim.user.isEmpty() && !claim.password) {
        return refused(Words::tr(
            "--as is taken at its word in demo and drill stores only; this is a real one. Prove it "
            "with --password-file FILE, or leave it out to work as the owner of a store without "
            "passwords."));
    }
    if (claim.password) {
        return prove(store, claim, clock);
    }
    const Result<bool> passwords = store.access().hasPasswords();
    if (!passwords) {
        return passwords.error();
    }
    return passwords.value() ? Result<User>(refused(
                                   Words::tr("There are accounts in this store: say who you "
                                             "are with --as USER --password-file FILE (with “admin "
                                             "user”: --as-password-file FILE).")))
                             : Result<User>(localOwner());
}

} // namespace

QList<OptionSpec> withActor(QList<OptionSpec> options)
{
    // With `as-` too: so it is said where --password-file is a password that is being set.
    options.append({{"as", "USER"},
                    {"password-file", "FILE"},
                    {"password-fd", "N"},
                    {"as-password-file", "FILE"},
                    {"as-password-fd", "N"}});
    return options;
}

Result<ActorClaim> actorClaim(const CommandArguments &arguments)
{
    ActorClaim claim{arguments.value("as"), std::nullopt};
    const bool isLong = arguments.has("as-password-file") || arguments.has("as-password-fd");
    const char *fileOption = isLong ? "as-password-file" : "password-file";
    const char *descriptorOption = isLong ? "as-password-fd" : "password-fd";
    const bool fromFile = arguments.has(fileOption);
    const bool fromDescriptor = arguments.has(descriptorOption);
    if (!fromFile && !fromDescriptor) {
        return claim;
    }
    if (fromFile && fromDescriptor) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("--password-file and --password-fd do not go together."),
                     {}};
    }
    if (claim.user.isEmpty()) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("A password proves who somebody is: say who, with --as USER."),
                     {}};
    }
    const Result<Secret> secret = passwordOption(arguments, fileOption, descriptorOption);
    if (!secret) {
        return secret.error();
    }
    claim.password = secret.value();
    return claim;
}

Result<Secret>
passwordOption(const CommandArguments &arguments, const char *fileOption, const char *fdOption)
{
    if (arguments.has(fileOption)) {
        return passwordInFile(arguments.value(fileOption));
    }
    const Result<qint64> descriptor = arguments.number(fdOption, 0, 0, 1023);
    if (!descriptor) {
        return descriptor.error();
    }
    return passwordFromDescriptor(static_cast<int>(descriptor.value()));
}

Result<Secret> passwordInFile(const QString &path)
{
    QFile file(path);
    const bool opened = file.open(QIODevice::ReadOnly);
    return passwordFrom(file, opened, u"“%1”"_s.arg(path));
}

Result<Secret> passwordFromDescriptor(int descriptor)
{
    QFile file;
    const bool opened = file.open(descriptor, QIODevice::ReadOnly);
    return passwordFrom(file, opened, Words::tr("descriptor %1").arg(descriptor));
}

Result<User> actFor(Store &store, const ActorClaim &claim, Instant now)
{
    const SystemClock clock; // delays pass in real time, whatever the command claims
    Result<User> user = userFor(store, claim, clock);
    if (user) {
        store.actAs(user.value(), now);
    }
    return user;
}

Result<User> actFor(Store &store, const CommandArguments &arguments, Instant now)
{
    const Result<ActorClaim> claim = actorClaim(arguments);
    return claim ? actFor(store, claim.value(), now) : Result<User>(claim.error());
}

Result<CommandSeat> openSeat(const CommandArguments &arguments)
{
    const Result<std::optional<Instant>> at = arguments.time("at");
    if (!at) {
        return at.error();
    }
    Result<std::unique_ptr<Store>> store = openStore(arguments.at(0));
    if (!store) {
        return store.error();
    }
    CommandSeat seat;
    seat.store = std::move(store).value();
    if (const Result<void> claims = checkClaims(*seat.store, at.value().has_value()); !claims) {
        return claims.error();
    }
    if (at.value()) {
        seat.clock = std::make_unique<FixedClock>(*at.value());
    } else {
        seat.clock = std::make_unique<SystemClock>();
    }
    Result<User> user = actFor(*seat.store, arguments, seat.clock->now());
    if (!user) {
        return user.error();
    }
    seat.user = std::move(user).value();
    return seat;
}

Result<void> requireRight(Store &store, Thing thing, const QString &action)
{
    if (!store.acting()) {
        return {};
    }
    const Result<std::shared_ptr<const AccessRules>> rules = store.access().rules();
    if (!rules) {
        return rules.error();
    }
    const std::optional<Denied> denied = rules.value()->denied(*store.acting(), thing, action);
    return denied ? Result<void>(deniedError(*store.acting(), *denied)) : Result<void>();
}

Result<void>
noteInAudit(Store &store, AuditKind kind, const QString &subject, const QJsonObject &facts)
{
    AuditEntry entry;
    entry.at = store.acting() ? store.actingAt() : SystemClock().now();
    entry.actor = store.acting() ? store.acting()->name : u"program"_s;
    entry.origin = commandOrigin();
    entry.kind = kind;
    entry.subject = subject;
    entry.facts = facts;
    return store.audit().append(entry);
}

Result<void> noteExport(Store &store, const QString &file, const QJsonObject &facts)
{
    Result<void> noted = noteInAudit(store, AuditKind::Export, QFileInfo(file).fileName(), facts);
    if (!noted) {
        QFile::remove(file);
    }
    return noted;
}

QString commandOrigin()
{
    return u"cli@"_s + QSysInfo::machineHostName();
}

} // namespace gridward
