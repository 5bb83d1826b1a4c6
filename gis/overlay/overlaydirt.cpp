// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/overlay/overlaydirt.h"

#include "gis/overlay/overlaypainter.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <tuple>
#include <utility>

namespace gridward {

namespace {

constexpr double kMostly = 0.6;          ///< of what is seen: then all of it is no dearer
constexpr std::size_t kManyBoxes = 4096; ///< nobody counts more: everything is painted

QRectF around(QPointF middle, double reach)
{
    return {middle.x() - reach, middle.y() - reach, 2.0 * reach, 2.0 * reach};
}

} // namespace

void OverlayDirt::clear()
{
    mAll = false;
    mBoxes.clear();
}

void OverlayDirt::add(const std::vector<QRectF> &boxes)
{
    mBoxes.insert(mBoxes.end(), boxes.begin(), boxes.end());
}

void OverlayDirt::add(const Look &look, const OverlayView &view)
{
    if (mAll || mBoxes.size() >= kManyBoxes) {
        mAll = true;
        return;
    }
    const QPointF at = view.pixelOf(look.x, look.y);
    const double reach = look.count > 1 ? kClusterReach : kCaseReach;
    if (view.area
            .adjusted(
                -view.area.width(), -view.area.height(), view.area.width(), view.area.height())
            .contains(at)) {
        mBoxes.push_back(around(at, reach)); // others cannot be seen, dragged or not
    }
}

void OverlayDirt::lookAtCases(std::span<const ClusterSymbol> symbols,
                              const PointColumns &points,
                              const OverlayView &view)
{
    mNow.clear();
    for (const ClusterSymbol &symbol : symbols) {
        const auto row = static_cast<std::size_t>(symbol.only);
        mNow.push_back({.x = symbol.x,
                        .y = symbol.y,
                        .cell = symbol.firstCell,
                        .count = symbol.count,
                        .overdue = symbol.overdue,
                        .level = symbol.level,
                        .pictogram = symbol.only >= 0 ? points.pictogram[row] : std::uint8_t{0}});
    }
    // Both in the order of their cells, whose numbers stay until cells are formed anew.
    auto before = mCases.cbegin();
    auto now = mNow.cbegin();
    while (!mAll && (before != mCases.cend() || now != mNow.cend())) {
        if (now == mNow.cend() || (before != mCases.cend() && before->cell < now->cell)) {
            add(*before++, view);
        } else if (before == mCases.cend() || now->cell < before->cell) {
            add(*now++, view);
        } else {
            if (*before != *now) {
                add(*before, view);
                add(*now, view);
            }
            ++before;
            ++now;
        }
    }
    std::swap(mCases, mNow);
}

void OverlayDirt::lookAtStaff(std::span<const ClusterSymbol> symbols,
                              std::span<const QString> names,
                              const OverlayView &view)
{
    mNow.clear();
    for (const ClusterSymbol &symbol : symbols) {
        const bool named = symbol.only >= 0 && !names.empty();
        mNow.push_back({.x = symbol.x,
                        .y = symbol.y,
                        .count = symbol.count,
                        .name = named ? qHash(names[static_cast<std::size_t>(symbol.only)]) : 0});
    }
    // Their cells are formed anew each time: by place.
    const auto order = [](const Look &one, const Look &other) {
        return std::tie(one.x, one.y, one.count, one.name) <
               std::tie(other.x, other.y, other.count, other.name);
    };
    std::ranges::sort(mNow, order);
    std::vector<Look> changed;
    std::ranges::set_symmetric_difference(mStaff, mNow, std::back_inserter(changed), order);
    for (const Look &look : changed) {
        const QPointF at = view.pixelOf(look.x, look.y);
        mBoxes.push_back(look.name != 0 ? nameBox(at) : around(at, kStaffReach));
    }
    std::swap(mStaff, mNow);
}

void OverlayDirt::lookAtMark(const std::optional<QRectF> &box)
{
    if (box != mMark) {
        for (const std::optional<QRectF> &each : {mMark, box}) {
            if (each) {
                mBoxes.push_back(*each);
            }
        }
        mMark = box;
    }
}

void OverlayDirt::lookAtHover(const std::optional<QRectF> &box)
{
    for (const std::optional<QRectF> &each : {mHover, box}) {
        if (each) {
            mBoxes.push_back(*each);
        }
    }
    mHover = box;
}

std::vector<QRectF> OverlayDirt::take(const QRectF &seen)
{
    std::vector<QRectF> boxes;
    if (mAll) {
        boxes.push_back(seen);
    } else {
        boxes = coalesced(mBoxes, seen, kMostBoxes);
    }
    clear();
    return boxes;
}

std::size_t OverlayDirt::capacity() const
{
    return mCases.capacity() + mNow.capacity() + mStaff.capacity() + mBoxes.capacity();
}

namespace {

/** Boxes that overlap become one, until none do. */
void uniteOverlapping(std::vector<QRectF> &boxes)
{
    for (std::size_t i = 0; i < boxes.size();) {
        const auto other =
            std::find_if(boxes.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                         boxes.end(),
                         [&](const QRectF &box) { return box.intersects(boxes[i]); });
        if (other == boxes.end()) {
            ++i;
            continue;
        }
        boxes[i] |= *other;
        boxes.erase(other);
        i = 0; // it is larger now, and may reach what it did not
    }
}

/** One box for each part of `seen` in which there is anything. */
std::vector<QRectF> byPart(const std::vector<QRectF> &boxes, const QRectF &seen, int parts)
{
    std::vector<QRectF> all(static_cast<std::size_t>(parts * parts));
    const auto number = [parts](double from, double length, double at) {
        return std::clamp(static_cast<int>((at - from) / length * parts), 0, parts - 1);
    };
    for (const QRectF &box : boxes) {
        const int column = number(seen.left(), seen.width(), box.center().x());
        const int row = number(seen.top(), seen.height(), box.center().y());
        all[static_cast<std::size_t>(row * parts + column)] |= box;
    }
    std::erase_if(all, [](const QRectF &box) { return box.isNull(); });
    return all;
}

} // namespace

std::vector<QRectF> coalesced(std::vector<QRectF> boxes, const QRectF &seen, std::size_t most)
{
    std::erase_if(boxes, [&](const QRectF &box) { return !box.intersects(seen); });
    if (boxes.size() > 8 * most) {
        boxes = byPart(boxes, seen, static_cast<int>(std::sqrt(double(8 * most))));
    }
    uniteOverlapping(boxes);
    if (boxes.size() > most) {
        boxes = byPart(boxes, seen, static_cast<int>(std::sqrt(double(most))));
        uniteOverlapping(boxes);
    }
    double area = 0.0;
    for (QRectF &box : boxes) {
        box &= seen;
        area += box.width() * box.height();
    }
    if (area > kMostly * seen.width() * seen.height()) {
        return {seen};
    }
    return boxes;
}

} // namespace gridward
