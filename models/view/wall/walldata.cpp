// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/wall/walldata.h"

#include "models/domain/dutyroster.h"
#include "models/view/wall/wallwords.h"

#include <utility>

namespace gridward {

namespace {

using std::chrono::minutes;
using std::chrono::seconds;

constexpr int kEvents = 80;      ///< of which each case is told of once
constexpr seconds kPatience{60}; ///< before something that failed is tried again

/** How often a part is read when nothing happens, and how often at the most. */
struct Pace
{
    seconds every;
    seconds least;
};

Pace paceOf(WallData::Part part)
{
    switch (part) {
    case WallData::Part::Rhythm:
        return {minutes(60), seconds(2)};
    case WallData::Part::Events:
        return {minutes(5), seconds(1)};
    case WallData::Part::Streets:
        return {minutes(5), seconds(20)};
    case WallData::Part::Incident:
        return {seconds(15), seconds(1)};
    case WallData::Part::Duty:
        return {minutes(1), seconds(5)};
    case WallData::Part::Month:
        return {minutes(30), seconds(60)};
    }
    return {};
}

constexpr std::array kParts{WallData::Part::Rhythm,
                            WallData::Part::Events,
                            WallData::Part::Streets,
                            WallData::Part::Incident,
                            WallData::Part::Duty,
                            WallData::Part::Month};

} // namespace

WallData::WallData(DistrictPort &district, LiveCases &live, WallPort &wall, QObject *parent)
    : QObject(parent)
    , mDistrict(district)
    , mLive(live)
    , mWall(wall)
{
    const StoreState state = district.state();
    mKnowsCases = state == StoreState::Live || state == StoreState::Stale || !live.all().isEmpty();
    connect(&mDistrict, &DistrictPort::districtChanged, this, [this] {
        // The same store says so at midnight, after an outage and for each change of its staff.
        const std::pair store(mDistrict.info().district, mDistrict.info().created);
        if (std::exchange(mStore, store) == store) {
            readAgain();
        } else {
            forget();
        }
    });
    connect(&mDistrict, &DistrictPort::userChanged, this, &WallData::forget);
    connect(&mDistrict, &DistrictPort::stateChanged, this, [this](StoreState now) {
        if (now == StoreState::Live) {
            readAgain(); // what happened meanwhile is in none of it
        }
    });
    connect(&mLive, &LiveCases::wasReset, this, [this] {
        mKnowsCases = true;
        mEvents.isDue = true;
        mIncident.isDue = true;
    });
    connect(&mLive, &LiveCases::changed, this, &WallData::takeChanged);
}

std::chrono::milliseconds WallData::limitOf(Part part)
{
    const Pace pace = paceOf(part);
    return 2 * pace.every + seconds(30);
}

void WallData::setWanted(const QSet<int> &parts)
{
    mWanted = parts;
}

void WallData::setIncident(const QUuid &id)
{
    if (id != mIncidentId) {
        mIncidentId = id;
        mIncident = {};
        emit changed(Part::Incident);
    }
}

void WallData::forget()
{
    ++mGeneration;
    mRhythm = {};
    mEvents = {};
    mStreets = {};
    mIncident = {};
    mDuty = {};
    mMonth = {};
    mRhythmHour = {};
    mRhythmTo = {};
    mNoted.clear();
    for (const Part part : kParts) {
        emit changed(part);
    }
}

void WallData::readAgain()
{
    mRhythm.isDue = true;
    mEvents.isDue = true;
    mStreets.isDue = true;
    mIncident.isDue = true;
    mDuty.isDue = true;
    mMonth.isDue = true;
}

void WallData::renew()
{
    for (Steady *asked : {&mRhythm.askedAt,
                          &mEvents.askedAt,
                          &mStreets.askedAt,
                          &mIncident.askedAt,
                          &mDuty.askedAt,
                          &mMonth.askedAt}) {
        *asked = Steady(-1);
    }
}

bool WallData::isSettled() const
{
    const auto isThere = [this](Part part, const auto &reading) {
        return !mWanted.contains(static_cast<int>(part)) ||
               (reading.isSettled() && !reading.isAsked && reading.askedAt >= Steady::zero());
    };
    const bool hasIncident = mIncidentId.isNull() || isThere(Part::Incident, mIncident);
    return mKnowsCases && hasIncident && isThere(Part::Rhythm, mRhythm) &&
           isThere(Part::Events, mEvents) && isThere(Part::Streets, mStreets) &&
           isThere(Part::Duty, mDuty) && isThere(Part::Month, mMonth);
}

template <typename T>
void WallData::read(Part part,
                    WallReading<T> &reading,
                    const std::function<QFuture<Result<T>>()> &ask)
{
    reading.isAsked = true;
    reading.isDue = false;
    reading.askedAt = mNow;
    ask().then(this,
               [this, part, &reading, generation = mGeneration, about = mIncidentId](
                   const Result<T> &answer) {
                   if (generation != mGeneration ||
                       (part == Part::Incident && about != mIncidentId)) {
                       return;
                   }
                   reading.isAsked = false;
                   reading.problem = answer ? QString() : answer.error().message;
                   if (answer) {
                       reading.value = answer.value();
                   }
                   if (part == Part::Rhythm && answer) {
                       addNoted();
                   }
                   emit changed(part);
               });
}

bool WallData::isDue(Part part)
{
    const auto check = [this, part](const auto &reading) {
        const Pace pace = paceOf(part);
        const Steady passed = mNow - reading.askedAt;
        if (reading.isAsked) {
            return false;
        }
        if (reading.askedAt < Steady::zero()) {
            return true;
        }
        const Steady pause = reading.problem.isEmpty() ? Steady(pace.least) : Steady(kPatience);
        return passed >= pause && (reading.isDue || passed >= Steady(pace.every));
    };
    switch (part) {
    case Part::Rhythm:
        return check(mRhythm);
    case Part::Events:
        return check(mEvents);
    case Part::Streets:
        return check(mStreets);
    case Part::Incident:
        return !mIncidentId.isNull() && check(mIncident);
    case Part::Duty:
        return check(mDuty);
    case Part::Month:
        return check(mMonth);
    }
    return false;
}

void WallData::advance(Steady now)
{
    mNow = now;
    const QDateTime local =
        localTime(mDistrict.clock().now(), timeZoneNamed(mDistrict.info().timeZone));
    const QDateTime hour(local.date(), QTime(local.time().hour(), 0), local.timeZone());
    if (hour != mRhythmHour) {
        mRhythm.isDue = true;
    }
    for (const Part part : kParts) {
        if (mWanted.contains(static_cast<int>(part)) && isDue(part)) {
            if (part == Part::Rhythm) {
                mRhythmHour = hour;
            }
            readDue(part);
        }
    }
}

void WallData::readDue(Part part)
{
    switch (part) {
    case Part::Rhythm:
        read<WallRhythm>(part, mRhythm, [this] { return mWall.rhythm(); });
        break;
    case Part::Events:
        read<WallEvents>(part, mEvents, [this] { return mWall.lastEvents(kEvents); });
        break;
    case Part::Streets:
        read<WallStreets>(part, mStreets, [this] { return mWall.streets(); });
        break;
    case Part::Incident:
        read<WallIncident>(part, mIncident, [this] { return mWall.incident(CaseId{mIncidentId}); });
        break;
    case Part::Duty:
        read<WallDuty>(part, mDuty, [this] { return mWall.duty(); });
        break;
    case Part::Month:
        read<WallMonth>(part, mMonth, [this] { return mWall.month(); });
        break;
    }
}

void WallData::takeChanged(const QList<Case> &cases)
{
    mEvents.isDue = true;
    for (const Case &subject : cases) {
        if (subject.id.value == mIncidentId) {
            mIncident.isDue = true;
        }
    }
    noteNew(cases);
}

void WallData::noteNew(const QList<Case> &cases)
{
    bool isMore = false;
    for (const Case &subject : cases) {
        const bool isSeen =
            subject.version > 0; // else it is not theirs, and nothing is known of it
        const Instant registered = subject.id.registeredAt();
        if (isSeen && registered > mRhythmTo && !mNoted.contains(subject.id.value)) {
            mNoted.insert(subject.id.value, registered);
            isMore = count(registered) || isMore;
        }
    }
    if (isMore) {
        mRhythm.value->asOf = mDistrict.clock().now();
        emit changed(Part::Rhythm);
    }
}

void WallData::addNoted()
{
    mRhythmTo = mRhythm.value->asOf;
    mNoted.removeIf([this](const auto &one) { return one.value() <= mRhythmTo; });
    for (const Instant registered : std::as_const(mNoted)) {
        (void)count(registered);
    }
}

bool WallData::count(Instant registered)
{
    if (!mRhythm.value) {
        return false;
    }
    const QDateTime local = localTime(registered, timeZoneNamed(mDistrict.info().timeZone));
    DayRhythm &rhythm = mRhythm.value->rhythm;
    if (local.date() != rhythm.day) {
        return false;
    }
    ++rhythm.today.at(static_cast<std::size_t>(local.time().hour()));
    return true;
}

} // namespace gridward
