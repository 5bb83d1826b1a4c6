// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/accessservice.h"

#include "models/service/accountdesk.h"
#include "models/service/districtservice.h"
#include "models/service/passwordhash.h"

#include <utility>

namespace gridward {

AccessService::AccessService(DistrictService &district,
                             std::shared_ptr<const PasswordHasher> hasher,
                             QObject *parent)
    : AccessPort(parent)
    , mDistrict(district)
    , mHasher(std::move(hasher))
{
    connect(&mDistrict, &DistrictPort::districtChanged, this, &AccessPort::changed);
}

template <typename T>
QFuture<Result<T>> AccessService::ask(std::function<Result<T>(AccessDesk &)> question)
{
    return mDistrict.askStore<T>([actor = mDistrict.user(),
                                  origin = mDistrict.origin(),
                                  &clock = mDistrict.clock(),
                                  question = std::move(question)](Store &store) {
        AccessDesk desk(store, clock, actor, origin);
        return question(desk);
    });
}

QFuture<Result<bool>> AccessService::change(std::function<Result<void>(AccessDesk &)> change)
{
    return ask<bool>([change = std::move(change)](AccessDesk &desk) {
        const Result<void> done = change(desk);
        return done ? Result<bool>(true) : Result<bool>(done.error());
    });
}

QFuture<Result<AccessPicture>> AccessService::read()
{
    return ask<AccessPicture>([](AccessDesk &desk) { return desk.read(); });
}

QFuture<Result<bool>> AccessService::save(const User &user)
{
    return change([user](AccessDesk &desk) { return desk.save(user); });
}

QFuture<Result<bool>> AccessService::save(const UserPost &post)
{
    return change([post](AccessDesk &desk) { return desk.save(post); });
}

QFuture<Result<bool>>
AccessService::setPassword(const QString &name, const Secret &password, bool mustChange)
{
    return mDistrict.askStore<bool>([origin = mDistrict.origin(),
                                     &clock = mDistrict.clock(),
                                     hasher = mHasher,
                                     name,
                                     password,
                                     mustChange](Store &store) -> Result<bool> {
        const Result<void> done =
            AccountDesk(store, clock, origin, *hasher).setPassword(name, password, mustChange);
        return done ? Result<bool>(true) : Result<bool>(done.error());
    });
}

QFuture<Result<bool>> AccessService::set(const Grant &grant)
{
    return change([grant](AccessDesk &desk) { return desk.set(grant); });
}

QFuture<Result<bool>> AccessService::reset(const QString &role)
{
    return change([role](AccessDesk &desk) { return desk.reset(role); });
}

QFuture<Result<bool>> AccessService::add(const RoleInfo &role)
{
    return change([role](AccessDesk &desk) { return desk.add(role); });
}

QFuture<Result<AccessPreview>> AccessService::preview(const User &user, const QString &place)
{
    return ask<AccessPreview>(
        [user, place](AccessDesk &desk) { return desk.preview(user, place); });
}

} // namespace gridward
