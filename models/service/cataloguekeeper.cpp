// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/cataloguekeeper.h"

#include <QDateTime>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

QDate dayOf(const Store &store, Instant moment)
{
    const QTimeZone zone(store.info().timeZone.toLatin1());
    return QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count(),
                                          zone.isValid() ? zone : QTimeZone::utc())
        .date();
}

/** All classes that ever were. */
Result<QList<CatalogueEntry>> readClasses(Store &store)
{
    const Result<QStringList> schemes = store.schemes();
    if (!schemes) {
        return schemes.error();
    }
    QList<CatalogueEntry> classes;
    for (const QString &scheme : schemes.value()) {
        const Result<QList<CatalogueEntry>> some = store.catalogue(scheme);
        if (!some) {
            return some;
        }
        classes.append(some.value());
    }
    return classes;
}

Result<CatalogueState> readState(Store &store, const CatalogueWorkbook &workbook)
{
    CatalogueState state;
    Result<QList<CatalogueEntry>> classes = readClasses(store);
    Result<QList<FilingStandard>> standards = store.allFilingStandards();
    if (!classes || !standards) {
        return !classes ? classes.error() : standards.error();
    }
    state.classes = std::move(classes).value();
    state.standards = std::move(standards).value();
    QSet<QString> inForce;
    for (const FilingStandard &standard : std::as_const(state.standards)) {
        inForce.insert(standard.id);
    }
    // An id that comes back goes on counting where it ended.
    for (const SheetValue<FilingStandard> &row : readCells(workbook, {}).standards) {
        if (inForce.contains(row.value.id)) {
            continue;
        }
        const Result<QList<FilingStandard>> versions = store.filingStandardVersions(row.value.id);
        if (!versions) {
            return versions.error();
        }
        if (!versions.value().isEmpty()) {
            state.ended.insert(row.value.id, versions.value().last().version);
        }
    }
    return state;
}

Result<CatalogueSurroundings> readSurroundings(Store &store, const QSet<QString> &units)
{
    const Result<QList<Division>> divisions = store.divisions();
    const Result<QList<Organisation>> organisations = store.organisations();
    if (!divisions || !organisations) {
        return !divisions ? divisions.error() : organisations.error();
    }
    CatalogueSurroundings surroundings{{}, units};
    for (const Division &division : divisions.value()) {
        surroundings.areas.insert(division.code);
    }
    for (const Organisation &unit : organisations.value()) {
        surroundings.units.insert(unit.code);
        surroundings.units.insert(unit.kind);
    }
    return surroundings;
}

Result<CatalogueDiff>
compare(Store &store, const CatalogueWorkbook &workbook, const CatalogueOrder &order)
{
    const Result<CatalogueState> state = readState(store, workbook);
    const Result<CatalogueSurroundings> surroundings = readSurroundings(store, order.units);
    if (!state || !surroundings) {
        return !state ? state.error() : surroundings.error();
    }
    return compareCatalogue(state.value(), workbook, surroundings.value(), dayOf(store, order.at));
}

} // namespace

Result<CatalogueContent> readCatalogue(Store &store)
{
    CatalogueContent content;
    const Result<void> read = store.snapshot([&]() -> Result<void> {
        Result<QList<CatalogueEntry>> classes = readClasses(store);
        Result<QList<FilingStandard>> standards = store.allFilingStandards();
        if (!classes || !standards) {
            return !classes ? classes.error() : standards.error();
        }
        content.classes = std::move(classes).value();
        content.classes.removeIf([](const CatalogueEntry &entry) { return !entry.isInForce(); });
        content.standards = std::move(standards).value();
        return {};
    });
    return read ? Result<CatalogueContent>(content) : Result<CatalogueContent>(read.error());
}

Result<CatalogueDiff>
previewCatalogue(Store &store, const CatalogueWorkbook &workbook, const CatalogueOrder &order)
{
    CatalogueDiff diff;
    const Result<void> read = store.snapshot([&]() -> Result<void> {
        Result<CatalogueDiff> compared = compare(store, workbook, order);
        if (!compared) {
            return compared.error();
        }
        diff = std::move(compared).value();
        return {};
    });
    return read ? Result<CatalogueDiff>(diff) : Result<CatalogueDiff>(read.error());
}

Result<CatalogueDiff>
importCatalogue(Store &store, const CatalogueWorkbook &workbook, const CatalogueOrder &order)
{
    CatalogueDiff diff;
    // Compared and written under one lock: nobody changes the catalogue in between.
    const Result<void> written = store.transaction([&]() -> Result<void> {
        Result<CatalogueDiff> compared = compare(store, workbook, order);
        if (!compared) {
            return compared.error();
        }
        diff = std::move(compared).value();
        if (!diff.classes.isEmpty()) {
            if (Result<void> classes = store.write(diff.classes); !classes) {
                return classes;
            }
        }
        if (!diff.standards.isEmpty()) {
            if (Result<void> standards = store.write(diff.standards); !standards) {
                return standards;
            }
        }
        return store.write(ImportRun{u"catalogue"_s,
                                     order.file,
                                     {},
                                     order.at,
                                     order.actor,
                                     diff.accepted() - diff.unchanged,
                                     diff.unchanged,
                                     diff.read - diff.accepted()});
    });
    return written ? Result<CatalogueDiff>(diff) : Result<CatalogueDiff>(written.error());
}

Result<CrosswalkReport> readCrosswalkReport(Store &store,
                                            const Crosswalk &crosswalk,
                                            const QString &from,
                                            const QString &to)
{
    const Result<QList<CatalogueEntry>> sources = store.catalogue(from);
    const Result<QList<CatalogueEntry>> targets = store.catalogue(to);
    if (!sources || !targets) {
        return !sources ? sources.error() : targets.error();
    }
    QList<ClassKey> keys;
    for (const CatalogueEntry &entry : sources.value()) {
        if (entry.isInForce()) {
            keys.append(entry.key);
        }
    }
    QSet<QString> known;
    for (const CatalogueEntry &entry : targets.value()) {
        if (entry.isInForce()) {
            known.insert(toId(entry.key.kind) + entry.key.code);
        }
    }
    return crosswalk.report(keys, to, [&known](const ClassKey &key) {
        return known.contains(toId(key.kind) + key.code);
    });
}

Result<std::optional<FilingStandard>>
filedStandard(Store &store, const QString &id, const std::optional<Instant> &filedAt)
{
    const Result<QList<FilingStandard>> versions = store.filingStandardVersions(id);
    if (!versions) {
        return versions.error();
    }
    if (!filedAt && !versions.value().isEmpty()) {
        return std::optional(versions.value().last());
    }
    return standardOn(versions.value(), filedAt ? dayOf(store, *filedAt) : QDate());
}

} // namespace gridward
