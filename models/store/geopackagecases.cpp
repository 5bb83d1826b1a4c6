// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/geopackagecases.h"

#include "models/store/geopackageblob.h"
#include "models/store/geopackagecasebatch.h"

#include <QCoreApplication>
#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(GeoPackageCases)
};

constexpr int kLargestList = 100'000;
constexpr int kFewOverdue = 2000; ///< up to here they are sorted; above it they are met soon enough
constexpr int kDayDigits = 14;    ///< of a number: district and day
constexpr int kRunningDigits = 5;
constexpr int kMostRunningDigits = 9;

Error noSuchCase(const QString &name)
{
    return Error{ErrorCode::NotFound,
                 Words::tr("There is no case “%1”. Name its id or its number.").arg(name),
                 {}};
}

Error someoneWasFirst(const Case &now)
{
    return Error{ErrorCode::Conflict,
                 Words::tr("Somebody else was first: case %1 is at version %2 now (%3). Look at it "
                           "again, then decide.")
                     .arg(now.number)
                     .arg(now.version)
                     .arg(toId(now.state)),
                 {}};
}

/** Which index answers which filters; the columns are compared in this order. */
struct ListPlan
{
    const char *index;
    bool state;
    bool street;
    bool classCode;
    bool grid;
    bool unit;
    bool open;
};

constexpr ListPlan kPlans[] = {
    {"NOT INDEXED", false, false, false, false, false, false},
    {"INDEXED BY cases_state", true, false, false, false, false, false},
    {"INDEXED BY cases_street", false, true, false, false, false, false},
    {"INDEXED BY cases_class", false, false, true, false, false, false},
    {"INDEXED BY cases_state_street", true, true, false, false, false, false},
    {"INDEXED BY cases_state_class", true, false, true, false, false, false},
    {"INDEXED BY cases_street_class", false, true, true, false, false, false},
    {"INDEXED BY cases_state_street_class", true, true, true, false, false, false},
    {"INDEXED BY cases_grid", false, false, false, true, false, false},
    {"INDEXED BY cases_open", false, false, false, false, false, true},
    {"INDEXED BY cases_open_street", false, true, false, false, false, true},
    {"INDEXED BY cases_open_class", false, false, true, false, false, true},
    {"INDEXED BY cases_open_street_class", false, true, true, false, false, true},
    {"INDEXED BY cases_open_grid", false, false, false, true, false, true},
    {"INDEXED BY cases_open_unit", false, false, false, false, true, true},
};

const ListPlan *planFor(const CaseQuery &query)
{
    // A state says by itself whether a case is open.
    const bool open =
        (query.openOnly || query.overdueAt || !query.unit.isEmpty()) && !query.state.has_value();
    for (const ListPlan &plan : kPlans) {
        if (plan.state == query.state.has_value() && plan.street == !query.street.isEmpty() &&
            plan.classCode == !query.classCode.isEmpty() && plan.grid == !query.grid.isEmpty() &&
            plan.unit == !query.unit.isEmpty() && plan.open == open) {
            return &plan;
        }
    }
    return nullptr;
}

/** The few overdue ones, by their own index, sorted: for when going through all open ones is long.
 */
const ListPlan kByDueTime{"INDEXED BY cases_open_due", true, true, true, true, true, true};

QString listSql(const ListPlan &plan, const CaseQuery &query)
{
    QStringList conditions;
    const auto add = [&](bool wanted, const QString &condition) {
        if (wanted) {
            conditions.append(condition);
        }
    };
    add(plan.open, u"is_open = 1"_s);
    add(query.state.has_value(), u"state = ?"_s);
    add(!query.street.isEmpty(), u"street = ?"_s);
    add(!query.classCode.isEmpty(), u"class_code = ?"_s);
    add(!query.grid.isEmpty(), u"grid = ?"_s);
    add(!query.unit.isEmpty(), u"unit = ?"_s);
    add(query.overdueAt.has_value(), u"due_at < ? AND due_at < coalesce(handled_at, 'Z')"_s);
    add(query.before.has_value(), u"id < coalesce((SELECT id FROM cases WHERE uuid = ?), ?)"_s);
    return u"SELECT %1 FROM cases %2%3 ORDER BY id DESC LIMIT ?"_s.arg(
        caseColumns(),
        QLatin1String(plan.index),
        conditions.isEmpty() ? QString() : u" WHERE "_s + conditions.join(u" AND "_s));
}

} // namespace

Result<Case> GeoPackageCases::add(const CaseId &id, const CaseStep &report)
{
    Case added;
    const Result<void> done = mConnection.transaction([&]() -> Result<void> {
        const Result<QString> number = nextNumber(report.at);
        if (!number) {
            return number.error();
        }
        Result<PreparedCase> prepared = prepareCase(id, {report}, number.value());
        if (!prepared) {
            return prepared.error();
        }
        const Result<qint64> row = freeRow(id.rowNumber());
        if (!row) {
            return row.error();
        }
        added = prepared.value().row;
        for (const Result<void> &step : {insertRow(prepared.value(), row.value()),
                                         countOpen(openAt(added), 1),
                                         insertEvent(row.value(), prepared.value().events.first()),
                                         insertAttachments(row.value(), 1, report.attachments)}) {
            if (!step) {
                return step;
            }
        }
        return {};
    });
    if (!done) {
        return done.error();
    }
    return added;
}

Result<Case> GeoPackageCases::append(const CaseId &id, int expectedVersion, const CaseStep &step)
{
    Case after;
    const Result<void> done = mConnection.transaction([&]() -> Result<void> {
        const Result<StoredCase> stored = read(id);
        if (!stored) {
            return stored.error();
        }
        if (stored.value().subject.version != expectedVersion) {
            return someoneWasFirst(stored.value().subject);
        }
        Result<std::pair<Case, CaseEvent>> next =
            follow(stored.value().subject, stored.value().head, step);
        if (!next) {
            return next.error();
        }
        auto [subject, event] = std::move(next).value();
        after = subject;
        for (const Result<void> &write :
             {updateRow(subject, event.hash, stored.value().row, expectedVersion),
              countOpen(openAt(stored.value().subject), -1),
              countOpen(openAt(subject), 1),
              insertEvent(stored.value().row, event),
              insertAttachments(stored.value().row, event.sequence, step.attachments)}) {
            if (!write) {
                return write;
            }
        }
        return {};
    });
    if (!done) {
        return done.error();
    }
    return after;
}

Result<GeoPackageCases::StoredCase> GeoPackageCases::read(const CaseId &id)
{
    static const QString sql =
        u"SELECT %1, id, head FROM cases WHERE uuid = ?"_s.arg(caseColumns());
    Result<SqlStatement> prepared = mConnection.prepare(sql);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    if (const Result<void> run = statement.bind(id.toText()).run(); !run) {
        return run.error();
    }
    if (!statement.next()) {
        return noSuchCase(id.toText());
    }
    return StoredCase{readCase(statement), statement.longNumber(28), statement.bytes(29)};
}

Result<Case> GeoPackageCases::find(const CaseId &id)
{
    Result<StoredCase> stored = read(id);
    if (!stored) {
        return stored.error();
    }
    return std::move(stored).value().subject;
}

Result<Case> GeoPackageCases::findNumber(const QString &number)
{
    // The index of numbers begins with the length. Of "number = ?" SQLite would conclude that the
    // length is a constant too, and go through all rows.
    static const QString sql =
        u"SELECT %1 FROM cases INDEXED BY cases_number "
        "WHERE length(number) = ? AND number BETWEEN ? AND ?"_s.arg(caseColumns());
    Result<SqlStatement> prepared = mConnection.prepare(sql);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    statement.bind(static_cast<int>(number.size()));
    if (const Result<void> run = statement.bind(number).bind(number).run(); !run) {
        return run.error();
    }
    if (!statement.next()) {
        return noSuchCase(number);
    }
    return readCase(statement);
}

Result<QList<Case>> GeoPackageCases::list(const CaseQuery &query)
{
    if (query.state && !isOpen(*query.state) &&
        (query.openOnly || query.overdueAt || !query.unit.isEmpty())) {
        return QList<Case>(); // no case is both
    }
    const ListPlan *plan = planFor(query);
    if (plan == nullptr) {
        return Error{
            ErrorCode::InvalidInput,
            Words::tr("A list by grid or unit takes no other filter than open and overdue."),
            {}};
    }
    if (query.overdueAt) {
        const Result<bool> few = hasFewOverdue(*query.overdueAt);
        if (!few) {
            return few.error();
        }
        plan = few.value() ? &kByDueTime : plan;
    }
    Result<SqlStatement> prepared = mConnection.prepare(listSql(*plan, query));
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    if (query.state) {
        statement.bind(toId(*query.state));
    }
    for (const QString &text : {query.street, query.classCode, query.grid, query.unit}) {
        if (!text.isEmpty()) {
            statement.bind(text);
        }
    }
    if (query.overdueAt) {
        statement.bind(query.overdueAt);
    }
    if (query.before) {
        // An id that no case has still says when.
        statement.bind(query.before->toText()).bind(query.before->rowNumber());
    }
    statement.bind(std::clamp(query.limit, 0, kLargestList));
    if (const Result<void> run = statement.run(); !run) {
        return run.error();
    }
    QList<Case> cases;
    while (statement.next()) {
        cases.append(readCase(statement));
    }
    return cases;
}

Result<bool> GeoPackageCases::hasFewOverdue(Instant at)
{
    Result<SqlStatement> prepared =
        mConnection.prepare(u"SELECT count(*) FROM (SELECT 1 FROM cases INDEXED BY cases_open_due "
                            "WHERE is_open = 1 AND due_at < ? LIMIT ?)"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    if (const Result<void> run = statement.bind(std::optional(at)).bind(kFewOverdue + 1).run();
        !run) {
        return run.error();
    }
    return statement.next() && statement.number(0) <= kFewOverdue;
}

Result<QList<CaseEvent>> GeoPackageCases::events(const CaseId &id)
{
    static const QString sql =
        u"SELECT %1 FROM events WHERE case_id = (SELECT id FROM cases WHERE uuid = ?) "
        "ORDER BY sequence"_s.arg(eventColumns());
    Result<SqlStatement> prepared = mConnection.prepare(sql);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    if (const Result<void> run = statement.bind(id.toText()).run(); !run) {
        return run.error();
    }
    QList<CaseEvent> events;
    while (statement.next()) {
        events.append(readEvent(statement, 0));
    }
    return events;
}

Result<QList<Attachment>> GeoPackageCases::attachments(const CaseId &id)
{
    Result<SqlStatement> prepared = mConnection.prepare(
        u"SELECT name, media_type, content FROM attachments "
        "WHERE case_id = (SELECT id FROM cases WHERE uuid = ?) ORDER BY sequence, id"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    if (const Result<void> run = statement.bind(id.toText()).run(); !run) {
        return run.error();
    }
    QList<Attachment> attachments;
    while (statement.next()) {
        attachments.append({statement.text(0), statement.text(1), statement.bytes(2)});
    }
    return attachments;
}

Result<void>
GeoPackageCases::visitAll(const std::function<bool(const Case &, const QList<CaseEvent> &)> &visit)
{
    static const QString caseSql =
        u"SELECT %1, id FROM cases NOT INDEXED ORDER BY id"_s.arg(caseColumns());
    static const QString eventSql =
        u"SELECT %1 FROM events WHERE case_id = ? ORDER BY sequence"_s.arg(eventColumns());
    Result<SqlStatement> prepared = mConnection.prepare(caseSql);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement cases = std::move(prepared).value();
    if (Result<void> run = cases.run(); !run) {
        return run;
    }
    while (cases.next()) {
        Result<SqlStatement> eventsPrepared = mConnection.prepare(eventSql);
        if (!eventsPrepared) {
            return eventsPrepared.error();
        }
        SqlStatement statement = std::move(eventsPrepared).value();
        if (Result<void> run = statement.bind(cases.longNumber(28)).run(); !run) {
            return run;
        }
        QList<CaseEvent> events;
        while (statement.next()) {
            events.append(readEvent(statement, 0));
        }
        if (!visit(readCase(cases), events)) {
            break;
        }
    }
    return {};
}

Result<std::unique_ptr<CaseBatch>> GeoPackageCases::beginBatch()
{
    Result<std::unique_ptr<GeoPackageCaseBatch>> batch =
        GeoPackageCaseBatch::begin(mConnection, mInfo, *this);
    if (!batch) {
        return batch.error();
    }
    return std::unique_ptr<CaseBatch>(std::move(batch).value());
}

Result<QHash<QString, int>> GeoPackageCases::openByUnit()
{
    Result<SqlStatement> prepared =
        mConnection.prepare(u"SELECT unit, count FROM gridward_open_cases WHERE count <> 0"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    if (const Result<void> run = statement.run(); !run) {
        return run.error();
    }
    QHash<QString, int> counts;
    while (statement.next()) {
        counts.insert(statement.text(0), statement.number(1));
    }
    return counts;
}

Result<QList<CaseChange>> GeoPackageCases::changesAfter(qint64 position, int limit)
{
    Result<SqlStatement> prepared = mConnection.prepare(
        u"SELECT c.uuid, e.sequence, e.state_after, e.id FROM events AS e "
        "CROSS JOIN cases AS c ON c.id = e.case_id WHERE e.id > ? ORDER BY e.id LIMIT ?"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    if (const Result<void> run = statement.bind(position).bind(limit).run(); !run) {
        return run.error();
    }
    QList<CaseChange> changes;
    while (statement.next()) {
        changes.append({CaseId::fromText(statement.text(0)).value_or(CaseId{}),
                        statement.number(1),
                        caseStateFromId(statement.text(2)).value_or(CaseState::Registered),
                        statement.longNumber(3)});
    }
    return changes;
}

Result<qint64> GeoPackageCases::lastPosition()
{
    const Result<QVariant> last = mConnection.scalar(u"SELECT max(id) FROM events"_s);
    if (!last) {
        return last.error();
    }
    return last.value().toLongLong();
}

Result<QString> GeoPackageCases::nextNumber(Instant registered)
{
    const QString day = mInfo.district + mDays.dayOf(registered, mInfo.timeZone);
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

Result<QString> GeoPackageCases::lastNumber(const QString &day, qsizetype digits)
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

QString GeoPackageCases::numberAfter(const QString &number)
{
    const QString day = number.left(kDayDigits);
    return day + u"%1"_s.arg(
                     number.mid(kDayDigits).toLongLong() + 1, kRunningDigits, 10, QLatin1Char('0'));
}

Result<qint64> GeoPackageCases::freeRow(qint64 wanted)
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

QString GeoPackageCases::openAt(const Case &subject)
{
    return isOpen(subject.state) ? subject.unit : QString();
}

Result<void> GeoPackageCases::countOpen(const QString &unit, int more)
{
    if (unit.isEmpty()) {
        return {};
    }
    Result<SqlStatement> prepared =
        mConnection.prepare(u"INSERT INTO gridward_open_cases (unit, count) VALUES (?, ?) "
                            "ON CONFLICT (unit) DO UPDATE SET count = count + excluded.count"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    return statement.bind(unit).bind(more).run();
}

Result<void> GeoPackageCases::insertRow(const PreparedCase &prepared, qint64 row)
{
    static const QString sql = u"INSERT INTO cases (%1, id, is_open, head) VALUES (?%2)"_s.arg(
        caseColumns(), u", ?"_s.repeated(30));
    Result<SqlInsert> statement = mConnection.prepareInsert(sql);
    if (!statement) {
        return statement.error();
    }
    SqlInsert insert = std::move(statement).value();
    insert.bind(prepared.row.id.toText());
    bindCase(insert, prepared.row);
    return insert.bind(row).bind(isOpen(prepared.row.state)).bind(prepared.head).run();
}

Result<void> GeoPackageCases::insertEvent(qint64 row, const CaseEvent &event)
{
    static const QString sql = u"INSERT INTO events (case_id, %1) VALUES (?%2)"_s.arg(
        eventColumns(), u", ?"_s.repeated(10));
    Result<SqlInsert> statement = mConnection.prepareInsert(sql);
    if (!statement) {
        return statement.error();
    }
    SqlInsert insert = std::move(statement).value();
    return insert.bind(row)
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
}

Result<void>
GeoPackageCases::insertAttachments(qint64 row, int sequence, const QList<Attachment> &attachments)
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

Result<void> GeoPackageCases::updateRow(const Case &subject,
                                        const QByteArray &head,
                                        qint64 row,
                                        int expectedVersion)
{
    static const QString sql = [] {
        QStringList columns = caseColumns().split(u", "_s).mid(1);
        columns.append({u"is_open"_s, u"head"_s});
        return u"UPDATE cases SET %1 = ? WHERE id = ? AND version = ?"_s.arg(
            columns.join(u" = ?, "_s));
    }();
    Result<SqlStatement> statement = mConnection.prepare(sql);
    if (!statement) {
        return statement.error();
    }
    SqlStatement update = std::move(statement).value();
    bindCase(update, subject);
    update.bind(isOpen(subject.state)).bind(head).bind(row).bind(expectedVersion);
    if (Result<void> run = update.run(); !run) {
        return run;
    }
    return update.changedRows() == 1 ? Result<void>() : Result<void>(someoneWasFirst(subject));
}

} // namespace gridward
