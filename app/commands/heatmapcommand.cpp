// SPDX-License-Identifier: GPL-3.0-or-later
// `gridward heatmap STORE|FILE --out FILE`: the density of cases, or of the points of any file.
#include "app/commands/commandactor.h"
#include "app/commands/commandio.h"
#include "app/commands/commands.h"
#include "app/commands/heatmaporder.h"
#include "gis/engine/mapengine.h"
#include "gis/export/datasetexport.h"
#include "gis/heat/handedover.h"
#include "gis/heatfile/heatmapseries.h"
#include "models/service/auditdesk.h"
#include "models/store/geopackagestore.h"
#include "models/store/storelocation.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QLoggingCategory>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HeatmapCommand)
};

ExitStatus tell(const HeatmapReport &report, bool asJson)
{
    for (const QString &remark : report.remarks) {
        say(remark);
    }
    for (const QString &file : report.files) {
        say(Words::tr("%1 written.").arg(file));
    }
    if (asJson) {
        QJsonObject object = report.facts;
        object.insert(u"files"_s, QJsonArray::fromStringList(report.files));
        object.insert(u"remarks"_s, QJsonArray::fromStringList(report.remarks));
        printJson(QJsonDocument(object));
    }
    return ExitStatus::Done;
}

/** QGIS, where the file needs it; with a profile that is nobody's. */
class Engine
{
public:
    [[nodiscard]] Result<void> startFor(const QString &out)
    {
        if (!needsMapEngine(QFileInfo(out).suffix().toLower())) {
            return {};
        }
        QLoggingCategory::setFilterRules(u"gridward.*.info=false"_s);
        Result<std::unique_ptr<MapEngine>> started = MapEngine::start(mProfile.path());
        if (!started) {
            return started.error();
        }
        mEngine = std::move(started).value();
        return {};
    }

private:
    QTemporaryDir mProfile;
    std::unique_ptr<MapEngine> mEngine;
};

/** One file, or one for each part of the period. */
Result<HeatmapReport> work(const HeatmapOrder &order)
{
    const HeatmapJob &job = order.job;
    Engine engine;
    if (const Result<void> started = engine.startFor(job.out); !started) {
        return started.error();
    }
    ProgressLine line(Words::tr("heat map"));
    int percent = 0;
    const FileWatch watch{[&line, &percent] { return !line.show(percent); },
                          [&line, &percent](double share) {
                              percent = static_cast<int>(std::floor(100.0 * share));
                              (void)line.show(percent);
                          }};
    return order.parts.isEmpty() ? makeHeatmap(job, watch)
                                 : makeHeatmapSeries(job, order.parts, order.folder, watch);
}

/** What a window of ours ordered: see HeatChild. No store is opened and nobody signs in. */
ExitStatus runHandedOver(const QString &file)
{
    Engine engine;
    if (const Result<void> started = engine.startFor(u"page.pdf"_s); !started) {
        return failWith(started.error());
    }
    int told = -1;
    const Result<void> written = makeHandedOver(file, [&told](double percent) {
        const int now = static_cast<int>(std::floor(percent));
        if (now != std::exchange(told, now)) {
            std::printf("%d\n", now);
            std::fflush(stdout);
        }
    });
    return written ? ExitStatus::Done : failWith(written.error());
}

ExitStatus runOnFile(const CommandArguments &arguments)
{
    Result<HeatmapOrder> asked = heatmapOrder(arguments, {});
    const Result<std::optional<Instant>> at = arguments.time("at");
    if (!asked || !at) {
        return wrongUsage(asked ? at.error().message : asked.error().message);
    }
    if (arguments.value("edge") == "district"_L1) {
        return wrongUsage(
            Words::tr("--edge district goes with a store; with a file, name the areas: "
                      "--edge FILE."));
    }
    HeatmapOrder order = std::move(asked).value();
    HeatmapJob &job = order.job;
    if (job.isAtlas) {
        return wrongUsage(Words::tr("--atlas goes with a store and a .pdf."));
    }
    job.points.file = arguments.at(0);
    job.source = QFileInfo(arguments.at(0)).fileName();
    if (at.value()) {
        job.look.made = Words::tr("Made %1").arg(zonedText(*at.value(), u"UTC"_s));
    }
    const Result<HeatmapReport> report = work(order);
    return report ? tell(report.value(), arguments.has("json")) : failWith(report.error());
}

/** Cases as whoever runs it sees them, in a file of a private folder. */
Result<ExportReport> casesInto(Store &store, const HeatmapJob &job, const QString &file)
{
    ExportOptions options;
    options.file = file;
    options.where = job.points.where;
    ProgressLine progress(Words::tr("reading cases"));
    options.isCancelled = [&progress] { return !progress.show(0); };
    return exportCases([&store](const auto &visit) { return store.cases().visitAll(visit); },
                       options);
}

Result<void>
readDistrict(const CommandSeat &seat, const CommandArguments &arguments, HeatmapJob &job)
{
    Result<DistrictPicture> picture = readDistrictPicture(*seat.store, seat.clock->now());
    if (!picture) {
        return picture.error();
    }
    job.look.district = std::move(picture).value();
    job.look.district->openCases.clear();
    const bool hasStreets =
        std::ranges::any_of(job.look.district->divisions, [](const Division &division) {
            return division.level == "street"_L1 && !division.outline.isEmpty();
        });
    if (job.isAtlas && !hasStreets) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("The atlas needs streets with outlines, and the store has none."),
                     {}};
    }
    if (arguments.value("edge") != "district"_L1) {
        return {};
    }
    job.study.edge.clear();
    for (const Division &division : std::as_const(job.look.district->divisions)) {
        if (division.level == "district"_L1 && !division.outline.isEmpty()) {
            job.study.edgeOutlines.append(division.outline);
        }
    }
    if (job.study.edgeOutlines.isEmpty()) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("The store knows no outline of its district. Name the areas: --edge "
                               "FILE."),
                     {}};
    }
    return {};
}

/** What makes two periods, or the end of one, look like more or fewer cases than there are. */
QStringList remarksOnPeriods(const StudyOrder &study, Instant now)
{
    QStringList remarks;
    if (study.to && *study.to > now + std::chrono::days(1)) {
        remarks.append(
            Words::tr("The period is not over yet: it has fewer cases than it will have."));
    }
    if (study.otherFrom && study.otherTo && study.from && study.to) {
        const auto length = *study.to - *study.from;
        const auto other = *study.otherTo - *study.otherFrom;
        if (std::chrono::abs(length - other) > std::chrono::days(1)) {
            remarks.append(
                Words::tr("The two periods are not as long as each other: the longer one "
                          "has more cases by that alone. --unit per-km2-month makes up "
                          "for it."));
        }
    }
    return remarks;
}

ExitStatus runOnStore(const CommandArguments &arguments)
{
    if (arguments.has("layer") || arguments.has("time")) {
        return wrongUsage(Words::tr("--layer and --time go with a file, not with a store."));
    }
    const Result<CommandSeat> opened = openSeat(arguments);
    if (!opened) {
        return failWith(opened.error());
    }
    const CommandSeat &seat = opened.value();
    Result<HeatmapOrder> asked = heatmapOrder(arguments, seat.store->info().timeZone);
    if (!asked) {
        return wrongUsage(asked.error().message);
    }
    HeatmapOrder order = std::move(asked).value();
    HeatmapJob &job = order.job;
    const bool isPaper = !job.paper.isEmpty();
    if (const Result<void> may = checkPermitted(*seat.store, Thing::Statistics, u"export"_s);
        !may) {
        return failWith(may.error());
    }
    const QTemporaryDir folder;
    job.points.file = folder.filePath(u"cases.gpkg"_s);
    const Result<ExportReport> cases = casesInto(*seat.store, job, job.points.file);
    if (!cases) {
        return failWith(cases.error());
    }
    job.points.where.clear(); // only what it wants is in the file
    job.points.timeField = u"reported_at"_s;
    job.points.personalSources = u"source"_s;
    if (!arguments.has("k")) {
        job.study.fewest = kFewestPersonal; // of a store, unless --k says otherwise
    }
    if (job.study.fewest == 1) {
        job.study.fewest = 0; // hides nobody, so it must not hide what nothing reaches
    }
    job.source = seat.store->info().name;
    job.look.simulated = seat.store->info().isSimulated();
    if (const Result<void> read = readDistrict(seat, arguments, job); !read) {
        return failWith(read.error());
    }
    const OutputNote note{isPaper ? AuditKind::Print : AuditKind::Export,
                          Thing::Statistics,
                          u"heat-map"_s,
                          order.folder.isEmpty() ? job.out : order.folder,
                          cases.value().written};
    const Result<Stamp> stamp =
        allowOutput(*seat.store, note, {seat.user.name, commandOrigin(), seat.clock->now()});
    if (!stamp) {
        return failWith(stamp.error());
    }
    job.look.stamp = stamp.value();
    Result<HeatmapReport> report = work(order);
    if (!report) {
        return failWith(report.error());
    }
    HeatmapReport made = std::move(report).value();
    made.remarks += remarksOnPeriods(job.study, seat.clock->now());
    return tell(made, arguments.has("json"));
}

} // namespace

ExitStatus runHeatmap(const QStringList &given)
{
    if (given.value(0) == "--handed-over"_L1) {
        return runHandedOver(given.value(1));
    }
    const Result<CommandArguments> parsed =
        CommandArguments::parse(given, withActor(heatmapOptions()), 1, 1);
    if (!parsed) {
        return wrongUsage(parsed.error().message);
    }
    const CommandArguments &arguments = parsed.value();
    if (const Result<void> target = checkOutput(arguments.value("out"), {arguments.at(0)});
        !target) {
        return failWith(target.error());
    }
    if (arguments.has("out-dir")) {
        if (const Result<void> folder = checkSeriesFolder(arguments.value("out-dir")); !folder) {
            return failWith(folder.error());
        }
    }
    if (isServerAddress(arguments.at(0))) {
        return runOnStore(arguments);
    }
    const Result<bool> isStore =
        QFileInfo::exists(arguments.at(0)) ? GeoPackageStore::isStore(arguments.at(0)) : false;
    if (!isStore) {
        return failWith(isStore.error());
    }
    return isStore.value() ? runOnStore(arguments) : runOnFile(arguments);
}

} // namespace gridward
