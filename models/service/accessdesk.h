// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/audit.h"
#include "models/domain/permission.h"
#include "models/domain/result.h"
#include "models/store/store.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace gridward {

/** One permission as somebody has it at a place. */
struct PreviewLine
{
    Thing thing = Thing::Case;
    QString action;
    Reach reach = Reach::None; ///< how far they have it
    bool isHere = false;       ///< for whatever lies at the place
    bool isPartly = false;     ///< there, but only for their own or their unit's

    bool operator==(const PreviewLine &) const = default;
};

/** What can this person see and do here? */
struct AccessPreview
{
    User user;     ///< in the post that was asked about
    QString place; ///< code of the grid or division; empty: the district
    QList<PreviewLine> lines;
    int openCases = 0; ///< that they see there; up to 10,000
};

/** Everything there is to say about accounts and rights. */
struct AccessPicture
{
    QList<User> users;
    QList<UserPost> posts;
    Permissions permissions;
    QHash<QString, QString> people; ///< names of those behind the accounts, by id
    bool hasPasswords = false;
};

/**
 * Looks after accounts, posts, roles and what they may do: checks, writes, and writes down who
 * changed what. Blocks; runs on the store's thread, for whom the store works. Errors: Refused
 * (permission, or a rule: says which), InvalidInput (says what is wrong), NotFound.
 */
class AccessDesk
{
public:
    /** All of it outlives the desk. `actor` is who does it, `origin` from where. */
    AccessDesk(Store &store, const Clock &clock, User actor, QString origin);

    [[nodiscard]] Result<AccessPicture> read();

    /**
     * A new account, or what changed of one. Refused if nobody would be left who may change
     * accounts; InvalidInput for an unknown role, division, organisation or person.
     */
    [[nodiscard]] Result<void> save(const User &user);
    /** InvalidInput for what save() would not take of it. */
    [[nodiscard]] Result<void> checkUser(const User &user);
    /** A further post, or its end. */
    [[nodiscard]] Result<void> save(const UserPost &post);

    /** One cell of the table of rights. Refused if nobody would be left who may change it. */
    [[nodiscard]] Result<void> set(const Grant &grant);
    /** Back to what the program gives a role. */
    [[nodiscard]] Result<void> reset(const QString &role);
    /** A role of the district's own, without any rights yet. */
    [[nodiscard]] Result<void> add(const RoleInfo &role);

    /** What that user can see and do at a place, in this post. */
    [[nodiscard]] Result<AccessPreview> preview(const User &user, const QString &place);

private:
    [[nodiscard]] Result<void> may(Thing thing, const QString &action);
    [[nodiscard]] Result<void> checkNames(const QString &division, const QString &organisation);
    /** Refused unless somebody who is not disabled may still change accounts and rights. */
    [[nodiscard]] Result<void> checkKeeper(const QList<User> &users,
                                           const Permissions &permissions);
    [[nodiscard]] Result<void>
    write(const Permissions &permissions, const QString &subject, const QJsonObject &facts);
    [[nodiscard]] Result<void>
    note(AuditKind kind, const QString &subject, const QJsonObject &facts);

    Store &mStore;
    const Clock &mClock;
    User mActor;
    QString mOrigin;
};

/** What the rules say of a place, without looking at any case. Pure. */
[[nodiscard]] QList<PreviewLine>
previewLines(const AccessRules &rules, const User &user, const Spot &place);

} // namespace gridward
