// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/rulekeeper.h"
#include "models/service/simulation/casesimulator.h"
#include "models/store/store.h"

#include <QHash>
#include <QUuid>

#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace gridward {

/**
 * Takes the open cases of a demo on, as its people would: verified, filed, sent, handled, checked,
 * closed, each by the rules that real steps follow, and each case for about as long as those of the
 * demo itself were open, so that about as many stay open as there were. What others did to a case
 * meanwhile is looked at first. The same store, seed and moment give the same steps. One thread,
 * that of the store.
 */
class CasePlayer
{
public:
    /** All outlive it. */
    CasePlayer(Store &store,
               const SimulationData &data,
               const DemoDistrict &district,
               const CaseSimulator &simulator);

    /** Takes on all that is open, and takes it that as much is to stay so. */
    [[nodiscard]] Result<void> begin(Instant now);
    /** Takes on a case that was just reported. */
    void add(const Case &subject, Instant now);
    /** When the next thing happens; nothing while no case is open. */
    [[nodiscard]] std::optional<Instant> nextAt() const;
    /** Does what is due next, of one case: as many steps of it as are. In a transaction. */
    [[nodiscard]] Result<void> playNext();

    /** All that it knows of the cases: to be put back where a transaction failed. */
    struct State
    {
        struct Life
        {
            Instant end;       ///< when it is to be closed
            Instant ownAt;     ///< when somebody takes the next step
            Instant wakeAt;    ///< that, or when something happens by itself before
            int refused = 0;   ///< steps in a row that the rules refused
            bool ends = false; ///< it is refused or void, not handled
        };
        QHash<QUuid, Life> lives;
        std::set<std::pair<Instant, QUuid>> queue;
    };
    [[nodiscard]] const State &state() const { return mState; }
    void restore(const State &state) { mState = state; }

private:
    using Life = State::Life;
    /** A step and who takes it. */
    struct Move
    {
        StepRequest request;
        QString user;
    };

    [[nodiscard]] Result<void> play(const CaseRecord &record, Life &life, Instant at);
    void
    takeOwn(CaseTelling &telling, Life &life, Instant at, const Rules &rules, RandomStream &random);
    [[nodiscard]] Result<void> write(const CaseRecord &before, const QList<CaseStep> &steps);
    [[nodiscard]] std::optional<Move>
    moveFor(const CaseRecord &record, const Life &life, const Rules &rules, RandomStream &random);
    [[nodiscard]] Move beforeFiling(const Case &subject,
                                    const Life &life,
                                    const Rules &rules,
                                    bool isVerified,
                                    RandomStream &random) const;
    [[nodiscard]] Move atUnit(const Case &subject, int grid, RandomStream &random) const;
    [[nodiscard]] Move checking(const Case &subject, RandomStream &random) const;
    [[nodiscard]] Instant
    ownMomentAfter(const Case &subject, const Life &life, Instant at, RandomStream &random) const;
    /** By how much longer new cases stay than those of the demo did. */
    [[nodiscard]] double patience() const;
    void put(const QUuid &id, const Life &life);
    void drop(const QUuid &id);
    [[nodiscard]] int gridOf(const Case &subject) const;
    [[nodiscard]] int standardOf(const Case &subject) const;
    [[nodiscard]] QString
    oneFor(const Case &subject, QStringView part, const QStringList &users) const;
    [[nodiscard]] RandomStream streamOf(const Case &subject, QStringView part, qint64 number) const;

    Store &mStore;
    const DemoDistrict &mDistrict;
    const CaseDrafter &mDrafter;
    const DemoCast &mCast;
    const CaseSimulator &mSimulator;
    double mScale = 24.0; ///< hours: how slowly cases are closed, see survival()
    double mRefused;
    double mReturn;
    double mRework;
    int mWanted = 0; ///< open cases
    RuleKeeper mRules;
    QHash<QString, int> mGrids;     ///< place by code
    QHash<QString, int> mStandards; ///< place of the first one of a class
    State mState;
};

} // namespace gridward
