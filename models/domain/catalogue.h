// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/domain/limit.h"

#include <QDate>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

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
    QDate validTo;  ///< the first day on which it is no longer in force; invalid while it is
    QString note{}; ///< what is to be known of it, such as "uncertain: …"

    bool operator==(const CatalogueEntry &) const = default;

    [[nodiscard]] bool isInForce() const { return !validTo.isValid(); }
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
    QDate validTo;    ///< the first day on which it is no longer in force; invalid while it is
    QString area{};   ///< code of the division it is for; empty: wherever no other one is
    QString source{}; ///< where it comes from, such as the article of a local rule

    bool operator==(const FilingStandard &) const = default;

    [[nodiscard]] bool isInForce() const { return !validTo.isValid(); }
    [[nodiscard]] Limit limit() const { return {limitValue, limitUnit}; }
};

/** A catalogue as it is at one time: classes of any number of schemes, and their conditions. */
struct CatalogueContent
{
    QList<CatalogueEntry> classes;
    QList<FilingStandard> standards;

    bool operator==(const CatalogueContent &) const = default;
};

/** GB/T 30428.2-2013, which came before the default scheme. */
[[nodiscard]] QString legacyScheme();

/** How many digits the codes of a scheme have; 0 if that is not known. */
[[nodiscard]] int codeLength(const QString &scheme);

/** The source of the limits that come with the program: an example, and called so. */
[[nodiscard]] QString exampleSource();

/** The version that was in force on a day; the oldest one if all are younger. Any order. */
[[nodiscard]] std::optional<FilingStandard> standardOn(const QList<FilingStandard> &versions,
                                                       QDate day);

/**
 * Those of the conditions of its class that a case may be filed under: the ones for the smallest
 * division it lies in that has any, else the ones for wherever.
 */
[[nodiscard]] QList<FilingStandard> applicableTo(const Case &subject,
                                                 const QList<FilingStandard> &standards);

/** About how long a limit is by the clock: to plan with; deadlines are a calendar's matter. */
[[nodiscard]] std::chrono::milliseconds clockLimit(const FilingStandard &standard);

} // namespace gridward
