// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/import/caseground.h"
#include "gis/import/caseprofile.h"
#include "gis/import/caserow.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>
#include <vector>

namespace gridward {

/** Some rows of a file in their order, with the categories and units they are the first to name. */
struct CaseBlock
{
    std::vector<CaseRow> rows;
    QList<CatalogueEntry> newClasses;
    QList<Organisation> newUnits;
    int percent = 0;
};

/**
 * Reads a file of cases: parses on a thread of its own and hands the blocks to `take` on the
 * calling one, a few at a time, so that memory stays bounded. Ends at the first error of `take`,
 * which it gives back. Returns the SHA-256 of the file.
 */
[[nodiscard]] Result<QByteArray> readCaseFile(const QString &file,
                                              const CaseProfile &profile,
                                              const CaseGround &ground,
                                              const std::function<Result<void>(CaseBlock &)> &take);

} // namespace gridward
