// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/caserows.h"

#include "models/domain/caseaxes.h"
#include "models/domain/casetasks.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QJsonArray>

#include <span>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SqlCases)
};

} // namespace

const QString &caseColumns()
{
    static const QString columns =
        u"uuid, number, version, state, scheme, kind, class_code, level, source, text, address, "
        u"grid, "
        "community, street, component, unit, person, standard, reported_at, filed_at, "
        "dispatched_at, "
        "due_at, handled_at, checked_at, closed_at, external_source, external_id, geom, "
        "stage_due_at, suspended_until, overdue_at, scene_due_at, next_at, exempt, parent, "
        "merged_into, bundle, request, task_person, task_due_at, reply_due_at, rung, rung_tier, "
        "stepped_at, called_back_at, lacks_picture, hands"_s;
    return columns;
}

int caseColumnCount()
{
    static const int count = static_cast<int>(caseColumns().count(u',')) + 1;
    return count;
}

const QString &eventColumns()
{
    static const QString columns =
        u"sequence, action, at, actor, origin, state_before, state_after, note, facts, hash"_s;
    return columns;
}

Case readCase(const SqlStatement &row)
{
    Case subject;
    subject.id = CaseId::fromText(row.text(0)).value_or(CaseId{});
    subject.number = row.text(1);
    subject.version = row.number(2);
    subject.state = caseStateFromId(row.text(3)).value_or(CaseState::Registered);
    subject.classKey = {
        row.text(4), caseKindFromId(row.text(5)).value_or(CaseKind::Matter), row.text(6)};
    subject.level = caseLevelFromId(row.text(7)).value_or(CaseLevel::Blue);
    subject.source = caseSourceFromId(row.text(8)).value_or(CaseSource::Patrol);
    subject.text = row.text(9);
    subject.address = row.text(10);
    subject.grid = row.text(11);
    subject.community = row.text(12);
    subject.street = row.text(13);
    subject.component = row.text(14);
    subject.unit = row.text(15);
    subject.person = row.text(16);
    subject.standard = row.text(17);
    subject.reportedAt = row.instant(18);
    subject.filedAt = row.instant(19);
    subject.dispatchedAt = row.instant(20);
    subject.dueAt = row.instant(21);
    subject.handledAt = row.instant(22);
    subject.checkedAt = row.instant(23);
    subject.closedAt = row.instant(24);
    subject.externalSource = row.text(25);
    subject.externalId = row.text(26);
    subject.place = row.point(27);
    subject.stageDueAt = row.instant(28);
    subject.suspendedUntil = row.instant(29);
    subject.overdueAt = row.instant(30);
    subject.sceneDueAt = row.instant(31);
    subject.nextAt = row.instant(32);
    subject.exempt = row.flag(33);
    subject.parent = row.text(34);
    subject.mergedInto = row.text(35);
    subject.bundle = row.text(36);
    subject.request = requestKindFromId(row.text(37));
    subject.taskPerson = row.text(38);
    subject.taskDueAt = row.instant(39);
    subject.replyDueAt = row.instant(40);
    subject.rung = row.number(41);
    subject.rungTier = row.text(42);
    subject.steppedAt = row.instant(43);
    subject.calledBackAt = row.instant(44);
    subject.lacksPicture = row.flag(45);
    subject.hands = row.text(46);
    return subject;
}

Result<CaseRecord> readRecord(const SqlStatement &row)
{
    CaseRecord record{readCase(row), {}};
    Result<CaseProcess> process = CaseProcess::fromJson(row.bytes(caseColumnCount()));
    if (!process) {
        return Error{ErrorCode::Unreadable,
                     Words::tr("What case %1 has been through cannot be read; somebody changed the "
                               "row. Run “gridward check”.")
                         .arg(record.subject.number),
                     process.error().message};
    }
    record.process = std::move(process).value();
    return record;
}

namespace {

template <typename Statement>
void bindColumns(Statement &to, const Case &subject)
{
    to.bind(subject.number)
        .bind(subject.version)
        .bind(toId(subject.state))
        .bind(subject.classKey.scheme)
        .bind(toId(subject.classKey.kind))
        .bind(subject.classKey.code)
        .bind(toId(subject.level))
        .bind(toId(subject.source))
        .bind(subject.text)
        .bind(subject.address)
        .bind(subject.grid)
        .bind(subject.community)
        .bind(subject.street)
        .bind(subject.component)
        .bind(subject.unit)
        .bind(subject.person)
        .bind(subject.standard)
        .bind(subject.reportedAt)
        .bind(subject.filedAt)
        .bind(subject.dispatchedAt)
        .bind(subject.dueAt)
        .bind(subject.handledAt)
        .bind(subject.checkedAt)
        .bind(subject.closedAt)
        .bindTextOrNull(subject.externalSource)
        .bindTextOrNull(subject.externalId);
    to.bind(subject.place)
        .bind(subject.stageDueAt)
        .bind(subject.suspendedUntil)
        .bind(subject.overdueAt)
        .bind(subject.sceneDueAt)
        .bind(subject.nextAt)
        .bind(subject.exempt)
        .bindTextOrNull(subject.parent)
        .bindTextOrNull(subject.mergedInto)
        .bindTextOrNull(subject.bundle)
        .bindTextOrNull(toId(subject.request))
        .bindTextOrNull(subject.taskPerson)
        .bind(subject.taskDueAt)
        .bind(subject.replyDueAt)
        .bind(subject.rung)
        .bindTextOrNull(subject.rungTier)
        .bind(subject.steppedAt)
        .bind(subject.calledBackAt)
        .bind(subject.lacksPicture)
        .bindTextOrNull(subject.hands);
}

} // namespace

void bindCase(SqlStatement &to, const Case &subject)
{
    bindColumns(to, subject);
}

void bindCase(SqlInsert &to, const Case &subject)
{
    bindColumns(to, subject);
}

CaseEvent readEvent(const SqlStatement &row, int from)
{
    CaseEvent event;
    event.sequence = row.number(from);
    event.action = caseActionFromId(row.text(from + 1)).value_or(CaseAction::Report);
    event.at = row.instant(from + 2).value_or(Instant{});
    event.actor = row.text(from + 3);
    event.origin = row.text(from + 4);
    if (!row.isNull(from + 5)) {
        event.from = caseStateFromId(row.text(from + 5));
    }
    event.to = caseStateFromId(row.text(from + 6)).value_or(CaseState::Registered);
    event.note = row.text(from + 7);
    event.facts = row.text(from + 8).toUtf8();
    event.hash = row.bytes(from + 9);
    return event;
}

Result<QList<CaseEvent>> readEvents(SqlStatement &statement)
{
    if (const Result<void> run = statement.run(); !run) {
        return run.error();
    }
    QList<CaseEvent> events;
    while (statement.next()) {
        events.append(readEvent(statement, 0));
    }
    return events;
}

Result<QList<CaseEvent>> eventsOfRow(SqlConnection &connection, qint64 row)
{
    static const QString sql =
        u"SELECT %1 FROM events WHERE case_id = ? ORDER BY sequence"_s.arg(eventColumns());
    Result<SqlStatement> prepared = connection.prepare(sql);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    statement.bind(row);
    return readEvents(statement);
}

Result<std::pair<CaseRecord, CaseEvent>>
follow(CaseRecord before, const QByteArray &head, const CaseStep &step)
{
    QJsonObject facts = step.facts;
    if (!step.attachments.isEmpty()) {
        QJsonArray evidence;
        for (const Attachment &attachment : step.attachments) {
            evidence.append(
                QJsonObject{{u"name"_s, attachment.name},
                            {u"sha256"_s,
                             QString::fromLatin1(QCryptographicHash::hash(
                                                     attachment.content, QCryptographicHash::Sha256)
                                                     .toHex())}});
        }
        facts.insert(QLatin1String(fact::kAttachments), evidence);
    }
    const CaseId id = before.subject.id;
    const QString number = before.subject.number;
    CaseEvent event;
    event.sequence = before.subject.version + 1;
    event.action = step.action;
    event.at = step.at;
    event.actor = step.actor;
    event.origin = step.origin;
    if (before.subject.version > 0) {
        event.from = before.subject.state;
    }
    event.to = step.to;
    event.note = step.note;
    event.facts = factsText(facts);
    Result<CaseRecord> after = applyRecord(std::move(before), event, facts);
    if (!after) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("This is no step of case %1: %2").arg(number, after.error().message),
                     {}};
    }
    event.hash = chainHash(head, id, event);
    return std::pair{std::move(after).value(), event};
}

Error someoneWasFirst(const Case &now, int expectedVersion)
{
    return Error{ErrorCode::Conflict,
                 Words::tr("Somebody else was first: this step was based on version %1 of case %2, "
                           "which is at version %3 now (%4). Look at it again, then decide.")
                     .arg(expectedVersion)
                     .arg(now.number)
                     .arg(now.version)
                     .arg(toId(now.state)),
                 {}};
}

Error refusedOwnWork(const QString &number, const CaseEvent &event)
{
    const QString message =
        isWork(event.action)
            ? Words::tr("%1 checked case %2 and may not do “%3” to it: whoever judges a case does "
                        "not take it in hand. Somebody else has to.")
            : Words::tr("%1 dispatched or handled case %2 and may not do “%3” to it: nobody judges "
                        "their own work. Somebody else has to.");
    return Error{ErrorCode::Refused, message.arg(event.actor, number, toId(event.action)), {}};
}

Result<PeopleBehind> peopleBehindAccounts(SqlConnection &connection)
{
    Result<SqlStatement> prepared =
        connection.prepare(u"SELECT name, person FROM users WHERE person <> ''"_s);
    if (!prepared) {
        return prepared.error();
    }
    SqlStatement statement = std::move(prepared).value();
    if (const Result<void> run = statement.run(); !run) {
        return run.error();
    }
    PeopleBehind people;
    while (statement.next()) {
        people.insert(statement.text(0), statement.text(1));
    }
    return people;
}

Result<PreparedCase> prepareCase(const CaseId &id,
                                 const QList<CaseStep> &steps,
                                 const QString &number,
                                 const PeopleBehind &people)
{
    PreparedCase prepared;
    CaseRecord record;
    record.subject.id = id;
    CaseMilestones milestones;
    bool isTakenBack = false;
    prepared.events.reserve(steps.size());
    for (qsizetype i = 0; i < steps.size(); ++i) {
        CaseStep step = steps.at(i);
        if (i == 0 && !step.facts.contains(QLatin1String(fact::kNumber))) {
            step.facts.insert(QLatin1String(fact::kNumber), number);
        }
        const Case before = record.subject;
        const std::optional<CaseTask> taskBefore = record.process.task;
        Result<std::pair<CaseRecord, CaseEvent>> next =
            follow(std::move(record), prepared.head, step);
        if (!next) {
            return next.error();
        }
        auto [after, event] = std::move(next).value();
        isTakenBack = isTakenBack || event.action == CaseAction::Withdraw;
        milestones.note(before, after.subject, event, identityOf(event, step.facts));
        prepared.tasks += taskRows(taskBefore, after, event);
        const std::span<const CaseEvent> earlier(prepared.events.constData(),
                                                 static_cast<std::size_t>(i));
        if (ownWork(earlier, event, people) != nullptr) {
            return refusedOwnWork(after.subject.number, event);
        }
        record = std::move(after);
        prepared.head = event.hash;
        prepared.events.append(std::move(event));
    }
    if (isTakenBack) {
        // What was taken back leaves no trace: only the whole history knows what to leave out.
        const Result<CaseMilestones> again = milestonesOf(id, prepared.events);
        if (!again) {
            return again.error();
        }
        milestones = again.value();
    }
    if (steps.size() > 1 || steps.value(0).action != CaseAction::Import) {
        prepared.milestones = std::move(milestones);
    }
    prepared.process = record.process.toJson();
    prepared.row = std::move(record.subject);
    if (prepared.events.isEmpty() || !prepared.row.reportedAt) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("A case needs a report with its time before anything else."),
                     {}};
    }
    return prepared;
}

QString LocalDays::dayOf(Instant instant, const QString &timeZone)
{
    if (timeZone != mZoneId) {
        mZoneId = timeZone;
        mZone = QTimeZone(timeZone.toLatin1());
        mOffsets.clear();
    }
    const qint64 milliseconds = instant.time_since_epoch().count();
    const qint64 hour = std::chrono::floor<std::chrono::hours>(instant).time_since_epoch().count();
    auto offset = mOffsets.constFind(hour);
    if (offset == mOffsets.constEnd()) {
        const int seconds =
            mZone.isValid()
                ? mZone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC))
                : 0;
        offset = mOffsets.insert(hour, seconds);
    }
    return toIsoText(instant + std::chrono::seconds(*offset)).left(10).remove(u'-');
}

} // namespace gridward
