// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/audit.h"
#include "models/domain/permission.h"
#include "models/store/personalstore.h"
#include "models/store/sqlaccess.h"

namespace gridward {

/** The callers and households of a GeoPackageStore. Thread: as Store. */
class SqlPersonal final : public PersonalStore
{
public:
    /** All of them outlive it. */
    SqlPersonal(SqlConnection &connection, Store &store, StoreGuard &guard, NoteChange note);

    [[nodiscard]] Result<bool> hasCaller(const CaseId &id) override;
    [[nodiscard]] Result<Caller>
    openCaller(const CaseId &id, Purpose purpose, const PersonalActor &by) override;
    [[nodiscard]] Result<void>
    writeCaller(const CaseId &id, const Caller &caller, const PersonalActor &by) override;
    [[nodiscard]] Result<void> importCallers(const QList<std::pair<CaseId, Caller>> &rows,
                                             const QString &source,
                                             const PersonalActor &by) override;
    [[nodiscard]] Result<QStringList> householdsIn(const QString &grid) override;
    [[nodiscard]] Result<Household>
    openHousehold(const QString &id, Purpose purpose, const PersonalActor &by) override;
    [[nodiscard]] Result<void> writeHousehold(const Household &household,
                                              const PersonalActor &by) override;
    [[nodiscard]] Result<void> eraseHousehold(const QString &id, const PersonalActor &by) override;
    [[nodiscard]] Result<void> importHouseholds(const QList<Household> &rows,
                                                const QString &file,
                                                const PersonalActor &by) override;
    [[nodiscard]] Result<HouseholdCount> countHouseholds(const QString &grid) override;
    [[nodiscard]] Result<CommunityHouseholds> countCommunity(const QString &community) override;
    [[nodiscard]] Result<int> smallestCell() override;
    [[nodiscard]] Result<void> setSmallestCell(int smallest, const PersonalActor &by) override;
    [[nodiscard]] Result<qint64> purgeCallers(Instant endedBefore,
                                              const PersonalActor &by) override;

private:
    struct Found
    {
        Case subject;
        Spot spot;
    };
    [[nodiscard]] Result<void> sweepServer();
    [[nodiscard]] Result<void> waitForReaders();
    /** The case, if the acting user may see it. */
    [[nodiscard]] Result<QString> gridOfHousehold(const QString &id, const QString &unknown);
    /** Refused for whoever may neither open what is masked nor see statistics there. */
    [[nodiscard]] Result<void> mayCount(const QString &area);
    [[nodiscard]] Result<Found> find(const CaseId &id);
    [[nodiscard]] Result<void> append(AuditKind kind,
                                      const QString &subject,
                                      const QJsonObject &facts,
                                      const PersonalActor &by);
    [[nodiscard]] Result<void> putCaller(const CaseId &id, const Caller &caller);
    [[nodiscard]] Result<void> put(const Household &household);
    [[nodiscard]] Result<QString> gridOf(const QString &household);
    [[nodiscard]] Result<SqlStatement> prepareGrid();
    [[nodiscard]] Result<qint64> purgeInFile(Instant endedBefore);
    [[nodiscard]] Result<qint64> purgeOnServer(Instant endedBefore);
    [[nodiscard]] Result<QList<std::pair<QString, int>>> countGrids(const QString &community);
    [[nodiscard]] Result<int> countNeed(const QString &grid, ServiceNeed need);

    SqlConnection &mConnection;
    Store &mStore;
    StoreGuard &mGuard;
    NoteChange mNote;
};

} // namespace gridward
