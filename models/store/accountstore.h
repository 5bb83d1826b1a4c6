// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

namespace gridward {

/** Passwords, failed attempts and sessions of a store. Thread and errors: as Store. */
class AccountStore
{
public:
    AccountStore() = default;
    AccountStore(const AccountStore &) = delete;
    AccountStore &operator=(const AccountStore &) = delete;
    virtual ~AccountStore() = default;
};

} // namespace gridward
