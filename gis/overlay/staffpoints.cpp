// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/overlay/staffpoints.h"

#include "gis/overlay/mercator.h"

#include <algorithm>

namespace gridward {

void StaffPoints::assign(const QList<StaffMark> &staff)
{
    *this = {};
    for (const StaffMark &mark : staff) {
        if (!isValid(mark.place)) {
            continue;
        }
        const QPointF point = toMercator(mark.place);
        mX.push_back(point.x());
        mY.push_back(point.y());
        mNothing.push_back(0);
        mShown.push_back(1);
        mNames.push_back(mark.name);
        mPersons.push_back(mark.person);
    }
}

std::optional<QPointF> StaffPoints::placeOf(const QString &person) const
{
    const auto found = std::ranges::find(mPersons, person);
    if (found == mPersons.end()) {
        return std::nullopt;
    }
    const auto row = static_cast<std::size_t>(found - mPersons.begin());
    return QPointF(mX[row], mY[row]);
}

} // namespace gridward
