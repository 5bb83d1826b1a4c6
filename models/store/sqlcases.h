// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/caserows.h"
#include "models/store/casestore.h"
#include "models/store/sqlconnection.h"
#include "models/store/store.h"
#include "models/store/storeguard.h"

#include <QHash>

namespace gridward {

/** The cases of a GeoPackageStore. Thread: as Store. */
class SqlCases final : public CaseStore
{
public:
    /** All of them outlive it. */
    SqlCases(SqlConnection &connection, const StoreInfo &info, StoreGuard &guard)
        : mConnection(connection)
        , mInfo(info)
        , mGuard(guard)
    {
    }

    [[nodiscard]] Result<Case> add(const CaseId &id, const CaseStep &report) override;
    [[nodiscard]] Result<Case>
    append(const CaseId &id, int expectedVersion, const CaseStep &step) override;
    [[nodiscard]] Result<Case> find(const CaseId &id) override;
    [[nodiscard]] Result<QList<Case>> findThose(const QList<CaseId> &ids) override;
    [[nodiscard]] Result<CaseRecord> record(const CaseId &id) override;
    [[nodiscard]] Result<Case> findNumber(const QString &number) override;
    [[nodiscard]] Result<QList<Case>> list(const CaseQuery &query) override;
    [[nodiscard]] Result<QList<CaseEvent>> events(const CaseId &id) override;
    [[nodiscard]] Result<QList<Attachment>> attachments(const CaseId &id) override;
    [[nodiscard]] Result<void>
    visitAll(const std::function<bool(const Case &, const QList<CaseEvent> &)> &visit) override;
    [[nodiscard]] Result<void> visitRecords(
        const std::function<bool(const CaseRecord &, const QList<CaseEvent> &)> &visit) override;
    Result<void> visitPlaces(const CasePlaceQuery &query,
                             const std::function<bool(const CasePlace &)> &visit) override;
    Result<qint64> countRegistered(Instant from, Instant to) override;
    Result<QList<int>>
    registeredPer(std::chrono::milliseconds length, Instant from, Instant to) override;
    Result<void> visitEvaluated(const EvaluatedQuery &query,
                                const std::function<bool(const EvaluatedCase &)> &visit) override;
    Result<CaseMilestones> milestones(const CaseId &id) override;
    Result<QList<Case>> withNumber(const QString &beginning, int limit) override;
    [[nodiscard]] Result<QList<CaseId>> due(Instant now, int limit) override;
    [[nodiscard]] Result<PressingCases> pressing(qint64 behind, int limit) override;
    [[nodiscard]] Result<QList<Case>> childrenOf(const CaseId &id) override;
    [[nodiscard]] Result<QList<Case>> bundledWith(const CaseId &id) override;
    [[nodiscard]] Result<std::unique_ptr<CaseBatch>> beginBatch() override;
    [[nodiscard]] Result<QHash<QString, int>> openByUnit() override;
    [[nodiscard]] Result<QHash<QString, int>> openByPerson(const QStringList &people) override;
    [[nodiscard]] Result<CaseNews> changesAfter(const LogPosition &position, int most) override;
    [[nodiscard]] Result<QList<LatestEvent>>
    latestEvents(int limit, const std::optional<Instant> &at) override;
    [[nodiscard]] Result<LogPosition> lastPosition() override;

private:
    friend class SqlCaseBatch;

    struct StoredCase
    {
        CaseRecord record;
        qint64 row = 0;
        QByteArray head;
    };

    [[nodiscard]] Result<StoredCase> read(const CaseId &id);
    /** A case that is read now stays as it is until the transaction ends, as in a file everything
     * does: what is decided about it must still be true when it is written. */
    [[nodiscard]] bool isHeld() const
    {
        return mConnection.isServer() && mConnection.isInTransaction();
    }
    [[nodiscard]] Result<CaseNews> tooMuch();
    [[nodiscard]] Result<CaseNews> serverChangesAfter(const LogPosition &position, int most);
    /** Refused if the user for whom the store works may not see the case. */
    [[nodiscard]] Result<void> checkSeen(const CaseId &id);
    /** Without those that the user may not see. */
    [[nodiscard]] Result<QList<Case>> seenOf(const QList<Case> &cases);
    /** Refused if the axes would no longer be separate: what the guard of the file says too. */
    [[nodiscard]] Result<void> judge(const Case &subject, const CaseEvent &event);
    /** The row has caseColumns(), the row number and what more the visitor reads (", …"); of all
     * cases that the user may see. */
    [[nodiscard]] Result<void>
    visitRows(const QString &more,
              const std::function<bool(const SqlStatement &, const QList<CaseEvent> &)> &visit);
    /** The lowest row number that a query may ask for. */
    [[nodiscard]] Result<qint64> firstBehind(const EvaluatedQuery &query);
    [[nodiscard]] Result<QList<Case>> namedBy(const QString &sql, const CaseId &id);
    [[nodiscard]] Result<bool> hasFewOverdue(const CaseQuery &query, Instant at);
    [[nodiscard]] Result<QString> nextNumber(Instant registered);
    [[nodiscard]] Result<QString> nextNumberOf(const QString &day);
    /** That a case brought a number of its own: those that follow go on behind it. */
    [[nodiscard]] Result<void> noteNumber(const QString &number);
    [[nodiscard]] Result<QString> lastNumber(const QString &day, qsizetype digits);
    [[nodiscard]] static QString numberAfter(const QString &number);
    [[nodiscard]] Result<qint64> freeRow(qint64 wanted);
    /** The unit that a case is open at; empty if it is at none, or not open. */
    [[nodiscard]] static QString openAt(const Case &subject);
    /** Notes that so many more cases are open at a unit; nothing if it is none. */
    /** One open case less at the one, one more at the other; an empty unit is none. */
    [[nodiscard]] Result<void> moveOpen(const QString &from, const QString &to);
    [[nodiscard]] Result<void> countOpen(const QString &unit, int more);
    [[nodiscard]] Result<void> insertRow(const PreparedCase &prepared, qint64 row);
    /** Refused if the axes would no longer be apart; `number` is that of the case, for the words.
     */
    [[nodiscard]] Result<void>
    insertEvent(qint64 row, const CaseEvent &event, const QString &number);
    [[nodiscard]] Result<void>
    insertAttachments(qint64 row, int sequence, const QList<Attachment> &attachments);
    /** Notes the milestones of a case behind this event, which is written already. */
    [[nodiscard]] Result<void> noteMilestones(qint64 row,
                                              const Case &before,
                                              const Case &after,
                                              const CaseEvent &event,
                                              const QJsonObject &facts);
    [[nodiscard]] Result<void>
    updateRow(const CaseRecord &record, const QByteArray &head, qint64 row, int expectedVersion);

    SqlConnection &mConnection;
    const StoreInfo &mInfo;
    StoreGuard &mGuard;
    bool mIsGuarded = true; ///< false while a batch has lifted the guard of the axes
    LocalDays mDays;
};

} // namespace gridward
