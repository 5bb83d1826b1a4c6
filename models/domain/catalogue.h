// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/domain/limit.h"

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

/**
 * One condition of a filing standard (立案、处置和结案标准): when a case of the class is filed, how
 * long handling may take, when it may be closed, who handles and who supervises. A class has one to
 * eight. Versioned: a new version stands beside the old one, which cases go on to name.
 */
struct FilingStandard
{
    QString id; ///< of the condition; with the version it is unique
    int version = 1;
    ClassKey key;
    QString condition;
    QString conditionEn;
    int limitValue = 1;
    LimitUnit limitUnit = LimitUnit::WorkingDay;
    QString closingCondition;
    QString closingConditionEn;
    bool closingMandatory = true;
    QString unitKind;   ///< kind of the handling unit, or the code of one
    QString supervisor; ///< supervising department
    QDate validFrom;
    QDate validTo;  ///< the first day on which it is no longer in force; invalid while it is
    QString area{}; ///< code of the division it is for; empty: wherever no other one is

    bool operator==(const FilingStandard &) const = default;

    [[nodiscard]] Limit limit() const { return {limitValue, limitUnit}; }
};

/** The limit as plain clock time, for the made-up histories of the demo: to be replaced. */
[[nodiscard]] std::chrono::milliseconds clockLimit(const FilingStandard &standard);

} // namespace gridward
