// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/accountdesk.h"

#include "models/service/accessdesk.h"
#include "models/service/seatchoice.h"
#include "models/store/accessstore.h"
#include "models/store/auditstore.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AccountDesk)
};

QJsonObject factsOf(const QString &role, const QString &division, const QString &organisation)
{
    QJsonObject facts{{u"role"_s, role}};
    if (!division.isEmpty()) {
        facts.insert(u"division"_s, division);
    }
    if (!organisation.isEmpty()) {
        facts.insert(u"organisation"_s, organisation);
    }
    return facts;
}

} // namespace

AccountDesk::AccountDesk(Store &store,
                         const Clock &clock,
                         QString origin,
                         const PasswordHasher &hasher)
    : mStore(store)
    , mClock(clock)
    , mOrigin(std::move(origin))
    , mHasher(hasher)
    , mDesk(store, clock, mOrigin, hasher)
{
}

Result<User> AccountDesk::find(const QString &name)
{
    const Result<std::optional<User>> user = mStore.user(name);
    if (!user) {
        return user.error();
    }
    return user.value()
               ? Result<User>(*user.value())
               : Result<User>(Error{ErrorCode::Refused,
                                    Words::tr("There is no user “%1” in this store.").arg(name),
                                    {}});
}

AccessDesk AccountDesk::access()
{
    return {mStore, mClock, mStore.acting().value_or(localOwner()), mOrigin};
}

Result<AccountDesk::Prepared>
AccountDesk::prepare(const QString &name, const Secret &password, bool mustChange)
{
    const Result<PasswordContext> context = mDesk.contextOf(name);
    if (!context) {
        return context.error();
    }
    if (const Result<void> accepted = acceptPassword(password.text(), context.value()); !accepted) {
        return accepted.error();
    }
    if (mStore.accounts().keepsLogins()) {
        if (mustChange) {
            return Error{ErrorCode::Unsupported,
                         Words::tr("A server cannot ask for another password at the first login. "
                                   "Leave --must-change out, and have %1 change it: “gridward "
                                   "admin user URL set-password %1 --password-file FILE”.")
                             .arg(name),
                         {}};
        }
        return Prepared{{{name, false, mClock.now()}, {}}, password};
    }
    Result<QByteArray> hash = mHasher.hash(password);
    return hash ? Result<Prepared>(
                      Prepared{{{name, mustChange, mClock.now()}, std::move(hash).value()}, {}})
                : Result<Prepared>(hash.error());
}

Result<void> AccountDesk::keep(const Prepared &prepared)
{
    AccountStore &accounts = mStore.accounts();
    return accounts.keepsLogins()
               ? accounts.writeLogin(prepared.kept.state.user, prepared.plain.bytes().toByteArray())
               : accounts.write(prepared.kept);
}

Result<Account> AccountDesk::add(const NewAccount &account)
{
    const User &user = account.user;
    // Before the hash, which takes its time.
    if (const Result<void> checked = access().checkUser(user); !checked) {
        return checked.error();
    }
    std::optional<Prepared> password;
    if (account.password) {
        Result<Prepared> prepared = prepare(user.name, *account.password, account.mustChange);
        if (!prepared) {
            return prepared.error();
        }
        password = std::move(prepared).value();
    }
    const Result<void> kept = mStore.transaction([&]() -> Result<void> {
        const Result<std::optional<User>> known = mStore.user(user.name);
        if (!known) {
            return known.error();
        }
        if (known.value()) {
            return Error{
                ErrorCode::Conflict, Words::tr("There is a user “%1” already.").arg(user.name), {}};
        }
        // The password last: with the first one the local owner, who may do all this, is gone.
        for (const Result<void> &step :
             {access().save(user),
              password ? note(AuditKind::Password, user.name, {}) : Result<void>(),
              password ? keep(*password) : Result<void>()}) {
            if (!step) {
                return step;
            }
        }
        return {};
    });
    if (!kept) {
        return kept.error();
    }
    return Account{
        user, {}, password ? std::optional(password->kept.state) : std::optional<PasswordState>()};
}

Result<QList<Account>> AccountDesk::list()
{
    const Result<QList<User>> users = mStore.users();
    const Result<QList<UserPost>> posts = mStore.access().posts({});
    const Result<QList<PasswordState>> passwords = mStore.accounts().passwordStates();
    if (!users || !posts || !passwords) {
        return !users ? users.error() : !posts ? posts.error() : passwords.error();
    }
    QList<Account> accounts;
    for (const User &user : users.value()) {
        Account account{user, {}, {}};
        for (const UserPost &post : posts.value()) {
            if (post.user == user.name) {
                account.posts.append(post);
            }
        }
        const auto password = std::ranges::find(passwords.value(), user.name, &PasswordState::user);
        if (password != passwords.value().end()) {
            account.password = *password;
        }
        accounts.append(account);
    }
    return accounts;
}

Result<void> AccountDesk::setPassword(const QString &name, const Secret &password, bool mustChange)
{
    if (const Result<User> user = find(name); !user) {
        return user.error();
    }
    const Result<Prepared> prepared = prepare(name, password, mustChange);
    if (!prepared) {
        return prepared.error();
    }
    return mStore.transaction([&]() -> Result<void> {
        for (const Result<void> &step :
             {note(AuditKind::Password, name, {{u"must_change"_s, mustChange}}),
              keep(prepared.value()),
              mDesk.endSessions(name, u"password"_s)}) {
            if (!step) {
                return step;
            }
        }
        return {};
    });
}

Result<void> AccountDesk::setDisabled(const QString &name, bool disabled)
{
    const Result<User> found = find(name);
    if (!found) {
        return found.error();
    }
    User user = found.value();
    user.isDisabled = disabled;
    return mStore.transaction([&]() -> Result<void> {
        // As from the page of accounts: who looks after accounts must be left there too.
        for (const Result<void> &step :
             {access().save(user),
              mStore.accounts().keepsLogins() ? mStore.accounts().lockLogin(name, disabled)
                                              : Result<void>(),
              disabled ? mDesk.endSessions(name, u"disabled"_s) : Result<void>()}) {
            if (!step) {
                return step;
            }
        }
        return {};
    });
}

Result<void> AccountDesk::addPost(const UserPost &post)
{
    if (const Result<User> user = find(post.user); !user) {
        return user.error();
    }
    return access().save(post);
}

Result<void> AccountDesk::endPost(const UserPost &post, QDate last)
{
    const Result<QList<UserPost>> posts = mStore.access().posts(post.user);
    if (!posts) {
        return posts.error();
    }
    QList<UserPost> ended;
    for (UserPost held : posts.value()) {
        const bool isMeant = held.role == post.role && held.division == post.division &&
                             held.organisation == post.organisation;
        if (isMeant && (!held.to.isValid() || held.to > last)) {
            held.to = last;
            ended.append(held);
        }
    }
    if (ended.isEmpty()) {
        return Error{ErrorCode::Refused,
                     Words::tr("%1 has no such post that could end. Posts are told by “gridward "
                               "admin user STORE list”.")
                         .arg(post.user),
                     {}};
    }
    QJsonObject facts = factsOf(post.role, post.division, post.organisation);
    facts.insert(u"post"_s, u"end"_s);
    return mStore.transaction([&]() -> Result<void> {
        Result<void> written = mStore.access().write(ended);
        return written ? note(AuditKind::Account, post.user, facts) : written;
    });
}

Result<void> AccountDesk::note(AuditKind kind, const QString &subject, const QJsonObject &facts)
{
    AuditEntry entry;
    entry.at = mClock.now();
    entry.actor = mStore.acting() ? mStore.acting()->name : u"program"_s;
    entry.origin = mOrigin;
    entry.kind = kind;
    entry.subject = subject;
    entry.facts = facts;
    return mStore.audit().append(entry);
}

} // namespace gridward
