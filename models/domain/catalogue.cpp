// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/catalogue.h"

namespace gridward {

std::chrono::milliseconds clockLimit(const FilingStandard &standard)
{
    const bool hours =
        standard.limitUnit == LimitUnit::UrgentHour || standard.limitUnit == LimitUnit::WorkingHour;
    return std::chrono::hours(standard.limitValue * (hours ? 1 : 24));
}

} // namespace gridward
