// SPDX-License-Identifier: GPL-3.0-or-later
// `gridward migrate A B`: a whole store moves, and it is proved that nothing changed.
#include "app/commands/commandactor.h"
#include "app/commands/commands.h"
#include "models/store/accountstore.h"
#include "models/store/sqlstore.h"
#include "models/store/storelocation.h"
#include "models/store/storemove.h"
#include "models/store/storeopening.h"
#include "models/store/unfinishedstore.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QUrl>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(MigrateCommand)
};

constexpr qsizetype kShownOfHash = 16; ///< digits; JSON has all

/** As it may be told: a password in an address is for nobody's eyes. */
QString toldName(const QString &name)
{
    return name.contains("://"_L1) ? QUrl(name).toString(QUrl::RemovePassword) : name;
}

QJsonObject proofJson(const MovedProof &proof)
{
    return {{u"table"_s, proof.table},
            {u"equal"_s, proof.isEqual()},
            {u"rows"_s, proof.from.rows},
            {u"rows_of_copy"_s, proof.to.rows},
            {u"sha256"_s, QString::fromLatin1(proof.from.hash.toHex())},
            {u"sha256_of_copy"_s, QString::fromLatin1(proof.to.hash.toHex())}};
}

QJsonObject reportJson(const MoveReport &report, const QString &from, const QString &to)
{
    QJsonArray tables;
    for (const MovedProof &proof : report.tables) {
        tables.append(proofJson(proof));
    }
    return {{u"from"_s, toldName(from)},
            {u"to"_s, toldName(to)},
            {u"equal"_s, report.isEqual()},
            {u"resumed"_s, report.wasResumed},
            {u"source_went_on"_s, report.hasGoneOn},
            {u"tables"_s, tables},
            {u"chains"_s, report.chains},
            {u"findings"_s, QJsonArray::fromStringList(report.findings)},
            {u"copy_seconds"_s, report.copySeconds},
            {u"proof_seconds"_s, report.proofSeconds}};
}

QString proofLine(const MovedProof &proof)
{
    const QString sum = QString::fromLatin1(proof.from.hash.toHex().left(kShownOfHash));
    const QString line = u"%1 %2  %3"_s.arg(proof.table, -24).arg(proof.from.rows, 10).arg(sum);
    if (proof.isEqual()) {
        return line;
    }
    return line + u"  "_s +
           Words::tr("differs: the copy has %1, %2")
               .arg(proof.to.rows)
               .arg(QString::fromLatin1(proof.to.hash.toHex().left(kShownOfHash)));
}

void tellProof(const MoveReport &report, const QString &from, const QString &to)
{
    for (const QString &finding : report.findings) {
        say(finding);
    }
    if (!report.isEqual()) {
        for (const MovedProof &proof : report.tables) {
            if (!proof.isEqual()) {
                say(Words::tr("Table “%1” of the copy is not that of the store.").arg(proof.table));
            }
        }
        say(Words::tr("The copy is not the store; it was not put into its place. Look into what "
                      "differs, then begin anew with --anew."));
        return;
    }
    if (report.hasGoneOn) {
        say(Words::tr("%1 was written to meanwhile; the copy is as the store was when this try "
                      "began. What came later is not in it.")
                .arg(toldName(from)));
    }
    say(Words::tr(
            "%1 is the same store now: every row of %n table(s) is equal, and the logs of all "
            "cases are unbroken.",
            nullptr,
            static_cast<int>(report.tables.size()))
            .arg(toldName(to)));
}

/** Passwords of a file are no logins of a server, nor the other way round. */
void tellWhatIsLeft(const QString &from, const QString &to)
{
    const Result<std::unique_ptr<Store>> store = openStore(to);
    const Result<QList<PasswordState>> known = store ? store.value()->accounts().passwordStates()
                                                     : Result<QList<PasswordState>>(store.error());
    if (!known || !known.value().isEmpty()) {
        return;
    }
    if (isServerAddress(to)) {
        say(Words::tr("Nobody has a login there yet: “gridward admin user URL set-password NAME "
                      "--password-file FILE” gives one."));
    } else if (isServerAddress(from)) {
        say(Words::tr("The file holds no passwords: whoever can read it may do everything with "
                      "it. It is readable for you alone."));
    }
}

/** Who may take all of it away: passwords and personal data are in it. */
Result<void> requireWhole(Store &store, const CommandArguments &given)
{
    const Result<User> user = actFor(store, given, SystemClock().now());
    Result<void> may =
        user ? requireRight(store, Thing::Store, u"back-up"_s) : Result<void>(user.error());
    store.actAs(std::nullopt, {});
    return may;
}

} // namespace

ExitStatus runMigrate(const QStringList &arguments)
{
    const Result<CommandArguments> parsed =
        CommandArguments::parse(arguments, withActor({{"anew"}, {"json"}}), 2, 2);
    if (!parsed) {
        return wrongUsage(parsed.error().message);
    }
    const CommandArguments &given = parsed.value();
    const QString from = given.at(0);
    const QString to = given.at(1);
    Result<std::unique_ptr<Store>> opened = openStore(from);
    if (!opened) {
        return failWith(opened.error());
    }
    const std::unique_ptr<Store> store = std::move(opened).value();
    if (const Result<void> may = requireWhole(*store, given); !may) {
        return failWith(may.error());
    }
    if (given.has("anew")) {
        if (const Result<void> gone = UnfinishedStore::discard(to); !gone) {
            return failWith(gone.error());
        }
    }
    if (isServerAddress(from)) {
        umask(S_IRWXG | S_IRWXO); // the logins, which keep others out, stay on the server
    }
    Result<MoveReport> moved = Error{};
    {
        ProgressLine progress(Words::tr("moving the store"));
        StoreMove move(static_cast<SqlStore &>(*store), [&](int percent, const QString &what) {
            return progress.show(percent, what);
        });
        moved = move.run(to);
        if (moved) {
            progress.show(100);
        }
    }
    if (!moved) {
        return failWith(moved.error());
    }
    const MoveReport report = std::move(moved).value();
    if (given.has("json")) {
        printJson(QJsonDocument(reportJson(report, from, to)));
    } else {
        for (const MovedProof &proof : report.tables) {
            printText(proofLine(proof));
        }
    }
    tellProof(report, from, to);
    if (report.isEqual()) {
        tellWhatIsLeft(from, to);
    }
    return report.isEqual() ? ExitStatus::Done : ExitStatus::Failed;
}

} // namespace gridward
