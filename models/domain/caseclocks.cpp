// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/caseclocks.h"

#include "models/domain/lifecycle.h"

#include <algorithm>

namespace gridward {

namespace {

using std::chrono::milliseconds;

constexpr int kWhole = 100; ///< percent

QJsonValue timeOrNull(const std::optional<Instant> &time)
{
    return time ? QJsonValue(toIsoText(*time)) : QJsonValue();
}

/** A deadline without a limit, as an import or an older store told it, is one of the clock. */
LimitUnit unitOf(const StageClock &clock)
{
    return clock.limit ? clock.limit->unit : LimitUnit::NaturalDay;
}

class Turning
{
public:
    Turning(QJsonObject &facts,
            const CaseRecord &before,
            const ClockTurn &turn,
            const RuleBook &book,
            const WorkingCalendar &calendar,
            Instant at)
        : mFacts(facts)
        , mBefore(before)
        , mTurn(turn)
        , mBook(book)
        , mCalendar(calendar)
        , mAt(at)
        , mFrom(before.subject.version == 0 ? std::nullopt : stageOf(before.subject.state))
        , mTo(stageOf(turn.to))
    {
    }

    void run()
    {
        const bool wasSuspended = mBefore.subject.state == CaseState::Suspended;
        const bool pauses = mTurn.to == CaseState::Suspended && !wasSuspended;
        const bool begins = mFrom != mTo || mTurn.freshHandling || mTurn.freshStages;
        const bool resumes = wasSuspended && mTurn.to != CaseState::Suspended;
        const bool turns = begins || pauses || resumes || mTurn.extends || mTurn.sharedDue;
        if (!turns) {
            return;
        }
        if (mFrom && (begins || pauses) && !wasSuspended) {
            mLeft = leftOf(*mFrom);
            if (mLeft) {
                mFacts.insert(QLatin1String(fact::kLeft), static_cast<qint64>(mLeft->count()));
            }
        }
        if (mTo) {
            put(*mTo, dueOf(*mTo, pauses, resumes, begins));
        } else if (mBefore.subject.stageDueAt) {
            mFacts.insert(QLatin1String(fact::kStageDueAt), QJsonValue());
        }
        // Whoever waits to be sent to a unit has no handling deadline.
        if (mTo != Stage::Handle && mTo != Stage::Check && mBefore.subject.dueAt && mTo) {
            mFacts.insert(QLatin1String(fact::kDueAt), QJsonValue());
        }
    }

private:
    [[nodiscard]] std::optional<milliseconds> leftOf(Stage stage) const
    {
        const Case &subject = mBefore.subject;
        const std::optional<Instant> &due =
            stage == Stage::Handle ? subject.dueAt : subject.stageDueAt;
        if (!due) {
            return std::nullopt;
        }
        return mCalendar.counted(mAt, *due, unitOf(mBefore.process.clock(stage)));
    }

    /** The end of what is left, if it runs on from here; what had run out stays out. */
    [[nodiscard]] std::optional<Instant>
    goOn(Stage stage, const std::optional<milliseconds> &left, Instant from) const
    {
        const StageClock &clock = mBefore.process.clock(stage);
        if (left && *left > milliseconds::zero()) {
            return mCalendar.addCounted(from, *left, unitOf(clock));
        }
        return clock.due || stage != Stage::Handle ? clock.due : mBefore.subject.dueAt;
    }

    std::optional<Instant> dueOf(Stage stage, bool pauses, bool resumes, bool begins)
    {
        const StageClock &clock = mBefore.process.clock(stage);
        if (mTurn.sharedDue) {
            if (begins) {
                takeLimit(stage, clock);
            }
            return mTurn.sharedDue;
        }
        if (mTurn.extends) {
            return mCalendar.deadline(mBefore.subject.dueAt.value_or(mAt),
                                      clock.limit.value_or(Limit{}));
        }
        if (pauses) {
            return goOn(stage, mLeft, mTurn.suspendedUntil.value_or(mAt));
        }
        if (resumes && !begins) {
            // Its date ended the suspension, however late somebody writes it down.
            return goOn(
                stage, clock.left, std::min(mAt, mBefore.subject.suspendedUntil.value_or(mAt)));
        }
        const bool isFresh = mTurn.freshStages || mTurn.freshHandling || !clock.left;
        if (!isFresh) {
            return goOn(stage, clock.left, mAt);
        }
        if (const std::optional<Limit> limit = takeLimit(stage, clock)) {
            return mCalendar.deadline(mAt, *limit);
        }
        return stage == Stage::Handle ? mBefore.subject.dueAt : std::nullopt;
    }

    /** The limit with which a stage begins anew. */
    std::optional<Limit> takeLimit(Stage stage, const StageClock &clock)
    {
        std::optional<Limit> limit = mBook.stageLimit(stage);
        if (stage == Stage::Handle) {
            limit = mTurn.freshHandling ? mTurn.freshHandling : clock.limit;
        }
        if (limit) {
            mFacts.insert(QLatin1String(fact::kLimit), toText(*limit));
        }
        return limit;
    }

    void put(Stage stage, const std::optional<Instant> &due)
    {
        mFacts.insert(QLatin1String(fact::kStageDueAt), timeOrNull(due));
        if (stage == Stage::Handle) {
            mFacts.insert(QLatin1String(fact::kDueAt), timeOrNull(due));
        }
        if (due && mBefore.process.calendar != mCalendar.key()) {
            mFacts.insert(QLatin1String(fact::kCalendar), mCalendar.key());
        }
    }

    QJsonObject &mFacts;
    const CaseRecord &mBefore;
    const ClockTurn &mTurn;
    const RuleBook &mBook;
    const WorkingCalendar &mCalendar;
    Instant mAt;
    std::optional<Stage> mFrom;
    std::optional<Stage> mTo;
    std::optional<milliseconds> mLeft;
};

bool isRunning(const CaseRecord &record)
{
    return stageOf(record.subject.state) == Stage::Handle &&
           record.subject.state != CaseState::Suspended;
}

} // namespace

void turnClocks(QJsonObject &facts,
                const CaseRecord &before,
                const ClockTurn &turn,
                const RuleBook &book,
                const WorkingCalendar &calendar,
                Instant at)
{
    Turning(facts, before, turn, book, calendar, at).run();
}

std::optional<Instant>
rungMoment(const CaseRecord &record, int percent, const WorkingCalendar &calendar)
{
    const StageClock &clock = record.process.clock(Stage::Handle);
    if (!clock.limit || !record.subject.dueAt) {
        return std::nullopt;
    }
    const milliseconds whole = calendar.length(*clock.limit) * (1 + record.process.extensions);
    return calendar.addCounted(
        *record.subject.dueAt, whole * (percent - kWhole) / kWhole, clock.limit->unit);
}

std::optional<Instant>
nextMoment(const CaseRecord &record, const RuleBook &book, const WorkingCalendar &calendar)
{
    std::optional<Instant> next = record.subject.suspendedUntil;
    const auto consider = [&](const std::optional<Instant> &moment) {
        if (moment && (!next || *moment < *next)) {
            next = moment;
        }
    };
    if (!isOpen(record.subject.state)) {
        return std::nullopt;
    }
    if (record.process.sceneIsHeld() && !record.process.scene->missed) {
        consider(record.subject.sceneDueAt);
    }
    if (isRunning(record) && record.subject.level <= CaseLevel::Yellow) {
        for (const UrgeRung &rung : book.ladder) {
            if (!record.process.rungs.contains(rung.percent)) {
                consider(rungMoment(record, rung.percent, calendar));
                break; // they rise
            }
        }
    }
    return next;
}

} // namespace gridward
