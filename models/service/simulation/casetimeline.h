// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/simulation/randomstream.h"
#include "models/service/simulation/simulationdata.h"

#include <QtGlobal>

#include <array>
#include <vector>

namespace gridward {

/** An hour (or a part of one, at both ends) of simulated reporting. */
struct TimelineSlot
{
    Instant begin;
    std::chrono::milliseconds length{0};
    int hour = 0;  ///< of the local week
    int cases = 0; ///< registered in it
    int open = 0;  ///< of them, still open at the end of the simulation
};

/**
 * When cases are reported: the rhythm of the week by source, of the year, and days that are busier
 * or calmer than expected (log-normal with the measured over-dispersion and memory). A value.
 */
class CaseRhythm
{
public:
    CaseRhythm(const SimulationData &data, qint64 seed);

    /** Cases in this hour, as a multiple of the mean hour of a mean week. Without the day's noise.
     */
    [[nodiscard]] double intensity(Instant instant) const;
    /** One value a local day, mean 1, for so many days from the day of this moment. */
    [[nodiscard]] std::vector<double> dayNoise(Instant first, int days) const;
    /** A source for a case of this hour of the week. */
    [[nodiscard]] CaseSource pickSource(int hourOfWeek, RandomStream &random) const;

private:
    qint64 mSeed;
    DayNoise mNoise;
    QList<CaseSource> mSources;
    std::array<double, kHoursOfWeek> mIntensity{};
    std::vector<AliasTable> mSourceOfHour;
    std::array<double, 12> mMonths{};
};

/** How many cases, when, and how many of them are still open. */
struct TimelineRequest
{
    Instant at;
    int days = 90;
    qint64 cases = -1; ///< exactly so many; −1: as the mean rate gives
    double perDay = 240.0;
    int open = 1500;
    qint64 seed = 0;
};

/**
 * The hours before `at`, each with its number of cases and of open cases. The sums are exact:
 *
 * - Cases: a Poisson number for each hour; the few that are missing or too many in the sum are
 * added to or taken from hours drawn by the same weights. That is what a multinomial draw would
 * give.
 * - Open: an hour's expected share is the mean of survival() over the limits of all classes, with
 *   one time scale that makes the sum right; the hours get whole numbers by rounding the running
 * sum (systematic sampling), so that no hour is off by more than one.
 */
[[nodiscard]] std::vector<TimelineSlot>
makeTimeline(const CaseRhythm &rhythm,
             const TimelineRequest &request,
             const std::vector<std::pair<double, double>> &limits,
             double &scale);

/** How likely a case of this age with this limit (hours) is still open, for a time scale (hours).
 */
[[nodiscard]] double survival(double ageHours, double limitHours, double scale);

/**
 * The age in hours at which such a case ends that has reached this one: drawn so that survival() is
 * true of many of them, whenever one begins to look.
 */
[[nodiscard]] double
drawEnd(double ageHours, double limitHours, double scale, RandomStream &random);

} // namespace gridward
