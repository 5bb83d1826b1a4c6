// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/densitysweep.h"

#include "models/analysis/densityloops.h"
#include "models/analysis/parallelrows.h"
#include "tests/bench/densitysweepparts.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numeric>
#include <utility>

namespace gridward::bench {

extern const SweepRowLoop kPlainSweep;
#ifdef __x86_64__
extern const SweepRowLoop kAvx2Sweep;
extern const SweepRowLoop kAvx512Sweep;
#endif

namespace {

/** Moments are about the middle of so many rows: they lose fewer digits. */
constexpr int kBandRows = 16;
/** Registers are filled to their end. */
constexpr std::size_t kPadding = 8;

SweepRowLoop bestLoop()
{
#ifdef __x86_64__
    if (std::strcmp(sweepInstructions(), "AVX-512") == 0) {
        return kAvx512Sweep;
    }
    if (std::strcmp(sweepInstructions(), "AVX2") == 0) {
        return kAvx2Sweep;
    }
#endif
    return kPlainSweep;
}

/** The points by rows of cells, and by columns if wanted. */
struct Sorted
{
    std::vector<double> x;
    std::vector<double> y;
    std::vector<std::size_t> starts; ///< of each row, from the first that may reach a cell
};

Sorted sorted(const SweepInput &input, int margin, bool byColumn)
{
    const auto rows = static_cast<std::size_t>(input.rows + 2 * margin);
    const std::size_t columns = byColumn ? static_cast<std::size_t>(input.columns + 2 * margin) : 1;
    std::vector<std::uint32_t> next(rows * columns + 1);
    std::vector<std::uint32_t> cells(input.x.size());
    for (std::size_t i = 0; i < input.x.size(); ++i) {
        const double row = std::floor(input.y[i]) + margin;
        const double column = byColumn ? std::floor(input.x[i]) + margin : 0.0;
        if (row >= 0.0 && row < static_cast<double>(rows) && column >= 0.0 &&
            column < static_cast<double>(columns)) {
            cells[i] = static_cast<std::uint32_t>(static_cast<std::size_t>(row) * columns +
                                                  static_cast<std::size_t>(column));
            ++next[cells[i] + 1];
        } else {
            cells[i] = static_cast<std::uint32_t>(rows * columns);
        }
    }
    std::partial_sum(next.begin(), next.end(), next.begin());
    Sorted result;
    for (std::size_t row = 0; row <= rows; ++row) {
        result.starts.push_back(next[row * columns]);
    }
    result.x.resize(next.back() + kPadding);
    result.y.resize(next.back() + kPadding);
    for (std::size_t i = 0; i < input.x.size(); ++i) {
        if (cells[i] < rows * columns) {
            const std::size_t to = next[cells[i]]++;
            result.x[to] = input.x[i];
            result.y[to] = input.y[i];
        }
    }
    return result;
}

void sweepInParts(const SweepInput &input, SweepKind kind, std::vector<double> &values)
{
    const int wide = std::exchange(kind.columnsAtOnce, 0);
    std::vector<double> some;
    for (int west = 0; west < input.columns; west += wide) {
        SweepInput part;
        part.radius = input.radius;
        part.rows = input.rows;
        part.threads = input.threads;
        part.columns = std::min(wide, input.columns - west);
        for (std::size_t i = 0; i < input.x.size(); ++i) {
            const double x = input.x[i] - west;
            if (x >= -input.radius && x <= part.columns + input.radius) {
                part.x.push_back(x);
                part.y.push_back(input.y[i]);
            }
        }
        const auto columns = static_cast<std::size_t>(part.columns);
        some.resize(columns * static_cast<std::size_t>(input.rows));
        sweep(part, kind, some);
        for (std::size_t row = 0; row < static_cast<std::size_t>(input.rows); ++row) {
            std::copy_n(some.data() + row * columns,
                        columns,
                        values.data() + row * static_cast<std::size_t>(input.columns) + west);
        }
    }
}

} // namespace

const char *sweepInstructions()
{
    return densityloops::best().name;
}

void sweep(const SweepInput &input, const SweepKind &kind, std::vector<double> &values)
{
    if (kind.columnsAtOnce > 0) {
        sweepInParts(input, kind, values);
        return;
    }
    const SweepRowLoop loop = bestLoop();
    const int margin = static_cast<int>(std::ceil(input.radius)) + 1;
    const Sorted points = sorted(input, margin, kind.isSorted);
    const auto columns = static_cast<std::size_t>(input.columns);
    struct alignas(64) Register
    {
        double values[8];
    };
    AnalysisControl control;
    control.threads = input.threads;
    std::vector<std::vector<Register>> buckets(threadsOf(control));
    std::vector<std::vector<double>> lasts(threadsOf(control));
    const auto sweepBand = [&](std::size_t band, std::size_t worker) {
        buckets[worker].resize(columns + 1);
        lasts[worker].resize(columns + 1);
        SweepRow row;
        row.originX = 0.5 * input.columns;
        row.originY = (static_cast<double>(band) + 0.5) * kBandRows;
        row.square = input.radius * input.radius;
        row.scale = 1.0 / (row.square * row.square);
        row.columns = input.columns;
        const int first = static_cast<int>(band) * kBandRows;
        for (int i = first; i < std::min(first + kBandRows, input.rows); ++i) {
            row.y = i;
            // Rows hold points from y to y + 1.
            const auto from = static_cast<std::size_t>(std::floor(i - input.radius) + margin);
            const auto to = static_cast<std::size_t>(std::floor(i + input.radius) + margin + 1);
            const std::size_t begin = points.starts[from];
            const std::size_t end = points.starts[to];
            loop(kind.form,
                 points.x.data() + begin,
                 points.y.data() + begin,
                 end - begin,
                 row,
                 buckets[worker].data()->values,
                 lasts[worker].data(),
                 values.data() + static_cast<std::size_t>(i) * columns);
        }
    };
    (void)forEachPart(static_cast<std::size_t>((input.rows + kBandRows - 1) / kBandRows),
                      control,
                      0,
                      1,
                      sweepBand);
}

} // namespace gridward::bench
