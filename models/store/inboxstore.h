// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gridward {

/** Rows that came in and are no cases yet (来件). Thread and errors: as Store. */
class InboxStore
{
public:
    InboxStore() = default;
    InboxStore(const InboxStore &) = delete;
    InboxStore &operator=(const InboxStore &) = delete;
    virtual ~InboxStore() = default;
};

} // namespace gridward
