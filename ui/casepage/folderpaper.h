// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/view/casefolder.h"

#include <QString>

namespace gridward {

/** What became of a folder. */
struct WrittenFolder
{
    int pages = 0;
    int files = 0;         ///< inside of it
    bool replaced = false; ///< there was a file of that name
};

/**
 * Writes the folder of a case: a PDF (A4) with its pages and its files inside, which reads without
 * this program. Written aside and renamed: whoever looks never sees half of it, and what was there
 * stays if it fails. Unreadable if it cannot be written. Any thread; takes as long as its pictures
 * are large.
 */
[[nodiscard]] Result<WrittenFolder> writeCaseFolder(const CaseFolder &folder, const QString &path);

} // namespace gridward
