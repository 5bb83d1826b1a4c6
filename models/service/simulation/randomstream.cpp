// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/simulation/randomstream.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

namespace gridward {

namespace {

/** Above this mean a Poisson number is drawn as the sum of several (exact, and never underflows).
 */
constexpr double kPoissonChunk = 30.0;

quint64 splitMix(quint64 &state)
{
    state += 0x9e3779b97f4a7c15U;
    quint64 mixed = state;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9U;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebU;
    return mixed ^ (mixed >> 31);
}

int poissonChunk(RandomStream &random, double mean)
{
    const double limit = std::exp(-mean);
    int count = 0;
    double product = random.uniform();
    while (product > limit) {
        product *= random.uniform();
        ++count;
    }
    return count;
}

} // namespace

RandomStream::RandomStream(qint64 seed, QStringView name, qint64 index)
{
    quint64 state = 0xcbf29ce484222325U;
    for (const QChar letter : name) { // FNV-1a over the code units
        state = (state ^ letter.unicode()) * 0x100000001b3U;
    }
    state ^= splitMix(state) + static_cast<quint64>(seed);
    state ^= splitMix(state) + static_cast<quint64>(index);
    for (quint64 &word : mState) {
        word = splitMix(state);
    }
}

quint64 RandomStream::next()
{
    const quint64 result = std::rotl(mState[1] * 5U, 7) * 9U;
    const quint64 shifted = mState[1] << 17;
    mState[2] ^= mState[0];
    mState[3] ^= mState[1];
    mState[1] ^= mState[2];
    mState[0] ^= mState[3];
    mState[2] ^= shifted;
    mState[3] = std::rotl(mState[3], 45);
    return result;
}

double RandomStream::uniform()
{
    return static_cast<double>(next() >> 11) * 0x1.0p-53;
}

quint64 RandomStream::below(quint64 bound)
{
    if (bound == 0) {
        return 0;
    }
    const quint64 surplus = (0 - bound) % bound; // so many low values would make some likelier
    quint64 value = next();
    while (value < surplus) {
        value = next();
    }
    return value % bound;
}

qsizetype RandomStream::pickOf(qsizetype size)
{
    return static_cast<qsizetype>(below(size > 0 ? static_cast<quint64>(size) : 0));
}

double RandomStream::normal()
{
    double first = 0.0;
    double square = 0.0;
    do { // Marsaglia's polar method; the second number is not kept, so that a stream has no memory
        first = uniform(-1.0, 1.0);
        const double second = uniform(-1.0, 1.0);
        square = first * first + second * second;
    } while (square >= 1.0 || square == 0.0);
    return first * std::sqrt(-2.0 * std::log(square) / square);
}

double RandomStream::logNormal(double median, double sigma)
{
    return median * std::exp(sigma * normal());
}

double RandomStream::gamma(double shape)
{
    if (shape < 1.0) {
        const double power = std::pow(1.0 - uniform(), 1.0 / shape);
        return gamma(shape + 1.0) * power;
    }
    const double offset = shape - 1.0 / 3.0; // Marsaglia and Tsang
    const double scale = 1.0 / std::sqrt(9.0 * offset);
    while (true) {
        const double point = normal();
        const double cube = std::pow(1.0 + scale * point, 3.0);
        if (cube <= 0.0) {
            continue;
        }
        const double bound = 0.5 * point * point + offset * (1.0 - cube + std::log(cube));
        if (std::log(1.0 - uniform()) < bound) {
            return offset * cube;
        }
    }
}

int RandomStream::poisson(double mean)
{
    int count = 0;
    while (mean > kPoissonChunk) {
        count += poissonChunk(*this, kPoissonChunk);
        mean -= kPoissonChunk;
    }
    return mean > 0.0 ? count + poissonChunk(*this, mean) : count;
}

int RandomStream::negativeBinomial(double mean, double size)
{
    return poisson(gamma(size) * mean / size);
}

AliasTable::AliasTable(const std::vector<double> &weights)
    : mKeep(weights)
    , mAlias(weights.size())
{
    const std::size_t size = weights.size();
    std::ranges::for_each(mKeep, [](double &weight) { weight = std::max(weight, 0.0); });
    const double sum = std::accumulate(mKeep.begin(), mKeep.end(), 0.0);
    std::vector<std::size_t> poor;
    std::vector<std::size_t> rich;
    for (std::size_t place = 0; place < size; ++place) {
        mKeep[place] = sum > 0.0 ? mKeep[place] * static_cast<double>(size) / sum : 1.0;
        mAlias[place] = place;
        (mKeep[place] < 1.0 ? poor : rich).push_back(place);
    }
    while (!poor.empty() && !rich.empty()) {
        const std::size_t taker = poor.back();
        const std::size_t giver = rich.back();
        poor.pop_back();
        mAlias[taker] = giver;
        mKeep[giver] -= 1.0 - mKeep[taker];
        if (mKeep[giver] < 1.0) {
            rich.pop_back();
            poor.push_back(giver);
        }
    }
    for (const std::size_t place : poor) { // only rounding left them below 1
        mKeep[place] = 1.0;
    }
}

std::size_t AliasTable::pick(RandomStream &random) const
{
    if (mKeep.empty()) {
        return 0;
    }
    const double hit = random.uniform() * static_cast<double>(mKeep.size());
    const std::size_t column = std::min(static_cast<std::size_t>(hit), mKeep.size() - 1);
    return hit - static_cast<double>(column) < mKeep[column] ? column : mAlias[column];
}

} // namespace gridward
