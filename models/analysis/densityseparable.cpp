// SPDX-License-Identifier: GPL-3.0-or-later
// Gaussian kernels: exp(-(x² + y²) / 2) is a product. Points are gathered in thin strips; of each
// strip the sums along x are exact, and what its points lie above or below its middle comes by the
// Taylor series of exp(-y² / 2), whose terms are Hermite polynomials, to the last bit of a double.
#include "models/analysis/densityloops.h"
#include "models/analysis/densityparts.h"
#include "models/analysis/parallelrows.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace gridward {

namespace {

using densityloops::Loops;

/** Strips are not higher than this, in standard deviations: the series needs few terms. */
constexpr double kHighestStrip = 0.25;
/** What the series leaves out of a point's weight. */
constexpr double kSeriesError = 1.0e-17;
constexpr int kMostTerms = 24;
/** So many columns at a time, so that the sums of all strips fit into the cache's memory. */
constexpr qint64 kChunk = 256;
/** So many rows use a strip's sums while they are in the nearest cache. */
constexpr qint64 kBandRows = 8;

/** Sums a window; lengths are in standard deviations, y runs south. */
class SeparableSum
{
public:
    SeparableSum(const DensityData &data, const CellWindow &window);

    [[nodiscard]] bool fill(const AnalysisControl &control, double from, double to);

private:
    void sortPoints();
    void sumAlong(std::size_t strip, qint64 firstColumn, qint64 count);
    void addPointAlong(std::size_t point, qint64 firstColumn, qint64 count, double *sums);
    void sumDown(qint64 firstRow, qint64 firstColumn, qint64 count) const;

    [[nodiscard]] double *sumsOf(std::size_t strip)
    {
        return mSums.data() + strip * static_cast<std::size_t>(mTerms * kChunk);
    }

    const DensityData &mData;
    const CellWindow &mWindow;
    const Loops &mLoops = densityloops::best();
    double mStep;
    double mReach;
    double mFactor;
    int mStripsToCell;
    double mStripHeight;
    double mFirstStrip; ///< northern edge of the first
    int mTerms = 1;
    std::size_t mStrips = 0;
    std::vector<std::size_t> mStarts; ///< first point of each strip
    std::vector<double> mX;
    std::vector<double> mAbove; ///< from the middle of the strip
    std::vector<double> mWeight;
    std::vector<double> mSums; ///< strip by strip, term by term
    std::vector<double> mBell; ///< exp(-(k · step)² / 2)
};

SeparableSum::SeparableSum(const DensityData &data, const CellWindow &window)
    : mData(data)
    , mWindow(window)
    , mStep(window.grid.size / data.kernel.bandwidth)
    , mReach(data.reach / data.kernel.bandwidth)
    , mFactor(kernelValue(data.kernel, 0.0))
    , mStripsToCell(std::max(1, static_cast<int>(std::ceil(mStep / kHighestStrip))))
    , mStripHeight(mStep / mStripsToCell)
    , mFirstStrip(-std::ceil(mReach / mStep) * mStep)
{
    // He_n(v) exp(-v² / 2) is never above √n!: so much may a term n be of a point's weight.
    double error = 0.5 * mStripHeight;
    while (error > kSeriesError && mTerms < kMostTerms) {
        ++mTerms;
        error *= 0.5 * mStripHeight / std::sqrt(static_cast<double>(mTerms));
    }
    mStrips = static_cast<std::size_t>(std::ceil(
        (static_cast<double>(window.grid.rows) * mStep - 2.0 * mFirstStrip) / mStripHeight));
    const auto columns = static_cast<std::size_t>(std::ceil(mReach / mStep)) + 2;
    for (std::size_t k = 0; k < columns; ++k) {
        const double x = static_cast<double>(k) * mStep;
        mBell.push_back(std::exp(-0.5 * x * x));
    }
}

void SeparableSum::sortPoints()
{
    const CellGrid &grid = mWindow.grid;
    const auto [first, last] = mData.between(grid.south() - mData.reach, grid.north + mData.reach);
    mStarts.assign(mStrips + 1, 0);
    // Points come from north to south, so that they are in the order of the strips.
    for (std::size_t i = first; i < last; ++i) {
        const double y = (grid.north - mData.northings[i]) / mData.kernel.bandwidth;
        const double strip = std::floor((y - mFirstStrip) / mStripHeight);
        const double x = (mData.eastings[i] - grid.west) / mData.kernel.bandwidth;
        if (strip < 0.0 || strip >= static_cast<double>(mStrips) || x < -mReach ||
            x > static_cast<double>(grid.columns) * mStep + mReach) {
            continue;
        }
        mX.push_back(x);
        mAbove.push_back(y - (mFirstStrip + (strip + 0.5) * mStripHeight));
        mWeight.push_back(mData.weightOf(i));
        ++mStarts[static_cast<std::size_t>(strip) + 1];
    }
    for (std::size_t strip = 0; strip < mStrips; ++strip) {
        mStarts[strip + 1] += mStarts[strip];
    }
}

void SeparableSum::addPointAlong(std::size_t point, qint64 firstColumn, qint64 count, double *sums)
{
    // The column whose centre is the nearest, and how far the point is to the east of it.
    const double nearest = std::round(mX[point] / mStep - 0.5);
    const double beside = mX[point] - (nearest + 0.5) * mStep;
    const auto reach = static_cast<qint64>(mBell.size()) - 1;
    const qint64 centre = static_cast<qint64>(nearest) - firstColumn;
    const qint64 west = std::max<qint64>(centre - reach, 0);
    const qint64 east = std::min<qint64>(centre + reach, count - 1);
    if (west > east) {
        return;
    }
    // exp(-(k·s - f)²/2) = exp(-(k·s)²/2) · exp(s·f)^k · exp(-f²/2)
    constexpr qint64 kAtOnce = 8;
    std::array<double, kChunk + kAtOnce> values{};
    const double ratio = std::exp(mStep * beside);
    values[0] = mWeight[point] * std::exp(-0.5 * beside * beside +
                                          mStep * beside * static_cast<double>(west - centre));
    for (std::size_t k = 1; k < kAtOnce; ++k) {
        values.at(k) = values.at(k - 1) * ratio;
    }
    const double leap = std::pow(ratio, static_cast<double>(kAtOnce));
    const auto length = static_cast<std::size_t>(east - west + 1);
    double *raw = values.data();
    for (std::size_t k = kAtOnce; k < length; ++k) {
        raw[k] = raw[k - kAtOnce] * leap;
    }
    for (std::size_t k = 0; k < length; ++k) {
        raw[k] *= mBell[static_cast<std::size_t>(std::abs(west + static_cast<qint64>(k) - centre))];
    }
    double share = 1.0;
    for (int term = 0; term < mTerms; ++term) {
        mLoops.addScaled(sums + term * kChunk + west, raw, length, share);
        share *= mAbove[point];
    }
}

void SeparableSum::sumAlong(std::size_t strip, qint64 firstColumn, qint64 count)
{
    double *sums = sumsOf(strip);
    std::fill_n(sums, mTerms * kChunk, 0.0);
    for (std::size_t point = mStarts[strip]; point < mStarts[strip + 1]; ++point) {
        addPointAlong(point, firstColumn, count, sums);
    }
}

void SeparableSum::sumDown(qint64 firstRow, qint64 firstColumn, qint64 count) const
{
    const qint64 lastRow = std::min(firstRow + kBandRows, mWindow.grid.rows);
    for (qint64 row = firstRow; row < lastRow; ++row) {
        std::fill_n(mWindow.values + row * mWindow.stride + firstColumn, count, 0.0);
    }
    for (std::size_t strip = 0; strip < mStrips; ++strip) {
        if (mStarts[strip] == mStarts[strip + 1]) {
            continue;
        }
        const double middle = mFirstStrip + (static_cast<double>(strip) + 0.5) * mStripHeight;
        for (qint64 row = firstRow; row < lastRow; ++row) {
            const double v = (static_cast<double>(row) + 0.5) * mStep - middle;
            if (std::abs(v) > mReach + mStripHeight) {
                continue;
            }
            // He_n(v) / n!, from one to the next.
            double last = 0.0;
            double now = std::exp(-0.5 * v * v) * mFactor;
            for (int term = 0; term < mTerms; ++term) {
                mLoops.addScaled(mWindow.values + row * mWindow.stride + firstColumn,
                                 mSums.data() + (strip * static_cast<std::size_t>(mTerms) +
                                                 static_cast<std::size_t>(term)) *
                                                    static_cast<std::size_t>(kChunk),
                                 static_cast<std::size_t>(count),
                                 now);
                const double next = (v * now - last) / (term + 1);
                last = now;
                now = next;
            }
        }
    }
    for (qint64 row = firstRow; row < lastRow; ++row) {
        double *cells = mWindow.values + row * mWindow.stride + firstColumn;
        std::transform(cells, cells + count, cells, [](double v) { return std::max(v, 0.0); });
    }
}

bool SeparableSum::fill(const AnalysisControl &control, double from, double to)
{
    sortPoints();
    mSums.resize(mStrips * static_cast<std::size_t>(mTerms * kChunk));
    const qint64 chunks = (mWindow.grid.columns + kChunk - 1) / kChunk;
    const auto bands = static_cast<std::size_t>((mWindow.grid.rows + kBandRows - 1) / kBandRows);
    for (qint64 chunk = 0; chunk < chunks; ++chunk) {
        const double start =
            from + (to - from) * static_cast<double>(chunk) / static_cast<double>(chunks);
        const double end =
            from + (to - from) * static_cast<double>(chunk + 1) / static_cast<double>(chunks);
        const qint64 column = chunk * kChunk;
        const qint64 count = std::min(kChunk, mWindow.grid.columns - column);
        if (!forEachPart(mStrips,
                         control,
                         start,
                         0.5 * (start + end),
                         [&](std::size_t strip, std::size_t) { sumAlong(strip, column, count); }) ||
            !forEachPart(
                bands, control, 0.5 * (start + end), end, [&](std::size_t band, std::size_t) {
                    sumDown(static_cast<qint64>(band) * kBandRows, column, count);
                })) {
            return false;
        }
    }
    return true;
}

} // namespace

bool fillSeparably(const DensityData &data,
                   const CellWindow &window,
                   const AnalysisControl &control,
                   double from,
                   double to)
{
    return SeparableSum(data, window).fill(control, from, to);
}

} // namespace gridward
