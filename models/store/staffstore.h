// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

namespace gridward {

/** Posts, leave, hand-overs and what must be staffed, in a store. Thread and errors: as Store. */
class StaffStore
{
public:
    StaffStore() = default;
    StaffStore(const StaffStore &) = delete;
    StaffStore &operator=(const StaffStore &) = delete;
    virtual ~StaffStore() = default;
};

} // namespace gridward
