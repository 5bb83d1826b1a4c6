// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/simulation/liveplayer.h"

#include "models/service/simulation/casesimulator.h"
#include "models/service/simulation/demodistrict.h"
#include "models/service/simulation/simulationdata.h"

#include <QCoreApplication>

#include <algorithm>
#include <thread>
#include <utility>

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(LivePlayer)
};

constexpr std::chrono::milliseconds kNap{200};

/** Writes a report, however long others keep the store locked. Ok as well if told to stop. */
Result<void> addPatiently(Store &store,
                          const SimulatedReport &report,
                          const std::function<bool()> &goOn,
                          const std::function<void(const Error &)> &waiting)
{
    bool told = false;
    while (goOn()) {
        const Result<Case> added = store.cases().add(report.id, report.step);
        // Another player with the same seed was first: the same report, so it is there already.
        if (added || added.error().code == ErrorCode::Conflict) {
            return {};
        }
        if (added.error().code != ErrorCode::Unreachable) {
            return added.error();
        }
        if (!std::exchange(told, true)) {
            waiting(added.error());
        }
        std::this_thread::sleep_for(kNap);
    }
    return {};
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
                     Words::tr("Simulated reports go into demo stores only; this is none."),
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
    CaseSimulator simulator(simulation, district, store.info().seed);
    Instant after = std::max(clock.now(), made);
    while (goOn()) {
        const std::optional<SimulatedReport> report = simulator.next(after);
        if (!report) {
            return {};
        }
        while (clock.now() < report->step.at) {
            if (!goOn()) {
                return {};
            }
            std::this_thread::sleep_for(kNap);
        }
        if (Result<void> added = addPatiently(store, *report, goOn, waiting); !added) {
            return added;
        }
        after = report->step.at;
    }
    return {};
}

} // namespace gridward
