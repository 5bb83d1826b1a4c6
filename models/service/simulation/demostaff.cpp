// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/storedplace.h"
#include "models/service/simulation/demodistrict.h"
#include "models/service/simulation/demogeometry.h"
#include "models/service/simulation/localtime.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

using std::chrono::hours;

constexpr int kHandlersOfUnit = 3;
constexpr int kSeats = 2;       ///< of the command centre, day and night
constexpr int kRosterDays = 31; ///< centred on the demo's day
constexpr int kCommunitiesOfFireman = 4;
constexpr std::array kVacancies{17, 101, 233, 350, 466, 580}; ///< grids without an assistant
constexpr std::array kVacantManagers{88, 412};

/** How many users of a role there are beside the communities' collectors and the units' handlers.
 */
struct RoleCount
{
    const char16_t *role;
    int count;
};
constexpr std::array kCentreRoles{RoleCount{u"acceptor", 4},
                                  RoleCount{u"filer", 4},
                                  RoleCount{u"dispatcher", 4},
                                  RoleCount{u"checker", 6},
                                  RoleCount{u"supervisor", 3},
                                  RoleCount{u"analyst", 1},
                                  RoleCount{u"leader", 1},
                                  RoleCount{u"admin", 1}};

class StaffMaker
{
public:
    StaffMaker(const SimulationData &data, DemoDistrict &district);
    void addGridForces();
    void addCentre();
    void addStreets();
    void addUnits();
    void addRoster();
    void addPositions();

private:
    /** A new person of this organisation; the id. */
    QString hire(const QString &organisation);
    void assign(const QString &person, const QString &role, const QString &area);
    void addCommunity(const Division &community, const QString &fireman);
    void addForce(const QString &role, int grid, const QString &person);
    void addUser(const QString &name,
                 const QString &person,
                 const QString &role,
                 const QString &division,
                 const QString &organisation);
    void addShift(
        const QString &person, const QString &post, const QString &area, Instant from, Instant to);
    [[nodiscard]] QString codeOfKind(const QString &kind, const QString &street = {}) const;

    const SimulationData &mData;
    DemoDistrict &mDistrict;
    RandomStream mNames;
    RandomStream mDates;
    AliasTable mSurnames;
    AliasTable mGivenNames;
    QString mCentre;
    QDate mToday;
    QHash<QString, QStringList> mStreetOfficers; ///< street → people on its duty roster
    QStringList mCentreOfficers;
    QList<std::pair<QString, int>> mField; ///< people in the field and a grid of theirs
    QList<double> mFieldShare;             ///< how likely each is on duty by day
};

StaffMaker::StaffMaker(const SimulationData &data, DemoDistrict &district)
    : mData(data)
    , mDistrict(district)
    , mNames(district.seed, u"names")
    , mDates(district.seed, u"duty dates")
    , mToday(localDate(district.at))
{
    std::vector<double> weights;
    for (const NameShare &name : data.surnames) {
        weights.push_back(name.weight);
    }
    mSurnames = AliasTable(weights);
    weights.clear();
    for (const NameShare &name : data.givenNames) {
        weights.push_back(name.weight);
    }
    mGivenNames = AliasTable(weights);
    for (const Organisation &organisation : std::as_const(district.organisations)) {
        if (mCentre.isEmpty() && organisation.kind.isEmpty() && !organisation.parent.isEmpty()) {
            mCentre = organisation.code;
        }
    }
}

QString StaffMaker::codeOfKind(const QString &kind, const QString &street) const
{
    const QString unit = mDistrict.unitFor(kind, street);
    return unit.isEmpty() ? mCentre : unit;
}

QString StaffMaker::hire(const QString &organisation)
{
    const qsizetype number = mDistrict.people.size() + 1;
    Person person;
    person.id = u"P%1"_s.arg(number, 5, 10, QChar(u'0'));
    person.name = mData.surnames.at(static_cast<qsizetype>(mSurnames.pick(mNames))).name +
                  mData.givenNames.at(static_cast<qsizetype>(mGivenNames.pick(mNames))).name;
    person.organisation = organisation;
    person.workPhone = u"010-5550%1"_s.arg(number, 4, 10, QChar(u'0')); // 555 0…: made up
    static const QStringList kSkills{
        u"first-aid"_s, u"driver"_s, u"fire-warden"_s, u"mediation"_s, u"electrician"_s};
    if (mNames.chance(0.35)) {
        person.skills = kSkills.at(mNames.pickOf(kSkills.size()));
    }
    person.languages = mNames.chance(0.12) ? u"zh-CN,en"_s : u"zh-CN"_s;
    mDistrict.people.append(person);
    return person.id;
}

void StaffMaker::assign(const QString &person, const QString &role, const QString &area)
{
    const QDate from = mToday.addDays(-60 - mDates.pickOf(640));
    mDistrict.duties.append({person, role, area, from, QDate()});
}

void StaffMaker::addForce(const QString &role, int grid, const QString &person)
{
    assign(person, role, mDistrict.grids.at(grid).code);
    const bool isVacant = (role == "assistant"_L1 && std::ranges::count(kVacancies, grid) > 0) ||
                          (role == "manager"_L1 && std::ranges::count(kVacantManagers, grid) > 0);
    if (isVacant) { // left some weeks ago, and nobody came after
        mDistrict.duties.last().to = mToday.addDays(-10 - mDates.pickOf(40));
        return;
    }
    mField.append({person, grid});
    mFieldShare.append(fieldShare(role));
}

void StaffMaker::addCommunity(const Division &community, const QString &fireman)
{
    const QString office = codeOfKind(u"subdistrict-office"_s, community.parent);
    const QString police = codeOfKind(u"public-security"_s, community.parent);
    const QString judge = hire(office);
    const QString secretary = hire(office);
    const QString supervisor = hire(office);
    QString officer;
    QString collector;
    int place = 0;
    for (const int grid : mDistrict.gridsOf(community.code)) {
        const QString manager = hire(office);
        addForce(u"manager"_s, grid, manager);
        addForce(u"assistant"_s, grid, hire(office));
        if (place++ % 2 == 0) { // one officer for two grids
            officer = hire(police);
        }
        addForce(u"police"_s, grid, officer);
        addForce(u"supervisor"_s, grid, supervisor);
        addForce(u"judicial"_s, grid, judge);
        addForce(u"fire"_s, grid, fireman);
        addForce(u"party-secretary"_s, grid, secretary);
        if (collector.isEmpty() && std::ranges::count(kVacantManagers, grid) == 0) {
            collector = manager;
        }
    }
    if (!collector.isEmpty()) {
        const QString name = u"patrol%1"_s.arg(mDistrict.users.size() + 1, 3, 10, QChar(u'0'));
        addUser(name, collector, u"acceptor"_s, community.code, office);
    }
}

void StaffMaker::addGridForces()
{
    QString street;
    QString fireman;
    int place = 0;
    for (const Division &community : std::as_const(mDistrict.divisions)) {
        if (community.level != "community"_L1) {
            continue;
        }
        place = community.parent == street ? place + 1 : 0;
        street = community.parent;
        if (place % kCommunitiesOfFireman == 0) {
            fireman = hire(codeOfKind(u"fire"_s, street));
        }
        addCommunity(community, fireman);
    }
}

void StaffMaker::addUser(const QString &name,
                         const QString &person,
                         const QString &role,
                         const QString &division,
                         const QString &organisation)
{
    mDistrict.users.append({name, person, role, division, organisation, false});
}

void StaffMaker::addCentre()
{
    for (const RoleCount &role : kCentreRoles) {
        const QString name = QString::fromUtf16(role.role);
        for (int i = 1; i <= role.count; ++i) {
            const QString person = hire(mCentre);
            assign(person, name, mDistrict.code);
            addUser(name + QString::number(i), person, name, QString(), mCentre);
        }
    }
    for (int i = 0; i < kSeats * 5; ++i) { // five people a seat cover day and night all week
        mCentreOfficers.append(hire(mCentre));
        assign(mCentreOfficers.last(), u"duty-officer"_s, mDistrict.code);
    }
}

void StaffMaker::addStreets()
{
    int number = 0;
    for (const Division &street : std::as_const(mDistrict.divisions)) {
        if (street.level != "street"_L1) {
            continue;
        }
        const QString office = codeOfKind(u"subdistrict-office"_s, street.code);
        const QString person = hire(office);
        assign(person, u"street"_s, street.code);
        addUser(u"street%1"_s.arg(++number), person, u"street"_s, street.code, office);
        for (int i = 0; i < 6; ++i) {
            mStreetOfficers[street.code].append(hire(office));
            assign(mStreetOfficers[street.code].last(), u"duty-officer"_s, street.code);
        }
    }
}

void StaffMaker::addUnits()
{
    int number = 1;
    User all{u"handler1"_s, QString(), u"handler"_s, QString(), QString(), true};
    for (const Organisation &unit : std::as_const(mDistrict.organisations)) {
        if (!unit.handles) {
            continue;
        }
        const QString area = unit.division.isEmpty() ? mDistrict.code : unit.division;
        QString head;
        for (int i = 0; i < kHandlersOfUnit; ++i) {
            const QString person = hire(unit.code);
            assign(person, u"handler"_s, area);
            head = head.isEmpty() ? person : head;
        }
        if (all.person.isEmpty()) {
            all.person = head;
            all.organisation = unit.code;
            mDistrict.users.append(all);
        }
        addUser(u"handler%1"_s.arg(++number), head, u"handler"_s, unit.division, unit.code);
    }
}

void StaffMaker::addShift(
    const QString &person, const QString &post, const QString &area, Instant from, Instant to)
{
    for (const UncoveredTime &gap : std::as_const(mDistrict.uncovered)) {
        if (gap.post == post && gap.area == area && gap.from < to && gap.to > from) {
            mDistrict.shifts.append({person, post, area, from, gap.from});
            mDistrict.shifts.append({person, post, area, gap.to, to});
            return;
        }
    }
    mDistrict.shifts.append({person, post, area, from, to});
}

void StaffMaker::addRoster()
{
    const QString centrePost = u"command-centre"_s;
    const QString streetPost = u"street"_s;
    const Instant today = startOfLocalDay(mDistrict.at);
    const Instant first = today - std::chrono::days(kRosterDays / 2);
    QStringList streets;
    for (const Division &division : std::as_const(mDistrict.divisions)) {
        if (division.level == "street"_L1) {
            streets.append(division.code);
        }
    }
    if (streets.size() > 4) { // the two designed hours that nobody covers
        const Instant early = today + std::chrono::days(2) + hours(3);
        const Instant noon = today + std::chrono::days(5) + hours(13);
        mDistrict.uncovered.append({streetPost, streets.at(4), early, early + hours(1)});
        mDistrict.uncovered.append(
            {streetPost, streets.at(streets.size() / 2), noon, noon + hours(1)});
    }
    for (int day = 0; day < kRosterDays; ++day) {
        const Instant midnight = first + std::chrono::days(day);
        for (int turn = 0; turn < 3; ++turn) {
            const Instant from = midnight + hours(8 * turn);
            for (int seat = 0; seat < kSeats; ++seat) {
                const qsizetype officer = (day * 3 + turn) * kSeats + seat;
                addShift(mCentreOfficers.at(officer % mCentreOfficers.size()),
                         centrePost,
                         mDistrict.code,
                         from,
                         from + hours(8));
            }
        }
        for (const QString &street : std::as_const(streets)) {
            const QStringList &officers = mStreetOfficers[street];
            for (int turn = 0; turn < 2; ++turn) {
                const Instant from = midnight + hours(12 * turn);
                addShift(officers.at((day * 2 + turn) % officers.size()),
                         streetPost,
                         street,
                         from,
                         from + hours(12));
            }
        }
    }
}

void StaffMaker::addPositions()
{
    RandomStream random(mDistrict.seed, u"positions", mDistrict.at.time_since_epoch().count());
    const double share = outdoorShare(mDistrict.at);
    QHash<QString, bool> seen; // one row a person
    for (qsizetype i = 0; i < mField.size(); ++i) {
        const auto &[person, grid] = mField.at(i);
        const bool isOut = random.chance(mFieldShare.at(i) * share);
        const auto point =
            randomInside(mDistrict.gridRings[static_cast<std::size_t>(grid)], random);
        const auto age = std::chrono::seconds(random.pickOf(600));
        if (!isOut || !point || seen.contains(person)) {
            continue;
        }
        const GeoPoint place = asStored(*point);
        if (mDistrict.gridAt(place) == grid) {
            seen.insert(person, true);
            mDistrict.positions.append(
                {person, mDistrict.grids.at(grid).code, mDistrict.at - age, place});
        }
    }
}

} // namespace

double fieldShare(const QString &role)
{
    return role == "manager"_L1     ? 0.8
           : role == "assistant"_L1 ? 0.5
           : role == "police"_L1    ? 0.35
                                    : 0.1;
}

double outdoorShare(Instant moment)
{
    const int hour = hourOfWeek(moment) % 24;
    return hour >= 8 && hour < 18 ? 1.0 : hour >= 6 && hour < 22 ? 0.5 : 0.12;
}

void addDemoStaff(const SimulationData &data, DemoDistrict &district)
{
    StaffMaker maker(data, district);
    maker.addGridForces();
    maker.addCentre();
    maker.addStreets();
    maker.addUnits();
    maker.addRoster();
    maker.addPositions();
    addDemoStaffLife(district);
}

} // namespace gridward
