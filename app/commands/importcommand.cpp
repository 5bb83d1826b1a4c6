// SPDX-License-Identifier: GPL-3.0-or-later
// `gridward import STORE KIND FILE`
#include "app/commands/caseimportorder.h"
#include "app/commands/catalogueorder.h"
#include "app/commands/commandactor.h"
#include "app/commands/commandio.h"
#include "app/commands/commands.h"
#include "app/commands/inboxorder.h"
#include "app/commands/rulesorder.h"
#include "app/commands/stafforder.h"
#include "app/places.h"
#include "gis/import/areareader.h"
#include "gis/import/householdreader.h"
#include "gis/import/organisationreader.h"
#include "gis/import/placereader.h"
#include "gis/import/staffreader.h"
#include "models/service/casedesk.h"
#include "models/store/personalstore.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ImportCommand)
};

constexpr int kMostSaid = 20;

/** What is told of an import, whatever its kind. */
struct Outcome
{
    qint64 read = 0;
    qint64 accepted = 0;
    QList<Refusal> refused;
    QStringList notes;
    QJsonArray findings;
};

QJsonArray toJson(const QList<Refusal> &refusals)
{
    QJsonArray array;
    for (const Refusal &refusal : refusals) {
        array.append(QJsonObject{{u"number"_s, refusal.number},
                                 {u"line"_s, refusal.line},
                                 {u"code"_s, refusal.code},
                                 {u"reason"_s, refusal.reason}});
    }
    return array;
}

/** A line is found by its number; a feature of a map is found by its code as well. */
QString whereAndWhy(const Refusal &refusal)
{
    if (refusal.line > 0) {
        return Words::tr("line %1: %2").arg(refusal.line).arg(refusal.reason);
    }
    return refusal.code.isEmpty()
               ? Words::tr("feature %1: %2").arg(refusal.number).arg(refusal.reason)
               : Words::tr("feature %1 (%2): %3")
                     .arg(QString::number(refusal.number), refusal.code, refusal.reason);
}

ExitStatus tell(const QString &kind, const Outcome &outcome, bool json)
{
    for (const QString &note : outcome.notes) {
        say(note);
    }
    for (const Refusal &refusal :
         outcome.refused.first(std::min<qsizetype>(outcome.refused.size(), kMostSaid))) {
        say(whereAndWhy(refusal));
    }
    if (outcome.refused.size() > kMostSaid) {
        say(Words::tr("… and %n more refused; --json lists them all.",
                      nullptr,
                      static_cast<int>(outcome.refused.size() - kMostSaid)));
    }
    say(Words::tr("%1: %2 read, %3 taken, %4 refused.")
            .arg(kind)
            .arg(outcome.read)
            .arg(outcome.accepted)
            .arg(outcome.refused.size()));
    if (json) {
        printJson(
            QJsonDocument(QJsonObject{{u"kind"_s, kind},
                                      {u"read"_s, outcome.read},
                                      {u"accepted"_s, outcome.accepted},
                                      {u"refused"_s, outcome.refused.size()},
                                      {u"refusals"_s, toJson(outcome.refused)},
                                      {u"findings"_s, outcome.findings},
                                      {u"notes"_s, QJsonArray::fromStringList(outcome.notes)}}));
    }
    return outcome.refused.isEmpty() ? ExitStatus::Done : ExitStatus::PartlyRejected;
}

SourceOptions sourceFrom(const CommandArguments &arguments)
{
    SourceOptions source;
    source.layer = arguments.value("layer");
    source.crs = arguments.value("crs");
    source.encoding = arguments.value("encoding");
    for (const QString &pair : arguments.values("map")) {
        source.mapping.insert(pair.section(u'=', 0, 0), pair.section(u'=', 1));
    }
    return source;
}

/** Writes what an import took and the note of it, together. */
Result<void> keep(Store &store,
                  const QString &kind,
                  const QString &file,
                  const QString &actor,
                  const Outcome &outcome,
                  const std::function<Result<void>()> &write)
{
    return store.transaction([&]() -> Result<void> {
        if (Result<void> written = write(); !written) {
            return written;
        }
        Result<void> noted = store.write(ImportRun{kind,
                                                   QFileInfo(file).fileName(),
                                                   {},
                                                   SystemClock().now(),
                                                   actor,
                                                   outcome.accepted,
                                                   0,
                                                   outcome.refused.size()});
        return noted ? noteInAudit(store,
                                   AuditKind::Import,
                                   QFileInfo(file).fileName(),
                                   {{u"kind"_s, kind},
                                    {u"accepted"_s, outcome.accepted},
                                    {u"refused"_s, outcome.refused.size()}})
                     : noted;
    });
}

/** Whoever imports things of a kind must be allowed to change them. */
Thing thingOf(const QString &kind)
{
    if (kind == "cases"_L1) {
        return Thing::Case;
    }
    if (kind == "households"_L1) {
        return Thing::Personal;
    }
    if (kind == "divisions"_L1 || kind == "grids"_L1) {
        return Thing::Division;
    }
    if (kind == "organisations"_L1 || kind == "staff"_L1) {
        return Thing::Staff;
    }
    if (kind == "catalogue"_L1) {
        return Thing::Catalogue;
    }
    return kind == "rules"_L1 || kind == "calendar"_L1 ? Thing::Rules : Thing::Place;
}

Result<Outcome> importGrids(Store &store, const CommandArguments &arguments, const QString &actor)
{
    const Result<QList<Division>> known = store.divisions();
    if (!known) {
        return known.error();
    }
    AreaReadOptions options;
    options.source = sourceFrom(arguments);
    options.codeTemplate = GridCodeTemplate::parse(store.info().gridCodeTemplate)
                               .value_or(GridCodeTemplate::standard());
    options.district = store.info().district;
    options.districtName = store.info().name;
    options.known = known.value();
    Result<GridReadReport> read = readGrids(arguments.at(2), options);
    if (!read) {
        return read.error();
    }
    const GridReadReport report = std::move(read).value();
    Outcome outcome{report.read, report.grids.size(), report.refused, report.notes, {}};
    for (const PartitionFinding &finding : report.partition.findings) {
        outcome.findings.append(QJsonObject{{u"kind"_s, toId(finding.kind)},
                                            {u"warning"_s, finding.isWarning},
                                            {u"codes"_s, QJsonArray::fromStringList(finding.codes)},
                                            {u"m2"_s, finding.squareMetres},
                                            {u"lon"_s, finding.place.longitude},
                                            {u"lat"_s, finding.place.latitude},
                                            {u"message"_s, finding.message}});
        outcome.notes.append(finding.message);
    }
    const Result<void> kept =
        keep(store, u"grids"_s, arguments.at(2), actor, outcome, [&]() -> Result<void> {
            if (Result<void> divisions = store.write(report.divisions); !divisions) {
                return divisions;
            }
            return store.write(
                report.grids,
                actor,
                Words::tr("imported from %1").arg(QFileInfo(arguments.at(2)).fileName()),
                SystemClock().now());
        });
    return kept ? Result<Outcome>(outcome) : Result<Outcome>(kept.error());
}

Result<Outcome>
importDivisions(Store &store, const CommandArguments &arguments, const QString &actor)
{
    const Result<QList<Division>> known = store.divisions();
    if (!known) {
        return known.error();
    }
    AreaReadOptions options;
    options.source = sourceFrom(arguments);
    options.district = store.info().district;
    options.districtName = store.info().name;
    options.known = known.value();
    Result<DivisionReadReport> read = readDivisions(arguments.at(2), options);
    if (!read) {
        return read.error();
    }
    const DivisionReadReport report = std::move(read).value();
    const Outcome outcome{report.read, report.divisions.size(), report.refused, report.notes, {}};
    const Result<void> kept = keep(store, u"divisions"_s, arguments.at(2), actor, outcome, [&] {
        return store.write(report.divisions);
    });
    return kept ? Result<Outcome>(outcome) : Result<Outcome>(kept.error());
}

Result<PlaceReadOptions> placeOptions(Store &store, const CommandArguments &arguments)
{
    PlaceReadOptions options;
    options.source = sourceFrom(arguments);
    options.district = store.info().district;
    options.scheme = store.info().scheme;
    const Result<QList<UnitGrid>> grids = store.grids();
    if (!grids) {
        return grids.error();
    }
    QList<GridOutline> outlines;
    for (const UnitGrid &grid : grids.value()) {
        outlines.append({grid.code, grid.outline});
    }
    Result<std::shared_ptr<const GridLocator>> locator = GridLocator::build(outlines);
    if (!locator) {
        return locator.error();
    }
    if (!outlines.isEmpty()) {
        options.grids = std::move(locator).value();
    }
    for (auto [scheme, classes] : {std::pair{options.scheme, &options.classes},
                                   std::pair{options.legacyScheme, &options.legacyClasses}}) {
        const Result<QList<CatalogueEntry>> entries = store.catalogue(scheme);
        if (!entries) {
            return entries.error();
        }
        for (const CatalogueEntry &entry : entries.value()) {
            if (entry.key.kind == CaseKind::Component) {
                classes->insert(entry.key.code);
            }
        }
    }
    return options;
}

template <typename T>
Result<Outcome> importPlaces(Store &store,
                             const CommandArguments &arguments,
                             const QString &actor,
                             Result<PlaceReadReport<T>> (*reader)(const QString &,
                                                                  const PlaceReadOptions &))
{
    const Result<PlaceReadOptions> options = placeOptions(store, arguments);
    if (!options) {
        return options.error();
    }
    Result<PlaceReadReport<T>> read = reader(arguments.at(2), options.value());
    if (!read) {
        return read.error();
    }
    const PlaceReadReport<T> report = std::move(read).value();
    Outcome outcome{report.read, report.places.size(), report.refused, report.notes, {}};
    for (const GridCorrection &corrected : report.corrected) {
        outcome.findings.append(QJsonObject{{u"kind"_s, u"grid-corrected"_s},
                                            {u"number"_s, corrected.number},
                                            {u"code"_s, corrected.code},
                                            {u"given"_s, corrected.given},
                                            {u"found"_s, corrected.found}});
    }
    const Result<void> kept = keep(store, arguments.at(1), arguments.at(2), actor, outcome, [&] {
        return store.write(report.places);
    });
    return kept ? Result<Outcome>(outcome) : Result<Outcome>(kept.error());
}

/** The kinds of the catalogue, and those that the store's organisations are of already. */
Result<QList<UnitKind>> unitKinds(const QList<Organisation> &known)
{
    Result<QList<UnitKind>> read =
        readUnitKinds(places::sharedFolder(u"catalogue"_s) + u"/handling-units-sample.csv"_s);
    if (!read) {
        return read.error();
    }
    QList<UnitKind> kinds = std::move(read).value();
    for (const Organisation &one : known) {
        if (!one.kind.isEmpty() &&
            std::ranges::find(kinds, one.kind, &UnitKind::key) == kinds.end()) {
            kinds.append({one.kind, one.kind, one.kind, one.handles});
        }
    }
    return kinds;
}

Result<OrganisationReadOptions> organisationOptions(Store &store, const CommandArguments &arguments)
{
    const Result<QList<Division>> divisions = store.divisions();
    const Result<QList<Organisation>> known = store.organisations();
    if (!divisions || !known) {
        return !divisions ? divisions.error() : known.error();
    }
    const Result<QList<UnitKind>> kinds = unitKinds(known.value());
    if (!kinds) {
        return kinds.error();
    }
    OrganisationReadOptions options{sourceFrom(arguments), kinds.value(), {}, known.value()};
    for (const Division &division : divisions.value()) {
        options.divisions.insert(division.code);
    }
    return options;
}

Result<Outcome>
importOrganisations(Store &store, const CommandArguments &arguments, const QString &actor)
{
    const Result<OrganisationReadOptions> options = organisationOptions(store, arguments);
    if (!options) {
        return options.error();
    }
    Result<OrganisationReadReport> read = readOrganisations(arguments.at(2), options.value());
    if (!read) {
        return read.error();
    }
    const OrganisationReadReport report = std::move(read).value();
    const Outcome outcome{
        report.read, report.organisations.size(), report.refused, report.notes, {}};
    const Result<void> kept = keep(store, u"organisations"_s, arguments.at(2), actor, outcome, [&] {
        return store.write(report.organisations);
    });
    return kept ? Result<Outcome>(outcome) : Result<Outcome>(kept.error());
}

Result<Outcome> importStaff(Store &store, const CommandArguments &arguments, const QString &actor)
{
    StaffReadOptions options;
    options.source = sourceFrom(arguments);
    const Result<QList<Division>> divisions = store.divisions();
    const Result<QList<UnitGrid>> grids = store.grids();
    const Result<QList<Organisation>> units = store.organisations();
    if (!divisions || !grids || !units) {
        return !divisions ? divisions.error() : !grids ? grids.error() : units.error();
    }
    for (const Division &division : divisions.value()) {
        options.areas.insert(division.code);
    }
    for (const UnitGrid &grid : grids.value()) {
        options.areas.insert(grid.code);
    }
    for (const Organisation &unit : units.value()) {
        options.areas.insert(unit.code);
    }
    Result<StaffReadReport> read = readStaff(arguments.at(2), options);
    if (!read) {
        return read.error();
    }
    const StaffReadReport report = std::move(read).value();
    const Outcome outcome{
        report.read, report.read - report.refused.size(), report.refused, report.notes, {}};
    const Result<void> kept =
        keep(store, u"staff"_s, arguments.at(2), actor, outcome, [&]() -> Result<void> {
            if (Result<void> people = store.write(report.people); !people) {
                return people;
            }
            return store.write(report.duties);
        });
    return kept ? Result<Outcome>(outcome) : Result<Outcome>(kept.error());
}

Result<Outcome>
importHouseholds(Store &store, const CommandArguments &arguments, const QString &actor)
{
    HouseholdReadOptions options;
    options.source = sourceFrom(arguments);
    const Result<QList<UnitGrid>> grids = store.grids();
    if (!grids) {
        return grids.error();
    }
    for (const UnitGrid &grid : grids.value()) {
        options.grids.insert(grid.code);
    }
    Result<HouseholdReadReport> read = readHouseholds(arguments.at(2), options);
    if (!read) {
        return read.error();
    }
    const HouseholdReadReport report = std::move(read).value();
    const Outcome outcome{report.read, report.households.size(), report.refused, report.notes, {}};
    const Result<void> kept = keep(store, u"households"_s, arguments.at(2), actor, outcome, [&] {
        return store.personal().importHouseholds(report.households,
                                                 QFileInfo(arguments.at(2)).fileName(),
                                                 {actor, u"cli"_s, SystemClock().now()});
    });
    return kept ? Result<Outcome>(outcome) : Result<Outcome>(kept.error());
}

} // namespace

ExitStatus runImport(const QStringList &arguments)
{
    const Result<CommandArguments> parsed =
        CommandArguments::parse(arguments,
                                withActor({{"profile", "NAME"},
                                           {"crs", "CRS"},
                                           {"encoding", "E"},
                                           {"layer", "NAME"},
                                           {"map", "OURS=THEIRS"},
                                           {"refused", "FILE"},
                                           {"column", "OURS=THEIRS"},
                                           {"source", "NAME"},
                                           {"preview"},
                                           {"json"}}),
                                3,
                                3);
    if (!parsed) {
        return wrongUsage(parsed.error().message);
    }
    const CommandArguments &given = parsed.value();
    const QString kind = given.at(1);
    static const QStringList kinds{u"divisions"_s,
                                   u"grids"_s,
                                   u"components"_s,
                                   u"addresses"_s,
                                   u"places"_s,
                                   u"organisations"_s,
                                   u"staff"_s,
                                   u"households"_s,
                                   u"cases"_s,
                                   u"inbox"_s,
                                   u"catalogue"_s,
                                   u"rules"_s,
                                   u"calendar"_s};
    if (!kinds.contains(kind)) {
        return wrongUsage(
            Words::tr("What is imported must be one of: %1").arg(kinds.join(u", "_s)));
    }
    const bool isStaff = kind == "staff"_L1 && isStaffWorkbook(given.at(2));
    if ((given.has("column") || given.has("source")) && kind != "inbox"_L1) {
        return wrongUsage(Words::tr("--column and --source go with inbox."));
    }
    if (given.has("preview") && kind != "catalogue"_L1 && !isStaff) {
        return wrongUsage(
            Words::tr("--preview goes with catalogue, and with a workbook of staff."));
    }
    // The live file is opened by Qt SQL alone: a second library would drop its locks.
    if (QFileInfo(given.at(0)) == QFileInfo(given.at(2))) {
        return wrongUsage(Words::tr("The file to import is the store itself."));
    }
    Result<std::unique_ptr<Store>> opened = openStore(given.at(0));
    if (!opened) {
        return failWith(opened.error());
    }
    const std::unique_ptr<Store> store = std::move(opened).value();
    if (kind == "inbox"_L1) {
        // Two permissions open the inbox: its store knows them.
        const Result<User> user = actFor(*store, given, SystemClock().now());
        return user ? runInboxImport(*store, given) : failWith(user.error());
    }
    const Result<QString> actor =
        importActor(*store,
                    given,
                    thingOf(kind),
                    kind == "cases"_L1 || kind == "households"_L1 ? u"import"_s : u"change"_s);
    if (!actor) {
        return failWith(actor.error());
    }
    if (kind == "cases"_L1) {
        return runCaseImport(*store, given, actor.value());
    }
    if (kind == "catalogue"_L1) {
        return runCatalogueImport(*store, given, actor.value());
    }
    if (isStaff) {
        return runStaffImport(*store, given);
    }
    if (kind == "rules"_L1 || kind == "calendar"_L1) {
        return runRulesImport(*store, kind, given);
    }
    const Result<Outcome> outcome =
        kind == "divisions"_L1 ? importDivisions(*store, given, actor.value())
        : kind == "grids"_L1   ? importGrids(*store, given, actor.value())
        : kind == "components"_L1
            ? importPlaces<Component>(*store, given, actor.value(), &readComponents)
        : kind == "addresses"_L1
            ? importPlaces<Address>(*store, given, actor.value(), &readAddresses)
        : kind == "places"_L1 ? importPlaces<KeyPlace>(*store, given, actor.value(), &readPlaces)
        : kind == "organisations"_L1 ? importOrganisations(*store, given, actor.value())
        : kind == "households"_L1    ? importHouseholds(*store, given, actor.value())
                                     : importStaff(*store, given, actor.value());
    return outcome ? tell(kind, outcome.value(), given.has("json")) : failWith(outcome.error());
}

} // namespace gridward
