// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/personal.h"
#include "models/domain/result.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <utility>

namespace gridward {

/** Who opens or changes a masked value, from where and when: goes into the audit log. */
struct PersonalActor
{
    QString name; ///< user name
    QString origin;
    Instant at;
};

/** How many service households there are in a grid, as it may be told. */
struct HouseholdCount
{
    CellCount all;
    QHash<ServiceNeed, CellCount> needs; ///< empty where `all` may not be told
};

/** The same for the grids of a community, beside each other and their total. */
struct CommunityHouseholds
{
    QStringList grids; ///< codes, in order
    ToldPartition told;
};

/**
 * Callers and households of a store: what is masked. A value comes out of it in one way only, by
 * opening it for a purpose, which is in the audit log before the value is given away. Nothing else
 * tells more than that a value is there. Thread and errors: as Store; Refused without the
 * permission "personal:open", "personal:change" or "personal:import" there.
 */
class PersonalStore
{
public:
    PersonalStore() = default;
    PersonalStore(const PersonalStore &) = delete;
    PersonalStore &operator=(const PersonalStore &) = delete;
    virtual ~PersonalStore() = default;

    [[nodiscard]] virtual Result<bool> hasCaller(const CaseId &id) = 0;
    /** NotFound if nobody was entered. */
    [[nodiscard]] virtual Result<Caller>
    openCaller(const CaseId &id, Purpose purpose, const PersonalActor &by) = 0;
    /** Replaces the caller of a case; an empty one is erased. */
    [[nodiscard]] virtual Result<void>
    writeCaller(const CaseId &id, const Caller &caller, const PersonalActor &by) = 0;

    /** Of cases that are being imported or simulated; one entry in the audit log for all. */
    [[nodiscard]] virtual Result<void> importCallers(const QList<std::pair<CaseId, Caller>> &rows,
                                                     const QString &source,
                                                     const PersonalActor &by) = 0;

    /** Ids of the households of a grid, for those who may open them there. */
    [[nodiscard]] virtual Result<QStringList> householdsIn(const QString &grid) = 0;
    [[nodiscard]] virtual Result<Household>
    openHousehold(const QString &id, Purpose purpose, const PersonalActor &by) = 0;
    /** Adds or replaces. InvalidInput for an unknown grid, or another one than before. */
    [[nodiscard]] virtual Result<void> writeHousehold(const Household &household,
                                                      const PersonalActor &by) = 0;
    [[nodiscard]] virtual Result<void> eraseHousehold(const QString &id,
                                                      const PersonalActor &by) = 0;
    /** All of them or none; one entry in the audit log. */
    [[nodiscard]] virtual Result<void> importHouseholds(const QList<Household> &rows,
                                                        const QString &file,
                                                        const PersonalActor &by) = 0;

    /** As it may be told beside the other grids of its community. */
    [[nodiscard]] virtual Result<HouseholdCount> countHouseholds(const QString &grid) = 0;
    [[nodiscard]] virtual Result<CommunityHouseholds> countCommunity(const QString &community) = 0;

    /** No count below this is told: kSmallestCell or more. */
    [[nodiscard]] virtual Result<int> smallestCell() = 0;
    /** Needs "store:change". InvalidInput below kSmallestCell. */
    [[nodiscard]] virtual Result<void> setSmallestCell(int smallest, const PersonalActor &by) = 0;

    /**
     * Erases the callers of cases that ended (archived, void, refused) and were not touched since
     * before `endedBefore`; says how many. Needs "store:change". Nothing of them is left in the
     * file.
     */
    [[nodiscard]] virtual Result<qint64> purgeCallers(Instant endedBefore,
                                                      const PersonalActor &by) = 0;
};

} // namespace gridward
