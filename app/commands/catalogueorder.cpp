// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/catalogueorder.h"

#include "app/commands/commandactor.h"
#include "app/places.h"
#include "gis/export/workbookwriter.h"
#include "gis/import/organisationreader.h"
#include "gis/import/workbookreader.h"
#include "models/service/cataloguekeeper.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CatalogueCommand)
};

using Kind = CatalogueChange::Kind;

constexpr qsizetype kMostSaid = 20;

QJsonValue dayOrNull(QDate day)
{
    return day.isValid() ? QJsonValue(day.toString(Qt::ISODate)) : QJsonValue();
}

QJsonObject toJson(const CatalogueChange &change)
{
    QJsonArray cells;
    for (const CellChange &cell : change.cells) {
        cells.append(QJsonObject{
            {u"column"_s, cell.column}, {u"before"_s, cell.before}, {u"after"_s, cell.after}});
    }
    QJsonObject object = gridward::toJson(change.key);
    object.insert(u"sheet"_s, toId(change.sheet));
    object.insert(u"change"_s, toId(change.kind));
    object.insert(u"name"_s, change.name);
    object.insert(u"row"_s, change.row > 0 ? QJsonValue(change.row) : QJsonValue());
    object.insert(u"cells"_s, cells);
    if (change.sheet == CatalogueSheet::Standards) {
        object.insert(u"condition_id"_s, change.condition);
        object.insert(u"version"_s, change.version);
    }
    return object;
}

QJsonObject countsOf(const CatalogueDiff &diff, CatalogueSheet sheet)
{
    QJsonObject counts;
    for (const Kind kind : {Kind::Added, Kind::Changed, Kind::Ended}) {
        counts.insert(toId(kind), diff.count(sheet, kind));
    }
    return counts;
}

QJsonObject toJson(const CatalogueDiff &diff, bool isPreview)
{
    QJsonArray changes;
    for (const CatalogueChange &change : diff.changes) {
        changes.append(toJson(change));
    }
    QJsonArray refusals;
    for (const SheetFault &fault : diff.faults) {
        refusals.append(QJsonObject{{u"sheet"_s, toId(fault.sheet)},
                                    {u"line"_s, fault.row},
                                    {u"column"_s, fault.column},
                                    {u"reason"_s, fault.message}});
    }
    return {{u"kind"_s, u"catalogue"_s},
            {u"preview"_s, isPreview},
            {u"read"_s, diff.read},
            {u"accepted"_s, diff.accepted()},
            {u"refused"_s, diff.read - diff.accepted()},
            {u"unchanged"_s, diff.unchanged},
            {u"classes"_s, countsOf(diff, CatalogueSheet::Classes)},
            {u"standards"_s, countsOf(diff, CatalogueSheet::Standards)},
            {u"changes"_s, changes},
            {u"refusals"_s, refusals},
            {u"notes"_s, QJsonArray::fromStringList(diff.notes)}};
}

/** "+ matter 06010 M06010-1 (version 2)  words": a line for each change, and one for each cell. */
void printChange(const CatalogueChange &change)
{
    const QString sign = change.kind == Kind::Added     ? u"+"_s
                         : change.kind == Kind::Changed ? u"~"_s
                                                        : u"-"_s;
    QString line =
        u"%1 %2 %3 %4"_s.arg(sign, change.key.scheme, toId(change.key.kind), change.key.code);
    if (change.sheet == CatalogueSheet::Standards) {
        line += u" %1 v%2"_s.arg(change.condition).arg(change.version);
    }
    printText(line + u"  "_s + change.name);
    for (const CellChange &cell : change.cells) {
        printText(u"    %1: %2 → %3"_s.arg(cell.column, cell.before, cell.after));
    }
}

void sayFaults(const CatalogueDiff &diff)
{
    for (const SheetFault &fault :
         diff.faults.first(std::min<qsizetype>(diff.faults.size(), kMostSaid))) {
        say(Words::tr("sheet %1, row %2, column %3: %4")
                .arg(toId(fault.sheet))
                .arg(fault.row)
                .arg(fault.column, fault.message));
    }
    if (diff.faults.size() > kMostSaid) {
        say(Words::tr("… and %n more; --json lists them all.",
                      nullptr,
                      static_cast<int>(diff.faults.size() - kMostSaid)));
    }
}

ExitStatus tell(const CatalogueDiff &diff, bool isPreview, bool json)
{
    for (const QString &note : diff.notes) {
        say(note);
    }
    sayFaults(diff);
    if (json) {
        printJson(QJsonDocument(toJson(diff, isPreview)));
    } else if (isPreview) {
        for (const CatalogueChange &change : diff.changes) {
            printChange(change);
        }
    }
    for (const CatalogueSheet sheet : {CatalogueSheet::Classes, CatalogueSheet::Standards}) {
        say(Words::tr("%1: %2 added, %3 changed, %4 ended.")
                .arg(toId(sheet))
                .arg(diff.count(sheet, Kind::Added))
                .arg(diff.count(sheet, Kind::Changed))
                .arg(diff.count(sheet, Kind::Ended)));
    }
    say(Words::tr("catalogue: %1 rows read, %2 taken (%3 of them as they were), %4 refused.")
            .arg(diff.read)
            .arg(diff.accepted())
            .arg(diff.unchanged)
            .arg(diff.read - diff.accepted()));
    if (isPreview) {
        say(Words::tr("This was a preview; nothing was written."));
    }
    return diff.faults.isEmpty() ? ExitStatus::Done : ExitStatus::PartlyRejected;
}

} // namespace

QJsonObject toJson(const ClassKey &key)
{
    return {{u"scheme"_s, key.scheme}, {u"kind"_s, toId(key.kind)}, {u"code"_s, key.code}};
}

QJsonObject toJson(const CatalogueEntry &entry)
{
    QJsonObject object = toJson(entry.key);
    object.insert(u"major_code"_s, entry.majorCode);
    object.insert(u"major_name"_s, entry.majorName);
    object.insert(u"name"_s, entry.name);
    object.insert(u"name_en"_s, entry.nameEn);
    object.insert(u"local"_s, entry.local);
    object.insert(u"note"_s, entry.note);
    object.insert(u"valid_from"_s, dayOrNull(entry.validFrom));
    object.insert(u"valid_to"_s, dayOrNull(entry.validTo));
    return object;
}

QJsonObject toJson(const FilingStandard &standard)
{
    QJsonObject object = toJson(standard.key);
    object.insert(u"condition_id"_s, standard.id);
    object.insert(u"version"_s, standard.version);
    object.insert(u"area"_s, standard.area);
    object.insert(u"condition"_s, standard.condition);
    object.insert(u"condition_en"_s, standard.conditionEn);
    object.insert(u"limit_value"_s, standard.limitValue);
    object.insert(u"limit_unit"_s, toId(standard.limitUnit));
    object.insert(u"closing_condition"_s, standard.closingCondition);
    object.insert(u"closing_condition_en"_s, standard.closingConditionEn);
    object.insert(u"mandatory"_s, standard.closingMandatory);
    object.insert(u"handling_unit_kind"_s, standard.unitKind);
    object.insert(u"supervising_department"_s, standard.supervisor);
    object.insert(u"source"_s, standard.source);
    object.insert(u"valid_from"_s, dayOrNull(standard.validFrom));
    object.insert(u"valid_to"_s, dayOrNull(standard.validTo));
    return object;
}

ExitStatus runCatalogueImport(Store &store, const CommandArguments &arguments, const QString &actor)
{
    const QString file = arguments.at(2);
    const Result<QList<UnitKind>> kinds =
        readUnitKinds(places::sharedFolder(u"catalogue"_s) + u"/handling-units-sample.csv"_s);
    if (!kinds) {
        return failWith(kinds.error());
    }
    CatalogueOrder order{QFileInfo(file).fileName(), actor, SystemClock().now(), {}};
    for (const UnitKind &kind : kinds.value()) {
        order.units.insert(kind.key);
    }
    const Result<CatalogueWorkbook> workbook = readWorkbook(file);
    if (!workbook) {
        return failWith(workbook.error());
    }
    const bool isPreview = arguments.has("preview");
    const Result<CatalogueDiff> diff = isPreview ? previewCatalogue(store, workbook.value(), order)
                                                 : importCatalogue(store, workbook.value(), order);
    if (!diff) {
        return failWith(diff.error());
    }
    if (!isPreview) {
        const Result<void> noted =
            noteInAudit(store, AuditKind::Configuration, order.file, {{u"kind"_s, u"catalogue"_s}});
        if (!noted) {
            return failWith(noted.error());
        }
    }
    return tell(diff.value(), isPreview, arguments.has("json"));
}

ExitStatus runCatalogueExport(Store &store, const CommandArguments &arguments)
{
    const QString file = arguments.at(2);
    const Result<CatalogueContent> content = readCatalogue(store);
    if (!content) {
        return failWith(content.error());
    }
    const CatalogueWorkbook workbook = workbookOf(content.value());
    if (const Result<void> written = writeWorkbook(workbook, file); !written) {
        return failWith(written.error());
    }
    const Result<void> noted =
        noteExport(store,
                   file,
                   {{u"kind"_s, u"catalogue"_s},
                    {u"format"_s, QFileInfo(file).suffix()},
                    {u"rows"_s, workbook.classes.size() + workbook.standards.size()}});
    if (!noted) {
        return failWith(noted.error());
    }
    say(Words::tr("%1: %2 classes and %3 filing conditions written.")
            .arg(file)
            .arg(workbook.classes.size())
            .arg(workbook.standards.size()));
    if (arguments.has("json")) {
        printJson(QJsonDocument(QJsonObject{{u"file"_s, file},
                                            {u"classes"_s, workbook.classes.size()},
                                            {u"standards"_s, workbook.standards.size()}}));
    }
    return ExitStatus::Done;
}

} // namespace gridward
