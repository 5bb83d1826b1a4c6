// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/signinservice.h"

#include "models/domain/lateranswer.h"
#include "models/service/keyring.h"
#include "models/store/accessstore.h"
#include "models/store/storelocation.h"
#include "models/store/storeopening.h"

#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kLook = 30'000;                       ///< milliseconds between looks at the session
constexpr std::chrono::seconds kAfterWrongLogin{2}; ///< until the next try

} // namespace

SignInService::SignInService(DistrictService &district, Keyring *keyring, HashCost cost)
    : mDistrict(district)
    , mKeyring(keyring)
    , mHasher(std::make_shared<const PasswordHasher>(cost))
{
    connect(&mDistrict, &DistrictPort::districtChanged, this, &SignInService::readWay);
    connect(&mDistrict, &DistrictPort::stateChanged, this, [this](StoreState state) {
        if (state == StoreState::Opening) {
            mSession.clear();
            mTriedKept = false;
        }
        readWay();
    });
    // Whatever was written may have ended it: a password, an account.
    connect(&mDistrict, &DistrictPort::districtChanged, this, &SignInService::lookAfterSession);
    mLook.setInterval(kLook);
    connect(&mLook, &QTimer::timeout, this, &SignInService::lookAfterSession);
    mLook.start();
    if (mKeyring != nullptr) {
        connect(mKeyring, &Keyring::foundOut, this, [this] {
            emit wayChanged(); // what can be offered is known now
            readWay();
        });
    }
}

bool SignInService::canKeep() const
{
    return offersKeeping() && mKeyring != nullptr && mKeyring->isThere();
}

QString SignInService::expectedName() const
{
    return loginOf(mServer);
}

QString SignInService::key() const
{
    return u"session:"_s + mStoreName;
}

QFuture<Result<SignInOutcome>> SignInService::ask(Ask question)
{
    return mDistrict.askStoreAsProgram<SignInOutcome>(
        [&clock = mDistrict.clock(),
         origin = mDistrict.origin(),
         hasher = mHasher,
         question = std::move(question)](Store &store) {
            SignInDesk desk(store, clock, origin, *hasher);
            return question(desk);
        });
}

QFuture<Result<SignInOutcome>> SignInService::enter(Ask question)
{
    return ask(std::move(question)).then(this, [this](const Result<SignInOutcome> &outcome) {
        if (outcome && outcome.value().kind == SignInOutcome::Kind::In) {
            take(outcome.value());
        }
        return outcome;
    });
}

QFuture<Result<SignInOutcome>> SignInService::logIn(const QString &name, const Secret &password)
{
    // Tried elsewhere first: what is shown stays until somebody is let in.
    const QString url = withLogin(mServer, name.trimmed(), password.text());
    QFuture<Result<SignInOutcome>> tried = onPool<Result<SignInOutcome>>([url, name] {
        const Result<std::unique_ptr<Store>> store = openStore(url);
        SignInOutcome outcome;
        outcome.kind = store ? SignInOutcome::Kind::In : SignInOutcome::Kind::Wrong;
        outcome.user.name = name.trimmed();
        outcome.wait = store ? std::chrono::seconds(0) : kAfterWrongLogin;
        const bool isAnswer = store || store.error().code == ErrorCode::SignInNeeded;
        return isAnswer ? Result<SignInOutcome>(outcome) : Result<SignInOutcome>(store.error());
    });
    return tried.then(this, [this, url, turn = ++mTurn](const Result<SignInOutcome> &outcome) {
        // Whoever signed out meanwhile, or in as somebody else, is not brought back.
        if (turn == mTurn && outcome && outcome.value().kind == SignInOutcome::Kind::In) {
            mDistrict.openAgain([url] { return openStore(url); });
        }
        return outcome;
    });
}

QFuture<Result<SignInOutcome>> SignInService::signIn(const SignInRequest &request)
{
    if (!mServer.isEmpty()) {
        return logIn(request.name, request.password);
    }
    SignInRequest wanted = request;
    wanted.keep = request.keep && canKeep();
    const bool lost = request.keep && !wanted.keep;
    return enter([wanted](SignInDesk &desk) { return desk.signIn(wanted); })
        .then(this, [this, lost](const Result<SignInOutcome> &outcome) {
            if (lost) {
                emit messageRaised(tr("There is no keyring on this desktop: you will be asked for "
                                      "the password next time."));
            }
            return outcome;
        });
}

QFuture<Result<SignInOutcome>> SignInService::unlock(const Secret &password)
{
    const QString name = mDistrict.user().name;
    return ask([name, password, session = mSession](SignInDesk &desk) -> Result<SignInOutcome> {
               Result<SignInOutcome> proven = desk.prove(name, password, u"unlock"_s);
               if (!proven || proven.value().kind != SignInOutcome::Kind::In) {
                   return proven;
               }
               SignInOutcome outcome = std::move(proven).value();
               const Result<std::optional<QString>> ended = desk.touch(session, true);
               if (!ended) {
                   return ended.error();
               }
               outcome.session = session;
               // Its time was over: who has just proved who they are need not do so again.
               return ended.value() ? desk.open(outcome, false) : Result<SignInOutcome>(outcome);
           })
        .then(this, [this](const Result<SignInOutcome> &outcome) {
            if (outcome && outcome.value().kind == SignInOutcome::Kind::In) {
                mSession = outcome.value().session;
            }
            return outcome;
        });
}

QFuture<Result<SignInOutcome>>
SignInService::changePassword(const QString &name, const Secret &old, const Secret &fresh)
{
    const bool isPresent = name == mDistrict.user().name && !mSession.isEmpty();
    const Ask question =
        [name, old, fresh, session = isPresent ? mSession : QString()](SignInDesk &desk) {
            return desk.changePassword(name, old, fresh, session);
        };
    if (!mServer.isEmpty()) {
        // The connection was made with the old one, and could not be made again with it.
        return ask([name, old, fresh](SignInDesk &desk) {
                   return desk.changePassword(name, old, fresh, {});
               })
            .then(this, [this, name, fresh](const Result<SignInOutcome> &outcome) {
                if (outcome && outcome.value().kind == SignInOutcome::Kind::In) {
                    (void)logIn(name, fresh);
                }
                return outcome;
            });
    }
    return isPresent ? ask(question) : enter(question);
}

QFuture<Result<SignInOutcome>> SignInService::makeAdministrator(const QString &name,
                                                                const Secret &password)
{
    return enter(
        [name, password](SignInDesk &desk) { return desk.makeAdministrator(name, password); });
}

QList<PasswordCheck> SignInService::check(const QString &password, const QString &user) const
{
    return checkPassword(password, {user, {}, mDistrict.info().name, mDistrict.info().district});
}

void SignInService::take(const SignInOutcome &outcome)
{
    mSession = outcome.session;
    if (!outcome.token.isEmpty() && mKeyring != nullptr) {
        mKeyring->write(key(), outcome.token).then(this, [this](const Result<bool> &written) {
            if (!written) {
                emit messageRaised(written.error().message);
            }
        });
    }
    mDistrict.signIn(outcome.user);
}

void SignInService::workAsOwner()
{
    if (mDistrict.state() == StoreState::SignedOut) {
        mDistrict.signIn(localOwner()); // the store refuses, if somebody has a password by now
    }
}

void SignInService::signOut()
{
    if (!mServer.isEmpty()) {
        // Nobody is behind the connection any more: it is closed.
        ++mTurn;
        mDistrict.openAgain([]() -> Result<std::unique_ptr<Store>> {
            return Error{ErrorCode::SignInNeeded, {}, {}};
        });
        return;
    }
    if (const QString session = std::exchange(mSession, {}); !session.isEmpty()) {
        ask([session](SignInDesk &desk) -> Result<SignInOutcome> {
            const Result<void> ended = desk.signOut(session);
            return ended ? Result<SignInOutcome>(SignInOutcome{}) : ended.error();
        }).then(this, [this](const Result<SignInOutcome> &ended) {
            if (!ended) {
                emit messageRaised(ended.error().message);
            }
        });
    }
    if (canKeep()) {
        // Somebody else's as well, if it is no longer ours: a seat keeps one.
        mKeyring->remove(key()).then(this, [](const Result<bool> &) {});
    }
    mDistrict.signOut();
}

void SignInService::readWay()
{
    const StoreState state = mDistrict.state();
    if (state == StoreState::None || state == StoreState::Opening || state == StoreState::Failed) {
        setWay(SignInWay::None);
        return;
    }
    if (!mServer.isEmpty() && (mDistrict.isLoggedIn() || state == StoreState::SignedOut)) {
        setWay(SignInWay::Password);
        return;
    }
    if (mDistrict.info().trustsClaims()) {
        setWay(SignInWay::Choice);
        return;
    }
    if (state == StoreState::Stale) {
        return; // as it was
    }
    if (state != StoreState::SignedOut) {
        const bool isOwner = mDistrict.user().role == "owner"_L1;
        setWay(!isOwner            ? SignInWay::Password
               : mServer.isEmpty() ? SignInWay::FirstStart
                                   : SignInWay::None); // logins are given by "admin user"
        return;
    }
    // Nobody is here: whether anybody has a password makes the difference.
    mDistrict.askStoreAsProgram<bool>([](Store &store) { return store.access().hasPasswords(); })
        .then(this, [this](const Result<bool> &passwords) {
            if (mDistrict.state() != StoreState::SignedOut) {
                return;
            }
            // What cannot be told is not opened to everybody.
            const bool any = !passwords || passwords.value();
            setWay(any ? SignInWay::Password : SignInWay::FirstStart);
            if (any) {
                tryKept();
            }
        });
}

void SignInService::setWay(SignInWay way)
{
    if (std::exchange(mWay, way) != way) {
        emit wayChanged();
    }
}

void SignInService::tryKept()
{
    if (mKeyring == nullptr || mTriedKept) {
        return;
    }
    if (!mKeyring->isThere()) {
        mTriedKept = mLookedForKeyring;
        if (!std::exchange(mLookedForKeyring, true)) {
            mKeyring->look();
        }
        return;
    }
    mTriedKept = true;
    mKeyring->read(key()).then(this, [this](const Result<Secret> &token) {
        // Whoever signed in by hand meanwhile stays.
        if (!token || token.value().isEmpty() || mDistrict.state() != StoreState::SignedOut) {
            return;
        }
        ask([token = token.value()](SignInDesk &desk) {
            return desk.resume(token);
        }).then(this, [this](const Result<SignInOutcome> &outcome) {
            if (!outcome || mDistrict.state() != StoreState::SignedOut) {
                return;
            }
            if (outcome.value().kind == SignInOutcome::Kind::In) {
                mSession = outcome.value().session;
                mDistrict.signIn(outcome.value().user);
            } else {
                mKeyring->remove(key()).then(this, [](const Result<bool> &) {});
            }
        });
    });
}

void SignInService::lookAfterSession()
{
    if (mSession.isEmpty() || mWay != SignInWay::Password) {
        return;
    }
    const auto look = [&clock = mDistrict.clock(),
                       origin = mDistrict.origin(),
                       hasher = mHasher,
                       session = mSession,
                       used = std::exchange(mUsed, false)](Store &store) -> Result<QString> {
        const Result<std::optional<QString>> ended =
            SignInDesk(store, clock, origin, *hasher).touch(session, used);
        return ended ? Result<QString>(ended.value().value_or(QString()))
                     : Result<QString>(ended.error());
    };
    mDistrict.askStoreAsProgram<QString>(look).then(
        this, [this, session = mSession](const Result<QString> &ended) {
            if (ended && !ended.value().isEmpty() && session == mSession) {
                emit sessionEnded(ended.value());
            }
        });
}

} // namespace gridward
