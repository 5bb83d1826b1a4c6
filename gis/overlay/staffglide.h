// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/overlay/staffpoints.h"

#include <QList>
#include <QPointF>

#include <chrono>
#include <vector>

namespace gridward {

/**
 * Staff on duty on their way from where they were shown to where they were last seen: so that one
 * sees who went where. Who was not seen for long, or has gone far, is simply there: nobody knows
 * the way. Times are milliseconds of any clock that only goes forward. One thread.
 */
class StaffGlide
{
public:
    static constexpr int kFrame = 200;         ///< ms: five moves a second
    static constexpr qint64 kLength = 2000;    ///< ms from one place to the next
    static constexpr double kFarthest = 500.0; ///< metres on the ground
    static constexpr std::chrono::minutes kLongest{2};

    /** These, where they were seen. `glides`: somebody looks, so they go there by and by. */
    void assign(const QList<StaffMark> &staff, qint64 now, bool glides);
    /** To where they are now on their ways. */
    void advance(qint64 now);
    /** To the ends of their ways at once. */
    void finish();
    [[nodiscard]] bool isMoving() const { return mMoving; }
    [[nodiscard]] const StaffPoints &points() const { return mPoints; }

private:
    /** Of one row of mPoints. */
    struct Way
    {
        QPointF from; ///< EPSG:3857
        QPointF to;
        qint64 since = 0;
        Instant seen;
    };

    StaffPoints mPoints;
    std::vector<Way> mWays;
    bool mMoving = false;
};

} // namespace gridward
