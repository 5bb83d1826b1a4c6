// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/import/caseground.h"

using namespace Qt::StringLiterals;

namespace gridward {

Result<CaseGround> CaseGround::load(Store &store, const CaseProfile &profile)
{
    Result<QList<UnitGrid>> grids = store.grids();
    if (!grids) {
        return grids.error();
    }
    Result<QList<Division>> divisions = store.divisions();
    if (!divisions) {
        return divisions.error();
    }
    Result<QList<Organisation>> organisations = store.organisations();
    if (!organisations) {
        return organisations.error();
    }
    Result<QList<CatalogueEntry>> classes = store.catalogue(profile.scheme);
    if (!classes) {
        return classes.error();
    }
    CaseGround ground{std::move(grids).value(),
                      std::move(divisions).value(),
                      std::move(organisations).value(),
                      std::move(classes).value(),
                      {},
                      {}};
    for (const CaseClassRule &rule : profile.classes.rules) {
        if (!rule.target || ground.knownTargets.contains(*rule.target)) {
            continue;
        }
        const Result<std::optional<CatalogueEntry>> entry = store.catalogueEntry(*rule.target);
        if (!entry) {
            return entry.error();
        }
        if (entry.value()) {
            ground.knownTargets.append(*rule.target);
        } else {
            ground.unknownTargets.append(
                u"%1 %2 %3"_s.arg(rule.target->scheme, toId(rule.target->kind), rule.target->code));
        }
    }
    ground.unknownTargets.removeDuplicates();
    return ground;
}

} // namespace gridward
