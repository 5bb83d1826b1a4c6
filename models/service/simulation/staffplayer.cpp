// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/simulation/staffplayer.h"

#include "models/domain/storedplace.h"
#include "models/service/simulation/demogeometry.h"

#include <QSet>

#include <algorithm>
#include <cmath>
#include <functional>
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
constexpr days kRosterLook{1};    ///< until one is looked for again where there is none

/** The last period of a roster that ends then, with what was left uncovered in it, put to where it
 * covers this moment, or behind itself if it has not ended. */
QList<Shift> rosterAfter(const QList<Shift> &known, Instant end, Instant now)
{
    const auto missed = std::max(now - end, milliseconds(0)) / kRosterPeriod;
    const milliseconds later = kRosterPeriod * (missed + 1);
    QList<Shift> next;
    for (Shift shift : known) {
        if (shift.from >= end - kRosterPeriod) {
            shift.from += later;
            shift.to += later;
            next.append(shift);
        }
    }
    return next;
}

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
    // From its beginning: it may have ended long before the demo goes on.
    const Result<QList<Shift>> known = store.shifts(Instant{}, now + kRosterPeriod + kRosterAhead);
    if (!known) {
        return known.error();
    }
    if (known.value().isEmpty()) {
        mRosterKnownTo = now + kRosterAhead + kRosterLook;
        return {};
    }
    const Instant end = std::ranges::max(known.value(), std::ranges::less{}, &Shift::to).to;
    if (end > now + kRosterAhead) {
        mRosterKnownTo = end;
        return {};
    }
    // Looked at again at once: a period that began long ago may end soon.
    return store.write(rosterAfter(known.value(), end, now));
}

} // namespace gridward
