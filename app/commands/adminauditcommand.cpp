// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/adminauditcommand.h"

#include "app/commands/commandactor.h"
#include "models/service/auditdesk.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AdminAuditCommand)
};

Result<AuditQuery> queryFrom(const CommandArguments &arguments)
{
    AuditQuery query;
    if (arguments.has("kind")) {
        query.kind = auditKindFromId(arguments.value("kind"));
        if (!query.kind) {
            return Error{ErrorCode::InvalidInput,
                         Words::tr("--kind must be one of: %1").arg(auditKindIds().join(u", "_s)),
                         {}};
        }
    }
    query.actor = arguments.value("user");
    query.text = arguments.value("text");
    const Result<std::optional<Instant>> from = arguments.time("from");
    const Result<std::optional<Instant>> to = arguments.time("to");
    const Result<qint64> limit = arguments.number("limit", 200, 1, 10'000);
    if (!from || !to || !limit) {
        return !from ? from.error() : !to ? to.error() : limit.error();
    }
    query.from = from.value();
    query.to = to.value();
    query.limit = static_cast<int>(limit.value());
    return query;
}

QJsonObject toJson(const AuditRecord &record)
{
    return {{u"sequence"_s, record.sequence},
            {u"at"_s, toIsoText(record.entry.at)},
            {u"actor"_s, record.entry.actor},
            {u"origin"_s, record.entry.origin},
            {u"kind"_s, toId(record.entry.kind)},
            {u"subject"_s, record.entry.subject},
            {u"facts"_s, record.entry.facts},
            {u"hash"_s, QString::fromLatin1(record.hash.toHex())}};
}

ExitStatus listEntries(Store &store, const CommandArguments &arguments)
{
    const Result<AuditQuery> query = queryFrom(arguments);
    if (!query) {
        return wrongUsage(query.error().message);
    }
    const Result<QList<AuditRecord>> records = store.audit().list(query.value());
    if (!records) {
        return failWith(records.error());
    }
    QJsonArray json;
    for (const AuditRecord &record : records.value()) {
        if (arguments.has("json")) {
            json.append(toJson(record));
            continue;
        }
        const AuditEntry &entry = record.entry;
        printText(u"%1  %2  %3  %4  %5  %6"_s.arg(
            QString::number(record.sequence),
            toIsoText(entry.at),
            entry.actor,
            toId(entry.kind),
            entry.subject,
            QString::fromUtf8(QJsonDocument(entry.facts).toJson(QJsonDocument::Compact))));
    }
    if (arguments.has("json")) {
        printJson(QJsonDocument(json));
    }
    return ExitStatus::Done;
}

ExitStatus checkEntries(Store &store, const CommandArguments &arguments)
{
    const Result<AuditCheck> checked = checkAudit(store);
    if (!checked) {
        return failWith(checked.error());
    }
    const AuditCheck &check = checked.value();
    const bool isSound = check.findings.isEmpty();
    for (const QString &finding : check.findings) {
        say(finding);
    }
    say(isSound ? Words::tr("Checked to entry %1: intact.").arg(check.last)
                : Words::tr("Checked to entry %1: broken.").arg(check.last));
    if (arguments.has("json")) {
        printJson(QJsonDocument(
            QJsonObject{{u"ok"_s, isSound},
                        {u"last"_s, check.last},
                        {u"findings"_s, QJsonArray::fromStringList(check.findings)}}));
    }
    return isSound ? ExitStatus::Done : ExitStatus::Failed;
}

} // namespace

ExitStatus runAdminAudit(const QStringList &arguments)
{
    const QString verb = arguments.value(1);
    if (verb != "list"_L1 && verb != "check"_L1) {
        return wrongUsage(Words::tr("Say what to do: gridward admin audit STORE list|check"));
    }
    const bool lists = verb == "list"_L1;
    const Result<CommandArguments> parsed =
        CommandArguments::parse(arguments,
                                withActor(lists ? QList<OptionSpec>{{"kind", "K"},
                                                                    {"user", "U"},
                                                                    {"text", "T"},
                                                                    {"from", "TIME"},
                                                                    {"to", "TIME"},
                                                                    {"limit", "N"},
                                                                    {"json"}}
                                                : QList<OptionSpec>{{"json"}}),
                                2,
                                2);
    if (!parsed) {
        return wrongUsage(parsed.error().message);
    }
    const CommandArguments &given = parsed.value();
    Result<std::unique_ptr<Store>> opened = openStore(given.at(0));
    if (!opened) {
        return failWith(opened.error());
    }
    const std::unique_ptr<Store> store = std::move(opened).value();
    const SystemClock clock;
    const Result<User> user = actFor(*store, given, clock.now());
    if (!user) {
        return failWith(user.error());
    }
    return lists ? listEntries(*store, given) : checkEntries(*store, given);
}

} // namespace gridward
