// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

namespace gridward {

/** Callers and households of a store: what is masked. Thread and errors: as Store. */
class PersonalStore
{
public:
    PersonalStore() = default;
    PersonalStore(const PersonalStore &) = delete;
    PersonalStore &operator=(const PersonalStore &) = delete;
    virtual ~PersonalStore() = default;
};

} // namespace gridward
