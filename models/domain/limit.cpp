// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/limit.h"

#include "models/domain/idtable.h"

#include <array>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kLargestValue = 100'000;
constexpr std::array kUnits{IdOf{LimitUnit::UrgentMinute, "urgent-minute"},
                            IdOf{LimitUnit::UrgentHour, "urgent-hour"},
                            IdOf{LimitUnit::UrgentDay, "urgent-day"},
                            IdOf{LimitUnit::WorkingHour, "working-hour"},
                            IdOf{LimitUnit::WorkingDay, "working-day"},
                            IdOf{LimitUnit::NaturalDay, "natural-day"}};

} // namespace

QString toId(LimitUnit unit)
{
    return idIn(kUnits, unit);
}

std::optional<LimitUnit> limitUnitFromId(QStringView id)
{
    return valueIn(kUnits, id);
}

bool countsWorkingTime(LimitUnit unit)
{
    return unit == LimitUnit::WorkingHour || unit == LimitUnit::WorkingDay;
}

QString toText(const Limit &limit)
{
    return QString::number(limit.value) + u' ' + toId(limit.unit);
}

std::optional<Limit> limitFromText(QStringView text)
{
    const qsizetype space = text.indexOf(u' ');
    bool isNumber = false;
    const int value = text.first(std::max<qsizetype>(space, 0)).toInt(&isNumber);
    const std::optional<LimitUnit> unit = limitUnitFromId(text.sliced(space + 1));
    if (!isNumber || value < 1 || value > kLargestValue || !unit) {
        return std::nullopt;
    }
    return Limit{value, *unit};
}

} // namespace gridward
