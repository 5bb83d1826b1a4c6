// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/staffdesk.h"

#include "models/domain/scaledclock.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr std::chrono::minutes kLook{5}; ///< of the district's time
constexpr std::chrono::seconds kOftenest{2};
constexpr std::chrono::hours kAhead{24};
constexpr std::chrono::milliseconds kAfterMidnight{200};

} // namespace

StaffDesk::StaffDesk(DistrictService &district, QObject *parent)
    : StaffPort(parent)
    , mDistrict(district)
{
    connect(&mDistrict, &DistrictService::tablesChanged, this, [this](const QStringList &tables) {
        static const QStringList kOurs{u"people"_s,
                                       u"organisations"_s,
                                       u"duties"_s,
                                       u"shifts"_s,
                                       u"posts"_s,
                                       u"post_holders"_s,
                                       u"leaves"_s,
                                       u"handovers"_s,
                                       u"staffing_needs"_s,
                                       u"coverage_needs"_s,
                                       u"grids"_s,
                                       u"divisions"_s};
        if (std::ranges::any_of(tables, [](const auto &one) { return kOurs.contains(one); })) {
            emit staffChanged();
            lookAhead();
        }
    });
    connect(&mDistrict, &DistrictService::stateChanged, this, [this](StoreState state) {
        if (state == StoreState::Live) {
            lookAhead();
        } else if (state != StoreState::Stale) {
            take({});
        }
    });
    connect(&mLook, &QTimer::timeout, this, &StaffDesk::lookAhead);
    mLook.start(realTimeOf(district.clock(), kLook, kOftenest));
    mMidnight.setSingleShot(true);
    connect(&mMidnight, &QTimer::timeout, this, [this] {
        mDistrict.readAgain(); // posts and deputies of the new day
        emit staffChanged();
        awaitMidnight();
    });
    connect(&mDistrict, &DistrictService::districtChanged, this, &StaffDesk::awaitMidnight);
}

void StaffDesk::awaitMidnight()
{
    const QTimeZone zone = timeZoneNamed(mDistrict.info().timeZone);
    const Instant next = startOfDay(today().addDays(1), zone);
    const Clock &clock = mDistrict.clock();
    mMidnight.start(realTimeOf(clock, next - clock.now(), kOftenest) + kAfterMidnight);
}

QDate StaffDesk::today() const
{
    return localDayOf(mDistrict.clock().now(), timeZoneNamed(mDistrict.info().timeZone));
}

StaffActor StaffDesk::actor() const
{
    return {mDistrict.user(), mDistrict.origin(), mDistrict.clock().now()};
}

void StaffDesk::lookAhead()
{
    if (mDistrict.state() != StoreState::Live || !mDistrict.may(Thing::Roster, u"see"_s)) {
        take({});
        return;
    }
    mDistrict
        .askStore<QList<UncoveredSpan>>([now = mDistrict.clock().now()](Store &store) {
            return readUncovered(store, now, now + kAhead);
        })
        .then(this, [this](const Result<QList<UncoveredSpan>> &read) {
            if (read) { // what cannot be read is told by the district itself
                take(read.value());
            }
        });
}

void StaffDesk::take(const QList<UncoveredSpan> &spans)
{
    if (spans != mUncovered) {
        mUncovered = spans;
        emit uncoveredChanged();
    }
}

QFuture<Result<void>> StaffDesk::write(std::function<Result<void>(Store &)> work)
{
    return mDistrict.askStore<void>(std::move(work));
}

QFuture<Result<StaffingPicture>> StaffDesk::staffing(QDate day)
{
    return mDistrict.askStore<StaffingPicture>(
        [day](Store &store) { return readStaffing(store, day); });
}

QFuture<Result<RosterPicture>> StaffDesk::roster(QDate first, int days)
{
    return mDistrict.askStore<RosterPicture>(
        [first, days, now = mDistrict.clock().now()](Store &store) {
            return readRoster(store, first, days, now);
        });
}

QFuture<Result<OrganisationPicture>> StaffDesk::organisation()
{
    return mDistrict.askStore<OrganisationPicture>(
        [](Store &store) { return readOrganisation(store); });
}

QFuture<Result<QList<Person>>> StaffDesk::people(const PeopleQuery &query)
{
    return mDistrict.askStore<QList<Person>>(
        [query](Store &store) { return store.staff().people(query); });
}

QFuture<Result<PersonFile>> StaffDesk::person(const QString &id)
{
    return mDistrict.askStore<PersonFile>([id](Store &store) { return readPerson(store, id); });
}

QFuture<Result<void>> StaffDesk::assign(const Duty &duty)
{
    return write([duty, by = actor()](Store &store) { return assignDuty(store, by, duty); });
}

QFuture<Result<void>> StaffDesk::end(const Duty &duty, QDate last)
{
    return write([=, by = actor()](Store &store) { return endDuty(store, by, duty, last); });
}

QFuture<Result<void>> StaffDesk::enter(const Leave &leave)
{
    return write([leave, by = actor()](Store &store) { return enterLeave(store, by, leave); });
}

QFuture<Result<void>> StaffDesk::enter(const Shift &shift)
{
    return write([shift, by = actor()](Store &store) { return enterShift(store, by, shift); });
}

QFuture<Result<void>> StaffDesk::enter(const Handover &handover)
{
    return write(
        [handover, by = actor()](Store &store) { return enterHandover(store, by, handover); });
}

QFuture<Result<void>> StaffDesk::acknowledge(const Handover &handover)
{
    return write([handover, by = actor()](Store &store) {
        return gridward::acknowledge(store, by, handover);
    });
}

QFuture<Result<void>> StaffDesk::enter(const Person &person)
{
    return write([person, by = actor()](Store &store) { return enterPerson(store, by, person); });
}

QFuture<Result<void>> StaffDesk::enter(const Post &post)
{
    return write([post, by = actor()](Store &store) { return enterPost(store, by, post); });
}

} // namespace gridward
