// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/districtport.h"

#include <QList>
#include <QTimeZone>

#include <array>
#include <bitset>
#include <optional>

namespace gridward {

inline constexpr int kHoursOfWeek = 168;

/** Hours of a week from Monday, 0 to 1 o'clock, to Sunday, 23 to 24; none: all of them. */
using HourChoice = std::bitset<kHoursOfWeek>;

/** How many cases were registered in each hour of the week. */
using HourCounts = std::array<qint64, kHoursOfWeek>;

/** When a step of a period begins and ends. */
enum class TimeStep { Day, Week, Month };

/** The hour of the week in which each was registered, by the clocks of the zone. Any thread. */
[[nodiscard]] QList<quint8> hoursOfWeek(const QList<CaseId> &cases, const QTimeZone &zone);

/** How many there are, in a part of the ground if one is given. Hours are as many as points. */
[[nodiscard]] HourCounts countHours(const CasePoints &points,
                                    const QList<quint8> &hours,
                                    const std::optional<GeoExtent> &extent);

/** Those that were registered in one of the hours; all if none is chosen. The number of cases
 * without a place stays: nobody knows their hours here. */
[[nodiscard]] CasePoints
inHours(const CasePoints &points, const QList<quint8> &hours, const HourChoice &chosen);

/** "registered Mon–Fri 07:00–09:00, Sat": those that were chosen, or how many where that would be
 * long; empty: all. GUI thread. */
[[nodiscard]] QString hoursText(const HourChoice &chosen);

/** Where the steps of a period begin, and the end of the last one: local midnights, Mondays, first
 * days of months; the period's own ends cut the first and the last step short. */
[[nodiscard]] QList<Instant>
stepsOf(Instant from, Instant to, TimeStep step, const QTimeZone &zone);

} // namespace gridward
