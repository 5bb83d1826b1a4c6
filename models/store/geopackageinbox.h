// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/geopackageaccess.h"
#include "models/store/inboxstore.h"

namespace gridward {

/** The inbox of a GeoPackageStore. Thread: as Store. */
class GeoPackageInbox final : public InboxStore
{
public:
    /** All of them outlive it. */
    GeoPackageInbox(SqlConnection &connection, Store &store, StoreGuard &guard, NoteChange note);

private:
    SqlConnection &mConnection;
    Store &mStore;
    StoreGuard &mGuard;
    NoteChange mNote;
};

} // namespace gridward
