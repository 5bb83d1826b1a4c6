// SPDX-License-Identifier: GPL-3.0-or-later
// What the desk looks up before the rules decide.
#include "models/domain/organisationtree.h"
#include "models/service/casedesk.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CaseDesk)
};

Error missing(const QString &message)
{
    return Error{ErrorCode::InvalidInput, message, {}};
}

QStringList listOf(const QString &text)
{
    QStringList entries;
    for (const QString &entry : text.split(u',', Qt::SkipEmptyParts)) {
        entries.append(entry.trimmed());
    }
    return entries;
}

} // namespace

Result<StepRequest> CaseDesk::lookUp(const CaseRecord &record, const ActionRequest &request)
{
    StepRequest step;
    step.action = request.action;
    step.target = request.target.trimmed();
    step.note = request.note;
    step.met = request.met;
    step.until = request.until;
    step.grants = request.grants;
    step.satisfied = request.satisfied;
    step.reached = request.reached;
    step.level = request.level;
    step.hasEvidence = !request.attachments.isEmpty();
    step.hasPicture = std::ranges::any_of(request.attachments, [](const Attachment &one) {
        return one.mediaType.startsWith("image/"_L1);
    });
    if (const Result<void> done = lookUpTarget(step, record, request); !done) {
        return done.error();
    }
    if (request.action == CaseAction::File) {
        Result<QList<FilingStandard>> standards = standardsFor(record.subject, request.standard);
        Result<QString> reporter = reporterOf(record);
        if (!standards || !reporter) {
            return standards ? reporter.error() : standards.error();
        }
        step.standards = std::move(standards).value();
        step.reporterPerson = std::move(reporter).value();
    }
    if (request.action == CaseAction::Withdraw) {
        if (const Result<void> done = lookUpLastStep(step, record); !done) {
            return done.error();
        }
    }
    if (request.action == CaseAction::Close) {
        const Result<bool> open = hasOpenChildren(record);
        if (!open) {
            return open.error();
        }
        step.hasOpenChildren = open.value();
    }
    return step;
}

Result<void>
CaseDesk::lookUpTarget(StepRequest &step, const CaseRecord &record, const ActionRequest &request)
{
    switch (request.action) {
    case CaseAction::Dispatch:
    case CaseAction::Transfer:
        return lookUpUnits(step, request);
    case CaseAction::Assign:
        return lookUpAssignee(step.target, record.subject);
    case CaseAction::Entrust:
        return lookUpSent(step);
    case CaseAction::Verify:
        if (record.subject.state != CaseState::Verifying) {
            return lookUpSent(step);
        }
        [[fallthrough]];
    case CaseAction::Check:
        // Somebody who means to send a person would else have said that all is well.
        return step.target.isEmpty()
                   ? Result<void>()
                   : Result<void>(
                         missing(Words::tr("“%1” says here that all is well. To send %2 to look at "
                                           "it, use “entrust”.")
                                     .arg(toId(step.action), step.target)));
    case CaseAction::Handover: {
        // Where accounts have no persons behind them, an account is named.
        const Result<std::optional<User>> user = mStore.user(step.target);
        if (!user) {
            return user.error();
        }
        return user.value() ? Result<void>() : lookUpPerson(step.target);
    }
    case CaseAction::Call: {
        const Result<QList<Organisation>> units = mStore.organisations();
        if (!units) {
            return units.error();
        }
        if (std::ranges::find(units.value(), step.target, &Organisation::code) ==
            units.value().end()) {
            return missing(Words::tr("There is no department “%1”.").arg(step.target));
        }
        return {};
    }
    case CaseAction::Merge: {
        const Result<Case> other = find(step.target);
        if (!other) {
            return other.error();
        }
        step.other = other.value();
        step.target = other.value().number;
        return {};
    }
    default:
        return {};
    }
}

Result<void> CaseDesk::lookUpLastStep(StepRequest &step, const CaseRecord &record)
{
    const Result<QList<CaseEvent>> read = mStore.cases().events(record.subject.id);
    if (!read || read.value().isEmpty()) {
        return read ? Result<void>() : Result<void>(read.error());
    }
    QList<CaseEvent> events = read.value();
    step.undone = events.takeLast();
    if (events.isEmpty()) {
        return {};
    }
    Result<CaseRecord> before = replayRecord(record.subject.id, events);
    if (!before) {
        return before.error();
    }
    step.before = std::move(before).value();
    return {};
}

Result<QStringList> CaseDesk::unitsBelow(const QString &organisation)
{
    const Result<StoreMark> mark = mStore.mark();
    if (!mark) {
        return mark.error();
    }
    const qint64 edition = mark.value().tables.value(u"organisations"_s);
    if (edition != mOrganisationsEdition) {
        Result<QList<Organisation>> read = mStore.organisations();
        if (!read) {
            return read.error();
        }
        mOrganisations = std::move(read).value();
        mOrganisationsEdition = edition;
    }
    QStringList units{organisation};
    for (const Organisation &one : withThoseBelow(mOrganisations, organisation)) {
        if (one.code != organisation) {
            units.append(one.code);
        }
    }
    return units;
}

Result<Actor> CaseDesk::actorFor(const User &user, CaseAction action, const CaseRecord &record)
{
    Actor actor = actorOf(user, action, record.subject.state);
    if (actor.role == Role::Street && !user.organisation.isEmpty()) {
        Result<QStringList> units = unitsBelow(user.organisation);
        if (!units) {
            return units.error();
        }
        actor.units = std::move(units).value();
    }
    const Result<bool> barred = isBarred(user, action, record);
    if (!barred) {
        return barred.error();
    }
    actor.isBarred = barred.value();
    return actor;
}

Result<bool> CaseDesk::isBarred(const User &user, CaseAction action, const CaseRecord &record)
{
    CaseEvent next;
    next.action = action;
    next.actor = user.name;
    next.facts = factsText({{QLatin1String(fact::kBy), user.person}});
    const CaseProcess &process = record.process;
    // Nobody judged what was never checked nor closed: then a look at the log would find nothing.
    const bool wasJudged = !process.checkers.isEmpty() || process.reopenings > 0;
    if ((!judgesWork(next) && !(isWork(action) && wasJudged)) ||
        !transition(record.subject.state, action)) {
        return false;
    }
    const AsProgram program(mStore);
    const Result<QList<CaseEvent>> events = mStore.cases().events(record.subject.id);
    const Result<QList<User>> users = mStore.users();
    if (!events || !users) {
        return events ? users.error() : events.error();
    }
    const QList<CaseEvent> &log = events.value();
    return ownWork({log.constData(), static_cast<std::size_t>(log.size())},
                   next,
                   peopleBehind(users.value())) != nullptr;
}

Result<CaseDeeds> CaseDesk::deedsAt(const CaseId &id)
{
    const AsProgram program(mStore);
    const Result<QList<CaseEvent>> events = mStore.cases().events(id);
    if (!events) {
        return events.error();
    }
    return deedsOf({events.value().constData(), static_cast<std::size_t>(events.value().size())});
}

Result<void> CaseDesk::lookUpUnits(StepRequest &step, const ActionRequest &request)
{
    const Result<QList<Organisation>> units = mStore.organisations();
    if (!units) {
        return units.error();
    }
    QStringList codes = listOf(request.target);
    for (const QString &code : std::as_const(codes)) {
        const auto unit = std::ranges::find(units.value(), code, &Organisation::code);
        if (unit == units.value().end() || !unit->handles) {
            return missing(
                Words::tr("There is no handling unit “%1”. “gridward case … actions” proposes "
                          "some.")
                    .arg(code));
        }
    }
    step.target = codes.isEmpty() ? QString() : codes.takeFirst();
    step.assisting = codes;
    if (!request.bundle.isEmpty()) {
        const Result<Case> leading = find(request.bundle);
        if (!leading) {
            return leading.error();
        }
        step.leading = leading.value();
    }
    return {};
}

Result<void> CaseDesk::lookUpPerson(const QString &id)
{
    const Result<std::optional<Person>> person = mStore.person(id);
    if (!person) {
        return person.error();
    }
    return person.value() ? Result<void>()
                          : Result<void>(missing(Words::tr("There is no person “%1”.").arg(id)));
}

/** Who is sent to look: a person, or an account; then the person behind it. */
Result<void> CaseDesk::lookUpSent(StepRequest &step)
{
    if (step.target.isEmpty()) {
        return {};
    }
    Result<std::optional<Person>> person = mStore.person(step.target);
    if (!person) {
        return person.error();
    }
    if (!person.value()) {
        const Result<std::optional<User>> user = mStore.user(step.target);
        if (!user) {
            return user.error();
        }
        if (!user.value()) {
            return missing(Words::tr("There is no person “%1”.").arg(step.target));
        }
        step.targetUnit = user.value()->organisation;
        if (user.value()->person.isEmpty()) {
            return {};
        }
        step.target = user.value()->person;
        person = mStore.person(step.target);
        if (!person) {
            return person.error();
        }
    }
    if (person.value()) {
        step.targetUnit = person.value()->organisation;
    }
    return {};
}

/** Somebody of the unit that has the case, or below it; anybody where nobody is known there. */
Result<void> CaseDesk::lookUpAssignee(const QString &id, const Case &subject)
{
    const Result<std::optional<Person>> person = mStore.person(id);
    if (!person || !person.value()) {
        return person ? Result<void>(missing(Words::tr("There is no person “%1”.").arg(id)))
                      : Result<void>(person.error());
    }
    const Result<QStringList> units = unitsBelow(subject.unit);
    if (!units) {
        return units.error();
    }
    if (units.value().contains(person.value()->organisation)) {
        return {};
    }
    for (const QString &unit : units.value()) {
        const Result<QList<Person>> people = mStore.peopleOf(unit, 1);
        if (!people) {
            return people.error();
        }
        if (!people.value().isEmpty()) {
            return Error{ErrorCode::Refused,
                         Words::tr("%1 does not work for the unit that has case %2. Choose "
                                   "somebody of that unit, or transfer the case first.")
                             .arg(person.value()->name, subject.number),
                         {}};
        }
    }
    return {};
}

Result<QList<FilingStandard>> CaseDesk::standardsFor(const Case &subject, const QString &ids)
{
    const Result<QList<FilingStandard>> all = mStore.filingStandards(subject.classKey);
    if (!all) {
        return all.error();
    }
    const QList<FilingStandard> holding = applicableTo(subject, all.value());
    const QStringList wanted = listOf(ids);
    if (wanted.isEmpty()) {
        return holding.isEmpty() ? holding : holding.mid(0, 1);
    }
    QList<FilingStandard> chosen;
    for (const QString &id : wanted) {
        const auto found = std::ranges::find(holding, id, &FilingStandard::id);
        if (found == holding.end()) {
            return missing(
                Words::tr("Class %1 has no filing condition “%2”.").arg(subject.classKey.code, id));
        }
        chosen.append(*found);
    }
    return chosen;
}

Result<bool> CaseDesk::hasOpenChildren(const CaseRecord &record)
{
    if (record.process.children.isEmpty()) {
        return false;
    }
    const AsProgram program(mStore); // open is open, whoever may see it
    const Result<QList<Case>> children = mStore.cases().childrenOf(record.subject.id);
    if (!children) {
        return children.error();
    }
    return std::ranges::any_of(children.value(),
                               [](const Case &child) { return isOpen(child.state); });
}

/** Whoever reported from the street; nobody for a call, an app, a sensor. */
Result<QString> CaseDesk::reporterOf(const CaseRecord &record)
{
    if (record.subject.source != CaseSource::Patrol) {
        return QString();
    }
    const Result<QList<CaseEvent>> events = mStore.cases().events(record.subject.id);
    if (!events) {
        return events.error();
    }
    if (events.value().isEmpty() || events.value().first().action != CaseAction::Report) {
        return QString();
    }
    const CaseEvent &first = events.value().first();
    return identityOf(first, QJsonDocument::fromJson(first.facts).object());
}

} // namespace gridward
