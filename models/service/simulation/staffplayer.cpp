// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/simulation/staffplayer.h"

#include "models/domain/storedplace.h"
#include "models/service/simulation/demogeometry.h"

#include <QSet>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace gridward {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::milliseconds;

constexpr double kPace = 1.1;      ///< metres a second, on foot and looking around
constexpr double kFarthest = 60.0; ///< metres from one look to the next: streets have corners
constexpr int kDirections = 6;     ///< tried before somebody stays where they are
constexpr hours kTurn{4};          ///< for which somebody is out or is not
constexpr days kRosterAhead{10};
constexpr days kRosterPeriod{28}; ///< whole weeks

} // namespace

StaffPlayer::StaffPlayer(const DemoDistrict &district)
    : mDistrict(district)
{
    QHash<QString, int> grids;
    for (qsizetype i = 0; i < district.grids.size(); ++i) {
        grids.insert(district.grids.at(i).code, static_cast<int>(i));
    }
    QHash<QString, GeoPoint> seen;
    for (const StaffPosition &position : district.positions) {
        seen.insert(position.person, position.place);
    }
    QSet<QString> known; // who has several grids is in the first one
    for (const Duty &duty : district.duties) {
        const auto grid = grids.constFind(duty.area);
        if (grid == grids.cend() || duty.to.isValid() || known.contains(duty.person)) {
            continue;
        }
        known.insert(duty.person);
        Walker walker{duty.person, *grid, fieldShare(duty.role), {}, false};
        const auto place = seen.constFind(duty.person);
        if (place != seen.cend() && district.gridAt(*place) == *grid) {
            walker.place = *place;
            walker.hasPlace = true;
        }
        mWalkers.push_back(walker);
    }
}

QList<StaffPosition> StaffPlayer::walk(Instant now)
{
    const double seconds =
        std::chrono::duration<double>(std::max(now - mLast, milliseconds(0))).count();
    const double metres = std::min(kPace * seconds, kFarthest);
    mLast = now;
    const auto turn = std::chrono::floor<hours>(now).time_since_epoch() / kTurn;
    const double outdoors = outdoorShare(now);
    RandomStream ways(mDistrict.seed, u"ways", now.time_since_epoch().count());
    QList<StaffPosition> positions;
    for (std::size_t i = 0; i < mWalkers.size(); ++i) {
        Walker &walker = mWalkers[i];
        const auto place = static_cast<qint64>(turn * static_cast<qint64>(mWalkers.size()) +
                                               static_cast<qint64>(i));
        RandomStream own(mDistrict.seed, u"out", place);
        if (!own.chance(walker.share * outdoors)) {
            continue;
        }
        step(walker, metres, ways);
        if (walker.hasPlace) {
            positions.append(
                {walker.person, mDistrict.grids.at(walker.grid).code, now, walker.place});
        }
    }
    return positions;
}

void StaffPlayer::step(Walker &walker, double metres, RandomStream &random) const
{
    if (!walker.hasPlace) {
        const auto ring =
            randomInside(mDistrict.gridRings[static_cast<std::size_t>(walker.grid)], random);
        if (ring && mDistrict.gridAt(asStored(*ring)) == walker.grid) {
            walker.place = asStored(*ring);
            walker.hasPlace = true;
        }
        return;
    }
    for (int i = 0; i < kDirections; ++i) {
        const double angle = random.uniform(0.0, 2.0 * std::numbers::pi);
        const GeoPoint next =
            asStored(moved(walker.place, {metres * std::cos(angle), metres * std::sin(angle)}));
        if (mDistrict.gridAt(next) == walker.grid) {
            walker.place = next;
            return;
        }
    }
}

Result<void> StaffPlayer::play(Store &store, Instant now)
{
    if (Result<void> roster = continueRoster(store, now); !roster) {
        return roster;
    }
    return store.write(walk(now));
}

Result<void> StaffPlayer::continueRoster(Store &store, Instant now)
{
    if (now + kRosterAhead <= mRosterKnownTo) {
        return {};
    }
    const Result<QList<Shift>> known =
        store.shifts(now - kRosterPeriod, now + kRosterPeriod + kRosterAhead);
    if (!known) {
        return known.error();
    }
    Instant end;
    for (const Shift &shift : known.value()) {
        end = std::max(end, shift.to);
    }
    if (known.value().isEmpty() || end > now + kRosterAhead) {
        mRosterKnownTo = known.value().isEmpty() ? Instant::max() : end;
        return {};
    }
    // As it was four weeks before, with what was left uncovered then.
    QList<Shift> next;
    for (Shift shift : known.value()) {
        if (shift.from >= end - kRosterPeriod) {
            shift.from += kRosterPeriod;
            shift.to += kRosterPeriod;
            next.append(shift);
        }
    }
    mRosterKnownTo = end; // looked at again when that is near
    return store.write(next);
}

} // namespace gridward
