// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/districtqueries.h"

#include "models/domain/dutyroster.h"
#include "models/service/casethen.h"
#include "models/service/cataloguekeeper.h"
#include "models/service/collectorranking.h"
#include "models/service/divisionname.h"
#include "models/service/rulekeeper.h"
#include "models/store/staffstore.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTimeZone>

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(DistrictQueries)
};

constexpr int kUsualDays = 28; ///< how far back "usual" looks: four weeks
/** What registrations are counted by: hours of any zone and season are made of whole ones. */
constexpr std::chrono::minutes kPartOfHour{15};
constexpr int kHitsOfAKind = 5;      ///< so that no kind hides the others
constexpr int kCaseNumberLength = 4; ///< fewer digits would find every case of the district
constexpr double kMetresPerDegree = 111'320.0;
constexpr double kNear = 150.0; ///< metres

Error noSuch(const QString &message)
{
    return Error{ErrorCode::NotFound, message, {}};
}

QString divisionName(const QList<Division> &divisions, const QString &code)
{
    const auto found = std::ranges::find(divisions, code, &Division::code);
    return found == divisions.end() ? code : found->name;
}

void appendHits(QList<SearchHit> &hits, const QList<SearchHit> &more)
{
    hits.append(more.mid(0, kHitsOfAKind));
}

QList<SearchHit> placesNamed(const SearchIndex &index, const QString &text)
{
    QList<SearchHit> divisions;
    for (const Division &division : index.divisions) {
        if (division.name.contains(text) || division.code == text) {
            divisions.append({SearchHit::Kind::Division,
                              division.code,
                              division.name,
                              division.code,
                              std::nullopt,
                              std::nullopt});
        }
    }
    QList<SearchHit> grids;
    for (const UnitGrid &grid : index.grids) {
        if (grid.name.contains(text) || grid.code.startsWith(text)) {
            grids.append({SearchHit::Kind::Grid,
                          grid.code,
                          grid.name,
                          grid.code,
                          std::nullopt,
                          std::nullopt});
        }
    }
    QList<SearchHit> keyPlaces;
    for (const KeyPlace &place : index.keyPlaces) {
        if (place.name.contains(text) || place.id == text) {
            keyPlaces.append({SearchHit::Kind::KeyPlace,
                              place.id,
                              place.name,
                              place.kind,
                              std::nullopt,
                              std::nullopt});
        }
    }
    QList<SearchHit> hits;
    appendHits(hits, divisions);
    appendHits(hits, grids);
    appendHits(hits, keyPlaces);
    return hits;
}

Result<QList<SearchHit>> casesNumbered(Store &store, const QString &text)
{
    QList<SearchHit> hits;
    const bool digits = std::ranges::all_of(text, [](QChar c) { return c.isDigit(); });
    if (!digits || text.size() < kCaseNumberLength) {
        return hits;
    }
    const Result<QList<Case>> cases = store.cases().withNumber(text, kHitsOfAKind);
    if (!cases) {
        return cases.error();
    }
    for (const Case &subject : cases.value()) {
        hits.append({SearchHit::Kind::Case,
                     subject.id.toText(),
                     subject.number,
                     subject.text,
                     subject.place,
                     std::nullopt});
    }
    return hits;
}

Result<QList<SearchHit>> peopleNamed(Store &store, const QString &text)
{
    const Result<QList<Person>> people = store.peopleNamed(text, kHitsOfAKind);
    if (!people) {
        return people.error();
    }
    QList<SearchHit> hits;
    if (people.value().isEmpty()) {
        return hits;
    }
    const Result<QList<StaffPosition>> positions = store.staffPositions(Instant{});
    if (!positions) {
        return positions.error();
    }
    for (const Person &person : people.value()) {
        SearchHit hit{SearchHit::Kind::Person,
                      person.id,
                      person.name,
                      person.workPhone,
                      std::nullopt,
                      std::nullopt};
        const auto seen = std::ranges::find(positions.value(), person.id, &StaffPosition::person);
        if (seen != positions.value().end()) {
            hit.place = seen->place;
        }
        hits.append(hit);
    }
    return hits;
}

Result<QList<SearchHit>> addressesNamed(Store &store, const QString &text)
{
    PlaceQuery query;
    query.text = text;
    query.limit = kHitsOfAKind;
    const Result<QList<Address>> addresses = store.addresses(query);
    if (!addresses) {
        return addresses.error();
    }
    QList<SearchHit> hits;
    for (const Address &address : addresses.value()) {
        hits.append({SearchHit::Kind::Address,
                     address.id,
                     address.text,
                     address.road,
                     address.place,
                     std::nullopt});
    }
    return hits;
}

/** Who it was ever assigned to, who stayed at its scene, who asked for something, by name. */
Result<void> namePeople(Store &store, CaseFile &file)
{
    QSet<QString> ids{file.subject.person};
    for (const CaseEvent &event : std::as_const(file.events)) {
        const QJsonObject facts = QJsonDocument::fromJson(event.facts).object();
        for (const char *key :
             {fact::kPerson, fact::kBy, fact::kWithdrawn, fact::kScenePerson, fact::kTaskPerson}) {
            ids.insert(facts.value(QLatin1String(key)).toString());
        }
    }
    ids.remove(QString());
    for (const QString &id : std::as_const(ids)) {
        const Result<std::optional<Person>> person = store.person(id);
        if (!person) {
            return person.error();
        }
        if (person.value()) {
            file.people.insert(id, person.value()->name);
        }
    }
    return {};
}

/** The cases that belong to it: split from it, bundled with it, the one it came from or went into.
 */
Result<void> readFamily(Store &store, CaseDesk &desk, CaseFile &file)
{
    Result<QList<Case>> children = store.cases().childrenOf(file.subject.id);
    Result<QList<Case>> bundled = store.cases().bundledWith(file.subject.id);
    if (!children || !bundled) {
        return children ? bundled.error() : children.error();
    }
    file.related = children.value() + bundled.value();
    for (const QString &name :
         {file.subject.parent, file.subject.mergedInto, file.subject.bundle}) {
        if (const Result<Case> other = desk.find(name); !name.isEmpty() && other) {
            file.related.append(other.value());
        }
    }
    return {};
}

} // namespace

Result<QList<Case>> readNewest(Store &store, int limit, const std::optional<Instant> &at)
{
    CaseQuery query;
    query.limit = limit;
    if (at) {
        query.before = CaseId::make(*at + std::chrono::milliseconds(1), 0, 0);
    }
    Result<QList<Case>> newest = store.cases().list(query);
    if (!newest || !at) {
        return newest;
    }
    QList<Case> then;
    for (const Case &subject : newest.value()) {
        Result<Case> before = caseAt(store, subject, *at);
        if (!before) {
            return before.error();
        }
        then.append(std::move(before).value());
    }
    return then;
}

Result<SearchIndex> SearchIndex::read(Store &store)
{
    Result<QList<Division>> divisions = store.divisions();
    Result<QList<UnitGrid>> grids = store.grids();
    Result<QList<KeyPlace>> places = store.keyPlaces();
    if (!divisions || !grids || !places) {
        return !divisions ? divisions.error() : !grids ? grids.error() : places.error();
    }
    SearchIndex index{
        std::move(divisions).value(), std::move(grids).value(), std::move(places).value()};
    for (Division &division : index.divisions) {
        division.name = calledName(division);
        division.outline.clear();
    }
    for (UnitGrid &grid : index.grids) {
        grid.outline.clear();
    }
    for (KeyPlace &place : index.keyPlaces) {
        place.shape.clear();
    }
    return index;
}

Result<CaseFile> readCaseFile(Store &store,
                              CaseDesk &desk,
                              const CaseId &id,
                              const User &user,
                              Instant now,
                              const std::optional<Instant> &at)
{
    const Result<CaseRecord> record = recordAt(store, id, at);
    if (!record) {
        return record.error();
    }
    const Case &subject = record.value().subject;
    if (const Result<void> seen = desk.maySee(subject, user); !seen) {
        return seen.error();
    }
    Result<QList<CaseEvent>> events = store.cases().events(id);
    Result<QList<ActionOffer>> offers = desk.offers(record.value(), user);
    Result<QList<UnitProposal>> proposals = desk.proposals(subject);
    const Result<QList<FilingStandard>> standards = store.filingStandards(subject.classKey);
    Result<QList<Attachment>> attachments = store.cases().attachments(id);
    Result<QList<PersonProposal>> assignees =
        isAssignable(subject) ? ResponsibilityDesk(store).peopleFor(subject, now)
                              : Result<QList<PersonProposal>>(QList<PersonProposal>());
    // Only for those who may send somebody: it takes a look at everybody on duty.
    const bool sends = offers && std::ranges::any_of(offers.value(), [](const ActionOffer &offer) {
                           return offer.action == CaseAction::Entrust && offer.allowed;
                       });
    Result<QList<PersonProposal>> collectors =
        sends ? rankCollectors(store, record.value(), now)
              : Result<QList<PersonProposal>>(QList<PersonProposal>());
    for (const Error *error : {events ? nullptr : &events.error(),
                               collectors ? nullptr : &collectors.error(),
                               offers ? nullptr : &offers.error(),
                               proposals ? nullptr : &proposals.error(),
                               standards ? nullptr : &standards.error(),
                               attachments ? nullptr : &attachments.error(),
                               assignees ? nullptr : &assignees.error()}) {
        if (error != nullptr) {
            return *error;
        }
    }
    CaseFile file;
    file.subject = subject;
    file.process = record.value().process;
    file.events = std::move(events).value();
    if (at) {
        file.events.removeIf([&](const CaseEvent &event) { return event.at > *at; });
    }
    if (const Result<void> named = namePeople(store, file); !named) {
        return named.error();
    }
    file.offers = std::move(offers).value();
    if (const Result<void> read = readFamily(store, desk, file); !read) {
        return read.error();
    }
    // What came before there were rules has deadlines nobody can explain; all else is shown.
    if (Result<DeadlineExplanation> explained = desk.explain(id, now)) {
        file.explanation = std::move(explained).value();
    }
    file.naming = desk.naming();
    file.proposals = std::move(proposals).value();
    file.possibleStandards = applicableTo(file.subject, standards.value());
    file.attachments = std::move(attachments).value();
    file.assignees = std::move(assignees).value();
    file.collectors = std::move(collectors).value();
    if (!file.subject.standard.isEmpty()) {
        const auto filed =
            filedStandard(store, file.subject.standard.section(u',', 0, 0), file.subject.filedAt);
        if (!filed) {
            return filed.error();
        }
        file.standard = filed.value();
    }
    return file;
}

Result<GridCard>
readGridCard(Store &store, const SearchIndex &index, const QString &code, QDate day)
{
    const auto grid = std::ranges::find(index.grids, code, &UnitGrid::code);
    if (grid == index.grids.end()) {
        return noSuch(Words::tr("There is no grid %1 in this district.").arg(code));
    }
    GridCard card;
    card.grid = *grid;
    card.communityName = divisionName(index.divisions, grid->community);
    card.streetName = divisionName(index.divisions, grid->street);
    const Result<QList<Duty>> duties = store.duties(code, day);
    if (!duties) {
        return duties.error();
    }
    const Result<QList<Leave>> away = store.staff().leaves(day, day);
    if (!away) {
        return away.error();
    }
    const LeaveBook leaves(away.value());
    for (const Duty &duty : duties.value()) {
        const std::optional<QString> acting = leaves.actingFor(duty.person, day);
        if (!acting) {
            continue; // on leave, and nobody acts for them
        }
        const Result<std::optional<Person>> person = store.person(*acting);
        if (!person) {
            return person.error();
        }
        if (person.value()) {
            card.responsible.append({*person.value(), duty.role});
        }
    }
    PlaceQuery components;
    components.grid = code;
    components.limit = 10'000;
    const Result<QList<Component>> found = store.components(components);
    CaseQuery open;
    open.grid = code;
    open.openOnly = true;
    CaseQuery latest;
    latest.grid = code;
    latest.limit = 5;
    Result<QList<Case>> cases = store.cases().list(open);
    Result<QList<Case>> last = store.cases().list(latest);
    if (!found || !cases || !last) {
        return !found ? found.error() : !cases ? cases.error() : last.error();
    }
    card.latest = std::move(last).value();
    card.components = static_cast<int>(found.value().size());
    card.open = std::move(cases).value();
    return card;
}

Result<PlaceCard> readPlaceCard(Store &store, const SearchIndex &index, const QString &id)
{
    const auto place = std::ranges::find(index.keyPlaces, id, &KeyPlace::id);
    if (place == index.keyPlaces.end()) {
        return noSuch(Words::tr("There is no key place “%1” in this district.").arg(id));
    }
    PlaceCard card;
    card.place = *place;
    if (place->grid.isEmpty()) {
        return card;
    }
    CaseQuery open;
    open.grid = place->grid;
    open.openOnly = true;
    open.limit = 20;
    Result<QList<Case>> cases = store.cases().list(open);
    if (!cases) {
        return cases.error();
    }
    const auto grid = std::ranges::find(index.grids, place->grid, &UnitGrid::code);
    card.gridName = grid == index.grids.end() ? place->grid : grid->name;
    card.openInGrid = std::move(cases).value();
    return card;
}

bool isWorked(const WorkingCalendar &calendar, QDate day)
{
    const DayKind kind = calendar.dayKind(day);
    return kind == DayKind::Workday || kind == DayKind::MakeUp;
}

Result<DayRhythm> readDayRhythm(Store &store, Instant now, const std::optional<Instant> &at)
{
    RuleKeeper rules(store);
    const Result<Rules> inForce = rules.at(now);
    return inForce ? readDayRhythm(store, now, at, inForce.value().calendar)
                   : Result<DayRhythm>(inForce.error());
}

Result<DayRhythm> readDayRhythm(Store &store,
                                Instant now,
                                const std::optional<Instant> &at,
                                const WorkingCalendar &calendar)
{
    const QTimeZone zone = timeZoneNamed(store.info().timeZone);
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count(), zone);
    DayRhythm rhythm;
    rhythm.day = local.date();
    rhythm.hoursPassed = local.time().hour() + 1;
    const QDate first = rhythm.day.addDays(-kUsualDays);
    const Instant from = startOfDay(first, zone);
    const Instant end = startOfDay(rhythm.day.addDays(1), zone);
    // Up to that moment and no further: whoever adds what comes later must count nothing twice.
    const Result<QList<int>> counts = store.cases().registeredPer(
        kPartOfHour, from, std::clamp(at.value_or(now) + std::chrono::milliseconds(1), from, end));
    if (!counts) {
        return counts.error();
    }
    std::map<QDate, std::array<int, 24>> days;
    for (qsizetype i = 0; i < counts.value().size(); ++i) {
        const QDateTime begins = QDateTime::fromMSecsSinceEpoch(
            (from + i * kPartOfHour).time_since_epoch().count(), zone);
        days[begins.date()].at(static_cast<std::size_t>(begins.time().hour())) +=
            counts.value().at(i);
    }
    const auto passed = static_cast<std::ptrdiff_t>(rhythm.hoursPassed);
    std::copy_n(days[rhythm.day].begin(), passed, rhythm.today.begin());
    const bool isWorkday = isWorked(calendar, rhythm.day);
    for (QDate day = first; day < rhythm.day; day = day.addDays(1)) {
        const std::array<int, 24> &hours = days[day];
        // A day without any is one before the records begin.
        if (isWorked(calendar, day) == isWorkday &&
            std::ranges::any_of(hours, [](int count) { return count > 0; })) {
            ++rhythm.usualDays;
            std::ranges::transform(rhythm.usual, hours, rhythm.usual.begin(), std::plus<>());
        }
    }
    for (double &hour : rhythm.usual) {
        hour /= std::max(1, rhythm.usualDays);
    }
    return rhythm;
}

Result<QList<StaffMark>> readStaff(Store &store, Instant notBefore, QDate day)
{
    const Result<QList<SeenPerson>> seen = store.staff().seen(notBefore, day);
    if (!seen) {
        return seen.error();
    }
    QList<StaffMark> staff;
    for (const SeenPerson &one : seen.value()) {
        staff.append(
            {one.position.person, one.name, one.role, one.position.at, one.position.place});
    }
    return staff;
}

Result<QList<SearchHit>>
searchDistrict(Store &store, const SearchIndex &index, const QString &text, int limit)
{
    const QString wanted = text.simplified();
    if (wanted.isEmpty()) {
        return QList<SearchHit>();
    }
    Result<QList<SearchHit>> cases = casesNumbered(store, wanted);
    Result<QList<SearchHit>> people = peopleNamed(store, wanted);
    Result<QList<SearchHit>> addresses = addressesNamed(store, wanted);
    if (!cases || !people || !addresses) {
        return !cases ? cases : !people ? people : addresses;
    }
    QList<SearchHit> hits = placesNamed(index, wanted);
    hits = cases.value() + hits + people.value() + addresses.value();
    // What is called exactly so comes first.
    std::ranges::stable_partition(
        hits, [&](const SearchHit &hit) { return hit.title == wanted || hit.id == wanted; });
    return hits.mid(0, limit);
}

Result<QString> nearestAddress(Store &store, const GeoPoint &place)
{
    const double narrow = std::cos(place.latitude * std::numbers::pi / 180.0);
    const double up = kNear / kMetresPerDegree;
    const double across = up / std::max(0.01, narrow);
    PlaceQuery query;
    query.extent = GeoExtent{place.longitude - across,
                             place.latitude - up,
                             place.longitude + across,
                             place.latitude + up};
    const Result<QList<Address>> addresses = store.addresses(query);
    if (!addresses) {
        return addresses.error();
    }
    const auto distance = [&](const Address &address) {
        return std::hypot((address.place.longitude - place.longitude) * narrow,
                          address.place.latitude - place.latitude) *
               kMetresPerDegree;
    };
    const auto nearest = std::ranges::min_element(addresses.value(), {}, distance);
    return nearest == addresses.value().end() || distance(*nearest) > kNear ? QString()
                                                                            : nearest->text;
}

} // namespace gridward
