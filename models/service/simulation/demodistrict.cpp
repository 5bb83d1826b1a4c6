// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/simulation/demodistrict.h"

#include "models/service/simulation/demogeometry.h"
#include "models/service/simulation/localtime.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(DemoDistrict)
};

constexpr int kYearsInForce = 2;

/** Says whom an organisation serves: a street's offices and teams bear its name. */
void assignStreets(DemoDistrict &district)
{
    for (Organisation &organisation : district.organisations) {
        for (const Division &division : std::as_const(district.divisions)) {
            if (division.level == "street"_L1 && organisation.name.startsWith(division.name)) {
                organisation.division = division.code;
            }
        }
    }
}

/** Grids, catalogue and standards are in force since the first of January some years ago. */
void assignDates(DemoDistrict &district)
{
    const QDate since(localDate(district.at).year() - kYearsInForce, 1, 1);
    QString property;
    for (const Organisation &organisation : std::as_const(district.organisations)) {
        if (organisation.kind == "property-owner"_L1) {
            property = organisation.code;
        }
    }
    for (UnitGrid &grid : district.grids) {
        grid.validFrom = since;
        if (grid.type == GridType::Enterprise) {
            grid.organisation = property;
        }
    }
    for (CatalogueEntry &entry : district.catalogue) {
        entry.validFrom = since;
    }
    for (FilingStandard &standard : district.standards) {
        standard.validFrom = since;
    }
}

Result<void> checkWhole(const DemoDistrict &district, const SimulationData &data)
{
    const bool hasRoads = !data.roads.empty();
    const bool hasBlocks = std::ranges::any_of(
        data.areas, [](const AreaOutline &area) { return area.kind == "block"_L1; });
    const bool isWhole = !district.code.isEmpty() && !district.grids.isEmpty() && hasRoads &&
                         hasBlocks && !data.surnames.isEmpty() && !data.givenNames.isEmpty() &&
                         !data.classes.isEmpty() && !data.sources.isEmpty();
    if (isWhole) {
        return {};
    }
    return Error{ErrorCode::InvalidInput,
                 Words::tr("The demo data are not complete: a district needs divisions, grids, "
                           "roads, blocks, names and classes. Install the demo data again."),
                 {}};
}

} // namespace

QList<int> DemoDistrict::gridsOf(const QString &division) const
{
    QList<int> result;
    for (int i = 0; i < static_cast<int>(grids.size()); ++i) {
        if (grids.at(i).community == division || grids.at(i).street == division) {
            result.append(i);
        }
    }
    return result;
}

GeoPoint DemoDistrict::placeOf(const KeyPlace &place)
{
    // A point's bytes have the same length of head as a ring has before its first corner, less 8.
    std::vector<GeoPoint> ring = ringOfMultiPolygon(
        place.isArea ? QByteArray(9, '\0') + place.shape : QByteArray(17, '\0') + place.shape);
    if (ring.empty()) {
        return {};
    }
    if (place.isArea) {
        ring.pop_back(); // the first corner again
    }
    GeoPoint sum;
    for (const GeoPoint &point : ring) {
        sum.longitude += point.longitude;
        sum.latitude += point.latitude;
    }
    const auto count = static_cast<double>(ring.size());
    return {sum.longitude / count, sum.latitude / count};
}

QString DemoDistrict::unitFor(const QString &kind, const QString &street) const
{
    QStringList common;
    for (const Organisation &organisation : organisations) {
        if (organisation.kind != kind) {
            continue;
        }
        if (!organisation.division.isEmpty() && organisation.division == street) {
            return organisation.code;
        }
        if (organisation.division.isEmpty()) {
            common.append(organisation.code);
        }
    }
    return common.isEmpty() ? QString() : common.at(street.right(3).toInt() % common.size());
}

Result<DemoDistrict> buildDemoDistrict(const SimulationData &data, Instant at, qint64 seed)
{
    DemoDistrict district;
    district.at = at;
    district.seed = seed;
    district.divisions = data.divisions;
    district.grids = data.grids;
    district.organisations = data.organisations;
    district.catalogue = data.catalogue;
    district.standards = data.standards;
    for (const Division &division : std::as_const(district.divisions)) {
        if (division.level == "district"_L1) {
            district.code = division.code;
            district.name = division.name;
        }
    }
    if (const Result<void> whole = checkWhole(district, data); !whole) {
        return whole.error();
    }
    QList<GridOutline> outlines;
    for (const UnitGrid &grid : std::as_const(district.grids)) {
        outlines.append({grid.code, grid.outline});
        district.gridRings.push_back(ringOfMultiPolygon(grid.outline));
    }
    Result<std::shared_ptr<const GridLocator>> locator = GridLocator::build(outlines);
    if (!locator) {
        return locator.error();
    }
    district.locator = std::move(locator).value();
    assignStreets(district);
    assignDates(district);
    addDemoPlaces(data, district);
    addDemoStaff(data, district);
    return district;
}

} // namespace gridward
