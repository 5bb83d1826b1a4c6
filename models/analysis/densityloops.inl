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

static void makeRest(const RestOrder &order, double *rest, std::size_t stride)
{
    for (int row = 0; row < kTileRows; ++row) {
        const double y = order.firstRow + row * order.step;
        double *to = rest + static_cast<std::size_t>(row) * stride;
        // Three loops that the compiler turns into vectors.
        if (order.isSquare) {
            for (std::size_t i = 0; i < order.count; ++i) {
                to[i] = (y - order.y[i]) * (y - order.y[i]);
            }
        } else if (order.root == nullptr) {
            for (std::size_t i = 0; i < order.count; ++i) {
                to[i] = 1.0 - (y - order.y[i]) * (y - order.y[i]);
            }
        } else {
            for (std::size_t i = 0; i < order.count; ++i) {
                to[i] = order.root[i] * (1.0 - (y - order.y[i]) * (y - order.y[i]));
            }
        }
    }
}

/** The points [from, to) of a strip. */
struct Run
{
    std::size_t from;
    std::size_t to;
};

/** A tile's sums stay in registers while its points go by. */
template <int Power, bool Weighted>
static inline void
addPowerRuns(const TileStrip &strip, const Run *runs, int count, const double *columns, double *sums)
{
    const double *rest = strip.rest;
    const std::size_t stride = strip.restStride;
    for (int part = 0; part < kTileColumns; part += kLanes) {
        const Lanes at = load(columns + part);
        Lanes first = load(sums + part);
        Lanes second = load(sums + kTileColumns + part);
        Lanes third = load(sums + 2 * kTileColumns + part);
        Lanes fourth = load(sums + 3 * kTileColumns + part);
        for (int run = 0; run < count; ++run) {
            for (std::size_t i = runs[run].from; i < runs[run].to; ++i) {
                const Lanes dx = at - strip.x[i];
                Lanes square = dx * dx;
                if constexpr (Power == 0) {
                    const Lanes weight = all(Weighted ? strip.root[i] : 1.0);
                    first += rest[i] >= square ? weight : Lanes{};
                    second += rest[stride + i] >= square ? weight : Lanes{};
                    third += rest[2 * stride + i] >= square ? weight : Lanes{};
                    fourth += rest[3 * stride + i] >= square ? weight : Lanes{};
                } else {
                    if constexpr (Weighted) {
                        square *= strip.root[i];
                    }
                    first += powerOf<Power>(rest[i] - square);
                    second += powerOf<Power>(rest[stride + i] - square);
                    third += powerOf<Power>(rest[2 * stride + i] - square);
                    fourth += powerOf<Power>(rest[3 * stride + i] - square);
                }
            }
        }
        store(sums + part, first);
        store(sums + kTileColumns + part, second);
        store(sums + 2 * kTileColumns + part, third);
        store(sums + 3 * kTileColumns + part, fourth);
    }
}

static void addTriangularRuns(
    const TileStrip &strip, const Run *runs, int count, const double *columns, double *sums)
{
    for (int part = 0; part < kTileColumns; part += kLanes) {
        const Lanes at = load(columns + part);
        for (int row = 0; row < kTileRows; ++row) {
            const double *rest = strip.rest + static_cast<std::size_t>(row) * strip.restStride;
            Lanes sum = load(sums + row * kTileColumns + part);
            for (int run = 0; run < count; ++run) {
                for (std::size_t i = runs[run].from; i < runs[run].to; ++i) {
                    const Lanes dx = at - strip.x[i];
                    const Lanes value = positive(1.0 - rootOf(dx * dx + rest[i]));
                    sum += strip.root == nullptr ? value : value * strip.root[i];
                }
            }
            store(sums + row * kTileColumns + part, sum);
        }
    }
}

/** Power -1 is triangular. */
template <int Power, bool Weighted>
static void addStripOf(const TileStrip &strip, const double *columns, double *sums)
{
    const unsigned *starts = strip.starts;
    const bool isOne = strip.innerFirst > strip.innerLast;
    for (std::size_t tile = 0; tile < strip.tiles; ++tile) {
        const Run runs[2] = {
            {starts[strip.first] - strip.base,
             starts[isOne ? strip.last + 1 : strip.innerFirst] - strip.base},
            {starts[isOne ? strip.last + 1 : strip.innerLast + 1] - strip.base,
             starts[strip.last + 1] - strip.base}};
        if (runs[0].from < runs[0].to || runs[1].from < runs[1].to) {
            if constexpr (Power < 0) {
                addTriangularRuns(strip, runs, 2, columns, sums);
            } else {
                addPowerRuns<Power, Weighted>(strip, runs, 2, columns, sums);
            }
        }
        starts += strip.columnsOfTile;
        columns += kTileColumns;
        sums += kTileCells;
    }
}

template <bool Weighted>
static void addAnyStrip(int power, const TileStrip &strip, const double *columns, double *sums)
{
    switch (power) {
    case -1:
        return addStripOf<-1, Weighted>(strip, columns, sums);
    case 0:
        return addStripOf<0, Weighted>(strip, columns, sums);
    case 1:
        return addStripOf<1, Weighted>(strip, columns, sums);
    case 2:
        return addStripOf<2, Weighted>(strip, columns, sums);
    default:
        return addStripOf<3, Weighted>(strip, columns, sums);
    }
}

static void addStrip(int power, const TileStrip &strip, const double *columns, double *sums)
{
    return strip.root == nullptr ? addAnyStrip<false>(power, strip, columns, sums)
                                 : addAnyStrip<true>(power, strip, columns, sums);
}

template <int Degree>
static void addMomentsOf(const MomentRow *rows,
                         std::size_t count,
                         std::size_t stride,
                         const double *down,
                         double *sums,
                         std::size_t tiles)
{
    constexpr int kTerms = termsOf(Degree);
    for (std::size_t tile = 0; tile < tiles; tile += kLanes) {
        Lanes moved[kTerms] = {};
        for (std::size_t row = 0; row < count; ++row) {
            const double *along = rows[row].factors;
            const double *from = rows[row].moments + tile;
            for (int b = 0; b <= Degree; ++b) {
                Lanes terms[Degree + 1];
                for (int a = 0; a + b <= Degree; ++a) {
                    terms[a] = load(from + static_cast<std::size_t>(termAt(a, b)) * stride);
                }
                for (int a = 0; a + b <= Degree; ++a) {
                    Lanes sum = terms[a];
                    for (int c = 0; c < a; ++c) {
                        sum += along[factorsOf(a - 1) + c] * terms[c];
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
                    sum += down[factorsOf(b - 1) + c] * moved[termAt(a, c)];
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
                       const double *down,
                       double *sums,
                       std::size_t tiles)
{
    switch (degree) {
    case 0:
        return addMomentsOf<0>(rows, count, stride, down, sums, tiles);
    case 2:
        return addMomentsOf<2>(rows, count, stride, down, sums, tiles);
    case 4:
        return addMomentsOf<4>(rows, count, stride, down, sums, tiles);
    default:
        return addMomentsOf<6>(rows, count, stride, down, sums, tiles);
    }
}

} // namespace gridward::densityloops::GRIDWARD_LOOPS
