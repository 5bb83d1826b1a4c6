// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/auditdesk.h"

#include "models/domain/csvtext.h"
#include "models/service/districtservice.h"
#include "models/store/accessstore.h"
#include "models/store/storeguard.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AuditDesk)
};

constexpr int kPage = 5000;

Error writeError(const QString &file, const QString &detail)
{
    return Error{
        ErrorCode::Unreadable,
        Words::tr("“%1” cannot be written. Check that you may write in its folder.").arg(file),
        detail};
}

QByteArray lineOf(const AuditRecord &record)
{
    const AuditEntry &entry = record.entry;
    return csvLine({QString::number(record.sequence),
                    toIsoText(entry.at),
                    entry.actor,
                    entry.origin,
                    toId(entry.kind),
                    entry.subject,
                    QString::fromUtf8(QJsonDocument(entry.facts).toJson(QJsonDocument::Compact)),
                    QString::fromLatin1(record.hash.toHex())});
}

} // namespace

Result<void> checkPermitted(Store &store, Thing thing, const QString &action)
{
    if (!store.acting()) {
        return {};
    }
    const Result<std::shared_ptr<const AccessRules>> rules = store.access().rules();
    if (!rules) {
        return rules.error();
    }
    const User &user = *store.acting();
    const std::optional<Denied> denied = rules.value()->denied(user, thing, action);
    return denied ? Result<void>(deniedError(user, *denied)) : Result<void>();
}

Result<Stamp> stampOf(Store &store, const AuditActor &by)
{
    Stamp stamp{by.user, {}, by.at, store.info().timeZone};
    const AsProgram program(store); // who somebody is called is no secret of their own screen
    const Result<std::optional<User>> user = store.user(by.user);
    if (!user) {
        return user.error();
    }
    if (user.value() && !user.value()->person.isEmpty()) {
        const Result<std::optional<Person>> person = store.person(user.value()->person);
        if (!person) {
            return person.error();
        }
        stamp.person = person.value() ? person.value()->name : QString();
    }
    return stamp;
}

Result<void> noteExport(Store &store, const OutputNote &note, const AuditActor &by)
{
    QJsonObject facts{{u"what"_s, note.what}};
    if (note.rows >= 0) {
        facts.insert(u"rows"_s, note.rows);
    }
    return store.audit().append(
        {by.at, by.user, by.origin, note.kind, QFileInfo(note.file).fileName(), facts});
}

Result<Stamp> allowOutput(Store &store, const OutputNote &note, const AuditActor &by)
{
    const QString action = note.kind == AuditKind::Print ? u"print"_s : u"export"_s;
    if (const Result<void> permitted = checkPermitted(store, note.thing, action); !permitted) {
        return permitted.error();
    }
    Result<Stamp> stamp = stampOf(store, by);
    if (!stamp) {
        return stamp;
    }
    if (const Result<void> noted = noteExport(store, note, by); !noted) {
        return noted.error();
    }
    return stamp;
}

Result<AuditCheck> checkAudit(Store &store)
{
    AuditCheck check;
    // In one moment: what comes while it is checked is not looked at.
    const Result<void> read = store.snapshot([&]() -> Result<void> {
        AuditQuery newest;
        newest.limit = 1;
        const Result<QList<AuditRecord>> last = store.audit().list(newest);
        if (!last) {
            return last.error();
        }
        check.last = last.value().isEmpty() ? 0 : last.value().first().sequence;
        const Result<QStringList> findings = store.audit().findings();
        if (!findings) {
            return findings.error();
        }
        check.findings = findings.value();
        return {};
    });
    return read ? Result<AuditCheck>(check) : Result<AuditCheck>(read.error());
}

Result<void> writeStampBeside(const QString &file, const Stamp &stamp)
{
    QJsonObject object = stamp.toJson();
    object.insert(u"file"_s, QFileInfo(file).fileName());
    QSaveFile beside(file + u".meta.json"_s);
    if (!beside.open(QIODevice::WriteOnly) ||
        beside.write(QJsonDocument(object).toJson(QJsonDocument::Indented)) < 0 ||
        !beside.commit()) {
        return writeError(beside.fileName(), beside.errorString());
    }
    return {};
}

Result<qint64>
exportAudit(Store &store, AuditQuery query, const QString &file, const AuditActor &by)
{
    if (const Result<void> permitted = checkPermitted(store, Thing::Audit, u"export"_s);
        !permitted) {
        return permitted.error();
    }
    const Result<Stamp> stamp = stampOf(store, by);
    if (!stamp) {
        return stamp.error();
    }
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly)) {
        return writeError(file, out.errorString());
    }
    out.write(csvLine(QStringList{u"sequence"_s,
                                  u"at"_s,
                                  u"actor"_s,
                                  u"origin"_s,
                                  u"kind"_s,
                                  u"subject"_s,
                                  u"facts"_s,
                                  u"hash"_s}));
    qint64 rows = 0;
    query.limit = kPage;
    for (bool more = true; more;) {
        const Result<QList<AuditRecord>> page = store.audit().list(query);
        if (!page) {
            return page.error();
        }
        for (const AuditRecord &record : page.value()) {
            out.write(lineOf(record));
        }
        rows += page.value().size();
        more = page.value().size() == kPage;
        if (more) {
            query.before = page.value().last().sequence;
        }
    }
    if (const Result<void> noted =
            noteExport(store, {AuditKind::Export, Thing::Audit, u"audit"_s, file, rows}, by);
        !noted) {
        return noted.error();
    }
    if (!out.commit()) {
        return writeError(file, out.errorString());
    }
    const Result<void> stamped = writeStampBeside(file, stamp.value());
    return stamped ? Result<qint64>(rows) : Result<qint64>(stamped.error());
}

AuditDesk::AuditDesk(DistrictService &district, QObject *parent)
    : AuditPort(parent)
    , mDistrict(district)
{
}

AuditActor AuditDesk::actor() const
{
    return {mDistrict.user().name, mDistrict.origin(), mDistrict.clock().now()};
}

QFuture<Result<QList<AuditRecord>>> AuditDesk::list(const AuditQuery &query)
{
    return mDistrict.askStore<QList<AuditRecord>>(
        [query](Store &store) { return store.audit().list(query); });
}

QFuture<Result<AuditCheck>> AuditDesk::check()
{
    return mDistrict.askStore<AuditCheck>([](Store &store) { return checkAudit(store); });
}

QFuture<Result<qint64>> AuditDesk::exportLog(const AuditQuery &query, const QString &file)
{
    return mDistrict.askStore<qint64>(
        [query, file, by = actor()](Store &store) { return exportAudit(store, query, file, by); });
}

QFuture<Result<Stamp>> AuditDesk::noteOutput(const OutputNote &note)
{
    return mDistrict.askStore<Stamp>(
        [note, by = actor()](Store &store) { return allowOutput(store, note, by); });
}

} // namespace gridward
