// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/overlay/arrivals.h"

#include <algorithm>
#include <utility>

namespace gridward {

namespace {

QRectF boxAround(const ClusterSymbol &symbol, const OverlayView &view)
{
    const QPointF at = view.pixelOf(symbol.x, symbol.y);
    const QPointF reach(Pulse::kReach, Pulse::kReach);
    return {at - reach, at + reach};
}

} // namespace

void Arrivals::add(CaseColumns::Index index, const CaseId &id, CaseLevel level, qint64 now)
{
    if (level < CaseLevel::Orange) {
        qint64 &before = mOrdinary.at(mNextOrdinary); // kOften ago
        if (now - before < kSecond) {
            return;
        }
        before = now;
        mNextOrdinary = (mNextOrdinary + 1) % kOften;
    }
    if (mAll.size() >= kMost) {
        const auto least = std::ranges::min_element(mAll, {}, &Arrival::level); // the oldest
        if (least->level > level) {
            return;
        }
        mGivenUp.push_back(least->box);
        mAll.erase(least);
    }
    mAll.push_back({index, id, level, now, {}});
}

std::span<const Pulse> Arrivals::pulses(const CaseColumns &cases,
                                        CaseClusterer &groups,
                                        const OverlayView &view,
                                        qint64 now)
{
    mPulses.clear();
    for (Arrival &arrival : mAll) {
        if (const ClusterSymbol *symbol = groups.symbolOf(arrival.index)) {
            arrival.box |= boxAround(*symbol, view);
            const double progress = double(now - arrival.since) / double(kLength);
            mPulses.push_back({{symbol->x, symbol->y},
                               std::clamp(progress, 0.0, 1.0),
                               static_cast<std::uint8_t>(cases.levelOf(arrival.index))});
        }
    }
    return mPulses;
}

std::vector<QRectF> Arrivals::advance(const CaseColumns &cases,
                                      CaseClusterer &groups,
                                      const OverlayView &view,
                                      qint64 now)
{
    std::vector<QRectF> boxes = std::exchange(mGivenUp, {});
    for (Arrival &arrival : mAll) {
        // Its symbol may have moved since: also where it was.
        boxes.push_back(std::exchange(arrival.box, {}));
        if (const ClusterSymbol *symbol = groups.symbolOf(arrival.index)) {
            boxes.push_back(boxAround(*symbol, view));
        }
    }
    std::erase_if(boxes, [](const QRectF &box) { return box.isNull(); });
    std::erase_if(mAll, [&](const Arrival &arrival) {
        return now - arrival.since >= kLength || cases.find(arrival.id) != arrival.index;
    });
    return boxes;
}

std::vector<QRectF> Arrivals::clear()
{
    std::vector<QRectF> boxes = std::exchange(mGivenUp, {});
    for (const Arrival &arrival : mAll) {
        boxes.push_back(arrival.box);
    }
    mAll.clear();
    mPulses.clear();
    return boxes;
}

} // namespace gridward
