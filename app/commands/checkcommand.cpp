// SPDX-License-Identifier: GPL-3.0-or-later
// `gridward check`: proves what can be proved of a store.
#include "app/commands/commandactor.h"
#include "app/commands/commands.h"
#include "gis/import/partitioncheck.h"
#include "models/service/storecheck.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CheckCommand)
};

/** Are the grids a partition of the divisions they belong to? */
Result<PartitionReport> checkGrids(Store &store)
{
    const Result<QList<Division>> divisions = store.divisions();
    const Result<QList<UnitGrid>> grids = store.grids();
    if (!divisions || !grids) {
        return divisions ? grids.error() : divisions.error();
    }
    QList<PartitionArea> areas;
    PartitionOptions options;
    options.codeTemplate = GridCodeTemplate::parse(store.info().gridCodeTemplate);
    for (const Division &division : divisions.value()) {
        options.parents.append({division.code, division.parent, division.outline});
    }
    for (const UnitGrid &grid : grids.value()) {
        areas.append({grid.code, grid.community, grid.outline});
    }
    return checkPartition(areas, options);
}

QJsonObject partitionJson(const PartitionReport &report)
{
    return {{u"crs"_s, u"EPSG:%1"_s.arg(report.epsg)},
            {u"grids"_s, report.squareMetres.size()},
            {u"sum_of_areas_m2"_s, report.sumOfAreas},
            {u"union_m2"_s, report.unionArea},
            {u"divisions_m2"_s, report.parentsUnionArea},
            {u"overlap_m2"_s, report.overlapArea},
            {u"gap_m2"_s, report.gapArea},
            {u"unmatched_edges"_s, report.unmatchedEdges}};
}

} // namespace

ExitStatus runCheck(const QStringList &arguments)
{
    const Result<CommandArguments> parsed =
        CommandArguments::parse(arguments, withActor({{"json"}}), 1, 1);
    if (!parsed) {
        return wrongUsage(parsed.error().message);
    }
    Result<std::unique_ptr<Store>> opened = openStore(parsed.value().at(0));
    if (!opened) {
        return failWith(opened.error());
    }
    const std::unique_ptr<Store> store = std::move(opened).value();
    const Result<User> user = actFor(*store, parsed.value(), SystemClock().now());
    const Result<void> may =
        user ? requireRight(*store, Thing::Store, u"back-up"_s) : Result<void>(user.error());
    if (!may) {
        return failWith(may.error());
    }
    store->actAs(std::nullopt, {}); // whoever may copy all of it may have all of it looked at
    Result<QList<CheckFinding>> findings = Error{};
    Result<PartitionReport> partition = Error{};
    {
        ProgressLine progress(Words::tr("checking"));
        findings = checkStore(*store, [&](int percent) { return progress.show(percent); });
        partition = checkGrids(*store);
        progress.show(100);
    }
    for (const Error &error :
         {findings ? Error{} : findings.error(), partition ? Error{} : partition.error()}) {
        if (error.message.isEmpty()) {
            continue;
        }
        if (error.code != ErrorCode::Unreadable) {
            return failWith(error);
        }
        // Damage is what a check is there to find.
        findings = QList<CheckFinding>{{u"damage"_s, {}, error.message}};
        partition = PartitionReport{};
    }
    QJsonArray problems;
    QJsonArray warnings;
    const auto add = [&](QJsonArray &to,
                         const QString &kind,
                         const QString &subject,
                         const QString &message) {
        to.append(QJsonObject{{u"kind"_s, kind}, {u"subject"_s, subject}, {u"message"_s, message}});
        say(message);
    };
    for (const CheckFinding &finding : findings.value()) {
        add(problems, finding.kind, finding.subject, finding.message);
    }
    for (const PartitionFinding &finding : partition.value().findings) {
        add(finding.isWarning ? warnings : problems,
            u"grid-"_s + toId(finding.kind),
            finding.codes.join(u' '),
            finding.message);
    }
    const bool ok = problems.isEmpty();
    if (parsed.value().has("json")) {
        printJson(QJsonDocument(QJsonObject{{u"ok"_s, ok},
                                            {u"findings"_s, problems},
                                            {u"warnings"_s, warnings},
                                            {u"partition"_s, partitionJson(partition.value())}}));
    } else {
        say(ok ? Words::tr("The store is sound.")
               : Words::tr("%n thing(s) are not as they must be.",
                           nullptr,
                           static_cast<int>(problems.size())));
    }
    return ok ? ExitStatus::Done : ExitStatus::Failed;
}

} // namespace gridward
