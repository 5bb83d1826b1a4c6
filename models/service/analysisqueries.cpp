// SPDX-License-Identifier: GPL-3.0-or-later
// What an analysis asks of a district.
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
    if (kind == Denominator::Components) {
        return placesOf<Component>(
            [&](const PlaceQuery &query) { return store.components(query); });
    }
    return placesOf<Address>([&](const PlaceQuery &query) { return store.addresses(query); });
}

} // namespace gridward
