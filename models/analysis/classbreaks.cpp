// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/classbreaks.h"

#include "models/analysis/roundnumber.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gridward {

namespace {

/** From three to seven classes come of this. */
constexpr double kFewestSteps = 2.5;
/** More values than that say no more about where the classes end. */
constexpr std::size_t kMostValues = 200'000;
constexpr std::size_t kSlices = 512;

/** Values above 0, rising; an even share of them if there are very many. */
std::vector<double> risingValues(std::span<const float> values)
{
    const std::size_t stride = values.size() / kMostValues + 1;
    std::vector<double> rising;
    rising.reserve(values.size() / stride + 1);
    for (std::size_t i = 0; i < values.size(); i += stride) {
        if (values[i] > 0.0F) {
            rising.push_back(static_cast<double>(values[i]));
        }
    }
    std::ranges::sort(rising);
    return rising;
}

/** Two digits: nobody reads a third one off a map. */
double rounded(double value)
{
    if (!(value > 0.0)) {
        return 0.0;
    }
    const double unit = std::pow(10.0, std::floor(std::log10(value)) - 1.0);
    return std::round(value / unit) * unit;
}

/** With round ends, each above the one before; the last is not below the greatest value. */
std::vector<double> tidied(const std::vector<double> &inner, double greatest)
{
    std::vector<double> breaks{0.0};
    for (const double value : inner) {
        const double end = rounded(value);
        if (end > breaks.back() && end < greatest) {
            breaks.push_back(end);
        }
    }
    double last = rounded(greatest);
    if (last < greatest) {
        const double unit = std::pow(10.0, std::floor(std::log10(greatest)) - 1.0);
        last += unit;
    }
    breaks.push_back(last);
    return breaks;
}

} // namespace

std::vector<double> equalBreaks(double highest)
{
    const double step = roundNumberBelow(highest / kFewestSteps);
    if (step <= 0.0) {
        return {};
    }
    const int steps = static_cast<int>(std::ceil(highest / step - 1.0e-9));
    std::vector<double> breaks;
    for (int i = 0; i <= steps; ++i) {
        breaks.push_back(step * i);
    }
    return breaks;
}

std::vector<double> divergingBreaks(double lowest, double highest)
{
    const std::vector<double> above = equalBreaks(std::max(-lowest, highest));
    std::vector<double> breaks;
    for (std::size_t i = above.size(); i-- > 1;) {
        breaks.push_back(-above[i]);
    }
    breaks.insert(breaks.end(), above.begin(), above.end());
    return breaks;
}

std::vector<double> quantileBreaks(std::span<const float> values, int classes)
{
    const std::vector<double> rising = risingValues(values);
    if (rising.empty()) {
        return {};
    }
    std::vector<double> inner;
    for (int i = 1; i < classes; ++i) {
        inner.push_back(rising[rising.size() * static_cast<std::size_t>(i) /
                               static_cast<std::size_t>(classes)]);
    }
    return tidied(inner, rising.back());
}

std::vector<double> naturalBreaks(std::span<const float> values, int classes)
{
    const std::vector<double> rising = risingValues(values);
    if (rising.empty()) {
        return {};
    }
    // Means of slices of equal count stand for their values; sums from the left give any range.
    const std::size_t count = std::min(kSlices, rising.size());
    std::vector<double> mean(count);
    std::vector<double> sum(count + 1, 0.0);
    std::vector<double> squares(count + 1, 0.0);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t from = i * rising.size() / count;
        const std::size_t to = (i + 1) * rising.size() / count;
        for (std::size_t j = from; j < to; ++j) {
            mean[i] += rising[j] / static_cast<double>(to - from);
        }
        sum[i + 1] = sum[i] + mean[i];
        squares[i + 1] = squares[i] + mean[i] * mean[i];
    }
    const auto within = [&](std::size_t from, std::size_t to) {
        const double total = sum[to] - sum[from];
        return squares[to] - squares[from] - total * total / static_cast<double>(to - from);
    };
    const auto most = std::min(static_cast<std::size_t>(std::max(classes, 1)), count);
    // least[k][i]: the first i slices in k + 1 classes; begin: where the last of these begins.
    std::vector<std::vector<double>> least(most, std::vector<double>(count + 1, 0.0));
    std::vector<std::vector<std::size_t>> begin(most, std::vector<std::size_t>(count + 1, 0));
    for (std::size_t i = 1; i <= count; ++i) {
        least[0][i] = within(0, i);
    }
    for (std::size_t k = 1; k < most; ++k) {
        for (std::size_t i = k + 1; i <= count; ++i) {
            least[k][i] = std::numeric_limits<double>::infinity();
            for (std::size_t j = k; j < i; ++j) {
                const double spread = least[k - 1][j] + within(j, i);
                if (spread < least[k][i]) {
                    least[k][i] = spread;
                    begin[k][i] = j;
                }
            }
        }
    }
    std::vector<double> inner;
    std::size_t end = count;
    for (std::size_t k = most; k-- > 1;) {
        end = begin[k][end];
        inner.insert(inner.begin(), (mean[end - 1] + mean[end]) / 2.0);
    }
    return tidied(inner, rising.back());
}

} // namespace gridward
