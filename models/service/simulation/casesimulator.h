// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/caseid.h"
#include "models/service/simulation/casedrafter.h"
#include "models/service/simulation/casehistorian.h"
#include "models/service/simulation/casetimeline.h"

#include <QList>

#include <functional>
#include <optional>
#include <vector>

namespace gridward {

/** How many cases over which time. */
struct SimulationRequest
{
    Instant at; ///< nothing happens later
    int days = 90;
    int open = 1500;
    qint64 cases = -1; ///< exactly so many; −1: about 240 a day
};

/** What a request comes to. */
struct SimulationPlan
{
    Instant at;
    qint64 cases = 0;
    qint64 open = 0;
    double scale = 0.0; ///< hours: how slowly cases are closed so that so many are open
    std::vector<TimelineSlot> timeline;
};

struct SimulatedCase
{
    CaseId id;
    QList<CaseStep> steps;
};

/** A report of a simulation that goes on. */
struct SimulatedReport
{
    CaseId id;
    CaseStep step;
};

/**
 * Makes up cases of a simulated district. Everything follows from seed, moment and counts: the same
 * ones give the same bytes. Hours are drawn one by one, so that memory does not grow with the
 * number of cases: which hour has how many cases, and how many of them are open at the end, is
 * decided beforehand (makeTimeline()); inside an hour the open ones are drawn without replacement,
 * weighted by survival() of their own age and limit. Each case is then told to its end, or to a
 * state that fits its age, and waits that would run beyond the end are shortened in proportion.
 * District and data must outlive it. One thread at a time.
 */
class CaseSimulator
{
public:
    CaseSimulator(const SimulationData &data, const DemoDistrict &district, qint64 seed);

    /** InvalidInput for no days, or for more open cases than cases. */
    [[nodiscard]] Result<SimulationPlan> plan(const SimulationRequest &request) const;

    /** Hands over every case, by time of registration. Cancelled if `take` says false. */
    [[nodiscard]] Result<void> simulate(const SimulationPlan &plan,
                                        const std::function<bool(SimulatedCase)> &take);

    [[nodiscard]] const CaseDrafter &drafter() const { return mDrafter; }
    [[nodiscard]] const DemoCast &cast() const { return mCast; }

    /** The first report after this moment, for ever. Nothing only if the rates are all 0. */
    [[nodiscard]] std::optional<SimulatedReport> next(Instant after);

private:
    struct Drafted
    {
        CaseDraft draft;
        qint64 index = 0;
        double openKey = 0.0;
        bool isOpen = false;
    };

    void draftHour(const SimulationPlan &plan, const TimelineSlot &slot);
    void drawOpen(const SimulationPlan &plan, const TimelineSlot &slot, RandomStream &random);
    void forceUrgent(const SimulationPlan &plan, RandomStream &random);
    void remember(const CaseDraft &draft);
    void drawMatter(CaseDraft &draft, RandomStream &random) const;
    [[nodiscard]] CaseId idFor(Instant at, RandomStream &random) const;
    [[nodiscard]] std::vector<Instant> liveHour(Instant hour) const;

    qint64 mSeed;
    CaseRhythm mRhythm;
    CaseDrafter mDrafter;
    DemoCast mCast;
    CaseHistorian mHistorian;
    double mRepeats;

    std::vector<Drafted> mHour;     ///< the cases of the present hour
    std::deque<CaseDraft> mLastDay; ///< what can be repeated
    qint64 mIndex = 0;              ///< of the next case
    qint64 mOpenIndex = 0;          ///< of the next open case
    Instant mLast;                  ///< registration of the last case
};

} // namespace gridward
