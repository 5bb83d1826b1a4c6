// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/sqlcases.h"

#include <QSet>

#include <future>

namespace gridward {

/**
 * Writes histories in one transaction. What is given is folded, chained and judged on a thread
 * beside while the caller's thread writes what was prepared before.
 */
class SqlCaseBatch final : public CaseBatch
{
public:
    ~SqlCaseBatch() override;

    [[nodiscard]] static Result<std::unique_ptr<SqlCaseBatch>>
    begin(SqlConnection &connection, const StoreInfo &info, SqlCases &cases);

    [[nodiscard]] Result<bool> add(const CaseId &id, const QList<CaseStep> &steps) override;
    [[nodiscard]] Result<void> commit() override;

private:
    struct History
    {
        CaseId id;
        QList<CaseStep> steps;
        QString number;
    };
    using Prepared = std::vector<Result<PreparedCase>>;

    SqlCaseBatch(SqlConnection &connection, const StoreInfo &info, SqlCases &cases);

    [[nodiscard]] Result<void> liftGuard();
    [[nodiscard]] Result<bool> isKnown(const CaseStep &first);
    [[nodiscard]] Result<QString> numberFor(Instant registered);
    [[nodiscard]] Result<bool> hasSource(const QString &source);
    [[nodiscard]] Result<qint64> rowFor(const CaseId &id);
    [[nodiscard]] Result<void> handOver();

    SqlConnection &mConnection;
    const StoreInfo &mInfo;
    SqlCases &mCases;
    QString mGuard; ///< the statement that puts the guard of the axes back
    LocalDays mDays;
    QHash<QString, QString> mLastNumbers; ///< by day
    QSet<QByteArray> mExternal;           ///< hashes of source and number, of this batch
    QHash<QString, bool> mHasSource;      ///< was there a case of this source before the batch
    QSet<qint64> mRows;                   ///< row numbers given in this batch
    PeopleBehind mPeople;                 ///< when the batch began
    qint64 mLastRow = 0;                  ///< highest row number before the batch
    bool mBringsNumbers = false;          ///< a case had a number of its own
    QHash<QString, int> mOpenAt;          ///< open cases of each unit; noted at the end
    std::vector<History> mWaiting;
    std::future<Prepared> mPreparing;
    bool mOpen = true;
};

} // namespace gridward
