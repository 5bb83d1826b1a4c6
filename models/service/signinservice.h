// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/districtservice.h"
#include "models/service/signinport.h"

#include <QTimer>

#include <memory>

namespace gridward {

class Keyring;

/** Signs in at the store of a DistrictService, on the store's thread. GUI thread. */
class SignInService final : public SignInPort
{
    Q_OBJECT
public:
    /** The district and the keyring outlive it; without a keyring nothing is kept. */
    SignInService(DistrictService &district, Keyring *keyring, HashCost cost = {});

    /** The store that is being opened: under this name a session is kept. */
    void setStoreName(const QString &name) { mStoreName = name; }
    /** It is on a server at that address: signing in is logging in there. */
    void setServer(const QString &url) { mServer = url; }

    [[nodiscard]] SignInWay way() const override { return mWay; }
    [[nodiscard]] bool canKeep() const override;
    [[nodiscard]] bool offersKeeping() const override { return mServer.isEmpty(); }
    [[nodiscard]] QString expectedName() const override;
    QFuture<Result<SignInOutcome>> signIn(const SignInRequest &request) override;
    QFuture<Result<SignInOutcome>> unlock(const Secret &password) override;
    QFuture<Result<SignInOutcome>>
    changePassword(const QString &name, const Secret &old, const Secret &fresh) override;
    QFuture<Result<SignInOutcome>> makeAdministrator(const QString &name,
                                                     const Secret &password) override;
    [[nodiscard]] QList<PasswordCheck> check(const QString &password,
                                             const QString &user) const override;
    void workAsOwner() override;
    void signOut() override;
    void noteUse() override { mUsed = true; }

    /** For whoever sets passwords here: the same cost for all. */
    [[nodiscard]] const std::shared_ptr<const PasswordHasher> &hasher() const { return mHasher; }

private:
    using Ask = std::function<Result<SignInOutcome>(SignInDesk &)>;

    [[nodiscard]] QFuture<Result<SignInOutcome>> ask(Ask question);
    [[nodiscard]] QFuture<Result<SignInOutcome>> enter(Ask question);
    /** Logs in at the server; if that is so, the store is opened anew with that login. */
    [[nodiscard]] QFuture<Result<SignInOutcome>> logIn(const QString &name, const Secret &password);
    void take(const SignInOutcome &outcome);
    void readWay();
    void setWay(SignInWay way);
    void lookAfterSession();
    void tryKept();
    [[nodiscard]] QString key() const;

    DistrictService &mDistrict;
    Keyring *mKeyring;
    std::shared_ptr<const PasswordHasher> mHasher;
    SignInWay mWay = SignInWay::None;
    QString mStoreName;
    QString mServer; ///< its address; empty for a file
    int mTurn = 0;   ///< of logging in and out there
    QString mSession;
    bool mUsed = false;
    bool mTriedKept = false;
    bool mLookedForKeyring = false;
    QTimer mLook;
};

} // namespace gridward
