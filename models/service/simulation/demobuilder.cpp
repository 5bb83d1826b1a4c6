// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/simulation/demobuilder.h"

#include "models/domain/lifecycle.h"
#include "models/service/simulation/casesimulator.h"
#include "models/service/simulation/demoinbox.h"
#include "models/service/simulation/demopersonal.h"
#include "models/store/auditstore.h"
#include "models/store/personalstore.h"
#include "models/store/staffstore.h"

#include <QCoreApplication>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(DemoBuilder)
};

constexpr std::size_t kBatch = 128;     ///< cases handed over at once
constexpr std::size_t kMostBatches = 4; ///< that may wait
constexpr int kGroundPercent = 10;

using CaseBundle = std::vector<SimulatedCase>;

/** Hands bundles of cases from one thread to another; the giver waits when too many lie there. */
class BundleQueue
{
public:
    /** False if nobody wants more. */
    bool give(CaseBundle bundle)
    {
        std::unique_lock lock(mMutex);
        mChanged.wait(lock, [this] { return mBundles.size() < kMostBatches || mIsClosed; });
        if (mIsClosed) {
            return false;
        }
        mBundles.push_back(std::move(bundle));
        mChanged.notify_all();
        return true;
    }
    /** Empty when there will be no more. */
    CaseBundle take()
    {
        std::unique_lock lock(mMutex);
        mChanged.wait(lock, [this] { return !mBundles.empty() || mIsEnded; });
        if (mBundles.empty()) {
            return {};
        }
        CaseBundle bundle = std::move(mBundles.front());
        mBundles.pop_front();
        mChanged.notify_all();
        return bundle;
    }
    /** The giver has no more. */
    void end()
    {
        const std::scoped_lock lock(mMutex);
        mIsEnded = true;
        mChanged.notify_all();
    }
    /** The taker wants no more. */
    void close()
    {
        const std::scoped_lock lock(mMutex);
        mIsClosed = true;
        mChanged.notify_all();
    }

private:
    std::mutex mMutex;
    std::condition_variable mChanged;
    std::deque<CaseBundle> mBundles;
    bool mIsEnded = false;
    bool mIsClosed = false;
};

/** The thread that makes the cases; stops and ends with this object. */
class CaseProducer
{
public:
    CaseProducer(CaseSimulator &simulator, const SimulationPlan &plan)
        : mThread([this, &simulator, &plan] { run(simulator, plan); })
    {
    }
    ~CaseProducer()
    {
        mQueue.close();
        mThread.join();
    }
    Q_DISABLE_COPY_MOVE(CaseProducer)

    [[nodiscard]] CaseBundle take() { return mQueue.take(); }

private:
    void run(CaseSimulator &simulator, const SimulationPlan &plan)
    {
        CaseBundle bundle;
        const Result<void> all = simulator.simulate(plan, [&](SimulatedCase made) {
            bundle.push_back(std::move(made));
            if (bundle.size() < kBatch) {
                return true;
            }
            return mQueue.give(std::exchange(bundle, {}));
        });
        if (all && !bundle.empty()) {
            mQueue.give(std::move(bundle));
        }
        mQueue.end();
    }

    BundleQueue mQueue;
    std::thread mThread; // last: it uses the queue from its first moment
};

Error cancelled()
{
    return Error{ErrorCode::Cancelled, Words::tr("Making the demo was stopped."), {}};
}

StoreInfo infoOf(const DemoDistrict &district, const DemoOptions &options)
{
    StoreInfo info;
    info.district = district.code;
    info.name = district.name + u"（模拟）"_s;
    info.purpose = u"demo"_s;
    info.timeZone = QString::fromLatin1(kDemoZone);
    info.scheme = defaultScheme();
    info.created = options.at;
    info.simulatedAt = options.at;
    info.seed = options.seed;
    return info;
}

PersonalActor importerOf(const DemoOptions &options)
{
    return {u"admin1"_s, u"demo"_s, Instant(options.at - std::chrono::days(options.days))};
}

/** Who called, the inbox, and what the audit log holds of the last hours: that goes by time. */
Result<void> writePersonal(Store &store,
                           const DemoDistrict &district,
                           const QList<Household> &households,
                           const QList<std::pair<CaseId, Caller>> &callers,
                           const DemoInbox &inbox,
                           const DemoOptions &options,
                           DemoReport &report)
{
    const PersonalActor importer = importerOf(options);
    for (const Result<void> &step :
         {store.personal().importHouseholds(households, u"模拟数据"_s, importer),
          store.personal().importCallers(callers, u"模拟数据"_s, importer)}) {
        if (!step) {
            return step;
        }
    }
    const QList<AuditEntry> entries = demoAuditEntries(district, households);
    auto next = inbox.imports.begin();
    const auto importUntil = [&](std::optional<Instant> moment) -> Result<void> {
        for (; next != inbox.imports.end() && (!moment || next->at <= *moment); ++next) {
            const Result<qint64> rows = writeDemoImport(store, *next);
            if (!rows) {
                return rows.error();
            }
            report.inbox += rows.value();
        }
        return {};
    };
    for (const AuditEntry &entry : entries) {
        for (const Result<void> &step : {importUntil(entry.at), store.audit().append(entry)}) {
            if (!step) {
                return step;
            }
        }
    }
    for (const Result<void> &step : {importUntil({}), writeDemoTriage(store, inbox)}) {
        if (!step) {
            return step;
        }
    }
    report.households = households.size();
    report.callers = callers.size();
    report.auditEntries = entries.size();
    return {};
}

Result<void> writeGround(Store &store, const DemoDistrict &district, const DemoOptions &options)
{
    Result<void> result = store.writeInfo(infoOf(district, options));
    const auto write = [&](const auto &rows) {
        if (result) {
            result = store.write(rows);
        }
    };
    write(district.divisions);
    write(district.organisations);
    if (result) {
        result = store.write(district.grids,
                             u"admin1"_s,
                             u"模拟数据"_s,
                             Instant(options.at - std::chrono::days(options.days)));
    }
    write(district.people);
    write(district.duties);
    write(district.shifts);
    const auto writeStaff = [&](const auto &rows) {
        if (result) {
            result = store.staff().write(rows);
        }
    };
    writeStaff(district.posts);
    writeStaff(district.holdings);
    writeStaff(district.leaves);
    writeStaff(district.handovers);
    write(district.positions);
    write(district.keyPlaces);
    write(district.components);
    write(district.addresses);
    write(district.resources);
    write(district.users);
    write(district.catalogue);
    write(district.standards);
    write(sampleRuleBook());
    write(sampleCalendar());
    return result;
}

DemoReport countGround(const DemoDistrict &district)
{
    DemoReport report;
    report.divisions = district.divisions.size();
    report.grids = district.grids.size();
    report.organisations = district.organisations.size();
    report.people = district.people.size();
    report.duties = district.duties.size();
    report.shifts = district.shifts.size();
    report.positions = district.positions.size();
    report.keyPlaces = district.keyPlaces.size();
    report.components = district.components.size();
    report.addresses = district.addresses.size();
    report.resources = district.resources.size();
    report.users = district.users.size();
    report.catalogue = district.catalogue.size();
    report.standards = district.standards.size();
    return report;
}

Result<void> writeCases(Store &store,
                        CaseSimulator &simulator,
                        const SimulationPlan &plan,
                        const std::function<bool(int)> &progress,
                        const std::function<void(const SimulatedCase &)> &added,
                        DemoReport &report)
{
    Result<std::unique_ptr<CaseBatch>> begun = store.cases().beginBatch();
    if (!begun) {
        return begun.error();
    }
    const std::unique_ptr<CaseBatch> batch = std::move(begun).value();
    CaseProducer producer(simulator, plan);
    int told = kGroundPercent;
    for (CaseBundle bundle = producer.take(); !bundle.empty(); bundle = producer.take()) {
        for (const SimulatedCase &made : bundle) {
            if (const Result<bool> kept = batch->add(made.id, made.steps); !kept) {
                return kept.error();
            }
            added(made);
            ++report.cases;
            report.events += made.steps.size();
            report.open += isOpen(made.steps.last().to) ? 1 : 0;
        }
        const auto percent =
            static_cast<int>(kGroundPercent + report.cases * (99 - kGroundPercent) /
                                                  std::max<qint64>(plan.cases, 1));
        if (percent > told && progress && !progress(percent)) {
            return cancelled();
        }
        told = percent;
    }
    if (report.cases != plan.cases) {
        return Error{ErrorCode::Internal,
                     Words::tr("The simulation ended early. Try again with another seed."),
                     u"%1 of %2 cases"_s.arg(report.cases).arg(plan.cases)};
    }
    return batch->commit();
}

} // namespace

Result<DemoReport> buildDemo(Store &store,
                             const DemoOptions &options,
                             const std::function<bool(int percent)> &progress)
{
    const auto goesOn = [&](int percent) { return !progress || progress(percent); };
    const Result<SimulationData> data =
        readSimulationData(options.dataFolder, options.catalogueFolder);
    if (!data) {
        return data.error();
    }
    if (!goesOn(2)) {
        return cancelled();
    }
    const Result<DemoDistrict> district = buildDemoDistrict(data.value(), options.at, options.seed);
    if (!district) {
        return district.error();
    }
    CaseSimulator simulator(data.value(), district.value(), options.seed);
    const Result<SimulationPlan> plan =
        simulator.plan({options.at, options.days, options.open, options.cases});
    if (!plan) {
        return plan.error();
    }
    if (!goesOn(5)) {
        return cancelled();
    }
    const Result<void> ground =
        store.transaction([&] { return writeGround(store, district.value(), options); });
    if (!ground) {
        return ground.error();
    }
    if (!goesOn(kGroundPercent)) {
        return cancelled();
    }
    DemoReport report = countGround(district.value());
    const DemoPersonMaker people(data.value());
    QList<std::pair<CaseId, Caller>> callers;
    QList<DemoCall> calls;
    const auto addCaller = [&, index = qint64{0}](const SimulatedCase &made) mutable {
        ++index;
        if (const auto call =
                demoCallOf(made.id, made.steps, options.at - std::chrono::hours(24))) {
            calls.append(*call);
        }
        if (made.steps.first().facts.value(QLatin1String(fact::kSource)).toString() ==
            toId(CaseSource::Hotline)) {
            callers.append({made.id, people.caller(options.seed, index)});
        }
    };
    if (const Result<void> cases =
            writeCases(store, simulator, plan.value(), progress, addCaller, report);
        !cases) {
        return cases.error();
    }
    const QList<Household> households = people.households(district.value());
    const DemoInbox inbox = makeDemoInbox(data.value(), district.value(), calls);
    if (const Result<void> personal = store.transaction([&] {
            return writePersonal(
                store, district.value(), households, callers, inbox, options, report);
        });
        !personal) {
        return personal.error();
    }
    if (!goesOn(100)) {
        return cancelled();
    }
    return report;
}

} // namespace gridward
