// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/overlay/symbolindex.h"

#include "gis/overlay/clusterer.h"

#include <algorithm>
#include <cmath>

namespace gridward {

void SymbolIndex::build(std::span<const ClusterSymbol> symbols, double height)
{
    mEntries.resize(symbols.size());
    if (symbols.empty()) {
        return;
    }
    const auto [low, high] = std::ranges::minmax(symbols, {}, &ClusterSymbol::y);
    mSouth = low.y;
    // No more strips than symbols: something far away must not cost memory.
    const double reach = high.y - low.y;
    mStrips = static_cast<std::size_t>(
        std::clamp(std::floor(reach / height) + 1.0, 1.0, double(symbols.size())));
    mHeight = std::max(height, reach / double(mStrips));
    mStarts.assign(mStrips + 2, 0);
    for (const ClusterSymbol &symbol : symbols) {
        ++mStarts[stripOf(symbol.y) + 2];
    }
    for (std::size_t i = 2; i < mStarts.size(); ++i) {
        mStarts[i] += mStarts[i - 1];
    }
    for (std::size_t i = 0; i < symbols.size(); ++i) {
        const ClusterSymbol &symbol = symbols[i];
        // Afterwards the start of each strip is where the one before it ends.
        mEntries[mStarts[stripOf(symbol.y) + 1]++] = {
            symbol.x, symbol.y, static_cast<std::int32_t>(i)};
    }
    mStarts.pop_back();
    for (std::size_t strip = 0; strip < mStrips; ++strip) {
        std::ranges::sort(mEntries.begin() + mStarts[strip],
                          mEntries.begin() + mStarts[strip + 1],
                          {},
                          &Entry::x);
    }
}

std::size_t SymbolIndex::stripOf(double y) const
{
    return static_cast<std::size_t>(
        std::clamp(std::floor((y - mSouth) / mHeight), 0.0, double(mStrips - 1)));
}

void SymbolIndex::find(const QRectF &box, std::vector<std::int32_t> &numbers) const
{
    if (mEntries.empty()) {
        return;
    }
    for (std::size_t strip = stripOf(box.top()); strip <= stripOf(box.bottom()); ++strip) {
        const auto end = mEntries.begin() + mStarts[strip + 1];
        for (auto entry = std::lower_bound(mEntries.begin() + mStarts[strip],
                                           end,
                                           box.left(),
                                           [](const Entry &each, double x) { return each.x < x; });
             entry != end && entry->x <= box.right();
             ++entry) {
            ++mVisited;
            if (entry->y >= box.top() && entry->y <= box.bottom()) {
                numbers.push_back(entry->number);
            }
        }
    }
}

} // namespace gridward
