// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QtGlobal>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace gridward {

struct ClusterSymbol;

/**
 * Symbols by place: in strips from south to north, in each of them from west to east, so that what
 * is in a box is found without looking at the rest. Keeps its memory. One thread.
 */
class SymbolIndex
{
public:
    /** Of these symbols, in strips of about this height, map units. */
    void build(std::span<const ClusterSymbol> symbols, double height);

    /**
     * The numbers of the symbols whose middles lie in the box (map units, its top the least y), put
     * at the end of `numbers` in no order.
     */
    void find(const QRectF &box, std::vector<std::int32_t> &numbers) const;
    /** How many symbols find() has looked at so far: for tests. */
    [[nodiscard]] qint64 visited() const { return mVisited; }

private:
    struct Entry
    {
        double x = 0.0;
        double y = 0.0;
        std::int32_t number = 0;
    };
    [[nodiscard]] std::size_t stripOf(double y) const;

    double mSouth = 0.0;
    double mHeight = 1.0;
    std::size_t mStrips = 1;
    std::vector<Entry> mEntries;        ///< strip by strip
    std::vector<std::uint32_t> mStarts; ///< of the strips, and the end of the last
    mutable qint64 mVisited = 0;
};

} // namespace gridward
