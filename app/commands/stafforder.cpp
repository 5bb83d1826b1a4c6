// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/stafforder.h"

#include "gis/export/workbookwriter.h"
#include "gis/import/workbookreader.h"
#include "models/service/seatchoice.h"
#include "models/service/staffexchange.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(StaffCommand)
};

constexpr qsizetype kMostSaid = 20;
constexpr int kFewestSheets = 2; ///< a plain table has one

const std::array<StaffSheet, kStaffSheets> kSheets{StaffSheet::Organisations,
                                                   StaffSheet::People,
                                                   StaffSheet::Posts,
                                                   StaffSheet::Holders,
                                                   StaffSheet::Duties,
                                                   StaffSheet::Leave,
                                                   StaffSheet::Shifts};

QJsonObject toJson(const StaffChange &change)
{
    QJsonArray cells;
    for (const CellChange &cell : change.cells) {
        cells.append(QJsonObject{
            {u"column"_s, cell.column}, {u"before"_s, cell.before}, {u"after"_s, cell.after}});
    }
    return {{u"sheet"_s, toId(change.sheet)},
            {u"change"_s, change.isNew ? u"added"_s : u"changed"_s},
            {u"key"_s, change.key},
            {u"row"_s, change.row},
            {u"cells"_s, cells}};
}

QJsonObject toJson(const StaffDiff &diff, bool isPreview)
{
    QJsonArray changes;
    for (const StaffChange &change : diff.changes) {
        changes.append(toJson(change));
    }
    QJsonArray refusals;
    for (const StaffFault &fault : diff.faults) {
        refusals.append(QJsonObject{{u"sheet"_s, toId(fault.sheet)},
                                    {u"line"_s, fault.row},
                                    {u"column"_s, fault.column},
                                    {u"reason"_s, fault.message}});
    }
    return {{u"kind"_s, u"staff"_s},
            {u"preview"_s, isPreview},
            {u"read"_s, diff.read},
            {u"accepted"_s, diff.changes.size() + diff.unchanged},
            {u"refused"_s, diff.refused()},
            {u"unchanged"_s, diff.unchanged},
            {u"changes"_s, changes},
            {u"refusals"_s, refusals},
            {u"notes"_s, QJsonArray::fromStringList(diff.notes)}};
}

void printChange(const StaffChange &change)
{
    printText(u"%1 %2  %3"_s.arg(change.isNew ? u"+"_s : u"~"_s, toId(change.sheet), change.key));
    for (const CellChange &cell : change.cells) {
        printText(u"    %1: %2 → %3"_s.arg(cell.column, cell.before, cell.after));
    }
}

void sayFaults(const StaffDiff &diff)
{
    for (const StaffFault &fault :
         diff.faults.first(std::min<qsizetype>(diff.faults.size(), kMostSaid))) {
        if (fault.column.isEmpty()) {
            say(Words::tr("sheet %1, row %2: %3")
                    .arg(toId(fault.sheet))
                    .arg(fault.row)
                    .arg(fault.message));
        } else {
            say(Words::tr("sheet %1, row %2, column %3: %4")
                    .arg(toId(fault.sheet))
                    .arg(fault.row)
                    .arg(fault.column, fault.message));
        }
    }
    if (diff.faults.size() > kMostSaid) {
        say(Words::tr("… and %n more; --json lists them all.",
                      nullptr,
                      static_cast<int>(diff.faults.size() - kMostSaid)));
    }
}

ExitStatus tell(const StaffDiff &diff, bool isPreview, bool json)
{
    for (const QString &note : diff.notes) {
        say(note);
    }
    sayFaults(diff);
    if (json) {
        printJson(QJsonDocument(toJson(diff, isPreview)));
    } else if (isPreview) {
        for (const StaffChange &change : diff.changes) {
            printChange(change);
        }
    }
    for (const StaffSheet sheet : kSheets) {
        const qint64 added = diff.count(sheet, true);
        const qint64 changed = diff.count(sheet, false);
        if (added + changed > 0) {
            say(Words::tr("%1: %2 added, %3 changed.").arg(toId(sheet)).arg(added).arg(changed));
        }
    }
    say(Words::tr("staff: %1 rows read, %2 taken (%3 of them as they were), %4 refused.")
            .arg(diff.read)
            .arg(diff.changes.size() + diff.unchanged)
            .arg(diff.unchanged)
            .arg(diff.refused()));
    if (isPreview) {
        say(Words::tr("This was a preview; nothing was written."));
    }
    return diff.faults.isEmpty() ? ExitStatus::Done : ExitStatus::PartlyRejected;
}

} // namespace

bool isStaffWorkbook(const QString &file)
{
    const bool isWorkbook = file.endsWith(".xlsx"_L1, Qt::CaseInsensitive) ||
                            file.endsWith(".ods"_L1, Qt::CaseInsensitive);
    return isWorkbook && countSheets(file, staffSheets()) >= kFewestSheets;
}

ExitStatus runStaffImport(Store &store, const CommandArguments &arguments)
{
    const Instant now = SystemClock().now();
    const User user = store.acting().value_or(localOwner());
    const QString file = arguments.at(2);
    const Result<SheetRows> workbook = readSheets(file, staffSheets(), u"staff"_s);
    if (!workbook) {
        return failWith(workbook.error());
    }
    const bool isPreview = arguments.has("preview");
    const Result<StaffDiff> diff =
        isPreview ? previewStaff(store, user, workbook.value())
                  : importStaff(store, {user, u"cli"_s, now}, workbook.value(), file);
    return diff ? tell(diff.value(), isPreview, arguments.has("json")) : failWith(diff.error());
}

ExitStatus runStaffExport(Store &store, const CommandArguments &arguments)
{
    const QString file = arguments.at(2);
    const Instant now = SystemClock().now();
    const User user = store.acting().value_or(localOwner());
    const Result<StaffContent> content = readStaffContent(store, user);
    if (!content) {
        return failWith(content.error());
    }
    const QTimeZone zone = timeZoneNamed(store.info().timeZone);
    const SheetRows rows = workbookOf(content.value(), zone);
    qint64 count = 0;
    for (const QList<SheetRow> &sheet : rows.sheets) {
        count += sheet.size();
    }
    const AboutSheet about{u"说明 about"_s,
                           {{u"导出人 made_by"_s, user.name},
                            {u"导出时间 made_at"_s, toIsoText(now)},
                            {u"区划 district"_s, store.info().name},
                            {u"时区 time_zone"_s, store.info().timeZone}}};
    // The file takes its place only after it is written down who took it out.
    const Result<void> written = store.transaction([&]() -> Result<void> {
        if (Result<void> noted = noteStaffExport(store, {user, u"cli"_s, now}, file, count);
            !noted) {
            return noted;
        }
        return writeSheets(staffSheets(), rows.sheets, about, file);
    });
    if (!written) {
        return failWith(written.error());
    }
    say(Words::tr("%1: %n row(s) about staff written.", nullptr, static_cast<int>(count))
            .arg(file));
    if (arguments.has("json")) {
        QJsonObject json{{u"file"_s, file}, {u"written"_s, count}};
        for (const StaffSheet sheet : kSheets) {
            json.insert(toId(sheet), rows.sheets.at(static_cast<qsizetype>(sheet)).size());
        }
        printJson(QJsonDocument(json));
    }
    return ExitStatus::Done;
}

} // namespace gridward
