// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"

#include <QDate>
#include <QString>

#include <chrono>

namespace gridward {

/** A class of components or matters in one edition of a scheme. */
struct CatalogueEntry
{
    ClassKey key;
    QString majorCode;
    QString majorName;
    QString name;
    QString nameEn;
    bool local = false; ///< a district's own extension
    QDate validFrom;
    QDate validTo; ///< invalid while in force

    bool operator==(const CatalogueEntry &) const = default;
};

/** In what a handling limit counts (domain reference 2.6). */
enum class LimitUnit { UrgentHour, UrgentDay, WorkingHour, WorkingDay, NaturalDay };

/** A filing standard (立案、处置和结案标准): under which condition, how long, closed when. */
struct FilingStandard
{
    QString id; ///< unique within its version
    int version = 1;
    ClassKey key;
    QString condition;
    QString conditionEn;
    int limitValue = 1;
    LimitUnit limitUnit = LimitUnit::WorkingDay;
    QString closingCondition;
    QString closingConditionEn;
    bool closingMandatory = true;
    QString unitKind;   ///< kind of the handling unit
    QString supervisor; ///< supervising department
    QDate validFrom;
    QDate validTo;

    bool operator==(const FilingStandard &) const = default;
};

[[nodiscard]] QString toId(LimitUnit unit);
[[nodiscard]] std::optional<LimitUnit> limitUnitFromId(QStringView id);

/**
 * The limit as plain clock time: an hour is an hour, a day is twenty-four, for every unit. Working
 * hours are not yet told from others.
 */
[[nodiscard]] std::chrono::milliseconds clockLimit(const FilingStandard &standard);

} // namespace gridward
