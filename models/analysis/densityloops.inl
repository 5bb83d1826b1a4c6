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

/** One way of makeRest(): all rows of a point at a time, or its place would be read four times. */
template <bool Square, bool Stepped, bool Weighted>
static void makeRestOf(const RestOrder &order, double *rest, std::size_t stride)
{
    for (std::size_t i = 0; i < order.count; i += kLanes) {
        const Lanes y = order.firstRow - load(order.y + i);
        const Lanes root = Weighted ? load(order.root + i) : all(1.0);
        Lanes first{};
        for (int row = 0; row < kTileRows; ++row) {
            const Lanes dy = y + row * order.step;
            Lanes value = Square ? dy * dy : 1.0 - dy * dy;
            if constexpr (Weighted) {
                value *= root;
            }
            if (row == 0) {
                first = value;
            } else if (Stepped && row == kTileRows - 1) {
                value -= first;
            }
            store(rest + static_cast<std::size_t>(row) * stride + i, value);
        }
    }
}

static void makeRest(const RestOrder &order, double *rest, std::size_t stride)
{
    if (order.isSquare) {
        return makeRestOf<true, false, false>(order, rest, stride);
    }
    if (!order.isStepped) {
        return makeRestOf<false, false, false>(order, rest, stride);
    }
    return order.root == nullptr ? makeRestOf<false, true, false>(order, rest, stride)
                                 : makeRestOf<false, true, true>(order, rest, stride);
}

/** The points [from, to) of a strip. */
struct Run
{
    std::size_t from;
    std::size_t to;
};

/** The four rows of a tile, so many cells wide as a register. */
struct Rows
{
    Lanes first;
    Lanes second;
    Lanes third;
    Lanes fourth;
};

/** Adds point i of a strip to the cells at `at`. */
template <int Power, bool Weighted>
static inline void addVisit(const TileStrip &strip, std::size_t i, const Lanes at, Rows &sums)
{
    const double *rest = strip.rest + i;
    const std::size_t stride = strip.restStride;
    const Lanes dx = at - strip.x[i];
    if constexpr (Power == 0) {
        const Lanes square = dx * dx;
        const Lanes weight = all(Weighted ? strip.root[i] : 1.0);
        sums.first += rest[0] >= square ? weight : Lanes{};
        sums.second += rest[stride] >= square ? weight : Lanes{};
        sums.third += rest[2 * stride] >= square ? weight : Lanes{};
        sums.fourth += rest[3 * stride] >= square ? weight : Lanes{};
    } else {
        // Three rows by a product, one by a sum: processors have as many units for either.
        const Lanes scaled = Weighted ? dx * strip.root[i] : dx;
        const Lanes first = rest[0] - scaled * dx;
        sums.first += powerOf<Power>(first);
        sums.second += powerOf<Power>(rest[stride] - scaled * dx);
        sums.third += powerOf<Power>(rest[2 * stride] - scaled * dx);
        sums.fourth += powerOf<Power>(first + rest[3 * stride]);
    }
}

/** A tile's sums stay in registers while its points go by, two at a time: each would wait for the
 * sum of the one before. */
template <int Power, bool Weighted>
[[gnu::always_inline]] static inline void
addPowerRuns(const TileStrip &strip, const Run *runs, int count, const double *columns, double *sums)
{
    for (int part = 0; part < kTileColumns; part += kLanes) {
        const Lanes at = load(columns + part);
        double *to = sums + part;
        Rows even{load(to),
                  load(to + kTileColumns),
                  load(to + 2 * kTileColumns),
                  load(to + 3 * kTileColumns)};
        Rows odd{};
        for (int run = 0; run < count; ++run) {
            std::size_t i = runs[run].from;
            for (; i + 1 < runs[run].to; i += 2) {
                addVisit<Power, Weighted>(strip, i, at, even);
                addVisit<Power, Weighted>(strip, i + 1, at, odd);
            }
            if (i < runs[run].to) {
                addVisit<Power, Weighted>(strip, i, at, even);
            }
        }
        store(to, even.first + odd.first);
        store(to + kTileColumns, even.second + odd.second);
        store(to + 2 * kTileColumns, even.third + odd.third);
        store(to + 3 * kTileColumns, even.fourth + odd.fourth);
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

/** Unrolled, or else the sums would not stay in registers. */
template <int Degree>
static void addMomentsOf(const MomentRow *rows,
                         std::size_t count,
                         std::size_t stride,
                         const double *down,
                         double *sums,
                         std::size_t sumsStride,
                         std::size_t tiles)
{
    constexpr int kTerms = termsOf(Degree);
    for (std::size_t tile = 0; tile < tiles; tile += kLanes) {
        Lanes moved[kTerms] = {};
        for (std::size_t row = 0; row < count; ++row) {
            const double *along = rows[row].factors;
            const double *from = rows[row].moments + tile;
#pragma GCC unroll 8
            for (int b = 0; b <= Degree; ++b) {
                Lanes terms[Degree + 1];
#pragma GCC unroll 8
                for (int a = 0; a + b <= Degree; ++a) {
                    terms[a] = load(from + static_cast<std::size_t>(termAt(a, b)) * stride);
                }
#pragma GCC unroll 8
                for (int a = 0; a + b <= Degree; ++a) {
                    Lanes sum = terms[a];
#pragma GCC unroll 8
                    for (int c = 0; c < a; ++c) {
                        sum += along[factorsOf(a - 1) + c] * terms[c];
                    }
                    moved[termAt(a, b)] += sum;
                }
            }
        }
#pragma GCC unroll 8
        for (int a = 0; a <= Degree; ++a) {
#pragma GCC unroll 8
            for (int b = 0; a + b <= Degree; ++b) {
                double *to = sums + static_cast<std::size_t>(termAt(a, b)) * sumsStride + tile;
                Lanes sum = load(to) + moved[termAt(a, b)];
#pragma GCC unroll 8
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
                       std::size_t sumsStride,
                       std::size_t tiles)
{
    switch (degree) {
    case 0:
        return addMomentsOf<0>(rows, count, stride, down, sums, sumsStride, tiles);
    case 2:
        return addMomentsOf<2>(rows, count, stride, down, sums, sumsStride, tiles);
    case 4:
        return addMomentsOf<4>(rows, count, stride, down, sums, sumsStride, tiles);
    default:
        return addMomentsOf<6>(rows, count, stride, down, sums, sumsStride, tiles);
    }
}

template <int Degree> static void addPolynomialsOf(const PolynomialOrder &order, double *sums)
{
    constexpr int kTerms = termsOf(Degree);
    for (std::size_t tile = 0; tile < order.tiles; tile += kLanes) {
        Lanes terms[kTerms] = {};
        for (std::size_t part = 0; part < order.partCount; ++part) {
            const SpreadPart &one = order.parts[part];
            const std::size_t moment = static_cast<std::size_t>(one.moment);
            terms[one.target] += one.factor * load(order.moments + moment * order.stride + tile);
        }
        // Polynomials in x for each row, of some tiles at a time, then of each the cells at a time.
        Lanes along[kTileRows][Degree + 1] = {};
        for (int row = 0; row < kTileRows; ++row) {
            const double y = (row + 0.5 - kTileRows / 2.0) * order.step;
            for (int a = 0; a <= Degree; ++a) {
                for (int b = Degree - a; b >= 0; --b) {
                    along[row][a] = along[row][a] * y + terms[termAt(a, b)];
                }
            }
        }
        for (int lane = 0; lane < kLanes && tile + static_cast<std::size_t>(lane) < order.tiles;
             ++lane) {
            double *cells = sums + (tile + static_cast<std::size_t>(lane)) * kTileCells;
            for (int part = 0; part < kTileCells; part += kLanes) {
                const int row = part / kTileColumns;
                const double west = part % kTileColumns + 0.5 - kTileColumns / 2.0;
                const Lanes x = (ladder() + west) * order.step;
                Lanes value{};
                for (int a = Degree; a >= 0; --a) {
                    value = value * x + along[row][a][lane];
                }
                store(cells + part, load(cells + part) + value);
            }
        }
    }
}

static void addPolynomials(int degree, const PolynomialOrder &order, double *sums)
{
    switch (degree) {
    case 0:
        return addPolynomialsOf<0>(order, sums);
    case 2:
        return addPolynomialsOf<2>(order, sums);
    case 4:
        return addPolynomialsOf<4>(order, sums);
    default:
        return addPolynomialsOf<6>(order, sums);
    }
}

/** x to the power of each lane, from `first`. */
static inline Lanes powersOf(double x, int first)
{
    const Lanes one = all(1.0);
    const Lanes powers = ladder() + static_cast<double>(first);
    const Lanes beyondFour = powers >= 4.0 ? powers - 4.0 : powers;
    const Lanes beyondTwo = beyondFour >= 2.0 ? beyondFour - 2.0 : beyondFour;
    const double square = x * x;
    return (powers >= 4.0 ? all(square * square) : one) *
           (beyondFour >= 2.0 ? all(square) : one) * (beyondTwo >= 1.0 ? all(x) : one);
}

template <int Degree>
static void makeMomentsOf(const PointOrder &order, double *moments, std::size_t stride)
{
    constexpr int kParts = (Degree + kLanes) / kLanes; // powers of x side by side
    Lanes sums[Degree + 1][kParts] = {};
    for (std::size_t i = 0; i < order.count; ++i) {
        const double x = order.x[i] - order.centreX;
        const double y = order.y[i] - order.centreY;
        Lanes powers[kParts];
        for (int part = 0; part < kParts; ++part) {
            powers[part] = powersOf(x, part * kLanes);
        }
        double ofY = order.weight == nullptr ? 1.0 : order.weight[i];
        for (int b = 0; b <= Degree; ++b, ofY *= y) {
            for (int part = 0; part < kParts; ++part) {
                sums[b][part] += ofY * powers[part];
            }
        }
    }
    for (int b = 0; b <= Degree; ++b) {
        for (int a = 0; a + b <= Degree; ++a) {
            moments[static_cast<std::size_t>(termAt(a, b)) * stride] =
                sums[b][a / kLanes][a % kLanes];
        }
    }
}

static void
makeMoments(int degree, const PointOrder &order, double *moments, std::size_t stride)
{
    switch (degree) {
    case 0:
        return makeMomentsOf<0>(order, moments, stride);
    case 2:
        return makeMomentsOf<2>(order, moments, stride);
    case 4:
        return makeMomentsOf<4>(order, moments, stride);
    default:
        return makeMomentsOf<6>(order, moments, stride);
    }
}

} // namespace gridward::densityloops::GRIDWARD_LOOPS
