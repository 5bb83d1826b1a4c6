// SPDX-License-Identifier: GPL-3.0-or-later
// What an analysis asks of a district.
#include "models/domain/evenspread.h"
#include "models/service/districtqueries.h"

#include <QHash>

#include <functional>

namespace gridward {

namespace {

/** So many at a time: the rows are whole ones, and only their places stay. */
constexpr int kPlacesAtATime = 5000;

const QString &keyOf(const Component &component)
{
    return component.code;
}

const QString &keyOf(const Address &address)
{
    return address.id;
}

/** The places of all that `read` finds, piece by piece. */
template <typename Row>
Result<CasePoints> placesOf(const std::function<Result<QList<Row>>(const PlaceQuery &)> &read)
{
    CasePoints places;
    PlaceQuery query;
    query.limit = kPlacesAtATime;
    while (true) {
        const Result<QList<Row>> rows = read(query);
        if (!rows) {
            return rows.error();
        }
        for (const Row &row : rows.value()) {
            places.longitudes.append(row.place.longitude);
            places.latitudes.append(row.place.latitude);
        }
        if (rows.value().size() < kPlacesAtATime) {
            places.visited = places.longitudes.size();
            return places;
        }
        query.after = keyOf(rows.value().last());
    }
}

constexpr double kSpacing = 25.0;          ///< metres: below any bandwidth that is offered
constexpr qsizetype kMostPlaces = 400'000; ///< 250 km² at that spacing

/** What is known of the grids and not of places in them. */
Result<CasePoints> spreadOverGrids(Store &store, int UnitGrid::*number)
{
    const Result<QList<UnitGrid>> grids = store.grids();
    if (!grids) {
        return grids.error();
    }
    QList<GridNumber> numbers;
    for (const UnitGrid &grid : grids.value()) {
        numbers.append({{grid.code, grid.outline}, static_cast<double>(grid.*number)});
    }
    const Result<QList<WeightedPlace>> spread = evenSpread(numbers, kSpacing, kMostPlaces);
    if (!spread) {
        return spread.error();
    }
    CasePoints places;
    places.visited = grids.value().size();
    for (const WeightedPlace &one : spread.value()) {
        places.longitudes.append(one.place.longitude);
        places.latitudes.append(one.place.latitude);
        places.weights.append(one.weight);
    }
    return places;
}

} // namespace

Result<CasePoints> readCasePoints(Store &store, const CasePlaceQuery &query)
{
    CasePoints points;
    points.from = query.from;
    points.to = query.to;
    const Result<void> visited = store.cases().visitPlaces(query, [&](const CasePlace &one) {
        ++points.visited;
        if (one.place) {
            points.longitudes.append(one.place->longitude);
            points.latitudes.append(one.place->latitude);
            points.ids.append(one.id);
            points.personal.append(one.isPersonal);
        } else {
            ++points.withoutPlace;
        }
        return true;
    });
    return visited ? Result<CasePoints>(std::move(points)) : Result<CasePoints>(visited.error());
}

Result<QList<Case>>
readCases(Store &store, CaseDesk &desk, const QList<CaseId> &ids, const User &user)
{
    const Result<QList<Case>> found = store.cases().findThose(ids);
    if (!found) {
        return found;
    }
    QHash<QUuid, const Case *> byId;
    for (const Case &one : found.value()) {
        if (desk.maySee(one, user)) {
            byId.insert(one.id.value, &one);
        }
    }
    QList<Case> inOrder;
    for (const CaseId &id : ids) {
        if (const Case *one = byId.value(id.value)) {
            inOrder.append(*one);
        }
    }
    return inOrder;
}

Result<CasePoints> readDenominator(Store &store, Denominator kind)
{
    switch (kind) {
    case Denominator::Residents:
        return spreadOverGrids(store, &UnitGrid::residents);
    case Denominator::Households:
        return spreadOverGrids(store, &UnitGrid::households);
    case Denominator::Components:
        return placesOf<Component>(
            [&](const PlaceQuery &query) { return store.components(query); });
    case Denominator::Addresses:
        break;
    }
    return placesOf<Address>([&](const PlaceQuery &query) { return store.addresses(query); });
}

} // namespace gridward
