// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/simulation/liveplayer.h"

#include "models/domain/scaledclock.h"
#include "models/service/simulation/caseplayer.h"
#include "models/service/simulation/casesimulator.h"
#include "models/service/simulation/demodistrict.h"
#include "models/service/simulation/simulationdata.h"
#include "models/service/simulation/staffplayer.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLoggingCategory>

#include <algorithm>
#include <thread>
#include <utility>

namespace gridward {

namespace {

Q_LOGGING_CATEGORY(playerLog, "gridward.models.service.simulation", QtInfoMsg)

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(LivePlayer)
};

constexpr std::chrono::milliseconds kNap{200};
constexpr std::chrono::milliseconds kBreath{10}; ///< others get their turn
/** Of one transaction. A look at the log is every 100 ms, and reads up to 2,000 events. */
constexpr int kMostAtOnce = 100;
constexpr std::chrono::seconds kSeen{20}; ///< of the district's time, between two positions
constexpr std::chrono::seconds kSeenOftenest{5};
constexpr int kManyConflicts = 25; ///< in a row, a nap between each: no chance any more

/** What goes on in a demo, in the order in which it happens. */
class Player
{
public:
    Player(Store &store, const SimulationData &data, const DemoDistrict &district)
        : mStore(store)
        , mSimulator(data, district, store.info().seed)
        , mCases(store, data, district, mSimulator)
        , mStaff(district)
    {
    }

    Result<void> begin(Instant now)
    {
        mReport = mSimulator.next(now);
        return mCases.begin(now);
    }
    /** All that is due by then, or as much as one transaction takes; whether more is. */
    Result<bool> play(Instant until)
    {
        const CasePlayer::State cases = mCases.state();
        const std::optional<SimulatedReport> report = mReport;
        bool isMore = false;
        const Result<void> done = mStore.stepTransaction([&]() -> Result<void> {
            int count = 0;
            while (isDue(until) && count++ < kMostAtOnce) {
                if (const Result<void> one = playNext(); !one) {
                    return one;
                }
            }
            isMore = isDue(until);
            return {};
        });
        if (!done) { // nothing of it was kept
            mCases.restore(cases);
            mReport = report;
            return done.error();
        }
        return isMore;
    }
    [[nodiscard]] bool isDue(Instant until) const
    {
        const std::optional<Instant> step = mCases.nextAt();
        return (mReport && mReport->step.at <= until) || (step && *step <= until);
    }
    Result<void> moveStaff(Instant now) { return mStaff.play(mStore, now); }

private:
    Result<void> playNext()
    {
        const std::optional<Instant> step = mCases.nextAt();
        if (!mReport || (step && *step < mReport->step.at)) {
            return mCases.playNext();
        }
        const SimulatedReport report = *mReport;
        mReport = mSimulator.next(report.step.at);
        // Another player with the same seed may have been first: the same report, and theirs.
        const Result<Case> known = mStore.cases().find(report.id);
        const bool isNew = !known && known.error().code == ErrorCode::NotFound;
        const Result<Case> there = isNew ? mStore.cases().add(report.id, report.step) : known;
        if (!there) {
            return there.error();
        }
        mCases.add(there.value(), report.step.at);
        return {};
    }

    Store &mStore;
    CaseSimulator mSimulator;
    CasePlayer mCases;
    StaffPlayer mStaff;
    std::optional<SimulatedReport> mReport; ///< the next one
};

/** Knows for what a player waits, and says so once each time. */
class Waiting
{
public:
    explicit Waiting(const std::function<void(const Error &)> &tell)
        : mTell(tell)
    {
    }

    /** False for what does not pass by waiting. */
    [[nodiscard]] bool begin(const Error &error)
    {
        if (error.code == ErrorCode::Conflict) {
            noteConflict(error);
            return true;
        }
        if (error.code != ErrorCode::Unreachable) {
            return false;
        }
        if (!std::exchange(mIsTold, true)) {
            mTell(error);
        }
        return true;
    }
    void end()
    {
        mIsTold = false;
        mConflicts = 0;
    }

private:
    /** That somebody was first is nothing to tell; that somebody always is has a reason. */
    void noteConflict(const Error &error)
    {
        if (++mConflicts == kManyConflicts) {
            qCWarning(playerLog).noquote() << "nothing is played: others were first" << mConflicts
                                           << "times in a row:" << error.message << error.detail;
        }
    }

    const std::function<void(const Error &)> &mTell;
    bool mIsTold = false;
    int mConflicts = 0;
};

/** Makes a connection again that is gone. */
Result<void> connectAgain(Store &store)
{
    const Result<void> back = store.isCutOff() ? store.reconnect() : Result<void>();
    // Whatever keeps it away, somebody may put it right.
    return back ? back : Error{ErrorCode::Unreachable, back.error().message, back.error().detail};
}

} // namespace

Result<void> playLive(Store &store,
                      const LiveFolders &folders,
                      const Clock &clock,
                      const std::function<bool()> &goOn,
                      const std::function<void(const Error &)> &waiting)
{
    if (!store.info().isSimulated()) {
        return Error{ErrorCode::Refused,
                     Words::tr("Only demo stores go on by themselves; this is none."),
                     {}};
    }
    Result<SimulationData> data = readSimulationData(folders.data, folders.catalogue);
    if (!data) {
        return data.error();
    }
    const SimulationData simulation = std::move(data).value();
    const Instant made = store.info().simulatedAt.value_or(store.info().created);
    Result<DemoDistrict> built = buildDemoDistrict(simulation, made, store.info().seed);
    if (!built) {
        return built.error();
    }
    const DemoDistrict district = std::move(built).value();
    Player player(store, simulation, district);
    // Not when all this has been read: a fast clock has gone on for hours by then.
    if (Result<void> begun = player.begin(std::max(beginningOf(clock), made)); !begun) {
        return begun;
    }
    const std::chrono::milliseconds seen = realTimeOf(clock, kSeen, kSeenOftenest);
    QElapsedTimer sinceSeen;
    Waiting waits(waiting);
    while (goOn()) {
        const Instant now = clock.now();
        Result<bool> more = false;
        if (const Result<void> there = connectAgain(store); !there) {
            more = there.error();
        } else if (player.isDue(now)) {
            more = player.play(now);
        }
        if (more && !more.value() && (!sinceSeen.isValid() || sinceSeen.hasExpired(seen.count()))) {
            sinceSeen.start();
            if (const Result<void> moved = player.moveStaff(now); !moved) {
                more = moved.error();
            }
        }
        if (more) {
            waits.end();
        } else if (!waits.begin(more.error())) {
            return more.error();
        }
        std::this_thread::sleep_for(more && more.value() ? kBreath : kNap);
    }
    return {};
}

} // namespace gridward
