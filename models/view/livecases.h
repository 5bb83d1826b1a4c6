// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/view/caseindex.h"

#include <QHash>
#include <QList>
#include <QObject>

#include <array>
#include <map>

namespace gridward {

/** How many cases are open, and how many of them are what. */
struct CaseCounts
{
    int open = 0;
    int overdue = 0;
    int urgent = 0; ///< orange and red
    std::array<int, 4> byLevel{};
    int waitingForCheck = 0; ///< handed back and not yet checked

    bool operator==(const CaseCounts &) const = default;
};

/**
 * The open cases as they stand now, the same for every screen: filled by app from the store, kept
 * up by its changes. Values only; counting costs nothing that grows with the number of cases, and
 * as much as has become overdue since it was last done. GUI thread.
 */
class LiveCases final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /** Everything anew; cases that are not open are left out. */
    void reset(const QList<Case> &cases);
    /**
     * All that is open, read again: told as the changes that it is, so that whatever was chosen
     * somewhere stays chosen. Everything anew where there was nothing.
     */
    void renew(const QList<Case> &cases);
    /** These cases as they stand now: those that ended leave. */
    void update(const QList<Case> &cases);

    [[nodiscard]] const QHash<QUuid, Case> &all() const { return mCases; }
    /** Null for a case that is not open. */
    [[nodiscard]] const Case *find(const CaseId &id) const;
    [[nodiscard]] CaseCounts counts(Instant now) const;
    /** The same cases by what queues filter and sort them by. */
    [[nodiscard]] const CaseIndex &index() const { return mIndex; }
    /** How many ends of clocks counts() has looked at so far: for tests. */
    [[nodiscard]] qint64 endsVisited() const { return mEndsVisited; }

signals:
    void wasReset();
    /** As given to update(): those open now, changed or new, and those that ended. */
    void changed(const QList<gridward::Case> &cases);

private:
    void count(const Case &subject, int step);

    QHash<QUuid, Case> mCases;
    CaseIndex mIndex;
    CaseCounts mCounts;              ///< overdue is left 0
    std::map<Instant, int> mRunning; ///< ends of clocks that still run
    int mLate = 0;                   ///< handed back too late: they stay so
    mutable Instant mCountedAt;      ///< for which counts() was last asked
    mutable int mPassed = 0;         ///< running clocks that ended before that
    mutable qint64 mEndsVisited = 0;
};

} // namespace gridward
