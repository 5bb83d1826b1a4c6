// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/overlay/staffglide.h"

#include "gis/overlay/mercator.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <utility>

namespace gridward {

namespace {

double metresBetween(QPointF one, QPointF other)
{
    const QPointF way = other - one;
    return std::hypot(way.x(), way.y()) / mercatorStretch(one.y());
}

} // namespace

void StaffGlide::assign(const QList<StaffMark> &staff, qint64 now, bool glides)
{
    QHash<QString, std::pair<QPointF, Instant>> shown;
    for (std::size_t row = 0; row < mWays.size(); ++row) {
        shown.insert(mPoints.personAt(static_cast<std::int32_t>(row)),
                     {mPoints.placeAt(row), mWays[row].seen});
    }
    mPoints.assign(staff);
    mWays.clear();
    mMoving = false;
    for (const StaffMark &mark : staff) {
        if (!isValid(mark.place)) {
            continue; // as StaffPoints
        }
        const QPointF there = toMercator(mark.place);
        Way way{there, there, now, mark.at};
        if (const auto before = shown.constFind(mark.person);
            glides && before != shown.constEnd() && mark.at - before->second <= kLongest &&
            metresBetween(before->first, there) <= kFarthest) {
            way.from = before->first;
            mPoints.move(mWays.size(), way.from);
            mMoving = mMoving || way.from != way.to;
        }
        mWays.push_back(way);
    }
}

void StaffGlide::advance(qint64 now)
{
    mMoving = false;
    for (std::size_t row = 0; row < mWays.size(); ++row) {
        const Way &way = mWays[row];
        const double share = std::clamp(double(now - way.since) / double(kLength), 0.0, 1.0);
        mPoints.move(row, share < 1.0 ? way.from + (way.to - way.from) * share : way.to);
        mMoving = mMoving || (share < 1.0 && way.from != way.to);
    }
}

void StaffGlide::finish()
{
    mMoving = false;
    for (std::size_t row = 0; row < mWays.size(); ++row) {
        mPoints.move(row, mWays[row].to);
    }
}

} // namespace gridward
