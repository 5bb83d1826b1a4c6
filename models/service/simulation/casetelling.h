// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/caserules.h"
#include "models/service/simulation/randomstream.h"

#include <QList>
#include <QString>

#include <chrono>

namespace gridward {

/** Those who appear at a scene or are called to it. */
struct SceneCast
{
    Actor collector;  ///< stays there, checks in
    Actor dispatcher; ///< sends somebody where nobody is
    Actor supervisor; ///< releases it
    Actor called;     ///< of the department that is called
};

/**
 * Tells one made-up history by the rules that real ones follow: every step goes through decide(),
 * and between the steps the program does what it would have done (urges, alarms, resumes), and at a
 * scene people check in. What the rules refuse is left out.
 */
class CaseTelling
{
public:
    /** The rules outlive it. */
    CaseTelling(const Rules &rules, SceneCast cast, QString origin);

    void begin(const Case &subject, const Actor &reporter, Instant at, RandomStream &random);
    /**
     * Goes on with a case that is there, from where it stands; steps() are those from here on. The
     * same numbers each time, so that what is to happen at a scene stays what it was.
     */
    void resume(const CaseRecord &record, RandomStream &random);
    /** Takes a step after everything that happened by itself before it. False if it was refused. */
    bool take(StepRequest request, const Actor &actor, Instant at, RandomStream &random);
    /** Lets time pass: what happens by itself until then happens. */
    void pass(Instant until, RandomStream &random);
    /** When something happens by itself the next time, if nobody takes a step before. */
    [[nodiscard]] std::optional<Instant> nextMoment() const;

    [[nodiscard]] const CaseRecord &record() const { return mRecord; }
    [[nodiscard]] const QList<CaseStep> &steps() const { return mSteps; }

private:
    bool decideOne(const StepRequest &request, const Actor &actor, Instant at);
    bool follow(CaseStep step);
    [[nodiscard]] std::optional<Instant> nextAtScene() const;
    /** False if nothing came of it, and nothing will. */
    bool actAtScene(Instant at, RandomStream &random);
    void drawScene(Instant at, RandomStream &random);

    Rules mRules;
    SceneCast mCast;
    QString mOrigin;
    CaseRecord mRecord;
    QList<CaseStep> mSteps;
    std::chrono::milliseconds mEarly{}; ///< before the next check-in is due
    std::chrono::milliseconds mWay{};   ///< until somebody is there
    Instant mReleaseAt;
    std::optional<Instant> mCallAt;
    std::optional<Instant> mAnswerAt;
    std::optional<Instant> mArriveAt;
};

} // namespace gridward
