// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/casemilestones.h"

#include "models/domain/caseprocess.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace gridward {

namespace {

bool isHandlers(CaseAction action)
{
    switch (action) {
    case CaseAction::Accept:
    case CaseAction::Assign:
    case CaseAction::Handle:
    case CaseAction::Arrive:
    case CaseAction::Checkin:
        return true;
    default:
        return false;
    }
}

/** A unit has it: going back from here is a unit's doing. */
bool isAtUnit(CaseState state)
{
    return state == CaseState::AtUnit || state == CaseState::Handling ||
           state == CaseState::Suspended || state == CaseState::Rework;
}

QJsonObject factsOfEvent(const CaseEvent &event)
{
    return QJsonDocument::fromJson(event.facts).object();
}

} // namespace

void CaseMilestones::note(const Case &before,
                          const Case &after,
                          const CaseEvent &event,
                          const QString &who)
{
    if (event.sequence == 1) {
        reportedBy = event.action == CaseAction::Import ? QString() : who;
        filedAt = after.filedAt; // of what was imported in one piece
        dispatchedAt = after.dispatchedAt;
        handledAt = after.handledAt;
        return;
    }
    const Instant at = event.at;
    if (!lookedAt && !isOfProgram(event)) {
        lookedAt = at;
    }
    if (!actedAt && isHandlers(event.action)) {
        actedAt = at;
    }
    const auto first = [&](std::optional<Instant> &when, std::optional<Instant> &due, QString &by) {
        if (!when) {
            when = at;
            due = before.stageDueAt;
            by = who;
        }
    };
    switch (event.action) {
    case CaseAction::Verify:
        if (before.state == CaseState::Verifying) {
            first(verifiedAt, verifyDueAt, verifiedBy);
        }
        break;
    case CaseAction::File:
        first(filedAt, filingDueAt, filedBy);
        break;
    case CaseAction::Dispatch:
        first(dispatchedAt, dispatchDueAt, dispatchedBy);
        break;
    case CaseAction::Transfer:
        ++transfers;
        break;
    case CaseAction::Return:
        returns += isAtUnit(before.state) ? 1 : 0;
        break;
    case CaseAction::Handle:
        if (before.state != after.state) { // else an assisting unit's part
            handledAt = handledAt ? handledAt : at;
            handledBy = who;
        }
        break;
    case CaseAction::Check:
        first(checkedAt, checkDueAt, checkedBy);
        break;
    case CaseAction::Rework:
        first(checkedAt, checkDueAt, checkedBy);
        ++reworks;
        break;
    case CaseAction::Close:
        closedBy = who;
        break;
    case CaseAction::Callback: {
        const QJsonObject told = factsOfEvent(event);
        if (!told.value(QLatin1String(fact::kReached)).toBool(true)) {
            break; // whoever was not reached was not replied to
        }
        repliedAt = repliedAt ? repliedAt : at;
        const QJsonValue heard = told.value(QLatin1String(fact::kSatisfied));
        if (heard.isBool()) {
            satisfied = heard.toBool();
        }
        break;
    }
    default:
        break;
    }
}

Result<CaseMilestones> milestonesOf(const CaseId &id, const QList<CaseEvent> &events)
{
    QList<QJsonObject> facts;
    QSet<int> takenBack;
    for (const CaseEvent &event : events) {
        facts.append(factsOfEvent(event));
        if (event.action == CaseAction::Withdraw) {
            takenBack << event.sequence
                      << facts.last().value(QLatin1String(fact::kWithdraws)).toInt();
        }
    }
    CaseMilestones milestones;
    Case subject;
    subject.id = id;
    for (qsizetype i = 0; i < events.size(); ++i) {
        Result<Case> next = apply(subject, events.at(i), facts.at(i));
        if (!next) {
            return next.error();
        }
        Case after = std::move(next).value();
        if (!takenBack.contains(events.at(i).sequence)) {
            milestones.note(subject, after, events.at(i), identityOf(events.at(i), facts.at(i)));
        }
        subject = std::move(after);
    }
    return milestones;
}

} // namespace gridward
