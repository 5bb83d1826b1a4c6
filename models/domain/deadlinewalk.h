// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clockfacts.h"
#include "models/domain/deadline.h"
#include "models/domain/stageledger.h"
#include "models/domain/stretchline.h"

#include <QHash>
#include <QStringList>

#include <array>
#include <optional>

namespace gridward {

/**
 * Walks over the events of a case and keeps its clocks, one ledger a stage. Knows nothing of how
 * the life cycle wrote the deadlines: of those it only says where they are others than its own.
 * Lives for one explanation.
 */
class DeadlineWalk
{
public:
    DeadlineWalk(const RuleLibrary &library, bool withDays);

    /** The next event; what is wrong if it cannot be the next one. */
    [[nodiscard]] std::optional<Error> take(const CaseEvent &event);
    /** A step that was taken back, or its taking back: to the clocks neither of them was. */
    [[nodiscard]] std::optional<Error> skip(const CaseEvent &event);
    /** Lets time pass up to the moment that is asked about. To be called last. */
    [[nodiscard]] DeadlineExplanation explain(Instant at);

private:
    /** What an event means to the clocks. */
    struct Turn
    {
        const CaseEvent &event;
        const ClockFacts &facts;
        std::optional<Stage> from;
        std::optional<Stage> to;
        bool pauses = false;
        bool resumes = false;
        bool shares = false;
        bool extends = false;
        bool isFresh = false;
        [[nodiscard]] bool moves() const { return from != to; }
        [[nodiscard]] bool begins() const { return moves() || isFresh; }
        [[nodiscard]] bool turns() const
        {
            return begins() || pauses || resumes || shares || extends;
        }
    };

    void pass(Instant to, bool resumes);
    void passPlainly(Instant to);
    void endPause(Instant at);
    [[nodiscard]] std::optional<Error> takeRules(const ClockFacts &facts);
    [[nodiscard]] std::optional<Error> lookUpCalendar(const QString &key);
    void takeWords(const CaseEvent &event, const ClockFacts &facts);
    void takeRow(const ClockFacts &facts);
    [[nodiscard]] Turn turnOf(const CaseEvent &event, const ClockFacts &facts);
    [[nodiscard]] bool isAnotherUnit(const Turn &turn) const;
    [[nodiscard]] bool beginsAnew(const Turn &turn);
    [[nodiscard]] std::optional<Limit> limitByRules(const Turn &turn) const;
    [[nodiscard]] bool fitsRules(const Turn &turn, const std::optional<Limit> &limit) const;
    void applyRules(const Turn &turn);
    void applyTold(const Turn &turn);
    /** What is left of the stage that stops, if one does. */
    std::optional<std::chrono::milliseconds> leave(const Turn &turn);
    void enter(const Turn &turn);
    void begin(const Turn &turn);
    void reopen(const Turn &turn);
    void followStage(const Turn &turn);
    void note(DeadlineChange::Kind kind, Stage stage, const Turn &turn);
    void compare(const Turn &turn, bool handlingChanged);
    void disagree(int event, const char *fact, const QString &told, const QString &counted);
    void fillCalendar(DeadlineExplanation &explanation) const;
    void fillAccounts(DeadlineExplanation &explanation) const;
    [[nodiscard]] bool isRunning() const { return mStage && !mIsPaused; }
    [[nodiscard]] StageLedger &ledger(Stage stage)
    {
        return mLedgers[static_cast<std::size_t>(stage)];
    }
    [[nodiscard]] const StageLedger &ledger(Stage stage) const
    {
        return mLedgers[static_cast<std::size_t>(stage)];
    }

    const RuleLibrary &mLibrary;
    std::array<StageLedger, kStageCount> mLedgers;
    StretchLine mLine;
    QList<DeadlineChange> mChanges;
    QStringList mDisagreements;

    int mVersion = 0;
    CaseState mState = CaseState::Registered;
    std::optional<Stage> mStage;
    bool mIsPaused = false;
    std::optional<Instant> mPausedUntil;
    int mPauseEvent = 0;
    Instant mEndedAt;
    int mEndEvent = 0;
    Instant mNow;
    std::optional<Instant> mHandlingDue;
    std::optional<Instant> mOverdueSince;
    int mExtensions = 0;

    int mRules = 0;
    RuleBook mBook;
    CalendarPointer mCalendar; ///< in force
    CalendarPointer mCounting; ///< that counted the last deadline
    QHash<QString, CalendarPointer> mCalendars;

    std::optional<Instant> mToldHandlingDue; ///< as the events leave the row
    std::optional<Instant> mToldStageDue;

    QString mNumber;
    QString mUnit;
    QString mLastUnit;
    QString mBundle;
    bool mIsExempt = false;
    QList<AppliedCondition> mConditions;
};

} // namespace gridward
