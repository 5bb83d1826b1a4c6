// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/signindesk.h"

#include "models/store/accessstore.h"
#include "models/store/auditstore.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUuid>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SignInDesk)
};

// Short on purpose: enough to tell one name from another, too little to find out what was typed.
constexpr int kMarkBytes = 3;
constexpr int kAuditMarkBytes = 2;
constexpr int kTokenHashBytes = 32;
constexpr int kTokenBytes = 32;
constexpr int kLongestName = 200;
constexpr std::chrono::minutes kSeenStep{1}; ///< a session is not written at every key

Error refused(const QString &message)
{
    return Error{ErrorCode::Refused, message, {}};
}

QByteArray tokenHash(const Secret &token)
{
    return keyedHash(token.bytes(), {}, kTokenHashBytes);
}

QString plainName(const QString &typed)
{
    return typed.normalized(QString::NormalizationForm_KC).trimmed().left(kLongestName);
}

} // namespace

bool isUserName(const QString &name)
{
    static const QRegularExpression pattern(u"^[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{1,63}$"_s);
    // Names under which the program itself, or nobody in particular, writes into the logs.
    static const QStringList reserved{
        u"owner"_s, u"system"_s, u"program"_s, u"unknown"_s, u"import"_s};
    return pattern.match(name).hasMatch() && plainName(name) == name &&
           !reserved.contains(name.toLower());
}

QString outcomeWords(const SignInOutcome &outcome)
{
    switch (outcome.kind) {
    case SignInOutcome::Kind::In:
        return {};
    case SignInOutcome::Kind::Wrong:
        return Words::tr("The name or the password is wrong.");
    case SignInOutcome::Kind::Wait:
        return Words::tr("There were too many wrong attempts. Try again in %n second(s).",
                         nullptr,
                         static_cast<int>(outcome.wait.count()));
    case SignInOutcome::Kind::MustChange:
        return Words::tr("The password has to be changed first.");
    }
    return {};
}

SignInDesk::SignInDesk(Store &store,
                       const Clock &clock,
                       QString origin,
                       const PasswordHasher &hasher)
    : mStore(store)
    , mClock(clock)
    , mOrigin(std::move(origin))
    , mHasher(hasher)
{
}

std::chrono::seconds SignInDesk::delayAfter(int failures)
{
    if (failures <= kFreeTries) {
        return std::chrono::seconds(0);
    }
    const int doublings = std::min(failures - kFreeTries - 1, 20);
    return std::min(kLongestDelay, kFirstDelay * (1 << doublings));
}

Result<QString> SignInDesk::markOf(const QString &name)
{
    const Result<QByteArray> key = mStore.accounts().nameKey();
    return key ? Result<QString>(
                     QString::fromLatin1(keyedHash(name.toUtf8(), key.value(), kMarkBytes).toHex()))
               : Result<QString>(key.error());
}

Result<SignInDesk::Attempt> SignInDesk::begin(const QString &name)
{
    Attempt attempt;
    attempt.name = plainName(name);
    const Result<QString> mark = markOf(attempt.name);
    if (!mark) {
        return mark.error();
    }
    attempt.mark = mark.value();
    const Instant now = mClock.now();
    // Counted before anything is verified: two at once are two, and a crash is none for free.
    const Result<void> counted = mStore.transaction([&]() -> Result<void> {
        const Result<std::optional<User>> user = mStore.user(attempt.name);
        Result<std::optional<StoredPassword>> stored = mStore.accounts().password(attempt.name);
        const Result<bool> known = mStore.accounts().knowsOrigin(attempt.name, mOrigin);
        if (!user || !stored || !known) {
            return !user ? user.error() : !stored ? stored.error() : known.error();
        }
        attempt.user = user.value();
        attempt.stored = std::move(stored).value();
        // Others' wrong tries do not hold up a seat where the owner has been.
        attempt.origin = known.value() ? mOrigin : QString();
        const Result<SignInFailures> before =
            mStore.accounts().failures(attempt.mark, attempt.origin);
        if (!before) {
            return before.error();
        }
        attempt.count = before.value().count;
        if (before.value().lastAt + kForgotten <= now) {
            attempt.count = 0;
        }
        const std::chrono::seconds delay = delayAfter(attempt.count);
        const auto left = before.value().lastAt + delay - now;
        if (delay.count() > 0 && left.count() > 0) {
            // A clock that was put back makes nobody wait for longer.
            attempt.wait = std::min(delay, std::chrono::ceil<std::chrono::seconds>(left));
            return {};
        }
        ++attempt.count;
        return mStore.accounts().write(
            SignInFailures{attempt.mark, attempt.origin, attempt.count, now});
    });
    return counted ? Result<Attempt>(attempt) : Result<Attempt>(counted.error());
}

Result<SignInOutcome>
SignInDesk::verifyLogin(const QString &login, const QString &name, const Secret &password)
{
    SignInOutcome outcome;
    const Result<std::optional<User>> user = mStore.user(login);
    const Result<bool> isRight =
        plainName(name) == login ? mStore.accounts().isLoginPassword(password.bytes().toByteArray())
                                 : Result<bool>(false);
    if (!user || !isRight) {
        return user ? isRight.error() : user.error();
    }
    const bool isIn = isRight.value() && user.value() && !user.value()->isDisabled;
    outcome.kind = isIn ? SignInOutcome::Kind::In : SignInOutcome::Kind::Wrong;
    outcome.user = isIn ? *user.value() : User();
    return outcome;
}

Result<SignInOutcome> SignInDesk::verify(const QString &name, const Secret &password)
{
    const Result<std::optional<QString>> login = mStore.access().login();
    if (!login) {
        return login.error();
    }
    if (login.value()) {
        return verifyLogin(*login.value(), name, password);
    }
    const Result<Attempt> begun = begin(name);
    if (!begun) {
        return begun.error();
    }
    const Attempt &attempt = begun.value();
    if (attempt.wait.count() > 0) {
        SignInOutcome outcome;
        outcome.kind = SignInOutcome::Kind::Wait;
        outcome.wait = attempt.wait;
        return outcome;
    }
    // Once, whoever it is: what it takes does not tell whether there is such a name.
    const bool isRight =
        mHasher.verify(attempt.stored ? attempt.stored->hash : mHasher.nobody(), password);
    const bool isSomebody = attempt.user && attempt.stored && !attempt.user->isDisabled;
    return isRight && isSomebody ? accept(attempt, password) : refuse(attempt);
}

Result<SignInOutcome> SignInDesk::accept(const Attempt &attempt, const Secret &password)
{
    std::optional<StoredPassword> renewed;
    if (mHasher.isOutdated(attempt.stored->hash)) {
        Result<QByteArray> hash = mHasher.hash(password);
        if (hash) {
            renewed = StoredPassword{attempt.stored->state, std::move(hash).value()};
        }
    }
    const Result<void> kept = mStore.transaction([&]() -> Result<void> {
        AccountStore &accounts = mStore.accounts();
        for (const Result<void> &step :
             {accounts.write(SignInFailures{attempt.mark, attempt.origin, 0, {}}),
              accounts.writeOrigin(attempt.user->name, mOrigin, mClock.now()),
              renewed ? accounts.write(*renewed) : Result<void>()}) {
            if (!step) {
                return step;
            }
        }
        return {};
    });
    if (!kept) {
        return kept.error();
    }
    SignInOutcome outcome;
    outcome.kind = attempt.stored->state.mustChange ? SignInOutcome::Kind::MustChange
                                                    : SignInOutcome::Kind::In;
    outcome.user = *attempt.user;
    return outcome;
}

Result<SignInOutcome> SignInDesk::refuse(const Attempt &attempt)
{
    const std::chrono::seconds delay = delayAfter(attempt.count);
    QJsonObject facts{{u"failures"_s, attempt.count},
                      {u"delay_s"_s, static_cast<int>(delay.count())}};
    // People type their password where the name goes: what nobody is called is not written down.
    const QString actor = attempt.user ? attempt.user->name : u"unknown"_s;
    if (!attempt.user) {
        facts.insert(u"mark"_s, attempt.mark.first(2 * kAuditMarkBytes));
    }
    if (const Result<void> noted = note(AuditKind::SignInRefused, actor, {}, facts); !noted) {
        return noted.error();
    }
    SignInOutcome outcome;
    outcome.kind = SignInOutcome::Kind::Wrong;
    outcome.wait = delay;
    return outcome;
}

Result<SignInOutcome> SignInDesk::open(SignInOutcome proven, bool keep)
{
    const AsProgram program(mStore);
    const Instant now = mClock.now();
    UserSession session;
    session.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    session.user = proven.user.name;
    session.origin = mOrigin;
    session.started = session.lastSeen = now;
    session.ends = now + (keep ? kKeptLife : kSessionLife);
    if (keep) {
        QByteArray token =
            randomBytes(kTokenBytes)
                .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        proven.token = Secret(token);
        token.fill('\0');
        session.tokenHash = tokenHash(proven.token);
    }
    proven.session = session.id;
    const Result<void> kept = mStore.transaction([&]() -> Result<void> {
        if (Result<void> written = mStore.accounts().write(session); !written) {
            return written;
        }
        return note(AuditKind::SignIn, session.user, {}, {{u"kept"_s, keep}});
    });
    return kept ? Result<SignInOutcome>(proven) : Result<SignInOutcome>(kept.error());
}

Result<SignInOutcome> SignInDesk::signIn(const SignInRequest &request)
{
    const AsProgram program(mStore);
    Result<SignInOutcome> proven = verify(request.name, request.password);
    if (!proven || proven.value().kind != SignInOutcome::Kind::In) {
        return proven;
    }
    return open(std::move(proven).value(), request.keep);
}

Result<SignInOutcome>
SignInDesk::prove(const QString &name, const Secret &password, const QString &what)
{
    const AsProgram program(mStore);
    Result<SignInOutcome> proven = verify(name, password);
    if (proven && proven.value().kind == SignInOutcome::Kind::In) {
        const Result<void> noted =
            note(AuditKind::SignIn, proven.value().user.name, {}, {{u"for"_s, what}});
        if (!noted) {
            return noted.error();
        }
    }
    return proven;
}

Result<SignInOutcome> SignInDesk::resume(const Secret &token)
{
    const AsProgram program(mStore);
    SignInOutcome outcome; // Wrong, unless all of it holds
    if (token.isEmpty()) {
        return outcome;
    }
    const Result<std::optional<UserSession>> found = mStore.accounts().sessionOf(tokenHash(token));
    if (!found) {
        return found.error();
    }
    if (!found.value() || found.value()->origin != mOrigin) {
        return outcome;
    }
    const UserSession &session = *found.value();
    const Result<std::optional<QString>> ended = touch(session.id, true);
    const Result<std::optional<User>> user = mStore.user(session.user);
    const Result<std::optional<StoredPassword>> stored = mStore.accounts().password(session.user);
    if (!ended || !user || !stored) {
        return !ended ? ended.error() : !user ? user.error() : stored.error();
    }
    if (ended.value() || !user.value() || !stored.value()) {
        return outcome;
    }
    const Result<void> noted = note(AuditKind::SignIn, session.user, {}, {{u"resumed"_s, true}});
    if (!noted) {
        return noted.error();
    }
    outcome.kind = stored.value()->state.mustChange ? SignInOutcome::Kind::MustChange
                                                    : SignInOutcome::Kind::In;
    outcome.user = *user.value();
    outcome.session = session.id;
    outcome.token = token;
    return outcome;
}

Result<std::optional<QString>> SignInDesk::touch(const QString &id, bool used)
{
    const AsProgram program(mStore);
    const Result<std::optional<QString>> login = mStore.access().login();
    if (!login || login.value()) {
        return login
                   ? Result<std::optional<QString>>(std::optional<QString>()) // the server ends it
                   : Result<std::optional<QString>>(login.error());
    }
    Result<std::optional<UserSession>> found = mStore.accounts().session(id);
    if (!found) {
        return found.error();
    }
    if (!found.value()) {
        return std::optional(u"expired"_s);
    }
    UserSession session = *std::move(found).value();
    if (!session.isOpen()) {
        return std::optional(session.why);
    }
    const Result<std::optional<User>> user = mStore.user(session.user);
    if (!user) {
        return user.error();
    }
    const Instant now = mClock.now();
    const bool isKept = !session.tokenHash.isEmpty();
    QString why;
    if (!user.value() || user.value()->isDisabled) {
        why = u"disabled"_s;
    } else if (now >= session.ends) {
        why = u"expired"_s;
    } else if (!isKept && now - session.lastSeen >= kSessionIdle) {
        why = u"idle"_s;
    }
    if (!why.isEmpty()) {
        const Result<void> ended = end(session, why);
        return ended ? Result<std::optional<QString>>(std::optional(why))
                     : Result<std::optional<QString>>(ended.error());
    }
    if (used && now - session.lastSeen >= kSeenStep) {
        session.lastSeen = now;
        if (const Result<void> seen = mStore.accounts().write(session); !seen) {
            return seen.error();
        }
    }
    return std::optional<QString>();
}

Result<void> SignInDesk::signOut(const QString &id)
{
    const AsProgram program(mStore);
    const Result<std::optional<UserSession>> found = mStore.accounts().session(id);
    if (!found) {
        return found.error();
    }
    return found.value() && found.value()->isOpen() ? end(*found.value(), u"signed-out"_s)
                                                    : Result<void>();
}

Result<void> SignInDesk::end(UserSession session, const QString &why)
{
    session.ended = mClock.now();
    session.why = why;
    session.tokenHash.clear();
    return mStore.transaction([&]() -> Result<void> {
        if (Result<void> written = mStore.accounts().write(session); !written) {
            return written;
        }
        return note(AuditKind::SignOut, session.user, {}, {{u"why"_s, why}});
    });
}

Result<void> SignInDesk::endSessions(const QString &user, const QString &why, const QString &but)
{
    const AsProgram program(mStore);
    const Result<QList<UserSession>> sessions = mStore.accounts().sessions(user);
    if (!sessions) {
        return sessions.error();
    }
    for (const UserSession &session : sessions.value()) {
        if (session.isOpen() && session.id != but) {
            if (Result<void> ended = end(session, why); !ended) {
                return ended;
            }
        }
    }
    return {};
}

Result<PasswordContext> SignInDesk::contextOf(const QString &name)
{
    const AsProgram program(mStore);
    PasswordContext context{name, {}, mStore.info().name, mStore.info().district};
    const Result<std::optional<User>> user = mStore.user(name);
    if (!user) {
        return user.error();
    }
    if (user.value() && !user.value()->person.isEmpty()) {
        const Result<std::optional<Person>> person = mStore.person(user.value()->person);
        if (!person) {
            return person.error();
        }
        context.person = person.value() ? person.value()->name : QString();
    }
    return context;
}

Result<SignInOutcome> SignInDesk::changePassword(const QString &name,
                                                 const Secret &old,
                                                 const Secret &fresh,
                                                 const QString &session)
{
    const AsProgram program(mStore);
    Result<SignInOutcome> proven = verify(name, old);
    if (!proven || proven.value().kind == SignInOutcome::Kind::Wrong ||
        proven.value().kind == SignInOutcome::Kind::Wait) {
        return proven;
    }
    SignInOutcome outcome = std::move(proven).value();
    const Result<PasswordContext> context = contextOf(outcome.user.name);
    if (!context) {
        return context.error();
    }
    if (fresh.bytes() == old.bytes()) {
        return refused(Words::tr("The new password must be another one than the old one."));
    }
    if (const Result<void> accepted = acceptPassword(fresh.text(), context.value()); !accepted) {
        return accepted.error();
    }
    AccountStore &accounts = mStore.accounts();
    const Result<QByteArray> hash =
        accounts.keepsLogins() ? Result<QByteArray>(QByteArray()) : mHasher.hash(fresh);
    if (!hash) {
        return hash.error();
    }
    const QString &user = outcome.user.name;
    const Result<void> kept = mStore.transaction([&]() -> Result<void> {
        for (const Result<void> &step :
             {accounts.keepsLogins()
                  ? accounts.writeLogin(user, fresh.bytes().toByteArray())
                  : accounts.write(StoredPassword{{user, false, mClock.now()}, hash.value()}),
              note(AuditKind::Password, outcome.user.name, outcome.user.name, {}),
              endSessions(outcome.user.name, u"password"_s, session)}) {
            if (!step) {
                return step;
            }
        }
        return {};
    });
    if (!kept) {
        return kept.error();
    }
    outcome.kind = SignInOutcome::Kind::In;
    outcome.session = session;
    return session.isEmpty() ? open(outcome, false) : Result<SignInOutcome>(outcome);
}

Result<SignInOutcome> SignInDesk::makeAdministrator(const QString &name, const Secret &password)
{
    const AsProgram program(mStore);
    if (!isUserName(name)) {
        return refused(Words::tr("A user's name has 2 to 64 letters, digits, dots, hyphens or "
                                 "underscores, and begins with a letter or digit."));
    }
    const Result<PasswordContext> context = contextOf(name);
    if (!context) {
        return context.error();
    }
    if (const Result<void> accepted = acceptPassword(password.text(), context.value()); !accepted) {
        return accepted.error();
    }
    const Result<QByteArray> hash = mHasher.hash(password);
    if (!hash) {
        return hash.error();
    }
    SignInOutcome outcome;
    outcome.kind = SignInOutcome::Kind::In;
    outcome.user.name = name;
    outcome.user.role = u"admin"_s;
    const Result<void> made = mStore.transaction([&]() -> Result<void> {
        const Result<bool> passwords = mStore.access().hasPasswords();
        const Result<std::optional<User>> known = mStore.user(name);
        if (!passwords || !known) {
            return passwords ? known.error() : passwords.error();
        }
        if (passwords.value() || mStore.accounts().keepsLogins()) {
            return refused(Words::tr("There are accounts in this store: sign in."));
        }
        if (known.value() && (known.value()->role != "admin"_L1 || known.value()->isDisabled)) {
            return refused(
                Words::tr("There is a user “%1” who is no administrator. Choose another name.")
                    .arg(name));
        }
        outcome.user = known.value().value_or(outcome.user);
        for (const Result<void> &step :
             {mStore.write(QList<User>{outcome.user}),
              mStore.accounts().write(StoredPassword{{name, false, mClock.now()}, hash.value()}),
              mStore.accounts().writeOrigin(name, mOrigin, mClock.now()),
              note(AuditKind::Account, u"owner"_s, name, {{u"role"_s, outcome.user.role}}),
              note(AuditKind::Password, u"owner"_s, name, {})}) {
            if (!step) {
                return step;
            }
        }
        return {};
    });
    return made ? open(outcome, false) : Result<SignInOutcome>(made.error());
}

Result<void> SignInDesk::note(AuditKind kind,
                              const QString &actor,
                              const QString &subject,
                              const QJsonObject &facts)
{
    AuditEntry entry;
    entry.at = mClock.now();
    entry.actor = actor;
    entry.origin = mOrigin;
    entry.kind = kind;
    entry.subject = subject;
    entry.facts = facts;
    return mStore.audit().append(entry);
}

} // namespace gridward
