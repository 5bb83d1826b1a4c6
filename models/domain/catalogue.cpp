// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/catalogue.h"

#include "models/domain/idtable.h"

#include <array>

namespace gridward {

namespace {
constexpr std::array kUnits{IdOf{LimitUnit::UrgentHour, "urgent-hour"},
                            IdOf{LimitUnit::UrgentDay, "urgent-day"},
                            IdOf{LimitUnit::WorkingHour, "working-hour"},
                            IdOf{LimitUnit::WorkingDay, "working-day"},
                            IdOf{LimitUnit::NaturalDay, "natural-day"}};
}

QString toId(LimitUnit unit)
{
    return idIn(kUnits, unit);
}

std::optional<LimitUnit> limitUnitFromId(QStringView id)
{
    return valueIn(kUnits, id);
}

std::chrono::milliseconds clockLimit(const FilingStandard &standard)
{
    const bool hours =
        standard.limitUnit == LimitUnit::UrgentHour || standard.limitUnit == LimitUnit::WorkingHour;
    return std::chrono::hours(standard.limitValue * (hours ? 1 : 24));
}

} // namespace gridward
