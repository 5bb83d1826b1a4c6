// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/densitytileplan.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <map>
#include <utility>

namespace gridward {

using densityloops::kTileColumns;
using densityloops::kTileRows;
using densityloops::termAt;

namespace {

/** Cells between a tile and a block, both relative to the tile's north-western corner. */
struct Span
{
    double least = 0.0;
    double most = 0.0;
};

Span spanOf(double block, double size, double lastCentre)
{
    return {std::max({block - lastCentre, 0.5 - (block + size), 0.0}),
            std::max(std::abs(lastCentre - block), std::abs(block + size - 0.5))};
}

void cover(const Reach &reach,
           int size,
           int column,
           int row,
           std::map<std::pair<int, int>, std::vector<int>> &found)
{
    if (reach.isOutside(column, row, size)) {
        return;
    }
    if (reach.isInside(column, row, size)) {
        found[{size, row}].push_back(column);
        return;
    }
    const int half = size / 2;
    if (half >= reach.smallest) {
        for (const int down : {0, half}) {
            for (const int along : {0, half}) {
                cover(reach, half, column + along, row + down, found);
            }
        }
    }
}

} // namespace

std::vector<densityloops::SpreadPart> spreadOf(int power)
{
    using Term = std::array<int, 4>; // powers of qx, qy, px, py
    const std::map<Term, double> base{{{0, 0, 0, 0}, 1.0},
                                      {{2, 0, 0, 0}, -1.0},
                                      {{1, 0, 1, 0}, 2.0},
                                      {{0, 0, 2, 0}, -1.0},
                                      {{0, 2, 0, 0}, -1.0},
                                      {{0, 1, 0, 1}, 2.0},
                                      {{0, 0, 0, 2}, -1.0}};
    std::map<Term, double> product{{{0, 0, 0, 0}, 1.0}};
    for (int i = 0; i < power; ++i) {
        std::map<Term, double> next;
        for (const auto &[one, factor] : product) {
            for (const auto &[other, times] : base) {
                Term sum{};
                std::ranges::transform(one, other, sum.begin(), std::plus());
                next[sum] += factor * times;
            }
        }
        product = std::move(next);
    }
    std::vector<densityloops::SpreadPart> spread;
    for (const auto &[term, factor] : product) {
        spread.push_back({termAt(term[0], term[1]), termAt(term[2], term[3]), factor});
    }
    return spread;
}

double leastRest(int power)
{
    constexpr std::array kRest{1.0e-9, 1.0e-4, 0.01, 0.047};
    return kRest.at(static_cast<std::size_t>(power));
}

bool Reach::isInside(double column, double row, double size) const
{
    const Span x = spanOf(column, size, kTileColumns - 0.5);
    const Span y = spanOf(row, size, kTileRows - 0.5);
    return x.most * x.most + y.most * y.most <= inner * inner;
}

bool Reach::isOutside(double column, double row, double size) const
{
    const Span x = spanOf(column, size, kTileColumns - 0.5);
    const Span y = spanOf(row, size, kTileRows - 0.5);
    return x.least * x.least + y.least * y.least > outer * outer;
}

std::vector<double> momentFactors(int degree, double shift)
{
    std::vector<double> factors;
    for (int a = 1; a <= degree; ++a) {
        double chosen = 1.0;
        for (int c = 0; c < a; ++c) {
            factors.push_back(chosen * std::pow(shift, a - c));
            chosen = chosen * (a - c) / (c + 1);
        }
    }
    return factors;
}

TilePlan planOf(const Reach &reach, int parity, int degree, double step)
{
    TilePlan plan;
    const int far = (static_cast<int>(std::ceil(reach.outer)) / kBlock + 2) * kBlock;
    std::map<std::pair<int, int>, std::vector<int>> found;
    for (int row = -far - kTileRows * parity; row <= far; row += reach.largest) {
        for (int column = -far; column <= far && reach.inner > 0.0; column += reach.largest) {
            cover(reach, reach.largest, column, row, found);
        }
    }
    for (auto &[key, columns] : found) {
        const auto &[size, row] = key;
        TilePlan::Group group;
        group.level = size;
        group.row = row;
        group.down = momentFactors(degree, (row + size / 2.0 - kTileRows / 2.0) * step);
        for (const int column : columns) {
            const std::vector<double> factors =
                momentFactors(degree, (column + size / 2.0 - kTileColumns / 2.0) * step);
            group.factors.insert(group.factors.end(), factors.begin(), factors.end());
        }
        group.columns = std::move(columns);
        plan.groups.push_back(std::move(group));
    }
    const int offset = reach.smallest == kBlock ? kTileRows * parity : 0;
    for (int row = -far - offset; row <= far; row += reach.smallest) {
        const Span y = spanOf(row, reach.smallest, kTileRows - 0.5);
        if (y.least > reach.outer) {
            continue;
        }
        const double half = std::sqrt(reach.outer * reach.outer - y.least * y.least);
        TilePlan::Strip strip;
        strip.row = row;
        strip.first = static_cast<int>(std::floor((0.5 - half) / reach.sortWidth));
        strip.last = static_cast<int>(std::floor((kTileColumns - 0.5 + half) / reach.sortWidth));
        bool isFirst = true;
        for (int column = -far; column <= far && reach.inner > 0.0; column += reach.smallest) {
            if (reach.isInside(column, row, reach.smallest)) {
                if (std::exchange(isFirst, false)) {
                    strip.innerFirst = column / reach.sortWidth;
                }
                strip.innerLast = (column + reach.smallest) / reach.sortWidth - 1;
            }
        }
        plan.strips.push_back(strip);
    }
    return plan;
}

} // namespace gridward
