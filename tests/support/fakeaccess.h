// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/accessport.h"
#include "tests/support/fakedistrict.h"

namespace gridward {

/** Accounts and rights without a store: answers at once, and notes what was asked. */
class FakeAccess final : public AccessPort
{
    Q_OBJECT
public:
    AccessPicture picture;
    AccessRules rules;
    QList<User> users;
    QList<UserPost> posts;
    QList<Grant> grants;
    QList<RoleInfo> roles;
    QStringList resets;
    struct GivenPassword
    {
        QString name;
        QString text;
        bool mustChange = false;
    };
    QList<GivenPassword> passwords;
    QList<std::pair<User, QString>> previews;
    Result<bool> done = true;

    QFuture<Result<AccessPicture>> read() override
    {
        return FakeDistrict::answer<AccessPicture>(picture);
    }
    QFuture<Result<bool>> save(const User &user) override
    {
        users.append(user);
        return FakeDistrict::answer<bool>(done);
    }
    QFuture<Result<bool>> save(const UserPost &post) override
    {
        posts.append(post);
        return FakeDistrict::answer<bool>(done);
    }
    QFuture<Result<bool>>
    setPassword(const QString &name, const Secret &password, bool mustChange) override
    {
        passwords.append({name, password.text(), mustChange});
        return FakeDistrict::answer<bool>(done);
    }
    QFuture<Result<bool>> set(const Grant &grant) override
    {
        grants.append(grant);
        if (done) {
            picture.permissions.set(grant);
        }
        return FakeDistrict::answer<bool>(done);
    }
    QFuture<Result<bool>> reset(const QString &role) override
    {
        resets.append(role);
        return FakeDistrict::answer<bool>(done);
    }
    QFuture<Result<bool>> add(const RoleInfo &role) override
    {
        roles.append(role);
        return FakeDistrict::answer<bool>(done);
    }
    QFuture<Result<AccessPreview>> preview(const User &user, const QString &place) override
    {
        previews.append({user, place});
        return FakeDistrict::answer<AccessPreview>(
            AccessPreview{user, place, previewLines(rules, user, {}), 7});
    }
};

} // namespace gridward
