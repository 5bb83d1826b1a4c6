// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/overlay/casecolumns.h"
#include "gis/overlay/clusterer.h"
#include "gis/overlay/overlaypainter.h"
#include "gis/overlay/overlayview.h"

#include <QRectF>

#include <array>
#include <span>
#include <vector>

namespace gridward {

/**
 * Cases that have just come, each with a ring that grows around its symbol once. So few of them
 * that a stream of cases does not become a flicker: at most kMost rings at once, the most urgent
 * and then the newest; and of what is neither orange nor red no more than kOften in a second, for
 * then the numbers tell more. Times are milliseconds of any clock that only goes forward, boxes
 * logical pixels of the view. One thread.
 */
class Arrivals
{
public:
    Arrivals() { mOrdinary.fill(-kSecond); }

    static constexpr qint64 kLength = 1200; ///< ms: a ring from its beginning to its end
    static constexpr std::size_t kMost = 8;
    static constexpr std::size_t kOften = 5;

    void add(CaseColumns::Index index, const CaseId &id, CaseLevel level, qint64 now);
    [[nodiscard]] bool isEmpty() const { return mAll.empty(); }
    [[nodiscard]] int painted() const { return static_cast<int>(mPulses.size()); }

    /** The rings as they are to be painted now. Until the next call. */
    [[nodiscard]] std::span<const Pulse>
    pulses(const CaseColumns &cases, CaseClusterer &groups, const OverlayView &view, qint64 now);
    /**
     * Where rings are and were since the last call, so that they can be painted as of now. Forgets
     * those whose time is over, and those of cases that have gone.
     */
    [[nodiscard]] std::vector<QRectF>
    advance(const CaseColumns &cases, CaseClusterer &groups, const OverlayView &view, qint64 now);
    /** Where rings were painted; they are forgotten. */
    [[nodiscard]] std::vector<QRectF> clear();

private:
    static constexpr qint64 kSecond = 1000;

    struct Arrival
    {
        CaseColumns::Index index = CaseColumns::kNone;
        CaseId id;
        CaseLevel level = CaseLevel::Blue; ///< when it came
        qint64 since = 0;
        QRectF box; ///< where it was painted since advance()
    };

    std::vector<Arrival> mAll;            ///< the oldest first
    std::vector<QRectF> mGivenUp;         ///< where rings were that had to make room
    std::array<qint64, kOften> mOrdinary; ///< when the last ones of no urgency began, in a circle
    std::size_t mNextOrdinary = 0;
    std::vector<Pulse> mPulses;
};

} // namespace gridward
