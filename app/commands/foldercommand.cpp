// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/foldercommand.h"

#include "app/commands/commandactor.h"
#include "app/commands/commandio.h"
#include "app/languages.h"
#include "models/domain/dutyroster.h"
#include "models/service/dossierdesk.h"
#include "models/view/casefolder.h"
#include "models/view/displayzone.h"
#include "ui/casepage/folderpaper.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FolderCommand)
};

ExitStatus tell(const CaseFolder &folder,
                const WrittenFolder &written,
                const CaseDossier &dossier,
                const CommandArguments &arguments)
{
    const QString out = arguments.value("out");
    if (written.replaced) {
        say(Words::tr("“%1” was there and was replaced.").arg(out));
    }
    const dossier_words::Line chain = dossier_words::chainLine(dossier);
    if (chain.alert) {
        say(chain.value);
    }
    if (!arguments.has("json")) {
        say(Words::tr("%n page(s)", nullptr, written.pages) + u", "_s +
            Words::tr("%n file(s) inside", nullptr, written.files) + u": "_s + out);
        return ExitStatus::Done;
    }
    QJsonArray files;
    for (const FolderFile &file : folder.files) {
        files.append(QJsonObject{{u"name"_s, file.name},
                                 {u"original"_s, file.original},
                                 {u"bytes"_s, file.content.size()}});
    }
    printJson(
        QJsonDocument(QJsonObject{{u"id"_s, dossier.file.subject.id.toText()},
                                  {u"number"_s, folder.number},
                                  {u"out"_s, QFileInfo(out).absoluteFilePath()},
                                  {u"pages"_s, written.pages},
                                  {u"replaced"_s, written.replaced},
                                  {u"sound"_s, dossier.chain.isSound()},
                                  {u"head"_s, QString::fromLatin1(dossier.chain.head.toHex())},
                                  {u"files"_s, files}}));
    return ExitStatus::Done;
}

} // namespace

ExitStatus runFolder(const QStringList &arguments)
{
    const Result<CommandArguments> parsed = CommandArguments::parse(
        arguments, withActor({{"out", "FILE"}, {"lang", "L"}, {"at", "TIME"}, {"json"}}), 3, 3);
    if (!parsed) {
        return wrongUsage(parsed.error().message);
    }
    const CommandArguments &given = parsed.value();
    const QString out = given.value("out");
    if (out.isEmpty()) {
        return wrongUsage(Words::tr("Say where the folder goes: --out FILE.pdf."));
    }
    if (given.has("lang") && !Languages::available().contains(given.value("lang"))) {
        return wrongUsage(
            Words::tr("--lang must be one of: %1").arg(Languages::available().join(u", "_s)));
    }
    const Result<CommandSeat> opened = openSeat(given);
    if (!opened) {
        return failWith(opened.error());
    }
    const CommandSeat &seat = opened.value();
    if (const Result<void> target = checkOutput(out, {given.at(0)}); !target) {
        return failWith(target.error());
    }
    setDisplayZone(timeZoneNamed(seat.store->info().timeZone));
    CaseDesk desk(*seat.store, *seat.clock, commandOrigin());
    const Result<Case> subject = desk.find(given.at(2));
    if (!subject) {
        say(subject.error().message);
        // The store answered; only the case is not there.
        return subject.error().code == ErrorCode::NotFound ? ExitStatus::Failed
                                                           : statusOf(subject.error());
    }
    const Result<FolderGrant> grant =
        grantFolder(*seat.store,
                    desk,
                    subject.value().id,
                    seat.user,
                    out,
                    {seat.user.name, commandOrigin(), seat.clock->now()});
    if (!grant) {
        return failWith(grant.error());
    }
    const CaseFolder folder = makeCaseFolder(grant.value().dossier, grant.value().stamp);
    const Result<WrittenFolder> written = writeCaseFolder(folder, out);
    return written ? tell(folder, written.value(), grant.value().dossier, given)
                   : failWith(written.error());
}

} // namespace gridward
