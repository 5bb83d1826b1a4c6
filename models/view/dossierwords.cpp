// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view/dossierwords.h"

#include "models/domain/language.h"
#include "models/view/casewords.h"
#include "models/view/deadlinewords.h"
#include "models/view/displayzone.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward::dossier_words {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(DossierWords)
};

constexpr qsizetype kShortHash = 12;
constexpr qsizetype kNearNames = 4;
constexpr qsizetype kMostResponsible = 5;
constexpr double kKilometre = 1000.0;

QString momentText(const std::optional<Instant> &moment, const CaseDossier &dossier)
{
    return moment ? case_words::timeText(*moment, dossier.at) : QString();
}

QString metresText(double metres)
{
    const QLocale locale;
    return metres < kKilometre
               ? Words::tr("%1 m").arg(locale.toString(std::lround(metres)))
               : Words::tr("%1 km").arg(locale.toString(metres / kKilometre, 'f', 1));
}

void add(QList<Line> &lines, const QString &label, const QString &value, bool alert = false)
{
    if (!value.isEmpty()) {
        lines.append({label, value, alert});
    }
}

QString unitName(const QString &code, const CaseDossier &dossier)
{
    return code.isEmpty() ? QString() : dossier.names.unit(code, isEnglish());
}

QString personName(const QString &id, const CaseDossier &dossier)
{
    return dossier.file.people.value(id, id);
}

QString partWord(CasePerson::Part part)
{
    switch (part) {
    case CasePerson::Part::Registered:
        return Words::tr("Registered by");
    case CasePerson::Part::Verified:
        return Words::tr("Verified by");
    case CasePerson::Part::Filed:
        return Words::tr("Filing desk");
    case CasePerson::Part::Dispatched:
        return Words::tr("Dispatched by");
    case CasePerson::Part::Handled:
        return Words::tr("Handled by");
    case CasePerson::Part::Checked:
        return Words::tr("Checked by");
    case CasePerson::Part::Closed:
        return Words::tr("Closed by");
    case CasePerson::Part::Supervised:
        return Words::tr("Supervised by");
    case CasePerson::Part::Other:
        return Words::tr("Other steps by");
    }
    return {};
}

QString personText(const CasePerson &person, const CaseDossier &dossier)
{
    QStringList parts;
    if (!person.name.isEmpty()) {
        parts.append(person.name);
    }
    if (!person.organisation.isEmpty()) {
        parts.append(unitName(person.organisation, dossier));
    } else if (!person.role.isEmpty()) {
        parts.append(case_words::roleWord(person.role));
    }
    parts.append(person.account);
    return parts.join(u" · "_s);
}

/** From one moment to the next, in words. */
QString between(Instant from, const std::optional<Instant> &to)
{
    return to ? case_words::durationText(std::chrono::abs(*to - from)) : QString();
}

} // namespace

QString fullTime(Instant moment)
{
    return inDisplayZone(moment).toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

QList<Line> mainLines(const CaseDossier &dossier)
{
    const Case &subject = dossier.file.subject;
    QList<Line> lines;
    add(lines, Words::tr("State"), case_words::word(subject.state));
    add(lines, Words::tr("Waits for a decision"), case_words::word(subject.request));
    add(lines, Words::tr("Level"), case_words::word(subject.level));
    add(lines,
        Words::tr("Class"),
        u"%1 (%2)"_s.arg(dossier.names.className(subject.classKey, isEnglish()),
                         subject.classKey.code));
    add(lines,
        Words::tr("Clock"),
        case_words::clockText(subject, dossier.at),
        isOverdue(subject, dossier.at));
    add(lines, Words::tr("Due at"), momentText(subject.dueAt, dossier));
    add(lines, Words::tr("Unit"), unitName(subject.unit, dossier));
    add(lines, Words::tr("Person"), personName(subject.person, dossier));
    add(lines, Words::tr("Address"), subject.address);
    if (!subject.grid.isEmpty()) {
        add(lines, Words::tr("Grid"), dossier.names.path(subject.grid));
    }
    return lines;
}

QList<Line> formLines(const CaseDossier &dossier)
{
    const Case &subject = dossier.file.subject;
    const CaseProcess &process = dossier.file.process;
    const auto time = [&](const std::optional<Instant> &moment) {
        return momentText(moment, dossier);
    };
    QList<Line> lines;
    add(lines, Words::tr("Kind"), case_words::word(subject.classKey.kind));
    add(lines, Words::tr("Class"), subject.classKey.code + u" · "_s + subject.classKey.scheme);
    add(lines, Words::tr("Source"), case_words::word(subject.source));
    add(lines,
        Words::tr("Place"),
        subject.place ? toDisplayText(*subject.place) : Words::tr("not known"));
    add(lines, Words::tr("Component"), subject.component);
    add(lines, Words::tr("Reported at"), time(subject.reportedAt));
    add(lines, Words::tr("Filed at"), time(subject.filedAt));
    if (dossier.file.standard) {
        const FilingStandard &standard = *dossier.file.standard;
        const bool english = isEnglish();
        add(lines,
            Words::tr("Filed because"),
            english && !standard.conditionEn.isEmpty() ? standard.conditionEn : standard.condition);
        add(lines, Words::tr("Limit"), case_words::limitText(standard));
        add(lines,
            Words::tr("Closed when"),
            english && !standard.closingConditionEn.isEmpty() ? standard.closingConditionEn
                                                              : standard.closingCondition);
    }
    add(lines, Words::tr("Dispatched at"), time(subject.dispatchedAt));
    for (const QString &unit : process.assisting) {
        add(lines,
            Words::tr("Assisting"),
            process.partsDone.contains(unit) ? Words::tr("%1 (ready)").arg(unitName(unit, dossier))
                                             : unitName(unit, dossier));
    }
    add(lines, Words::tr("Suspended until"), time(subject.suspendedUntil));
    add(lines, Words::tr("Handed in"), time(subject.handledAt));
    add(lines, Words::tr("Checked at"), time(subject.checkedAt));
    add(lines, Words::tr("Closed at"), time(subject.closedAt));
    add(lines, Words::tr("Overdue since"), time(subject.overdueAt), true);
    if (subject.exempt) {
        add(lines, Words::tr("Statistics"), Words::tr("left out: the appeal was upheld"));
    }
    if (process.scene) {
        add(lines,
            Words::tr("On the scene"),
            process.scene->released ? Words::tr("released %1").arg(time(process.scene->released))
            : process.scene->person.isEmpty()
                ? Words::tr("nobody since %1").arg(time(process.scene->since))
                : personName(process.scene->person, dossier),
            process.scene->missed);
    }
    if (process.satisfied) {
        add(lines,
            Words::tr("Call-back"),
            *process.satisfied ? Words::tr("satisfied") : Words::tr("not satisfied"),
            !*process.satisfied);
    }
    if (!subject.externalId.isEmpty()) {
        add(lines, Words::tr("Imported as"), subject.externalSource + u' ' + subject.externalId);
    }
    return lines;
}

QList<Line> gridLines(const CaseDossier &dossier)
{
    const Case &subject = dossier.file.subject;
    QList<Line> lines;
    add(lines,
        Words::tr("Grid"),
        subject.grid.isEmpty() ? Words::tr("in no grid")
                               : u"%1 (%2)"_s.arg(dossier.names.path(subject.grid), subject.grid),
        subject.grid.isEmpty());
    for (const PersonProposal &one :
         dossier.responsible.first(std::min(dossier.responsible.size(), kMostResponsible))) {
        QStringList parts{one.person.name};
        if (!one.person.organisation.isEmpty()) {
            parts.append(unitName(one.person.organisation, dossier));
        }
        if (one.isOnDuty()) {
            parts.append(Words::tr("on duty"));
        }
        add(lines,
            one.role.isEmpty() ? Words::tr("Answers for it") : case_words::postWord(one.role),
            parts.join(u" · "_s));
    }
    if (subject.place && dossier.responsible.isEmpty()) {
        add(lines, Words::tr("Answers for it"), Words::tr("nobody"), true);
    }
    return lines;
}

QList<Line> peopleLines(const CaseDossier &dossier)
{
    QList<Line> lines;
    for (const CasePerson &person : dossier.people) {
        add(lines, partWord(person.part), personText(person, dossier));
    }
    return lines;
}

QStringList clockLines(const CaseDossier &dossier)
{
    if (!dossier.file.explanation) {
        return {};
    }
    deadline_words::Names names;
    names.unit = [&](const QString &code) { return unitName(code, dossier); };
    return QStringList{deadline_words::headline(*dossier.file.explanation)} +
           deadline_words::deadlineLines(*dossier.file.explanation, names);
}

QList<Line> callLines(const CaseDossier &dossier)
{
    QList<Line> lines;
    for (const CaseCall &call : dossier.file.process.calls) {
        QStringList parts{Words::tr("called %1").arg(momentText(call.called, dossier))};
        if (call.answered) {
            parts.append(
                Words::tr("answered %1, after %2")
                    .arg(momentText(call.answered, dossier), between(call.called, call.answered)));
        } else {
            parts.append(Words::tr("no answer for %1").arg(between(call.called, dossier.at)));
        }
        if (call.arrived) {
            parts.append(
                Words::tr("arrived %1, after %2")
                    .arg(momentText(call.arrived, dossier), between(call.called, call.arrived)));
        } else if (call.answered) {
            parts.append(Words::tr("not there yet"));
        }
        lines.append({unitName(call.department, dossier),
                      parts.join(isEnglish() ? u"; "_s : u"；"_s),
                      !call.answered});
    }
    return lines;
}

QList<Relation> relations(const CaseDossier &dossier)
{
    const Case &subject = dossier.file.subject;
    QList<Relation> all;
    for (const Case &other : dossier.file.related) {
        const QString id = other.id.toText();
        const auto isIt = [&](const QString &name) {
            return !name.isEmpty() && (name == id || name == other.number);
        };
        all.append({isIt(subject.parent)                  ? Words::tr("Split from")
                    : isIt(subject.mergedInto)            ? Words::tr("Duplicate of")
                    : isIt(subject.bundle)                ? Words::tr("Bundled with")
                    : other.parent == subject.id.toText() ? Words::tr("Part of it")
                    : other.bundle == subject.id.toText() ? Words::tr("In its bundle")
                                                          : Words::tr("Belongs with"),
                    other});
    }
    for (const Case &other : dossier.duplicates) {
        all.append({Words::tr("Merged into it"), other});
    }
    return all;
}

QList<Line> nearLines(const CaseDossier &dossier)
{
    const CaseSurroundings &around = dossier.surroundings;
    QList<Line> lines;
    if (!around.middle) {
        return lines;
    }
    const auto named = [](const QString &count, const QStringList &names) {
        return names.isEmpty() ? count : count + (isEnglish() ? u": "_s : u"："_s) + listed(names);
    };
    const auto distance = [&](const GeoPoint &place) {
        return metresText(groundDistance(place, *around.middle));
    };
    QStringList names;
    for (const Case &other : around.cases.first(std::min(around.cases.size(), kNearNames))) {
        names.append(u"%1 (%2)"_s.arg(dossier.names.className(other.classKey, isEnglish()),
                                      distance(*other.place)));
    }
    add(lines,
        Words::tr("Other open cases"),
        named(Words::tr("%n case(s)", nullptr, static_cast<int>(around.cases.size())), names));
    names.clear();
    for (const auto &near : around.places.first(std::min(around.places.size(), kNearNames))) {
        names.append(u"%1 (%2)"_s.arg(near.place.name, distance(near.middle)));
    }
    add(lines,
        Words::tr("Key places"),
        named(Words::tr("%n place(s)", nullptr, static_cast<int>(around.places.size())), names));
    names.clear();
    for (const Component &one :
         around.components.first(std::min(around.components.size(), kNearNames))) {
        names.append(u"%1 (%2)"_s.arg(one.name, distance(one.place)));
    }
    add(lines,
        Words::tr("Components"),
        named(Words::tr("%n component(s)", nullptr, static_cast<int>(around.components.size())),
              names));
    return lines;
}

QString phaseWord(EvidencePhase phase)
{
    switch (phase) {
    case EvidencePhase::Before:
        return Words::tr("Before");
    case EvidencePhase::After:
        return Words::tr("After");
    case EvidencePhase::Check:
        return Words::tr("At the check");
    case EvidencePhase::Other:
        return Words::tr("With another step");
    }
    return {};
}

QString evidenceOrigin(const EvidenceItem &item, const CaseDossier &dossier)
{
    if (!item.at) {
        return Words::tr("with no step of the log");
    }
    return Words::tr("step %1, %2, %3, %4")
        .arg(QString::number(item.sequence),
             case_words::word(item.action),
             case_words::timeText(*item.at, dossier.at),
             accountText(item.actor, dossier));
}

QList<Line> evidenceLines(const EvidenceItem &item)
{
    QList<Line> lines;
    const QString logged = QString::fromLatin1(item.loggedHash.toHex().left(kShortHash));
    switch (item.state) {
    case EvidenceItem::State::Holds:
        add(lines, Words::tr("Hash"), Words::tr("as in the log (%1)").arg(logged));
        break;
    case EvidenceItem::State::Changed:
        add(lines,
            Words::tr("Hash"),
            Words::tr("NOT as in the log: the file was changed (the log has %1, the file %2)")
                .arg(logged, QString::fromLatin1(item.hash.toHex().left(kShortHash))),
            true);
        break;
    case EvidenceItem::State::Missing:
        add(lines,
            Words::tr("Hash"),
            Words::tr("the log has it (%1), the file is MISSING").arg(logged),
            true);
        break;
    case EvidenceItem::State::Unlogged:
        add(lines, Words::tr("Hash"), Words::tr("NOT in the log: nobody handed it in"), true);
        break;
    }
    if (!item.isPicture()) {
        return lines;
    }
    if (!item.photo || !item.photo->place) {
        add(lines, Words::tr("Taken where"), Words::tr("the picture does not say"));
    } else if (!item.metres) {
        add(lines, Words::tr("Taken where"), toDisplayText(*item.photo->place));
    } else {
        add(lines,
            Words::tr("Taken where"),
            item.isFar() ? Words::tr("%1 away from the case").arg(metresText(*item.metres))
                         : Words::tr("at the place (%1)").arg(metresText(*item.metres)),
            item.isFar());
    }
    if (!item.photo || !item.photo->takenAt) {
        add(lines, Words::tr("Taken when"), Words::tr("the picture does not say"));
    } else if (!item.at) {
        add(lines, Words::tr("Taken when"), fullTime(*item.photo->takenAt));
    } else if (item.isOddTime()) {
        const auto age = *item.at - *item.photo->takenAt;
        const QString length = case_words::durationText(std::chrono::abs(age));
        add(lines,
            Words::tr("Taken when"),
            age.count() > 0
                ? Words::tr("%1, which is %2 before it was handed in")
                      .arg(fullTime(*item.photo->takenAt), length)
                : Words::tr("%1, which is %2 AFTER it was handed in: the camera's clock is wrong")
                      .arg(fullTime(*item.photo->takenAt), length),
            true);
    } else {
        add(lines, Words::tr("Taken when"), fullTime(*item.photo->takenAt));
    }
    return lines;
}

QStringList missingLines(const CaseDossier &dossier)
{
    QStringList lines;
    for (const CaseAction action : dossier.missingEvidence) {
        lines.append(
            Words::tr("Its class asks for evidence with “%1”, and there is none that holds.")
                .arg(case_words::word(action)));
    }
    for (const EvidenceItem &item : dossier.evidence) {
        if (item.state == EvidenceItem::State::Missing) {
            lines.append(Words::tr("“%1” (step %2) is in the log, but its file is gone.")
                             .arg(item.attachment.name)
                             .arg(item.sequence));
        }
    }
    return lines;
}

QList<LogRow> logRows(const CaseDossier &dossier)
{
    QList<LogRow> rows;
    for (qsizetype i = 0; i < dossier.file.events.size(); ++i) {
        const CaseEvent &event = dossier.file.events.at(i);
        const QJsonObject facts = QJsonDocument::fromJson(event.facts).object();
        const QString unit = facts.value(QLatin1String(fact::kUnit)).toString();
        const QString person = facts.value(QLatin1String(fact::kPerson)).toString();
        LogRow row;
        row.sequence = event.sequence;
        row.time = fullTime(event.at);
        row.step = case_words::word(event.action);
        if (event.action != CaseAction::Report && !unit.isEmpty()) {
            row.step += u" → "_s + unitName(unit, dossier);
        } else if (event.action != CaseAction::Report && !person.isEmpty()) {
            row.step += u" → "_s + personName(person, dossier);
        }
        row.who = accountText(event.actor, dossier);
        row.state = case_words::word(event.to);
        row.note = event.note;
        row.hash = QString::fromLatin1(event.hash.toHex().left(kShortHash));
        row.holds = dossier.chain.links.value(i, false);
        rows.append(row);
    }
    return rows;
}

Line chainLine(const CaseDossier &dossier)
{
    const ChainCheck &chain = dossier.chain;
    const QString label = Words::tr("Chain");
    const auto count = static_cast<int>(dossier.file.events.size());
    if (chain.isSound()) {
        return {label,
                Words::tr("Verified: all %n step(s) follow from one another, and the case is what "
                          "they make.",
                          nullptr,
                          count),
                false};
    }
    QStringList broken;
    for (const int sequence : chain.broken(dossier.file.events)) {
        broken.append(QString::number(sequence));
    }
    QStringList said;
    if (!broken.isEmpty()) {
        said.append(Words::tr("The log was CHANGED: the hash of step %1 does not follow.")
                        .arg(listed(broken)));
    }
    if (!chain.isComplete) {
        said.append(Words::tr("Steps are MISSING from the log."));
    }
    if (!chain.isHistory) {
        said.append(Words::tr("The steps do not make a case."));
    } else if (!chain.isRowTrue) {
        said.append(Words::tr("What the store says of the case is NOT what its log makes of it."));
    }
    said.append(Words::tr("Do not rely on it; compare it with a backup."));
    return {label, said.join(isEnglish() ? u" "_s : QString()), true};
}

QString accountText(const QString &account, const CaseDossier &dossier)
{
    const auto known = std::ranges::find(dossier.people, account, &CasePerson::account);
    if (known == dossier.people.end()) {
        return case_words::actorWord(account);
    }
    return known->name.isEmpty() ? account : u"%1 (%2)"_s.arg(known->name, account);
}

} // namespace gridward::dossier_words
