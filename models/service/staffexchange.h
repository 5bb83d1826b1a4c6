// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/staffworkbook.h"
#include "models/service/staffkeeper.h"

namespace gridward {

// Staff as a workbook. All functions block; on the store's thread. Errors as Store.

/** All that such a workbook holds. Refused without the permission to take staff out. */
[[nodiscard]] Result<StaffContent> readStaffContent(Store &store, const User &user);
/** What the workbook would change; nothing is written. */
[[nodiscard]] Result<StaffDiff>
previewStaff(Store &store, const User &user, const SheetRows &workbook);
/** Compares and writes in one transaction, with a note of the import and of who did it. */
[[nodiscard]] Result<StaffDiff>
importStaff(Store &store, const StaffActor &actor, const SheetRows &workbook, const QString &file);
/** It left the store: written down. */
[[nodiscard]] Result<void>
noteStaffExport(Store &store, const StaffActor &actor, const QString &file, qint64 rows);

} // namespace gridward
