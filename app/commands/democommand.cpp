// SPDX-License-Identifier: GPL-3.0-or-later
// `gridward demo`: the simulated district.
#include "app/commands/commandio.h"
#include "app/commands/commands.h"
#include "app/places.h"
#include "models/service/simulation/demobuilder.h"
#include "models/service/simulation/liveplayer.h"
#include "models/store/storeopening.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonObject>

#include <optional>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(DemoCommand)
};

constexpr qint64 kMostCases = 20'000'000;

Result<DemoOptions> optionsFrom(const CommandArguments &arguments)
{
    const Result<std::optional<Instant>> at = arguments.time("at");
    const Result<qint64> days = arguments.number("days", 90, 1, 3660);
    const Result<qint64> open = arguments.number("open", 1500, 1, 1'000'000);
    const Result<qint64> cases = arguments.number("cases", -1, 1, kMostCases);
    const Result<qint64> seed = arguments.number("seed", 1, 0, 2'000'000'000);
    if (!at) {
        return at.error();
    }
    for (const Result<qint64> &number : {days, open, cases, seed}) {
        if (!number) {
            return number.error();
        }
    }
    using std::chrono::sys_days;
    const Instant moment = at.value().value_or(SystemClock().now());
    if (moment < sys_days(std::chrono::year(1990) / 1 / 1) ||
        moment > sys_days(std::chrono::year(2200) / 1 / 1)) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("--at must lie between the years 1990 and 2200."),
                     {}};
    }
    DemoOptions options;
    options.at = std::chrono::floor<std::chrono::hours>(at.value().value_or(SystemClock().now()));
    if (at.value()) {
        options.at = *at.value();
    }
    options.days = static_cast<int>(days.value());
    options.open = static_cast<int>(open.value());
    options.cases = cases.value();
    options.seed = seed.value();
    options.dataFolder = places::sharedFolder(u"demo"_s);
    options.catalogueFolder = places::sharedFolder(u"catalogue"_s);
    return options;
}

QJsonObject toJson(const DemoReport &report, const QString &path, const DemoOptions &options)
{
    return {{u"store"_s, path},
            {u"simulated"_s, true},
            {u"at"_s, toIsoText(options.at)},
            {u"seed"_s, options.seed},
            {u"divisions"_s, report.divisions},
            {u"grids"_s, report.grids},
            {u"organisations"_s, report.organisations},
            {u"people"_s, report.people},
            {u"duties"_s, report.duties},
            {u"shifts"_s, report.shifts},
            {u"staff_positions"_s, report.positions},
            {u"key_places"_s, report.keyPlaces},
            {u"components"_s, report.components},
            {u"addresses"_s, report.addresses},
            {u"resources"_s, report.resources},
            {u"users"_s, report.users},
            {u"catalogue"_s, report.catalogue},
            {u"filing_standards"_s, report.standards},
            {u"cases"_s, report.cases},
            {u"events"_s, report.events},
            {u"open"_s, report.open},
            {u"households"_s, report.households},
            {u"callers"_s, report.callers},
            {u"audit_entries"_s, report.auditEntries},
            {u"inbox"_s, report.inbox}};
}

} // namespace

ExitStatus runDemo(const QStringList &arguments)
{
    const Result<CommandArguments> parsed = CommandArguments::parse(arguments,
                                                                    {{"out", "D.gpkg"},
                                                                     {"at", "TIME"},
                                                                     {"days", "N"},
                                                                     {"open", "N"},
                                                                     {"cases", "N"},
                                                                     {"seed", "N"},
                                                                     {"live"},
                                                                     {"json"}},
                                                                    0,
                                                                    0);
    if (!parsed) {
        return wrongUsage(parsed.error().message);
    }
    const Result<DemoOptions> options = optionsFrom(parsed.value());
    if (!options) {
        return wrongUsage(options.error().message);
    }
    QString path = parsed.value().value("out");
    if (path.isEmpty()) {
        path = places::demoStore();
        QDir().mkpath(QFileInfo(path).absolutePath());
    }
    // From here on Ctrl+C is a wish that is heard: half a store must not be left lying about.
    std::optional<ProgressLine> progress(std::in_place, Words::tr("making the simulated district"));
    StoreInfo info;
    info.purpose = u"demo"_s;
    Result<std::unique_ptr<SqlStore>> created = createStore(path, info);
    if (!created) {
        return failWith(created.error());
    }
    std::unique_ptr<SqlStore> store = std::move(created).value();
    const Result<DemoReport> report =
        buildDemo(*store, options.value(), [&](int percent) { return progress->show(percent); });
    if (!report) {
        return failWith(report.error());
    }
    if (const Result<void> published = store->publish(); !published) {
        return failWith(published.error());
    }
    progress.reset();
    say(Words::tr("%1 is ready: %2 grids, %3 simulated cases, %4 of them open.")
            .arg(path)
            .arg(report.value().grids)
            .arg(report.value().cases)
            .arg(report.value().open));
    if (parsed.value().has("json")) {
        printJson(QJsonDocument(toJson(report.value(), path, options.value())));
    }
    if (!parsed.value().has("live")) {
        return ExitStatus::Done;
    }
    ProgressLine running(Words::tr("the demo goes on; Ctrl+C ends it"));
    const LiveFolders folders{options.value().dataFolder, options.value().catalogueFolder};
    const Result<void> played = playLive(
        *store,
        folders,
        SystemClock(),
        [&] { return running.show(100); },
        [](const Error &error) { say(error.message); });
    return played ? ExitStatus::Done : failWith(played.error());
}

} // namespace gridward
