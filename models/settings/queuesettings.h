// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/settings/settingsentry.h"

#include <array>

namespace gridward {

/**
 * After how many minutes a case that waits to be filed or dispatched is hot, from blue to red. The
 * defaults are those of the domain reference, part 3.1.
 */
inline const std::array<SettingsEntry<int>, 4> kHeatMinutes{
    SettingsEntry<int>{QStringLiteral("queue/heatMinutesBlue"),
                       30,
                       QStringLiteral("Minutes until a waiting blue case is hot"),
                       [](const int &minutes) { return minutes >= 1 && minutes <= 10080; }},
    SettingsEntry<int>{QStringLiteral("queue/heatMinutesYellow"),
                       15,
                       QStringLiteral("Minutes until a waiting yellow case is hot"),
                       [](const int &minutes) { return minutes >= 1 && minutes <= 10080; }},
    SettingsEntry<int>{QStringLiteral("queue/heatMinutesOrange"),
                       5,
                       QStringLiteral("Minutes until a waiting orange case is hot"),
                       [](const int &minutes) { return minutes >= 1 && minutes <= 10080; }},
    SettingsEntry<int>{QStringLiteral("queue/heatMinutesRed"),
                       1,
                       QStringLiteral("Minutes until a waiting red case is hot"),
                       [](const int &minutes) { return minutes >= 1 && minutes <= 10080; }}};

} // namespace gridward
