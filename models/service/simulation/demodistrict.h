// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/dutyroster.h"
#include "models/domain/gridlocator.h"
#include "models/service/simulation/simulationdata.h"

#include <QList>
#include <QString>

#include <memory>

namespace gridward {

/** An hour of a post that nobody covers: put into the roster on purpose, so that it can be found.
 */
struct UncoveredTime
{
    QString post;
    QString area;
    Instant from;
    Instant to;
};

/** Everything of the demo that stands still: what the store is filled with before the cases. */
struct DemoDistrict
{
    Instant at; ///< the demo's "now"
    qint64 seed = 0;
    QString code;
    QString name;

    QList<Division> divisions;
    QList<UnitGrid> grids; ///< by code, as the locator numbers them
    QList<Organisation> organisations;
    QList<Person> people;
    QList<Duty> duties;
    QList<Shift> shifts;
    QList<UncoveredTime> uncovered;
    QList<Post> posts;
    QList<PostHolding> holdings;
    QList<Leave> leaves;
    QList<Handover> handovers;
    QList<StaffPosition> positions;
    QList<KeyPlace> keyPlaces;
    QList<Component> components;
    QList<Address> addresses;
    QList<Resource> resources;
    QList<User> users;
    QList<CatalogueEntry> catalogue;
    QList<FilingStandard> standards;

    std::vector<std::vector<GeoPoint>> gridRings; ///< outline of each grid, in their order
    std::shared_ptr<const GridLocator> locator;

    /** The grid of a point; -1 outside of the district. */
    [[nodiscard]] int gridAt(const GeoPoint &point) const { return locator->indexOf(point); }
    /** The grids of a community (or street), by their place in `grids`. */
    [[nodiscard]] QList<int> gridsOf(const QString &division) const;
    /** The middle of an area, or the point itself. */
    [[nodiscard]] static GeoPoint placeOf(const KeyPlace &place);
    /**
     * The organisation of this kind that serves the street; of several, always the same for the
     * same street. Empty if the district has none of that kind.
     */
    [[nodiscard]] QString unitFor(const QString &kind, const QString &street) const;
};

inline constexpr const char *kDemoZone = "Asia/Shanghai";

/**
 * Makes up the district at this moment. The same data, moment and seed give the same district.
 * Errors: as GridLocator::build(), if the outlines are not sound; InvalidInput if a part is
 * missing. Takes half a second; any thread.
 */
[[nodiscard]] Result<DemoDistrict>
buildDemoDistrict(const SimulationData &data, Instant at, qint64 seed);

/** The part of it that has a place: addresses, components, key places, resources. */
void addDemoPlaces(const SimulationData &data, DemoDistrict &district);
/** The part of it that are people: staff, duties, roster, positions, users. */
void addDemoStaff(const SimulationData &data, DemoDistrict &district);
/** How likely somebody with this role in a grid is out there by day, and which part of that at an
 * hour. */
[[nodiscard]] double fieldShare(const QString &role);
[[nodiscard]] double outdoorShare(Instant moment);
/** What happens to them: posts, leave with and without deputies, hand-overs of the last days. */
void addDemoStaffLife(DemoDistrict &district);

} // namespace gridward
