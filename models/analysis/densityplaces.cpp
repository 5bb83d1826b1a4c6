// SPDX-License-Identifier: GPL-3.0-or-later
// The density at any places: strips of points sorted along each strip.
#include "models/analysis/densityparts.h"
#include "models/analysis/parallelrows.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace gridward {

namespace {

/** So many places are one thread's at a time. */
constexpr std::size_t kPlacesAtOnce = 256;
/** Strips to the reach of a point. */
constexpr double kStripsToReach = 4.0;
constexpr double kMostStrips = 1.0e6;

/** Points in strips from north to south, from west to east within a strip. */
class Strips
{
public:
    explicit Strips(const DensityData &data);

    [[nodiscard]] double at(double easting, double northing) const;

private:
    [[nodiscard]] double share(std::size_t i, double dx, double dy) const;

    const DensityData &mData;
    double mNorth = 0.0;
    double mHeight = 1.0;
    std::vector<std::size_t> mStarts;
    std::vector<std::size_t> mOrder;
    std::vector<double> mEastings;
};

Strips::Strips(const DensityData &data)
    : mData(data)
{
    if (data.size() == 0) {
        mStarts = {0, 0};
        return;
    }
    mNorth = data.northings.front();
    const double high = mNorth - data.northings.back();
    mHeight = std::max({data.reach / kStripsToReach, high / kMostStrips, 1.0e-9});
    const auto count = static_cast<std::size_t>(high / mHeight) + 1;
    mStarts.assign(count + 1, 0);
    for (const double northing : data.northings) {
        ++mStarts[static_cast<std::size_t>((mNorth - northing) / mHeight) + 1];
    }
    std::partial_sum(mStarts.begin(), mStarts.end(), mStarts.begin());
    mOrder.resize(data.size());
    std::iota(mOrder.begin(), mOrder.end(), 0);
    for (std::size_t strip = 0; strip < count; ++strip) {
        std::sort(mOrder.begin() + static_cast<std::ptrdiff_t>(mStarts[strip]),
                  mOrder.begin() + static_cast<std::ptrdiff_t>(mStarts[strip + 1]),
                  [&data](std::size_t one, std::size_t other) {
                      return data.eastings[one] != data.eastings[other]
                                 ? data.eastings[one] < data.eastings[other]
                                 : one < other;
                  });
    }
    for (const std::size_t i : mOrder) {
        mEastings.push_back(data.eastings[i]);
    }
}

double Strips::share(std::size_t i, double dx, double dy) const
{
    const DensityKernel kernel{mData.kernel.shape, mData.bandwidthOf(i)};
    // Squares, as in the sums over cells: a root first would round once more at the very edge.
    const double square = (dx * dx + dy * dy) / (kernel.bandwidth * kernel.bandwidth);
    if (const std::optional<int> power = powerOf(kernel.shape)) {
        const double rest = 1.0 - square;
        if (rest < 0.0) {
            return 0.0;
        }
        double value = mData.weightOf(i) * kernelValue(kernel, 0.0);
        for (int n = 0; n < *power; ++n) {
            value *= rest;
        }
        return value;
    }
    return mData.weightOf(i) * kernelValue(kernel, std::sqrt(square) * kernel.bandwidth);
}

double Strips::at(double easting, double northing) const
{
    const double top = std::floor((mNorth - northing - mData.reach) / mHeight) - 1.0;
    const double bottom = std::floor((mNorth - northing + mData.reach) / mHeight) + 1.0;
    const double last = static_cast<double>(mStarts.size()) - 2.0;
    double sum = 0.0;
    for (double strip = std::max(top, 0.0); strip <= std::min(bottom, last); strip += 1.0) {
        const auto row = static_cast<std::size_t>(strip);
        const auto begin = mEastings.begin() + static_cast<std::ptrdiff_t>(mStarts[row]);
        const auto end = mEastings.begin() + static_cast<std::ptrdiff_t>(mStarts[row + 1]);
        const double reach = mData.reach * (1.0 + 1.0e-12);
        const auto from = std::lower_bound(begin, end, easting - reach);
        for (auto next = from; next != end && *next <= easting + reach; ++next) {
            const std::size_t i = mOrder[static_cast<std::size_t>(next - mEastings.begin())];
            sum += share(i, easting - *next, northing - mData.northings[i]);
        }
    }
    return sum;
}

} // namespace

bool DensitySum::at(std::span<const double> eastings,
                    std::span<const double> northings,
                    std::span<double> values,
                    const AnalysisControl &control) const
{
    const Strips strips(*d);
    const std::size_t parts = (values.size() + kPlacesAtOnce - 1) / kPlacesAtOnce;
    return forEachPart(parts, control, 0.0, 1.0, [&](std::size_t part, std::size_t /*worker*/) {
        const std::size_t last = std::min((part + 1) * kPlacesAtOnce, values.size());
        for (std::size_t i = part * kPlacesAtOnce; i < last; ++i) {
            values[i] = strips.at(eastings[i], northings[i]);
        }
    });
}

} // namespace gridward
