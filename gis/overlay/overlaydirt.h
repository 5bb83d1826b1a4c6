// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/overlay/clusterer.h"
#include "gis/overlay/overlayview.h"

#include <QRectF>
#include <QString>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace gridward {

/**
 * What of the overlay is no longer as it was painted: compares what is to be drawn with what was at
 * the last look, and remembers the boxes of all that came, went, moved or changed its looks. Boxes
 * are logical pixels of the view. Keeps its memory. One thread.
 */
class OverlayDirt
{
public:
    /** A repaint is made of so many rectangles at the most. */
    static constexpr std::size_t kMostBoxes = 16;

    /** The symbols of cases as they are now, in the order of their cells (CaseClusterer). */
    void lookAtCases(std::span<const ClusterSymbol> symbols,
                     const PointColumns &points,
                     const OverlayView &view);
    /** The symbols of staff as they are now; `names` by point, none if they are not drawn. */
    void lookAtStaff(std::span<const ClusterSymbol> symbols,
                     std::span<const QString> names,
                     const OverlayView &view);
    /** Where a mark is now. The same box is the same mark. */
    void lookAtMark(const std::optional<QRectF> &box);
    /** Where something is open under the pointer; it may have changed within its box. */
    void lookAtHover(const std::optional<QRectF> &box);

    /** These boxes are to be painted again. */
    void add(const std::vector<QRectF> &boxes);
    /** Everything is to be painted again. */
    void addAll() { mAll = true; }
    /** Everything is painted, or is about to be. */
    void clear();
    [[nodiscard]] bool isClean() const { return !mAll && mBoxes.empty(); }

    /**
     * What is to be painted again of `seen`, at most kMostBoxes boxes that do not overlap where
     * they are few; `seen` itself if they would be most of it. Clean afterwards.
     */
    [[nodiscard]] std::vector<QRectF> take(const QRectF &seen);

    /** Elements that its arrays can hold without asking for more memory: for tests. */
    [[nodiscard]] std::size_t capacity() const;

private:
    /** What a symbol looks like. */
    struct Look
    {
        double x = 0.0;
        double y = 0.0;
        std::int32_t cell = -1;
        std::int32_t count = 0;
        std::int32_t overdue = 0;
        std::size_t name = 0; ///< hash
        std::uint8_t level = 0;
        std::uint8_t pictogram = 0;

        bool operator==(const Look &) const = default;
    };

    void add(const Look &look, const OverlayView &view);

    std::vector<Look> mCases;
    std::vector<Look> mNow;
    std::vector<Look> mStaff;
    std::optional<QRectF> mMark;
    std::optional<QRectF> mHover;
    std::vector<QRectF> mBoxes;
    bool mAll = true;
};

/**
 * The same ground in `most` boxes at the most, those that overlap made one. A value function: the
 * same boxes give the same result.
 */
[[nodiscard]] std::vector<QRectF>
coalesced(std::vector<QRectF> boxes, const QRectF &seen, std::size_t most);

} // namespace gridward
