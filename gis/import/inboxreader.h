// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/inboxport.h"

#include <QStringList>

namespace gridward {

/**
 * Reads a file of unstructured rows into arrivals for the inbox: CSV and TSV (UTF-8, or GB18030 if
 * it is not; any other encoding by name), XLSX, ODS, whatever OGR reads, and JSON lines. Columns
 * are known by their headers, named in the options, or by a profile of `profileFolders`. A row
 * without a text, or damaged, is refused by its line; a time or point that cannot be read leaves
 * the row without one, and is counted in the notes. Errors: those of reading the file, Cancelled.
 * Any thread.
 */
[[nodiscard]] Result<InboxFileReport>
readInboxFile(const QString &file,
              const InboxFileOptions &options,
              const QStringList &profileFolders,
              const std::function<bool(QList<InboxArrival> &)> &take,
              const std::function<bool(int percent)> &progress);

/** The same as InboxDesk wants it. */
[[nodiscard]] InboxFileReader inboxFileReader(const QStringList &profileFolders);

} // namespace gridward
