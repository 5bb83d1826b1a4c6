// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <array>
#include <cstddef>
#include <vector>

namespace gridward {

/**
 * Random numbers that are the same for the same seed and name, on every machine and with every
 * compiler: xoshiro256** seeded by splitmix64. Each purpose has a stream of its own name, so that
 * drawing more for one thing changes nothing else. A plain value; one thread at a time.
 */
class RandomStream
{
public:
    /** `index` tells streams of one name apart, such as one per case. */
    RandomStream(qint64 seed, QStringView name, qint64 index = 0);

    [[nodiscard]] quint64 next();
    /** From 0 to below 1. */
    [[nodiscard]] double uniform();
    /** From `low` to below `high`. */
    [[nodiscard]] double uniform(double low, double high) { return low + (high - low) * uniform(); }
    /** 0 to bound − 1, all equally likely; 0 for a bound of 0. */
    [[nodiscard]] quint64 below(quint64 bound);
    /** A place in a list of this size; 0 for an empty one. */
    [[nodiscard]] qsizetype pickOf(qsizetype size);
    [[nodiscard]] bool chance(double probability) { return uniform() < probability; }
    /** Mean 0, standard deviation 1. */
    [[nodiscard]] double normal();
    [[nodiscard]] double logNormal(double median, double sigma);
    /** Mean `shape`, variance `shape`. */
    [[nodiscard]] double gamma(double shape);
    [[nodiscard]] int poisson(double mean);
    /** Variance mean + mean² / size. */
    [[nodiscard]] int negativeBinomial(double mean, double size);

private:
    std::array<quint64, 4> mState{};
};

/** Draws places of a list by their weights, each in constant time (Walker and Vose). */
class AliasTable
{
public:
    AliasTable() = default;
    /** Negative weights count as 0. Without any positive weight all places are equally likely. */
    explicit AliasTable(const std::vector<double> &weights);

    [[nodiscard]] bool isEmpty() const { return mKeep.empty(); }
    [[nodiscard]] std::size_t size() const { return mKeep.size(); }
    /** 0 for an empty table. */
    [[nodiscard]] std::size_t pick(RandomStream &random) const;

private:
    std::vector<double> mKeep; ///< probability to stay in the column that was hit
    std::vector<std::size_t> mAlias;
};

} // namespace gridward
