// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/densitytilepoints.h"

#include "models/analysis/parallelrows.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <ranges>

namespace gridward {

namespace {

/** As many doubles as a register holds, at most. */
constexpr std::size_t kPadding = 8;

double rootOf(double weight, int power)
{
    return power == 2 ? std::sqrt(weight) : power == 3 ? std::cbrt(weight) : weight;
}

} // namespace

struct TilePoints::Scratch
{
    std::vector<std::uint32_t> columns; ///< of each point of a strip; out of all: their count
    std::vector<std::uint32_t> next;
};

void TilePoints::sortStrip(const DensityData &data,
                           const CellGrid &grid,
                           int strip,
                           Scratch &scratch)
{
    const std::size_t first = mBounds[static_cast<std::size_t>(strip)];
    const std::size_t count = mBounds[static_cast<std::size_t>(strip) + 1] - first;
    const auto columns = static_cast<std::size_t>(mSort.columns);
    scratch.columns.resize(count);
    scratch.next.assign(columns + 2, 0);
    const double perColumn = 1.0 / (grid.size * mSort.wide);
    const double margin = static_cast<double>(mSort.margin) / mSort.wide;
    for (std::size_t i = 0; i < count; ++i) {
        const double column = (data.eastings[first + i] - grid.west) * perColumn + margin;
        const bool isIn = column >= 0.0 && column < mSort.columns;
        const auto to = static_cast<std::uint32_t>(isIn ? column : mSort.columns);
        scratch.columns[i] = to;
        ++scratch.next[to + 1];
    }
    const auto base = static_cast<std::uint32_t>(first - mBounds.front());
    scratch.next.front() = base;
    std::partial_sum(scratch.next.begin(), scratch.next.end(), scratch.next.begin());
    std::copy_n(scratch.next.begin(),
                columns + 1,
                mStarts.begin() + strip * static_cast<std::ptrdiff_t>(columns + 1));
    const double perReach = 1.0 / data.kernel.bandwidth;
    const int power = powerOf(data.kernel.shape).value_or(-1);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t to = scratch.next[scratch.columns[i]]++;
        mX[to] = (data.eastings[first + i] - grid.west) * perReach;
        mY[to] = (grid.north - data.northings[first + i]) * perReach;
        if (!mWeight.empty()) {
            mWeight[to] = data.weights[first + i];
        }
        if (!mRoot.empty()) {
            mRoot[to] = rootOf(data.weights[first + i], power);
        }
    }
}

bool TilePoints::sort(const DensityData &data,
                      const CellGrid &grid,
                      const TileSort &sort,
                      const AnalysisControl &control)
{
    mSort = sort;
    const auto begin = data.northings.begin();
    for (int strip = 0; strip <= sort.strips; ++strip) { // they fall from north to south
        const double north =
            grid.north - static_cast<double>(strip * sort.high - sort.margin) * grid.size;
        mBounds.push_back(static_cast<std::size_t>(
            std::ranges::lower_bound(
                begin + (strip == 0 ? 0 : static_cast<std::ptrdiff_t>(mBounds.back())),
                data.northings.end(),
                north,
                std::ranges::greater()) -
            begin));
    }
    const std::size_t count = mBounds.back() - mBounds.front();
    const std::size_t weighted = data.weights.empty() ? 0 : count + kPadding;
    mX.resize(count + kPadding);
    mY.resize(count + kPadding);
    mWeight.resize(weighted);
    mRoot.resize(powerOf(data.kernel.shape).value_or(0) > 1 ? weighted : 0);
    mStarts.resize(static_cast<std::size_t>(sort.strips) *
                   static_cast<std::size_t>(sort.columns + 1));
    std::vector<Scratch> scratches(threadsOf(control));
    return forEachPart(static_cast<std::size_t>(sort.strips),
                       {control.isCancelled, {}, control.threads},
                       0.0,
                       0.0,
                       [&](std::size_t strip, std::size_t worker) {
                           sortStrip(data, grid, static_cast<int>(strip), scratches.at(worker));
                       });
}

} // namespace gridward
