// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sqlaudit.h"

#include "models/store/storeguard.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SqlAudit)
};

constexpr int kLargestPage = 10'000;
const QString kColumns = u"id, at, actor, origin, kind, subject, facts, hash"_s;

/** An unknown kind (of a newer program) is read as configuration; its hash tells that it is not. */
AuditRecord readRecord(const SqlStatement &row)
{
    AuditRecord record;
    record.sequence = row.longNumber(0);
    record.entry.at = row.instant(1).value_or(Instant{});
    record.entry.actor = row.text(2);
    record.entry.origin = row.text(3);
    record.entry.kind = auditKindFromId(row.text(4)).value_or(AuditKind::Configuration);
    record.entry.subject = row.text(5);
    record.entry.facts = QJsonDocument::fromJson(row.text(6).toUtf8()).object();
    record.hash = row.bytes(7);
    return record;
}

/** Every character of the text as itself. */
QString likePattern(QString text)
{
    text.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
    return u'%' + text + u'%';
}

} // namespace

SqlAudit::SqlAudit(SqlConnection &connection, StoreGuard &guard, NoteChange note)
    : mConnection(connection)
    , mGuard(guard)
    , mNote(std::move(note))
{
}

Result<void> SqlAudit::append(const AuditEntry &entry)
{
    if (!mGuard.isOpen() && entry.actor != mGuard.acting()->name) {
        return Error{ErrorCode::Refused,
                     Words::tr("%1 cannot write into the audit log in the name of %2.")
                         .arg(mGuard.acting()->name, entry.actor),
                     {}};
    }
    return mConnection.transaction([&]() -> Result<void> {
        qint64 sequence = 0;
        QByteArray previous;
        {
            // On a server hardly anybody may read the log that everybody writes.
            Result<SqlStatement> last = mConnection.prepare(
                mConnection.pick(u"SELECT id, hash FROM audit_log ORDER BY id DESC LIMIT 1"_s,
                                 u"SELECT id, hash FROM gridward_audit_end()"_s));
            if (!last) {
                return last.error();
            }
            SqlStatement statement = std::move(last).value();
            if (Result<void> run = statement.run(); !run) {
                return run;
            }
            if (statement.next()) {
                sequence = statement.longNumber(0);
                previous = statement.bytes(1);
            }
        }
        ++sequence;
        Result<SqlStatement> prepared = mConnection.prepare(
            u"INSERT INTO audit_log (%1) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s.arg(kColumns));
        if (!prepared) {
            return prepared.error();
        }
        SqlStatement statement = std::move(prepared).value();
        statement.bind(sequence).bind(std::optional(entry.at)).bind(entry.actor);
        statement.bind(entry.origin).bind(toId(entry.kind)).bind(entry.subject);
        statement.bind(
            QString::fromUtf8(QJsonDocument(entry.facts).toJson(QJsonDocument::Compact)));
        if (Result<void> run = statement.bind(auditHash(previous, sequence, entry)).run(); !run) {
            return run;
        }
        return mNote(u"audit_log"_s);
    });
}

Result<QList<AuditRecord>> SqlAudit::list(const AuditQuery &query)
{
    if (const Result<void> may = mGuard.may(Thing::Audit, u"see"_s); !may) {
        return may.error();
    }
    QStringList conditions{u"1 = 1"_s};
    QVariantList values;
    const auto add = [&](bool wanted, const QString &condition, const QVariantList &bound) {
        if (wanted) {
            conditions.append(condition);
            values += bound;
        }
    };
    const QString like = likePattern(query.text);
    add(query.kind.has_value(), u"kind = ?"_s, {query.kind ? toId(*query.kind) : QString()});
    add(!query.actor.isEmpty(), u"actor = ?"_s, {query.actor});
    add(!query.text.isEmpty(),
        u"(actor LIKE ? ESCAPE '\\' OR subject LIKE ? ESCAPE '\\' OR facts LIKE ? ESCAPE '\\')"_s,
        {like, like, like});
    add(query.from.has_value(), u"at >= ?"_s, {query.from ? toIsoText(*query.from) : QString()});
    add(query.to.has_value(), u"at < ?"_s, {query.to ? toIsoText(*query.to) : QString()});
    add(query.before.has_value(), u"id < ?"_s, {query.before.value_or(0)});
    Result<SqlStatement> prepared =
        mConnection.prepare(u"SELECT %1 FROM audit_log WHERE %2 ORDER BY id DESC LIMIT ?"_s.arg(
            kColumns, conditions.join(u" AND "_s)));
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    for (const QVariant &value : std::as_const(values)) {
        statement.bind(value);
    }
    statement.bind(std::clamp(query.limit, 0, kLargestPage));
    if (const Result<void> run = statement.run(); !run) {
        return run.error();
    }
    QList<AuditRecord> records;
    while (statement.next()) {
        records.append(readRecord(statement));
    }
    return records;
}

Result<QStringList> SqlAudit::findings()
{
    Result<SqlStatement> prepared =
        mConnection.prepare(u"SELECT %1 FROM audit_log ORDER BY id"_s.arg(kColumns));
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    if (const Result<void> run = statement.run(); !run) {
        return run.error();
    }
    QStringList findings;
    QByteArray previous;
    qint64 expected = 1;
    while (statement.next()) {
        const AuditRecord record = readRecord(statement);
        if (record.sequence != expected) {
            findings.append(
                Words::tr("The audit log has a gap before entry %1.").arg(record.sequence));
        } else if (record.hash != auditHash(previous, record.sequence, record.entry)) {
            findings.append(Words::tr("Entry %1 of the audit log was changed after it was written.")
                                .arg(record.sequence));
        }
        previous = record.hash;
        expected = record.sequence + 1;
    }
    return findings;
}

} // namespace gridward
