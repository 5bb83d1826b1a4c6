// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/caseimportorder.h"

#include "app/commands/commandactor.h"
#include "app/places.h"

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

QJsonObject toJson(const CaseImportReport &report)
{
    QJsonArray refusals;
    for (const RefusedLine &line : report.firstRefused) {
        refusals.append(QJsonObject{{u"line"_s, line.line}, {u"reason"_s, line.reason}});
    }
    QJsonObject kinds;
    for (auto kind = report.refusedByKind.cbegin(); kind != report.refusedByKind.cend(); ++kind) {
        kinds.insert(kind.key(), kind.value());
    }
    QJsonArray unequal;
    for (const qint64 line : report.firstUnequal) {
        unequal.append(line);
    }
    return {{u"kind"_s, u"cases"_s},
            {u"read"_s, report.read},
            {u"accepted"_s, report.accepted},
            {u"known"_s, report.known},
            {u"refused"_s, report.refused},
            {u"refused_by_kind"_s, kinds},
            {u"refusals"_s, refusals},
            {u"refused_file"_s, report.refusedFile},
            {u"without_place"_s, report.withoutPlace},
            {u"without_area"_s, report.withoutArea},
            {u"outside_grids"_s, report.outsideGrids},
            {u"clock_twice"_s, report.clockTwice},
            {u"clock_never"_s, report.clockNever},
            {u"on_time_compared"_s, report.onTimeCompared},
            {u"on_time_equal"_s, report.onTimeEqual},
            {u"on_time_unequal_lines"_s, unequal},
            {u"new_classes"_s, report.newClasses},
            {u"new_units"_s, report.newUnits}};
}

void tell(const CaseImportReport &report)
{
    for (const RefusedLine &line :
         report.firstRefused.first(std::min<qsizetype>(report.firstRefused.size(), kMostSaid))) {
        say(Words::tr("line %1: %2").arg(line.line).arg(line.reason));
    }
    if (!report.refusedFile.isEmpty()) {
        say(Words::tr("All refused lines, with the reason, are in %1.").arg(report.refusedFile));
    }
    if (report.onTimeCompared > 0) {
        say(Words::tr("On time or overdue: as the set says in %1 of %2 rows.")
                .arg(report.onTimeEqual)
                .arg(report.onTimeCompared));
    }
    if (report.withoutPlace > 0) {
        say(Words::tr("%1 without a point (%2 of them without community or street); %3 outside of "
                      "every grid.")
                .arg(report.withoutPlace)
                .arg(report.withoutArea)
                .arg(report.outsideGrids));
    }
    say(Words::tr("cases: %1 read, %2 taken, %3 known already, %4 refused.")
            .arg(report.read)
            .arg(report.accepted)
            .arg(report.known)
            .arg(report.refused));
}

} // namespace

Result<QString>
importActor(Store &store, const CommandArguments &arguments, Thing thing, const QString &action)
{
    const Result<User> user = actFor(store, arguments, SystemClock().now());
    if (!user) {
        return user.error();
    }
    const Result<void> may = requireRight(store, thing, action);
    return may ? Result<QString>(user.value().name) : Result<QString>(may.error());
}

Result<CaseImportOptions>
caseImportOptions(const QString &file, const CommandArguments &arguments, const QString &actor)
{
    if (!arguments.has("profile")) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("Say how to read the file: --profile boston-311, taipei-1999, "
                               "zurich-zwn or the path of a profile."),
                     {}};
    }
    Result<CaseProfile> profile =
        CaseProfile::find(arguments.value("profile"),
                          {places::ownImportProfiles(), places::sharedFolder(u"profiles"_s)});
    if (!profile) {
        return profile.error();
    }
    CaseImportOptions options;
    options.file = file;
    options.profile = std::move(profile).value();
    if (arguments.has("crs")) {
        options.crs = arguments.value("crs");
    }
    options.encoding = arguments.value("encoding");
    options.actor = actor;
    options.origin = u"import"_s;
    options.now = SystemClock().now();
    options.refusedFile = arguments.value("refused");
    if (!options.refusedFile.isEmpty()) {
        if (const Result<void> target = checkOutput(options.refusedFile, {file, arguments.at(0)});
            !target) {
            return target.error();
        }
    }
    return options;
}

ExitStatus runCaseImport(Store &store, const CommandArguments &arguments, const QString &actor)
{
    const Result<CaseImportOptions> options = caseImportOptions(arguments.at(2), arguments, actor);
    if (!options) {
        return failWith(options.error());
    }
    Result<CaseImportReport> report = Error{};
    {
        ProgressLine progress(Words::tr("importing cases"));
        report = importCases(store, options.value(), [&](int percent, qint64 rows) {
            return progress.show(percent, Words::tr("%1 rows").arg(rows));
        });
    }
    if (!report) {
        return failWith(report.error());
    }
    const CaseImportReport &done = report.value();
    tell(done);
    const Result<void> noted = noteInAudit(
        store,
        AuditKind::Import,
        QFileInfo(arguments.at(2)).fileName(),
        {{u"kind"_s, u"cases"_s}, {u"accepted"_s, done.accepted}, {u"refused"_s, done.refused}});
    if (!noted) {
        return failWith(noted.error());
    }
    if (arguments.has("json")) {
        printJson(QJsonDocument(toJson(done)));
    }
    return done.refused == 0 ? ExitStatus::Done : ExitStatus::PartlyRejected;
}

} // namespace gridward
