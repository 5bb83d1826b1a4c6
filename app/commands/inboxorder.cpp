// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/inboxorder.h"

#include "app/places.h"
#include "gis/import/inboxreader.h"
#include "models/service/inboxclerk.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(InboxCommand)
};

constexpr qsizetype kMostSaid = 20;

QJsonObject toJson(const InboxImportReport &report)
{
    QJsonArray refusals;
    for (const InboxRefusal &refusal : report.file.refusals) {
        refusals.append(QJsonObject{{u"line"_s, refusal.line}, {u"reason"_s, refusal.reason}});
    }
    QJsonObject columns;
    for (auto one = report.file.columns.cbegin(); one != report.file.columns.cend(); ++one) {
        columns.insert(one.key(), one.value());
    }
    return {{u"kind"_s, u"inbox"_s},
            {u"batch"_s, report.batch},
            {u"read"_s, report.file.read},
            {u"accepted"_s, report.rows.added},
            {u"known"_s, report.rows.known},
            {u"same_number"_s, report.rows.sameNumber},
            {u"refused"_s, report.file.refused},
            {u"refusals"_s, refusals},
            {u"columns"_s, columns},
            {u"unused_columns"_s, QJsonArray::fromStringList(report.file.unused)},
            {u"notes"_s, QJsonArray::fromStringList(report.file.notes)}};
}

void tell(const InboxImportReport &report)
{
    QStringList columns;
    for (auto one = report.file.columns.cbegin(); one != report.file.columns.cend(); ++one) {
        columns.append(one.key() + u" = "_s + one.value());
    }
    columns.sort();
    say(Words::tr("Columns: %1").arg(columns.join(u"; "_s)));
    if (!report.file.unused.isEmpty()) {
        say(Words::tr("Not used: %1").arg(report.file.unused.join(u"; "_s)));
    }
    for (const QString &note : report.file.notes) {
        say(note);
    }
    for (const InboxRefusal &refusal :
         report.file.refusals.first(std::min(report.file.refusals.size(), kMostSaid))) {
        say(Words::tr("line %1: %2").arg(refusal.line).arg(refusal.reason));
    }
    say(Words::tr("inbox: %1 read, %2 taken, %3 known already, %4 refused.")
            .arg(report.file.read)
            .arg(report.rows.added)
            .arg(report.rows.known)
            .arg(report.file.refused));
    if (report.rows.sameNumber > 0) {
        say(Words::tr("%n of those taken have a number that was there already, with something "
                      "else told under it.",
                      nullptr,
                      static_cast<int>(report.rows.sameNumber)));
    }
}

Result<InboxFileOptions> optionsFrom(const CommandArguments &arguments)
{
    InboxFileOptions options;
    if (arguments.has("source")) {
        // One of our sources says how the rows came in; any other name says from where.
        const QString source = arguments.value("source");
        const std::optional<CaseSource> channel = caseSourceFromId(source);
        options.channel = channel.value_or(CaseSource::Hotline);
        options.source = source;
    }
    options.crs = arguments.value("crs");
    options.encoding = arguments.value("encoding");
    options.profile = arguments.value("profile");
    for (const char *option : {"column", "map"}) {
        for (const QString &pair : arguments.values(option)) {
            if (!pair.contains(u'=')) {
                return Error{ErrorCode::InvalidInput,
                             Words::tr("--%1 must be OURS=THEIRS, such as text=诉求内容.")
                                 .arg(QString::fromLatin1(option)),
                             {}};
            }
            options.columns.insert(pair.section(u'=', 0, 0), pair.section(u'=', 1));
        }
    }
    return options;
}

} // namespace

ExitStatus runInboxImport(Store &store, const CommandArguments &arguments)
{
    const Result<InboxFileOptions> options = optionsFrom(arguments);
    if (!options) {
        return wrongUsage(options.error().message);
    }
    const SystemClock clock;
    InboxClerk clerk(store, clock, commandOrigin());
    Result<InboxImportReport> report = Error{};
    {
        ProgressLine progress(Words::tr("importing rows"));
        report = clerk.importFile(
            arguments.at(2),
            options.value(),
            store.acting().value_or(User{}),
            inboxFileReader({places::ownImportProfiles(), places::sharedFolder(u"profiles"_s)}),
            [&](int percent) { return progress.show(percent); });
    }
    if (!report) {
        return failWith(report.error());
    }
    tell(report.value());
    if (arguments.has("json")) {
        printJson(QJsonDocument(toJson(report.value())));
    }
    return report.value().file.refused == 0 ? ExitStatus::Done : ExitStatus::PartlyRejected;
}

} // namespace gridward
