// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/staffkeeper.h"

#include "models/store/staffstore.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(StaffKeeper)
};

constexpr int kDaysOfHandovers = 2; ///< shown of those before the first day
constexpr std::chrono::hours kSoon{24};
constexpr int kAllPeople = 10'000;

Error noSuch(const QString &message)
{
    return Error{ErrorCode::NotFound, message, {}};
}

/** The names of those whom the ids name. */
Result<QHash<QString, Person>> peopleOf(Store &store, const QSet<QString> &ids)
{
    QHash<QString, Person> people;
    // Of a whole district all of them are read at once, of a few each by itself.
    if (ids.size() > 200) {
        PeopleQuery query;
        query.limit = kAllPeople;
        for (;;) {
            const Result<QList<Person>> page = store.staff().people(query);
            if (!page) {
                return page.error();
            }
            for (const Person &person : page.value()) {
                if (ids.contains(person.id)) {
                    people.insert(person.id, person);
                }
            }
            if (page.value().size() < kAllPeople) {
                return people;
            }
            query.afterName = page.value().last().name;
            query.afterId = page.value().last().id;
        }
    }
    for (const QString &id : ids) {
        const Result<std::optional<Person>> person = store.person(id);
        if (!person) {
            return person.error();
        }
        if (person.value()) {
            people.insert(id, *person.value());
        }
    }
    return people;
}

Result<QList<Division>> divisionsWithoutOutlines(Store &store)
{
    Result<QList<Division>> read = store.divisions();
    if (!read) {
        return read;
    }
    QList<Division> divisions = std::move(read).value();
    for (Division &division : divisions) {
        division.outline.clear();
    }
    return divisions;
}

/** By street, community and code, as the division tree has them. */
void sortByDivision(QList<UnitGrid> &grids)
{
    for (UnitGrid &grid : grids) {
        grid.outline.clear();
    }
    std::ranges::sort(grids, {}, [](const UnitGrid &grid) {
        return std::tuple(grid.street, grid.community, grid.code);
    });
}

struct RosterRows
{
    QList<Shift> shifts;
    QList<Leave> leaves;
    QList<CoverageNeed> needs;
    QList<Division> divisions;
    QTimeZone zone;
};

Result<RosterRows> readRosterRows(Store &store, Instant from, Instant to)
{
    RosterRows rows;
    rows.zone = timeZoneNamed(store.info().timeZone);
    Result<QList<Shift>> shifts = store.shifts(from, to);
    Result<QList<Leave>> leaves =
        store.staff().leaves(localDayOf(from, rows.zone).addDays(-1), localDayOf(to, rows.zone));
    Result<QList<CoverageNeed>> needs = store.staff().coverageNeeds();
    Result<QList<Division>> divisions = divisionsWithoutOutlines(store);
    if (!shifts || !leaves || !needs || !divisions) {
        return !shifts   ? shifts.error()
               : !leaves ? leaves.error()
               : !needs  ? needs.error()
                         : divisions.error();
    }
    rows.shifts = std::move(shifts).value();
    rows.shifts.removeIf([](const Shift &shift) { return shift.to <= shift.from; });
    rows.leaves = std::move(leaves).value();
    rows.needs = std::move(needs).value();
    rows.divisions = std::move(divisions).value();
    return rows;
}

QList<UncoveredSpan> gapsIn(const RosterRows &rows, Instant from, Instant to)
{
    return uncoveredSpans(
        rows.needs, rows.divisions, rows.shifts, LeaveBook(rows.leaves), rows.zone, from, to);
}

QSet<QString> namedIn(const RosterPicture &picture)
{
    QSet<QString> ids;
    for (const Shift &shift : picture.shifts) {
        ids.insert(shift.person);
    }
    for (const Leave &leave : picture.leaves) {
        ids << leave.person << leave.deputy;
    }
    for (const Handover &handover : picture.handovers) {
        ids << handover.fromPerson << handover.toPerson;
    }
    for (const NextHandover &next : picture.next) {
        ids << next.fromPerson << next.toPerson;
    }
    ids.remove({});
    return ids;
}

} // namespace

Result<Person> knownPerson(Store &store, const QString &id)
{
    const Result<std::optional<Person>> person = store.person(id);
    if (!person) {
        return person.error();
    }
    if (!person.value()) {
        return noSuch(Words::tr("There is nobody with the id “%1”.").arg(id));
    }
    return *person.value();
}

Result<StaffingPicture> readStaffing(Store &store, QDate day)
{
    StaffingPicture picture;
    Result<QList<Division>> divisions = divisionsWithoutOutlines(store);
    Result<QList<UnitGrid>> grids = store.grids();
    const Result<QList<Duty>> duties = store.staff().allDuties();
    const Result<QList<Leave>> leaves = store.staff().leaves(day, day);
    const Result<QList<StaffingNeed>> needs = store.staff().staffingNeeds();
    if (!divisions || !grids || !duties || !leaves || !needs) {
        return !divisions ? divisions.error()
               : !grids   ? grids.error()
               : !duties  ? duties.error()
               : !leaves  ? leaves.error()
                          : needs.error();
    }
    picture.divisions = std::move(divisions).value();
    picture.grids = std::move(grids).value();
    sortByDivision(picture.grids);
    picture.matrix =
        staffMatrix(picture.grids, duties.value(), LeaveBook(leaves.value()), needs.value(), day);
    picture.vacancies = vacancies(picture.matrix, duties.value());
    QSet<QString> ids;
    for (const StaffRow &row : std::as_const(picture.matrix.rows)) {
        for (const StaffCell &cell : row.cells) {
            for (const StaffHolder &holder : cell.holders) {
                ids << holder.duty.person << holder.acting.value_or(QString());
            }
        }
    }
    for (const Vacancy &vacancy : std::as_const(picture.vacancies)) {
        ids << vacancy.former;
    }
    ids.remove({});
    Result<QHash<QString, Person>> people = peopleOf(store, ids);
    if (!people) {
        return people.error();
    }
    picture.people = std::move(people).value();
    return picture;
}

Result<RosterPicture> readRoster(Store &store, QDate first, int days, Instant now)
{
    RosterPicture picture;
    const QTimeZone zone = timeZoneNamed(store.info().timeZone);
    picture.first = first;
    picture.days = days;
    picture.timeZone = store.info().timeZone;
    picture.now = now;
    const Instant from = startOfDay(first, zone);
    const Instant to = startOfDay(first.addDays(days), zone);
    const Result<RosterRows> rows = readRosterRows(store, from, to);
    const Result<RosterRows> ahead = readRosterRows(store, now, now + 2 * kSoon);
    Result<QList<Handover>> handovers =
        store.staff().handovers(startOfDay(first.addDays(-kDaysOfHandovers), zone), to);
    if (!rows || !ahead || !handovers) {
        return !rows ? rows.error() : !ahead ? ahead.error() : handovers.error();
    }
    picture.shifts = rows.value().shifts;
    picture.leaves = rows.value().leaves;
    picture.handovers = std::move(handovers).value();
    picture.uncovered = gapsIn(rows.value(), from, to);
    picture.soon = gapsIn(ahead.value(), now, now + kSoon);
    picture.next = nextHandovers(ahead.value().shifts, LeaveBook(ahead.value().leaves), zone, now);
    picture.posts = coveredPosts(rows.value().needs, rows.value().divisions);
    for (const Shift &shift : std::as_const(picture.shifts)) {
        if (!picture.posts.contains(CoveredPost{shift.post, shift.area})) {
            picture.posts.append({shift.post, shift.area});
        }
    }
    for (const Division &division : rows.value().divisions) {
        picture.areas.insert(division.code, division.name);
    }
    Result<QHash<QString, Person>> people = peopleOf(store, namedIn(picture));
    if (!people) {
        return people.error();
    }
    picture.people = std::move(people).value();
    return picture;
}

Result<QList<UncoveredSpan>> readUncovered(Store &store, Instant from, Instant to)
{
    const Result<RosterRows> rows = readRosterRows(store, from, to);
    return rows ? Result<QList<UncoveredSpan>>(gapsIn(rows.value(), from, to))
                : Result<QList<UncoveredSpan>>(rows.error());
}

Result<OrganisationPicture> readOrganisation(Store &store)
{
    Result<QList<Organisation>> organisations = store.organisations();
    Result<QList<Post>> posts = store.staff().posts();
    Result<QList<PostHolding>> holdings = store.staff().holdings({});
    PeopleQuery query;
    query.limit = kAllPeople;
    const Result<QList<Person>> people = store.staff().people(query);
    if (!organisations || !posts || !holdings || !people) {
        return !organisations ? organisations.error()
               : !posts       ? posts.error()
               : !holdings    ? holdings.error()
                              : people.error();
    }
    OrganisationPicture picture{std::move(organisations).value(),
                                std::move(posts).value(),
                                std::move(holdings).value(),
                                {}};
    for (const Person &person : people.value()) {
        ++picture.people[person.organisation];
    }
    return picture;
}

Result<PersonFile> readPerson(Store &store, const QString &id)
{
    const Result<Person> person = knownPerson(store, id);
    if (!person) {
        return person.error();
    }
    Result<QList<Duty>> duties = store.staff().dutiesOf(id);
    Result<QList<PostHolding>> holdings = store.staff().holdings(id);
    Result<QList<Leave>> leaves = store.staff().leavesOf(id);
    if (!duties || !holdings || !leaves) {
        return !duties ? duties.error() : !holdings ? holdings.error() : leaves.error();
    }
    PersonFile file{person.value(),
                    std::move(duties).value(),
                    std::move(holdings).value(),
                    std::move(leaves).value(),
                    {}};
    for (const Leave &leave : std::as_const(file.leaves)) {
        for (const QString &other : {leave.person, leave.deputy}) {
            const Result<std::optional<Person>> found = store.person(other);
            if (!found) {
                return found.error();
            }
            if (found.value()) {
                file.names.insert(other, found.value()->name);
            }
        }
    }
    for (const Duty &duty : std::as_const(file.duties)) {
        const Result<std::optional<UnitGrid>> grid = store.grid(duty.area);
        const Result<std::optional<Division>> division = store.division(duty.area);
        if (!grid || !division) {
            return grid ? division.error() : grid.error();
        }
        file.names.insert(duty.area,
                          grid.value()       ? grid.value()->name
                          : division.value() ? division.value()->name
                                             : duty.area);
    }
    return file;
}

} // namespace gridward
