// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/caseevent.h"

#include "models/domain/idtable.h"
#include "models/domain/lifecycle.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <array>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr std::array kActions{
    IdOf{CaseAction::Report, "report"},     IdOf{CaseAction::Import, "import"},
    IdOf{CaseAction::Verify, "verify"},     IdOf{CaseAction::File, "file"},
    IdOf{CaseAction::Refuse, "refuse"},     IdOf{CaseAction::Void, "void"},
    IdOf{CaseAction::Dispatch, "dispatch"}, IdOf{CaseAction::Accept, "accept"},
    IdOf{CaseAction::Return, "return"},     IdOf{CaseAction::Assign, "assign"},
    IdOf{CaseAction::Handle, "handle"},     IdOf{CaseAction::Feedback, "feedback"},
    IdOf{CaseAction::Suspend, "suspend"},   IdOf{CaseAction::Resume, "resume"},
    IdOf{CaseAction::Extend, "extend"},     IdOf{CaseAction::Check, "check"},
    IdOf{CaseAction::Rework, "rework"},     IdOf{CaseAction::Close, "close"},
    IdOf{CaseAction::Archive, "archive"},   IdOf{CaseAction::Reopen, "reopen"},
    IdOf{CaseAction::Appeal, "appeal"},     IdOf{CaseAction::Merge, "merge"},
    IdOf{CaseAction::Split, "split"},       IdOf{CaseAction::Transfer, "transfer"},
    IdOf{CaseAction::Urge, "urge"},         IdOf{CaseAction::Call, "call"},
    IdOf{CaseAction::Answer, "answer"},     IdOf{CaseAction::Arrive, "arrive"},
    IdOf{CaseAction::Checkin, "checkin"},   IdOf{CaseAction::Handover, "handover"},
    IdOf{CaseAction::Release, "release"},   IdOf{CaseAction::Supervise, "supervise"},
    IdOf{CaseAction::Callback, "callback"}, IdOf{CaseAction::Entrust, "entrust"},
    IdOf{CaseAction::Withdraw, "withdraw"}};

void put(QCryptographicHash &hash, const QByteArray &field)
{
    hash.addData(QByteArray::number(field.size()));
    hash.addData(":");
    hash.addData(field);
    hash.addData(",");
}

Error wrong(const QString &detail)
{
    return Error{ErrorCode::InvalidInput, detail, {}};
}

/** Moves facts from JSON into the fields of a case; remembers the first that does not fit. */
class FactReader
{
public:
    explicit FactReader(const QJsonObject &facts)
        : mFacts(facts)
    {
    }

    void text(const char *key, QString &field)
    {
        const QJsonValue value = mFacts.value(QLatin1String(key));
        if (value.isString()) {
            field = value.toString();
        } else if (!value.isUndefined()) {
            mWrong = QString::fromLatin1(key);
        }
    }
    template <typename E, typename FromId>
    void id(const char *key, E &field, FromId fromId)
    {
        QString text;
        this->text(key, text);
        if (text.isEmpty()) {
            return;
        }
        if (const std::optional<E> value = fromId(text)) {
            field = *value;
        } else {
            mWrong = QString::fromLatin1(key);
        }
    }
    void time(const char *key, std::optional<Instant> &field)
    {
        const QJsonValue value = mFacts.value(QLatin1String(key));
        if (value.isNull()) {
            field.reset();
        } else if (value.isString()) {
            field = instantFromIso(value.toString());
            if (!field) {
                mWrong = QString::fromLatin1(key);
            }
        }
    }
    void place(std::optional<GeoPoint> &field)
    {
        const QJsonValue longitude = mFacts.value(QLatin1String(fact::kLongitude));
        const QJsonValue latitude = mFacts.value(QLatin1String(fact::kLatitude));
        if (longitude.isDouble() && latitude.isDouble()) {
            field = GeoPoint{longitude.toDouble(), latitude.toDouble()};
        }
    }
    void flag(const char *key, bool &field)
    {
        const QJsonValue value = mFacts.value(QLatin1String(key));
        if (value.isBool()) {
            field = value.toBool();
        } else if (!value.isUndefined()) {
            mWrong = QString::fromLatin1(key);
        }
    }
    [[nodiscard]] const QString &wrongKey() const { return mWrong; }

private:
    const QJsonObject &mFacts;
    QString mWrong;
};

Result<void> takeFacts(Case &subject, const QJsonObject &facts)
{
    if (facts.isEmpty()) {
        return {};
    }
    FactReader reader(facts);
    reader.text(fact::kNumber, subject.number);
    reader.text(fact::kScheme, subject.classKey.scheme);
    reader.id(fact::kKind, subject.classKey.kind, caseKindFromId);
    reader.text(fact::kClass, subject.classKey.code);
    reader.id(fact::kLevel, subject.level, caseLevelFromId);
    reader.id(fact::kSource, subject.source, caseSourceFromId);
    reader.text(fact::kText, subject.text);
    reader.text(fact::kAddress, subject.address);
    reader.place(subject.place);
    reader.text(fact::kGrid, subject.grid);
    reader.text(fact::kCommunity, subject.community);
    reader.text(fact::kStreet, subject.street);
    reader.text(fact::kComponent, subject.component);
    reader.text(fact::kUnit, subject.unit);
    reader.text(fact::kPerson, subject.person);
    reader.text(fact::kStandard, subject.standard);
    reader.time(fact::kReportedAt, subject.reportedAt);
    reader.time(fact::kFiledAt, subject.filedAt);
    reader.time(fact::kDispatchedAt, subject.dispatchedAt);
    reader.time(fact::kDueAt, subject.dueAt);
    reader.time(fact::kHandledAt, subject.handledAt);
    reader.time(fact::kCheckedAt, subject.checkedAt);
    reader.time(fact::kClosedAt, subject.closedAt);
    reader.text(fact::kExternalSource, subject.externalSource);
    reader.text(fact::kExternalId, subject.externalId);
    reader.time(fact::kStageDueAt, subject.stageDueAt);
    reader.time(fact::kSuspendedUntil, subject.suspendedUntil);
    reader.time(fact::kSceneDueAt, subject.sceneDueAt);
    reader.time(fact::kNextAt, subject.nextAt);
    reader.flag(fact::kExempt, subject.exempt);
    reader.text(fact::kParent, subject.parent);
    reader.text(fact::kMergedInto, subject.mergedInto);
    reader.text(fact::kBundle, subject.bundle);
    if (!reader.wrongKey().isEmpty()) {
        return wrong(u"the fact “%1” has a value that does not fit"_s.arg(reader.wrongKey()));
    }
    return {};
}

/** What only reminds of a case, or looks at it, is no step with it; of an import nobody knows. */
bool countsAsStep(const CaseEvent &event)
{
    return !isOfProgram(event) && event.action != CaseAction::Import &&
           event.action != CaseAction::Urge && event.action != CaseAction::Supervise &&
           event.action != CaseAction::Callback;
}

/** The times that an action itself sets; a fact of that name in the same event wins. */
void stampTime(Case &subject, const CaseEvent &event)
{
    switch (event.action) {
    case CaseAction::Report:
        subject.reportedAt = event.at;
        break;
    case CaseAction::File:
        subject.filedAt = event.at;
        break;
    case CaseAction::Dispatch:
        subject.dispatchedAt = event.at;
        break;
    case CaseAction::Handle:
        if (event.from != event.to) { // else an assisting unit's part: the lead still has it
            subject.handledAt = event.at;
        }
        break;
    case CaseAction::Check:
        subject.checkedAt = event.at;
        break;
    case CaseAction::Rework: // the work was not done: the clock of the unit goes on
        subject.handledAt.reset();
        break;
    case CaseAction::Close:
        subject.closedAt = event.at;
        break;
    case CaseAction::Reopen:
        subject.closedAt.reset();
        subject.checkedAt.reset();
        subject.handledAt.reset();
        break;
    case CaseAction::Return: // "not ours": whoever had it has it no longer
        subject.person.clear();
        subject.unit.clear();
        break;
    default:
        break;
    }
}

/** The mark is set by the first event after the limit ran out, and is never taken back. */
void markOverdue(Case &after, const Case &before, Instant at)
{
    const bool isPaused = before.state == CaseState::Suspended &&
                          (!before.suspendedUntil || at <= *before.suspendedUntil);
    const bool isRunning = stageOf(before.state) == Stage::Handle && !isPaused;
    if (isRunning && !before.overdueAt && before.dueAt && at > *before.dueAt) {
        after.overdueAt = before.dueAt;
    }
}

} // namespace

QString toId(CaseAction action)
{
    return idIn(kActions, action);
}

std::optional<CaseAction> caseActionFromId(QStringView id)
{
    return valueIn(kActions, id);
}

QStringList caseActionIds()
{
    QStringList ids;
    for (const auto &entry : kActions) {
        ids.append(QString::fromLatin1(entry.id));
    }
    return ids;
}

const QString &programAccount()
{
    static const QString name = u"system"_s;
    return name;
}

bool isOfProgram(const CaseEvent &event)
{
    return event.actor == programAccount();
}

QByteArray factsText(const QJsonObject &facts)
{
    return QJsonDocument(facts).toJson(QJsonDocument::Compact); // QJsonObject keeps its keys sorted
}

QJsonObject factsOf(const Case &subject)
{
    QJsonObject facts;
    const auto text = [&](const char *key, const QString &value) {
        if (!value.isEmpty()) {
            facts.insert(QLatin1String(key), value);
        }
    };
    const auto time = [&](const char *key, const std::optional<Instant> &value) {
        if (value) {
            facts.insert(QLatin1String(key), toIsoText(*value));
        }
    };
    text(fact::kNumber, subject.number);
    text(fact::kScheme, subject.classKey.scheme);
    text(fact::kKind, toId(subject.classKey.kind));
    text(fact::kClass, subject.classKey.code);
    text(fact::kLevel, toId(subject.level));
    text(fact::kSource, toId(subject.source));
    text(fact::kText, subject.text);
    text(fact::kAddress, subject.address);
    if (subject.place) {
        facts.insert(QLatin1String(fact::kLongitude), subject.place->longitude);
        facts.insert(QLatin1String(fact::kLatitude), subject.place->latitude);
    }
    text(fact::kGrid, subject.grid);
    text(fact::kCommunity, subject.community);
    text(fact::kStreet, subject.street);
    text(fact::kComponent, subject.component);
    text(fact::kUnit, subject.unit);
    text(fact::kPerson, subject.person);
    text(fact::kStandard, subject.standard);
    time(fact::kReportedAt, subject.reportedAt);
    time(fact::kFiledAt, subject.filedAt);
    time(fact::kDispatchedAt, subject.dispatchedAt);
    time(fact::kDueAt, subject.dueAt);
    time(fact::kHandledAt, subject.handledAt);
    time(fact::kCheckedAt, subject.checkedAt);
    time(fact::kClosedAt, subject.closedAt);
    text(fact::kExternalSource, subject.externalSource);
    text(fact::kExternalId, subject.externalId);
    time(fact::kStageDueAt, subject.stageDueAt);
    time(fact::kSuspendedUntil, subject.suspendedUntil);
    time(fact::kSceneDueAt, subject.sceneDueAt);
    time(fact::kNextAt, subject.nextAt);
    if (subject.exempt) {
        facts.insert(QLatin1String(fact::kExempt), true);
    }
    text(fact::kParent, subject.parent);
    text(fact::kMergedInto, subject.mergedInto);
    text(fact::kBundle, subject.bundle);
    return facts;
}

QJsonObject factsBetween(const Case &before, const Case &after)
{
    QJsonObject then = factsOf(before);
    QJsonObject now = factsOf(after);
    for (QJsonObject *facts : {&then, &now}) {
        facts->remove(QLatin1String(fact::kNextAt));
    }
    QJsonObject facts;
    for (auto one = now.constBegin(); one != now.constEnd(); ++one) {
        if (then.value(one.key()) != one.value()) {
            facts.insert(one.key(), one.value());
        }
    }
    // What is no longer there: times are cleared by null, words by an empty one.
    for (auto one = then.constBegin(); one != then.constEnd(); ++one) {
        if (!now.contains(one.key())) {
            const bool isTime = one.key().endsWith("_at"_L1) || one.key().endsWith("_until"_L1);
            const bool isFlag = one.value().isBool();
            facts.insert(one.key(),
                         isTime   ? QJsonValue()
                         : isFlag ? QJsonValue(false)
                                  : QJsonValue(QString()));
        }
    }
    return facts;
}

QByteArray chainHash(const QByteArray &previous, const CaseId &subject, const CaseEvent &event)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(previous.isEmpty() ? QByteArray(32, '\0') : previous);
    put(hash, subject.toText().toLatin1());
    put(hash, QByteArray::number(event.sequence));
    put(hash, toId(event.action).toLatin1());
    put(hash, toIsoText(event.at).toLatin1());
    put(hash, event.actor.toUtf8());
    put(hash, event.origin.toUtf8());
    put(hash, event.from ? toId(*event.from).toLatin1() : QByteArray());
    put(hash, toId(event.to).toLatin1());
    put(hash, event.note.toUtf8());
    put(hash, event.facts);
    return hash.result();
}

Result<Case> apply(const Case &before, const CaseEvent &event)
{
    if (event.facts.isEmpty()) {
        return apply(before, event, {});
    }
    const QJsonDocument document = QJsonDocument::fromJson(event.facts);
    if (!document.isObject()) {
        return wrong(u"event %1: the facts are not a JSON object"_s.arg(event.sequence));
    }
    return apply(before, event, document.object());
}

Result<Case> apply(const Case &before, const CaseEvent &event, const QJsonObject &facts)
{
    if (event.sequence != before.version + 1) {
        return wrong(u"event %1 follows event %2"_s.arg(event.sequence).arg(before.version));
    }
    const bool first = before.version == 0;
    if (first != !event.from.has_value() || (!first && *event.from != before.state)) {
        return wrong(u"event %1 starts from another state than the case has"_s.arg(event.sequence));
    }
    Case after = before;
    after.version = event.sequence;
    after.state = event.to;
    const bool isTakenBack = event.action == CaseAction::Withdraw;
    if (!isTakenBack) {
        markOverdue(after, before, event.at);
    }
    stampTime(after, event);
    if (countsAsStep(event)) {
        after.steppedAt = event.at;
    }
    if (const Result<void> taken = takeFacts(after, facts); !taken) {
        return wrong(u"event %1: %2"_s.arg(event.sequence).arg(taken.error().message));
    }
    if (isTakenBack) {
        // As if the step had not been taken: the time since then passed in the state before it.
        markOverdue(after, Case(after), event.at);
    }
    return after;
}

Result<Case> replay(const CaseId &id, const QList<CaseEvent> &events)
{
    Case subject;
    subject.id = id;
    for (const CaseEvent &event : events) {
        Result<Case> next = apply(subject, event);
        if (!next) {
            return next;
        }
        subject = std::move(next).value();
    }
    return subject;
}

} // namespace gridward
