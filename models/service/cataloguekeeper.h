// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/cataloguediff.h"
#include "models/domain/crosswalk.h"
#include "models/domain/instant.h"
#include "models/domain/result.h"
#include "models/store/store.h"

#include <QSet>
#include <QString>

#include <optional>

namespace gridward {

// The catalogue of a store as a whole. All functions block; on the store's thread. Errors as Store.

/** All that is in force, of every scheme. */
[[nodiscard]] Result<CatalogueContent> readCatalogue(Store &store);

/** Where a workbook comes from and what it may name beside what the store knows. */
struct CatalogueOrder
{
    QString file;        ///< name, for the note of the import
    QString actor;       ///< who imports
    Instant at;          ///< when; the day of it in the store's time zone is the day of the change
    QSet<QString> units; ///< kinds of units and departments beside the store's
};

/** What the workbook would change; nothing is written. */
[[nodiscard]] Result<CatalogueDiff>
previewCatalogue(Store &store, const CatalogueWorkbook &workbook, const CatalogueOrder &order);

/** Compares and writes in one transaction, with a note of the import. */
[[nodiscard]] Result<CatalogueDiff>
importCatalogue(Store &store, const CatalogueWorkbook &workbook, const CatalogueOrder &order);

/** What a crosswalk makes of the classes of a scheme that are in force. */
[[nodiscard]] Result<CrosswalkReport> readCrosswalkReport(Store &store,
                                                          const Crosswalk &crosswalk,
                                                          const QString &from,
                                                          const QString &to);

/**
 * The condition a case was filed under, as it was then: the version in force on the day of filing,
 * whatever became of it since; the newest one if the time of filing is not known. Nothing if there
 * never was such a condition.
 */
[[nodiscard]] Result<std::optional<FilingStandard>>
filedStandard(Store &store, const QString &id, const std::optional<Instant> &filedAt);

} // namespace gridward
