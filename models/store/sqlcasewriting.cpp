// SPDX-License-Identifier: GPL-3.0-or-later
// The writing half of SqlCases: numbers, rows, events, evidence.
#include "models/store/sqlcases.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kDayDigits = 14; ///< of a number: district and day
constexpr int kRunningDigits = 5;
constexpr int kMostRunningDigits = 9;
/** What the guard of the schema says that keeps the axes apart. */
constexpr QLatin1StringView kAxesGuard{"nobody judges their own work"};

QString numberOf(const QString &day, qint64 running)
{
    return day + u"%1"_s.arg(running, kRunningDigits, 10, QLatin1Char('0'));
}

} // namespace

Result<QString> SqlCases::nextNumber(Instant registered)
{
    const QString day = mInfo.district + mDays.dayOf(registered, mInfo.timeZone);
    if (mConnection.isServer()) {
        return nextNumberOf(day);
    }
    QString last = day + QString(kRunningDigits, u'0');
    // Five digits are enough for nearly every day; behind 99999 they become more.
    for (qsizetype digits = kRunningDigits; digits <= kMostRunningDigits; ++digits) {
        const Result<QString> known = lastNumber(day, digits);
        if (!known) {
            return known;
        }
        last = known.value().isEmpty() ? last : known.value();
        if (last != day + QString(digits, u'9')) {
            break;
        }
    }
    return numberAfter(last);
}

Result<QString> SqlCases::nextNumberOf(const QString &day)
{
    // A counter of the server's own: to look for the highest number, as in a file, each would have
    // to wait until the one before has committed.
    Result<SqlStatement> prepared = mConnection.prepare(u"SELECT gridward_next_number(?)"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    if (const Result<void> run = statement.bind(day).run(); !run) {
        return run.error();
    }
    return statement.next() ? Result<QString>(numberOf(day, statement.longNumber(0)))
                            : Result<QString>(Error{ErrorCode::Internal, u"no number"_s, {}});
}

Result<void> SqlCases::noteNumber(const QString &number)
{
    if (!mConnection.isServer()) {
        return {}; // a file looks at the numbers that are there
    }
    Result<SqlStatement> prepared = mConnection.prepare(u"SELECT gridward_seen_number(?, ?)"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    return statement.bind(number.left(kDayDigits)).bind(number.mid(kDayDigits).toLongLong()).run();
}

Result<QString> SqlCases::lastNumber(const QString &day, qsizetype digits)
{
    Result<SqlStatement> prepared = mConnection.prepare(
        u"SELECT max(number) FROM cases INDEXED BY cases_number WHERE length(number) = ? AND number >= ? AND number < ?"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    statement.bind(static_cast<int>(day.size() + digits)).bind(day).bind(day + u'~');
    if (const Result<void> run = statement.run(); !run) {
        return run.error();
    }
    return statement.next() ? statement.text(0) : QString();
}

QString SqlCases::numberAfter(const QString &number)
{
    return numberOf(number.left(kDayDigits), number.mid(kDayDigits).toLongLong() + 1);
}

Result<qint64> SqlCases::freeRow(qint64 wanted)
{
    Result<SqlStatement> prepared = mConnection.prepare(u"SELECT 1 FROM cases WHERE id = ?"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    for (qint64 row = wanted;; ++row) {
        if (const Result<void> run = statement.bind(row).run(); !run) {
            return run.error();
        }
        if (!statement.next()) {
            return row;
        }
    }
}

QString SqlCases::openAt(const Case &subject)
{
    return isOpen(subject.state) ? subject.unit : QString();
}

Result<void> SqlCases::moveOpen(const QString &from, const QString &to)
{
    if (from == to) {
        return {};
    }
    // Always in the same order: two seats that move cases to and fro do not block each other.
    const std::pair less(from, -1);
    const std::pair more(to, 1);
    const bool isUp = from < to;
    const auto &[first, firstBy] = isUp ? less : more;
    const auto &[second, secondBy] = isUp ? more : less;
    Result<void> counted = countOpen(first, firstBy);
    return counted ? countOpen(second, secondBy) : counted;
}

Result<void> SqlCases::countOpen(const QString &unit, int more)
{
    if (unit.isEmpty()) {
        return {};
    }
    Result<SqlStatement> prepared = mConnection.prepare(
        mConnection.pick(u"INSERT INTO gridward_open_cases (unit, count) VALUES (?, ?) "
                         "ON CONFLICT (unit) DO UPDATE SET count = count + excluded.count"_s,
                         u"INSERT INTO gridward_open_cases (unit, slot, count) "
                         "VALUES (?, pg_backend_pid() % 16, ?) ON CONFLICT (unit, slot) DO UPDATE "
                         "SET count = gridward_open_cases.count + excluded.count"_s));
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    return statement.bind(unit).bind(more).run();
}

Result<void> SqlCases::insertRow(const PreparedCase &prepared, qint64 row)
{
    static const QString sql =
        u"INSERT INTO cases (%1, id, is_open, head, process) VALUES (?%2)"_s.arg(
            caseColumns(), u", ?"_s.repeated(caseColumnCount() + 3));
    Result<SqlInsert> statement = mConnection.prepareInsert(sql);
    if (!statement) {
        return statement.error();
    }
    SqlInsert insert = std::move(statement).value();
    insert.bind(prepared.row.id.toText());
    bindCase(insert, prepared.row);
    insert.bind(row).bind(isOpen(prepared.row.state)).bind(prepared.head);
    if (prepared.process.isEmpty()) {
        insert.bindNull();
    } else {
        insert.bindUtf8(prepared.process);
    }
    return insert.run();
}

Result<void> SqlCases::insertEvent(qint64 row, const CaseEvent &event, const QString &number)
{
    static const QString sql = u"INSERT INTO events (case_id, %1) VALUES (?%2)"_s.arg(
        eventColumns(), u", ?"_s.repeated(10));
    Result<SqlInsert> statement = mConnection.prepareInsert(sql);
    if (!statement) {
        return statement.error();
    }
    SqlInsert insert = std::move(statement).value();
    Result<void> run = insert.bind(row)
                           .bind(event.sequence)
                           .bind(toId(event.action))
                           .bind(std::optional(event.at))
                           .bind(event.actor)
                           .bind(event.origin)
                           .bindTextOrNull(event.from ? toId(*event.from) : QString())
                           .bind(toId(event.to))
                           .bind(event.note)
                           .bindUtf8(event.facts)
                           .bind(event.hash)
                           .run();
    if (!run && run.error().detail.contains(kAxesGuard)) {
        return refusedOwnWork(number, event);
    }
    return run;
}

Result<void>
SqlCases::insertAttachments(qint64 row, int sequence, const QList<Attachment> &attachments)
{
    for (const Attachment &attachment : attachments) {
        Result<SqlStatement> prepared = mConnection.prepare(
            u"INSERT INTO attachments (case_id, sequence, name, media_type, sha256, content) "
            "VALUES (?, ?, ?, ?, ?, ?)"_s);
        if (!prepared) {
            return prepared.error();
        }
        SqlStatement insert = std::move(prepared).value();
        const QByteArray hash =
            QCryptographicHash::hash(attachment.content, QCryptographicHash::Sha256).toHex();
        Result<void> run = insert.bind(row)
                               .bind(sequence)
                               .bind(attachment.name)
                               .bind(attachment.mediaType)
                               .bind(QString::fromLatin1(hash))
                               .bind(attachment.content)
                               .run();
        if (!run) {
            return run;
        }
    }
    return {};
}

Result<void> SqlCases::updateRow(const CaseRecord &record,
                                 const QByteArray &head,
                                 qint64 row,
                                 int expectedVersion)
{
    static const QString sql = [] {
        QStringList columns = caseColumns().split(u", "_s).mid(1);
        columns.append({u"process"_s, u"is_open"_s, u"head"_s});
        return u"UPDATE cases SET %1 = ? WHERE id = ? AND version = ?"_s.arg(
            columns.join(u" = ?, "_s));
    }();
    Result<SqlStatement> statement = mConnection.prepare(sql);
    if (!statement) {
        return statement.error();
    }
    SqlStatement update = std::move(statement).value();
    const QByteArray process = record.process.toJson();
    bindCase(update, record.subject);
    update.bindTextOrNull(QString::fromUtf8(process));
    update.bind(isOpen(record.subject.state)).bind(head).bind(row).bind(expectedVersion);
    if (Result<void> run = update.run(); !run) {
        return run;
    }
    return update.changedRows() == 1
               ? Result<void>()
               : Result<void>(someoneWasFirst(record.subject, expectedVersion));
}

} // namespace gridward
