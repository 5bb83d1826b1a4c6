// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/districtpicture.h"

#include "models/service/divisionname.h"

#include <QDateTime>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kPage = 10'000;

/** Every open case, however many: one that is missing on the map is one that nobody goes to. */
Result<QList<Case>> openNow(Store &store)
{
    CaseQuery query;
    query.openOnly = true;
    query.limit = kPage;
    QList<Case> open;
    for (;;) {
        const Result<QList<Case>> page = store.cases().list(query);
        if (!page) {
            return page;
        }
        open.append(page.value());
        if (page.value().size() < kPage) {
            return open;
        }
        query.before = open.last().id;
    }
}

/** Every case that was open then. Visits the whole log: for pictures of the past, not for screens.
 */
Result<QList<Case>> openThen(Store &store, Instant moment)
{
    QList<Case> open;
    Result<void> failure;
    const Result<void> visited =
        store.cases().visitAll([&](const Case &subject, const QList<CaseEvent> &events) {
            QList<CaseEvent> until;
            for (const CaseEvent &event : events) {
                if (event.at <= moment) {
                    until.append(event);
                }
            }
            if (until.isEmpty()) {
                return true;
            }
            const Result<CaseRecord> then = replayRecord(subject.id, until);
            if (!then) {
                failure = then.error();
                return false;
            }
            if (isOpen(then.value().subject.state)) {
                open.append(then.value().subject);
            }
            return true;
        });
    if (!visited || !failure) {
        return visited ? failure.error() : visited.error();
    }
    return open;
}

QDate localDay(const StoreInfo &info, Instant moment)
{
    const QTimeZone zone(info.timeZone.toLatin1());
    return QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count(),
                                          zone.isValid() ? zone : QTimeZone::utc())
        .date();
}

Result<DistrictPicture> readMoment(Store &store, std::optional<Instant> asOf)
{
    Result<QList<Division>> divisions = store.divisions();
    Result<QList<UnitGrid>> grids = store.grids();
    Result<QList<KeyPlace>> places = store.keyPlaces();
    Result<QList<Case>> cases = asOf ? openThen(store, *asOf) : openNow(store);
    if (!divisions) {
        return divisions.error();
    }
    if (!grids) {
        return grids.error();
    }
    if (!places) {
        return places.error();
    }
    if (!cases) {
        return cases.error();
    }
    const Instant moment = asOf.value_or(SystemClock().now());
    Result<QHash<QString, QString>> managers = managersOf(store, moment);
    if (!managers) {
        return managers.error();
    }
    DistrictPicture picture;
    picture.name = store.info().name;
    picture.simulated = store.info().isSimulated();
    picture.at = moment;
    picture.divisions = std::move(divisions).value();
    for (Division &division : picture.divisions) {
        division.name = calledName(division);
    }
    picture.grids = std::move(grids).value();
    picture.keyPlaces = std::move(places).value();
    picture.openCases = std::move(cases).value();
    picture.managers = std::move(managers).value();
    return picture;
}

} // namespace

Result<QHash<QString, QString>> managersOf(Store &store, Instant moment)
{
    const Result<QList<RoleHolder>> holders =
        store.holdersOf(u"manager"_s, localDay(store.info(), moment));
    if (!holders) {
        return holders.error();
    }
    QHash<QString, QString> managers;
    for (const RoleHolder &holder : holders.value()) {
        QString &names = managers[holder.area];
        names += names.isEmpty() ? holder.name : u"、"_s + holder.name;
    }
    return managers;
}

Result<DistrictPicture> readDistrictPicture(Store &store, std::optional<Instant> asOf)
{
    Result<DistrictPicture> picture = Error{};
    const Result<void> read = store.snapshot([&]() -> Result<void> {
        picture = readMoment(store, asOf);
        return picture ? Result<void>() : Result<void>(picture.error());
    });
    return read ? picture : Result<DistrictPicture>(read.error());
}

} // namespace gridward
