// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/simulation/casetimeline.h"

#include "models/service/simulation/localtime.h"

#include <algorithm>
#include <cmath>

namespace gridward {

namespace {

using std::chrono::hours;
using std::chrono::milliseconds;

/** Below 1, the curve has both many young cases and a long tail of old ones. */
constexpr double kSurvivalShape = 0.95;
constexpr double kMeanLimit = 24.0;

/** Whose rhythm a source follows; a sensor has none. */
const char16_t *rhythmOf(CaseSource source)
{
    switch (source) {
    case CaseSource::Patrol:
    case CaseSource::Leader:
    case CaseSource::Department:
        return u"boston-311";
    case CaseSource::Hotline:
    case CaseSource::App:
        return u"taipei-1999";
    case CaseSource::Video:
        return u"houston-crime-2010";
    case CaseSource::Sensor:
        break;
    }
    return u"";
}

double hoursOf(milliseconds length)
{
    return std::chrono::duration<double, hours::period>(length).count();
}

/** Gives each hour its cases. */
void placeCases(std::vector<TimelineSlot> &timeline,
                const std::vector<double> &weights,
                qint64 wanted,
                RandomStream &random)
{
    double sum = 0.0;
    for (const double weight : weights) {
        sum += weight;
    }
    qint64 placed = 0;
    for (std::size_t i = 0; i < timeline.size() && sum > 0.0; ++i) {
        timeline[i].cases = random.poisson(static_cast<double>(wanted) * weights[i] / sum);
        placed += timeline[i].cases;
    }
    const AliasTable table(weights);
    while (placed != wanted && !timeline.empty()) {
        TimelineSlot &slot = timeline[table.pick(random)];
        if (placed < wanted) {
            ++slot.cases;
            ++placed;
        } else if (slot.cases > 0) {
            --slot.cases;
            --placed;
        }
    }
}

/** Expected share of open cases of an age, over all limits. */
double meanSurvival(double age, const std::vector<std::pair<double, double>> &limits, double scale)
{
    double sum = 0.0;
    double weights = 0.0;
    for (const auto &[limit, weight] : limits) {
        sum += weight * survival(age, limit, scale);
        weights += weight;
    }
    return weights > 0.0 ? sum / weights : survival(age, kMeanLimit, scale);
}

std::vector<double> expectedOpen(const std::vector<TimelineSlot> &timeline,
                                 Instant at,
                                 const std::vector<std::pair<double, double>> &limits,
                                 double scale)
{
    std::vector<double> expected;
    expected.reserve(timeline.size());
    for (const TimelineSlot &slot : timeline) {
        const double age = hoursOf(at - slot.begin - slot.length / 2);
        expected.push_back(slot.cases * meanSurvival(age, limits, scale));
    }
    return expected;
}

double sumOf(const std::vector<double> &values)
{
    double sum = 0.0;
    for (const double value : values) {
        sum += value;
    }
    return sum;
}

/** Gives each hour its open cases; returns the time scale. */
double placeOpen(std::vector<TimelineSlot> &timeline,
                 Instant at,
                 const std::vector<std::pair<double, double>> &limits,
                 int open,
                 RandomStream &random)
{
    double shortest = 1e-4;
    double longest = 1e7;
    for (int i = 0; i < 40; ++i) {
        const double middle = std::sqrt(shortest * longest);
        const bool tooMany = sumOf(expectedOpen(timeline, at, limits, middle)) > open;
        (tooMany ? longest : shortest) = middle;
    }
    const std::vector<double> expected = expectedOpen(timeline, at, limits, shortest);
    const double sum = sumOf(expected);
    const double factor = sum > 0.0 ? open / sum : 0.0;
    double running = random.uniform();
    int given = 0;
    for (std::size_t i = 0; i < timeline.size(); ++i) {
        running += expected[i] * factor;
        const int due = std::clamp(static_cast<int>(std::floor(running)), given, open);
        timeline[i].open = std::min(due - given, timeline[i].cases);
        given += timeline[i].open;
    }
    while (given < open) { // rounding, or hours that were full: the youngest that have room
        const int before = given;
        for (std::size_t i = timeline.size(); i-- > 0 && given < open;) {
            const int more = std::min(open - given, timeline[i].cases - timeline[i].open);
            timeline[i].open += more;
            given += more;
        }
        if (given == before) {
            break;
        }
    }
    return shortest;
}

} // namespace

CaseRhythm::CaseRhythm(const SimulationData &data, qint64 seed)
    : mSeed(seed)
    , mNoise(data.dayNoise)
{
    std::vector<std::array<double, kHoursOfWeek>> shares;
    std::vector<double> weights;
    double sum = 0.0;
    for (const SourceShare &source : data.sources) {
        const auto found = data.hours.find(QString::fromUtf16(rhythmOf(source.source)));
        std::array<double, kHoursOfWeek> even{};
        even.fill(1.0 / kHoursOfWeek);
        shares.push_back(found != data.hours.end() ? found->second : even);
        weights.push_back(source.weight);
        mSources.append(source.source);
        sum += source.weight;
    }
    for (std::size_t hour = 0; hour < kHoursOfWeek; ++hour) {
        std::vector<double> ofHour;
        for (std::size_t source = 0; source < shares.size(); ++source) {
            ofHour.push_back(weights[source] / sum * shares[source][hour]);
            mIntensity[hour] += ofHour.back() * kHoursOfWeek;
        }
        mSourceOfHour.emplace_back(ofHour);
    }
    constexpr std::array kDays{
        31.0, 28.25, 31.0, 30.0, 31.0, 30.0, 31.0, 31.0, 30.0, 31.0, 30.0, 31.0};
    const auto months = data.months.find(QStringLiteral("taipei-1999"));
    for (std::size_t month = 0; month < kDays.size(); ++month) {
        mMonths[month] =
            months != data.months.end() ? months->second[month] / (kDays[month] / 365.25) : 1.0;
    }
}

double CaseRhythm::intensity(Instant instant) const
{
    const int month = localDate(instant).month();
    return mIntensity[static_cast<std::size_t>(hourOfWeek(instant))] *
           mMonths[static_cast<std::size_t>(month - 1)];
}

std::vector<double> CaseRhythm::dayNoise(Instant first, int days) const
{
    RandomStream random(mSeed, u"days", localDate(first).toJulianDay());
    const double variance = std::log(1.0 + 1.0 / std::max(mNoise.size, 1.0));
    const double sigma = std::sqrt(variance);
    const double fresh = std::sqrt(1.0 - mNoise.memory * mNoise.memory);
    std::vector<double> noise;
    double state = random.normal();
    for (int day = 0; day < days; ++day) {
        noise.push_back(std::exp(sigma * state - variance / 2.0));
        state = mNoise.memory * state + fresh * random.normal();
    }
    return noise;
}

CaseSource CaseRhythm::pickSource(int hourOfWeek, RandomStream &random) const
{
    const std::size_t place = mSourceOfHour[static_cast<std::size_t>(hourOfWeek)].pick(random);
    return mSources.value(static_cast<qsizetype>(place), CaseSource::Patrol);
}

namespace {

/** Hours after which a third of such cases are still open. */
double staying(double limitHours, double scale)
{
    return scale * std::sqrt(std::max(limitHours, 1.0) / kMeanLimit);
}

} // namespace

double survival(double ageHours, double limitHours, double scale)
{
    const double part = std::max(ageHours, 0.0) / staying(limitHours, scale);
    return std::exp(-std::pow(part, kSurvivalShape));
}

double drawEnd(double ageHours, double limitHours, double scale, RandomStream &random)
{
    const double hours = staying(limitHours, scale);
    const double spent = std::pow(std::max(ageHours, 0.0) / hours, kSurvivalShape);
    return hours * std::pow(spent - std::log(1.0 - random.uniform()), 1.0 / kSurvivalShape);
}

std::vector<TimelineSlot> makeTimeline(const CaseRhythm &rhythm,
                                       const TimelineRequest &request,
                                       const std::vector<std::pair<double, double>> &limits,
                                       double &scale)
{
    const Instant begin = request.at - std::chrono::days(request.days);
    const Instant firstDay = startOfLocalDay(begin);
    const std::vector<double> noise = rhythm.dayNoise(begin, request.days + 2);
    std::vector<TimelineSlot> timeline;
    std::vector<double> weights;
    for (Instant from = begin; from < request.at;) {
        const Instant to =
            std::min(Instant(std::chrono::floor<hours>(from) + hours(1)), request.at);
        timeline.push_back({from, to - from, hourOfWeek(from), 0, 0});
        const auto day = std::chrono::floor<std::chrono::days>(from - firstDay).count();
        const double weight = rhythm.intensity(from) * hoursOf(to - from);
        weights.push_back(weight * noise[static_cast<std::size_t>(day)]);
        from = to;
    }
    RandomStream random(request.seed, u"timeline");
    qint64 wanted = request.cases;
    if (wanted < 0) {
        wanted = random.poisson(request.perDay * request.days);
    }
    placeCases(timeline, weights, wanted, random);
    const qint64 open = std::min<qint64>(request.open, wanted);
    scale = placeOpen(timeline, request.at, limits, static_cast<int>(open), random);
    return timeline;
}

} // namespace gridward
