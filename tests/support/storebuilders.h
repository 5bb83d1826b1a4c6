// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/store.h"
#include "models/store/storeopening.h"

#include <QList>

#include <functional>
#include <memory>
#include <utility>

namespace gridward {

// A district of one street, one community and four square grids around 116.31 E, 39.91 N.

[[nodiscard]] Instant testStart(); ///< 2026-11-21T07:00:00Z
[[nodiscard]] StoreInfo smallInfo();
[[nodiscard]] QList<Division> smallDivisions();
[[nodiscard]] QList<UnitGrid> smallGrids();
[[nodiscard]] QList<Organisation> smallOrganisations();
[[nodiscard]] QList<CatalogueEntry> smallCatalogue();
[[nodiscard]] QList<FilingStandard> smallStandards();
[[nodiscard]] QList<KeyPlace> smallPlaces();
[[nodiscard]] QList<Component> smallComponents();
[[nodiscard]] QList<Address> smallAddresses();

/** Writes all of the above but places, components and addresses; false if anything fails. */
[[nodiscard]] bool fillSmallDistrict(Store &store);

[[nodiscard]] CaseStep reportStep(Instant at);
[[nodiscard]] CaseStep stepOf(CaseAction action, CaseState to, Instant at);
/** A step that may follow itself: what two may want to do to a reported case at once. */
[[nodiscard]] CaseStep urgeStep(QStringView actor);

/** A minute apart, every second one filed, all in the first grid. */
[[nodiscard]] bool addCases(Store &store, int count, int first = 0);

/** A list of ten for every combination of filters that a store promises to answer. */
[[nodiscard]] QList<std::pair<QString, CaseQuery>> everyQuery();

/** What else is asked of a store while people work; each says whether it was answered. */
[[nodiscard]] QList<std::pair<QString, std::function<bool(Store &)>>> everyQuestion();

} // namespace gridward
