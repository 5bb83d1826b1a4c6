// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/accessport.h"

#include <memory>

namespace gridward {

class DistrictService;
class PasswordHasher;

/** AccessPort over the store that a DistrictService has open. GUI thread. */
class AccessService final : public AccessPort
{
    Q_OBJECT
public:
    /** The service outlives it. */
    AccessService(DistrictService &district,
                  std::shared_ptr<const PasswordHasher> hasher,
                  QObject *parent = nullptr);

    QFuture<Result<AccessPicture>> read() override;
    QFuture<Result<bool>> save(const User &user) override;
    QFuture<Result<bool>> save(const UserPost &post) override;
    QFuture<Result<bool>>
    setPassword(const QString &name, const Secret &password, bool mustChange) override;
    QFuture<Result<bool>> set(const Grant &grant) override;
    QFuture<Result<bool>> reset(const QString &role) override;
    QFuture<Result<bool>> add(const RoleInfo &role) override;
    QFuture<Result<AccessPreview>> preview(const User &user, const QString &place) override;

private:
    template <typename T>
    QFuture<Result<T>> ask(std::function<Result<T>(AccessDesk &)> question);
    QFuture<Result<bool>> change(std::function<Result<void>(AccessDesk &)> change);

    DistrictService &mDistrict;
    std::shared_ptr<const PasswordHasher> mHasher;
};

} // namespace gridward
