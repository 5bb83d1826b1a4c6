// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/caseid.h"
#include "models/domain/instant.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>

namespace gridward {

/** What is masked: of either, all that is shown unasked is that it is there. */
enum class PersonalKind : std::uint8_t {
    Caller,    ///< who reported a case
    Household, ///< a home that a grid looks after
};

/** Why somebody opens a masked value: chosen from this list, written down, never free text. */
enum class Purpose : std::uint8_t {
    CallBack,     ///< to ask or tell the caller
    FindThePlace, ///< to find out where it is
    Handling,     ///< to arrange the work
    CareVisit,    ///< to look after a household
    Correction,   ///< to put right what was entered
    Complaint,    ///< to answer a complaint
};

/** What a household is looked after for. */
enum class ServiceNeed : std::uint8_t {
    LowIncome,
    FiveGuarantee,
    EmptyNest,
    Disabled,
    LivingAlone,
    Unemployed,
};

/** Who reported a case. Kept apart from the case and its log, so that it can be erased. */
struct Caller
{
    QString name;
    QString phone;
    bool mayCallBack = true;

    bool operator==(const Caller &) const = default;
    [[nodiscard]] bool isEmpty() const { return name.isEmpty() && phone.isEmpty(); }
};

/** A home that a grid looks after, with the consent to it. */
struct Household
{
    QString id; ///< says nothing about it
    QString grid;
    QString address;
    QString dwelling; ///< building, entrance, flat
    QString head;
    QString phone;
    QStringList members;
    QList<ServiceNeed> needs;
    QString consentFor; ///< what they agreed to; empty: to nothing yet
    QDate consentOn;
    QDate nextVisit;

    bool operator==(const Household &) const = default;
};

[[nodiscard]] QString toId(PersonalKind kind);
[[nodiscard]] QString toId(Purpose purpose);
[[nodiscard]] QString toId(ServiceNeed need);
[[nodiscard]] std::optional<Purpose> purposeFromId(QStringView id);
[[nodiscard]] std::optional<ServiceNeed> serviceNeedFromId(QStringView id);
[[nodiscard]] QList<Purpose> allPurposes();
[[nodiscard]] QList<ServiceNeed> allServiceNeeds();
/** Those that make sense for a caller, or for a household. */
[[nodiscard]] QList<Purpose> purposesFor(PersonalKind kind);

/** What stands wherever a value is there and masked: the same for every value. */
[[nodiscard]] QString maskText();

/** A count of people or homes below this is never told; a store may ask for more, never for less.
 */
inline constexpr int kSmallestCell = 5;

/** A count as it may be told. */
struct CellCount
{
    enum class Telling : std::uint8_t {
        Exact,
        Few,      ///< below the smallest cell; the number is not in here
        Withheld, ///< not told, because another one could be derived from it
    };
    Telling telling = Telling::Withheld;
    int count = 0; ///< means something for Telling::Exact only

    bool operator==(const CellCount &) const = default;
    [[nodiscard]] bool isExact() const { return telling == Telling::Exact; }
};

/** A single count that stands beside no total. */
[[nodiscard]] CellCount toldCount(int count, int smallest);

/** Counts of parts, and of all of them together, as they may be told beside each other. */
struct ToldPartition
{
    QList<CellCount> cells; ///< in the order given
    CellCount total;

    bool operator==(const ToldPartition &) const = default;
};

/**
 * Hides what is below `smallest`, and as many of the next smallest as it takes for every count from
 * nought to `smallest` − 1 to stay possible for each hidden one, whoever subtracts what is told
 * from the total; where there are not enough, the total is withheld too.
 */
[[nodiscard]] ToldPartition toldPartition(const QList<int> &counts, int smallest);

} // namespace gridward
