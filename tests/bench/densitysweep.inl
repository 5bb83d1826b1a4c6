// SPDX-License-Identifier: GPL-3.0-or-later
// Included by one source file for each instruction set, with the flags of our own loops; it
// includes nothing that has inline functions of its own.
#include "tests/bench/densitysweepparts.h"

namespace gridward::bench::GRIDWARD_SWEEP {

typedef double V8 __attribute__((vector_size(64)));
typedef double V8Anywhere __attribute__((vector_size(64), aligned(8)));
typedef long long I8 __attribute__((vector_size(64)));
typedef double V4 __attribute__((vector_size(32)));
typedef long long I4 __attribute__((vector_size(32)));

constexpr int kChunk = 256;

/** What a chunk of points needs on one row. */
struct Chords
{
    alignas(64) double rest[kChunk]; ///< radius² - dy²
    alignas(64) int enter[kChunk];
    alignas(64) int leave[kChunk];
};

static inline double least(double a, double b)
{
    return a < b ? a : b;
}

static inline double most(double a, double b)
{
    return a > b ? a : b;
}

static void findChords(
    const double *x, const double *y, int count, double row, double square, int columns, Chords &to)
{
    const double end = columns;
    for (int i = 0; i < count; ++i) {
        const double dy = row - y[i];
        const double rest = square - dy * dy;
        to.rest[i] = rest;
        const double half = __builtin_sqrt(most(rest, 0.0));
        const double enter = least(most(__builtin_ceil(x[i] - half), 0.0), end);
        const double leave = most(least(__builtin_floor(x[i] + half) + 1.0, end), enter);
        to.enter[i] = static_cast<int>(enter);
        to.leave[i] = static_cast<int>(rest < 0.0 ? enter : leave);
    }
}

/** Eight rows of eight become eight columns. */
static inline void transpose(V8 *r)
{
    constexpr I8 kLow = {0, 8, 2, 10, 4, 12, 6, 14};
    constexpr I8 kHigh = {1, 9, 3, 11, 5, 13, 7, 15};
    constexpr I8 kFirst = {0, 1, 8, 9, 4, 5, 12, 13};
    constexpr I8 kSecond = {2, 3, 10, 11, 6, 7, 14, 15};
    constexpr I8 kWest = {0, 1, 2, 3, 8, 9, 10, 11};
    constexpr I8 kEast = {4, 5, 6, 7, 12, 13, 14, 15};
    V8 s[8];
    for (int half = 0; half < 8; half += 4) {
        const V8 a = __builtin_shuffle(r[half], r[half + 1], kLow);
        const V8 b = __builtin_shuffle(r[half], r[half + 1], kHigh);
        const V8 c = __builtin_shuffle(r[half + 2], r[half + 3], kLow);
        const V8 d = __builtin_shuffle(r[half + 2], r[half + 3], kHigh);
        s[half] = __builtin_shuffle(a, c, kFirst);
        s[half + 1] = __builtin_shuffle(b, d, kFirst);
        s[half + 2] = __builtin_shuffle(a, c, kSecond);
        s[half + 3] = __builtin_shuffle(b, d, kSecond);
    }
    for (int i = 0; i < 4; ++i) {
        r[i] = __builtin_shuffle(s[i], s[i + 4], kWest);
        r[i + 4] = __builtin_shuffle(s[i], s[i + 4], kEast);
    }
}

static inline void transposeFour(V4 *r)
{
    const V4 a = __builtin_shuffle(r[0], r[1], I4{0, 4, 2, 6});
    const V4 b = __builtin_shuffle(r[0], r[1], I4{1, 5, 3, 7});
    const V4 c = __builtin_shuffle(r[2], r[3], I4{0, 4, 2, 6});
    const V4 d = __builtin_shuffle(r[2], r[3], I4{1, 5, 3, 7});
    r[0] = __builtin_shuffle(a, c, I4{0, 1, 4, 5});
    r[1] = __builtin_shuffle(b, d, I4{0, 1, 4, 5});
    r[2] = __builtin_shuffle(a, c, I4{2, 3, 6, 7});
    r[3] = __builtin_shuffle(b, d, I4{2, 3, 6, 7});
}

/** Adds eight points: the first eight moments in one register, |p|⁴ apart. */
static inline void
addMoments(const V8 x, const V8 y, const int *enter, const int *leave, V8 *buckets, double *last)
{
    const V8 square = x * x + y * y;
    V8 terms[8] = {V8{} + 1.0, x, y, square, x * x, x * y, x * square, y * square};
    const V8 fourth = square * square;
    transpose(terms);
    for (int i = 0; i < 8; ++i) {
        buckets[enter[i]] += terms[i];
        buckets[leave[i]] -= terms[i];
        last[enter[i]] += fourth[i];
        last[leave[i]] -= fourth[i];
    }
}

static inline void
addRow(const V8 u, const V8 rest, const int *enter, const int *leave, V8 *buckets)
{
    const V8 g = rest - u * u;
    V8 terms[8] = {g * g, 4.0 * g * u, 4.0 * u * u - 2.0 * g, -4.0 * u, V8{} + 1.0};
    transpose(terms);
    for (int i = 0; i < 8; ++i) {
        buckets[enter[i]] += terms[i];
        buckets[leave[i]] -= terms[i];
    }
}

static inline void
addFour(const V4 u, const V4 rest, const int *enter, const int *leave, V4 *buckets, double *last)
{
    const V4 g = rest - u * u;
    V4 terms[4] = {g * g, 4.0 * g * u, 4.0 * u * u - 2.0 * g, -4.0 * u};
    transposeFour(terms);
    for (int i = 0; i < 4; ++i) {
        buckets[enter[i]] += terms[i];
        buckets[leave[i]] -= terms[i];
        last[enter[i]] += 1.0;
        last[leave[i]] -= 1.0;
    }
}

static inline V8 load(const double *from)
{
    return *reinterpret_cast<const V8Anywhere *>(from);
}

/** One row of the moments; `x` and `y` are relative to the origin. Clears the buckets. */
static void readMoments(V8 *buckets, double *last, const SweepRow &row, double *values)
{
    V8 m{};
    double fourth = 0.0;
    const double y = row.y - row.originY;
    for (int column = 0; column < row.columns; ++column) {
        m += buckets[column];
        fourth += last[column];
        buckets[column] = V8{};
        last[column] = 0.0;
        const double x = column - row.originX;
        const double a = row.square - x * x - y * y;
        values[column] = row.scale * (a * a * m[0] + 4.0 * a * (x * m[1] + y * m[2]) -
                                      2.0 * a * m[3] +
                                      4.0 * (x * x * m[4] + 2.0 * x * y * m[5] +
                                             y * y * (m[3] - m[4])) -
                                      4.0 * (x * m[6] + y * m[7]) + fourth);
    }
    buckets[row.columns] = V8{};
    last[row.columns] = 0.0;
}

template <typename V>
static void readRow(V *buckets, double *last, const SweepRow &row, double *values)
{
    V m{};
    double count = 0.0;
    for (int column = 0; column < row.columns; ++column) {
        m += buckets[column];
        buckets[column] = V{};
        if constexpr (sizeof(V) == 32) {
            count += last[column];
            last[column] = 0.0;
        } else {
            count = m[4];
        }
        const double x = column - row.originX;
        values[column] =
            row.scale * (m[0] + x * (m[1] + x * (m[2] + x * (m[3] + x * count))));
    }
    buckets[row.columns] = V{};
    last[row.columns] = 0.0;
}

/** One row of cells; the arrays of points may be read up to seven beyond `count`. */
static void sweepRow(SweepForm form,
                     const double *x,
                     const double *y,
                     std::size_t count,
                     const SweepRow &row,
                     double *buckets,
                     double *last,
                     double *values)
{
    Chords chords;
    V8 *eight = reinterpret_cast<V8 *>(buckets);
    V4 *four = reinterpret_cast<V4 *>(buckets);
    for (std::size_t from = 0; from < count; from += kChunk) {
        const int n = static_cast<int>(count - from < kChunk ? count - from : kChunk);
        findChords(x + from, y + from, n, row.y, row.square, row.columns, chords);
        for (int i = n; i < (n + 7) / 8 * 8; ++i) { // to the end of a register: nothing
            chords.enter[i] = chords.leave[i] = row.columns;
            chords.rest[i] = 0.0;
        }
        for (int i = 0; i < n; i += 8) {
            const V8 u = load(x + from + i) - row.originX;
            const int *enter = chords.enter + i;
            const int *leave = chords.leave + i;
            if (form == SweepForm::Moments) {
                addMoments(u, load(y + from + i) - row.originY, enter, leave, eight, last);
            } else if (form == SweepForm::Row) {
                addRow(u, load(chords.rest + i), enter, leave, eight);
            } else {
                const double *rest = chords.rest + i;
                addFour(V4{u[0], u[1], u[2], u[3]},
                        V4{rest[0], rest[1], rest[2], rest[3]},
                        enter,
                        leave,
                        four,
                        last);
                addFour(V4{u[4], u[5], u[6], u[7]},
                        V4{rest[4], rest[5], rest[6], rest[7]},
                        enter + 4,
                        leave + 4,
                        four,
                        last);
            }
        }
    }
    switch (form) {
    case SweepForm::Moments:
        return readMoments(eight, last, row, values);
    case SweepForm::Row:
        return readRow<V8>(eight, last, row, values);
    case SweepForm::RowFour:
        return readRow<V4>(four, last, row, values);
    }
}

} // namespace gridward::bench::GRIDWARD_SWEEP
