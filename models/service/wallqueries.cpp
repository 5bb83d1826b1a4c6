// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/wallqueries.h"

#include "models/domain/shapedistance.h"
#include "models/service/auditdesk.h"
#include "models/service/casethen.h"
#include "models/service/districtqueries.h"
#include "models/service/rulekeeper.h"
#include "models/service/staffkeeper.h"
#include "models/service/wallreaders.h"
#include "models/store/staffstore.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(WallQueries)
};

constexpr std::chrono::hours kSeen{1}; ///< who was seen earlier may be anywhere
constexpr std::chrono::milliseconds kMoment{1};

Error noSuchCase()
{
    return Error{ErrorCode::NotFound, Words::tr("There is no such case, or it is not yours."), {}};
}

/** The work as of one moment, whatever others write meanwhile. */
template <typename T>
Result<T> readAtOnce(Store &store, const std::function<Result<T>()> &work)
{
    Result<T> answer = T{};
    const Result<void> read = store.snapshot([&]() -> Result<void> {
        answer = work();
        return answer ? Result<void>() : answer.error();
    });
    return read ? answer : Result<T>(read.error());
}

template <typename Reader>
auto readAllPieces(Store &store, Reader reader) -> Result<decltype(reader.result())>
{
    for (;;) {
        const Result<bool> more = reader.readOn(store);
        if (!more) {
            return more.error();
        }
        if (!more.value()) {
            return reader.result();
        }
    }
}

/** Nearest first, no more than a wall shows. */
void keepNearest(QList<WallNear> &things)
{
    std::ranges::stable_sort(things, {}, &WallNear::metres);
    things.resize(std::min(things.size(), kMostNear));
}

Result<QString> nameOf(Store &store, const QString &id)
{
    const Result<std::optional<Person>> person = store.person(id);
    if (!person) {
        return person.error();
    }
    return person.value() ? person.value()->name : id;
}

Result<QList<WallNear>> resourcesNear(Store &store, const GeoPoint &place)
{
    const Result<QList<Resource>> resources = store.resources();
    if (!resources) {
        return resources.error();
    }
    QList<WallNear> found;
    for (const Resource &resource : resources.value()) {
        const double metres = groundDistance(place, resource.place);
        if (metres <= kNearMetres) {
            found.append({resource.id, resource.kind, resource.name, metres, std::nullopt});
        }
    }
    keepNearest(found);
    return found;
}

Result<QList<WallNear>> keyPlacesNear(Store &store, const GeoPoint &place)
{
    const Result<QList<KeyPlace>> places = store.keyPlaces();
    if (!places) {
        return places.error();
    }
    QList<WallNear> found;
    for (const KeyPlace &one : places.value()) {
        const std::optional<double> metres = metresToShape(place, one.shape);
        if (metres && *metres <= kNearMetres) {
            found.append({one.id, one.kind, one.name, *metres, std::nullopt});
        }
    }
    keepNearest(found);
    return found;
}

Result<QList<WallNear>> staffNear(Store &store, const GeoPoint &place, Instant moment, QDate day)
{
    const Result<QList<SeenPerson>> seen = store.staff().seen(moment - kSeen, day);
    if (!seen) {
        return seen.error();
    }
    QList<WallNear> found;
    for (const SeenPerson &one : seen.value()) {
        const double metres = groundDistance(place, one.position.place);
        if (one.position.at <= moment && metres <= kNearMetres) {
            found.append({one.position.person, one.role, one.name, metres, one.position.at});
        }
    }
    keepNearest(found);
    return found;
}

/** What people wrote to each other about a case is not for a wall either. */
CaseRecord recordForWall(CaseRecord record)
{
    record.subject = caseForWall(record.subject);
    record.process.request.reason.clear();
    for (CaseSupervision &one : record.process.supervisions) {
        one.reason.clear();
        one.reply.clear();
    }
    return record;
}

} // namespace

Result<WallRhythm> readWallRhythm(Store &store, Instant now, const std::optional<Instant> &at)
{
    const Instant moment = at.value_or(now);
    RuleKeeper keeper(store);
    const Result<Rules> rules = keeper.at(moment);
    if (!rules) {
        return rules.error();
    }
    const WorkingCalendar &calendar = rules.value().calendar;
    const Result<DayRhythm> rhythm = readDayRhythm(store, moment, at, calendar);
    if (!rhythm) {
        return rhythm.error();
    }
    return WallRhythm{moment, rhythm.value(), isWorked(calendar, rhythm.value().day)};
}

namespace {

Result<WallEvents> readEvents(Store &store, int limit, Instant moment, std::optional<Instant> at)
{
    const Result<QList<LatestEvent>> latest = store.cases().latestEvents(limit, at);
    if (!latest) {
        return latest.error();
    }
    WallEvents made{moment, {}};
    QHash<QUuid, Case> then;
    for (const LatestEvent &event : latest.value()) {
        const QUuid id = event.subject.id.value;
        if (!then.contains(id)) {
            const Result<Case> subject =
                at ? caseAt(store, event.subject, *at) : Result<Case>(event.subject);
            if (!subject) {
                return subject.error();
            }
            then.insert(id, caseForWall(subject.value()));
        }
        made.events.append({event.action, event.at, event.sequence, then.value(id)});
    }
    return made;
}

} // namespace

Result<WallEvents>
readWallEvents(Store &store, int limit, Instant now, const std::optional<Instant> &at)
{
    return readAtOnce<WallEvents>(store,
                                  [&] { return readEvents(store, limit, at.value_or(now), at); });
}

Result<WallStreets> readWallStreets(Store &store, Instant now, const std::optional<Instant> &at)
{
    return readAllPieces(store, WallStreetsReader(now, at));
}

Result<WallMonth> readWallMonth(Store &store, Instant now, const std::optional<Instant> &at)
{
    return readAllPieces(store, WallMonthReader(now, at));
}

namespace {

Result<void> readAround(Store &store, WallIncident &incident, Instant moment)
{
    const std::optional<GeoPoint> place = incident.record.subject.place;
    if (!place) {
        return {}; // nobody said where it is
    }
    const QDate day = localDayOf(moment, timeZoneNamed(store.info().timeZone));
    Result<QList<WallNear>> resources = resourcesNear(store, *place);
    Result<QList<WallNear>> places = keyPlacesNear(store, *place);
    Result<QList<WallNear>> staff = staffNear(store, *place, moment, day);
    if (!resources || !places || !staff) {
        return !resources ? resources.error() : !places ? places.error() : staff.error();
    }
    incident.resources = std::move(resources).value();
    incident.keyPlaces = std::move(places).value();
    incident.staff = std::move(staff).value();
    return {};
}

Result<WallIncident>
readIncident(Store &store, const CaseId &id, Instant moment, const std::optional<Instant> &at)
{
    Result<CaseRecord> record = recordAt(store, id, at);
    if (!record) {
        const bool isHidden = record.error().code == ErrorCode::Refused;
        return isHidden ? noSuchCase() : record.error();
    }
    if (at && id.registeredAt() > *at) {
        return noSuchCase();
    }
    WallIncident incident;
    incident.asOf = moment;
    incident.record = recordForWall(std::move(record).value());
    if (const Result<void> read = readAround(store, incident, moment); !read) {
        return read.error();
    }
    QSet<QString> ids{incident.record.subject.person};
    if (incident.record.process.scene) {
        ids.insert(incident.record.process.scene->person);
    }
    ids.remove({});
    for (const QString &one : std::as_const(ids)) {
        const Result<QString> name = nameOf(store, one);
        if (!name) {
            return name.error();
        }
        incident.people.insert(one, name.value());
    }
    return incident;
}

} // namespace

Result<WallIncident>
readWallIncident(Store &store, const CaseId &id, Instant now, const std::optional<Instant> &at)
{
    return readAtOnce<WallIncident>(store,
                                    [&] { return readIncident(store, id, at.value_or(now), at); });
}

namespace {

/** Who covers the post of a turn at the moment: the deputy of whoever is away. */
QHash<QString, QString> actingNow(const RosterPicture &roster, QDate day)
{
    const LeaveBook leaves(roster.leaves);
    QHash<QString, QString> acting;
    for (const Shift &shift : roster.shifts) {
        if (const std::optional<QString> who = leaves.actingFor(shift.person, day)) {
            acting.insert(shift.person, *who);
        }
    }
    return acting;
}

QList<WallPost>
postsOf(const RosterPicture &roster, const QList<UncoveredSpan> &needs, Instant moment, QDate day)
{
    std::map<CoveredPost, WallPost> posts;
    for (const UncoveredSpan &need : needs) {
        WallPost &post = posts[{need.post, need.area}];
        post.post = need.post;
        post.area = need.area;
        post.needed = std::max(post.needed, need.needed); // the same people meet both
    }
    const QHash<QString, QString> acting = actingNow(roster, day);
    std::map<CoveredPost, QSet<QString>> there;
    for (const Shift &shift : roster.shifts) {
        const auto found = posts.find({shift.post, shift.area});
        const bool isTheirTurn = shift.from <= moment && moment < shift.to;
        if (found == posts.end() || !isTheirTurn || !acting.contains(shift.person)) {
            continue;
        }
        const QString who = acting.value(shift.person);
        WallPost &post = found->second;
        post.until = post.people.isEmpty() ? shift.to : std::min(post.until, shift.to);
        if (!there[found->first].contains(who)) {
            there[found->first].insert(who);
            post.people.append(roster.people.value(who, Person{who, who, {}, {}, {}, {}}).name);
        }
    }
    QList<WallPost> list;
    for (const auto &[where, post] : posts) {
        list.append(post);
    }
    return list;
}

/** A grid lacks somebody whom it must have, or whoever it has is away without a deputy. */
bool isVacant(const StaffRow &row)
{
    return std::ranges::any_of(row.cells, [](const StaffCell &cell) {
        return cell.missing() > 0 || (cell.needed > 0 && cell.state == CellState::Away);
    });
}

/** The duties of these roles that hold on a day. */
Result<QList<Duty>> dutiesOn(Store &store, QDate day, const QStringList &roles)
{
    QList<Duty> duties;
    for (const QString &role : roles) {
        const Result<QList<RoleHolder>> holders = store.holdersOf(role, day);
        if (!holders) {
            return holders.error();
        }
        for (const RoleHolder &holder : holders.value()) {
            duties.append({holder.person, role, holder.area, day, {}});
        }
    }
    return duties;
}

Result<QList<WallStaffing>> staffingByStreet(Store &store, QDate day)
{
    const Result<QList<UnitGrid>> grids = store.grids();
    const Result<QList<Leave>> leaves = store.staff().leaves(day, day);
    const Result<QList<StaffingNeed>> needs = store.staff().staffingNeeds();
    if (!grids || !leaves || !needs) {
        return !grids ? grids.error() : !leaves ? leaves.error() : needs.error();
    }
    const Result<QList<Duty>> duties = dutiesOn(store, day, rolesOf(needs.value()));
    if (!duties) {
        return duties.error();
    }
    const StaffMatrix matrix =
        staffMatrix(grids.value(), duties.value(), LeaveBook(leaves.value()), needs.value(), day);
    std::map<QString, WallStaffing> streets;
    for (qsizetype i = 0; i < matrix.rows.size(); ++i) {
        const QString &street = grids.value().at(i).street;
        WallStaffing &staffing = streets[street];
        staffing.street = street;
        ++staffing.grids;
        staffing.vacantGrids += isVacant(matrix.rows.at(i)) ? 1 : 0;
    }
    QList<WallStaffing> list;
    for (const auto &[code, staffing] : streets) {
        list.append(staffing);
    }
    return list;
}

Result<WallDuty> readDuty(Store &store, Instant moment)
{
    const QTimeZone zone = timeZoneNamed(store.info().timeZone);
    const QDate day = localDayOf(moment, zone);
    const Result<RosterPicture> roster = readRoster(store, day, 1, moment);
    const Result<QList<CoverageNeed>> needs = store.staff().coverageNeeds();
    const Result<QList<Division>> divisions = store.divisions();
    Result<QList<WallStaffing>> streets = staffingByStreet(store, day);
    const Result<QList<StaffPosition>> positions = store.staffPositions(moment - kSeen);
    if (!roster || !needs || !divisions || !streets || !positions) {
        return !roster      ? roster.error()
               : !needs     ? needs.error()
               : !divisions ? divisions.error()
               : !streets   ? streets.error()
                            : positions.error();
    }
    WallDuty made;
    made.asOf = moment;
    // Without a single turn all that is needed is missing: so much is needed at this moment.
    made.posts = postsOf(
        roster.value(),
        uncoveredSpans(
            needs.value(), divisions.value(), {}, LeaveBook(), zone, moment, moment + kMoment),
        moment,
        day);
    made.gaps = roster.value().soon;
    made.handovers = roster.value().next;
    std::ranges::stable_sort(made.handovers, {}, &NextHandover::at);
    made.streets = std::move(streets).value();
    made.seen = static_cast<int>(std::ranges::count_if(
        positions.value(), [&](const StaffPosition &one) { return one.at <= moment; }));
    for (const Person &person : roster.value().people) {
        made.people.insert(person.id, person.name);
    }
    return made;
}

} // namespace

Result<WallDuty> readWallDuty(Store &store, Instant now, const std::optional<Instant> &at)
{
    if (const Result<void> may = checkPermitted(store, Thing::Roster, u"see"_s); !may) {
        return may.error();
    }
    return readAtOnce<WallDuty>(store, [&] { return readDuty(store, at.value_or(now)); });
}

} // namespace gridward
