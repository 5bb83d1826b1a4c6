// SPDX-License-Identifier: GPL-3.0-or-later
// `gridward export STORE KIND FILE`: grids, places, components, cases, events, tables
#include "app/commands/catalogueorder.h"
#include "app/commands/commandactor.h"
#include "app/commands/commandio.h"
#include "app/commands/commands.h"
#include "app/commands/rulesorder.h"
#include "app/commands/stafforder.h"
#include "gis/export/datasetexport.h"
#include "models/service/auditdesk.h"
#include "models/store/accessstore.h"
#include "models/store/storeguard.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ExportCommand)
};

/** All of them, read a page at a time: there may be hundreds of thousands. */
Feed<Component> componentsOf(Store &store)
{
    return [&store](const auto &visit) -> Result<void> {
        PlaceQuery query;
        while (true) {
            const Result<QList<Component>> page = store.components(query);
            if (!page) {
                return page.error();
            }
            for (const Component &one : page.value()) {
                if (!visit(one)) {
                    return {};
                }
            }
            if (page.value().size() < query.limit) {
                return {};
            }
            query.after = page.value().last().code;
        }
    };
}

Result<ExportReport> exportFrom(Store &store, const QString &kind, const ExportOptions &options)
{
    if (kind == "grids"_L1) {
        const Result<QList<UnitGrid>> grids = store.grids();
        return grids ? exportGrids(feedOf(grids.value()), options)
                     : Result<ExportReport>(grids.error());
    }
    if (kind == "places"_L1) {
        const Result<QList<KeyPlace>> places = store.keyPlaces();
        return places ? exportPlaces(feedOf(places.value()), options)
                      : Result<ExportReport>(places.error());
    }
    if (kind == "components"_L1) {
        return exportComponents(componentsOf(store), options);
    }
    // Who may see more than they may export takes along only that.
    const Result<std::shared_ptr<const AccessRules>> rules = store.access().rules();
    if (!rules) {
        return rules.error();
    }
    const auto mayTake = [&](const Case &subject) {
        return !store.acting() ||
               !rules.value()->denied(*store.acting(), Thing::Case, u"export"_s, spotOf(subject));
    };
    const CaseFeed cases = [&](const auto &visit) {
        return store.cases().visitAll([&](const Case &subject, const QList<CaseEvent> &events) {
            return !mayTake(subject) || visit(subject, events);
        });
    };
    return kind == "cases"_L1 ? exportCases(cases, options) : exportEvents(cases, options);
}

bool isOfPlaces(const QString &kind)
{
    return kind == "places"_L1 || kind == "components"_L1;
}

/** Rules and calendars are no secret: whoever may see them may take them along. */
Result<void> requireExport(Store &store, const QString &kind)
{
    if (kind == "rules"_L1 || kind == "calendar"_L1) {
        return requireRight(store, Thing::Rules, u"see"_s);
    }
    return requireRight(store,
                        kind == "grids"_L1       ? Thing::Division
                        : isOfPlaces(kind)       ? Thing::Place
                        : kind == "catalogue"_L1 ? Thing::Catalogue
                        : kind == "staff"_L1     ? Thing::Staff
                                                 : Thing::Case,
                        u"export"_s);
}

/** Who exports: the user whom the store works for by now. */
Result<Stamp> stampFor(Store &store)
{
    return stampOf(
        store,
        {store.acting() ? store.acting()->name : QString(), commandOrigin(), SystemClock().now()});
}

/** A workbook or a book of rules has no place for a stamp: it comes beside. */
ExitStatus stampedBeside(Store &store, const CommandArguments &arguments, ExitStatus status)
{
    if (status != ExitStatus::Done) {
        return status;
    }
    const Result<Stamp> stamp = stampFor(store);
    const Result<void> written =
        stamp ? writeStampBeside(arguments.at(2), stamp.value()) : Result<void>(stamp.error());
    return written ? status : failWith(written.error());
}

} // namespace

ExitStatus runExport(const QStringList &arguments)
{
    const Result<CommandArguments> parsed =
        CommandArguments::parse(arguments, withActor({{"where", "EXPR"}, {"json"}}), 3, 3);
    if (!parsed) {
        return wrongUsage(parsed.error().message);
    }
    const CommandArguments &given = parsed.value();
    const QString kind = given.at(1);
    static const QStringList kinds{u"grids"_s,
                                   u"places"_s,
                                   u"components"_s,
                                   u"cases"_s,
                                   u"events"_s,
                                   u"catalogue"_s,
                                   u"staff"_s,
                                   u"rules"_s,
                                   u"calendar"_s};
    if (!kinds.contains(kind)) {
        return wrongUsage(
            Words::tr("What is exported must be one of: %1").arg(kinds.join(u", "_s)));
    }
    const bool isRules = kind == "rules"_L1 || kind == "calendar"_L1;
    if (given.has("where") && (isRules || kind == "catalogue"_L1 || kind == "staff"_L1)) {
        return wrongUsage(Words::tr("--where goes with rows of the map and of cases."));
    }
    if (const Result<void> target = checkOutput(given.at(2), {given.at(0)}); !target) {
        return failWith(target.error());
    }
    Result<std::unique_ptr<Store>> opened = openStore(given.at(0));
    if (!opened) {
        return failWith(opened.error());
    }
    const std::unique_ptr<Store> store = std::move(opened).value();
    const Result<User> user = actFor(*store, given, SystemClock().now());
    const Result<void> may = user ? requireExport(*store, kind) : Result<void>(user.error());
    if (!may) {
        return failWith(may.error());
    }
    if (kind == "catalogue"_L1) {
        return stampedBeside(*store, given, runCatalogueExport(*store, given));
    }
    if (kind == "staff"_L1) {
        return runStaffExport(*store, given);
    }
    if (isRules) {
        return stampedBeside(*store, given, runRulesExport(*store, kind, given));
    }
    ExportOptions options;
    options.file = given.at(2);
    options.where = given.value("where");
    const Result<Stamp> stamp = stampFor(*store);
    if (!stamp) {
        return failWith(stamp.error());
    }
    options.stamp = stamp.value();
    Result<ExportReport> report = Error{};
    {
        ProgressLine progress(Words::tr("exporting"));
        options.isCancelled = [&] { return !progress.show(0); };
        report = exportFrom(*store, kind, options);
    }
    if (!report) {
        return failWith(report.error());
    }
    QJsonObject facts{{u"kind"_s, kind},
                      {u"format"_s, QFileInfo(options.file).suffix()},
                      {u"rows"_s, report.value().written}};
    if (!options.where.isEmpty()) {
        facts.insert(u"where"_s, options.where);
    }
    if (const Result<void> noted = noteExport(*store, options.file, facts); !noted) {
        return failWith(noted.error());
    }
    for (const QString &note : report.value().notes) {
        say(note);
    }
    say(Words::tr("%1: %n row(s) written.", nullptr, static_cast<int>(report.value().written))
            .arg(options.file));
    if (given.has("json")) {
        printJson(QJsonDocument(
            QJsonObject{{u"file"_s, options.file},
                        {u"written"_s, report.value().written},
                        {u"passed_over"_s, report.value().passedOver},
                        {u"without_place"_s, report.value().withoutPlace},
                        {u"notes"_s, QJsonArray::fromStringList(report.value().notes)}}));
    }
    return ExitStatus::Done;
}

} // namespace gridward
