// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/simulation/casesimulator.h"

#include "models/service/simulation/localtime.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CaseSimulator)
};

using std::chrono::hours;
using std::chrono::milliseconds;

constexpr double kPerDay = 240.0;
/** The crews' own works in Boston come in batches: of its near repeats only so much is taken. */
constexpr double kRepeatShare = 0.6;
constexpr std::size_t kMostRemembered = 4096;
constexpr hours kRepeatTime{24};
constexpr int kSearchHours = 24 * 14;

double hoursOf(milliseconds length)
{
    return std::chrono::duration<double, hours::period>(length).count();
}

/** The place of a case among the open ones, as parts from the youngest; they are made urgent. */
struct Urgent
{
    double part;
    CaseLevel level;
};
constexpr std::array kUrgent{Urgent{0.02, CaseLevel::Red},
                             Urgent{0.01, CaseLevel::Orange},
                             Urgent{0.04, CaseLevel::Orange},
                             Urgent{0.09, CaseLevel::Orange}};

} // namespace

CaseSimulator::CaseSimulator(const SimulationData &data, const DemoDistrict &district, qint64 seed)
    : mSeed(seed)
    , mRhythm(data, seed)
    , mDrafter(data, district)
    , mCast(district, mDrafter.standards())
    , mHistorian(data, mDrafter, mCast)
    , mRepeats(data.rates.value(QStringLiteral("near-repeat")) * kRepeatShare)
{
}

Result<SimulationPlan> CaseSimulator::plan(const SimulationRequest &request) const
{
    if (request.days < 1 || request.open < 0 || request.cases < -1) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("A simulation needs at least one day, and no number below 0."),
                     {}};
    }
    SimulationPlan plan;
    plan.at = request.at;
    TimelineRequest timeline;
    timeline.at = request.at;
    timeline.days = request.days;
    timeline.cases = request.cases;
    timeline.perDay = kPerDay;
    timeline.open = request.open;
    timeline.seed = mSeed;
    plan.timeline = makeTimeline(mRhythm, timeline, mDrafter.limitMix(), plan.scale);
    for (const TimelineSlot &slot : plan.timeline) {
        plan.cases += slot.cases;
        plan.open += slot.open;
    }
    if (plan.open != request.open) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("%1 cases cannot be open among %2. Ask for fewer open cases, more "
                               "days or more cases.")
                         .arg(request.open)
                         .arg(plan.cases),
                     {}};
    }
    return plan;
}

Result<void> CaseSimulator::simulate(const SimulationPlan &plan,
                                     const std::function<bool(SimulatedCase)> &take)
{
    mLastDay.clear();
    mIndex = 0;
    mOpenIndex = 0;
    mLast = Instant();
    for (const TimelineSlot &slot : plan.timeline) {
        draftHour(plan, slot);
        for (const Drafted &drafted : mHour) {
            RandomStream random(mSeed, u"history", drafted.index);
            SimulatedCase made;
            made.id = idFor(drafted.draft.at, random);
            made.steps = mHistorian.write(drafted.draft, drafted.isOpen, plan.at, random);
            if (!take(std::move(made))) {
                return Error{ErrorCode::Cancelled, Words::tr("The simulation was stopped."), {}};
            }
        }
    }
    return {};
}

void CaseSimulator::draftHour(const SimulationPlan &plan, const TimelineSlot &slot)
{
    RandomStream random(mSeed, u"hour", slot.begin.time_since_epoch().count());
    mHour.resize(static_cast<std::size_t>(slot.cases));
    std::vector<qint64> times;
    times.reserve(mHour.size());
    for (int i = 0; i < slot.cases; ++i) {
        times.push_back(
            static_cast<qint64>(random.below(static_cast<quint64>(slot.length.count()))));
    }
    std::ranges::sort(times);
    for (std::size_t i = 0; i < mHour.size(); ++i) {
        Drafted &drafted = mHour[i];
        drafted = Drafted();
        drafted.index = mIndex++;
        // No two cases in the same millisecond: their order is that of their ids.
        drafted.draft.at = std::min(
            std::max(slot.begin + milliseconds(times[i]), mLast + milliseconds(1)), plan.at);
        mLast = drafted.draft.at;
        RandomStream own(mSeed, u"draft", drafted.index);
        drafted.draft.source = mRhythm.pickSource(slot.hour, own);
        drawMatter(drafted.draft, own);
        remember(drafted.draft);
    }
    drawOpen(plan, slot, random);
    forceUrgent(plan, random);
}

void CaseSimulator::drawMatter(CaseDraft &draft, RandomStream &random) const
{
    if (random.chance(mRepeats) && !mLastDay.empty()) {
        const auto place = random.below(mLastDay.size());
        mDrafter.repeat(draft, mLastDay[static_cast<std::size_t>(place)], random);
    } else {
        mDrafter.draw(draft, random);
    }
}

void CaseSimulator::remember(const CaseDraft &draft)
{
    while (!mLastDay.empty() &&
           (mLastDay.front().at + kRepeatTime < draft.at || mLastDay.size() >= kMostRemembered)) {
        mLastDay.pop_front();
    }
    mLastDay.push_back(draft);
}

/** Weighted draw without replacement (Efraimidis and Spirakis): the largest keys stay open. */
void CaseSimulator::drawOpen(const SimulationPlan &plan,
                             const TimelineSlot &slot,
                             RandomStream &random)
{
    if (slot.open == 0) {
        return;
    }
    std::vector<std::pair<double, std::size_t>> keys;
    for (std::size_t i = 0; i < mHour.size(); ++i) {
        const CaseDraft &draft = mHour[i].draft;
        const double weight =
            survival(hoursOf(plan.at - draft.at), mDrafter.limitHours(draft.standard), plan.scale);
        const double least = std::numeric_limits<double>::min();
        keys.emplace_back(-std::log(1.0 - random.uniform()) / std::max(weight, least), i);
    }
    std::ranges::sort(keys);
    for (std::size_t i = 0; i < static_cast<std::size_t>(slot.open) && i < keys.size(); ++i) {
        mHour[keys[i].second].isOpen = true;
    }
}

/** A few of the youngest open cases are urgent, so that there is always something to show. */
void CaseSimulator::forceUrgent(const SimulationPlan &plan, RandomStream &random)
{
    for (Drafted &drafted : mHour) {
        if (!drafted.isOpen) {
            continue;
        }
        const qint64 fromYoungest = plan.open - 1 - mOpenIndex++;
        for (const Urgent &urgent : kUrgent) {
            const auto wanted = static_cast<qint64>(urgent.part * static_cast<double>(plan.open));
            if (fromYoungest == wanted) { // the first of the list wins where they fall together
                if (!mDrafter.draw(drafted.draft, urgent.level, random)) {
                    continue;
                }
                break;
            }
        }
    }
}

CaseId CaseSimulator::idFor(Instant at, RandomStream &random) const
{
    const quint64 high = random.next();
    return CaseId::make(at, static_cast<quint16>(high >> 48), random.next());
}

std::vector<Instant> CaseSimulator::liveHour(Instant hour) const
{
    RandomStream random(mSeed, u"live hour", hour.time_since_epoch().count());
    const int count = random.poisson(kPerDay / 24.0 * mRhythm.intensity(hour));
    std::vector<Instant> times;
    times.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        times.push_back(hour + milliseconds(random.below(3'600'000)));
    }
    std::ranges::sort(times);
    return times;
}

std::optional<SimulatedReport> CaseSimulator::next(Instant after)
{
    Instant hour = std::chrono::floor<hours>(after);
    for (int i = 0; i < kSearchHours; ++i, hour += hours(1)) {
        for (const Instant at : liveHour(hour)) {
            if (at <= after) {
                continue;
            }
            RandomStream random(mSeed, u"live", at.time_since_epoch().count());
            CaseDraft draft;
            draft.at = at;
            draft.source = mRhythm.pickSource(hourOfWeek(at), random);
            mDrafter.draw(draft, random);
            return SimulatedReport{idFor(at, random), mHistorian.report(draft, random)};
        }
    }
    return std::nullopt;
}

} // namespace gridward
