// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/deadlinewalk.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

using std::chrono::milliseconds;
using Kind = DeadlineChange::Kind;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Deadline)
};

Error noHistory(const QString &message)
{
    return Error{ErrorCode::InvalidInput, message, {}};
}

} // namespace

DeadlineWalk::DeadlineWalk(const RuleLibrary &library, bool withDays)
    : mLibrary(library)
    , mLine(withDays)
{
}

std::optional<Error> DeadlineWalk::take(const CaseEvent &event)
{
    if (event.sequence != mVersion + 1) {
        return noHistory(u"event %1 follows event %2"_s.arg(event.sequence).arg(mVersion));
    }
    const bool isFirst = mVersion == 0;
    if (isFirst != !event.from.has_value() || (!isFirst && *event.from != mState)) {
        return noHistory(
            u"event %1 starts from another state than the case has"_s.arg(event.sequence));
    }
    const Result<ClockFacts> read = clockFactsOf(event);
    if (!read) {
        return read.error();
    }
    const ClockFacts &facts = read.value();
    if (isFirst) {
        mNow = event.at;
    } else {
        pass(event.at, event.action == CaseAction::Resume);
    }
    if (std::optional<Error> error = takeRules(facts)) {
        return error;
    }
    takeWords(event, facts);
    takeRow(facts);
    const Turn turn = turnOf(event, facts);
    if (mRules > 0) {
        applyRules(turn);
    } else {
        applyTold(turn);
    }
    mVersion = event.sequence;
    mState = event.to;
    if (facts.suspendedUntil.isGiven) {
        mPausedUntil = facts.suspendedUntil.value;
    }
    if (!mUnit.isEmpty()) {
        mLastUnit = mUnit;
    }
    return std::nullopt;
}

std::optional<Error> DeadlineWalk::skip(const CaseEvent &event)
{
    const bool isBack = event.action == CaseAction::Withdraw;
    if (event.sequence != mVersion + 1 || (isBack ? event.to : event.from) != mState) {
        return noHistory(u"event %1 does not take back the one before"_s.arg(event.sequence));
    }
    const Result<ClockFacts> read = clockFactsOf(event);
    if (!read) {
        return read.error();
    }
    mVersion = event.sequence;
    ClockFacts rules; // of a new rule book; the rest of it did not happen
    rules.rules = read.value().rules;
    return rules.rules ? takeRules(rules) : std::nullopt;
}

DeadlineExplanation DeadlineWalk::explain(Instant at)
{
    pass(at, false);
    mLine.end(at);
    DeadlineExplanation explanation;
    explanation.number = mNumber;
    explanation.at = at;
    explanation.version = mVersion;
    explanation.state = mState;
    explanation.stage = mStage;
    explanation.handlingDue = mHandlingDue;
    if (mStage) {
        const StageLedger &clock = ledger(*mStage);
        explanation.due = clock.due;
        explanation.left = mIsPaused ? clock.leftAtStop : clock.left(at);
    }
    explanation.overdue = mOverdueSince.has_value();
    explanation.overdueSince = mOverdueSince;
    explanation.exempt = mIsExempt;
    explanation.rules = mRules;
    explanation.conditions = mConditions;
    explanation.extensions = mExtensions;
    explanation.stretches = mLine.stretches();
    explanation.changes = mChanges;
    explanation.disagreements = mDisagreements;
    fillCalendar(explanation);
    fillAccounts(explanation);
    return explanation;
}

void DeadlineWalk::fillCalendar(DeadlineExplanation &explanation) const
{
    const CalendarPointer &named = mCounting ? mCounting : mCalendar;
    if (!named) {
        return;
    }
    const WorkingCalendar &calendar = named->calendar;
    explanation.calendar = named->key;
    explanation.calendarName = calendar.name();
    explanation.lastKnownYear = calendar.lastKnownYear();
    explanation.beyondCalendar =
        explanation.due && calendar.localDay(*explanation.due).year() > explanation.lastKnownYear;
}

void DeadlineWalk::fillAccounts(DeadlineExplanation &explanation) const
{
    for (std::size_t i = 0; i < kStageCount; ++i) {
        const auto stage = static_cast<Stage>(i);
        const StageLedger &clock = ledger(stage);
        if (!clock.ran && stage != Stage::Total) {
            continue;
        }
        StageAccount account;
        account.stage = stage;
        account.limit = clock.limit;
        account.running = clock.running;
        account.paused = clock.paused;
        account.counted = clock.used;
        account.due = clock.due;
        account.isRunning = isRunning() && (stage == mStage || stage == Stage::Total);
        account.left = stage == mStage ? explanation.left : clock.leftAtStop;
        explanation.accounts.append(account);
    }
}

void DeadlineWalk::pass(Instant to, bool resumes)
{
    // A suspension ends at its date, whether or not somebody wrote that down.
    if (mIsPaused && mPausedUntil && (*mPausedUntil < to || (*mPausedUntil == to && !resumes))) {
        const Instant date = std::max(mNow, *mPausedUntil);
        passPlainly(date);
        endPause(date);
    }
    passPlainly(to);
    if (isRunning() && mStage == Stage::Handle && !mOverdueSince && mHandlingDue &&
        to > *mHandlingDue) {
        mOverdueSince = mHandlingDue;
    }
}

void DeadlineWalk::passPlainly(Instant to)
{
    if (mStage) {
        for (const Stage stage : {*mStage, Stage::Total}) {
            if (mIsPaused) {
                ledger(stage).paused += to - mNow;
            } else {
                ledger(stage).run(mNow, to);
            }
        }
    }
    mNow = to;
}

void DeadlineWalk::endPause(Instant at)
{
    mIsPaused = false;
    const StageLedger &clock = ledger(Stage::Handle);
    Stretch stretch;
    stretch.stage = Stage::Handle;
    stretch.event = mPauseEvent;
    stretch.unit = mUnit;
    mLine.begin(at, stretch, clock.countsWorkingTime() ? clock.calendar : nullptr);
    DeadlineChange change;
    change.kind = Kind::Resumed;
    change.event = mPauseEvent;
    change.at = at;
    change.left = clock.left(at);
    change.due = clock.due;
    change.calendar = clock.calendar ? clock.calendar->key : QString();
    mChanges.append(change);
}

std::optional<Error> DeadlineWalk::takeRules(const ClockFacts &facts)
{
    if (facts.rules) {
        mRules = *facts.rules;
        std::optional<RuleBook> book = mLibrary.book ? mLibrary.book(mRules) : std::nullopt;
        if (!book) {
            return Error{ErrorCode::NotFound,
                         Words::tr("Version %1 of the rule book is not in this store, so the "
                                   "deadline cannot be explained.")
                             .arg(mRules),
                         {}};
        }
        mBook = *std::move(book);
    }
    if (mRules <= 0) {
        return std::nullopt;
    }
    if (!facts.calendar.isEmpty()) {
        return lookUpCalendar(facts.calendar);
    }
    // An event names the calendar that counted only if another one counted before.
    if (facts.stageDue.value && mCounting) {
        mCalendar = mCounting;
        return std::nullopt;
    }
    return facts.rules ? lookUpCalendar(mBook.calendar) : std::nullopt;
}

std::optional<Error> DeadlineWalk::lookUpCalendar(const QString &key)
{
    CalendarPointer &known = mCalendars[key];
    if (!known) {
        std::optional<WorkingCalendar> calendar =
            mLibrary.calendar ? mLibrary.calendar(key) : std::nullopt;
        if (!calendar) {
            return Error{ErrorCode::NotFound,
                         Words::tr("The working calendar %1 is not in this store, so the deadline "
                                   "cannot be explained.")
                             .arg(key),
                         {}};
        }
        known = std::make_shared<const NamedCalendar>(NamedCalendar{key, *std::move(calendar)});
    }
    mCalendar = known;
    return std::nullopt;
}

void DeadlineWalk::takeWords(const CaseEvent &event, const ClockFacts &facts)
{
    mNumber = facts.number.value_or(mNumber);
    mIsExempt = facts.exempt.value_or(mIsExempt);
    if (event.action == CaseAction::Return) {
        mUnit.clear();
    }
    if (facts.unit.isGiven) {
        mUnit = facts.unit.value.value_or(QString());
    }
    if (facts.bundle.isGiven) {
        mBundle = facts.bundle.value.value_or(QString());
    }
    if (event.action == CaseAction::File && facts.conditions) {
        mConditions = *facts.conditions;
    }
}

void DeadlineWalk::takeRow(const ClockFacts &facts)
{
    if (facts.handlingDue.isGiven) {
        mToldHandlingDue = facts.handlingDue.value;
    }
    if (facts.stageDue.isGiven) {
        mToldStageDue = facts.stageDue.value;
    }
}

} // namespace gridward
