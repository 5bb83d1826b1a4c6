// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/lifecycle.h"
#include "models/service/simulation/casedrafter.h"
#include "models/service/simulation/casetelling.h"
#include "models/service/simulation/democast.h"
#include "models/store/casestore.h"

#include <QList>
#include <QString>

#include <optional>
#include <vector>

namespace gridward {

/**
 * Tells how a case went on: which steps, when, by whom. Steps follow the life cycle; the one who
 * dispatched or handled a case never checks, reworks or closes it. Keeps scratch space: one thread.
 */
class CaseHistorian
{
public:
    /** All outlive it. */
    CaseHistorian(const SimulationData &data, const CaseDrafter &drafter, const DemoCast &cast);

    /** All steps; the last state is open or not as asked, and none is later than `at`. */
    [[nodiscard]] QList<CaseStep>
    write(const CaseDraft &draft, bool open, Instant at, RandomStream &random);

    /** The first step alone: a fresh report. */
    [[nodiscard]] CaseStep report(const CaseDraft &draft, RandomStream &random) const;

private:
    enum class Stage { Accept, Verify, File, Dispatch, AcceptUnit, Feedback, Check, Close };
    static constexpr std::size_t kStages = 8;

    /** A step before anybody's name is on it. */
    struct Planned
    {
        CaseAction action = CaseAction::Report;
        CaseState to = CaseState::Reported;
        double wait = 0.0;    ///< milliseconds since the step before
        double counted = 0.0; ///< of the handling limit's time since the dispatch: see schedule()
        bool working = false;
        bool sinceDispatch = false; ///< `wait` counts from the dispatch
        Instant notBefore;
        Instant at;
    };
    /** How a case ends. */
    enum class Ending { Open, Closed, Refused, Void, VoidAfterFiling };
    struct Task
    {
        const CaseDraft *draft = nullptr;
        Instant at;
        Ending ending = Ending::Closed;
        CaseState target = CaseState::Closed; ///< of an open case
        double limit = 0.0;                   ///< milliseconds
        bool urgent = false;
        bool inTime = false; ///< the unit keeps its limit
        Instant filedNotBefore;
    };
    /** The users of one case. */
    struct Cast
    {
        QString filer;
        QString dispatcher;
        QString checker;
        QString verifier;
    };
    /** What a case may go through beside its plan. */
    struct Turns
    {
        bool extends = false;
        double askAfter = 0.6; ///< part of the time until the deadline
        bool suspends = false;
        bool callsBack = false;
        bool requestsWait = false; ///< what is asked for shortly before the end is not decided on
    };
    using Unit = DemoCast::Unit;

    void addRates(const SimulationData &data);
    [[nodiscard]] Ending pickEnding(double ageHours, RandomStream &random) const;
    [[nodiscard]] CaseState
    pickState(const CaseDraft &draft, double age, double limit, RandomStream &random) const;
    void prepareOpen(Task &task, RandomStream &random) const;
    void plan(const Task &task, RandomStream &random);
    [[nodiscard]] bool planIntake(const Task &task, RandomStream &random);
    [[nodiscard]] bool planUnit(const Task &task, RandomStream &random);
    [[nodiscard]] bool planCheck(const Task &task, RandomStream &random);
    void push(CaseAction action, CaseState to, double wait, bool working = false);
    /** Adds a step; false if an open case has come to where it stands. */
    [[nodiscard]] bool
    go(const Task &task, CaseAction action, CaseState to, double wait, bool working = false);
    void schedule(const Task &task, RandomStream &random);
    [[nodiscard]] QList<CaseStep> tell(const Task &task, RandomStream &random) const;
    void extend(CaseTelling &telling,
                const Turns &turns,
                const Actor &handler,
                const Actor &dispatcher,
                Instant until,
                RandomStream &random) const;
    void
    suspend(CaseTelling &telling, const Task &task, const Actor &actor, RandomStream &random) const;
    /** Of an open case what the supervising axis has in hand: somebody sent, something to answer.
     */
    void supervise(CaseTelling &telling,
                   const Task &task,
                   const Actor &collector,
                   const Actor &checker,
                   const Actor &handler,
                   RandomStream &random) const;
    void callBack(CaseTelling &telling,
                  const Task &task,
                  const Actor &actor,
                  RandomStream &random) const;
    [[nodiscard]] StepRequest requestFor(const Planned &planned,
                                         const CaseDraft &draft,
                                         const Unit &unit,
                                         RandomStream &random) const;
    [[nodiscard]] QString actorFor(const Planned &planned,
                                   const CaseDraft &draft,
                                   const Unit &unit,
                                   const Cast &cast) const;
    [[nodiscard]] Actor actor(const QString &user) const { return mCast.actor(user); }
    [[nodiscard]] QString reporter(const CaseDraft &draft, RandomStream &random) const;
    [[nodiscard]] double stage(Stage stage, RandomStream &random) const;
    [[nodiscard]] double handlingRatio(RandomStream &random) const;
    [[nodiscard]] const Unit &unitOf(const CaseDraft &draft, bool other) const;

    const CaseDrafter &mDrafter;
    const DemoCast &mCast;
    std::array<StageTime, kStages> mStages;
    std::vector<std::pair<double, double>> mRatios;
    double mRefused = 0.0;
    double mVoid = 0.0;
    double mDuplicate = 0.0;
    double mReturn = 0.0;
    double mRework = 0.0;
    double mReopened = 0.0;
    Rules mRules;
    std::vector<Planned> mPlan;
};

} // namespace gridward
