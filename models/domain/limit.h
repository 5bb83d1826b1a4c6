// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace gridward {

/**
 * In what a limit counts (domain reference 2.6). Urgent units and natural days run day and night
 * (clock time); working units run only inside the working time of a calendar.
 */
enum class LimitUnit { UrgentMinute, UrgentHour, UrgentDay, WorkingHour, WorkingDay, NaturalDay };

/** How long something may take: a whole number of a unit. */
struct Limit
{
    int value = 1;
    LimitUnit unit = LimitUnit::WorkingDay;

    bool operator==(const Limit &) const = default;
};

[[nodiscard]] QString toId(LimitUnit unit);
[[nodiscard]] std::optional<LimitUnit> limitUnitFromId(QStringView id);

/** True for units that run only inside working time. */
[[nodiscard]] bool countsWorkingTime(LimitUnit unit);

/** "4 working-hour": how events and rule books hold a limit. */
[[nodiscard]] QString toText(const Limit &limit);
/** Nothing for what is no limit; the value must be from 1 to 100,000. */
[[nodiscard]] std::optional<Limit> limitFromText(QStringView text);

} // namespace gridward
