// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/passwordrules.h"
#include "models/service/signindesk.h"

#include <QFuture>
#include <QObject>
#include <QString>

#include <cstdint>

namespace gridward {

/** How one gets in here. */
enum class SignInWay : std::uint8_t {
    None,       ///< no store is open
    Choice,     ///< a demo or drill: by saying who one is
    FirstStart, ///< a real store in which nobody has a password yet
    Password,
};

/**
 * What the screens ask of signing in. Answers come as futures on the GUI thread, where this lives;
 * verifying happens elsewhere. Errors: those of SignInDesk.
 */
class SignInPort : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] virtual SignInWay way() const = 0;
    /** May the seat keep a session? It needs a keyring. */
    [[nodiscard]] virtual bool canKeep() const = 0;
    /** Could it, with a keyring? A server has pass files for that. */
    [[nodiscard]] virtual bool offersKeeping() const { return true; }
    /** Who is expected here; empty: nobody in particular. */
    [[nodiscard]] virtual QString expectedName() const { return {}; }

    /** If it succeeds, the district goes on as that user. Wrong, Wait and MustChange change
     * nothing.
     */
    [[nodiscard]] virtual QFuture<Result<SignInOutcome>> signIn(const SignInRequest &request) = 0;
    /** The password of the present user again: nothing changes but that they are there. */
    [[nodiscard]] virtual QFuture<Result<SignInOutcome>> unlock(const Secret &password) = 0;
    /** Of the present user, or of one who must change it before anything else. */
    [[nodiscard]] virtual QFuture<Result<SignInOutcome>>
    changePassword(const QString &name, const Secret &old, const Secret &fresh) = 0;
    /** Only on first start. */
    [[nodiscard]] virtual QFuture<Result<SignInOutcome>>
    makeAdministrator(const QString &name, const Secret &password) = 0;
    /** What a new password has to be, and what this one is of it. Costs nothing. */
    [[nodiscard]] virtual QList<PasswordCheck> check(const QString &password,
                                                     const QString &user) const = 0;
    /** Only on first start: everything may be done, in nobody's name. */
    virtual void workAsOwner() = 0;
    virtual void signOut() = 0;
    /** Somebody is working at the seat, or watches a wall: the session is in use. */
    virtual void noteUse() = 0;

signals:
    void wayChanged();
    /** Its time is over, the account was disabled, the password changed: the id of the reason. */
    void sessionEnded(const QString &why);
    /** Something about keeping a session did not work; in words. */
    void messageRaised(const QString &message);
};

} // namespace gridward
