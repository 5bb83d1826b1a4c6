// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/signinport.h"
#include "tests/support/fakedistrict.h"

namespace gridward {

/** Signing in without a store: answers at once with what a test put there. */
class FakeSignIn final : public SignInPort
{
public:
    [[nodiscard]] SignInWay way() const override { return theWay; }
    [[nodiscard]] bool canKeep() const override { return keeps; }
    QFuture<Result<SignInOutcome>> signIn(const SignInRequest &request) override
    {
        requests.append(request);
        return FakeDistrict::answer<SignInOutcome>(outcome);
    }
    QFuture<Result<SignInOutcome>> unlock(const Secret &password) override
    {
        unlocks.append(password.text());
        return FakeDistrict::answer<SignInOutcome>(outcome);
    }
    QFuture<Result<SignInOutcome>>
    changePassword(const QString &name, const Secret &old, const Secret &fresh) override
    {
        changes.append({name, old.text(), fresh.text()});
        return FakeDistrict::answer<SignInOutcome>(outcome);
    }
    QFuture<Result<SignInOutcome>> makeAdministrator(const QString &name,
                                                     const Secret &password) override
    {
        changes.append({name, password.text()});
        return FakeDistrict::answer<SignInOutcome>(outcome);
    }
    [[nodiscard]] QList<PasswordCheck> check(const QString &password,
                                             const QString &user) const override
    {
        return checkPassword(password,
                             {user, {}, QStringLiteral("东城区"), QStringLiteral("110101")});
    }
    void workAsOwner() override { ++owners; }
    void signOut() override { ++signOuts; }
    void noteUse() override { ++uses; }

    void say(SignInOutcome::Kind kind, std::chrono::seconds wait = {})
    {
        SignInOutcome said;
        said.kind = kind;
        said.wait = wait;
        outcome = said;
    }

    SignInWay theWay = SignInWay::Password;
    bool keeps = false;
    Result<SignInOutcome> outcome = SignInOutcome{};
    QList<SignInRequest> requests;
    QStringList unlocks;
    QList<QStringList> changes;
    int owners = 0;
    int signOuts = 0;
    int uses = 0;
};

} // namespace gridward
