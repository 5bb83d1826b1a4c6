// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/districtport.h"

#include <QObject>
#include <QTimer>

namespace gridward {

/** One step of a run: of which case, and what is asked of it. */
struct StepOrder
{
    CaseId id;
    QString number;
    ActionRequest request; ///< with the version that it was decided on
    /** Filing without naming a condition: only where the class has no second one. */
    bool soleStandard = false;
};

/** How a step of a run went. */
struct StepOutcome
{
    StepOrder order;
    std::optional<Case> after;  ///< as it stands after the step
    std::optional<Error> error; ///< why there was none
    /** After a Conflict: the case as others left it, to decide anew. */
    std::optional<CaseFile> now;
};

/**
 * Takes several steps one after the other, each of its own: one that somebody else was first at
 * keeps none of the others back. One run at a time, in the name of whoever began it. GUI thread.
 */
class StepRunner final : public QObject
{
    Q_OBJECT
public:
    /** The port outlives it. */
    explicit StepRunner(DistrictPort &district, QObject *parent = nullptr);

    /** False if one is running. */
    bool start(const QList<StepOrder> &orders);
    /** The step on its way is still taken; those behind it are not. */
    void stop() { mStopped = true; }
    [[nodiscard]] bool isRunning() const { return mRunning; }
    /** Another user sat down since the run began: it stopped, and is none of theirs. */
    [[nodiscard]] bool isAbandoned() const { return mAbandoned; }
    [[nodiscard]] int total() const { return static_cast<int>(mOrders.size()); }
    [[nodiscard]] int done() const { return static_cast<int>(mOutcomes.size()); }
    [[nodiscard]] const QList<StepOutcome> &outcomes() const { return mOutcomes; }

signals:
    void progressed(int done, int total);
    /** outcomes() has all that were tried. */
    void finished();

private:
    void next();
    void prepare(const StepOrder &order);
    void send(const StepOrder &order);
    void take(const StepOrder &order, const Result<Case> &outcome);
    void put(const StepOutcome &outcome);

    DistrictPort &mDistrict;
    QList<StepOrder> mOrders;
    QList<StepOutcome> mOutcomes;
    QString mUser; ///< who began the run
    bool mRunning = false;
    bool mStopped = false;
    bool mAbandoned = false;
};

/** The last step that somebody took here, or a run of them: what can be taken back as one. */
struct OwnSteps
{
    struct One
    {
        CaseId id;
        QString number;
        int version = 0; ///< after the step
    };
    int id = 0; ///< told apart by it; 0: not remembered yet
    CaseAction action = CaseAction::File;
    QString what; ///< in words: "Dispatch → …"
    QList<One> steps;

    [[nodiscard]] bool isEmpty() const { return steps.isEmpty(); }
};

/** The steps that take those back, last first. */
[[nodiscard]] QList<StepOrder> withdrawals(const OwnSteps &own);
/** Those that may still be taken back after that attempt: it did not come to them, or the store did
 * not answer. */
[[nodiscard]] OwnSteps leftToWithdraw(const OwnSteps &own, const QList<StepOutcome> &outcomes);

} // namespace gridward
