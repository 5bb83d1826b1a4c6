// SPDX-License-Identifier: GPL-3.0-or-later
// `gridward catalogue STORE schemes|list|show|crosswalk …`
#include "app/commands/catalogueorder.h"
#include "app/commands/commandactor.h"
#include "app/commands/commands.h"
#include "app/places.h"
#include "gis/import/workbookreader.h"
#include "models/service/cataloguekeeper.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CatalogueCommand)
};

/** The store answered; only the class is not there. */
ExitStatus notThere(const QString &message)
{
    say(message);
    return ExitStatus::Failed;
}

/** The scheme that an option names, or the standard one; InvalidInput if the store has none. */
Result<QString>
schemeOf(Store &store, const CommandArguments &arguments, const char *option, const QString &other)
{
    const QString scheme = arguments.has(option) ? arguments.value(option) : other;
    const Result<QStringList> schemes = store.schemes();
    if (!schemes) {
        return schemes.error();
    }
    if (!schemes.value().contains(scheme)) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("The catalogue has no scheme “%1”. It has: %2.")
                         .arg(scheme, schemes.value().join(u", "_s)),
                     {}};
    }
    return scheme;
}

struct SchemeCounts
{
    qint64 components = 0;
    qint64 matters = 0;
    qint64 local = 0;
    qint64 ended = 0;
    qint64 standards = 0;
};

SchemeCounts countsOf(const QList<CatalogueEntry> &classes, const QList<FilingStandard> &standards)
{
    SchemeCounts counts;
    for (const CatalogueEntry &entry : classes) {
        if (!entry.isInForce()) {
            ++counts.ended;
            continue;
        }
        ++(entry.key.kind == CaseKind::Component ? counts.components : counts.matters);
        counts.local += entry.local ? 1 : 0;
    }
    counts.standards = std::ranges::count_if(standards, [&classes](const FilingStandard &standard) {
        return !classes.isEmpty() && standard.key.scheme == classes.first().key.scheme;
    });
    return counts;
}

ExitStatus showSchemes(Store &store, const CommandArguments &arguments)
{
    const Result<QStringList> schemes = store.schemes();
    const Result<QList<FilingStandard>> standards = store.allFilingStandards();
    if (!schemes || !standards) {
        return failWith(!schemes ? schemes.error() : standards.error());
    }
    QJsonArray json;
    for (const QString &scheme : schemes.value()) {
        const Result<QList<CatalogueEntry>> classes = store.catalogue(scheme);
        if (!classes) {
            return failWith(classes.error());
        }
        const SchemeCounts counts = countsOf(classes.value(), standards.value());
        const bool isDefault = scheme == store.info().scheme;
        json.append(QJsonObject{{u"scheme"_s, scheme},
                                {u"of_new_cases"_s, isDefault},
                                {u"components"_s, counts.components},
                                {u"matters"_s, counts.matters},
                                {u"local"_s, counts.local},
                                {u"ended"_s, counts.ended},
                                {u"standards"_s, counts.standards}});
        if (!arguments.has("json")) {
            printText(Words::tr("%1%2  %3 components, %4 matters, %5 filing conditions")
                          .arg(scheme, isDefault ? u"*"_s : QString())
                          .arg(counts.components)
                          .arg(counts.matters)
                          .arg(counts.standards));
        }
    }
    if (arguments.has("json")) {
        printJson(QJsonDocument(json));
    }
    return ExitStatus::Done;
}

ExitStatus listClasses(Store &store, const CommandArguments &arguments)
{
    const Result<QString> scheme = schemeOf(store, arguments, "scheme", store.info().scheme);
    if (!scheme) {
        return failWith(scheme.error());
    }
    const std::optional<CaseKind> kind = caseKindFromId(arguments.value("kind"));
    if (arguments.has("kind") && !kind) {
        return wrongUsage(Words::tr("--kind must be matter or component."));
    }
    const Result<QList<CatalogueEntry>> classes = store.catalogue(scheme.value());
    if (!classes) {
        return failWith(classes.error());
    }
    QJsonArray json;
    for (const CatalogueEntry &entry : classes.value()) {
        if ((kind && entry.key.kind != *kind) || (!entry.isInForce() && !arguments.has("ended"))) {
            continue;
        }
        if (arguments.has("json")) {
            json.append(toJson(entry));
        } else {
            printText(u"%1  %2  %3  %4"_s.arg(
                toId(entry.key.kind), entry.key.code, entry.name, entry.nameEn));
        }
    }
    if (arguments.has("json")) {
        printJson(QJsonDocument(json));
    }
    return ExitStatus::Done;
}

void printVersion(const FilingStandard &standard)
{
    printText(u"  %1 v%2  %3  %4  → %5"_s.arg(standard.id)
                  .arg(standard.version)
                  .arg(toText(standard.limit()), standard.condition, standard.closingCondition));
    if (!standard.isInForce()) {
        printText(u"    … %1"_s.arg(standard.validTo.toString(Qt::ISODate)));
    }
}

ExitStatus showCondition(const QList<FilingStandard> &versions, bool json)
{
    QJsonArray array;
    for (const FilingStandard &standard : versions) {
        array.append(toJson(standard));
        if (!json) {
            printVersion(standard);
        }
    }
    if (json) {
        printJson(QJsonDocument(
            QJsonObject{{u"condition_id"_s, versions.first().id}, {u"versions"_s, array}}));
    }
    return ExitStatus::Done;
}

Result<QJsonObject> showClass(Store &store, const CatalogueEntry &entry, bool json)
{
    const Result<QList<FilingStandard>> standards = store.filingStandards(entry.key);
    const Result<QList<CatalogueEntry>> history = store.catalogueHistory(entry.key);
    if (!standards || !history) {
        return !standards ? standards.error() : history.error();
    }
    if (!json) {
        printText(u"%1 %2 %3  %4  %5"_s.arg(
            entry.key.scheme, toId(entry.key.kind), entry.key.code, entry.name, entry.note));
    }
    QJsonArray conditions;
    for (const FilingStandard &standard : standards.value()) {
        conditions.append(toJson(standard));
        if (!json) {
            printVersion(standard);
        }
    }
    QJsonArray before;
    for (const CatalogueEntry &old : history.value()) {
        before.append(toJson(old));
    }
    QJsonObject object = toJson(entry);
    object.insert(u"standards"_s, conditions);
    object.insert(u"history"_s, before);
    return object;
}

/** A code in every scheme and kind that has it, or a condition with all its versions. */
ExitStatus show(Store &store, const CommandArguments &arguments)
{
    const QString name = arguments.at(2);
    const bool json = arguments.has("json");
    const Result<QList<FilingStandard>> versions = store.filingStandardVersions(name);
    const Result<QStringList> schemes = store.schemes();
    if (!versions || !schemes) {
        return failWith(!versions ? versions.error() : schemes.error());
    }
    if (!versions.value().isEmpty()) {
        return showCondition(versions.value(), json);
    }
    QJsonArray found;
    for (const QString &scheme : schemes.value()) {
        for (const CaseKind kind : {CaseKind::Component, CaseKind::Matter}) {
            const auto entry = store.catalogueEntry({scheme, kind, name});
            if (!entry || !entry.value()) {
                if (!entry) {
                    return failWith(entry.error());
                }
                continue;
            }
            const Result<QJsonObject> shown = showClass(store, *entry.value(), json);
            if (!shown) {
                return failWith(shown.error());
            }
            found.append(shown.value());
        }
    }
    if (found.isEmpty()) {
        return notThere(
            Words::tr("Neither a class nor a filing condition is called “%1”.").arg(name));
    }
    if (json) {
        printJson(QJsonDocument(found));
    }
    return ExitStatus::Done;
}

QJsonObject toJson(const ClassMapping &mapping)
{
    QJsonArray targets;
    for (const ClassKey &target : mapping.targets) {
        targets.append(gridward::toJson(target));
    }
    QJsonObject object = gridward::toJson(mapping.from);
    object.insert(u"mapping"_s, toId(mapping.kind));
    object.insert(u"targets"_s, targets);
    object.insert(u"reason"_s, mapping.reason);
    return object;
}

void printMapping(const ClassMapping &mapping)
{
    QStringList targets;
    for (const ClassKey &target : mapping.targets) {
        targets.append(toId(target.kind) + u' ' + target.code);
    }
    printText(u"%1  %2 %3 → %4  %5"_s.arg(toId(mapping.kind),
                                          toId(mapping.from.kind),
                                          mapping.from.code,
                                          targets.join(u", "_s),
                                          mapping.reason));
}

ExitStatus showCrosswalk(Store &store, const CommandArguments &arguments)
{
    const Result<QString> from = schemeOf(store, arguments, "from", legacyScheme());
    const Result<QString> to = schemeOf(store, arguments, "to", store.info().scheme);
    if (!from || !to) {
        return failWith(!from ? from.error() : to.error());
    }
    if (from.value() == to.value()) {
        return wrongUsage(Words::tr("--from and --to must be two schemes."));
    }
    const QString table = arguments.has("table") ? arguments.value("table")
                                                 : places::sharedFolder(u"catalogue"_s) +
                                                       u"/crosswalk-30428-47678.csv"_s;
    const Result<Crosswalk> crosswalk = readCrosswalk(table);
    if (!crosswalk) {
        return failWith(crosswalk.error());
    }
    const Result<CrosswalkReport> report =
        readCrosswalkReport(store, crosswalk.value(), from.value(), to.value());
    if (!report) {
        return failWith(report.error());
    }
    QJsonArray mappings;
    for (const QList<ClassMapping> &list :
         {report.value().byRule, report.value().proposed, report.value().unmapped}) {
        for (const ClassMapping &mapping : list) {
            mappings.append(toJson(mapping));
            if (!arguments.has("json")) {
                printMapping(mapping);
            }
        }
    }
    say(Words::tr("%1 → %2: %3 by rule, %4 to be decided by a person, %5 not mapped.")
            .arg(from.value(), to.value())
            .arg(report.value().byRule.size())
            .arg(report.value().proposed.size())
            .arg(report.value().unmapped.size()));
    if (arguments.has("json")) {
        printJson(QJsonDocument(QJsonObject{{u"from"_s, from.value()},
                                            {u"to"_s, to.value()},
                                            {u"rule"_s, report.value().byRule.size()},
                                            {u"proposed"_s, report.value().proposed.size()},
                                            {u"unmapped"_s, report.value().unmapped.size()},
                                            {u"mappings"_s, mappings}}));
    }
    return ExitStatus::Done;
}

} // namespace

ExitStatus runCatalogue(const QStringList &arguments)
{
    struct Verb
    {
        const char *name;
        QList<OptionSpec> options;
        int count;
        ExitStatus (*run)(Store &, const CommandArguments &);
    };
    static const QList<Verb> verbs{
        {"schemes", {{"json"}}, 2, &showSchemes},
        {"list", {{"scheme", "S"}, {"kind", "K"}, {"ended"}, {"json"}}, 2, &listClasses},
        {"show", {{"json"}}, 3, &show},
        {"crosswalk",
         {{"from", "SCHEME"}, {"to", "SCHEME"}, {"table", "FILE"}, {"json"}},
         2,
         &showCrosswalk}};
    const QString name = arguments.value(1);
    const auto verb = std::ranges::find_if(
        verbs, [&name](const Verb &one) { return name == QLatin1String(one.name); });
    if (verb == verbs.end()) {
        return wrongUsage(
            Words::tr("Say what to do: gridward catalogue STORE schemes|list|show|crosswalk"));
    }
    const Result<CommandArguments> parsed =
        CommandArguments::parse(arguments, withActor(verb->options), verb->count, verb->count);
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
        user ? requireRight(*store, Thing::Catalogue, u"see"_s) : Result<void>(user.error());
    if (!may) {
        return failWith(may.error());
    }
    return verb->run(*store, parsed.value());
}

} // namespace gridward
