// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/import/caseprofile.h"
#include "models/store/store.h"

#include <QList>
#include <QStringList>

namespace gridward {

/** What a store knows that an import of cases has to ask; read once, then used on any thread. */
struct CaseGround
{
    QList<UnitGrid> grids;
    QList<Division> divisions;
    QList<Organisation> organisations;
    QList<CatalogueEntry> localClasses; ///< of the profile's own scheme
    QList<ClassKey> knownTargets;       ///< classes of the profile's rules that the store has
    QStringList unknownTargets;         ///< those that it has not, "scheme kind code"

    [[nodiscard]] static Result<CaseGround> load(Store &store, const CaseProfile &profile);
};

} // namespace gridward
