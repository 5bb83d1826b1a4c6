// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/geopackageinbox.h"

#include <utility>

namespace gridward {

GeoPackageInbox::GeoPackageInbox(SqlConnection &connection,
                                 Store &store,
                                 StoreGuard &guard,
                                 NoteChange note)
    : mConnection(connection)
    , mStore(store)
    , mGuard(guard)
    , mNote(std::move(note))
{
}

} // namespace gridward
