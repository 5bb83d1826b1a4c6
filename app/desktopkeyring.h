// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/keyring.h"

namespace gridward {

/**
 * The desktop's keyring (Secret Service, KWallet) through QtKeychain. Never falls back to a file:
 * without a keyring nothing is kept. GUI thread.
 */
class DesktopKeyring final : public Keyring
{
    Q_OBJECT
public:
    using Keyring::Keyring;

    void look() override;
    [[nodiscard]] bool isThere() const override { return mIsThere; }
    QFuture<Result<Secret>> read(const QString &key) override;
    QFuture<Result<bool>> write(const QString &key, const Secret &secret) override;
    QFuture<Result<bool>> remove(const QString &key) override;

private:
    bool mIsThere = false;
    bool mLooks = false;
};

} // namespace gridward
