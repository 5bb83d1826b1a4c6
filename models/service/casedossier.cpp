// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/casedossier.h"

#include "models/domain/dutyroster.h"
#include "models/domain/innerpoint.h"
#include "models/service/casejson.h"
#include "models/service/districtqueries.h"
#include "models/service/rulekeeper.h"
#include "models/store/accessstore.h"
#include "models/store/storeguard.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kMostComponents = 500;
constexpr int kMostAddresses = 200;
constexpr int kMostCasesOfAGrid = 100;
constexpr double kMetresOfADegree = 111'320.0;

EvidencePhase phaseOf(CaseAction action)
{
    switch (action) {
    case CaseAction::Report:
    case CaseAction::Import:
    case CaseAction::Verify:
    case CaseAction::File:
        return EvidencePhase::Before;
    case CaseAction::Handle:
    case CaseAction::Feedback:
        return EvidencePhase::After;
    case CaseAction::Check:
    case CaseAction::Rework:
        return EvidencePhase::Check;
    default:
        return EvidencePhase::Other;
    }
}

QByteArray hashOf(const QByteArray &content)
{
    return QCryptographicHash::hash(content, QCryptographicHash::Sha256);
}

void lookAtPicture(EvidenceItem &item, const std::optional<GeoPoint> &place, const QTimeZone &zone)
{
    if (!item.isPicture()) {
        return;
    }
    // What says nothing, or is damaged, is shown as saying nothing: the hash tells the rest.
    if (Result<PhotoFacts> facts = readPhotoFacts(item.attachment.content, zone)) {
        item.photo = std::move(facts).value();
        if (item.photo->place && place) {
            item.metres = groundDistance(*item.photo->place, *place);
        }
    }
}

/** What the log says came with each step. */
QList<EvidenceItem> loggedEvidence(const QList<CaseEvent> &events)
{
    QList<EvidenceItem> logged;
    for (const CaseEvent &event : events) {
        const QJsonArray list = QJsonDocument::fromJson(event.facts)
                                    .object()
                                    .value(QLatin1String(fact::kAttachments))
                                    .toArray();
        for (const QJsonValue &entry : list) {
            EvidenceItem item;
            item.attachment.name = entry[u"name"].toString();
            item.state = EvidenceItem::State::Missing;
            item.loggedHash = QByteArray::fromHex(entry[u"sha256"].toString().toLatin1());
            item.sequence = event.sequence;
            item.action = event.action;
            item.phase = phaseOf(event.action);
            item.at = event.at;
            item.actor = event.actor;
            logged.append(item);
        }
    }
    return logged;
}

CasePerson::Part partOf(const CaseEvent &event)
{
    switch (event.action) {
    case CaseAction::Report:
    case CaseAction::Import:
        return CasePerson::Part::Registered;
    case CaseAction::Verify:
        return CasePerson::Part::Verified;
    case CaseAction::File:
    case CaseAction::Refuse:
    case CaseAction::Void:
        return CasePerson::Part::Filed;
    case CaseAction::Dispatch:
    case CaseAction::Transfer:
        return CasePerson::Part::Dispatched;
    case CaseAction::Accept:
    case CaseAction::Assign:
    case CaseAction::Handle:
    case CaseAction::Feedback:
    case CaseAction::Return:
        return CasePerson::Part::Handled;
    case CaseAction::Check:
    case CaseAction::Rework:
        return CasePerson::Part::Checked;
    case CaseAction::Close:
    case CaseAction::Archive:
    case CaseAction::Reopen:
        return CasePerson::Part::Closed;
    case CaseAction::Urge:
    case CaseAction::Supervise:
    case CaseAction::Callback:
        return CasePerson::Part::Supervised;
    default:
        return CasePerson::Part::Other;
    }
}

/** Who is behind the accounts of the log: colleagues, whose names are no secret to one another. */
Result<QList<CasePerson>> peopleOf(Store &store, const QList<CaseEvent> &events)
{
    const AsProgram program(store);
    QList<CasePerson> people;
    for (const CaseEvent &event : events) {
        if (isOfProgram(event)) {
            continue;
        }
        const CasePerson::Part part = partOf(event);
        const auto known = std::ranges::find_if(people, [&](const CasePerson &one) {
            return one.part == part && one.account == event.actor;
        });
        if (known != people.end()) {
            ++known->steps;
            continue;
        }
        CasePerson person{part, event.actor, {}, {}, {}, event.at, 1};
        const Result<std::optional<User>> user = store.user(event.actor);
        if (!user) {
            return user.error();
        }
        QString id = QJsonDocument::fromJson(event.facts)
                         .object()
                         .value(QLatin1String(fact::kBy))
                         .toString();
        if (user.value()) {
            person.role = user.value()->role;
            person.organisation = user.value()->organisation;
            id = id.isEmpty() ? user.value()->person : id;
        }
        if (!id.isEmpty()) {
            const Result<std::optional<Person>> found = store.person(id);
            if (!found) {
                return found.error();
            }
            if (found.value()) {
                person.name = found.value()->name;
                person.organisation = found.value()->organisation;
            }
        }
        people.append(person);
    }
    std::ranges::stable_sort(people, {}, &CasePerson::part);
    return people;
}

/** Steps whose class asks for evidence, by the rules that decided last, and that came without. */
Result<QList<CaseAction>> missingOf(Store &store, const CaseDossier &dossier, Instant now)
{
    RuleKeeper keeper(store);
    const CaseRecord record{dossier.file.subject, dossier.file.process};
    const Result<Rules> rules = keeper.of(record, now);
    if (!rules) {
        return rules.error();
    }
    QList<CaseAction> missing;
    for (const QString &id :
         rules.value().book.ruleFor(dossier.file.subject.classKey).evidenceFor) {
        const std::optional<CaseAction> action = caseActionFromId(id);
        const bool wasTaken =
            action && std::ranges::any_of(dossier.file.events, [&](const CaseEvent &event) {
                return event.action == *action;
            });
        const bool isThere = std::ranges::any_of(dossier.evidence, [&](const EvidenceItem &item) {
            return action && item.action == *action && item.state == EvidenceItem::State::Holds;
        });
        if (wasTaken && !isThere) {
            missing.append(*action);
        }
    }
    return missing;
}

GeoExtent boxAround(const GeoPoint &middle, double metres)
{
    const double north = metres / kMetresOfADegree;
    const double east =
        north / std::max(0.01, std::cos(middle.latitude * std::numbers::pi / 180.0));
    return {middle.longitude - east,
            middle.latitude - north,
            middle.longitude + east,
            middle.latitude + north};
}

bool reaches(const OutlineRings &rings, const GeoExtent &box)
{
    GeoExtent all{180.0, 90.0, -180.0, -90.0};
    for (const QList<GeoPoint> &ring : rings) {
        for (const GeoPoint &point : ring) {
            all.west = std::min(all.west, point.longitude);
            all.east = std::max(all.east, point.longitude);
            all.south = std::min(all.south, point.latitude);
            all.north = std::max(all.north, point.latitude);
        }
    }
    return all.west <= box.east && all.east >= box.west && all.south <= box.north &&
           all.north >= box.south;
}

template <typename Thing, typename PlaceOf>
void keepNear(QList<Thing> &things, const GeoPoint &middle, PlaceOf placeOf)
{
    const auto metres = [&](const Thing &thing) { return groundDistance(placeOf(thing), middle); };
    things.removeIf([&](const Thing &thing) { return metres(thing) > CaseSurroundings::kMetres; });
    std::ranges::stable_sort(things, {}, metres);
}

Result<void> readNearCases(Store &store, const Case &subject, CaseSurroundings &around)
{
    for (const CaseSurroundings::Area &grid : std::as_const(around.grids)) {
        CaseQuery query;
        query.grid = grid.code;
        query.openOnly = true;
        query.limit = kMostCasesOfAGrid;
        const Result<QList<Case>> found = store.cases().list(query);
        if (!found) {
            return found.error();
        }
        for (const Case &other : found.value()) {
            if (other.place && other.id != subject.id) {
                around.cases.append(other);
            }
        }
    }
    keepNear(around.cases, *around.middle, [](const Case &one) { return *one.place; });
    return {};
}

Result<CaseSurroundings> readSurroundings(Store &store, const Case &subject)
{
    CaseSurroundings around;
    around.middle = subject.place;
    if (!around.middle) {
        return around;
    }
    const GeoPoint &middle = *around.middle;
    PlaceQuery query;
    query.extent = boxAround(middle, CaseSurroundings::kMetres);
    const Result<QList<UnitGrid>> grids = store.grids();
    const Result<QList<KeyPlace>> places = store.keyPlaces();
    query.limit = kMostComponents;
    Result<QList<Component>> components = store.components(query);
    query.limit = kMostAddresses;
    Result<QList<Address>> addresses = store.addresses(query);
    for (const Error *error : {grids ? nullptr : &grids.error(),
                               places ? nullptr : &places.error(),
                               components ? nullptr : &components.error(),
                               addresses ? nullptr : &addresses.error()}) {
        if (error != nullptr) {
            return *error;
        }
    }
    for (const UnitGrid &grid : grids.value()) {
        OutlineRings rings = outlineRings(grid.outline);
        if (reaches(rings, *query.extent)) {
            around.grids.append(
                {grid.code, grid.name, std::move(rings), grid.code == subject.grid});
        }
    }
    for (KeyPlace place : places.value()) {
        const std::optional<GeoPoint> inside = innerPoint(place.shape);
        OutlineRings rings = place.isArea ? outlineRings(place.shape) : OutlineRings();
        place.shape.clear();
        if (inside) {
            around.places.append({place, *inside, std::move(rings)});
        }
    }
    around.components = std::move(components).value();
    around.addresses = std::move(addresses).value();
    keepNear(around.places, middle, [](const auto &near) { return near.middle; });
    keepNear(around.components, middle, [](const Component &one) { return one.place; });
    keepNear(around.addresses, middle, [](const Address &one) { return one.place; });
    if (const Result<void> read = readNearCases(store, subject, around); !read) {
        return read.error();
    }
    return around;
}

/** Those merged into it, as far as the user may see them. */
QList<Case> duplicatesOf(CaseDesk &desk, const CaseFile &file, const User &user)
{
    QList<Case> duplicates;
    for (const QString &number : file.process.duplicates) {
        const Result<Case> one = desk.find(number);
        if (one && desk.maySee(one.value(), user)) {
            duplicates.append(one.value());
        }
    }
    return duplicates;
}

/** Of a case as the events up to a moment make it, where one is asked for. */
Result<CaseRecord>
storedRecord(Store &store, const CaseFile &file, const std::optional<Instant> &at)
{
    return at ? replayRecord(file.subject.id, file.events) : store.cases().record(file.subject.id);
}

} // namespace

bool EvidenceItem::isPicture() const
{
    return attachment.mediaType.startsWith("image/"_L1) && !attachment.content.isEmpty();
}

bool EvidenceItem::isFar() const
{
    return metres && *metres > kPhotoMetres;
}

bool EvidenceItem::isOddTime() const
{
    if (!photo || !photo->takenAt || !at) {
        return false;
    }
    const auto age = *at - *photo->takenAt;
    return age > kPhotoAge || age < -kPhotoAge;
}

QList<EvidenceItem> evidenceOf(const QList<CaseEvent> &events,
                               const QList<Attachment> &attachments,
                               const std::optional<GeoPoint> &place,
                               const QTimeZone &zone)
{
    QList<EvidenceItem> logged = loggedEvidence(events);
    QList<EvidenceItem> all;
    for (const Attachment &attachment : attachments) {
        const QByteArray hash = hashOf(attachment.content);
        // By its hash first: two pictures of one name came with two steps.
        auto entry = std::ranges::find_if(logged, [&](const EvidenceItem &item) {
            return item.loggedHash == hash && item.attachment.name == attachment.name;
        });
        if (entry == logged.end()) {
            entry = std::ranges::find_if(logged, [&](const EvidenceItem &item) {
                return item.attachment.name == attachment.name &&
                       std::ranges::none_of(attachments, [&](const Attachment &other) {
                           return other.name == item.attachment.name &&
                                  hashOf(other.content) == item.loggedHash;
                       });
            });
        }
        EvidenceItem item;
        if (entry != logged.end()) {
            item = *entry;
            logged.erase(entry);
            item.state =
                item.loggedHash == hash ? EvidenceItem::State::Holds : EvidenceItem::State::Changed;
        } else {
            item.state = EvidenceItem::State::Unlogged;
        }
        item.attachment = attachment;
        item.place = all.size();
        item.hash = hash;
        lookAtPicture(item, place, zone);
        all.append(item);
    }
    return all + logged;
}

Result<CaseDossier> readDossier(Store &store,
                                CaseDesk &desk,
                                const CaseId &id,
                                const User &user,
                                Instant now,
                                const std::optional<Instant> &at)
{
    Result<CaseFile> file = readCaseFile(store, desk, id, user, now, at);
    if (!file) {
        return file.error();
    }
    CaseDossier dossier;
    dossier.file = std::move(file).value();
    dossier.at = now;
    dossier.store = store.info();
    const Case &subject = dossier.file.subject;
    const Result<CaseRecord> stored = storedRecord(store, dossier.file, at);
    Result<DistrictNames> names = DistrictNames::read(store);
    Result<CaseSurroundings> around = readSurroundings(store, subject);
    Result<QList<CasePerson>> people = peopleOf(store, dossier.file.events);
    for (const Error *error : {stored ? nullptr : &stored.error(),
                               names ? nullptr : &names.error(),
                               around ? nullptr : &around.error(),
                               people ? nullptr : &people.error()}) {
        if (error != nullptr) {
            return *error;
        }
    }
    dossier.chain = checkChain(stored.value(), dossier.file.events);
    dossier.names = std::move(names).value();
    dossier.surroundings = std::move(around).value();
    dossier.people = std::move(people).value();
    dossier.evidence = evidenceOf(dossier.file.events,
                                  dossier.file.attachments,
                                  subject.place,
                                  timeZoneNamed(dossier.store.timeZone));
    if (at) {
        // What came later is not missing from the log of that moment: it was not there yet.
        dossier.evidence.removeIf(
            [](const EvidenceItem &item) { return item.state == EvidenceItem::State::Unlogged; });
    }
    Result<QList<CaseAction>> missing = missingOf(store, dossier, now);
    if (!missing) {
        return missing.error();
    }
    dossier.missingEvidence = std::move(missing).value();
    dossier.duplicates = duplicatesOf(desk, dossier.file, user);
    if (subject.place) {
        const auto gridAt = [&](const GeoPoint &point) { return desk.gridAt(point); };
        const Result<ResponsibleHere> here =
            ResponsibilityDesk(store, gridAt).at(*subject.place, subject.classKey, {}, now);
        if (!here) {
            return here.error();
        }
        dossier.responsible = here.value().staff;
    }
    dossier.log = QJsonDocument(caseShowJson({subject, dossier.file.process},
                                             dossier.file.events,
                                             now,
                                             dossier.store.isSimulated()))
                      .toJson(QJsonDocument::Compact) +
                  '\n';
    return dossier;
}

Result<void> mayTakeFolder(Store &store, const CaseId &id, const User &user)
{
    const Result<CaseRecord> record = store.cases().record(id);
    const Result<std::shared_ptr<const AccessRules>> rules = store.access().rules();
    if (!record || !rules) {
        return record ? rules.error() : record.error();
    }
    for (const QString &action : {u"print"_s, u"export"_s}) {
        const Result<Spot> spot = spotFor(store, *rules.value(), user, record.value(), action);
        if (!spot) {
            return spot.error();
        }
        if (const auto denied = rules.value()->denied(user, Thing::Case, action, spot.value())) {
            return deniedError(user, *denied);
        }
    }
    return {};
}

} // namespace gridward
