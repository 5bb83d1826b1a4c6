// SPDX-License-Identifier: GPL-3.0-or-later
// What a single event does to the clocks.
#include "models/domain/deadlinewalk.h"
#include "models/domain/lifecycle.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

using std::chrono::milliseconds;
using Kind = DeadlineChange::Kind;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Deadline)
};

const QString kNothing = u"–"_s;

QString textOf(const std::optional<Instant> &moment)
{
    return moment ? toIsoText(*moment) : kNothing;
}

QString textOf(const std::optional<Limit> &limit)
{
    return limit ? toText(*limit) : kNothing;
}

QString textOf(const std::optional<milliseconds> &time)
{
    return time ? QString::number(time->count()) : kNothing;
}

} // namespace

DeadlineWalk::Turn DeadlineWalk::turnOf(const CaseEvent &event, const ClockFacts &facts)
{
    Turn turn{event, facts, mStage, stageOf(event.to)};
    const bool wasSuspended = mVersion > 0 && mState == CaseState::Suspended;
    turn.pauses = event.to == CaseState::Suspended && !wasSuspended;
    turn.resumes = wasSuspended && event.to != CaseState::Suspended;
    if (mRules > 0) {
        const bool isExtension = event.action == CaseAction::Extend;
        const bool follows = !facts.follows.isEmpty() ||
                             (isExtension && facts.request.isEmpty() && !mBundle.isEmpty());
        turn.shares = follows && turn.to == Stage::Handle && facts.handlingDue.value.has_value();
        turn.extends = isExtension && facts.request == "granted"_L1 && !turn.shares;
        turn.isFresh = beginsAnew(turn);
    }
    return turn;
}

bool DeadlineWalk::isAnotherUnit(const Turn &turn) const
{
    return !ledger(*turn.to).kept || mUnit != mLastUnit;
}

/** Whether the stage begins with its whole limit: by the rules, or because the event says so. */
bool DeadlineWalk::beginsAnew(const Turn &turn)
{
    if (!turn.to) {
        return false;
    }
    bool expected = turn.event.action == CaseAction::Transfer;
    if (turn.moves()) {
        const bool isDispatch =
            *turn.to == Stage::Handle && turn.event.action == CaseAction::Dispatch;
        expected = turn.event.action == CaseAction::Reopen || !ledger(*turn.to).kept ||
                   (isDispatch && (turn.shares || isAnotherUnit(turn)));
    }
    const std::optional<Limit> byRules = expected ? limitByRules(turn) : std::nullopt;
    const std::optional<Limit> &told = turn.facts.limit;
    if (told != byRules && (!told || !byRules || !fitsRules(turn, byRules))) {
        disagree(turn.event.sequence, fact::kLimit, textOf(told), textOf(byRules));
    }
    return expected || told;
}

std::optional<Limit> DeadlineWalk::limitByRules(const Turn &turn) const
{
    const CaseAction action = turn.event.action;
    if (*turn.to != Stage::Handle) {
        return mBook.stageLimit(*turn.to);
    }
    const bool isSent = action == CaseAction::Dispatch || action == CaseAction::Transfer;
    if (!isSent || (action == CaseAction::Dispatch && !isAnotherUnit(turn))) {
        return ledger(Stage::Handle).limit; // nobody new: it begins anew as it was
    }
    std::optional<Limit> shortest;
    for (const AppliedCondition &condition : mConditions) {
        if (!shortest || mCalendar->calendar.deadline(turn.event.at, condition.limit) <
                             mCalendar->calendar.deadline(turn.event.at, *shortest)) {
            shortest = condition.limit;
        }
    }
    if (!shortest) {
        shortest = mBook.stageLimit(Stage::Handle);
    }
    constexpr Limit kWithoutAnyRule{5, LimitUnit::WorkingDay};
    return shortest.value_or(kWithoutAnyRule);
}

/** Two limits of the same length are the same: it does not matter which of them was named. */
bool DeadlineWalk::fitsRules(const Turn &turn, const std::optional<Limit> &limit) const
{
    const WorkingCalendar &calendar = mCalendar->calendar;
    return calendar.deadline(turn.event.at, *turn.facts.limit) ==
           calendar.deadline(turn.event.at, *limit);
}

void DeadlineWalk::applyRules(const Turn &turn)
{
    const std::optional<Instant> handlingDueBefore = mHandlingDue;
    const std::optional<milliseconds> left = leave(turn);
    if (turn.facts.left != left) {
        disagree(turn.event.sequence, fact::kLeft, textOf(turn.facts.left), textOf(left));
    }
    if (turn.turns() && turn.to) {
        if (!turn.from && mVersion > 0) {
            reopen(turn);
        }
        enter(turn);
        if (*turn.to == Stage::Handle) {
            mHandlingDue = ledger(Stage::Handle).due;
        } else if (*turn.to != Stage::Check) {
            mHandlingDue.reset(); // whoever waits to be sent to a unit has no handling deadline
        }
        if (ledger(*turn.to).due) {
            mCounting = mCalendar;
        }
    }
    followStage(turn);
    compare(turn, mHandlingDue != handlingDueBefore);
}

/** Cases from before there were rules: what the events tell of is all that there is. */
void DeadlineWalk::applyTold(const Turn &turn)
{
    if (turn.from && !mIsPaused && (turn.moves() || turn.pauses)) {
        StageLedger &clock = ledger(*turn.from);
        clock.leftAtStop = clock.left(turn.event.at);
        if (turn.moves()) {
            note(Kind::Ended, *turn.from, turn);
        }
    }
    const bool isNews = mHandlingDue != mToldHandlingDue;
    mHandlingDue = mToldHandlingDue;
    if (turn.to) {
        if (!turn.from && mVersion > 0) {
            reopen(turn);
        }
        StageLedger &clock = ledger(*turn.to);
        const bool isFirst = !clock.ran;
        clock.ran = true;
        if (*turn.to == Stage::Handle && (isNews || turn.moves() || turn.resumes)) {
            clock.follow(mHandlingDue, turn.event.at);
        }
        if (turn.moves()) {
            const bool isReturn = turn.event.action == CaseAction::Return;
            note(isReturn ? Kind::Returned : isFirst ? Kind::Began : Kind::WentOn, *turn.to, turn);
        } else if (turn.pauses) {
            note(Kind::Suspended, *turn.to, turn);
        } else if (turn.resumes && mIsPaused) {
            note(Kind::Resumed, *turn.to, turn);
        } else if (isNews && *turn.to == Stage::Handle) {
            const bool isExtension = turn.event.action == CaseAction::Extend;
            note(isExtension ? Kind::Extended : Kind::Shared, *turn.to, turn);
        }
    }
    followStage(turn);
}

std::optional<milliseconds> DeadlineWalk::leave(const Turn &turn)
{
    if (!turn.from || mIsPaused || turn.resumes || !(turn.begins() || turn.pauses)) {
        return std::nullopt;
    }
    StageLedger &clock = ledger(*turn.from);
    clock.measureWith(mCalendar, turn.event.at);
    clock.stop(turn.event.at);
    if (turn.moves()) {
        note(Kind::Ended, *turn.from, turn);
    }
    return clock.kept;
}

void DeadlineWalk::enter(const Turn &turn)
{
    StageLedger &clock = ledger(*turn.to);
    const Instant at = turn.event.at;
    clock.ran = true;
    if (turn.begins()) {
        begin(turn);
    }
    if (turn.shares) {
        clock.measureWith(mCalendar, at);
        clock.follow(turn.facts.handlingDue.value, at);
        note(Kind::Shared, *turn.to, turn);
    } else if (turn.extends) {
        clock.measureWith(mCalendar, at);
        clock.extend(at);
        ++mExtensions;
        note(Kind::Extended, *turn.to, turn);
        mLine.changeCalendar(at, clock.countsWorkingTime() ? clock.calendar : nullptr);
    } else if (turn.pauses) {
        clock.suspendUntil(turn.facts.suspendedUntil.value.value_or(at));
        note(Kind::Suspended, *turn.to, turn);
    } else if (turn.resumes) {
        // Late, it goes on from its date all the same.
        clock.goOn(mCalendar, mIsPaused ? at : mPausedUntil.value_or(at), at);
        if (mIsPaused) {
            note(Kind::Resumed, *turn.to, turn);
        }
    }
}

void DeadlineWalk::begin(const Turn &turn)
{
    StageLedger &clock = ledger(*turn.to);
    const Instant at = turn.event.at;
    const bool isReturn = turn.event.action == CaseAction::Return;
    if (!turn.isFresh) {
        clock.goOn(mCalendar, at, at);
        note(isReturn ? Kind::Returned : Kind::WentOn, *turn.to, turn);
        return;
    }
    const std::optional<Limit> limit = turn.facts.limit ? turn.facts.limit : limitByRules(turn);
    if (limit) {
        clock.begin(*limit, mCalendar, at);
        mExtensions = *turn.to == Stage::Handle ? 0 : mExtensions;
    } else if (*turn.to == Stage::Handle) {
        clock.follow(mHandlingDue, at); // told before there were rules: it stands
    } else {
        clock.beginWithout();
    }
    note(isReturn ? Kind::Returned : Kind::Began, *turn.to, turn);
}

void DeadlineWalk::reopen(const Turn &turn)
{
    for (StageLedger &clock : mLedgers) {
        clock.kept.reset();
        clock.leftAtStop.reset();
        clock.used = milliseconds::zero();
    }
    ledger(Stage::Total).paused += turn.event.at - mEndedAt;
    mLastUnit.clear(); // whoever gets it now gets the whole limit
    Stretch gap;
    gap.kind = StretchKind::Ended;
    gap.event = mEndEvent;
    mLine.begin(mEndedAt, gap, nullptr);
}

/** The stage, the pause and the stretch that follow from an event. */
void DeadlineWalk::followStage(const Turn &turn)
{
    const Instant at = turn.event.at;
    if (!turn.to) {
        if (turn.from || mVersion == 0) {
            mEndedAt = at;
            mEndEvent = turn.event.sequence;
        }
        mStage.reset();
        mIsPaused = false;
        mLine.end(at);
        return;
    }
    const bool cuts = turn.begins() || turn.pauses || (turn.resumes && mIsPaused);
    mStage = turn.to;
    if (turn.pauses) {
        mIsPaused = true;
        mPauseEvent = turn.event.sequence;
    } else if (turn.resumes || turn.moves()) {
        mIsPaused = false;
    }
    if (!cuts) {
        return;
    }
    const StageLedger &clock = ledger(*turn.to);
    Stretch stretch;
    stretch.kind = mIsPaused ? StretchKind::Suspended : StretchKind::Running;
    stretch.stage = turn.to;
    stretch.event = turn.event.sequence;
    stretch.unit = *turn.to == Stage::Handle ? mUnit : QString();
    mLine.begin(at, stretch, clock.countsWorkingTime() ? clock.calendar : nullptr);
}

void DeadlineWalk::note(Kind kind, Stage stage, const Turn &turn)
{
    const StageLedger &clock = ledger(stage);
    DeadlineChange change;
    change.kind = kind;
    change.stage = stage;
    change.event = turn.event.sequence;
    change.at = turn.event.at;
    if (kind == Kind::Began || kind == Kind::Extended || (kind == Kind::Returned && turn.isFresh)) {
        change.limit = clock.limit;
    }
    const bool isStopped = kind == Kind::Ended || kind == Kind::Suspended;
    change.left = isStopped ? clock.leftAtStop : clock.left(turn.event.at);
    change.due = clock.due;
    change.calendar = clock.calendar ? clock.calendar->key : QString();
    change.note = kind == Kind::Shared ? turn.facts.follows : turn.event.note;
    mChanges.append(change);
}

void DeadlineWalk::compare(const Turn &turn, bool handlingChanged)
{
    const int event = turn.event.sequence;
    const bool isAbout = turn.turns() || turn.facts.stageDue.isGiven;
    static const std::optional<Instant> kNone;
    const std::optional<Instant> &due = mStage ? ledger(*mStage).due : kNone;
    if (isAbout && mToldStageDue != due) {
        disagree(event, fact::kStageDueAt, textOf(mToldStageDue), textOf(due));
    }
    if ((handlingChanged || turn.facts.handlingDue.isGiven) && mToldHandlingDue != mHandlingDue) {
        disagree(event, fact::kDueAt, textOf(mToldHandlingDue), textOf(mHandlingDue));
    }
}

void DeadlineWalk::disagree(int event,
                            const char *fact,
                            const QString &told,
                            const QString &counted)
{
    mDisagreements.append(
        Words::tr("Event %1 says that “%2” is %3; by the rules it is %4.")
            .arg(QString::number(event), QString::fromLatin1(fact), told, counted));
}

} // namespace gridward
