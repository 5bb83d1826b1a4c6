// SPDX-License-Identifier: GPL-3.0-or-later
// Included by one source file for each instruction set, which defines GRIDWARD_LOOPS (its
// namespace) and GRIDWARD_LANES (doubles in a register). It must include nothing that has inline
// functions of its own: the linker would keep one copy of them for all machines.
#include "models/analysis/densityloops.h"

namespace gridward::densityloops::GRIDWARD_LOOPS {

constexpr int kLanes = GRIDWARD_LANES;
typedef double Lanes __attribute__((vector_size(8 * GRIDWARD_LANES)));
typedef double LanesAnywhere __attribute__((vector_size(8 * GRIDWARD_LANES), aligned(8)));

static inline Lanes load(const double *from)
{
    return *reinterpret_cast<const LanesAnywhere *>(from);
}

static inline void store(double *to, Lanes values)
{
    *reinterpret_cast<LanesAnywhere *>(to) = values;
}

static inline Lanes all(double value)
{
    return Lanes{} + value;
}

static inline Lanes positive(Lanes values)
{
    return values > Lanes{} ? values : Lanes{};
}

template <int Power> static inline Lanes powerOf(Lanes rest)
{
    if constexpr (Power == 0) {
        return rest >= Lanes{} ? all(1.0) : Lanes{};
    } else {
        const Lanes kept = positive(rest);
        if constexpr (Power == 1) {
            return kept;
        } else if constexpr (Power == 2) {
            return kept * kept;
        } else {
            return kept * kept * kept;
        }
    }
}

static inline double powerOf(int power, double rest)
{
    if (power == 0) {
        return rest >= 0.0 ? 1.0 : 0.0;
    }
    const double kept = rest > 0.0 ? rest : 0.0;
    double value = kept;
    for (int i = 1; i < power; ++i) {
        value *= kept;
    }
    return value;
}

static inline Lanes ladder()
{
    Lanes steps{};
    for (int i = 0; i < kLanes; ++i) {
        steps[i] = i;
    }
    return steps;
}

static inline Lanes rootOf(Lanes values)
{
    Lanes roots{};
    for (int i = 0; i < kLanes; ++i) {
        roots[i] = __builtin_sqrt(values[i]);
    }
    return roots;
}

template <int Power>
static void addPowerRow(
    double *cells, std::size_t count, double dx, double step, double rest, double weight)
{
    const Lanes steps = ladder() * step;
    std::size_t i = 0;
    for (; i + kLanes <= count; i += kLanes) {
        const Lanes x = steps + (dx + static_cast<double>(i) * step);
        store(cells + i, load(cells + i) + weight * powerOf<Power>(rest - x * x));
    }
    for (; i < count; ++i) {
        const double x = static_cast<double>(i) * step + dx;
        cells[i] += weight * powerOf(Power, rest - x * x);
    }
}

static void addRow(int power,
                   double *cells,
                   std::size_t count,
                   double dx,
                   double step,
                   double rest,
                   double weight)
{
    switch (power) {
    case 0:
        return addPowerRow<0>(cells, count, dx, step, rest, weight);
    case 1:
        return addPowerRow<1>(cells, count, dx, step, rest, weight);
    case 2:
        return addPowerRow<2>(cells, count, dx, step, rest, weight);
    default:
        return addPowerRow<3>(cells, count, dx, step, rest, weight);
    }
}

static void addTriangularRow(
    double *cells, std::size_t count, double dx, double step, double dySquared, double weight)
{
    const Lanes steps = ladder() * step;
    std::size_t i = 0;
    for (; i + kLanes <= count; i += kLanes) {
        const Lanes x = steps + (dx + static_cast<double>(i) * step);
        store(cells + i, load(cells + i) + weight * positive(1.0 - rootOf(x * x + dySquared)));
    }
    for (; i < count; ++i) {
        const double x = static_cast<double>(i) * step + dx;
        const double rest = 1.0 - __builtin_sqrt(x * x + dySquared);
        cells[i] += rest > 0.0 ? weight * rest : 0.0;
    }
}

static void addScaled(double *cells, const double *values, std::size_t count, double factor)
{
    std::size_t i = 0;
    for (; i + kLanes <= count; i += kLanes) {
        store(cells + i, load(cells + i) + factor * load(values + i));
    }
    for (; i < count; ++i) {
        cells[i] += factor * values[i];
    }
}

/** A tile's sums stay in registers while its points go by. */
template <int Power, bool Weighted>
static void addPowerRun(const TileRun &run, const double *columns, double *sums)
{
    for (int part = 0; part < kTileColumns; part += kLanes) {
        const Lanes at = load(columns + part);
        Lanes first = load(sums + part);
        Lanes second = load(sums + kTileColumns + part);
        Lanes third = load(sums + 2 * kTileColumns + part);
        Lanes fourth = load(sums + 3 * kTileColumns + part);
        const double *rest = run.rest;
        for (std::size_t i = 0; i < run.count; ++i, rest += kTileRows) {
            const Lanes dx = at - run.x[i];
            Lanes square = dx * dx;
            if constexpr (Power == 0) {
                const Lanes weight = all(Weighted ? run.root[i] : 1.0);
                first += rest[0] >= square ? weight : Lanes{};
                second += rest[1] >= square ? weight : Lanes{};
                third += rest[2] >= square ? weight : Lanes{};
                fourth += rest[3] >= square ? weight : Lanes{};
            } else {
                if constexpr (Weighted) {
                    square *= run.root[i];
                }
                first += powerOf<Power>(rest[0] - square);
                second += powerOf<Power>(rest[1] - square);
                third += powerOf<Power>(rest[2] - square);
                fourth += powerOf<Power>(rest[3] - square);
            }
        }
        store(sums + part, first);
        store(sums + kTileColumns + part, second);
        store(sums + 2 * kTileColumns + part, third);
        store(sums + 3 * kTileColumns + part, fourth);
    }
}

template <bool Weighted>
static void addAnyRun(int power, const TileRun &run, const double *columns, double *sums)
{
    switch (power) {
    case 0:
        return addPowerRun<0, Weighted>(run, columns, sums);
    case 1:
        return addPowerRun<1, Weighted>(run, columns, sums);
    case 2:
        return addPowerRun<2, Weighted>(run, columns, sums);
    default:
        return addPowerRun<3, Weighted>(run, columns, sums);
    }
}

static void addRun(int power, const TileRun &run, const double *columns, double *sums)
{
    return run.root == nullptr ? addAnyRun<false>(power, run, columns, sums)
                               : addAnyRun<true>(power, run, columns, sums);
}

static void addTriangularRun(const TileRun &run, const double *columns, double *sums)
{
    for (int part = 0; part < kTileColumns; part += kLanes) {
        const Lanes at = load(columns + part);
        for (int row = 0; row < kTileRows; ++row) {
            Lanes sum = load(sums + row * kTileColumns + part);
            for (std::size_t i = 0; i < run.count; ++i) {
                const Lanes dx = at - run.x[i];
                const Lanes rest = positive(
                    1.0 - rootOf(dx * dx + run.rest[i * kTileRows + static_cast<unsigned>(row)]));
                sum += run.root == nullptr ? rest : rest * run.root[i];
            }
            store(sums + row * kTileColumns + part, sum);
        }
    }
}

constexpr double chosen(int n, int k)
{
    double value = 1.0;
    for (int i = 1; i <= k; ++i) {
        value = value * (n - k + i) / i;
    }
    return value;
}

/** Powers of a shift. */
template <int Degree> struct Powers
{
    double value[Degree + 1];
    explicit Powers(double shift)
    {
        value[0] = 1.0;
        for (int i = 1; i <= Degree; ++i) {
            value[i] = value[i - 1] * shift;
        }
    }
};

template <int Degree>
static void addMomentsOf(const MomentRow *rows,
                         std::size_t count,
                         std::size_t stride,
                         double shiftY,
                         double *sums,
                         std::size_t tiles)
{
    constexpr int kTerms = termsOf(Degree);
    const Powers<Degree> down(shiftY);
    for (std::size_t tile = 0; tile < tiles; tile += kLanes) {
        Lanes moved[kTerms] = {};
        for (std::size_t row = 0; row < count; ++row) {
            const Powers<Degree> along(rows[row].shift);
            const double *from = rows[row].moments + tile;
            for (int b = 0; b <= Degree; ++b) {
                Lanes terms[Degree + 1];
                for (int a = 0; a + b <= Degree; ++a) {
                    terms[a] = load(from + static_cast<std::size_t>(termAt(a, b)) * stride);
                }
                for (int a = 0; a + b <= Degree; ++a) {
                    Lanes sum = terms[a];
                    for (int c = 0; c < a; ++c) {
                        sum += (chosen(a, c) * along.value[a - c]) * terms[c];
                    }
                    moved[termAt(a, b)] += sum;
                }
            }
        }
        for (int a = 0; a <= Degree; ++a) {
            for (int b = 0; a + b <= Degree; ++b) {
                double *to = sums + static_cast<std::size_t>(termAt(a, b)) * stride + tile;
                Lanes sum = load(to) + moved[termAt(a, b)];
                for (int c = 0; c < b; ++c) {
                    sum += (chosen(b, c) * down.value[b - c]) * moved[termAt(a, c)];
                }
                store(to, sum);
            }
        }
    }
}

static void addMoments(int degree,
                       const MomentRow *rows,
                       std::size_t count,
                       std::size_t stride,
                       double shiftY,
                       double *sums,
                       std::size_t tiles)
{
    switch (degree) {
    case 0:
        return addMomentsOf<0>(rows, count, stride, shiftY, sums, tiles);
    case 2:
        return addMomentsOf<2>(rows, count, stride, shiftY, sums, tiles);
    case 4:
        return addMomentsOf<4>(rows, count, stride, shiftY, sums, tiles);
    default:
        return addMomentsOf<6>(rows, count, stride, shiftY, sums, tiles);
    }
}

} // namespace gridward::densityloops::GRIDWARD_LOOPS
