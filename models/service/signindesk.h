// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/audit.h"
#include "models/domain/district.h"
#include "models/service/passwordhash.h"
#include "models/service/passwordrules.h"
#include "models/store/accountstore.h"
#include "models/store/store.h"

#include <QString>

#include <chrono>
#include <cstdint>
#include <optional>

namespace gridward {

/** How an attempt to sign in ended. */
struct SignInOutcome
{
    enum class Kind : std::uint8_t {
        In,         ///< `user` is who they say
        Wrong,      ///< name or password: it is not told which
        Wait,       ///< too many wrong ones; nothing was verified, try after `wait`
        MustChange, ///< right, but nothing is possible until the password was changed
    };
    Kind kind = Kind::Wrong;
    User user;                    ///< if In or MustChange
    QString session;              ///< id, if In
    Secret token;                 ///< if In and it was asked for: opens the session again
    std::chrono::seconds wait{0}; ///< if Wait; after Wrong: until the next attempt is looked at
};

/** Who wants in. */
struct SignInRequest
{
    QString name;
    Secret password;
    bool keep = false; ///< with a token that opens the session again
};

/**
 * Accounts with passwords: signing in and out, changing passwords, sessions. Works on a store as
 * the program itself, whomever the store acts for. Every function blocks, those with a password for
 * as long as Argon2id takes: on the store's thread, or where a command runs. Errors: Refused with
 * what to do, and those of Store.
 */
class SignInDesk
{
public:
    /** All are borrowed; `origin` names the seat. */
    SignInDesk(Store &store, const Clock &clock, QString origin, const PasswordHasher &hasher);

    static constexpr int kFreeTries = 3; ///< wrong ones in a row without a delay
    static constexpr std::chrono::seconds kFirstDelay{2};
    static constexpr std::chrono::seconds kLongestDelay{300};
    static constexpr std::chrono::hours kForgotten{24}; ///< failures older than that do not count
    static constexpr std::chrono::hours kSessionLife{12};
    static constexpr std::chrono::hours kSessionIdle{4};
    static constexpr std::chrono::hours kKeptLife{7 * 24}; ///< of a session with a token

    /** How long after so many failures in a row the next attempt is looked at. */
    [[nodiscard]] static std::chrono::seconds delayAfter(int failures);

    [[nodiscard]] Result<SignInOutcome> signIn(const SignInRequest &request);
    /** The same without a session; `what` it is for stands in the audit log. */
    [[nodiscard]] Result<SignInOutcome>
    prove(const QString &name, const Secret &password, const QString &what);
    /** The user whose session has this token, if it still runs; goes on with that session. */
    [[nodiscard]] Result<SignInOutcome> resume(const Secret &token);
    /**
     * Is the session open still? Notes that it was used if `used`; ends it when its time has come.
     * Nothing if it is open, else why it is not.
     */
    [[nodiscard]] Result<std::optional<QString>> touch(const QString &session, bool used);
    [[nodiscard]] Result<void> signOut(const QString &session);

    /**
     * A new password of one's own, with the old one. Ends the user's other sessions. Wrong and Wait
     * as signIn(); Refused if the new one breaks a rule.
     */
    [[nodiscard]] Result<SignInOutcome> changePassword(const QString &name,
                                                       const Secret &old,
                                                       const Secret &fresh,
                                                       const QString &session);
    /** The rules that a new password of this user has to keep. */
    [[nodiscard]] Result<PasswordContext> contextOf(const QString &name);
    /**
     * The first administrator of a store without passwords, signed in; afterwards the local owner
     * is nobody. Refused where somebody has a password already.
     */
    [[nodiscard]] Result<SignInOutcome> makeAdministrator(const QString &name,
                                                          const Secret &password);
    /** Opens a session for somebody who has proved who they are. */
    [[nodiscard]] Result<SignInOutcome> open(SignInOutcome proven, bool keep);
    /** Ends all sessions of a user but one. */
    [[nodiscard]] Result<void>
    endSessions(const QString &user, const QString &why, const QString &but = {});

private:
    struct Attempt
    {
        QString name;   ///< as typed, trimmed, after NFKC
        QString mark;   ///< of the name
        QString origin; ///< of the counter that counts it
        std::optional<User> user;
        std::optional<StoredPassword> stored;
        std::chrono::seconds wait{0};
        int count = 0; ///< failures, this one counted
    };

    [[nodiscard]] Result<Attempt> begin(const QString &name);
    [[nodiscard]] Result<SignInOutcome> verify(const QString &name, const Secret &password);
    /** On a server: is it the login, and its password? */
    [[nodiscard]] Result<SignInOutcome>
    verifyLogin(const QString &login, const QString &name, const Secret &password);
    [[nodiscard]] Result<SignInOutcome> accept(const Attempt &attempt, const Secret &password);
    [[nodiscard]] Result<SignInOutcome> refuse(const Attempt &attempt);
    [[nodiscard]] Result<void> end(UserSession session, const QString &why);
    [[nodiscard]] Result<void>
    note(AuditKind kind, const QString &actor, const QString &subject, const QJsonObject &facts);
    [[nodiscard]] Result<QString> markOf(const QString &name);

    Store &mStore;
    const Clock &mClock;
    QString mOrigin;
    const PasswordHasher &mHasher;
};

/** Letters, digits, dots, hyphens and underscores, 2 to 64 of them. */
[[nodiscard]] bool isUserName(const QString &name);
/** What an outcome other than In means, in words. */
[[nodiscard]] QString outcomeWords(const SignInOutcome &outcome);

} // namespace gridward
